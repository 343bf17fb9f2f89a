// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/briefingdesk.h"

#include "layers/domain/briefing/briefingjson.h"

#include <QJsonDocument>
#include <QUuid>
#include <algorithm>

namespace loci::widgets {

using briefing::Briefing;
using briefing::Scene;

namespace {

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QString freshId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).left(8);
}

} // namespace

BriefingDesk::BriefingDesk(QObject *parent) : QObject(parent) {}

void BriefingDesk::setWorkspace(workspace::Workspace *workspace)
{
    if (m_workspace != nullptr) {
        m_workspace->disconnect(this);
    }
    m_workspace = workspace;
    if (m_workspace != nullptr) {
        connect(m_workspace, &workspace::Workspace::changed, this, [this](const QStringList &keys) {
            const bool ours = std::any_of(keys.begin(), keys.end(), [](const QString &key) {
                return key.startsWith(QLatin1String("briefing/"));
            });
            if (ours) {
                emit changed();
            }
        });
    }
    emit changed();
}

QStringList BriefingDesk::idsOf(const workspace::Workspace &workspace)
{
    const QString prefix = QLatin1String(briefing::kSetPrefix);
    QStringList ids;
    for (const QString &key : workspace.keys(prefix)) {
        ids << key.mid(prefix.size());
    }
    return ids;
}

QStringList BriefingDesk::ids() const
{
    return m_workspace != nullptr ? idsOf(*m_workspace) : QStringList();
}

Loaded<Briefing> BriefingDesk::load(const workspace::Workspace &workspace, const QString &id)
{
    return briefing::briefingFrom(id, workspace.keys(briefing::sceneKey(id, {})),
                                  [&workspace](const QString &key) { return workspace.json(key); });
}

Loaded<Briefing> BriefingDesk::load(const QString &id) const
{
    return m_workspace != nullptr ? load(*m_workspace, id) : Loaded<Briefing>();
}

Result<QString> BriefingDesk::find(const workspace::Workspace &workspace, const QString &name)
{
    const QStringList ids = idsOf(workspace);
    if (ids.contains(name)) {
        return name;
    }
    QStringList names;
    for (const QString &id : ids) {
        const briefing::Words words = load(workspace, id).value.name;
        if (name.compare(words.en, Qt::CaseInsensitive) == 0 || name == words.zh) {
            return id;
        }
        names << id;
    }
    return fail(ErrorCode::Usage,
                names.isEmpty()
                    ? tr("The workspace has no briefings.")
                    : tr("There is no briefing “%1”; there are %2.").arg(name, names.join(QStringLiteral(", "))));
}

Result<> BriefingDesk::commit(workspace::Command command)
{
    if (m_workspace == nullptr) {
        return fail(ErrorCode::Usage, tr("No workspace is open."));
    }
    return m_workspace->commit(std::move(command));
}

Result<QString> BriefingDesk::add(const briefing::Words &name, const std::vector<Scene> &scenes)
{
    Briefing briefing;
    briefing.id = freshId();
    briefing.name = name;
    briefing.scenes = scenes;
    LOCI_CHECK(store(briefing, tr("Make the briefing “%1”").arg(name.en)));
    return briefing.id;
}

Result<> BriefingDesk::store(const Briefing &briefing, const QString &title)
{
    workspace::Command command{title, {{briefing::setKey(briefing.id), {}, compact(setToJson(briefing))}}};
    command.changes.reserve(briefing.scenes.size() + 1);
    for (const Scene &scene : briefing.scenes) {
        command.changes.push_back({briefing::sceneKey(briefing.id, scene.id), {}, compact(toJson(scene))});
    }
    return commit(std::move(command));
}

Result<> BriefingDesk::remove(const QString &id)
{
    const Briefing briefing = load(id).value;
    workspace::Command command{tr("Remove the briefing “%1”").arg(briefing.name.en),
                               {{briefing::setKey(id), {}, std::nullopt}}};
    for (const Scene &scene : briefing.scenes) {
        command.changes.push_back({briefing::sceneKey(id, scene.id), {}, std::nullopt});
    }
    return commit(std::move(command));
}

Result<> BriefingDesk::storeSet(const Briefing &briefing, const QString &title)
{
    return commit({title, {{briefing::setKey(briefing.id), {}, compact(setToJson(briefing))}}});
}

Result<> BriefingDesk::storeScene(const QString &id, const Scene &scene, const QString &title)
{
    return commit({title, {{briefing::sceneKey(id, scene.id), {}, compact(toJson(scene))}}});
}

Result<QString> BriefingDesk::addScene(const QString &id, Scene scene, int behind)
{
    Briefing briefing = load(id).value;
    if (scene.id.isEmpty() || briefing.find(scene.id) >= 0) {
        scene.id = freshId();
    }
    const auto at = behind < 0 || behind >= static_cast<int>(briefing.scenes.size())
                        ? briefing.scenes.end()
                        : briefing.scenes.begin() + behind + 1;
    briefing.scenes.insert(at, scene);
    LOCI_CHECK(commit({tr("Add a scene to “%1”").arg(briefing.name.en),
                       {{briefing::setKey(id), {}, compact(setToJson(briefing))},
                        {briefing::sceneKey(id, scene.id), {}, compact(toJson(scene))}}}));
    return scene.id;
}

Result<> BriefingDesk::removeScene(const QString &id, const QString &scene)
{
    Briefing briefing = load(id).value;
    std::erase_if(briefing.scenes, [&scene](const Scene &one) { return one.id == scene; });
    return commit({tr("Remove a scene from “%1”").arg(briefing.name.en),
                   {{briefing::setKey(id), {}, compact(setToJson(briefing))},
                    {briefing::sceneKey(id, scene), {}, std::nullopt}}});
}

Result<> BriefingDesk::move(const QString &id, const QStringList &order)
{
    Briefing briefing = load(id).value;
    std::stable_sort(briefing.scenes.begin(), briefing.scenes.end(),
                     [&order](const Scene &a, const Scene &b) { return order.indexOf(a.id) < order.indexOf(b.id); });
    return storeSet(briefing, tr("Move scenes of “%1”").arg(briefing.name.en));
}

} // namespace loci::widgets
