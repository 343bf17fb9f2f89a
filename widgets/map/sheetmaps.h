// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "layers/map/mapdocument.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace loci::widgets {

/// Small maps for printed sheets: the visible layers around a place at a round scale, with scale bar, north arrow and a
/// ring around what the sheet is about. Drawn one after the other in the background. Main thread.
class SheetMaps final : public QObject
{
    Q_OBJECT
public:
    struct Request
    {
        QString id;
        Box3 box;                 ///< WGS 84 degrees: what has to be seen; empty: no map
        std::optional<Vec2> mark; ///< WGS 84
    };
    struct Picture
    {
        QImage image;
        QString caption; ///< scale and reference system
    };
    using Done = std::function<void(const QHash<QString, Picture> &)>;

    explicit SheetMaps(map::MapDocument &document, QObject *parent = nullptr);
    ~SheetMaps() override;
    /// `done` comes once, with those that could be drawn. A second order waits for the first.
    void draw(std::vector<Request> requests, Done done);
    bool isIdle() const;

private:
    struct Order;
    struct Frame;
    void next();
    void start(const Request &request);
    std::optional<Frame> frameOf(const Request &request) const;
    void take(const QImage &image, const Request &request, const Frame &frame);

    map::MapDocument &m_document;
    std::vector<std::unique_ptr<Order>> m_orders;
    QObject *m_job = nullptr;
};

} // namespace loci::widgets
