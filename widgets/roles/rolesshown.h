// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/postgisaddress.h"
#include "layers/storage/roles/rolestore.h"

namespace loci::widgets {

/// What the sheet of roles shows of a workspace on a server.
struct RolesShown
{
    storage::PostGisAddress address;
    storage::OwnRoles own;
    roles::RoleMatrix matrix; ///< empty when this login may not read it
    std::vector<roles::RoleMember> members;
    std::vector<roles::RoleKind> names; ///< of roles that the matrix does not tell

    bool isReadable() const { return !matrix.kinds.empty(); }
    bool mayEdit() const { return own.isEnforced && own.rights.mayWrite(QStringLiteral("roles")); }
    bool mayTurnOn() const { return !own.isEnforced && own.isOwner; }
};

} // namespace loci::widgets
