// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/crsguess.h"

#include "layers/formats/projplace.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

namespace loci::formats {

namespace {

constexpr double kFoot = 0.3048;
constexpr std::size_t kMostSystems = 120; ///< of the register that are tried
constexpr std::size_t kMostCandidates = 8;
constexpr double kNear = 2; ///< degrees around the place where the model is expected

struct Way
{
    bool swap;
    double unit;
    const char *reason;
};

constexpr Way kWays[] = {
    {false, 1, QT_TRANSLATE_NOOP("loci::formats", "the coordinates as they are")},
    {true, 1, QT_TRANSLATE_NOOP("loci::formats", "easting and northing swapped")},
    {false, kFoot, QT_TRANSLATE_NOOP("loci::formats", "the coordinates are feet")},
    {false, 1 / kFoot, QT_TRANSLATE_NOOP("loci::formats", "the coordinates are metres, not feet")},
    {false, 0.001, QT_TRANSLATE_NOOP("loci::formats", "the coordinates are millimetres")},
    {false, 1000, QT_TRANSLATE_NOOP("loci::formats", "the coordinates are kilometres")},
};
constexpr Way kDegrees{false, 1, QT_TRANSLATE_NOOP("loci::formats", "the coordinates are degrees")};
constexpr Way kSwappedDegrees{true, 1, QT_TRANSLATE_NOOP("loci::formats", "latitude and longitude swapped")};

class Guess
{
public:
    Guess(const Box3 &extent, const CrsHints &hints, const CancelToken &cancel)
        : m_middle{extent.centre().x, extent.centre().y}
        , m_size(std::max(extent.max.x - extent.min.x, extent.max.y - extent.min.y))
        , m_hints(hints)
        , m_cancel(cancel)
    {}

    Result<CrsJudgement> run(EpsgCode stated)
    {
        if (!m_proj.isUsable()) {
            return fail(ErrorCode::NotReadable,
                        QCoreApplication::translate("loci::formats",
                                                    "The register of coordinate systems (proj.db) cannot be opened."));
        }
        const auto system = m_proj.system(stated);
        CrsJudgement judgement;
        if (system && fits(stated, *system, kWays[0])) {
            return judgement;
        }
        judgement.verdict = system ? CrsJudgement::Verdict::Suspect : CrsJudgement::Verdict::Missing;
        if (looksLikeDegrees()) {
            tryDegrees(system && system->isGeographic ? stated : EpsgCode(4326));
        } else if (system && !system->isGeographic) {
            for (const Way &way : kWays) {
                fits(stated, *system, way);
            }
        }
        if (m_found.empty()) {
            tryOthers(stated);
        }
        if (m_cancel.isCancelled()) {
            return fail(
                ErrorCode::Cancelled,
                QCoreApplication::translate("loci::formats", "The search for a coordinate system was cancelled."));
        }
        judgement.candidates = ranked();
        return judgement;
    }

private:
    /// A city is a fraction of a degree wide, and not where nobody lives: near zero are local coordinates.
    bool looksLikeDegrees() const
    {
        constexpr double kWidest = 5, kNearZero = 1;
        return std::abs(m_middle.x) <= 180 && std::abs(m_middle.y) <= 180 && m_size < kWidest &&
               std::hypot(m_middle.x, m_middle.y) > kNearZero;
    }

    bool fits(EpsgCode code, const ProjPlace::System &system, const Way &way)
    {
        Vec2 xy{m_middle.x * way.unit, m_middle.y * way.unit};
        if (way.swap) {
            std::swap(xy.x, xy.y);
        }
        const auto there = m_proj.lonLat(code, xy);
        if (!there || !system.contains(*there)) {
            return false;
        }
        m_found.push_back({code, system.name, way.swap, way.unit, *there, system.area(),
                           QCoreApplication::translate("loci::formats", way.reason)});
        return true;
    }

    void tryDegrees(EpsgCode geographic)
    {
        const auto world = m_proj.system(geographic);
        if (!world) {
            return;
        }
        fits(geographic, *world, kDegrees);
        fits(geographic, *world, kSwappedDegrees);
    }

