// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/heritagewords.h"

#include "layers/domain/heritage/scales.h"
#include "widgets/common/tokens.h"
#include "widgets/heritage/datefield.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <array>
#include <cstdlib>
#include <limits>

namespace loci::widgets {

namespace sh = storage::heritage;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(HeritageWords)
};

/// Cinnabar from deep to pale: the higher the protection, the deeper.
QColor depth(std::size_t index, std::size_t count)
{
    static constexpr std::array kShades = {0x861F1BU, 0xB23A2EU, 0xCC6A55U, 0xE2A08EU, 0xF0CDC2U};
    const double place = count > 1 ? static_cast<double>(index) / static_cast<double>(count - 1) : 0.25;
    const double at = place * (kShades.size() - 1);
    const auto low = std::min(static_cast<std::size_t>(at), kShades.size() - 2);
    const double part = at - static_cast<double>(low);
    const QColor a = QColor::fromRgb(kShades[low]);
    const QColor b = QColor::fromRgb(kShades[low + 1]);
    const auto mix = [part](int x, int y) { return static_cast<int>(x + (y - x) * part); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

QColor readableOn(const QColor &ground)
{
    return contrastRatio(ground, Qt::white) >= 4.5 ? QColor(Qt::white) : QColor(0x14, 0x21, 0x1F);
}

HeritageMark markOf(const QString &code, const QString &label, const QColor &colour)
{
    return {code, label, colour, readableOn(colour)};
}

QByteArray iconBytes(const QString &name)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

constexpr std::array kZones = {"protection", "control",       "buffer",      "setting",
                               "district",   "district-core", "purple-line", "underground"};

} // namespace

QString HeritageWords::vocabularyOf(const char *path) const
{
    const heritage::Field *field =
        m_desk->profile() != nullptr ? m_desk->profile()->field(QLatin1String(path)) : nullptr;
    return field != nullptr ? field->vocabulary : QString();
}

bool HeritageWords::usesLevels() const
{
    return !vocabularyOf("/level").isEmpty();
}

QString HeritageWords::classVocabulary() const
{
    return usesLevels() ? vocabularyOf("/level") : vocabularyOf("/grade");
}

const QString &HeritageWords::classCode(const heritage::AssetFacts &facts) const
{
    return usesLevels() ? facts.level : facts.grade;
}

std::vector<HeritageMark> HeritageWords::classMarks() const
{
    std::vector<HeritageMark> marks;
    const heritage::Vocabulary *list =
        m_desk->profile() != nullptr ? m_desk->profile()->vocabulary(classVocabulary()) : nullptr;
    if (list != nullptr) {
        marks.reserve(list->choices.size() + 1);
        for (std::size_t i = 0; i < list->choices.size(); ++i) {
            marks.push_back(markOf(list->choices[i].code, list->choices[i].label.in(dataLanguage()),
                                   depth(i, list->choices.size())));
        }
    }
    const QStringList inUse = list == nullptr ? m_desk->gradesInUse() : QStringList();
    for (qsizetype i = 0; i < inUse.size(); ++i) {
        marks.push_back(markOf(inUse.at(i), inUse.at(i),
                               depth(static_cast<std::size_t>(i), static_cast<std::size_t>(inUse.size()))));
    }
    marks.push_back(markOf({}, Texts::tr("not classified"), QColor(0x8A, 0x96, 0x93)));
    return marks;
}

HeritageMark HeritageWords::classMark(const QString &code) const
{
    const std::vector<HeritageMark> all = classMarks();
    for (const HeritageMark &mark : all) {
        if (mark.code == code) {
            return mark;
        }
    }
    return markOf(code, code, all.back().colour);
}

Status HeritageWords::conditionStatus(const QString &code) const
{
    const QString scale = m_desk->profile() != nullptr ? m_desk->profile()->conditionScale : QString();
    const std::optional<int> rank = heritage::conditionRank(scale, code);
    if (!rank) {
        return Status::Unknown;
    }
    return *rank <= 1 ? Status::Good : (*rank == 2 ? Status::Watch : Status::Bad);
}

QString HeritageWords::conditionWord(const QString &code) const
{
    return code.isEmpty() ? Texts::tr("not surveyed") : m_desk->labelOf(vocabularyOf("/surveys/0/condition"), code);
}

std::vector<HeritageMark> HeritageWords::conditionMarks() const
{
    std::vector<HeritageMark> marks;
    const QString scale = m_desk->profile() != nullptr ? m_desk->profile()->conditionScale : QString();
    const QStringList codes = heritage::conditionCodes(scale);
    marks.reserve(static_cast<std::size_t>(codes.size()) + 1);
    static constexpr std::array kRanks = {0x15803DU, 0x6FA84BU, 0xD9A21BU, 0xC9682DU, 0xB91C1CU};
    for (const QString &code : codes) {
        const std::optional<int> rank = heritage::conditionRank(scale, code);
        const std::size_t shade = std::min<std::size_t>(static_cast<std::size_t>(rank.value_or(2)), kRanks.size() - 1);
        marks.push_back(markOf(code, conditionWord(code), QColor::fromRgb(kRanks[shade])));
    }
    marks.push_back(markOf({}, Texts::tr("not surveyed"), QColor(0x8A, 0x96, 0x93)));
    return marks;
}

QString HeritageWords::themeCode(HeritageTheme theme, const heritage::AssetFacts &facts) const
{
    const QString code = theme == HeritageTheme::Class ? classCode(facts) : facts.condition;
    const std::vector<HeritageMark> known = marks(theme);
    const bool has = std::any_of(known.begin(), known.end(), [&code](const HeritageMark &m) { return m.code == code; });
    return has ? code : QString();
}

std::vector<HeritageMark> HeritageWords::marks(HeritageTheme theme) const
{
    return theme == HeritageTheme::Class ? classMarks() : conditionMarks();
}

QString HeritageWords::categoryWord(const QString &code) const
{
    return code.isEmpty() ? Texts::tr("no category") : m_desk->labelOf(vocabularyOf("/category"), code);
}

bool HeritageWords::usesCategories() const
{
    return !vocabularyOf("/category").isEmpty();
}

QString HeritageWords::kindWord(const heritage::AssetFacts &facts) const
{
    return facts.category.isEmpty() && !facts.typeLabel.isEmpty() ? facts.typeLabel : categoryWord(facts.category);
}

QString HeritageWords::categoryIcon(const QString &code)
{
    const QString name = QStringLiteral("heritage-") + code;
    return !code.isEmpty() && QFile::exists(QStringLiteral(":/icons/%1.svg").arg(name)) ? name
                                                                                        : QStringLiteral("monument");
}

QString HeritageWords::facetTitle(sh::Facet facet)
{
    switch (facet) {
    case sh::Facet::Category:
        return Texts::tr("Category");
    case sh::Facet::Type:
        return Texts::tr("Type");
    case sh::Facet::Grade:
        return Texts::tr("Grade");
    case sh::Facet::Condition:
        return Texts::tr("Condition");
    case sh::Facet::Level:
        return Texts::tr("Protection level");
    case sh::Facet::District:
        return Texts::tr("District");
    case sh::Facet::Review:
        return Texts::tr("Review");
    case sh::Facet::Century:
        return Texts::tr("Period");
    case sh::Facet::Sensitivity:
        return Texts::tr("Sensitivity");
    }
    return {};
}

QString HeritageWords::facetWord(sh::Facet facet, const QString &value) const
{
    switch (facet) {
    case sh::Facet::Category:
        return categoryWord(value);
    case sh::Facet::Level:
    case sh::Facet::Grade:
        return classMark(value).label;
    case sh::Facet::Condition:
        return conditionWord(value);
    case sh::Facet::Review:
        return reviewWord(value);
    case sh::Facet::Century:
        return value.isEmpty() ? Texts::tr("undated") : centuryWord(value.toInt());
    default:
        return value.isEmpty() ? Texts::tr("not known") : value;
    }
}

QString HeritageWords::levelWord(const QString &level)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("county"), QT_TRANSLATE_NOOP("HeritageWords", "county")},
        {QStringLiteral("city"), QT_TRANSLATE_NOOP("HeritageWords", "city")},
        {QStringLiteral("province"), QT_TRANSLATE_NOOP("HeritageWords", "province")}};
    const char *word = words.value(level);
    return word != nullptr ? Texts::tr(word) : level;
}

