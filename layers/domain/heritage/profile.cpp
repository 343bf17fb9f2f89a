// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/profile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace loci::heritage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::heritage::Profile)
};

struct TypeWord
{
    Field::Type type;
    const char *name;
};
constexpr std::array kTypes = {TypeWord{Field::Type::Text, "text"},
                               TypeWord{Field::Type::LongText, "long-text"},
                               TypeWord{Field::Type::LocalText, "local-text"},
                               TypeWord{Field::Type::Integer, "integer"},
                               TypeWord{Field::Type::Decimal, "decimal"},
                               TypeWord{Field::Type::Boolean, "boolean"},
                               TypeWord{Field::Type::Edtf, "edtf"},
                               TypeWord{Field::Type::Date, "date"},
                               TypeWord{Field::Type::Choice, "choice"},
                               TypeWord{Field::Type::Choices, "choices"},
                               TypeWord{Field::Type::Concept, "concept"},
                               TypeWord{Field::Type::Person, "person"},
                               TypeWord{Field::Type::Media, "media"},
                               TypeWord{Field::Type::Asset, "asset"},
                               TypeWord{Field::Type::Geometry, "geometry"},
                               TypeWord{Field::Type::Link, "link"}};

tl::unexpected<Error> broken(const QString &why)
{
    return fail(ErrorCode::Invalid, Texts::tr("The record profile cannot be used: %1.").arg(why));
}

LocalText localText(const QJsonValue &value)
{
    LocalText text;
    const QJsonObject languages = value.toObject();
    for (auto it = languages.begin(); it != languages.end(); ++it) {
        text.byLanguage.insert(it.key(), it.value().toString());
    }
    return text;
}

std::optional<double> numberOf(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

Result<Field> fieldOf(const QJsonObject &json, const QString &section)
{
    Field field;
    field.path = json.value(QLatin1String("path")).toString();
    const QString place = section + field.path;
    const QString type = json.value(QLatin1String("type")).toString();
    const auto word = std::find_if(kTypes.begin(), kTypes.end(),
                                   [&type](const TypeWord &known) { return type == QLatin1String(known.name); });
    if (word == kTypes.end() || !field.path.startsWith(QLatin1Char('/'))) {
        return broken(Texts::tr("the field %1 has no known type or no path").arg(place));
    }
    field.type = word->type;
    const QString need = json.value(QLatin1String("need")).toString();
    field.need = need == QLatin1String("required")      ? Field::Need::Required
                 : need == QLatin1String("recommended") ? Field::Need::Recommended
                                                        : Field::Need::Optional;
    field.vocabulary = json.value(QLatin1String("vocabulary")).toString();
    field.label = localText(json.value(QLatin1String("label")));
    field.help = localText(json.value(QLatin1String("help")));
    field.unit = json.value(QLatin1String("unit")).toString();
    field.minimum = numberOf(json.value(QLatin1String("min")));
    field.maximum = numberOf(json.value(QLatin1String("max")));
    field.pattern = json.value(QLatin1String("pattern")).toString();
    field.patternHelp = localText(json.value(QLatin1String("patternHelp")));
    field.onlyWhen = json.value(QLatin1String("onlyWhen")).toString();
    if (field.label.byLanguage.isEmpty() || !QRegularExpression(field.pattern).isValid()) {
        return broken(Texts::tr("the field %1 has no label or a broken pattern").arg(place));
    }
    return field;
}

Result<Section> sectionOf(const QJsonObject &json)
{
    Section section;
    section.id = json.value(QLatin1String("id")).toString();
    section.label = localText(json.value(QLatin1String("label")));
    section.help = localText(json.value(QLatin1String("help")));
    section.path = json.value(QLatin1String("path")).toString();
    section.isRepeated = json.value(QLatin1String("repeated")).toBool();
    section.minimum = json.value(QLatin1String("minimum")).toInt();
    if (section.id.isEmpty() || section.label.byLanguage.isEmpty()) {
        return broken(Texts::tr("a section has no id or no label"));
    }
    const QJsonArray fields = json.value(QLatin1String("fields")).toArray();
    section.fields.reserve(std::size_t(fields.size()));
    for (const auto &value : fields) {
        LOCI_TRY(Field field, fieldOf(value.toObject(), section.path));
        section.fields.push_back(std::move(field));
    }
    return section;
}

Vocabulary vocabularyOf(const QJsonObject &json)
{
    Vocabulary vocabulary;
    vocabulary.id = json.value(QLatin1String("id")).toString();
    vocabulary.label = localText(json.value(QLatin1String("label")));
    vocabulary.scheme = json.value(QLatin1String("scheme")).toString();
    vocabulary.source = json.value(QLatin1String("source")).toString();
    vocabulary.isToConfirm = json.value(QLatin1String("confirm")).toBool();
    const QJsonArray choices = json.value(QLatin1String("choices")).toArray();
    vocabulary.choices.reserve(std::size_t(choices.size()));
    for (const auto &value : choices) {
        const QJsonObject choice = value.toObject();
        vocabulary.choices.push_back(
            {choice.value(QLatin1String("code")).toString(), localText(choice.value(QLatin1String("label"))),
             choice.value(QLatin1String("parent")).toString(), localText(choice.value(QLatin1String("help")))});
    }
    return vocabulary;
}

Result<> checkLinks(const Profile &profile)
{
    for (const Section &section : profile.sections) {
        for (const Field &field : section.fields) {
            const bool needsList = field.type == Field::Type::Choice || field.type == Field::Type::Choices;
            if ((needsList || !field.vocabulary.isEmpty()) && !profile.vocabulary(field.vocabulary)) {
                return broken(
                    Texts::tr("the field %1 names a vocabulary that is not there").arg(section.path + field.path));
            }
        }
    }
    return {};
}

/// The number of the entry in a path of a repeated section; -1: none.
int entryOf(const Section &section, const QString &path)
{
    if (!section.isRepeated) {
        return -1;
    }
    bool isNumber = false;
    const int index = path.mid(section.path.size() + 1).section(QLatin1Char('/'), 0, 0).toInt(&isNumber);
    return isNumber ? index : -1;
}

/// The part of a record's path below the section and its entry; a null string when it is not in the section.
QString inside(const Section &section, const QString &path)
{
    if (!path.startsWith(section.path + QLatin1Char('/'))) {
        return {};
    }
    const QString rest = path.mid(section.path.size());
    return section.isRepeated ? QLatin1Char('/') + rest.section(QLatin1Char('/'), 2) : rest;
}

bool isAtOrBelow(const QString &path, const QString &top)
{
    return path == top || path.startsWith(top + QLatin1Char('/'));
}
} // namespace

