// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/contracts/contractcheck.h"

#include "layers/domain/contracts/fieldvalue.h"
#include "layers/domain/contracts/wkbfacts.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <cmath>

namespace loci::contracts {

using heritage::RowTable;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::contracts::ContractCheck)
};

const QRegularExpression &withUnit()
{
    static const QRegularExpression form(QStringLiteral(R"(\A\s*(.*?)\s*[\[(（]([^\])）]*)[\])）]\s*\z)"));
    return form;
}

/// A column's name without the unit that may stand behind it.
QString plainName(const QString &column)
{
    const auto match = withUnit().match(column);
    return match.hasMatch() ? match.captured(1) : column.trimmed();
}

QString shownNumber(double value)
{
    return QString::number(value, 'g', 12);
}

class Check
{
public:
    Check(const Contract &contract, const RowTable &table) : m_contract(contract), m_table(table)
    {
        m_report.contract = contract.id;
        m_report.version = contract.version;
        m_report.rows = static_cast<qint64>(table.rows.size());
    }
    Result<CheckReport> run(const CancelToken &cancel);

private:
    struct Column
    {
        const Field *field;
        int index;
        QRegularExpression pattern;
        qint64 have = 0;
    };
    void add(qint64 row, const QString &field, const char *code, const QString &value, const QString &message);
    void checkColumns();
    void checkCounts();
    void checkSystem();
    void checkRow(const RowTable::Row &row);
    void checkValue(const RowTable::Row &row, Column &column);
    void checkLimits(const RowTable::Row &row, const Column &column, const QString &text, const QVariant &value);
    void checkShape(const RowTable::Row &row);
    void checkKeys(const RowTable::Row &row);

    const Contract &m_contract;
    const RowTable &m_table;
    CheckReport m_report;
    std::vector<Column> m_columns;
    std::vector<QHash<QString, qint64>> m_seen; // by key
    QHash<QString, qint64> m_perCode;
};

void Check::add(qint64 row, const QString &field, const char *code, const QString &value, const QString &message)
{
    if (++m_perCode[QLatin1String(code) + QLatin1Char('/') + field] > CheckReport::kMostPerCode) {
        ++m_report.more;
        return;
    }
    m_report.breaches.push_back({row, field, QLatin1String(code), value, message});
}

void Check::checkColumns()
{
    m_columns.reserve(m_contract.fields.size());
    for (const Field &field : m_contract.fields) {
        const int index = columnOf(field, m_table);
        if (index < 0) {
            add(0, field.name, "field_missing", {}, Texts::tr("The field “%1” is missing.").arg(field.name));
            continue;
        }
        const auto match = withUnit().match(m_table.columns.at(index));
        const bool isExact = m_table.columns.at(index).trimmed() == field.name;
        if (!isExact && match.hasMatch() && match.captured(2) != field.unit) {
            add(0, field.name, "unit_wrong", match.captured(2),
                Texts::tr("“%1” is delivered in “%2”; agreed is “%3”.").arg(field.name, match.captured(2), field.unit));
        }
        m_columns.push_back({&field, index, QRegularExpression(QRegularExpression::anchoredPattern(field.pattern))});
    }
    for (const QString &column : m_contract.moreFields ? QStringList() : m_table.columns) {
        if (m_contract.field(column) == nullptr && m_contract.field(plainName(column)) == nullptr) {
            add(0, column, "field_unknown", {}, Texts::tr("The field “%1” is not agreed.").arg(column));
        }
    }
}

void Check::checkSystem()
{
    const bool isText = m_table.crs.isEmpty() && !m_contract.xField.isEmpty();
    if (m_contract.shape != Shape::None && !isText && m_table.crs != m_contract.crs) {
        add(0, {}, "crs_wrong", m_table.crs,
            Texts::tr("The shapes stand in %1; agreed is %2.")
                .arg(m_table.crs.isEmpty() ? Texts::tr("no reference system") : m_table.crs.left(60), m_contract.crs));
    }
}

