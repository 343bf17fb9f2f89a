// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/recordmaker.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUuid>
#include <algorithm>

namespace loci::heritage {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::heritage::RecordMaker)
};

const QString kMark = QStringLiteral("imported");
const QString kReferences = QStringLiteral("references");

bool isSlot(const QString &token)
{
    return token == QLatin1String("*") ||
           (!token.isEmpty() && std::all_of(token.begin(), token.end(), [](QChar c) { return c.isDigit(); }));
}

/// Sections whose entries have an id of their own.
bool hasIds(const QString &section)
{
    return section == QLatin1String("phases") || section == QLatin1String("surveys");
}

QString uuidOf(const QString &name)
{
    static const QUuid space(QStringLiteral("6f2b4f62-0a1c-5c1e-9a57-6c6f63690001"));
    return QUuid::createUuidV5(space, name).toString(QUuid::WithoutBraces);
}

/// Whether an entry that somebody else made says all of this already.
bool covers(const QJsonObject &entry, const QJsonObject &item)
{
    for (auto member = item.begin(); member != item.end(); ++member) {
        if (entry.value(member.key()) != member.value()) {
            return false;
        }
    }
    return true;
}

QJsonValue single(const std::vector<QJsonValue> &values)
{
    if (values.size() == 1) {
        return values.front();
    }
    QJsonArray array;
    for (const QJsonValue &value : values) {
        if (!value.isUndefined()) {
            array.append(value);
        }
    }
    return array.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(array);
}

} // namespace

RecordMaker::RecordMaker(const ImportMapping &mapping, const RowTable &table, const ReignTable *reigns)
    : m_mapping(mapping)
    , m_key(mapping.key, table, mapping.missing, reigns)
{
    m_fields.reserve(mapping.fields.size());
    for (const FieldRule &rule : mapping.fields) {
        Field field{&rule, RuleRunner(rule.value, table, mapping.missing, reigns), {}, {}, {}};
        const QStringList tokens = rule.target.mid(1).split(QLatin1Char('/'));
        if (tokens.size() >= 2 && isSlot(tokens[1])) {
            field.section = tokens[0];
            field.slot = tokens[1];
            field.rest = tokens.size() > 2 ? QLatin1Char('/') + tokens.mid(2).join(QLatin1Char('/')) : QString();
        }
        m_fields.push_back(std::move(field));
    }
}

QStringList RecordMaker::absentColumns() const
{
    QStringList names = m_key.absent();
    for (const Field &field : m_fields) {
        names << field.runner.absent();
    }
    names.removeDuplicates();
    return names;
}

bool RecordMaker::readField(const Field &field, const RowTable::Row &row, Made &made, Slots &entries) const
{
    const RuleRunner::Outcome outcome = field.runner.run(row);
    if (!outcome.problem.isEmpty() && !outcome.isSkipped) {
        made.field = outcome.column;
        made.reason = outcome.problem;
        return false;
    }
    if (!outcome.problem.isEmpty()) {
        Finding finding;
        finding.severity = Severity::Info;
        finding.code = QStringLiteral("value_left_out");
        finding.where = Texts::tr("row %1, %2").arg(row.number).arg(outcome.column);
        finding.message = outcome.problem;
        made.skipped.push_back(std::move(finding));
    }
    const bool isEmpty = std::all_of(outcome.values.begin(), outcome.values.end(),
                                     [](const QJsonValue &value) { return value.isUndefined(); });
    if (isEmpty) {
        if (field.rule->isRequired) {
            made.field = field.rule->value.columns.join(QLatin1String(", "));
            made.reason = Texts::tr("There is no value, and the record needs one.");
        }
        return !field.rule->isRequired;
    }
    if (field.section.isEmpty()) {
        made.content.values.insert(field.rule->target, single(outcome.values));
        return true;
    }
    std::vector<QJsonObject> &items = entries[field.section + QLatin1Char('/') + field.slot];
    if (field.slot != QLatin1String("*")) {
        items.resize(1);
        items[0] = withValueAt(items[0], field.rest, single(outcome.values)).toObject();
        return true;
    }
    items.resize(std::max(items.size(), outcome.values.size()));
    for (std::size_t i = 0; i < outcome.values.size(); ++i) {
        if (!outcome.values[i].isUndefined()) {
            items[i] = withValueAt(items[i], field.rest, outcome.values[i]).toObject();
        }
    }
    return true;
}

void RecordMaker::addConstants(const RowTable::Row &row, Made &made, Slots &entries) const
{
    for (const Field &field : m_fields) {
        if (!field.runner.isConstant()) {
            continue;
        }
        const std::vector<QJsonValue> values = field.runner.run(row).values;
        if (values.empty()) {
            continue;
        }
        if (field.section.isEmpty()) {
            made.content.values.insert(field.rule->target, values.front());
            continue;
        }
        for (QJsonObject &item : entries[field.section + QLatin1Char('/') + field.slot]) {
            if (!item.isEmpty()) {
                item = withValueAt(item, field.rest, values.front()).toObject();
            }
        }
    }
}

