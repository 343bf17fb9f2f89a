// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sample/town.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>

using namespace loci::sample;

namespace {

const Town &town()
{
    static const Town made = makeTown(1);
    return made;
}

/// Every directed edge has exactly one partner that runs the other way.
bool isClosed(const Solid &solid)
{
    std::map<std::pair<int, int>, int> edges;
    for (const Face &face : solid.faces) {
        for (const auto &ring : face.rings) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                ++edges[{ring[i], ring[(i + 1) % ring.size()]}];
            }
        }
    }
    return std::all_of(edges.begin(), edges.end(), [&](const auto &edge) {
        const auto back = edges.find({edge.first.second, edge.first.first});
        return edge.second == 1 && back != edges.end() && back->second == 1;
    });
}

/// Largest distance of a corner from the plane of its face, metres.
double bulge(const Solid &solid, const Face &face)
{
    double n[3] = {0, 0, 0};
    double c[3] = {0, 0, 0};
    const auto &ring = face.rings.front();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto &a = solid.vertices[ring[i]];
        const auto &b = solid.vertices[ring[(i + 1) % ring.size()]];
        for (int k = 0; k < 3; ++k) {
            const int l = (k + 1) % 3;
            const int m = (k + 2) % 3;
            n[k] += (static_cast<double>(a[l]) - b[l]) * (static_cast<double>(a[m]) + b[m]);
            c[k] += a[k] / static_cast<double>(ring.size());
        }
    }
    const double size = std::sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
    double worst = 0;
    for (const auto &r : face.rings) {
        for (const int v : r) {
            const auto &p = solid.vertices[v];
            worst =
                std::max(worst, std::fabs(n[0] * (p[0] - c[0]) + n[1] * (p[1] - c[1]) + n[2] * (p[2] - c[2])) / size);
        }
    }
    return worst / 1000;
}

struct Footprint
{
    int building;
    Ring ring;
    double x0, x1, y0, y1;
};
std::vector<Footprint> footprints()
{
    std::vector<Footprint> all;
    for (std::size_t b = 0; b < town().buildings.size(); ++b) {
        for (const Part &part : town().buildings[b].parts) {
            Footprint f{static_cast<int>(b), part.footprint, 1e9, -1e9, 1e9, -1e9};
            for (const Point p : f.ring) {
                f.x0 = std::min(f.x0, p.x);
                f.x1 = std::max(f.x1, p.x);
                f.y0 = std::min(f.y0, p.y);
                f.y1 = std::max(f.y1, p.y);
            }
            all.push_back(std::move(f));
        }
    }
    std::sort(all.begin(), all.end(), [](const Footprint &a, const Footprint &b) { return a.x0 < b.x0; });
    return all;
}

} // namespace

class TestSampleTown : public QObject
{
    Q_OBJECT
private slots:
    void hasAboutThreeThousandBuildings();
    void hasManyKindsOfRoofs();
    void buildingsDoNotOverlap();
    void streetsAreFreeOfOrdinaryBuildings();
    void buildingsStandOnTheTerrain();
    void solidsAreClosedAndTurnedOutwards();
    void facesArePlane();
    void heritagePlacesAreLinkedAndDated();
    void districtsCoverTheTownOnce();
    void anOpenSolidIsNoticed();
};

void TestSampleTown::hasAboutThreeThousandBuildings()
{
    const auto count = town().buildings.size();
    QVERIFY2(count > 2700 && count < 3800, qPrintable(QString::number(count)));
    QCOMPARE(town().heritage.size(), std::size_t(120));
    QVERIFY(town().districts.size() >= 12);
    QCOMPARE(std::count_if(town().structures.begin(), town().structures.end(),
                           [](const Structure &s) { return s.type == "Bridge"; }),
             3);
    std::set<std::string> ids;
    for (const Building &building : town().buildings) {
        QVERIFY(ids.insert(building.id).second);
    }
}

void TestSampleTown::hasManyKindsOfRoofs()
{
    std::map<std::string, int> roofs;
    bool courtyard = false;
    for (const Building &building : town().buildings) {
        for (const Part &part : building.parts) {
            ++roofs[roofName(part.roof)];
            courtyard = courtyard || !part.holes.empty();
        }
    }
    for (const char *roof : {"flat", "gable", "hip", "half-hip", "pyramid", "shed", "mansard", "hip-and-gable",
                             "gable with fire walls", "sawtooth", "barrel", "spire"}) {
        QVERIFY2(roofs[roof] > 0, roof);
    }
    QVERIFY(courtyard);
}