    void tryOthers(EpsgCode stated)
    {
        if (m_hints.near) {
            trySystems(m_proj.systemsAt(*m_hints.near, kMostSystems), stated);
            std::erase_if(m_found, [this](const CrsCandidate &c) { return distance(c) > kNear; });
        }
        if (m_found.empty()) {
            trySystems(m_hints.likely, stated);
        }
    }

    void trySystems(const std::vector<int> &codes, EpsgCode stated)
    {
        for (const int number : codes) {
            const EpsgCode code(number);
            const auto system = m_proj.system(code);
            if (m_cancel.isCancelled() || !system || code == stated || system->isGeographic) {
                continue;
            }
            if (!fits(code, *system, kWays[0])) {
                fits(code, *system, kWays[1]);
            }
        }
    }

    double distance(const CrsCandidate &c) const
    {
        return m_hints.near ? std::hypot(c.lonLat.x - m_hints.near->x, c.lonLat.y - m_hints.near->y) : 0;
    }

    std::vector<CrsCandidate> ranked()
    {
        std::stable_sort(m_found.begin(), m_found.end(), [this](const CrsCandidate &a, const CrsCandidate &b) {
            const double far = distance(a) - distance(b); // the map may look elsewhere: it only ranks
            if (std::abs(far) > 0.2) {
                return far < 0;
            }
            return a.swapAxes != b.swapAxes ? b.swapAxes : a.area < b.area;
        });
        m_found.resize(std::min(m_found.size(), kMostCandidates));
        return m_found;
    }

    Vec2 m_middle;
    double m_size;
    const CrsHints &m_hints;
    CancelToken m_cancel;
    ProjPlace m_proj;
    std::vector<CrsCandidate> m_found;
};

} // namespace

std::vector<int> CrsHints::likelyFromJson(const QByteArray &json)
{
    std::vector<int> codes;
    const QJsonArray list = QJsonDocument::fromJson(json).object().value(QLatin1String("codes")).toArray();
    for (const QJsonValue &code : list) {
        codes.push_back(code.toInt());
    }
    return codes;
}

Result<CrsJudgement> guessCrs(const Box3 &extent, EpsgCode stated, const CrsHints &hints, const CancelToken &cancel)
{
    if (extent.isEmpty()) {
        return CrsJudgement();
    }
    return Guess(extent, hints, cancel).run(stated);
}

Findings CrsJudgement::findings(const city::CityModel &model) const
{
    if (verdict == Verdict::Fits) {
        return {};
    }
    QStringList choices;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, candidates.size()); ++i) {
        const CrsCandidate &c = candidates[i];
        choices << QStringLiteral("EPSG:%1 %2 (%3)").arg(c.crs.value()).arg(c.name, c.reason);
    }
    Finding finding;
    finding.severity = Severity::Warning;
    finding.source = model.sourcePath;
    finding.where = QStringLiteral("/metadata/referenceSystem");
    finding.place = model.extent;
    finding.placeCrs = model.crs;
    if (verdict == Verdict::Missing) {
        finding.code = QStringLiteral("missing_crs");
        finding.message =
            choices.isEmpty()
                ? QCoreApplication::translate("loci::formats",
                                              "No known coordinate system fits; the model may be in local coordinates.")
                : QCoreApplication::translate("loci::formats", "No coordinate system is stated. What may fit: %1.")
                      .arg(choices.join(QStringLiteral("; ")));
    } else {
        finding.code = QStringLiteral("suspect_crs");
        finding.message =
            choices.isEmpty()
                ? QCoreApplication::translate("loci::formats",
                                              "The coordinates lie outside the area of %1, and nothing else fits.")
                      .arg(model.crsText)
                : QCoreApplication::translate("loci::formats",
                                              "The coordinates lie outside the area of %1. What may fit: %2.")
                      .arg(model.crsText, choices.join(QStringLiteral("; ")));
    }
    return {finding};
}

} // namespace loci::formats
