// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <memory>
#include <vector>

class QgsCoordinateReferenceSystem;
class QgsMapLayer;
class QgsRectangle;

namespace loci::map {

/// Base maps that are marked as of a Chinese web map, drawn where things are. In their place stand copies whose
/// coordinate system is moved by what the marked coordinates depart in the middle of the view: exact there, and beside
/// it wrong by less than one part in a hundred of the way (that is some pixels at the rim). The layers themselves stay
/// as they are. Main thread.
class WebDatumRasters
{
public:
    WebDatumRasters();
    ~WebDatumRasters();
    WebDatumRasters(const WebDatumRasters &) = delete;
    WebDatumRasters &operator=(const WebDatumRasters &) = delete;

    /// What is to be drawn for these layers in this view. Copies live until the next call: a job that was started
    /// meanwhile does not need them any more.
    QList<QgsMapLayer *> shown(const QList<QgsMapLayer *> &layers, const QgsRectangle &extent,
                               const QgsCoordinateReferenceSystem &crs);

private:
    std::vector<std::unique_ptr<QgsMapLayer>> m_copies;
};

} // namespace loci::map