void TestSampleTown::buildingsDoNotOverlap()
{
    const auto all = footprints();
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t k = i + 1; k < all.size() && all[k].x0 < all[i].x1; ++k) {
            const bool near = all[k].y0 < all[i].y1 && all[i].y0 < all[k].y1;
            if (near && all[i].building != all[k].building && overlap(all[i].ring, all[k].ring, 0.05)) {
                QFAIL(qPrintable(QString::fromStdString(town().buildings[all[i].building].id + " overlaps " +
                                                        town().buildings[all[k].building].id)));
            }
        }
    }
}

void TestSampleTown::streetsAreFreeOfOrdinaryBuildings()
{
    std::vector<Ring> lanes;
    for (const Street &street : town().streets) {
        for (std::size_t i = 0; i + 1 < street.line.size(); ++i) {
            const Point along = street.line[i + 1] - street.line[i];
            if (street.kind != StreetClass::Path && street.kind != StreetClass::Bridge && length(along) > 0.5) {
                lanes.push_back(rectangle(mix(street.line[i], street.line[i + 1], 0.5), unitVector(along),
                                          length(along), street.width - 0.2));
            }
        }
    }
    for (const Building &building : town().buildings) {
        if (!building.name.isEmpty() && building.name.en.find("Residence") == std::string::npos) {
            continue; // gates stand over their street
        }
        const Ring &ring = building.parts.front().footprint;
        for (const Ring &lane : lanes) {
            QVERIFY2(!overlap(ring, lane, 0.05), building.id.c_str());
        }
    }
}

void TestSampleTown::buildingsStandOnTheTerrain()
{
    for (const Building &building : town().buildings) {
        double base = 1e9;
        double ground = 1e9;
        for (const Part &part : building.parts) {
            base = std::min(base, part.base);
            ground = std::min(ground, town().terrain.lowest(part.footprint));
            for (const Point p : part.footprint) {
                QVERIFY2(Terrain::fromWater(p) > 0, building.id.c_str());
            }
        }
        QVERIFY2(base <= ground + 0.001 && base > ground - 0.02, building.id.c_str());
    }
}

void TestSampleTown::solidsAreClosedAndTurnedOutwards()
{
    for (const Building &building : town().buildings) {
        for (const Part &part : building.parts) {
            for (const Solid *solid : {&part.lod1, &part.lod2}) {
                QVERIFY2(isClosed(*solid), building.id.c_str());
                QVERIFY2(volume(*solid) > 1, building.id.c_str());
            }
        }
    }
    for (const Structure &structure : town().structures) {
        for (const Solid &solid : structure.solids) {
            QVERIFY2(isClosed(solid) && volume(solid) > 0, structure.id.c_str());
        }
    }
}

void TestSampleTown::facesArePlane()
{
    for (const Building &building : town().buildings) {
        for (const Part &part : building.parts) {
            for (const Face &face : part.lod2.faces) {
                QVERIFY2(bulge(part.lod2, face) < 0.01, building.id.c_str()); // val3dity's tolerance
            }
        }
    }
}

void TestSampleTown::heritagePlacesAreLinkedAndDated()
{
    std::set<std::string> ids;
    for (const Building &building : town().buildings) {
        ids.insert(building.id);
    }
    for (const Structure &structure : town().structures) {
        ids.insert(structure.id);
    }
    int perLevel[6] = {};
    for (const HeritagePlace &place : town().heritage) {
        ++perLevel[place.level];
        QVERIFY(!place.name.zh.empty() && !place.name.en.empty());
        QVERIFY2(!place.era.zh.empty() && place.yearFrom <= place.yearTo, place.name.en.c_str());
        QCOMPARE(place.protection.empty(), place.level == 5);
        for (const std::string &id : place.objects) {
            QVERIFY2(ids.contains(id), id.c_str());
        }
        for (const Point p : place.protection) {
            QVERIFY(contains(place.control, p));
        }
    }
    for (int level = 1; level <= 5; ++level) {
        QVERIFY(perLevel[level] > 1);
    }
}

void TestSampleTown::districtsCoverTheTownOnce()
{
    double sum = 0;
    for (const District &district : town().districts) {
        sum += area(district.ring);
    }
    QVERIFY(std::fabs(sum - Terrain::kWidth * Terrain::kHeight) < 1);
    for (const Building &building : town().buildings) {
        QVERIFY2(building.district >= 0 && building.neighbourhood >= 0, building.id.c_str());
    }
}

void TestSampleTown::anOpenSolidIsNoticed()
{
    Solid box = prism({{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {}, 0, 3);
    QVERIFY(box.finish());
    QVERIFY(isClosed(box));
    QCOMPARE(volume(box), 48.0);
    box.faces.pop_back();
    QVERIFY(!isClosed(box));
    QVERIFY(!box.finish());
}

LOCI_TEST_CLASS(TestSampleTown)

#include "sample_towntest.moc"
