// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the height check.
#include "layers/domain/city/heights.h"
#include "layers/domain/city/modelfindings.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace loci::city {

namespace {

struct ReferenceRow
{
    HeightReference reference;
    const char *key, *name;
};

constexpr ReferenceRow kReferences[] = {
    {HeightReference::Unknown, "unknown", QT_TRANSLATE_NOOP("loci::city", "Unknown")},
    {HeightReference::Orthometric, "orthometric", QT_TRANSLATE_NOOP("loci::city", "Above sea level (orthometric)")},
    {HeightReference::Ellipsoidal, "ellipsoidal", QT_TRANSLATE_NOOP("loci::city", "Above the ellipsoid")},
    {HeightReference::AboveGround, "above-ground", QT_TRANSLATE_NOOP("loci::city", "Above the ground")},
};

QString metres(double value)
{
    return QLocale().toString(std::abs(value), 'f', 2);
}

const char *codeOf(HeightFault fault)
{
    static constexpr const char *kCodes[] = {"height_floating", "height_buried", "height_far", "height_zero",
                                             "height_absurd"};
    return kCodes[static_cast<int>(fault)];
}

QString besideNeighbours(const HeightIssue &issue)
{
    return (issue.amount > 0 ? QCoreApplication::translate("loci::city", "It stands %1 m higher than its neighbours.")
                             : QCoreApplication::translate("loci::city", "It stands %1 m lower than its neighbours."))
        .arg(metres(issue.amount));
}

QString sentence(const HeightIssue &issue)
{
    switch (issue.fault) {
    case HeightFault::Floating:
        return QCoreApplication::translate("loci::city", "It floats %1 m above the ground; lower it by %1 m.")
            .arg(metres(issue.amount));
    case HeightFault::Buried:
        return QCoreApplication::translate("loci::city", "It is buried %1 m deep; raise it by %1 m.")
            .arg(metres(issue.amount));
    case HeightFault::FarFromTerrain:
        return (issue.amount > 0
                    ? QCoreApplication::translate("loci::city", "It is %1 m above the ground, far from it.")
                    : QCoreApplication::translate("loci::city", "It is %1 m below the ground, far from it."))
            .arg(metres(issue.amount));
    case HeightFault::NoHeight:
        return QCoreApplication::translate("loci::city", "It has no height.");
    case HeightFault::Absurd:
        break;
    }
    return QCoreApplication::translate("loci::city",
                                       "A height of %1 m cannot be right; a unit or a digit may be wrong.")
        .arg(QLocale().toString(issue.amount, 'f', 1));
}

QString sentence(const ModelOffset &offset)
{
    const QString way = offset.dz < 0 ? QCoreApplication::translate("loci::city", "lower it by %1 m")
                                      : QCoreApplication::translate("loci::city", "raise it by %1 m");
    switch (offset.kind) {
    case ModelOffset::Kind::AboveGround:
        return QCoreApplication::translate(
                   "loci::city", "All objects stand at height 0, and the ground does not: the heights seem to "
                                 "count from the ground. The ground lies at %1 m in the middle.")
            .arg(QLocale().toString(offset.dz, 'f', 2));
    case ModelOffset::Kind::Datum:
        return QCoreApplication::translate(
                   "loci::city", "The whole model is %1 m off the ground. Heights above the ellipsoid and above "
                                 "sea level differ by so much: %2.")
            .arg(metres(offset.dz), way.arg(metres(offset.dz)));
    case ModelOffset::Kind::Constant:
        break;
    }
    return QCoreApplication::translate("loci::city", "The whole model is %1 m off the ground: %2.")
        .arg(metres(offset.dz), way.arg(metres(offset.dz)));
}

const char *codeOf(ModelOffset::Kind kind)
{
    return kind == ModelOffset::Kind::Datum         ? "height_datum"
           : kind == ModelOffset::Kind::AboveGround ? "height_above_ground"
                                                    : "height_offset";
}

} // namespace

QString heightReferenceKey(HeightReference reference)
{
    return QLatin1String(kReferences[static_cast<int>(reference)].key);
}

HeightReference heightReferenceFromKey(const QString &key)
{
    for (const ReferenceRow &row : kReferences) {
        if (key == QLatin1String(row.key)) {
            return row.reference;
        }
    }
    return HeightReference::Unknown;
}

QString heightReferenceName(HeightReference reference)
{
    return QCoreApplication::translate("loci::city", kReferences[static_cast<int>(reference)].name);
}

Findings HeightReport::findings(const CityModel &model) const
{
    ModelFindings list(model);
    if (offset) {
        list.add(Severity::Warning, codeOf(offset->kind), sentence(*offset), kNone, {}, model.extent);
    }
    for (const HeightIssue &issue : issues) {
        const Box3 place = model.boundsWithDescendants(issue.object);
        const bool isPlace = issue.fault != HeightFault::NoHeight && issue.fault != HeightFault::Absurd;
        if (isPlace && ground == Ground::Neighbours) { // a slope may explain it
            list.add(Severity::Info, codeOf(issue.fault), besideNeighbours(issue), issue.object, {}, place);
            continue;
        }
        list.add(Severity::Warning, codeOf(issue.fault), sentence(issue), issue.object, {}, place);
    }
    if (ground != Ground::Terrain) {
        list.add(Severity::Info, "height_no_terrain",
                 ground == Ground::Neighbours
                     ? QCoreApplication::translate("loci::city",
                                                   "There is no terrain: each object was compared with its neighbours, "
                                                   "and an offset of the whole model cannot be seen.")
                     : QCoreApplication::translate("loci::city", "There is no terrain to compare the heights with."));
    }
    return list.take();
}

} // namespace loci::city
