// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/serversteps.h"

#include "layers/storage/deskstepschema.h"
#include "layers/storage/modelschema.h"
#include "layers/storage/presenceschema.h"
#include "layers/storage/roles/roleaudit.h"
#include "layers/storage/roles/rolemembers.h"
#include "layers/storage/roles/rolepolicies.h"
#include "layers/storage/roles/roleschema.h"
#include "layers/storage/roles/rolescopes.h"
#include "layers/storage/roles/roleswitch.h"
#include "layers/storage/roles/roletriggers.h"
#include "layers/storage/schema.h"

namespace loci::storage {

namespace {
constexpr ServerStep kSteps[] = {
    {1, kPresenceSchema}, {2, kRoleSchema},   {2, kRoleScopes}, {2, kRoleTriggers},   {2, kRoleAudit},
    {2, kRoleMembers},    {2, kRolePolicies}, {2, kRoleSwitch}, {3, kDeskStepSchema}, {5, kModelSchema},
};
} // namespace

const std::vector<ServerStep> &serverSteps()
{
    static const std::vector<ServerStep> steps(std::begin(kSteps), std::end(kSteps));
    return steps;
}

Result<int> serverStepTaken(Database &database)
{
    int taken = 0;
    LOCI_TRY(const bool isThere, hasTable(database, QStringLiteral("loci_server_step")));
    if (isThere) {
        LOCI_CHECK(database.run("SELECT coalesce(max(version), 0) FROM loci_server_step", {},
                                [&taken](const Statement &row) { taken = int(row.integer(0)); }));
    }
    return taken;
}

Result<> takeServerSteps(Database &database, const std::vector<ServerStep> &steps)
{
    LOCI_CHECK(database.runScript("CREATE TABLE IF NOT EXISTS loci_server_step (version BIGINT PRIMARY KEY)"));
    LOCI_TRY(const int taken, serverStepTaken(database));
    for (const ServerStep &step : steps) {
        if (step.version > taken) {
            LOCI_CHECK(database.runScript(step.sql));
            LOCI_CHECK(database.run("INSERT INTO loci_server_step (version) VALUES (?1) ON CONFLICT DO NOTHING",
                                    {qint64(step.version)}));
        }
    }
    return {};
}

} // namespace loci::storage
