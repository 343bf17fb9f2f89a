// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/indicators/tablereader.h"

#include "layers/map/indicators/ogrtable.h"

#include <QJsonArray>

namespace loci::map {

using indicators::Area;
using indicators::AreaTree;

Result<> eachTableRow(const TableSource &source, const QString &crs, const NearTo &near,
                      const std::function<void(const indicators::Row &)> &row, const CancelToken &cancel)
{
    LOCI_TRY(const auto table, OgrTable::open(source.path, source.layer));
    LOCI_CHECK(table->placeIn(crs));
    if (!near.source.path.isEmpty()) {
        LOCI_TRY(const auto others, OgrTable::open(near.source.path, near.source.layer));
        LOCI_CHECK(table->keepNear(*others, near.metres, near.where, cancel));
    }
    return table->each(row, cancel);
}

Result<std::shared_ptr<AreaTree>>
readAreas(const QJsonObject &areas, const std::function<QString(const QString &)> &absolute, const CancelToken &cancel)
{
    auto tree = std::make_shared<AreaTree>();
    const QJsonObject city = areas.value(QStringLiteral("city")).toObject();
    if (!city.isEmpty()) {
        tree->setCity(city.value(QStringLiteral("code")).toString(QStringLiteral("city")),
                      indicators::wordsFrom(city.value(QStringLiteral("name"))));
    }
    std::vector<std::pair<int, QString>> parents;
    const QJsonArray levels = areas.value(QStringLiteral("levels")).toArray();
    for (const QJsonValue &item : levels) {
        const QJsonObject level = item.toObject();
        const auto member = [&level](const char *name) { return level.value(QLatin1String(name)).toString(); };
        const int place = tree->addLevel(member("id"), indicators::wordsFrom(level.value(QStringLiteral("name"))));
        LOCI_TRY(const auto table, OgrTable::open(absolute(member("path")), member("layer")));
        if (tree->crs().isEmpty()) {
            tree->setCrs(table->crs());
        }
        LOCI_CHECK(table->placeIn(tree->crs()));
        const auto text = [](const indicators::Row &row, const QString &field) {
            const indicators::Field value = row.field(field);
            const auto *number = std::get_if<double>(&value);
            const auto *words = std::get_if<QString>(&value);
            return words != nullptr ? *words : number != nullptr ? QString::number(*number, 'g', 15) : QString();
        };
        LOCI_CHECK(table->each(
            [&](const indicators::Row &row) {
                Area area;
                area.code = text(row, member("code"));
                area.name = {text(row, member("nameZh")), text(row, member("nameEn"))};
                area.polygons = table->outlines();
                if (!area.code.isEmpty()) {
                    parents.emplace_back(tree->addArea(place, std::move(area)), text(row, member("parent")));
                }
            },
            cancel));
    }
    for (const auto &[area, parent] : parents) {
        tree->link(area, parent);
    }
    return tree;
}

} // namespace loci::map