QString LocalText::in(const QString &language) const
{
    const QString own = byLanguage.value(language.left(2));
    if (!own.isEmpty()) {
        return own;
    }
    const QString english = byLanguage.value(QStringLiteral("en"));
    return english.isEmpty() && !byLanguage.isEmpty() ? *byLanguage.begin() : english;
}

const Choice *Vocabulary::find(const QString &code) const
{
    const auto it =
        std::find_if(choices.begin(), choices.end(), [&code](const Choice &choice) { return choice.code == code; });
    return it == choices.end() ? nullptr : &*it;
}

Result<Profile> Profile::parse(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject top = QJsonDocument::fromJson(json, &error).object();
    Profile profile;
    profile.id = top.value(QLatin1String("id")).toString();
    profile.label = localText(top.value(QLatin1String("label")));
    profile.source = top.value(QLatin1String("source")).toString();
    profile.conditionScale = top.value(QLatin1String("conditionScale")).toString();
    profile.hasFourHaves = top.value(QLatin1String("fourHaves")).toBool();
    const QJsonArray vocabularies = top.value(QLatin1String("vocabularies")).toArray();
    for (const auto &value : vocabularies) {
        profile.vocabularies.push_back(vocabularyOf(value.toObject()));
    }
    const QJsonArray sections = top.value(QLatin1String("sections")).toArray();
    profile.sections.reserve(std::size_t(sections.size()));
    for (const auto &value : sections) {
        LOCI_TRY(Section section, sectionOf(value.toObject()));
        profile.sections.push_back(std::move(section));
    }
    if (profile.id.isEmpty() || profile.sections.empty()) {
        return broken(error.error == QJsonParseError::NoError ? Texts::tr("it has no id or no sections")
                                                              : error.errorString());
    }
    LOCI_CHECK(checkLinks(profile));
    return profile;
}

const Vocabulary *Profile::vocabulary(const QString &wanted) const
{
    const auto it = std::find_if(vocabularies.begin(), vocabularies.end(),
                                 [&wanted](const Vocabulary &vocabulary) { return vocabulary.id == wanted; });
    return it == vocabularies.end() ? nullptr : &*it;
}

const Field *Profile::field(const QString &recordPath) const
{
    for (const Section &section : sections) {
        const QString path = inside(section, recordPath);
        for (const Field &field : section.fields) {
            if (!path.isNull() && isAtOrBelow(path, field.path)) {
                return &field;
            }
        }
    }
    return nullptr;
}

QString Profile::labelOf(const QString &recordPath, const QString &language) const
{
    const Section *best = nullptr;
    for (const Section &section : sections) {
        const QString path = inside(section, recordPath);
        for (const Field &field : section.fields) {
            if (!path.isNull() && isAtOrBelow(path, field.path)) {
                const int entry = entryOf(section, recordPath);
                const QString number = entry < 0 ? QString() : QStringLiteral(" %1").arg(entry + 1);
                return QStringLiteral("%1%2: %3").arg(section.label.in(language), number, field.label.in(language));
            }
        }
        if (!section.path.isEmpty() && isAtOrBelow(recordPath, section.path)) {
            best = &section;
        }
    }
    return best ? best->label.in(language) : recordPath.mid(1);
}

} // namespace loci::heritage