void RecordMaker::addPlace(const RowPlace &place, Made &made, Slots &entries) const
{
    const QString slot = m_mapping.place.target.mid(1) + QLatin1String("/0");
    if (place.wkt.isEmpty()) {
        entries.remove(slot); // a precision without a place says nothing
        if (m_mapping.place.isRequired && made.reason.isEmpty()) {
            made.field = QStringLiteral("geometry");
            made.reason = Texts::tr("The row states no place.");
        }
        return;
    }
    std::vector<QJsonObject> &items = entries[slot];
    items.resize(1);
    QJsonObject &item = items.front();
    item.insert(QStringLiteral("wkt"), place.wkt);
    item.insert(QStringLiteral("crs"), 4326);
    const QString usual = place.wkt.contains(QLatin1String("POINT")) ? QStringLiteral("point") : QStringLiteral("body");
    item.insert(QStringLiteral("role"), m_mapping.place.role.isEmpty() ? usual : m_mapping.place.role);
    if (!place.original.isEmpty()) {
        item.insert(QStringLiteral("original"), place.original);
        item.insert(QStringLiteral("originalCrs"), place.originalCrs);
    }
}

RecordMaker::Made RecordMaker::read(const RowTable::Row &row, const RowPlace &place) const
{
    Made made;
    const RuleRunner::Outcome key = m_key.run(row);
    if (key.values.empty() || !key.problem.isEmpty()) {
        made.field = m_mapping.key.columns.join(QLatin1String(", "));
        made.reason = key.problem.isEmpty() ? Texts::tr("The row has no number to tell its record by.") : key.problem;
        return made;
    }
    made.content.key = key.values.front().toString();
    if (!place.problem.isEmpty()) {
        made.field = place.field;
        made.reason = place.problem;
        return made;
    }
    Slots entries;
    for (const Field &field : m_fields) {
        if (!field.runner.isConstant() && !readField(field, row, made, entries)) {
            return made;
        }
    }
    if (m_mapping.place.source != PlaceRule::Source::None) {
        addPlace(place, made, entries);
    }
    addConstants(row, made, entries);
    made.content.items[kReferences].push_back(
        {{QStringLiteral("scheme"), m_mapping.keyScheme}, {QStringLiteral("number"), made.content.key}});
    for (auto slot = entries.cbegin(); slot != entries.cend(); ++slot) {
        std::vector<QJsonObject> &items = made.content.items[slot.key().section(QLatin1Char('/'), 0, 0)];
        std::copy_if(slot->begin(), slot->end(), std::back_inserter(items),
                     [](const QJsonObject &item) { return !item.isEmpty(); });
    }
    return made;
}

void RecordMaker::gather(RowContent &into, const RowContent &more)
{
    for (auto value = more.values.cbegin(); value != more.values.cend(); ++value) {
        if (!into.values.contains(value.key())) {
            into.values.insert(value.key(), value.value());
        }
    }
    for (auto section = more.items.cbegin(); section != more.items.cend(); ++section) {
        std::vector<QJsonObject> &items = into.items[section.key()];
        for (const QJsonObject &item : section.value()) {
            if (std::find(items.begin(), items.end(), item) == items.end()) {
                items.push_back(item);
            }
        }
    }
}

QString RecordMaker::idFor(const QString &key) const
{
    return uuidOf(m_mapping.keyScheme + QLatin1Char('\n') + key);
}

QJsonArray RecordMaker::mergedSection(const QString &section, const std::vector<QJsonObject> &items,
                                      const Asset &asset) const
{
    const QJsonArray there = asset.json().value(section).toArray();
    const auto isSaid = [this, &there](const QJsonObject &item) {
        return std::any_of(there.begin(), there.end(), [this, &item](const QJsonValue &entry) {
            const QJsonObject other = entry.toObject();
            return other.value(kMark).toString() != m_mapping.id && covers(other, item);
        });
    };
    QJsonArray own;
    int index = 0;
    for (QJsonObject item : items) {
        if (isSaid(item)) {
            ++index;
            continue;
        }
        item.insert(kMark, m_mapping.id);
        if (hasIds(section) && !item.contains(QLatin1String("id"))) {
            item.insert(QStringLiteral("id"),
                        uuidOf(QStringLiteral("%1\n%2\n%3\n%4").arg(asset.id(), m_mapping.id, section).arg(index)));
        }
        ++index;
        own.append(item);
    }
    QJsonArray merged;
    bool isPlaced = false;
    for (const QJsonValue &entry : there) {
        if (entry.toObject().value(kMark).toString() != m_mapping.id) {
            merged.append(entry);
        } else if (!isPlaced) {
            isPlaced = true;
            for (const QJsonValue &item : std::as_const(own)) {
                merged.append(item);
            }
        }
    }
    if (!isPlaced) {
        for (const QJsonValue &item : std::as_const(own)) {
            merged.append(item);
        }
    }
    return merged;
}

Asset RecordMaker::apply(const RowContent &content, Asset asset) const
{
    for (auto value = content.values.cbegin(); value != content.values.cend(); ++value) {
        asset.set(value.key(), value.value());
    }
    for (auto section = content.items.cbegin(); section != content.items.cend(); ++section) {
        if (!section.value().empty()) {
            asset.set(QLatin1Char('/') + section.key(), mergedSection(section.key(), section.value(), asset));
        }
    }
    return asset;
}

} // namespace loci::heritage
