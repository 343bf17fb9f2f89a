// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/wkt.h"
#include "layers/storage/heritage/assetrow.h"
#include "layers/storage/heritage/heritagestore_p.h"

#include <QSet>
#include <algorithm>
#include <cmath>

namespace loci::storage::heritage {

namespace {
constexpr double kMetresOfDegree = 111'320;

struct Candidate
{
    QString id, name, plain;
    std::optional<Vec2> place;
    QString district;
};

/// Letters and digits only, in lower case.
QString plainName(const QString &name)
{
    QString plain;
    for (const QChar c : name) {
        if (c.isLetterOrNumber()) {
            plain += c.toLower();
        }
    }
    return plain;
}

/// Dice coefficient of the pairs of letters; single letters for the short names of Chinese places.
double similarityOf(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty()) {
        return 0;
    }
    if (a == b) {
        return 1;
    }
    const int width = a.size() < 3 || b.size() < 3 ? 1 : 2;
    const auto pieces = [width](const QString &text) {
        std::vector<QString> list;
        list.reserve(std::size_t(text.size()));
        for (qsizetype i = 0; i + width <= text.size(); ++i) {
            list.push_back(text.mid(i, width));
        }
        std::sort(list.begin(), list.end());
        return list;
    };
    const std::vector<QString> first = pieces(a);
    const std::vector<QString> second = pieces(b);
    std::vector<QString> both;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(both));
    return 2.0 * double(both.size()) / double(first.size() + second.size());
}

class PairFinder
{
public:
    PairFinder(std::vector<Candidate> candidates, double metres, double similarity)
        : m_candidates(std::move(candidates))
        , m_metres(metres)
        , m_similarity(similarity)
        , m_cell(std::max(metres, 1.0) / kMetresOfDegree)
    {}

    std::vector<DuplicatePair> run()
    {
        QHash<std::pair<qint64, qint64>, std::vector<std::size_t>> grid;
        QHash<QString, std::vector<std::size_t>> byName; // without a place
        for (std::size_t i = 0; i < m_candidates.size(); ++i) {
            const Candidate &one = m_candidates[i];
            if (one.place) {
                lookAround(grid, i);
                grid[cellOf(*one.place)].push_back(i);
            }
            if (!one.plain.isEmpty()) {
                for (const std::size_t other : byName.value(one.plain)) {
                    if (!one.place || !m_candidates[other].place) {
                        add(other, i);
                    }
                }
                byName[one.plain].push_back(i);
            }
        }
        std::sort(m_pairs.begin(), m_pairs.end(),
                  [](const DuplicatePair &a, const DuplicatePair &b) { return a.similarity > b.similarity; });
        return std::move(m_pairs);
    }

private:
    /// Wide columns: a cell is not narrower than the distance up to 80 degrees of latitude.
    std::pair<qint64, qint64> cellOf(Vec2 place) const
    {
        const double row = std::floor(place.y / m_cell);
        return {qint64(std::floor(place.x / (m_cell * 6))), qint64(row)};
    }

    template <class Grid>
    void lookAround(const Grid &grid, std::size_t index)
    {
        const auto [column, row] = cellOf(*m_candidates[index].place);
        for (qint64 x = column - 1; x <= column + 1; ++x) {
            for (qint64 y = row - 1; y <= row + 1; ++y) {
                const auto cell = grid.constFind({x, y});
                if (cell == grid.constEnd()) {
                    continue;
                }
                for (const std::size_t other : *cell) {
                    add(other, index);
                }
            }
        }
    }

    void add(std::size_t first, std::size_t second)
    {
        const Candidate &a = m_candidates[first];
        const Candidate &b = m_candidates[second];
        const double similarity = similarityOf(a.plain, b.plain);
        const double metres = a.place && b.place ? loci::heritage::metresBetween(*a.place, *b.place) : -1;
        const bool isOtherDistrict =
            metres < 0 && !a.district.isEmpty() && !b.district.isEmpty() && a.district != b.district;
        if (similarity >= m_similarity && metres <= m_metres && !isOtherDistrict) {
            m_pairs.push_back({a.id, b.id, a.name, b.name, metres, similarity});
        }
    }

    std::vector<Candidate> m_candidates;
    double m_metres;
    double m_similarity;
    double m_cell;
    std::vector<DuplicatePair> m_pairs;
};
} // namespace

Result<std::vector<DuplicatePair>> HeritageStore::duplicates(double metres, double similarity) const
{
    std::vector<Candidate> candidates;
    LOCI_CHECK(eachAssetRow(d->database, [&candidates](qint64, const AssetRow &row) {
        if (row.facts.isTrashed) {
            return;
        }
        const auto place =
            row.longitude && row.latitude ? std::optional(Vec2{*row.longitude, *row.latitude}) : std::nullopt;
        const QString name = row.facts.name.isEmpty() ? row.facts.otherName : row.facts.name;
        candidates.push_back({row.facts.id, name, plainName(name), place, row.facts.district});
    }));
    return PairFinder(std::move(candidates), metres, similarity).run();
}

} // namespace loci::storage::heritage