QString HeritageWords::roleWord(const QString &role)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("viewer"), QT_TRANSLATE_NOOP("HeritageWords", "Viewer")},
        {QStringLiteral("surveyor"), QT_TRANSLATE_NOOP("HeritageWords", "Surveyor")},
        {QStringLiteral("editor"), QT_TRANSLATE_NOOP("HeritageWords", "Editor")},
        {QStringLiteral("reviewer"), QT_TRANSLATE_NOOP("HeritageWords", "Reviewer")},
        {QStringLiteral("manager"), QT_TRANSLATE_NOOP("HeritageWords", "Manager")}};
    const char *word = words.value(role);
    return word != nullptr ? Texts::tr(word) : role;
}

QString HeritageWords::reviewWord(const QString &state)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("draft"), QT_TRANSLATE_NOOP("HeritageWords", "draft")},
        {QStringLiteral("submitted"), QT_TRANSLATE_NOOP("HeritageWords", "submitted")},
        {QStringLiteral("returned"), QT_TRANSLATE_NOOP("HeritageWords", "returned")},
        {QStringLiteral("approved"), QT_TRANSLATE_NOOP("HeritageWords", "approved")}};
    const QString first = state.section(QLatin1Char('/'), 0, 0);
    const QString level = state.section(QLatin1Char('/'), 1, 1);
    const char *word = words.value(first.isEmpty() ? QStringLiteral("draft") : first);
    const QString text = word != nullptr ? Texts::tr(word) : first;
    return level.isEmpty() ? text : QStringLiteral("%1 · %2").arg(text, levelWord(level));
}

