// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/packs/manifest.h"

#include <functional>
#include <map>

namespace loci::packs {

/// A map layer that a pack brings as a file.
struct PackLayer
{
    QString id;
    Words title;
    QString path; ///< inside the pack's folder
};

/// What a pack puts into a workspace: documents by their key, and layers by their file.
struct Contents
{
    std::map<QString, QByteArray> documents;
    std::map<Kind, QStringList> names; ///< codes and ids by kind, for lists and counts
    std::vector<PackLayer> layers;
    Findings findings; ///< what was wrong in the files; the rest stands

    int count(Kind kind) const;
    /// One JSON text of `kind`; `where` names it in findings.
    void add(Kind kind, const QByteArray &text, const QString &where);

private:
    void addContract(const QString &id, QJsonObject json, const QString &where);
};

/// Contents of a pack from its files. `file` answers the bytes of a path inside the pack's folder.
Contents readContents(const Manifest &manifest, const std::function<Result<QByteArray>(const QString &path)> &file);

} // namespace loci::packs
