// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/edtf.h"
#include "layers/domain/heritage/profile.h"
#include "layers/domain/heritage/wkt.h"

#include <QCoreApplication>
#include <QDate>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace loci::heritage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::heritage::Validation)
};

bool isBlank(const QJsonValue &value)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return std::all_of(object.begin(), object.end(), [](const QJsonValue &item) { return isBlank(item); });
    }
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().trimmed().isEmpty()) ||
           (value.isArray() && value.toArray().isEmpty());
}

/// Holds the record's findings and the words for them.
class Checker
{
public:
    Checker(const Asset &asset, const Profile &profile, QString language)
        : m_asset(asset)
        , m_profile(profile)
        , m_language(std::move(language))
    {}
    Findings run();

private:
    void add(Severity severity, const char *code, const QString &path, const QString &message);
    void checkSection(const Section &section);
    void checkField(const Section &section, const Field &field, const QString &path);
    void checkValue(const Field &field, const QString &path, const QJsonValue &value);
    void checkText(const Field &field, const QString &path, const QString &text);
    void checkDate(const Field &field, const QString &path, const QString &text);
    void checkNumber(const Field &field, const QString &path, const QJsonValue &value);
    void checkChoice(const Field &field, const QString &path, const QString &code);
    void checkOrder();
    void checkIds();
    bool isAsked(const Field &field) const;
    QString name(const QString &path) const { return m_profile.labelOf(path, m_language); }

    const Asset &m_asset;
    const Profile &m_profile;
    QString m_language;
    Findings m_findings;
};

void Checker::add(Severity severity, const char *code, const QString &path, const QString &message)
{
    m_findings.push_back({severity, QLatin1String(code), m_asset.id(), path, message});
}

bool Checker::isAsked(const Field &field) const
{
    if (field.onlyWhen.isEmpty()) {
        return true;
    }
    const QString value = m_asset.text(field.onlyWhen.section(QLatin1Char('='), 0, 0));
    return field.onlyWhen.section(QLatin1Char('='), 1).split(QLatin1Char(',')).contains(value);
}

void Checker::checkSection(const Section &section)
{
    if (!section.isRepeated) {
        for (const Field &field : section.fields) {
            checkField(section, field, section.path + field.path);
        }
        return;
    }
    const qsizetype count = m_asset.value(section.path).toArray().size();
    if (count < section.minimum) {
        add(Severity::Error, "required_missing", section.path,
            Texts::tr("“%1” needs at least %2 entries and has %3.")
                .arg(section.label.in(m_language))
                .arg(section.minimum)
                .arg(count));
    }
    for (qsizetype i = 0; i < count; ++i) {
        const QString entry = section.path + QLatin1Char('/') + QString::number(i);
        for (const Field &field : section.fields) {
            checkField(section, field, entry + field.path);
        }
    }
}

void Checker::checkField(const Section &section, const Field &field, const QString &path)
{
    Q_UNUSED(section);
    const QJsonValue value = m_asset.value(path);
    if (!isBlank(value)) {
        checkValue(field, path, value);
        return;
    }
    if (!isAsked(field) || field.need == Field::Need::Optional) {
        return;
    }
    const QString help = field.help.in(m_language);
    const QString hint = help.isEmpty() ? QString() : QLatin1Char(' ') + help;
    if (field.need == Field::Need::Required) {
        add(Severity::Error, "required_missing", path, Texts::tr("“%1” is required and empty.").arg(name(path)) + hint);
    } else {
        add(Severity::Info, "recommended_missing", path,
            Texts::tr("“%1” is recommended and empty.").arg(name(path)) + hint);
    }
}

void Checker::checkValue(const Field &field, const QString &path, const QJsonValue &value)
{
    switch (field.type) {
    case Field::Type::Integer:
    case Field::Type::Decimal:
        checkNumber(field, path, value);
        break;
    case Field::Type::Edtf:
    case Field::Type::Date:
        checkDate(field, path, value.toString());
        break;
    case Field::Type::Choice:
        checkChoice(field, path, value.toString());
        break;
    case Field::Type::Choices: {
        const QJsonArray codes = value.toArray();
        for (const auto &code : codes) {
            checkChoice(field, path, code.toString());
        }
        break;
    }
    case Field::Type::Boolean:
        if (!value.isBool()) {
            add(Severity::Error, "unknown_type", path, Texts::tr("“%1” has to be yes or no.").arg(name(path)));
        }
        break;
    case Field::Type::Geometry:
        if (!boxOfWkt(value.toString())) {
            add(Severity::Error, "not_a_geometry", path,
                Texts::tr("“%1” is no shape in well-known text.").arg(name(path)));
        }
        break;
    case Field::Type::Text:
    case Field::Type::LongText:
    case Field::Type::Link:
    case Field::Type::Person:
        checkText(field, path, value.toString());
        break;
    default:
        break;
    }
}

