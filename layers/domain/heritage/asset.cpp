// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/asset.h"

#include "layers/domain/heritage/wkt.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace loci::heritage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::heritage::Asset)
};

constexpr double kMetresOfDegree = 111'320;

/// The middle of the cell of a grid that a place lies in; degrees.
Vec2 cellCentre(Vec2 place, double metres)
{
    const double height = metres / kMetresOfDegree;
    const double row = std::floor(place.y / height);
    const double middle = (row + 0.5) * height;
    const double width = height / std::max(0.01, std::cos(middle * std::numbers::pi / 180));
    return {(std::floor(place.x / width) + 0.5) * width, middle};
}

std::optional<Vec2> degreesOf(Vec2 place, int crs, const ToDegrees &toDegrees)
{
    if (crs == 4326) {
        return place;
    }
    return toDegrees ? toDegrees(place, crs) : std::nullopt;
}

/// Members that tell where a place is, or could.
constexpr const char *kTelling[] = {"address",       "location",   "bindings", "components",  "sources",
                                    "consultations", "management", "events",   "description", "zones"};

QJsonArray withoutPlaces(const QJsonArray &media)
{
    static const QStringList kept = {QStringLiteral("sha256"), QStringLiteral("role"), QStringLiteral("rights"),
                                     QStringLiteral("author")};
    QJsonArray result;
    for (const auto &item : media) {
        QJsonObject bare;
        for (const QString &member : kept) {
            if (item.toObject().contains(member)) {
                bare.insert(member, item.toObject().value(member));
            }
        }
        bare.insert(QLatin1String("isWithheld"), true);
        result.append(bare);
    }
    return result;
}
} // namespace

Asset Asset::make(const QString &name, const QString &language)
{
    Asset asset;
    asset.m_json.insert(QLatin1String("id"), newId());
    if (!name.isEmpty()) {
        asset.setParts<Name>({{name, language, QStringLiteral("primary")}});
    }
    return asset;
}

Result<Asset> Asset::parse(const QByteArray &json)
{
    LOCI_TRY(QJsonObject object, parseObject(json));
    return Asset(std::move(object));
}

QString Asset::name(const QStringList &languages) const
{
    const std::vector<Name> names = parts<Name>();
    const auto find = [&names](const auto &test) {
        const auto it = std::find_if(names.begin(), names.end(), test);
        return it == names.end() ? QString() : it->text;
    };
    const auto isMain = [](const Name &name) {
        return !name.text.isEmpty() && (name.use.isEmpty() || name.use == QLatin1String("primary"));
    };
    for (const QString &language : languages) {
        const QString found =
            find([&](const Name &name) { return isMain(name) && name.language.startsWith(language); });
        if (!found.isEmpty()) {
            return found;
        }
    }
    const QString main = find(isMain);
    return main.isEmpty() ? find([](const Name &name) { return !name.text.isEmpty(); }) : main;
}

QString Asset::reference() const
{
    const std::vector<ReferenceNumber> numbers = parts<ReferenceNumber>();
    return numbers.empty() ? QString() : numbers.front().number;
}

Asset coarsened(const Asset &asset, const ToDegrees &toDegrees, double metres)
{
    QJsonObject json = asset.json();
    for (const char *member : kTelling) {
        json.remove(QLatin1String(member));
    }
    std::vector<Geometry> shapes;
    for (const Geometry &shape : asset.parts<Geometry>()) {
        const auto box = boxOfWkt(shape.wkt);
        const auto place = box ? degreesOf({box->centre().x, box->centre().y}, shape.crs, toDegrees) : std::nullopt;
        if (!place) {
            continue; // nothing is better than a place in a system that is not known here
        }
        const Vec2 centre = cellCentre(*place, metres);
        Geometry coarse;
        coarse.wkt = QStringLiteral("POINT(%1 %2)").arg(centre.x, 0, 'f', 5).arg(centre.y, 0, 'f', 5);
        coarse.role = QStringLiteral("grid");
        coarse.precision = metres;
        shapes.push_back(coarse);
        break;
    }
    const QJsonArray media = withoutPlaces(json.value(QLatin1String("media")).toArray());
    if (!media.isEmpty()) {
        json.insert(QLatin1String("media"), media);
    }
    json.insert(QLatin1String("isCoarse"), true);
    Asset coarse(json);
    coarse.setParts(shapes);
    return coarse;
}

} // namespace loci::heritage
