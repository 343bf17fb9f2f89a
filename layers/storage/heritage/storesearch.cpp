// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/assetrow.h"
#include "layers/storage/heritage/heritagestore_p.h"
#include "layers/storage/heritage/searchtext.h"

#include <QSet>
#include <algorithm>
#include <limits>

namespace loci::storage::heritage {

namespace {
void keepOnly(FacetIndex::Marks &marks, const FacetIndex::Marks &these)
{
    if (marks.empty()) {
        marks = these;
        return;
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
        marks[i] = char(marks[i] && these[i]);
    }
}

FacetIndex::Marks marksOf(const FacetIndex &facets, const std::vector<qint64> &numbers)
{
    FacetIndex::Marks marks(std::max<std::size_t>(facets.size(), 1), 0); // empty would mean all
    for (const qint64 no : numbers) {
        if (const int position = facets.position(no); position >= 0) {
            marks[std::size_t(position)] = 1;
        }
    }
    return marks;
}
} // namespace

Result<> HeritageStore::Private::ready()
{
    if (facets.isLoaded()) {
        return {};
    }
    return facets.load(database);
}

Result<std::vector<qint64>> HeritageStore::Private::found(const QString &expression) const
{
    std::vector<qint64> numbers;
    LOCI_CHECK(database.run("SELECT rowid FROM heritage_text(?1)", {expression},
                            [&numbers](const Statement &row) { numbers.push_back(row.integer(0)); }));
    return numbers;
}

Result<FacetIndex::Marks> HeritageStore::Private::narrowed(const AssetQuery &query)
{
    LOCI_CHECK(ready());
    FacetIndex::Marks marks;
    if (const QString expression = matchExpression(query.text); !expression.isEmpty()) {
        LOCI_TRY(const auto numbers, found(expression));
        keepOnly(marks, marksOf(facets, numbers));
    } else if (!query.text.trimmed().isEmpty()) {
        keepOnly(marks, marksOf(facets, {})); // nothing but signs: nothing has that
    }
    if (query.box) {
        std::vector<qint64> numbers;
        LOCI_CHECK(database.run("SELECT no FROM heritage_place WHERE west <= ?1 AND east >= ?2 AND south <= ?3 AND "
                                "north >= ?4",
                                {query.box->east, query.box->west, query.box->north, query.box->south},
                                [&numbers](const Statement &row) { numbers.push_back(row.integer(0)); }));
        keepOnly(marks, marksOf(facets, numbers));
    }
    if (!query.ids.isEmpty()) {
        std::vector<qint64> numbers;
        numbers.reserve(std::size_t(query.ids.size()));
        for (const QString &id : query.ids) {
            LOCI_CHECK(database.run("SELECT no FROM heritage_asset WHERE id = ?1", {id},
                                    [&numbers](const Statement &row) { numbers.push_back(row.integer(0)); }));
        }
        keepOnly(marks, marksOf(facets, numbers));
    }
    return facets.filtered(query, marks);
}

Result<const std::vector<int> *> HeritageStore::Private::ranks(SortBy sort)
{
    std::vector<int> &known = rankings[int(sort)];
    if (!known.empty()) {
        return &known;
    }
    known.assign(std::max<std::size_t>(facets.size(), 1), std::numeric_limits<int>::max());
    int rank = 0;
    const auto each = [&](const Statement &row) {
        if (const int position = facets.position(row.integer(0)); position >= 0) {
            known[std::size_t(position)] = rank++;
        }
    };
    switch (sort) {
    case SortBy::Reference:
        LOCI_CHECK(database.run("SELECT no FROM heritage_asset ORDER BY reference = '', reference, no", {}, each));
        break;
    case SortBy::Level:
        LOCI_CHECK(
            database.run("SELECT no FROM heritage_asset ORDER BY level = '', level, grade, name_key, no", {}, each));
        break;
    case SortBy::Year:
        LOCI_CHECK(database.run("SELECT no FROM heritage_asset ORDER BY coalesce(year_from, year_to) IS NULL, "
                                "coalesce(year_from, year_to), name_key, no",
                                {}, each));
        break;
    case SortBy::Condition: // from the best; the codes of all scales
        LOCI_CHECK(database.run("SELECT no FROM heritage_asset ORDER BY CASE condition WHEN 'good' THEN 0 "
                                "WHEN 'optimal' THEN 0 WHEN 'fairly-good' THEN 1 WHEN 'minor-localised' THEN 1 "
                                "WHEN 'fair' THEN 2 WHEN 'significant-localised' THEN 2 WHEN 'fairly-poor' THEN 3 "
                                "WHEN 'major-localised' THEN 3 WHEN 'poor' THEN 4 WHEN 'very-bad' THEN 5 "
                                "WHEN 'extensive-significant' THEN 5 WHEN 'destroyed' THEN 6 ELSE 7 END, name_key, no",
                                {}, each));
        break;
    case SortBy::Updated:
        LOCI_CHECK(database.run("SELECT no FROM heritage_asset ORDER BY updated, no", {}, each));
        break;
    case SortBy::Relevance:
    case SortBy::Name:
        LOCI_CHECK(database.run("SELECT no FROM heritage_asset ORDER BY name_key = '', name_key, no", {}, each));
        break;
    }
    return &known;
}

Result<std::vector<qint64>> HeritageStore::Private::ordered(const AssetQuery &query)
{
    LOCI_TRY(const FacetIndex::Marks marks, narrowed(query));
    std::vector<qint64> numbers = facets.matching(query, marks);
    LOCI_TRY(const std::vector<int> *order, ranks(query.sort));
    QSet<qint64> first; // names before other texts
    const QString expression = matchExpression(query.text);
    if (query.sort == SortBy::Relevance && !expression.isEmpty()) {
        LOCI_TRY(const auto byName, found(QStringLiteral("{names pinyin} : (%1)").arg(expression)));
        first = QSet<qint64>(byName.begin(), byName.end());
    }
    struct Place
    {
        int group, rank;
        qint64 no;
    };
    std::vector<Place> places;
    places.reserve(numbers.size());
    for (const qint64 no : numbers) {
        const int rank = (*order)[std::size_t(facets.position(no))];
        places.push_back({first.contains(no) ? 0 : 1, query.descending ? -rank : rank, no});
    }
    std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) {
        return a.group != b.group ? a.group < b.group : a.rank != b.rank ? a.rank < b.rank : a.no < b.no;
    });
    std::transform(places.begin(), places.end(), numbers.begin(), [](const Place &place) { return place.no; });
    return numbers;
}

