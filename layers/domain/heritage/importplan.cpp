// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/importplan.h"

#include "layers/domain/heritage/recordmaker.h"

#include <QCoreApplication>
#include <algorithm>

namespace loci::heritage {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::heritage::ImportPlan)
};

QString referenceKey(const QString &scheme, const QString &number)
{
    return scheme + QLatin1Char('\n') + number.trimmed();
}

class Planner
{
public:
    Planner(const RowTable &table, const std::vector<RowPlace> &places, const ImportMapping &mapping,
            const KnownAssets &known, const ReignTable *reigns)
        : m_table(table)
        , m_places(places)
        , m_mapping(mapping)
        , m_known(known)
        , m_maker(mapping, table, reigns)
    {}
    Result<ImportPlan> plan(const CancelToken &cancel, const ProgressFunction &progress);

private:
    Result<> checkColumns();
    void planRow(const RowTable::Row &row, const RowPlace &place);
    void reject(PlannedRow row, const QString &field, const QString &reason);
    /// The position of the record that the key belongs to; the row is rejected when there is none that fits.
    int recordFor(const QString &key, PlannedRow &row);
    void makeRecords();
    PlannedRow::Fate fateOf(const PlannedRow &row) const;

    const RowTable &m_table;
    const std::vector<RowPlace> &m_places;
    const ImportMapping &m_mapping;
    const KnownAssets &m_known;
    RecordMaker m_maker;
    ImportPlan m_plan;
    FindingList m_findings;
    std::vector<RowContent> m_contents; ///< one a record
    QHash<QString, int> m_byKey;
};

Result<> Planner::checkColumns()
{
    if (!m_maker.hasKey()) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("The file lacks the column “%1”, by which the mapping “%2” tells records apart.")
                        .arg(m_mapping.key.columns.join(QLatin1String(", ")), m_mapping.id));
    }
    const QStringList absent = m_maker.absentColumns();
    for (const QString &column : absent) {
        Finding finding;
        finding.severity = Severity::Warning;
        finding.code = QStringLiteral("column_absent");
        finding.where = column;
        finding.message = Texts::tr("The mapping asks for a column that the file does not have.");
        m_findings.add(std::move(finding));
    }
    return {};
}

void Planner::reject(PlannedRow row, const QString &field, const QString &reason)
{
    row.fate = PlannedRow::Fate::Reject;
    row.field = field;
    row.reason = reason;
    m_plan.rows.push_back(std::move(row));
}

int Planner::recordFor(const QString &key, PlannedRow &row)
{
    bool several = false;
    const Asset *before = m_known.byReference(m_mapping.keyScheme, key, &several);
    if (several) {
        row.reason = Texts::tr("Several records carry the number %1.").arg(key);
        return -1;
    }
    const QString id = m_maker.idFor(key);
    if (before == nullptr) {
        before = m_known.byId(id); // imported before, its number was changed since
    }
    if (before != nullptr && before->isTrashed()) {
        row.reason = Texts::tr("The record with this number is in the trash.");
        return -1;
    }
    PlannedRecord record;
    if (before != nullptr) {
        record.before = *before;
        record.after = *before;
    } else {
        record.after = Asset(QJsonObject{{QStringLiteral("id"), id}});
    }
    m_plan.records.push_back(std::move(record));
    m_contents.emplace_back();
    return static_cast<int>(m_plan.records.size()) - 1;
}

void Planner::planRow(const RowTable::Row &row, const RowPlace &place)
{
    PlannedRow planned;
    planned.number = row.number;
    RecordMaker::Made made = m_maker.read(row, place);
    for (Finding &finding : made.skipped) {
        m_findings.add(std::move(finding));
    }
    if (!made.reason.isEmpty()) {
        reject(std::move(planned), made.field, made.reason);
        return;
    }
    const QString keyColumns = m_mapping.key.columns.join(QLatin1String(", "));
    const auto known = m_byKey.constFind(made.content.key);
    if (known != m_byKey.constEnd()) {
        if (!m_mapping.gathersSameKey) {
            reject(std::move(planned), keyColumns,
                   Texts::tr("An earlier row has the same number, %1.").arg(made.content.key));
            return;
        }
        planned.fate = PlannedRow::Fate::Joined;
        planned.record = *known;
        RecordMaker::gather(m_contents[static_cast<std::size_t>(*known)], made.content);
        m_plan.rows.push_back(std::move(planned));
        return;
    }
    planned.record = recordFor(made.content.key, planned);
    if (planned.record < 0) {
        const QString reason = planned.reason;
        reject(std::move(planned), keyColumns, reason);
        return;
    }
    planned.fate = PlannedRow::Fate::Create;
    m_byKey.insert(made.content.key, planned.record);
    m_contents[static_cast<std::size_t>(planned.record)] = std::move(made.content);
    m_plan.rows.push_back(std::move(planned));
}

