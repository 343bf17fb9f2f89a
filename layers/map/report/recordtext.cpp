// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/report/recordtext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace loci::map {

using heritage::Asset;
using heritage::Choice;
using heritage::Field;
using heritage::Profile;
using heritage::Section;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::map::RecordText)
};

QString choiceLabel(const Profile &profile, const Field &field, const QString &code, const QString &language)
{
    const heritage::Vocabulary *list = profile.vocabulary(field.vocabulary);
    const Choice *choice = list == nullptr ? nullptr : list->find(code);
    return choice == nullptr ? code : choice->label.in(language);
}

QString localText(const QJsonObject &texts, const QString &language)
{
    const QString own = texts.value(language.left(2)).toString();
    if (!own.isEmpty()) {
        return own;
    }
    for (const QJsonValue text : texts) {
        if (!text.toString().isEmpty()) {
            return text.toString();
        }
    }
    return {};
}

/// "POINT (104.08 30.63)" as its coordinates; of other shapes the kind.
QString shapeText(const QString &wkt)
{
    const QString kind = wkt.section(QLatin1Char('('), 0, 0).trimmed();
    if (kind == QLatin1String("POINT")) {
        const QStringList numbers = wkt.mid(wkt.indexOf(QLatin1Char('(')) + 1).chopped(1).split(QLatin1Char(' '));
        return Texts::tr("point at %1, %2")
            .arg(QString::number(numbers.value(0).toDouble(), 'f', 6),
                 QString::number(numbers.value(1).toDouble(), 'f', 6));
    }
    return kind.contains(QLatin1String("POLYGON")) ? Texts::tr("area")
           : kind.contains(QLatin1String("LINE"))  ? Texts::tr("line")
                                                   : Texts::tr("several shapes");
}

class Writer
{
public:
    Writer(const Profile &profile, const QString &language) : m_profile(profile), m_language(language) {}

    QString text(const Field &field, const QJsonValue &value) const
    {
        if (value.isArray()) {
            QStringList parts;
            const QJsonArray list = value.toArray();
            for (const QJsonValue &entry : list) {
                parts << text(field, entry);
            }
            return parts.join(m_language.startsWith(QLatin1String("zh")) ? QStringLiteral("、") : QStringLiteral(", "));
        }
        if (value.isBool()) {
            return value.toBool() ? Texts::tr("yes") : Texts::tr("no");
        }
        if (value.isDouble()) {
            const QString number = QLocale(m_language).toString(value.toDouble(), 'f', QLocale::FloatingPointShortest);
            return field.unit.isEmpty() ? number : number + QLatin1Char(' ') + field.unit;
        }
        if (value.isObject()) {
            const QJsonObject object = value.toObject();
            return localText(object.contains(QLatin1String("label")) ? object.value(QLatin1String("label")).toObject()
                                                                     : object,
                             m_language);
        }
        switch (field.type) {
        case Field::Type::Choice:
        case Field::Type::Choices:
        case Field::Type::Concept:
            return value.toString().isEmpty() ? QString() : choiceLabel(m_profile, field, value.toString(), m_language);
        case Field::Type::Geometry:
            return value.toString().isEmpty() ? QString() : shapeText(value.toString());
        default:
            return value.toString();
        }
    }

    std::vector<FieldText> fields(const Section &section, const QJsonValue &json) const
    {
        std::vector<FieldText> texts;
        for (const Field &field : section.fields) {
            const QString own = text(field, heritage::valueAt(json, field.path)).trimmed();
            if (!own.isEmpty()) {
                texts.push_back({field.label.in(m_language), own});
            }
        }
        return texts;
    }

private:
    const Profile &m_profile;
    QString m_language;
};

bool isForPictures(const Section &section)
{
    return section.id == QLatin1String("media") || section.id == QLatin1String("bindings");
}

} // namespace

std::vector<SectionText> sectionsOf(const Asset &asset, const Profile &profile, const QString &language)
{
    const Writer writer(profile, language);
    std::vector<SectionText> sections;
    sections.reserve(profile.sections.size());
    for (const Section &section : profile.sections) {
        if (isForPictures(section)) {
            continue;
        }
        SectionText text{section.id, section.label.in(language), {}};
        const QJsonValue json = heritage::valueAt(asset.json(), section.path);
        const QJsonArray entries = section.isRepeated ? json.toArray() : QJsonArray{json};
        for (const QJsonValue &entry : entries) {
            std::vector<FieldText> fields = writer.fields(section, entry);
            if (!fields.empty()) {
                text.entries.push_back(std::move(fields));
            }
        }
        if (!text.entries.empty()) {
            sections.push_back(std::move(text));
        }
    }
    return sections;
}

QString valueText(const Asset &asset, const Profile &profile, const QString &path, const QString &language)
{
    const Field *known = profile.field(path);
    const Field plain;
    return Writer(profile, language).text(known != nullptr ? *known : plain, asset.value(path)).trimmed();
}

QStringList missingFields(const Asset &asset, const Profile &profile, const QString &language)
{
    QStringList missing;
    const Findings findings = heritage::validate(asset, profile, language);
    for (const Finding &finding : findings) {
        if (finding.code == QLatin1String("required_missing")) {
            missing << profile.labelOf(finding.where, language);
        }
    }
    missing.removeDuplicates();
    return missing;
}

} // namespace loci::map
