// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roles/rolewords.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace loci::widgets {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RoleWords)
};

struct Word
{
    const char *id;
    const char *text;
};

constexpr Word kParts[] = {{"map", QT_TRANSLATE_NOOP("RoleWords", "Map")},
                           {"city", QT_TRANSLATE_NOOP("RoleWords", "City models")},
                           {"planning", QT_TRANSLATE_NOOP("RoleWords", "Planning")},
                           {"heritage", QT_TRANSLATE_NOOP("RoleWords", "Heritage")},
                           {"indicators", QT_TRANSLATE_NOOP("RoleWords", "Indicators")},
                           {"feeds", QT_TRANSLATE_NOOP("RoleWords", "Live feeds")},
                           {"briefing", QT_TRANSLATE_NOOP("RoleWords", "Briefing")},
                           {"catalogue", QT_TRANSLATE_NOOP("RoleWords", "Data catalogue")},
                           {"audit", QT_TRANSLATE_NOOP("RoleWords", "Audit")},
                           {"roles", QT_TRANSLATE_NOOP("RoleWords", "Roles")}};
constexpr Word kSensitivities[] = {{"open", QT_TRANSLATE_NOOP("RoleWords", "open")},
                                   {"restricted", QT_TRANSLATE_NOOP("RoleWords", "restricted")},
                                   {"withheld", QT_TRANSLATE_NOOP("RoleWords", "withheld")}};
constexpr Word kLevels[] = {{"district", QT_TRANSLATE_NOOP("RoleWords", "district")},
                            {"city", QT_TRANSLATE_NOOP("RoleWords", "city")},
                            {"province", QT_TRANSLATE_NOOP("RoleWords", "province")}};

template <std::size_t N>
QString wordOf(const Word (&words)[N], const QString &id)
{
    for (const Word &word : words) {
        if (id == QLatin1String(word.id)) {
            return Texts::tr(word.text);
        }
    }
    return id;
}
} // namespace

QString accessWord(Access access)
{
    switch (access) {
    case Access::Write:
        return Texts::tr("writes");
    case Access::Read:
        return Texts::tr("reads");
    default:
        return Texts::tr("nothing");
    }
}

QString partWord(const QString &part)
{
    return wordOf(kParts, part);
}

QString sensitivityWord(const QString &word)
{
    return wordOf(kSensitivities, word);
}

QString placeWord(const storage::PostGisAddress &address)
{
    return Texts::tr("%1 in %2").arg(address.schema, address.place());
}

QString levelWord(const QString &level)
{
    return wordOf(kLevels, level);
}

QString roleWord(const roles::RoleKind &kind)
{
    const bool isChinese = Texts::tr("Map") != QLatin1String("Map");
    const QString &name = isChinese ? kind.nameZh : kind.nameEn;
    const QString &other = isChinese ? kind.nameEn : kind.nameZh;
    return !name.isEmpty() ? name : !other.isEmpty() ? other : kind.role;
}

QString roleWord(const std::vector<roles::RoleKind> &kinds, const QString &role)
{
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&role](const roles::RoleKind &kind) { return kind.role == role; });
    return found != kinds.end() ? roleWord(*found) : role;
}

Access accessOf(const std::vector<roles::RoleRule> &rules, const QString &role, const QString &part)
{
    Access most = Access::None;
    for (const roles::RoleRule &rule : rules) {
        if (rule.role == role && rule.part == part) {
            most = std::max(most, rule.mayWrite ? Access::Write : rule.mayRead ? Access::Read : Access::None);
        }
    }
    return most;
}

roles::RoleRule readingRule(const QString &role, const QString &part)
{
    roles::RoleRule rule;
    rule.role = role;
    rule.part = part;
    return rule;
}

QString limitWord(const roles::RoleRule &rule)
{
    QStringList words;
    if (rule.part == QLatin1String("heritage") && rule.sensitivityUpTo != QLatin1String("open")) {
        words << sensitivityWord(rule.sensitivityUpTo);
    }
    words << rule.areas;
    for (const QString &level : rule.levels) {
        words << levelWord(level);
    }
    words << rule.departments;
    return words.join(QStringLiteral(" · "));
}

QStringList listFrom(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[,;，、；]"));
    QStringList words;
    for (const QString &word : text.split(between, Qt::SkipEmptyParts)) {
        if (!word.trimmed().isEmpty()) {
            words << word.trimmed();
        }
    }
    return words;
}

} // namespace loci::widgets
