// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/roles/rolematrix.h"
#include "layers/storage/database.h"

namespace loci::storage {

/// Who signed in, and what the server lets them do.
struct OwnRoles
{
    bool isEnforced = false; ///< roles are on
    bool isOwner = false;    ///< of the workspace: everything, also upgrades and turning roles on
    QString login;
    std::vector<roles::RoleMember> memberships; ///< also ended ones
    roles::RoleRights rights = roles::RoleRights::everything();
};

/// The roles that come with Loci, to begin with: administrator, planner, heritage officer, field worker, ...
Result<roles::RoleMatrix> shippedRoles();

/// Roles of a workspace on a server, enforced there by row-level security for every login; a file has none. The matrix
/// and the members are read and written by who has the part "roles", and by the owner.
class RoleStore
{
public:
    explicit RoleStore(Database &database) : m_database(database) {}

    Result<bool> isEnforced() const; ///< false for files, and before turnOn()
    /// What the signed-in login may do; for anybody, auditors too.
    Result<OwnRoles> mine() const;

    Result<roles::RoleMatrix> matrix() const;
    Result<std::vector<roles::RoleMember>> members() const;
    /// Each replaces all there is, in one transaction of its own. Members need a login that the server knows; a role
    /// that members have cannot go.
    Result<> setMatrix(const roles::RoleMatrix &matrix);
    Result<> setMembers(const std::vector<roles::RoleMember> &members);

    /// The owner's step: from now on desks sign in with their own logins and see what their roles let them. Without
    /// a matrix in the workspace `matrix` becomes it. Again: brings the rules to tables that came since.
    Result<> turnOn(const roles::RoleMatrix &matrix);

private:
    Database &m_database;
};

} // namespace loci::storage