void Check::checkCounts()
{
    if (m_report.rows < m_contract.rowsLeast) {
        add(0, {}, "rows_few", QString::number(m_report.rows),
            Texts::tr("There are %1 rows; agreed are at least %2.").arg(m_report.rows).arg(m_contract.rowsLeast));
    }
    if (m_contract.rowsMost && m_report.rows > *m_contract.rowsMost) {
        add(0, {}, "rows_many", QString::number(m_report.rows),
            Texts::tr("There are %1 rows; agreed are at most %2.").arg(m_report.rows).arg(*m_contract.rowsMost));
    }
    for (const Column &column : m_columns) {
        const double share =
            m_report.rows > 0 ? static_cast<double>(column.have) / static_cast<double>(m_report.rows) : 1;
        if (share < column.field->complete) {
            add(0, column.field->name, "incomplete", shownNumber(share),
                Texts::tr("“%1” is there in %2 % of the rows; agreed are %3 %.")
                    .arg(column.field->name, QString::number(100 * share, 'f', 1),
                         QString::number(100 * column.field->complete, 'f', 1)));
        }
    }
}

void Check::checkLimits(const RowTable::Row &row, const Column &column, const QString &text, const QVariant &value)
{
    const Field &field = *column.field;
    const bool isNumber = field.type == FieldType::Integer || field.type == FieldType::Number;
    const double number = isNumber ? value.toDouble() : 0;
    if (isNumber && ((field.least && number < *field.least) || (field.most && number > *field.most))) {
        add(row.number, field.name, "out_of_range", text,
            Texts::tr("%1 is outside of %2 to %3.")
                .arg(text, field.least ? shownNumber(*field.least) : QStringLiteral("−∞"),
                     field.most ? shownNumber(*field.most) : QStringLiteral("∞")));
    }
    if (!field.values.isEmpty() && !field.values.contains(text)) {
        add(row.number, field.name, "value_unknown", text,
            Texts::tr("“%1” is none of the agreed values.").arg(text.left(80)));
    }
    if (!field.pattern.isEmpty() && !column.pattern.match(text).hasMatch()) {
        add(row.number, field.name, "pattern_wrong", text,
            Texts::tr("“%1” is not written as agreed.").arg(text.left(80)));
    }
}

void Check::checkValue(const RowTable::Row &row, Column &column)
{
    const QString text = m_table.value(row, column.index);
    if (text.trimmed().isEmpty()) {
        if (column.field->required) {
            add(row.number, column.field->name, "value_missing", {},
                Texts::tr("“%1” has no value.").arg(column.field->name));
        }
        return;
    }
    ++column.have;
    const auto value = valueOf(column.field->type, text);
    if (!value) {
        add(row.number, column.field->name, "type_wrong", text,
            Texts::tr("“%1” is not of the type “%2”.").arg(text.left(80), toText(column.field->type)));
        return;
    }
    checkLimits(row, column, text, *value);
}

bool fits(Shape shape, int kind)
{
    switch (shape) {
    case Shape::None:
    case Shape::Any:
        return true;
    case Shape::Point:
        return kind == 1 || kind == 4;
    case Shape::Line:
        return kind == 2 || kind == 5;
    case Shape::Polygon:
        return kind == 3 || kind == 6;
    }
    return false;
}

void Check::checkShape(const RowTable::Row &row)
{
    if (m_contract.shape == Shape::None) {
        return;
    }
    if (row.wkb.isEmpty()) {
        add(row.number, {}, "shape_missing", {}, Texts::tr("The row has no shape."));
        return;
    }
    const auto facts = wkbFacts(row.wkb);
    if (!facts || facts->box.isEmpty()) {
        add(row.number, {}, "shape_damaged", {}, Texts::tr("The shape of the row cannot be read or is empty."));
        return;
    }
    if (!fits(m_contract.shape, facts->kind)) {
        add(row.number, {}, "shape_wrong", QString::number(facts->kind),
            Texts::tr("The shape of the row is no %1.").arg(toText(m_contract.shape)));
    }
    const Box3 &box = facts->box;
    if (m_contract.extent && !(m_contract.extent->contains2d({box.min.x, box.min.y}) &&
                               m_contract.extent->contains2d({box.max.x, box.max.y}))) {
        add(row.number, {}, "out_of_extent",
            QStringLiteral("%1 %2").arg(shownNumber(box.min.x), shownNumber(box.min.y)),
            Texts::tr("The shape of the row lies outside of the agreed extent."));
    }
}

