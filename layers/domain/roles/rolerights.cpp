// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/roles/rolematrix.h"

#include <algorithm>
#include <optional>

namespace loci::roles {

namespace {
int rankOf(const QString &sensitivity)
{
    const auto rank = sensitivity.isEmpty() ? 0 : sensitivities().indexOf(sensitivity);
    return rank < 0 ? int(sensitivities().size()) - 1 : int(rank); // a word that nobody knows is kept back
}

/// The narrower of two beginnings of codes; nullopt when they have nothing in common.
std::optional<QString> common(const QString &one, const QString &other)
{
    if (other.isEmpty() || one.startsWith(other)) {
        return one;
    }
    return one.isEmpty() || other.startsWith(one) ? std::optional(other) : std::nullopt;
}

QStringList orEverywhere(const QStringList &areas)
{
    return areas.isEmpty() ? QStringList{QStringLiteral("")} : areas;
}

bool isFor(const RoleRule &rule, const RoleMember &member)
{
    return rule.role == member.role && (rule.departments.isEmpty() || rule.departments.contains(member.department)) &&
           (rule.levels.isEmpty() || rule.levels.contains(member.level)) && (rule.mayRead || rule.mayWrite);
}

QStringList areasOf(const RoleRule &rule, const RoleMember &member)
{
    QStringList areas;
    const QStringList wide = orEverywhere(rule.areas);
    const QStringList own = orEverywhere(member.areas);
    for (const QString &one : wide) {
        for (const QString &other : own) {
            if (const auto both = common(one, other)) {
                areas << *both;
            }
        }
    }
    return areas;
}
} // namespace

RoleRights::RoleRights(const std::vector<RoleRule> &rules, const std::vector<RoleMember> &own, QDate today)
{
    for (const RoleMember &member : own) {
        if (member.until.isValid() && member.until < today) {
            continue;
        }
        for (const RoleRule &rule : rules) {
            const QStringList areas = isFor(rule, member) ? areasOf(rule, member) : QStringList();
            for (const QString &area : areas) {
                m_grants.push_back({rule.part, area, rankOf(rule.sensitivityUpTo), rule.mayWrite});
            }
        }
    }
}

bool RoleRights::may(const QString &part, bool write) const
{
    return m_isEverything || std::any_of(m_grants.begin(), m_grants.end(), [&](const Grant &grant) {
               return grant.part == part && (grant.isWrite || !write);
           });
}

bool RoleRights::mayWriteAnything() const
{
    return m_isEverything ||
           std::any_of(m_grants.begin(), m_grants.end(), [](const Grant &grant) { return grant.isWrite; });
}

bool RoleRights::mayRecord(const QString &part, const QString &district, const QString &sensitivity, bool write) const
{
    const int rank = rankOf(sensitivity);
    return m_isEverything || std::any_of(m_grants.begin(), m_grants.end(), [&](const Grant &grant) {
               return grant.part == part && (grant.isWrite || !write) && rank <= grant.sensitivity &&
                      (grant.area.isEmpty() || district.startsWith(grant.area));
           });
}

bool RoleRights::mayReadRecord(const QString &part, const QString &district, const QString &sensitivity) const
{
    return mayRecord(part, district, sensitivity, false);
}

bool RoleRights::mayWriteRecord(const QString &part, const QString &district, const QString &sensitivity) const
{
    return mayRecord(part, district, sensitivity, true);
}

} // namespace loci::roles
