// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/rays/modelfaces.h"

#include <QCoreApplication>

namespace loci::analysis {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::analysis::ModelFaces)
};

} // namespace

OwnedFaces facesOfModel(const city::CityModel &model)
{
    OwnedFaces faces;
    for (city::ObjectIndex o = 0; o < model.objectCount(); ++o) {
        if (model.objectParent[o] == city::kNone) {
            faces.add(facesOf(model, o), o);
        }
    }
    return faces;
}

Findings withoutBody(const city::CityModel &model)
{
    constexpr double kNoHeight = 0.05; // metres: an outline, no body
    FindingList found;
    for (city::ObjectIndex o = 0; o < model.objectCount(); ++o) {
        if (model.objectParent[o] != city::kNone || model.typeOf(o) != "Building") {
            continue;
        }
        const Box3 box = model.boundsWithDescendants(o);
        if (box.isEmpty() || box.max.z - box.min.z < kNoHeight) {
            const QString id = model.idOf(o);
            found.add({Severity::Warning,
                       QStringLiteral("building_without_body"),
                       id,
                       {},
                       Texts::tr("%1 has no body; it hides neither sun nor sight here.").arg(id)});
        }
    }
    return found.take();
}

} // namespace loci::analysis