Result<AssetPage> HeritageStore::search(const AssetQuery &query, int offset, int limit) const
{
    LOCI_TRY(const std::vector<qint64> numbers, d->ordered(query));
    AssetPage page;
    page.total = qint64(numbers.size());
    const std::size_t first = std::min(numbers.size(), std::size_t(std::max(offset, 0)));
    const std::size_t last = std::min(numbers.size(), first + std::size_t(std::max(limit, 0)));
    page.rows.reserve(last - first);
    for (std::size_t i = first; i < last; ++i) {
        LOCI_TRY(auto row, readAssetRow(d->database, numbers[i]));
        if (row) {
            page.rows.push_back(std::move(*row));
        }
    }
    return page;
}

Result<QStringList> HeritageStore::ids(const AssetQuery &query) const
{
    LOCI_TRY(const std::vector<qint64> numbers, d->ordered(query));
    LOCI_TRY(const auto statement, d->database.prepare("SELECT id FROM heritage_asset WHERE no = ?1"));
    QStringList ids;
    ids.reserve(qsizetype(numbers.size()));
    for (const qint64 no : numbers) {
        LOCI_CHECK(statement->bind(1, no));
        LOCI_TRY(const bool hasRow, statement->step());
        if (hasRow) {
            ids << statement->text(0);
        }
        LOCI_CHECK(statement->reset());
    }
    return ids;
}

Result<FacetCounts> HeritageStore::facetCounts(const AssetQuery &query) const
{
    LOCI_TRY(const FacetIndex::Marks marks, d->narrowed(query));
    return d->facets.counts(query, marks);
}

} // namespace loci::storage::heritage
