// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/levelroom.h"

#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "app/workspacehost.h"
#include "layers/base/clock.h"
#include "layers/workspace/levels/levelexchange.h"
#include "layers/workspace/levels/levelfile.h"
#include "plugins/host/packhost.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/prompts.h"
#include "widgets/common/translator.h"
#include "widgets/levels/levelpanel.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace loci::app {

using namespace widgets; // assembly only

const QString LevelRoom::kWorkplace = QStringLiteral("levels");

namespace {

QDir dataFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
}

bool write(const QString &path, const QByteArray &bytes, QFileDevice::Permissions more = {})
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() &&
           file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | more) && file.commit();
}

QString packageFilter()
{
    return LevelRoom::tr("Level packages (*.locilevel)");
}

QString remarkFilter()
{
    return LevelRoom::tr("Remarks (*.json)");
}

} // namespace

LevelRoom::LevelRoom(MainWindow &window, const Services &services, ActionRegistry &actions)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_panel(new LevelPanel(&window.workplaces()))
{
    window.workplaces().add(kWorkplace, "share", QT_TRANSLATE_NOOP("Workplaces", "Levels"), m_panel, true, 85);
    ActionSpec open{"level.open", "Level", QT_TRANSLATE_NOOP("Level", "Show packages between levels"), "share"};
    open.run = [this] { m_window.setWorkplace(kWorkplace); };
    actions.add(std::move(open));
    connect(m_panel, &LevelPanel::sendRequested, this, &LevelRoom::send);
    connect(m_panel, &LevelPanel::receiveRequested, this, &LevelRoom::receive);
    connect(m_panel, &LevelPanel::takeRequested, this, &LevelRoom::takeRemarks);
    connect(m_panel, &LevelPanel::remarkRequested, this, &LevelRoom::remark);
    connect(m_panel, &LevelPanel::returnRequested, this, &LevelRoom::sendBack);
    connect(&services.translator, &Translator::languageChanged, m_panel, &LevelPanel::setLanguage);
    connect(&services.host, &WorkspaceHost::workspaceChanged, this, [this] {
        if (workspace::Workspace *workspace = m_services.host.current(); workspace != nullptr) {
            connect(workspace, &workspace::Workspace::changed, this, [this](const QStringList &keys) {
                if (std::any_of(keys.begin(), keys.end(),
                                [](const QString &key) { return key.startsWith(QLatin1String("level/")); })) {
                    refresh();
                }
            });
        }
        refresh();
    });
    m_panel->setLanguage(services.translator.language());
}

void LevelRoom::fail(const Error &error)
{
    emit m_window.workplaces().failed(error.message);
}

void LevelRoom::refresh()
{
    std::vector<SenderRow> rows;
    std::vector<levels::Remark> returned;
    if (const workspace::Workspace *workspace = m_services.host.current(); workspace != nullptr) {
        for (workspace::Received &one : workspace::received(*workspace)) {
            rows.push_back({std::move(one.package), std::move(one.remarks)});
        }
        returned = workspace::returnedRemarks(*workspace);
    }
    m_panel->setReceived(std::move(rows), std::move(returned));
}

Result<QByteArray> LevelRoom::ownKey() const
{
    const QString path = dataFolder().filePath(QStringLiteral("level-key"));
    if (QFile file(path); file.open(QIODevice::ReadOnly)) {
        return file.readAll();
    }
    LOCI_TRY(const formats::KeyPair pair, formats::KeyPair::make());
    if (!QDir().mkpath(dataFolder().path()) || !write(path, pair.secretPem) ||
        !write(path + QStringLiteral(".pem"), pair.publicPem, QFileDevice::ReadOther)) {
        return loci::fail(ErrorCode::NotWritable, tr("The key for sealing cannot be kept."), path);
    }
    return pair.secretPem;
}

std::map<QString, QByteArray> LevelRoom::trustedKeys() const
{
    auto keys = packs::trustedKeysOf(dataFolder().filePath(QStringLiteral("level-keys")));
    if (QFile own(dataFolder().filePath(QStringLiteral("level-key.pem"))); own.open(QIODevice::ReadOnly)) {
        keys.insert({tr("this computer"), own.readAll()});
    }
    return keys;
}

