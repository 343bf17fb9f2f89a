// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/deskroom.h"

#include "app/mainwindow/mainwindow.h"
#include "app/workspacehost.h"
#include "layers/storage/heritage/heritagestore.h"
#include "layers/workspace/presence.h"
#include "layers/workspace/workspace.h"
#include "widgets/common/headerbar.h"
#include "widgets/heritage/heritagedesk.h"
#include "widgets/shared/mergepanel.h"
#include "widgets/shared/peoplebar.h"

#include <algorithm>

namespace loci::app {

using namespace widgets; // assembly only

namespace {
QStringList keysOf(const workspace::MergeOffer &offer)
{
    QStringList keys;
    for (const workspace::MergeItem &item : offer.items()) {
        keys << item.write.key;
    }
    return keys;
}
} // namespace

DeskRoom::DeskRoom(MainWindow &window, const Services &services, HeaderBar &header, HeritageDesk &desk)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_desk(desk)
    , m_words(desk)
    , m_people(new PeopleBar(&header))
    , m_merge(new MergePanel(&window))
{
    header.addTool(m_people);
    m_window.addBeside(m_merge);
    connect(m_merge, &MergePanel::kept, this, &DeskRoom::keep);
    connect(m_merge, &MergePanel::givenUp, this, [this] {
        settle(keysOf(m_waiting.front()));
        m_waiting.pop_front();
        showNext();
    });
    connect(&m_services.host, &WorkspaceHost::workspaceChanged, this, &DeskRoom::watch);
}

void DeskRoom::watch()
{
    workspace::Workspace *workspace = m_services.host.current();
    if (workspace != nullptr && workspace->presence() != nullptr) {
        connect(workspace->presence(), &workspace::Presence::changed, this, &DeskRoom::showPeople);
        connect(workspace, &workspace::Workspace::stepRefused, this, &DeskRoom::offer);
        connect(workspace, &workspace::Workspace::othersChanged, this, &DeskRoom::tell);
    }
    m_waiting.clear(); // of the workspace before
    showNext();
    showPeople();
}

void DeskRoom::showPeople()
{
    std::vector<PersonAtWork> people;
    const workspace::Workspace *workspace = m_services.host.current();
    if (workspace != nullptr && workspace->presence() != nullptr) {
        for (const storage::DeskAtWork &desk : workspace->presence()->others()) {
            const QString work =
                desk.record.isEmpty() ? QString() : m_words.document(desk.record, workspace->json(desk.record));
            people.push_back({desk.person, desk.computer, work, desk.since});
        }
    }
    m_people->setPeople(std::move(people));
}

void DeskRoom::tell(const QStringList &keys, const QString &author)
{
    const workspace::Workspace *workspace = m_services.host.current();
    if (workspace == nullptr || keys.isEmpty()) {
        return;
    }
    const QString first = m_words.document(keys.front(), workspace->json(keys.front()));
    m_window.say(keys.size() == 1 ? tr("%1 changed: %2").arg(author, first)
                                  : tr("%1 changed: %2 and %3 more").arg(author, first).arg(keys.size() - 1));
}

void DeskRoom::offer(const workspace::RefusedStep &step)
{
    workspace::MergeOffer offer(step);
    const auto same = std::find_if(m_waiting.begin(), m_waiting.end(), [&offer](const workspace::MergeOffer &one) {
        return keysOf(one) == keysOf(offer); // the person tried once more
    });
    if (same != m_waiting.end()) {
        *same = std::move(offer);
    } else {
        m_waiting.push_back(std::move(offer));
    }
    showNext();
}

void DeskRoom::showNext()
{
    if (!m_waiting.empty()) {
        m_window.hush(); // the panel says the same, with both versions
        if (m_window.beside() != m_merge) {
            m_before = m_window.beside();
        }
        m_merge->setOffer(m_waiting.front(), m_words);
        m_window.showBeside(m_merge);
    } else if (m_window.beside() == m_merge) {
        m_window.showBeside(m_before);
    }
}

void DeskRoom::keep(const workspace::Command &command)
{
    workspace::Workspace *workspace = m_services.host.current();
    if (workspace == nullptr || m_waiting.empty()) {
        return;
    }
    if (const Result<> done = workspace->commit(command); !done) {
        m_window.sayProblem(done.error().message); // and offered again, if another desk was quicker again
        return;
    }
    settle(keysOf(m_waiting.front()));
    m_waiting.pop_front();
    showNext();
    m_window.say(tr("Both changes were kept: %1").arg(command.title));
}

void DeskRoom::settle(const QStringList &keys)
{
    const QString prefix = QLatin1String(storage::heritage::key::kAsset);
    for (const QString &key : keys) {
        if (key.startsWith(prefix)) {
            emit m_desk.editsSettled(key.mid(prefix.size()));
        }
    }
}

} // namespace loci::app
