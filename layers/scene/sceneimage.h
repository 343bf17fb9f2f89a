// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/scene/cityscene.h"
#include "layers/scene/picture.h"

#include <QDateTime>
#include <QStringList>

namespace loci::scene {

struct ImageRequest
{
    std::vector<city::CityModelPtr> models;
    int width = 1600, height = 1000;
    QString lod;
    QString colourBy;
    std::optional<Camera> camera;
    int orbit = 0;             ///< frames of once around the place, beginning at the camera; 0: one picture
    std::vector<Camera> stops; ///< with `frames`: a way through these
    int frames = 0;
    std::optional<QDateTime> sun; ///< default: an afternoon light that shows the form
    bool shadows = false;         ///< of the sun
    bool edges = true;            ///< lines along the edges of the buildings
    SceneCut cut;
    Theme theme = Theme::Light;
    Rgb accent{15, 118, 110};
    std::vector<std::pair<std::size_t, city::ObjectIndex>> selected; ///< (model, object)
};
struct ImageAnswer
{
    DrawnCounts drawn;
    Camera camera;
    Findings findings;
    QStringList files; ///< what was written
};

/// Builds all tiles of a model on two threads and puts them into the scene: for pictures and tests, where nothing
/// waits.
Result<> addModelNow(CityScene &scene, const QString &id, city::CityModelPtr model, const ModelStyle &style,
                     const QString &lod, Findings *findings = nullptr, const CancelToken &cancel = {});

/// Points the light for a UTC instant at the place of the scene; false when its CRS is unknown (the light stays).
bool applySun(CityScene &scene, EpsgCode crs, const QDateTime &when);

/// Draws one picture into a PNG file, or the frames of an orbit or path into files beside it: "a.png" becomes
/// "a-0001.png", "a-0002.png", ... Needs an X display (Xvfb will do); fails with a sentence without one.
Result<ImageAnswer> renderImage(const ImageRequest &request, const QString &pngPath, const CancelToken &cancel = {});

} // namespace loci::scene
