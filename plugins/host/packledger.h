// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/packs/packdocuments.h"
#include "plugins/api/departmentpack.h"

#include <QStringList>
#include <vector>

namespace loci::packs {

/// What one pack with code has offered: the Host that it sees. Contributions of data join the contents of its files;
/// those with functions stay here until they are withdrawn, before the pack goes.
class PackLedger final : public plugin::Host
{
public:
    using Snapshots = std::function<plugin::SnapshotPtr(const Manifest &)>;
    PackLedger(Manifest manifest, QString folder, QString language, Snapshots snapshots);

    plugin::Outcome addIndicator(plugin::IndicatorSpec spec) override;
    plugin::Outcome addBoard(plugin::BoardSpec spec) override;
    plugin::Outcome addFeed(plugin::FeedSpec spec) override;
    plugin::Outcome addLayer(plugin::LayerSpec spec) override;
    plugin::Outcome addPanel(plugin::PanelSpec spec) override;
    plugin::Outcome addCommand(plugin::CommandSpec spec) override;
    plugin::Outcome addAnalysis(plugin::AnalysisSpec spec) override;
    plugin::SnapshotPtr snapshot() const override;
    QString folder() const override { return m_folder; }
    QString language() const override { return m_language; }
    void log(const QString &line) override;

    void setLanguage(const QString &language) { m_language = language; }
    void withdraw(); ///< drops every contribution

    const Contents &contents() const { return m_contents; }
    const std::vector<plugin::LayerSpec> &layers() const { return m_layers; }
    const std::vector<plugin::PanelSpec> &panels() const { return m_panels; }
    const std::vector<plugin::CommandSpec> &commands() const { return m_commands; }
    const std::vector<plugin::AnalysisSpec> &analyses() const { return m_analyses; }
    const QStringList &lines() const { return m_lines; }

private:
    plugin::Outcome addDocument(Kind kind, const QString &id, const QByteArray &json);
    plugin::Outcome claim(const QString &id, bool isUsable);

    Manifest m_manifest;
    QString m_folder, m_language;
    Snapshots m_snapshots;
    Contents m_contents;
    QStringList m_ids, m_lines;
    std::vector<plugin::LayerSpec> m_layers;
    std::vector<plugin::PanelSpec> m_panels;
    std::vector<plugin::CommandSpec> m_commands;
    std::vector<plugin::AnalysisSpec> m_analyses;
};

} // namespace loci::packs
