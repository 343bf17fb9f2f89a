// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/facetindex.h"

#include "layers/storage/heritage/assetrow.h"

#include <algorithm>
#include <map>

namespace loci::storage::heritage {

using loci::heritage::AssetFacts;

namespace {
constexpr int kSurveyYears = 5;
constexpr int kMostCenturies = 60; // a range of dates beyond that says nothing about a century

int julianDay(const QString &isoDay)
{
    const QDate day = QDate::fromString(isoDay, Qt::ISODate);
    return day.isValid() ? int(day.toJulianDay()) : 0;
}

std::array<QString, 8> textsOf(const AssetFacts &facts)
{
    return {facts.category, facts.type,     facts.grade,  facts.condition,
            facts.level,    facts.district, facts.review, facts.sensitivity};
}
} // namespace

int FacetIndex::Dictionary::code(const QString &text)
{
    const auto it = m_codes.constFind(text);
    if (it != m_codes.constEnd()) {
        return *it;
    }
    const int code = int(m_texts.size());
    m_codes.insert(text, code);
    m_texts.push_back(text);
    return code;
}

/// Place of a facet among the columns of texts; Century has none.
std::size_t FacetIndex::slot(Facet facet)
{
    return facet == Facet::Sensitivity ? kTextFacets - 1 : std::size_t(facet);
}

Result<> FacetIndex::load(Database &database)
{
    forget();
    LOCI_CHECK(eachAssetRow(database,
                            [this](qint64 no, const AssetRow &row) { put(no, row.facts, row.longitude.has_value()); }));
    m_isLoaded = true;
    return {};
}

void FacetIndex::forget()
{
    *this = FacetIndex();
}

void FacetIndex::put(qint64 no, const AssetFacts &facts, bool hasPlace)
{
    int position = m_positions.value(no, -1);
    if (position < 0 && !m_free.empty()) {
        position = m_free.back();
        m_free.pop_back();
    } else if (position < 0) {
        position = int(m_rows.size());
        m_rows.emplace_back();
    }
    m_positions.insert(no, position);
    Row &row = m_rows[std::size_t(position)];
    row.no = no;
    const auto texts = textsOf(facts);
    for (std::size_t i = 0; i < kTextFacets; ++i) {
        row.codes[i] = m_dictionaries[i].code(texts[i]);
    }
    row.yearFrom = facts.yearFrom;
    row.yearTo = facts.yearTo;
    row.centuryFrom = facts.centuryFrom ? facts.centuryFrom : facts.centuryTo;
    row.centuryTo = facts.centuryTo ? facts.centuryTo : facts.centuryFrom;
    row.surveyDay = julianDay(facts.lastSurvey);
    row.photographs = facts.photographs;
    row.zones = facts.zones;
    row.fourHaves = facts.fourHaves;
    row.isTrashed = facts.isTrashed;
    row.isWithheld = facts.sensitivity == QLatin1String("withheld");
    row.hasPlace = hasPlace;
}

void FacetIndex::remove(qint64 no)
{
    const int position = m_positions.take(no);
    if (std::size_t(position) < m_rows.size() && m_rows[std::size_t(position)].no == no) {
        m_rows[std::size_t(position)] = Row();
        m_free.push_back(position);
    }
}

bool FacetIndex::lacks(const Row &row, Missing missing, int oldestSurvey)
{
    switch (missing) {
    case Missing::Photograph:
        return row.photographs == 0;
    case Missing::RecentSurvey:
        return row.surveyDay < oldestSurvey;
    case Missing::Zone:
        return row.zones == 0;
    case Missing::FourHaves:
        return row.fourHaves >= 0 && row.fourHaves < 4;
    case Missing::Place:
        return !row.hasPlace;
    case Missing::Date:
        return !row.yearFrom && !row.yearTo;
    }
    return false;
}

bool FacetIndex::holds(const AssetQuery &query, const Row &row, int oldestSurvey)
{
    if (row.no == 0 || row.isTrashed != query.trashed || (row.isWithheld && !query.withheldToo)) {
        return false;
    }
    const bool asksYears = query.yearFrom || query.yearTo;
    const bool isDated = row.yearFrom || row.yearTo;
    const bool begins = !query.yearTo || !row.yearFrom || *row.yearFrom <= *query.yearTo;
    const bool lasts = !query.yearFrom || !row.yearTo || *row.yearTo >= *query.yearFrom;
    if (asksYears && (!isDated || !begins || !lasts)) {
        return false;
    }
    return std::all_of(query.missing.begin(), query.missing.end(),
                       [&](Missing missing) { return lacks(row, missing, oldestSurvey); });
}

FacetIndex::Marks FacetIndex::filtered(const AssetQuery &query, const Marks &within) const
{
    const QDate today = query.today.isValid() ? query.today : QDate::currentDate();
    const int oldestSurvey = int(today.addYears(-kSurveyYears).toJulianDay());
    Marks marks(m_rows.size(), 0);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        marks[i] = char((within.empty() || within[i]) && holds(query, m_rows[i], oldestSurvey));
    }
    return marks;
}

