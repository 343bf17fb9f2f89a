// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/domain/briefing/briefing.h"

#include <functional>
#include <map>

namespace loci::briefing {

/// Documents of a workspace: "briefing/set/<id>" keeps name, look, wall and the order of its scenes, and
/// "briefing/scene/<id>/<scene>" one scene each, so that an edit of one is a small step of the history.
inline constexpr char kSetPrefix[] = "briefing/set/";
inline constexpr char kScenePrefix[] = "briefing/scene/";
QString setKey(const QString &briefing);
QString sceneKey(const QString &briefing, const QString &scene);

QJsonObject toJson(const Scene &scene);
/// Unknown members and values become findings; what is known is read.
Loaded<Scene> sceneFrom(const QString &id, const QJsonObject &json);
QJsonObject setToJson(const Briefing &briefing); ///< without the scenes themselves

/// The documents of a briefing that is written in one piece: its set with "scenes" as objects, each with its "id".
std::map<QString, QJsonObject> documentsOf(const QString &briefing, QJsonObject set);

using DocumentReader = std::function<QJsonObject(const QString &key)>; ///< empty: absent
/// A scene of the order that is not there is a finding; scenes outside the order come last.
Loaded<Briefing> briefingFrom(const QString &id, const QStringList &sceneKeys, const DocumentReader &read);

} // namespace loci::briefing