void LevelRoom::send()
{
    workspace::Workspace *workspace = m_services.host.current();
    if (workspace == nullptr) {
        return;
    }
    const QJsonObject city =
        workspace->json(QLatin1String(workspace::key::kIndicatorAreas)).value(QStringLiteral("city")).toObject();
    workspace::LevelChoice choice;
    choice.sender = city.value(QStringLiteral("code")).toString();
    choice.senderName = indicators::wordsFrom(city.value(QStringLiteral("name")));
    if (choice.sender.isEmpty()) {
        choice.sender = workspace->name();
    }
    const QString prefix = QLatin1String(workspace::key::kIndicatorPrefix);
    const QStringList definitions = workspace->keys(prefix);
    for (const QString &key : definitions) {
        choice.codes << key.mid(prefix.size());
    }
    choice.records = true;
    levels::LevelPackage package = workspace::collect(*workspace, choice);
    package.made = m_services.clock.nowUtc();
    const auto path = m_services.files.saveFile(
        m_panel, tr("Send a package to the next level"),
        QStringLiteral("%1-%2.locilevel").arg(choice.sender).arg(package.version), packageFilter());
    if (!path) {
        return;
    }
    const auto key = ownKey();
    if (!key) {
        fail(key.error());
        return;
    }
    Result<> written = workspace::writeLevelPackage(package, *path, *key);
    if (written) {
        written = workspace::rememberSent(*workspace, package);
    }
    if (!written) {
        fail(written.error());
        return;
    }
    m_panel->showReport(tr("Version %1 with %2 values and %3 documents is in %4.")
                            .arg(package.version)
                            .arg(package.values.size())
                            .arg(package.documents.size())
                            .arg(QDir::toNativeSeparators(*path)),
                        {});
}

void LevelRoom::receive()
{
    workspace::Workspace *workspace = m_services.host.current();
    const QStringList files = workspace != nullptr
                                  ? m_services.files.openFiles(m_panel, tr("Receive a package"), packageFilter())
                                  : QStringList();
    for (const QString &file : files) {
        const auto read = workspace::readLevelPackage(file, trustedKeys());
        if (!read) {
            fail(read.error());
            return;
        }
        const bool known = read->seal.seal == formats::Seal::Good;
        if (!known &&
            m_services.messages.ask(
                m_panel, tr("Receive a package"),
                tr("This package of %1 is not sealed by anybody whom this computer trusts. Take it all the same?")
                    .arg(read->package.sender),
                {tr("Take it"), tr("Leave it")}) != 0) {
            return;
        }
        const auto report = workspace::receive(*workspace, read->package);
        if (!report) {
            fail(report.error());
            return;
        }
        m_panel->showReport(report->changed ? tr("Version %1 of %2 is here: %3 differences.")
                                                  .arg(read->package.version)
                                                  .arg(read->package.sender)
                                                  .arg(report->differences.size())
                                            : tr("This content is here already; nothing was changed."),
                            report->differences);
    }
}

void LevelRoom::remark(const QString &sender, const QString &what)
{
    const auto text =
        m_services.messages.text(m_panel, tr("Remark"), tr("What is to be corrected in “%1”?").arg(what), {});
    const auto proposed =
        text ? m_services.messages.text(m_panel, tr("Remark"), tr("Proposed value (may be empty)"), {}) : std::nullopt;
    if (!proposed) {
        return;
    }
    levels::Remark made{what, *text, *proposed, qEnvironmentVariable("USER"), m_services.clock.nowUtc(), {}};
    if (const auto done = workspace::remark(*m_services.host.current(), sender, std::move(made)); !done) {
        fail(done.error());
    }
}

void LevelRoom::sendBack(const QString &sender)
{
    const auto path = m_services.files.saveFile(m_panel, tr("Send remarks back"),
                                                sender + QStringLiteral("-remarks.json"), remarkFilter());
    if (path && !write(*path, workspace::remarksText(*m_services.host.current(), sender), QFileDevice::ReadOther)) {
        fail({ErrorCode::NotWritable, tr("%1 cannot be written.").arg(QDir::toNativeSeparators(*path)), {}, {}});
    }
}

void LevelRoom::takeRemarks()
{
    workspace::Workspace *workspace = m_services.host.current();
    const QStringList files =
        workspace != nullptr ? m_services.files.openFiles(m_panel, tr("Take remarks"), remarkFilter()) : QStringList();
    for (const QString &file : files) {
        QFile source(file);
        const auto taken = source.open(QIODevice::ReadOnly)
                               ? workspace::takeRemarks(*workspace, source.readAll())
                               : Result<int>(loci::fail(ErrorCode::NotReadable,
                                                        tr("%1 cannot be read.").arg(QDir::toNativeSeparators(file))));
        if (!taken) {
            fail(taken.error());
            return;
        }
        m_panel->showReport(tr("%n new remarks.", nullptr, *taken), {});
    }
}

} // namespace loci::app