void Planner::makeRecords()
{
    for (std::size_t i = 0; i < m_plan.records.size(); ++i) {
        PlannedRecord &record = m_plan.records[i];
        record.after = m_maker.apply(m_contents[i], std::move(record.after));
    }
}

PlannedRow::Fate Planner::fateOf(const PlannedRow &row) const
{
    const PlannedRecord &record = m_plan.records[static_cast<std::size_t>(row.record)];
    if (!record.isChanged()) {
        return PlannedRow::Fate::Unchanged;
    }
    if (row.fate == PlannedRow::Fate::Joined) {
        return row.fate;
    }
    return record.before ? PlannedRow::Fate::Update : PlannedRow::Fate::Create;
}

Result<ImportPlan> Planner::plan(const CancelToken &cancel, const ProgressFunction &progress)
{
    LOCI_CHECK(checkColumns());
    m_plan.mappingId = m_mapping.id;
    m_plan.rows.reserve(m_table.rows.size());
    const RowPlace nowhere;
    for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
        if (i % 64 == 0) {
            if (cancel.isCancelled()) {
                return fail(ErrorCode::Cancelled, Texts::tr("The import was cancelled; nothing was written."));
            }
            if (progress) {
                progress(static_cast<double>(i) / static_cast<double>(m_table.rows.size()));
            }
        }
        planRow(m_table.rows[i], i < m_places.size() ? m_places[i] : nowhere);
    }
    makeRecords();
    for (PlannedRow &row : m_plan.rows) {
        if (row.record >= 0) {
            row.fate = fateOf(row);
            row.name = m_plan.records[static_cast<std::size_t>(row.record)].after.name();
        }
    }
    m_plan.findings = m_findings.take();
    return std::move(m_plan);
}

} // namespace

void KnownAssets::add(Asset asset)
{
    const std::size_t index = m_assets.size();
    m_byId.insert(asset.id(), index);
    const std::vector<ReferenceNumber> references = asset.parts<ReferenceNumber>();
    for (const ReferenceNumber &reference : references) {
        m_byReference.insert(referenceKey(reference.scheme, reference.number), index);
    }
    m_assets.push_back(std::move(asset));
}

const Asset *KnownAssets::byReference(const QString &scheme, const QString &number, bool *several) const
{
    const auto range = m_byReference.equal_range(referenceKey(scheme, number));
    if (range.first == range.second) {
        return nullptr;
    }
    const std::size_t index = *range.first;
    if (several != nullptr) {
        *several = std::any_of(range.first, range.second, [index](std::size_t other) { return other != index; });
    }
    return &m_assets[index];
}

const Asset *KnownAssets::byId(const QString &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.constEnd() ? nullptr : &m_assets[*found];
}

QString fateName(PlannedRow::Fate fate)
{
    switch (fate) {
    case PlannedRow::Fate::Create:
        return QStringLiteral("create");
    case PlannedRow::Fate::Update:
        return QStringLiteral("update");
    case PlannedRow::Fate::Unchanged:
        return QStringLiteral("unchanged");
    case PlannedRow::Fate::Joined:
        return QStringLiteral("joined");
    case PlannedRow::Fate::Reject:
        break;
    }
    return QStringLiteral("reject");
}

std::vector<FieldChange> PlannedRecord::changes() const
{
    return before ? changesBetween(before->json(), after.json()) : std::vector<FieldChange>();
}

int ImportPlan::count(PlannedRow::Fate fate) const
{
    return static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [fate](const PlannedRow &row) { return row.fate == fate; }));
}

std::vector<Asset> ImportPlan::toWrite() const
{
    std::vector<Asset> assets;
    assets.reserve(records.size());
    for (const PlannedRecord &record : records) {
        if (record.isChanged()) {
            assets.push_back(record.after);
        }
    }
    return assets;
}

Result<ImportPlan> planImport(const RowTable &table, const std::vector<RowPlace> &places, const ImportMapping &mapping,
                              const KnownAssets &known, const ReignTable *reigns, const CancelToken &cancel,
                              const ProgressFunction &progress)
{
    return Planner(table, places, mapping, known, reigns).plan(cancel, progress);
}

} // namespace loci::heritage
