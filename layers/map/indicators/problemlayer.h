// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <QColor>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

class QgsVectorLayer;

namespace loci::map {

class MapDocument;

/// One entry of the problem ledger as a symbol.
struct MappedProblem
{
    enum class Look { Open, Overdue, Checking, Closed };
    QString id, finding;
    Vec2 place; ///< longitude and latitude
    Look look = Look::Open;
    bool operator==(const MappedProblem &) const = default;
};

/// Colours and words; the shapes are fixed: triangle, square, half circle, circle.
struct ProblemLook
{
    QString name, openLabel, overdueLabel, checkingLabel, closedLabel;
    QColor open, overdue, checking, closed, halo, text;
    bool operator==(const ProblemLook &) const = default;
};

/// The problem ledger on the map, kept out of the stored documents as the heritage layers are. Main thread.
class ProblemLayer final : public QObject
{
    Q_OBJECT
public:
    static constexpr char kId[] = "indicator/problems";

    explicit ProblemLayer(MapDocument &document, QObject *parent = nullptr);
    ~ProblemLayer() override;

    void show(const std::vector<MappedProblem> &problems, const ProblemLook &look); ///< none: no layer
    QString problemOf(const QString &layerId, std::int64_t featureId) const;        ///< empty: none of ours
    std::optional<std::int64_t> featureOf(const QString &id) const;

private:
    MapDocument &m_document;
    QPointer<QgsVectorLayer> m_layer;
    std::vector<MappedProblem> m_problems;
    ProblemLook m_look;
    QHash<QString, std::int64_t> m_features;
};

} // namespace loci::map
