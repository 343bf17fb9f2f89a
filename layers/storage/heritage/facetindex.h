// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"
#include "layers/storage/heritage/assetquery.h"

#include <QHash>
#include <QString>
#include <array>
#include <vector>

namespace loci::storage::heritage {

/// The columns by which assets are filtered and counted, in memory: a hundred thousand of them are counted in a few
/// milliseconds. Made from heritage_asset when it is asked first, kept up with changes.
class FacetIndex
{
public:
    /// One bit an asset, by its position.
    using Marks = std::vector<char>;

    Result<> load(Database &database);
    bool isLoaded() const { return m_isLoaded; }
    void forget();

    void put(qint64 no, const loci::heritage::AssetFacts &facts, bool hasPlace);
    void remove(qint64 no);

    std::size_t size() const { return m_rows.size(); } ///< positions, free ones included
    qint64 no(std::size_t position) const { return m_rows[position].no; }
    int position(qint64 no) const { return m_positions.value(no, -1); }

    /// Positions for which everything of the query but its facets, text, ids and box holds, and `within` (unless
    /// empty).
    Marks filtered(const AssetQuery &query, const Marks &within) const;
    /// Those of them for which the facets hold, too.
    std::vector<qint64> matching(const AssetQuery &query, const Marks &filtered) const;
    FacetCounts counts(const AssetQuery &query, const Marks &filtered) const;

private:
    static constexpr std::size_t kTextFacets = 8; // all but Century
    struct Row
    {
        qint64 no = 0; // 0: free
        std::array<int, kTextFacets> codes{};
        std::optional<int> yearFrom, yearTo, centuryFrom, centuryTo;
        int surveyDay = 0; // Julian day; 0: none
        int photographs = 0, zones = 0, fourHaves = -1;
        bool isTrashed = false, hasPlace = false, isWithheld = false;
    };
    class Dictionary
    {
    public:
        int code(const QString &text);
        const std::vector<QString> &texts() const { return m_texts; }

    private:
        QHash<QString, int> m_codes;
        std::vector<QString> m_texts;
    };
    /// For each facet which values are wanted; empty: all.
    struct Wanted
    {
        std::array<std::vector<char>, kTextFacets> values;
        std::vector<int> centuries;
        bool wantsCentury = false, wantsUnknownCentury = false;
    };
    Wanted wantedBy(const AssetQuery &query) const;
    static bool isWanted(const Wanted &wanted, const Row &row, Facet facet);
    static bool holds(const AssetQuery &query, const Row &row, int oldestSurvey);
    static bool lacks(const Row &row, Missing missing, int oldestSurvey);
    static std::size_t slot(Facet facet);

    std::vector<Row> m_rows;
    QHash<qint64, int> m_positions;
    std::vector<int> m_free;
    std::array<Dictionary, kTextFacets> m_dictionaries;
    bool m_isLoaded = false;
};

} // namespace loci::storage::heritage
