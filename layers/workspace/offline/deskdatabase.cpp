// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/offline/deskdatabase.h"

#include <QCoreApplication>

namespace loci::workspace {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::DeskDatabase)
};
} // namespace

void DeskDatabase::comeBack(std::unique_ptr<storage::Database> server)
{
    m_server = std::move(server);
    m_cache = nullptr;
}

storage::Capabilities DeskDatabase::capabilities() const
{
    storage::Capabilities result = now().capabilities();
    result.fileBacked = false; // the cache is nobody's file
    return result;
}

Result<> DeskDatabase::copyTo(const QString &path)
{
    if (isAway()) {
        return fail(ErrorCode::Unsupported,
                    Texts::tr("The server does not answer; a copy can be made when it is back."));
    }
    return m_server->copyTo(path);
}

} // namespace loci::workspace
