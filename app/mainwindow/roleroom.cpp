// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/roleroom.h"

#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/serverroom.h"
#include "app/workspacehost.h"
#include "layers/storage/postgisdatabase.h"
#include "layers/workspace/taskrunner.h"
#include "layers/workspace/workspace.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/prompts.h"
#include "widgets/roles/auditpage.h"
#include "widgets/roles/rolesheet.h"

#include <algorithm>

namespace loci::app {

using namespace widgets; // assembly only
using storage::heritage::AuditEntry;
using storage::heritage::AuditLog;
using storage::heritage::ChainReport;
using storage::PostGisAddress;
using storage::PostGisDatabase;
using storage::RoleStore;

namespace {
constexpr int kMostEntries = 2000;

struct AuditShown
{
    std::vector<AuditEntry> entries;
    qint64 count = 0;
};

Result<RolesShown> rolesIn(storage::Database &database)
{
    const RoleStore store(database);
    RolesShown shown;
    LOCI_TRY(shown.own, store.mine());
    LOCI_TRY(const roles::RoleMatrix shipped, storage::shippedRoles());
    shown.names = shipped.kinds;
    if (!shown.own.rights.mayRead(QStringLiteral("roles"))) {
        return shown;
    }
    LOCI_TRY(shown.matrix, store.matrix());
    if (!shown.isReadable()) {
        shown.matrix = shipped; // what turning on begins with
    }
    LOCI_TRY(shown.members, store.members());
    return shown;
}

/// Both or neither: members of a new role come after it, and a matrix whose members are refused goes back.
Result<> keepBoth(RoleStore &store, const roles::RoleMatrix &matrix, const std::vector<roles::RoleMember> &members)
{
    LOCI_TRY(const roles::RoleMatrix before, store.matrix());
    LOCI_TRY(const std::vector<roles::RoleMember> membersBefore, store.members());
    if (!(matrix == before)) {
        LOCI_CHECK(store.setMatrix(matrix));
    }
    if (members == membersBefore) {
        return {};
    }
    const Result<> done = store.setMembers(members);
    if (!done && !(matrix == before)) {
        LOCI_CHECK(store.setMatrix(before));
    }
    return done;
}
} // namespace

RoleRoom::RoleRoom(MainWindow &window, const Services &services, ActionRegistry &actions)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
{
    ActionSpec matrix{"workspace.roles", "Roles", QT_TRANSLATE_NOOP("Roles", "Show roles and members"), "group"};
    matrix.run = [this] { show(); };
    matrix.enabled = [this] { return isShared(); };
    actions.add(std::move(matrix));
    ActionSpec audit{"workspace.audit", "Roles", QT_TRANSLATE_NOOP("Roles", "Show the audit"), "list"};
    audit.run = [this] { showAudit(); };
    audit.enabled = [this] { return isShared(); };
    actions.add(std::move(audit));
    connect(&services.host, &WorkspaceHost::workspaceChanged, this, &RoleRoom::takeWorkspace);
}

bool RoleRoom::isShared() const
{
    return m_services.host.current() != nullptr && m_services.host.current()->isShared();
}

PostGisAddress RoleRoom::address() const
{
    return PostGisAddress::parse(m_services.host.current()->home()).value_or(PostGisAddress());
}

RoleRoom::Writer RoleRoom::writer() const
{
    return [address = address(), secret = m_window.servers().secret()] {
        return PostGisDatabase::open(address, secret, PostGisDatabase::Mode::ReadWrite);
    };
}

RoleSheet &RoleRoom::sheet()
{
    if (m_sheet == nullptr) {
        m_sheet = new RoleSheet;
        m_window.addWhole(m_sheet);
        connect(m_sheet, &RoleSheet::closed, this, [this] { m_window.showWhole(nullptr); });
        connect(m_sheet, &RoleSheet::keepRequested, this, &RoleRoom::keep);
        connect(m_sheet, &RoleSheet::turnOnRequested, this, &RoleRoom::turnOn);
        connect(m_sheet, &RoleSheet::auditRequested, this, &RoleRoom::showAudit);
    }
    return *m_sheet;
}

AuditPage &RoleRoom::audit()
{
    if (m_audit == nullptr) {
        m_audit = new AuditPage;
        m_window.addWhole(m_audit);
        connect(m_audit, &AuditPage::closed, this, [this] { m_window.showWhole(nullptr); });
        connect(m_audit, &AuditPage::checkRequested, this, &RoleRoom::checkChain);
    }
    return *m_audit;
}

void RoleRoom::show()
{
    if (isShared()) {
        m_window.showWhole(&sheet());
        read();
    }
}

void RoleRoom::read()
{
    sheet().setBusy(true);
    m_services.tasks.run(
        this, tr("Read the roles"),
        [open = m_services.host.current()->reader()](const CancelToken &,
                                                     const ProgressFunction &) -> Result<RolesShown> {
            LOCI_TRY(const auto database, open());
            return rolesIn(*database);
        },
        [this, home = m_services.host.current()->home()](Result<RolesShown> shown) {
            sheet().setBusy(false);
            if (!isShared() || m_services.host.current()->home() != home) {
                return; // another workspace was opened meanwhile
            }
            if (!shown) {
                sheet().showProblem(shown.error().message);
                return;
            }
            shown->address = address();
            sheet().setRoles(*shown);
        });
}

void RoleRoom::finish(const Result<> &done, const QString &sentence)
{
    sheet().setBusy(false);
    if (!done) {
        sheet().showProblem(done.error().message); // the draft stays
        return;
    }
    m_window.say(sentence);
    read();
}

void RoleRoom::keep(const roles::RoleMatrix &matrix, const std::vector<roles::RoleMember> &members)
{
    if (!isShared()) {
        return;
    }
    sheet().setBusy(true);
    m_services.tasks.run(
        this, tr("Keep the roles"),
        [open = writer(), matrix, members](const CancelToken &, const ProgressFunction &) -> Result<> {
            LOCI_TRY(const auto database, open());
            RoleStore store(*database);
            return keepBoth(store, matrix, members);
        },
        [this](const Result<> &done) { finish(done, tr("The roles are kept and hold at once, on every desk.")); });
}

void RoleRoom::turnOn()
{
    const int answer = m_services.messages.ask(
        m_sheet, tr("Turn roles on?"),
        tr("From now on everybody signs in with a login of their own and sees and changes only what their roles allow; "
           "who has no role sees nothing. Give the members their roles next. This cannot be taken back in the window."),
        {tr("Turn roles on"), tr("Cancel")});
    if (answer != 0 || !isShared()) {
        return;
    }
    sheet().setBusy(true);
    m_services.tasks.run(
        this, tr("Turn roles on"),
        [open = writer()](const CancelToken &, const ProgressFunction &) -> Result<> {
            LOCI_TRY(const auto database, open());
            LOCI_TRY(const roles::RoleMatrix shipped, storage::shippedRoles());
            return RoleStore(*database).turnOn(shipped);
        },
        [this](const Result<> &done) { finish(done, tr("Roles are on.")); });
}

void RoleRoom::showAudit()
{
    if (!isShared()) {
        return;
    }
    m_services.tasks.run(
        this, tr("Read the audit"),
        [open = m_services.host.current()->reader()](const CancelToken &,
                                                     const ProgressFunction &) -> Result<AuditShown> {
            LOCI_TRY(const auto database, open());
            const AuditLog log(*database);
            AuditShown shown;
            LOCI_TRY(shown.entries, log.entries({}, kMostEntries));
            LOCI_TRY(shown.count, log.count());
            return shown;
        },
        [this](const Result<AuditShown> &shown) {
            if (!shown) {
                m_window.sayProblem(shown.error().message);
            } else if (isShared()) {
                audit().setEntries(address(), shown->entries, shown->count);
                m_window.showWhole(m_audit);
            }
        });
}

void RoleRoom::checkChain()
{
    m_services.tasks.run(
        this, tr("Check the chain"),
        [open = m_services.host.current()->reader()](const CancelToken &,
                                                     const ProgressFunction &) -> Result<ChainReport> {
            LOCI_TRY(const auto database, open());
            return AuditLog(*database).verify();
        },
        [this](const Result<ChainReport> &report) {
            if (report) {
                audit().showChain(*report);
            } else {
                m_window.sayProblem(report.error().message);
            }
        });
}

/// Who may read nothing but the audit finds it open.
void RoleRoom::takeWorkspace()
{
    m_window.showWhole(nullptr);
    if (!isShared()) {
        return;
    }
    m_services.tasks.run(
        this, tr("Read the roles"),
        [open = m_services.host.current()->reader()](const CancelToken &,
                                                     const ProgressFunction &) -> Result<storage::OwnRoles> {
            LOCI_TRY(const auto database, open());
            return RoleStore(*database).mine();
        },
        [this](const Result<storage::OwnRoles> &own) {
            const QString audit = QStringLiteral("audit");
            const QStringList &parts = roles::parts();
            if (own && own->isEnforced && own->rights.mayRead(audit) &&
                std::none_of(parts.begin(), parts.end(),
                             [&](const QString &part) { return part != audit && own->rights.mayRead(part); })) {
                showAudit();
            }
        });
}

} // namespace loci::app
