// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/indicators/definition.h"

#include <QByteArray>
#include <QJsonObject>
#include <compare>
#include <optional>
#include <vector>

/// Department packs as values: what a manifest says, which packs can run together, and what they put into a workspace.
namespace loci::packs {

using indicators::Words;

/// "1.2.3" (missing parts are 0).
struct Version
{
    int major = 0, minor = 0, patch = 0;
    static std::optional<Version> fromText(const QString &text);
    QString text() const;
    auto operator<=>(const Version &) const = default;
};

/// Another pack that must run, at this version or a later one of the same major.
struct Requirement
{
    QString id;
    Version atLeast;
    bool isMetBy(const Version &version) const { return version.major == atLeast.major && version >= atLeast; }
};

enum class Kind { Layers, Indicators, Boards, Feeds, Rules, Scenes, Contracts };
const std::vector<Kind> &allKinds();
QString toText(Kind kind); ///< as in the manifest: "layers", "indicators", ...
Words title(Kind kind);    ///< for people

/// A file of the pack with contributions of one kind. `path` is inside the pack's folder: relative, no "..".
struct Contribution
{
    Kind kind = Kind::Indicators;
    QString path;
};

/// pack.json, checked. Permissions: "read:<prefix of document keys>", "network", "write".
struct Manifest
{
    QString id; ///< reverse domain name: "org.loci.education"
    Version version, api;
    Words name, summary, department;
    QString owner, contact, licence, source;
    QString confirm; ///< what is to be confirmed before official use; empty: nothing
    QStringList permissions;
    std::vector<Requirement> needs; ///< "requires" of the file
    QString library;                ///< base name of the pack's library; empty: data only
    std::vector<Contribution> contributions;
    QJsonObject json; ///< as it was read

    bool hasCode() const { return !library.isEmpty(); }
    bool mayRead(const QString &documentKey) const;

    /// Fails with one sentence when the pack cannot be used; members that nothing here knows are findings.
    static Result<Loaded<Manifest>> read(const QByteArray &text);
    static constexpr char kFileName[] = "pack.json";
};

/// True for a path that stays inside the folder it is taken from, on every system.
bool isInside(const QString &path);

} // namespace loci::packs
