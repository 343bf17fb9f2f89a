// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/api/contributions.h"

#include <QtPlugin>

namespace loci::plugin {

/// Version of this interface. A pack is loaded when its major is equal and its minor not larger.
inline constexpr int kApiMajor = 1;
inline constexpr int kApiMinor = 0;

/// What the program lends a pack, from initialize() until the pack is destroyed. Main thread only. A contribution that
/// cannot be taken (id used twice, not JSON, not permitted by the manifest) is answered with a sentence; the others
/// stay.
class Host
{
public:
    virtual ~Host() = default;
    virtual Outcome addIndicator(IndicatorSpec spec) = 0;
    virtual Outcome addBoard(BoardSpec spec) = 0;
    virtual Outcome addFeed(FeedSpec spec) = 0;
    virtual Outcome addLayer(LayerSpec spec) = 0;
    virtual Outcome addPanel(PanelSpec spec) = 0;
    virtual Outcome addCommand(CommandSpec spec) = 0;
    virtual Outcome addAnalysis(AnalysisSpec spec) = 0;
    /// The workspace as it is now, limited to what the manifest's permissions name; null when none is open.
    virtual SnapshotPtr snapshot() const = 0;
    /// Folder of the pack's own files, with its manifest.
    virtual QString folder() const = 0;
    /// "en" or "zh_CN".
    virtual QString language() const = 0;
    /// A line of the pack's log, shown in the pack manager.
    virtual void log(const QString &line) = 0;
};

/// The one class that a pack's library exports. Loci is C++ in one process: an exception or an error costs the pack, a
/// wild pointer costs the program; the next start then leaves the pack out and says why.
///
/// ```
/// class Schools final : public QObject, public loci::plugin::DepartmentPack
/// {
///     Q_OBJECT
///     Q_PLUGIN_METADATA(IID LOCI_DEPARTMENT_PACK_IID)
///     Q_INTERFACES(loci::plugin::DepartmentPack)
/// ```
class DepartmentPack
{
public:
    virtual ~DepartmentPack() = default;
    /// Declares contributions; no work. Called once, on the main thread.
    virtual Outcome initialize(Host &host) = 0;
    /// All packs that run are initialised.
    virtual void ready() {}
    /// Last call before destruction. The host has dropped every contribution.
    virtual void aboutToUnload() {}
};

} // namespace loci::plugin

/// The major version is part of the name: a break is another interface.
#define LOCI_DEPARTMENT_PACK_IID "org.loci.DepartmentPack/1"
Q_DECLARE_INTERFACE(loci::plugin::DepartmentPack, LOCI_DEPARTMENT_PACK_IID)