void Check::checkKeys(const RowTable::Row &row)
{
    for (std::size_t i = 0; i < m_contract.keys.size(); ++i) {
        const QStringList &key = m_contract.keys[i];
        QStringList values;
        for (const QString &name : key) {
            values << m_table.value(row, columnOf(*m_contract.field(name), m_table)).trimmed();
        }
        const QString name = key.join(QStringLiteral(" + "));
        if (values.contains(QString())) {
            add(row.number, name, "value_missing", {}, Texts::tr("The key “%1” has no value.").arg(name));
            continue;
        }
        const QString joined = values.join(QChar(0x1f));
        if (const qint64 first = m_seen[i].value(joined, 0); first > 0) {
            add(row.number, name, "key_repeated", values.join(QStringLiteral(" + ")),
                Texts::tr("“%1” names row %2 already.")
                    .arg(values.join(QStringLiteral(" + ")).left(80), QString::number(first)));
        } else {
            m_seen[i].insert(joined, row.number);
        }
    }
}

void Check::checkRow(const RowTable::Row &row)
{
    for (Column &column : m_columns) {
        checkValue(row, column);
    }
    checkShape(row);
    checkKeys(row);
}

Result<CheckReport> Check::run(const CancelToken &cancel)
{
    m_seen.resize(m_contract.keys.size());
    checkColumns();
    checkSystem();
    for (const RowTable::Row &row : m_table.rows) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("The check was cancelled."));
        }
        checkRow(row);
    }
    checkCounts();
    return std::move(m_report);
}

QString csvField(const QString &text)
{
    QString quoted = text;
    return QLatin1Char('"') + quoted.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

} // namespace

int columnOf(const Field &field, const RowTable &table)
{
    if (const int exact = table.column(field.name); exact >= 0) {
        return exact;
    }
    for (int i = 0; i < table.columns.size(); ++i) {
        if (plainName(table.columns.at(i)) == field.name) {
            return i;
        }
    }
    return -1;
}

void placeRows(const Contract &contract, RowTable &table)
{
    const int x = contract.xField.isEmpty() ? -1 : table.column(contract.xField);
    const int y = contract.yField.isEmpty() ? -1 : table.column(contract.yField);
    if (x < 0 || y < 0) {
        return;
    }
    for (RowTable::Row &row : table.rows) {
        const auto east = valueOf(FieldType::Number, table.value(row, x));
        const auto north = valueOf(FieldType::Number, table.value(row, y));
        if (row.wkb.isEmpty() && east && north) {
            row.wkb = wkbPoint({east->toDouble(), north->toDouble()});
        }
    }
}

Result<CheckReport> check(const Contract &contract, const RowTable &table, const CancelToken &cancel)
{
    return Check(contract, table).run(cancel);
}

Findings CheckReport::findings() const
{
    Findings list;
    list.reserve(breaches.size());
    for (const Breach &breach : breaches) {
        Finding finding{Severity::Error, breach.code, breach.field, {}, breach.message};
        finding.where = breach.row > 0 ? QStringLiteral("row %1").arg(breach.row) : QStringLiteral("delivery");
        if (!breach.field.isEmpty()) {
            finding.where += QStringLiteral(", field ") + breach.field;
        }
        list.push_back(std::move(finding));
    }
    return list;
}

QJsonObject CheckReport::toJson() const
{
    QJsonArray list;
    for (const Breach &breach : breaches) {
        list.append(QJsonObject{{QStringLiteral("row"), breach.row},
                                {QStringLiteral("field"), breach.field},
                                {QStringLiteral("code"), breach.code},
                                {QStringLiteral("value"), breach.value},
                                {QStringLiteral("message"), breach.message}});
    }
    return {{QStringLiteral("contract"), contract}, {QStringLiteral("version"), version},
            {QStringLiteral("rows"), rows},         {QStringLiteral("keeps"), keeps()},
            {QStringLiteral("breaches"), list},     {QStringLiteral("more"), more}};
}

QByteArray CheckReport::toCsv() const
{
    QString text = QStringLiteral("row,field,code,value,message\r\n");
    for (const Breach &breach : breaches) {
        // A value that a spreadsheet would take for a formula stays a text.
        const bool isFormula = !breach.value.isEmpty() && QStringLiteral("=+-@\t\r").contains(breach.value.front()) &&
                               !valueOf(FieldType::Number, breach.value);
        text +=
            QStringLiteral("%1,%2,%3,%4,%5\r\n")
                .arg(breach.row)
                .arg(csvField(breach.field), breach.code,
                     csvField(isFormula ? QLatin1Char('\'') + breach.value : breach.value), csvField(breach.message));
    }
    return "\xEF\xBB\xBF" + text.toUtf8();
}

} // namespace loci::contracts
