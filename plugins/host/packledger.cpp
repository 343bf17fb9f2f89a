// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/host/packledger.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

namespace loci::packs {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::packs::Ledger)
};

constexpr qsizetype kMostLines = 500;

} // namespace

PackLedger::PackLedger(Manifest manifest, QString folder, QString language, Snapshots snapshots)
    : m_manifest(std::move(manifest))
    , m_folder(std::move(folder))
    , m_language(std::move(language))
    , m_snapshots(std::move(snapshots))
{}

plugin::Outcome PackLedger::claim(const QString &id, bool isUsable)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$"));
    if (!form.match(id).hasMatch() || m_ids.contains(id)) {
        return {Texts::tr("“%1” is no id, or it is used twice.").arg(id)};
    }
    if (!isUsable) {
        return {Texts::tr("The contribution “%1” holds nothing that can be used.").arg(id)};
    }
    m_ids << id;
    return {};
}

/// The document as a pack's file would hold it, so that both ways are checked by the same eyes.
plugin::Outcome PackLedger::addDocument(Kind kind, const QString &id, const QByteArray &json)
{
    Contents one;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonObject file{{toText(kind), QJsonObject{{id, object}}}};
    one.add(kind, QJsonDocument(file).toJson(QJsonDocument::Compact), m_manifest.id);
    if (!one.findings.empty()) {
        return {one.findings.front().message};
    }
    m_contents.documents.merge(one.documents);
    m_contents.names[kind] << one.names[kind];
    return {};
}

plugin::Outcome PackLedger::addIndicator(plugin::IndicatorSpec spec)
{
    Contents one;
    one.add(Kind::Indicators, "{\"indicators\":[" + spec.json + "]}", m_manifest.id);
    if (one.documents.empty()) {
        return {one.findings.empty() ? Texts::tr("The indicator cannot be read.") : one.findings.front().message};
    }
    m_contents.documents.merge(one.documents);
    m_contents.names[Kind::Indicators] << one.names[Kind::Indicators];
    return {};
}

plugin::Outcome PackLedger::addBoard(plugin::BoardSpec spec)
{
    return addDocument(Kind::Boards, spec.id, spec.json);
}

plugin::Outcome PackLedger::addFeed(plugin::FeedSpec spec)
{
    return addDocument(Kind::Feeds, spec.id, spec.json);
}

plugin::Outcome PackLedger::addLayer(plugin::LayerSpec spec)
{
    const plugin::Outcome outcome = claim(spec.id, QJsonDocument::fromJson(spec.geojson).isObject());
    if (outcome.isGood()) {
        m_contents.names[Kind::Layers] << spec.id;
        m_layers.push_back(std::move(spec));
    }
    return outcome;
}

plugin::Outcome PackLedger::addPanel(plugin::PanelSpec spec)
{
    const plugin::Outcome outcome = claim(spec.id, spec.make != nullptr);
    if (outcome.isGood()) {
        m_panels.push_back(std::move(spec));
    }
    return outcome;
}

plugin::Outcome PackLedger::addCommand(plugin::CommandSpec spec)
{
    const plugin::Outcome outcome = claim(spec.id, spec.run != nullptr);
    if (outcome.isGood()) {
        m_commands.push_back(std::move(spec));
    }
    return outcome;
}

plugin::Outcome PackLedger::addAnalysis(plugin::AnalysisSpec spec)
{
    const plugin::Outcome outcome = claim(spec.id, spec.run != nullptr);
    if (outcome.isGood()) {
        m_analyses.push_back(std::move(spec));
    }
    return outcome;
}

plugin::SnapshotPtr PackLedger::snapshot() const
{
    return m_snapshots ? m_snapshots(m_manifest) : nullptr;
}

void PackLedger::log(const QString &line)
{
    m_lines << line.left(1000);
    if (m_lines.size() > kMostLines) {
        m_lines.removeFirst();
    }
}

void PackLedger::withdraw()
{
    m_contents = {};
    m_layers.clear();
    m_panels.clear();
    m_commands.clear();
    m_analyses.clear();
    m_ids.clear();
}

} // namespace loci::packs