FacetIndex::Wanted FacetIndex::wantedBy(const AssetQuery &query) const
{
    Wanted wanted;
    for (auto it = query.facets.begin(); it != query.facets.end(); ++it) {
        if (it.value().isEmpty()) {
            continue;
        }
        if (it.key() == Facet::Century) {
            wanted.wantsCentury = true;
            for (const QString &century : it.value()) {
                wanted.wantsUnknownCentury = wanted.wantsUnknownCentury || century.isEmpty();
                wanted.centuries.push_back(century.toInt());
            }
            continue;
        }
        const std::vector<QString> &texts = m_dictionaries[slot(it.key())].texts();
        std::vector<char> flags(std::max<std::size_t>(texts.size(), 1), 0);
        for (std::size_t code = 0; code < texts.size(); ++code) {
            flags[code] = char(std::any_of(it.value().begin(), it.value().end(), [&](const QString &value) {
                const bool isArea = it.key() == Facet::District && !value.isEmpty();
                return isArea ? texts[code].startsWith(value) : texts[code] == value;
            }));
        }
        wanted.values[slot(it.key())] = std::move(flags);
    }
    return wanted;
}

bool FacetIndex::isWanted(const Wanted &wanted, const Row &row, Facet facet)
{
    if (facet != Facet::Century) {
        const std::vector<char> &flags = wanted.values[slot(facet)];
        return flags.empty() || flags[std::size_t(row.codes[slot(facet)])];
    }
    if (!wanted.wantsCentury) {
        return true;
    }
    if (!row.centuryFrom) {
        return wanted.wantsUnknownCentury;
    }
    return std::any_of(wanted.centuries.begin(), wanted.centuries.end(), [&row](int century) {
        return century != 0 && *row.centuryFrom <= century && century <= *row.centuryTo;
    });
}

std::vector<qint64> FacetIndex::matching(const AssetQuery &query, const Marks &filtered) const
{
    const Wanted wanted = wantedBy(query);
    std::vector<qint64> found;
    found.reserve(m_rows.size());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (filtered[i] && std::all_of(kFacets.begin(), kFacets.end(),
                                       [&](Facet facet) { return isWanted(wanted, m_rows[i], facet); })) {
            found.push_back(m_rows[i].no);
        }
    }
    return found;
}

FacetCounts FacetIndex::counts(const AssetQuery &query, const Marks &filtered) const
{
    const Wanted wanted = wantedBy(query);
    std::array<std::vector<qint64>, kTextFacets> tallies;
    for (std::size_t i = 0; i < kTextFacets; ++i) {
        tallies[i].assign(m_dictionaries[i].texts().size(), 0);
    }
    std::map<int, qint64> centuries;
    qint64 undated = 0;
    const auto tally = [&](const Row &row, Facet facet) {
        if (facet != Facet::Century) {
            ++tallies[slot(facet)][std::size_t(row.codes[slot(facet)])];
        } else if (!row.centuryFrom || *row.centuryTo - *row.centuryFrom > kMostCenturies) {
            ++undated;
        } else {
            for (int century = *row.centuryFrom; century <= *row.centuryTo; ++century) {
                centuries[century] += century == 0 ? 0 : 1;
            }
        }
    };
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (!filtered[i]) {
            continue;
        }
        int refusals = 0;
        Facet refusing = Facet::Category;
        for (const Facet facet : kFacets) {
            if (!isWanted(wanted, m_rows[i], facet)) {
                ++refusals;
                refusing = facet;
            }
        }
        for (const Facet facet : kFacets) {
            if (refusals == 0 || (refusals == 1 && facet == refusing)) {
                tally(m_rows[i], facet);
            }
        }
    }
    FacetCounts counts;
    for (const Facet facet : kFacets) {
        std::vector<FacetValue> &values = counts[facet];
        if (facet == Facet::Century) {
            continue;
        }
        for (std::size_t code = 0; code < tallies[slot(facet)].size(); ++code) {
            if (tallies[slot(facet)][code] > 0) {
                values.push_back({m_dictionaries[slot(facet)].texts()[code], tallies[slot(facet)][code]});
            }
        }
        std::sort(values.begin(), values.end(),
                  [](const FacetValue &a, const FacetValue &b) { return a.value < b.value; });
    }
    for (const auto &[century, count] : centuries) {
        if (count > 0) {
            counts[Facet::Century].push_back({QString::number(century), count});
        }
    }
    if (undated > 0) {
        counts[Facet::Century].push_back({QString(), undated});
    }
    return counts;
}

} // namespace loci::storage::heritage
