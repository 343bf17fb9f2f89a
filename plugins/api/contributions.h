// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

/// What a pack with code adds to Loci: values, never objects of the window, QGIS or VTK. Functions in them live in the
/// pack's library; the host drops every one of them before the pack goes.
namespace loci::plugin {

/// A text in both languages of the program; an empty one falls back to the other.
struct TextPair
{
    QString zh, en;
};

/// "" is success; anything else is one clear sentence for the person.
struct Outcome
{
    QString problem;
    bool isGood() const { return problem.isEmpty(); }
};

/// An indicator, as JSON in the form of Loci's indicator packs (one object of "indicators").
struct IndicatorSpec
{
    QByteArray json;
};

/// A board, as JSON in the form of the documents `board/<id>`.
struct BoardSpec
{
    QString id;
    QByteArray json;
};

/// A live feed, as JSON in the form that `loci feed test` takes.
struct FeedSpec
{
    QString id;
    QByteArray json;
};

/// A map layer from GeoJSON (RFC 7946: WGS 84, longitude first). The host keeps the text in a file of the workspace's
/// media folder and adds the layer to the map.
struct LayerSpec
{
    QString id; ///< letters, digits, "-" and "_"
    TextPair title;
    QByteArray geojson;
};

/// A panel of the pack's workplace. `make` is called on the main thread when the panel is first shown, with the widget
/// that will own it.
struct PanelSpec
{
    QString id;
    TextPair title;
    int order = 0;
    std::function<QWidget *(QWidget *parent)> make;
};

/// A command in the menu, the palette and the shortcuts. `run` is called on the main thread.
struct CommandSpec
{
    QString id;
    TextPair title;
    std::function<Outcome()> run;
};

/// What an analysis sees: the documents that the pack's manifest asks to read, as they were when it was started. Any
/// thread; immutable.
class Snapshot
{
public:
    virtual ~Snapshot() = default;
    virtual QStringList keys(const QString &prefix) const = 0;
    virtual QByteArray document(const QString &key) const = 0; ///< empty when absent or not permitted
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// A table that an analysis answers with. An empty cell is unknown.
struct AnalysisAnswer
{
    Outcome outcome;
    QList<TextPair> columns;
    QList<QStringList> rows;
};

/// A calculation over a snapshot. `run` is called in a worker; it asks `cancelled` often and returns soon after it
/// says true.
struct AnalysisSpec
{
    QString id;
    TextPair title;
    std::function<AnalysisAnswer(const Snapshot &snapshot, const std::function<bool()> &cancelled)> run;
};

} // namespace loci::plugin
