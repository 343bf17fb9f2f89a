// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/base/result.h"
#include "widgets/roles/rolesshown.h"

#include <QObject>
#include <functional>
#include <memory>

namespace loci::storage {
class PostGisDatabase;
}
namespace loci::widgets {
class ActionRegistry;
class AuditPage;
class RoleSheet;
} // namespace loci::widgets

namespace loci::app {

class MainWindow;

/// Roles of a workspace on a server: the page with the matrix, which an administrator changes, and the page with the
/// audit, which is all that an auditor sees. Each reads and writes in the background with a connection of its own, as
/// whoever signed in; the server decides.
class RoleRoom final : public QObject
{
    Q_OBJECT
public:
    RoleRoom(MainWindow &window, const Services &services, widgets::ActionRegistry &actions);
    widgets::RoleSheet &sheet(); ///< made when first wanted
    widgets::AuditPage &audit(); ///< made when first wanted
    void show();
    void showAudit();
    void turnOn(); ///< asks first
    void keep(const roles::RoleMatrix &matrix, const std::vector<roles::RoleMember> &members);

private:
    /// Connects in a worker, as whoever signed in.
    using Writer = std::function<Result<std::unique_ptr<storage::PostGisDatabase>>()>;
    Writer writer() const;
    storage::PostGisAddress address() const;
    bool isShared() const;
    void read();
    void takeWorkspace();
    void finish(const Result<> &done, const QString &sentence);
    void checkChain();

    MainWindow &m_window;
    Services m_services;
    widgets::RoleSheet *m_sheet = nullptr;
    widgets::AuditPage *m_audit = nullptr;
};

} // namespace loci::app
