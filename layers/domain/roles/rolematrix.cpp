// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/roles/rolematrix.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

namespace loci::roles {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::roles::RoleMatrix)
};

struct Prefix
{
    const char *prefix;
    const char *part;
};

// The first that fits; the database has the same list (role_scope_of_key in storage/roles/roleschema.h).
constexpr Prefix kPrefixes[] = {
    {"heritage/sharing/", "catalogue"},
    {"heritage/", "heritage"},
    {"contract/", "catalogue"},
    {"delivery/", "catalogue"},
    {"city/", "city"},
    {"planning/", "planning"},
    {"indicator/", "indicators"},
    {"board/", "indicators"},
    {"problem/", "indicators"},
    {"feed/", "feeds"},
    {"alert/", "feeds"},
    {"briefing/", "briefing"},
};

bool areKnown(const QStringList &words, const QStringList &known)
{
    return std::all_of(words.begin(), words.end(), [&known](const QString &word) { return known.contains(word); });
}
} // namespace

const QStringList &parts()
{
    static const QStringList all = {
        QStringLiteral("map"),        QStringLiteral("city"),  QStringLiteral("planning"), QStringLiteral("heritage"),
        QStringLiteral("indicators"), QStringLiteral("feeds"), QStringLiteral("briefing"), QStringLiteral("catalogue"),
        QStringLiteral("audit"),      QStringLiteral("roles")};
    return all;
}

const QStringList &sensitivities()
{
    static const QStringList all = {QStringLiteral("open"), QStringLiteral("restricted"), QStringLiteral("withheld")};
    return all;
}

const QStringList &levels()
{
    static const QStringList all = {QStringLiteral("district"), QStringLiteral("city"), QStringLiteral("province")};
    return all;
}

QString partOf(const QString &key)
{
    const auto *const found = std::find_if(std::begin(kPrefixes), std::end(kPrefixes), [&key](const Prefix &one) {
        return key.startsWith(QLatin1String(one.prefix));
    });
    return found == std::end(kPrefixes) ? QStringLiteral("map") : QLatin1String(found->part);
}

Result<> RoleMatrix::check() const
{
    QSet<QString> known;
    for (const RoleKind &kind : kinds) {
        if (kind.role.trimmed().isEmpty() || known.contains(kind.role)) {
            return fail(ErrorCode::Invalid, Texts::tr("The role “%1” is there twice, or has no name.").arg(kind.role));
        }
        known << kind.role;
    }
    for (const RoleRule &rule : rules) {
        if (!known.contains(rule.role)) {
            return fail(ErrorCode::Invalid, Texts::tr("There is no role “%1”.").arg(rule.role));
        }
        if (!parts().contains(rule.part)) {
            return fail(
                ErrorCode::Invalid,
                Texts::tr("There is no part “%1”; there are: %2.").arg(rule.part, parts().join(QStringLiteral(", "))));
        }
        if (!areKnown(rule.levels, levels())) {
            return fail(
                ErrorCode::Invalid,
                Texts::tr("A level of role “%1” is none of: %2.").arg(rule.role, levels().join(QStringLiteral(", "))));
        }
        if (!sensitivities().contains(rule.sensitivityUpTo)) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("The sensitivity “%1” of role “%2” is none of: %3.")
                            .arg(rule.sensitivityUpTo, rule.role, sensitivities().join(QStringLiteral(", "))));
        }
    }
    return {};
}

} // namespace loci::roles
