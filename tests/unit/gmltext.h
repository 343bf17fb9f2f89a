// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/mesh.h"
#include "layers/domain/city/validation.h"
#include "layers/formats/citygml/citygmlreader.h"

#include <QByteArray>
#include <QStringList>
#include <QTest>

/// Small CityGML texts for tests, with single quotes, which are easier to read.
namespace loci::test {

inline QByteArray gmlRing(const char *points, const char *id = nullptr)
{
    QByteArray ring = "<gml:LinearRing";
    ring += id == nullptr ? QByteArray() : QByteArray(" gml:id='") + id + "'";
    return ring + "><gml:posList>" + points + "</gml:posList></gml:LinearRing>";
}

inline QByteArray gmlPolygon(const char *points, const char *id = nullptr)
{
    QByteArray polygon = "<gml:Polygon";
    polygon += id == nullptr ? QByteArray() : QByteArray(" gml:id='") + id + "'";
    const QByteArray ringId = id == nullptr ? QByteArray() : QByteArray(id) + "_ring";
    return polygon + "><gml:exterior>" + gmlRing(points, id == nullptr ? nullptr : ringId.constData()) +
           "</gml:exterior></gml:Polygon>";
}

inline QByteArray gmlMember(const QByteArray &content)
{
    return "<gml:surfaceMember>" + content + "</gml:surfaceMember>";
}

inline QByteArray gmlLink(const char *id)
{
    return QByteArray("<gml:surfaceMember xlink:href='#") + id + "'/>";
}

inline QByteArray gmlMulti(const QByteArray &members, const char *id = nullptr)
{
    QByteArray multi = "<gml:MultiSurface";
    multi += id == nullptr ? QByteArray() : QByteArray(" gml:id='") + id + "'";
    return multi + ">" + members + "</gml:MultiSurface>";
}

inline QByteArray gmlSolid(const QByteArray &members)
{
    return "<gml:Solid><gml:exterior><gml:CompositeSurface>" + members +
           "</gml:CompositeSurface></gml:exterior></gml:Solid>";
}

/// The faces of a cube of 10 m at 1000/2000/5 in EPSG:25832, by number, as posLists.
inline constexpr const char *kCubeFaces[6] = {
    "691000 5336000 5 691000 5336010 5 691010 5336010 5 691010 5336000 5 691000 5336000 5",
    "691000 5336000 15 691010 5336000 15 691010 5336010 15 691000 5336010 15 691000 5336000 15",
    "691000 5336000 5 691010 5336000 5 691010 5336000 15 691000 5336000 15 691000 5336000 5",
    "691010 5336000 5 691010 5336010 5 691010 5336010 15 691010 5336000 15 691010 5336000 5",
    "691010 5336010 5 691000 5336010 5 691000 5336010 15 691010 5336010 15 691010 5336010 5",
    "691000 5336010 5 691000 5336000 5 691000 5336000 15 691000 5336010 15 691000 5336010 5"};
inline constexpr const char *kCubeTypes[6] = {"GroundSurface", "RoofSurface", "WallSurface",
                                              "WallSurface",   "WallSurface", "WallSurface"};

/// A document of version 2.0 around its members; `envelope` replaces the usual one.
inline QByteArray gmlDocument(const QByteArray &members, const char *srsName = "EPSG:25832")
{
    return QByteArray("<?xml version='1.0' encoding='UTF-8'?>\n"
                      "<core:CityModel xmlns:core='http://www.opengis.net/citygml/2.0' "
                      "xmlns:gml='http://www.opengis.net/gml' xmlns:bldg='http://www.opengis.net/citygml/building/2.0' "
                      "xmlns:gen='http://www.opengis.net/citygml/generics/2.0' "
                      "xmlns:app='http://www.opengis.net/citygml/appearance/2.0' "
                      "xmlns:grp='http://www.opengis.net/citygml/cityobjectgroup/2.0' "
                      "xmlns:tran='http://www.opengis.net/citygml/transportation/2.0' "
                      "xmlns:veg='http://www.opengis.net/citygml/vegetation/2.0' "
                      "xmlns:wtr='http://www.opengis.net/citygml/waterbody/2.0' "
                      "xmlns:frn='http://www.opengis.net/citygml/cityfurniture/2.0' "
                      "xmlns:uro='http://www.kantei.go.jp/jp/singi/tiiki/toshisaisei/itoshisaisei/iur/uro/1.4' "
                      "xmlns:xAL='urn:oasis:names:tc:ciq:xsdschema:xAL:2.0' "
                      "xmlns:xlink='http://www.w3.org/1999/xlink'>\n"
                      "<gml:boundedBy><gml:Envelope srsName='") +
           srsName + "' srsDimension='3'/></gml:boundedBy>\n" + members + "</core:CityModel>\n";
}

inline QByteArray gmlObject(const QByteArray &object)
{
    return "<core:cityObjectMember>" + object + "</core:cityObjectMember>\n";
}

/// A house: a solid that takes all its faces from its thematic surfaces, forward.
inline QByteArray gmlHouse()
{
    QByteArray links, surfaces;
    for (int i = 0; i < 6; ++i) {
        const QByteArray id = "face" + QByteArray::number(i);
        links += gmlLink(id.constData());
        surfaces += QByteArray("<bldg:boundedBy><bldg:") + kCubeTypes[i] + "><bldg:lod2MultiSurface>" +
                    gmlMulti(gmlMember(gmlPolygon(kCubeFaces[i], id.constData()))) +
                    "</bldg:lod2MultiSurface></bldg:" + kCubeTypes[i] + "></bldg:boundedBy>\n";
    }
    return gmlObject(
        "<bldg:Building gml:id='house'><bldg:measuredHeight uom='m'>10</bldg:measuredHeight>\n<bldg:lod2Solid>" +
        gmlSolid(links) + "</bldg:lod2Solid>\n" + surfaces + "</bldg:Building>");
}

inline QStringList codesOf(const Findings &findings, Severity least = Severity::Warning)
{
    QStringList codes;
    for (const Finding &finding : findings) {
        if (finding.severity >= least) {
            codes << finding.code;
        }
    }
    return codes;
}

/// Everything that a viewer does with a model: must stand whatever was read.
inline void useModel(const city::CityModel &model)
{
    QVERIFY(city::triangulate(model, {}).has_value());
    QVERIFY(city::footprints(model).has_value());
    QVERIFY(city::validate(model).has_value());
    for (city::ObjectIndex o = 0; o < model.objectCount(); ++o) {
        model.boundsWithDescendants(o);
        model.rootOf(o);
        for (const auto &column : model.attributes.columns()) {
            column->value(o);
        }
    }
}

inline Result<formats::LoadedModel> readGml(const QByteArray &text)
{
    return formats::CityGmlReader().read(text, QStringLiteral("test.gml"));
}

} // namespace loci::test