QString HeritageWords::missingWord(sh::Missing missing, qint64 count)
{
    const int n = static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
    switch (missing) {
    case sh::Missing::Photograph:
        return Texts::tr("%n without a photograph", nullptr, n);
    case sh::Missing::RecentSurvey:
        return Texts::tr("%n not surveyed for five years", nullptr, n);
    case sh::Missing::Zone:
        return Texts::tr("%n without a zone", nullptr, n);
    case sh::Missing::FourHaves:
        return Texts::tr("%n with incomplete four haves", nullptr, n);
    case sh::Missing::Place:
        return Texts::tr("%n without a place", nullptr, n);
    case sh::Missing::Date:
        return Texts::tr("%n undated", nullptr, n);
    }
    return {};
}

QString HeritageWords::centuryWord(int century)
{
    const int number = std::abs(century);
    static constexpr std::array kEndings = {"th", "st", "nd", "rd"};
    const bool teen = number % 100 >= 11 && number % 100 <= 13;
    const char *ending = !teen && number % 10 < 4 ? kEndings[static_cast<std::size_t>(number % 10)] : "th";
    const QString ordinal = dataLanguage() == QLatin1String("zh") ? QString::number(number)
                                                                  : QString::number(number) + QLatin1String(ending);
    return century > 0 ? Texts::tr("%1 century").arg(ordinal) : Texts::tr("%1 century BCE").arg(ordinal);
}

QString HeritageWords::yearsWord(const heritage::AssetFacts &facts)
{
    if (!facts.yearFrom && !facts.yearTo) {
        return {};
    }
    heritage::Edtf date = heritage::Edtf::years(facts.yearFrom.value_or(0), facts.yearTo.value_or(0));
    date.isInterval = facts.yearFrom != facts.yearTo;
    date.startKind = facts.yearFrom ? heritage::Edtf::End::Known : heritage::Edtf::End::Open;
    date.endKind = facts.yearTo ? heritage::Edtf::End::Known : heritage::Edtf::End::Open;
    return dateInWords(date);
}

QStringList HeritageWords::zoneKinds()
{
    QStringList kinds;
    for (const char *kind : kZones) {
        kinds << QLatin1String(kind);
    }
    return kinds;
}

QString HeritageWords::zoneWord(const QString &kind)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("protection"), QT_TRANSLATE_NOOP("HeritageWords", "Protection zone")},
        {QStringLiteral("control"), QT_TRANSLATE_NOOP("HeritageWords", "Construction control zone")},
        {QStringLiteral("buffer"), QT_TRANSLATE_NOOP("HeritageWords", "Buffer zone")},
        {QStringLiteral("setting"), QT_TRANSLATE_NOOP("HeritageWords", "Setting")},
        {QStringLiteral("district"), QT_TRANSLATE_NOOP("HeritageWords", "Historic district")},
        {QStringLiteral("district-core"), QT_TRANSLATE_NOOP("HeritageWords", "Core of a historic district")},
        {QStringLiteral("purple-line"), QT_TRANSLATE_NOOP("HeritageWords", "Purple line")},
        {QStringLiteral("underground"), QT_TRANSLATE_NOOP("HeritageWords", "Underground relics")}};
    const char *word = words.value(kind);
    return word != nullptr ? Texts::tr(word) : kind;
}

map::HeritageLook HeritageWords::mapLook(HeritageTheme theme) const
{
    const Tokens &t = tokens();
    map::HeritageLook look;
    for (const HeritageMark &mark : marks(theme)) {
        look.classes.push_back({mark.code, mark.label, mark.colour});
    }
    const heritage::Vocabulary *categories =
        m_desk->profile() != nullptr ? m_desk->profile()->vocabulary(vocabularyOf("/category")) : nullptr;
    if (categories != nullptr) {
        for (const heritage::Choice &choice : categories->choices) {
            if (choice.parent.isEmpty()) {
                look.signs.push_back({choice.code, iconBytes(categoryIcon(choice.code))});
            }
        }
    }
    look.defaultSign = iconBytes(QStringLiteral("monument"));
    using map::ZonePattern;
    static constexpr std::array kPatterns = {ZonePattern::Solid,        ZonePattern::Hatched, ZonePattern::Dashed,
                                             ZonePattern::Dotted,       ZonePattern::Dashed,  ZonePattern::Solid,
                                             ZonePattern::CrossHatched, ZonePattern::Dotted};
    const QColor purple(0x7C, 0x3A, 0xA6);
    const QColor earth(0x8B, 0x5E, 0x34);
    for (std::size_t i = 0; i < kZones.size(); ++i) {
        const QString kind = QLatin1String(kZones[i]);
        const QColor colour = kind == QLatin1String("purple-line")   ? purple
                              : kind == QLatin1String("underground") ? earth
                                                                     : t.heritage;
        look.zones.push_back({kind, zoneWord(kind), kPatterns[i], colour});
    }
    look.text = t.text;
    look.halo = t.raised;
    look.cluster = t.mode == ThemeMode::Dark ? QColor(0x8C, 0x36, 0x2D) : t.heritage;
    look.placesName = Texts::tr("Heritage places");
    look.areasName = Texts::tr("Heritage outlines");
    look.zonesName = Texts::tr("Heritage zones");
    return look;
}

} // namespace loci::widgets
