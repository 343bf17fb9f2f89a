// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/explanation.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace loci::indicators {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::indicators::Explanation)
};

constexpr int kRowsInText = 8;

class Telling
{
public:
    Telling(const Results &results, const QString &language) : m_results(results), m_language(language) {}

    std::optional<Explanation> of(const QString &code, int area, const QString &period, int depth) const
    {
        const Calculated *value = m_results.find(code, area, period);
        value = value != nullptr ? value : m_results.find(code, area, QString());
        const Definition *definition = m_results.definition(code);
        if (value == nullptr || definition == nullptr) {
            return std::nullopt;
        }
        Explanation told;
        const Area &place = m_results.areas().at(area);
        told.title = Texts::tr("%1, %2").arg(definition->name.in(m_language), place.name.in(m_language));
        told.value = value->value;
        told.unit = definition->unit;
        told.coverage = value->coverage();
        told.area = place.code;
        told.calculation = value->id;
        QStringList detail;
        if (!value->written.isEmpty()) {
            detail << value->written;
        }
        if (!value->reason.isEmpty()) {
            detail << value->reason;
        }
        told.detail = detail.join(QStringLiteral("; "));
        if (depth > 0) {
            addInputs(told, *definition, *value, depth);
            addParts(told, *definition, *value, depth);
        }
        return told;
    }

private:
    void addInputs(Explanation &told, const Definition &definition, const Calculated &value, int depth) const
    {
        for (const UsedInput &used : value.inputs) {
            const Input *input = definition.input(used.name);
            Explanation step;
            step.kind = Explanation::Kind::Input;
            step.title = input != nullptr ? input->title.in(m_language) : used.name;
            step.title = step.title.isEmpty() ? used.name : step.title;
            step.value = used.value;
            step.unit = used.unit;
            step.area = told.area;
            step.detail = used.source.isEmpty() ? Texts::tr("not connected")
                                                : Texts::tr("%1, version %2").arg(used.source, used.version);
            if (used.rows > 0) {
                step.detail += QStringLiteral("; ") + Texts::tr("%n rows", nullptr, used.rows);
            }
            if (used.unknownRows > 0) {
                step.detail += QStringLiteral("; ") + Texts::tr("%n without the value", nullptr, used.unknownRows);
            }
            if (input != nullptr && input->from.kind == Binding::Kind::Indicator) {
                if (auto below = of(input->from.source, value.area, value.period, depth - 1)) {
                    step.children.push_back(std::move(*below));
                }
            }
            addRows(step, used);
            told.children.push_back(std::move(step));
        }
    }

    static void addRows(Explanation &step, const UsedInput &used)
    {
        if (!used.ids.isEmpty()) {
            Explanation rows;
            rows.kind = Explanation::Kind::Rows;
            rows.title = Texts::tr("Rows");
            rows.rows = used.ids;
            step.children.push_back(std::move(rows));
        }
        if (!used.unknownIds.isEmpty()) {
            Explanation rows;
            rows.kind = Explanation::Kind::Rows;
            rows.title = Texts::tr("Rows without the value");
            rows.rows = used.unknownIds;
            step.children.push_back(std::move(rows));
        }
    }

    void addParts(Explanation &told, const Definition &definition, const Calculated &value, int depth) const
    {
        const AreaTree &areas = m_results.areas();
        const int base = areas.levelOf(definition.level);
        const int level = areas.at(value.area).level;
        if (base < 0 || level <= base) {
            return;
        }
        for (const int part : areas.within(value.area, level - 1)) {
            if (auto below = of(definition.code, part, value.period, depth - 1)) {
                below->kind = Explanation::Kind::Part;
                below->title = areas.at(part).name.in(m_language);
                told.children.push_back(std::move(*below));
            }
        }
    }

    const Results &m_results;
    QString m_language;
};

QString kindText(Explanation::Kind kind)
{
    switch (kind) {
    case Explanation::Kind::Value:
        return QStringLiteral("value");
    case Explanation::Kind::Input:
        return QStringLiteral("input");
    case Explanation::Kind::Part:
        return QStringLiteral("part");
    case Explanation::Kind::Rows:
        break;
    }
    return QStringLiteral("rows");
}

void write(const Explanation &step, int indent, QStringList &lines)
{
    QString line = QString(2 * indent, QLatin1Char(' ')) + step.title;
    if (step.kind != Explanation::Kind::Rows) {
        line += QStringLiteral(": ") + (step.value ? QString::number(*step.value, 'g', 8) : Texts::tr("unknown")) +
                (step.unit.isEmpty() ? QString() : QLatin1Char(' ') + step.unit);
    } else {
        line += QStringLiteral(": ") + step.rows.mid(0, kRowsInText).join(QStringLiteral(", "));
        if (step.rows.size() > kRowsInText) {
            line += Texts::tr(" and %1 more").arg(step.rows.size() - kRowsInText);
        }
    }
    for (const QString &more : {step.coverage, step.detail}) {
        if (!more.isEmpty()) {
            line += QStringLiteral(" | ") + more;
        }
    }
    lines << line;
    for (const Explanation &child : step.children) {
        write(child, indent + 1, lines);
    }
}

} // namespace

std::optional<Explanation> explain(const Results &results, const QString &code, int area, const QString &period,
                                   const QString &language, int depth)
{
    return Telling(results, language).of(code, area, period, depth);
}

QJsonObject toJson(const Explanation &step)
{
    QJsonObject json{{QStringLiteral("kind"), kindText(step.kind)},
                     {QStringLiteral("title"), step.title},
                     {QStringLiteral("value"), step.value ? QJsonValue(*step.value) : QJsonValue()},
                     {QStringLiteral("unit"), step.unit},
                     {QStringLiteral("area"), step.area},
                     {QStringLiteral("detail"), step.detail}};
    if (!step.calculation.isEmpty()) {
        json.insert(QStringLiteral("calculation"), step.calculation);
    }
    if (!step.coverage.isEmpty()) {
        json.insert(QStringLiteral("coverage"), step.coverage);
    }
    if (!step.rows.isEmpty()) {
        json.insert(QStringLiteral("rows"), QJsonArray::fromStringList(step.rows));
    }
    QJsonArray children;
    for (const Explanation &child : step.children) {
        children.append(toJson(child));
    }
    if (!children.isEmpty()) {
        json.insert(QStringLiteral("children"), children);
    }
    return json;
}

QString toText(const Explanation &explanation)
{
    QStringList lines;
    write(explanation, 0, lines);
    return lines.join(QLatin1Char('\n'));
}

QString shownNumber(const Definition &definition, const Quantity &value, const QLocale &locale)
{
    return value ? locale.toString(*value, 'f', definition.decimals) : Texts::tr("unknown");
}

} // namespace loci::indicators