void Checker::checkText(const Field &field, const QString &path, const QString &text)
{
    if (field.pattern.isEmpty()) {
        return;
    }
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(field.pattern));
    if (!pattern.match(text).hasMatch()) {
        add(Severity::Warning, "pattern", path,
            Texts::tr("“%1” does not look right: “%2”.").arg(name(path), text) + QLatin1Char(' ') +
                field.patternHelp.in(m_language));
    }
}

void Checker::checkDate(const Field &field, const QString &path, const QString &text)
{
    if (field.type == Field::Type::Date) {
        if (!QDate::fromString(text, Qt::ISODate).isValid()) {
            add(Severity::Error, "not_a_date", path,
                Texts::tr("“%1” is no day: “%2”. Write it as 2019-05-01.").arg(name(path), text));
        }
        return;
    }
    if (const auto date = Edtf::parse(text); !date) {
        add(Severity::Error, "not_a_date", path, name(path) + QStringLiteral(": ") + date.error().message);
    }
}

void Checker::checkNumber(const Field &field, const QString &path, const QJsonValue &value)
{
    const double number = value.toDouble();
    const bool isWhole = field.type != Field::Type::Integer || number == std::floor(number);
    if (!value.isDouble() || !isWhole) {
        add(Severity::Error, "not_a_number", path,
            field.type == Field::Type::Integer ? Texts::tr("“%1” has to be a whole number.").arg(name(path))
                                               : Texts::tr("“%1” has to be a number.").arg(name(path)));
        return;
    }
    if ((field.minimum && number < *field.minimum) || (field.maximum && number > *field.maximum)) {
        const auto edge = [](const std::optional<double> &limit) {
            return limit ? QString::number(*limit) : QStringLiteral("…");
        };
        add(Severity::Error, "out_of_range", path,
            Texts::tr("“%1” is %2, outside of %3 to %4.")
                .arg(name(path), QString::number(number), edge(field.minimum), edge(field.maximum)));
    }
}

void Checker::checkChoice(const Field &field, const QString &path, const QString &code)
{
    const Vocabulary *vocabulary = m_profile.vocabulary(field.vocabulary);
    if (vocabulary && vocabulary->scheme.isEmpty() && !vocabulary->find(code)) {
        add(Severity::Warning, "not_in_vocabulary", path,
            Texts::tr("“%1” is “%2”, which the list “%3” does not have.")
                .arg(name(path), code, vocabulary->label.in(m_language)));
    }
}

void Checker::checkOrder()
{
    const std::vector<Designation> designations = m_asset.parts<Designation>();
    for (std::size_t i = 0; i < designations.size(); ++i) {
        const auto from = Edtf::parse(designations[i].from);
        const auto to = Edtf::parse(designations[i].to);
        if (from && to && to->isBefore(*from)) {
            const QString path = QStringLiteral("/designations/%1/to").arg(i);
            add(Severity::Error, "date_order", path, Texts::tr("“%1” is before the beginning.").arg(name(path)));
        }
    }
}

void Checker::checkIds()
{
    for (const char *member : {Phase::kMember, Survey::kMember}) {
        QSet<QString> seen;
        const std::vector<QJsonObject> items = m_asset.items(QLatin1String(member));
        for (std::size_t i = 0; i < items.size(); ++i) {
            const QString id = items[i].value(QLatin1String("id")).toString();
            if (!id.isEmpty() && seen.contains(id)) {
                add(Severity::Error, "duplicate_id", QStringLiteral("/%1/%2/id").arg(QLatin1String(member)).arg(i),
                    Texts::tr("Two entries have the same id %1.").arg(id));
            }
            seen.insert(id);
        }
    }
}

Findings Checker::run()
{
    if (m_asset.name().isEmpty()) {
        add(Severity::Error, "no_name", QStringLiteral("/names"), Texts::tr("The record has no name."));
    }
    for (const Section &section : m_profile.sections) {
        checkSection(section);
    }
    checkOrder();
    checkIds();
    return std::move(m_findings);
}
} // namespace

Findings validate(const Asset &asset, const Profile &profile, const QString &language)
{
    return Checker(asset, profile, language).run();
}

} // namespace loci::heritage
