// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/assetrow.h"

#include "layers/storage/heritage/searchtext.h"

namespace loci::storage::heritage {

namespace {
std::optional<int> year(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(int(row.integer(column)));
}

std::optional<double> degrees(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.real(column));
}

Value value(const std::optional<int> &number)
{
    return number ? Value(qint64(*number)) : Value();
}

Value value(const std::optional<double> &number)
{
    return number ? Value(*number) : Value();
}

AssetRow rowOf(const Statement &row)
{
    AssetRow result;
    loci::heritage::AssetFacts &facts = result.facts;
    facts.id = row.text(1);
    facts.reference = row.text(2);
    facts.name = row.text(3);
    facts.otherName = row.text(4);
    facts.parent = row.text(5);
    facts.category = row.text(6);
    facts.type = row.text(7);
    facts.typeLabel = row.text(8);
    facts.grade = row.text(9);
    facts.level = row.text(10);
    facts.district = row.text(11);
    facts.condition = row.text(12);
    facts.review = row.text(13);
    facts.sensitivity = row.text(14);
    facts.updated = row.text(15);
    facts.yearFrom = year(row, 16);
    facts.yearTo = year(row, 17);
    facts.centuryFrom = year(row, 18);
    facts.centuryTo = year(row, 19);
    facts.lastSurvey = row.text(20);
    facts.photographs = int(row.integer(21));
    facts.zones = int(row.integer(22));
    facts.fourHaves = int(row.integer(23));
    facts.isTrashed = row.integer(24) != 0;
    result.longitude = degrees(row, 25);
    result.latitude = degrees(row, 26);
    return result;
}
} // namespace

Result<> eachAssetRow(Database &database, const AssetRowFunction &each)
{
    return database.run("SELECT no, id, reference, name, other_name, parent, category, type, type_label, grade, level, "
                        "district, condition, review, sensitivity, updated, year_from, year_to, century_from, "
                        "century_to, last_survey, photographs, zones, four_haves, trashed, longitude, latitude "
                        "FROM heritage_asset ORDER BY no",
                        {}, [&each](const Statement &row) { each(row.integer(0), rowOf(row)); });
}

Result<std::optional<AssetRow>> readAssetRow(Database &database, qint64 no)
{
    std::optional<AssetRow> found;
    LOCI_CHECK(
        database.run("SELECT no, id, reference, name, other_name, parent, category, type, type_label, grade, level, "
                     "district, condition, review, sensitivity, updated, year_from, year_to, century_from, "
                     "century_to, last_survey, photographs, zones, four_haves, trashed, longitude, latitude "
                     "FROM heritage_asset WHERE no = ?1",
                     {no}, [&found](const Statement &row) { found = rowOf(row); }));
    return found;
}

Result<> writeAssetRow(Database &database, qint64 no, const AssetRow &row)
{
    const loci::heritage::AssetFacts &facts = row.facts;
    return database.run(
        "INSERT INTO heritage_asset (no, id, reference, name, name_key, other_name, parent, category, type, "
        "type_label, grade, level, district, condition, review, sensitivity, updated, year_from, year_to, "
        "century_from, century_to, last_survey, photographs, zones, four_haves, trashed, longitude, latitude) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, "
        "?23, ?24, ?25, ?26, ?27, ?28) ON CONFLICT (no) DO UPDATE SET "
        "id = excluded.id, reference = excluded.reference, name = excluded.name, name_key = "
        "excluded.name_key, other_name = excluded.other_name, parent = excluded.parent, category = "
        "excluded.category, type = excluded.type, type_label = excluded.type_label, grade = "
        "excluded.grade, level = excluded.level, district = excluded.district, condition = "
        "excluded.condition, review = excluded.review, sensitivity = excluded.sensitivity, updated = "
        "excluded.updated, year_from = excluded.year_from, year_to = excluded.year_to, century_from = "
        "excluded.century_from, century_to = excluded.century_to, last_survey = excluded.last_survey, "
        "photographs = excluded.photographs, zones = excluded.zones, four_haves = excluded.four_haves, "
        "trashed = excluded.trashed, longitude = excluded.longitude, latitude = excluded.latitude",
        {no,
         facts.id,
         facts.reference,
         facts.name,
         orderKey(facts.name.isEmpty() ? facts.otherName : facts.name),
         facts.otherName,
         facts.parent,
         facts.category,
         facts.type,
         facts.typeLabel,
         facts.grade,
         facts.level,
         facts.district,
         facts.condition,
         facts.review,
         facts.sensitivity,
         facts.updated,
         value(facts.yearFrom),
         value(facts.yearTo),
         value(facts.centuryFrom),
         value(facts.centuryTo),
         facts.lastSurvey,
         qint64(facts.photographs),
         qint64(facts.zones),
         qint64(facts.fourHaves),
         qint64(facts.isTrashed ? 1 : 0),
         value(row.longitude),
         value(row.latitude)});
}

} // namespace loci::storage::heritage
