// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/planning/protectedview.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

namespace loci::planning {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::planning::ProtectedView)
};

bool readPoints(const QJsonValue &value, std::size_t fewest, std::vector<Vec3> &points)
{
    for (const QJsonValue &item : value.toArray()) {
        const QJsonArray numbers = item.toArray();
        if (numbers.size() != 3 || !numbers[0].isDouble() || !numbers[1].isDouble() || !numbers[2].isDouble()) {
            return false;
        }
        const Vec3 point{numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].toDouble()};
        if (!std::isfinite(point.x) || !std::isfinite(point.y) || !std::isfinite(point.z)) {
            return false;
        }
        points.push_back(point);
    }
    return points.size() >= fewest;
}

/// False when something is written that is no date.
bool readDate(const QString &written, QDate &date)
{
    date = QDate::fromString(written, Qt::ISODate);
    return written.isEmpty() || date.isValid();
}

Result<ProtectedView> readView(const QJsonObject &object, std::size_t number)
{
    const auto text = [&object](const char *name) { return object[QLatin1String(name)].toString(); };
    ProtectedView view;
    view.id = text("id");
    view.name = text("name");
    view.standard = text("standard");
    view.clause = text("clause");
    view.landmark = text("landmark");
    view.datum = text("datum");
    if (!readDate(text("from"), view.from) || !readDate(text("to"), view.to)) {
        return fail(ErrorCode::Invalid, Texts::tr("View %1 cannot be used: its dates cannot be read.")
                                            .arg(view.id.isEmpty() ? QString::number(number) : view.id));
    }
    view.consultation = object[QLatin1String("consultation")].toDouble(0);
    view.background = object[QLatin1String("background")].toDouble(0);
    const QJsonValue refraction = object[QLatin1String("refraction")];
    if (refraction.isDouble()) {
        view.refraction = refraction.toDouble();
    }
    const bool fine = !view.id.isEmpty() && readPoints(object[QLatin1String("eyes")], 1, view.eyes) &&
                      readPoints(object[QLatin1String("edge")], 2, view.edge) && view.consultation >= 0 &&
                      view.background >= 0 && (refraction.isDouble() || refraction.isUndefined());
    if (!fine) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("View %1 cannot be used: it needs an id, eyes and an edge of at least "
                              "two points, each with three numbers.")
                        .arg(view.id.isEmpty() ? QString::number(number) : view.id));
    }
    return view;
}

} // namespace

QJsonObject ProtectedView::toJson() const
{
    const auto list = [](const std::vector<Vec3> &points) {
        QJsonArray array;
        for (const Vec3 &p : points) {
            array << QJsonArray{p.x, p.y, p.z};
        }
        return array;
    };
    QJsonObject json{{QStringLiteral("id"), id},
                     {QStringLiteral("name"), name},
                     {QStringLiteral("standard"), standard},
                     {QStringLiteral("clause"), clause},
                     {QStringLiteral("landmark"), landmark},
                     {QStringLiteral("eyes"), list(eyes)},
                     {QStringLiteral("edge"), list(edge)},
                     {QStringLiteral("consultation"), consultation},
                     {QStringLiteral("background"), background}};
    if (refraction) {
        json.insert(QStringLiteral("refraction"), *refraction);
    }
    if (!datum.isEmpty()) {
        json.insert(QStringLiteral("datum"), datum);
    }
    for (const auto &[key, date] : {std::pair{"from", from}, {"to", to}}) {
        if (date.isValid()) {
            json.insert(QLatin1String(key), date.toString(Qt::ISODate));
        }
    }
    return json;
}

Result<ViewSet> ViewSet::fromJson(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonObject root = QJsonDocument::fromJson(json, &problem).object();
    const QJsonArray views = root[QLatin1String("views")].toArray();
    if (problem.error != QJsonParseError::NoError || views.isEmpty()) {
        return fail(ErrorCode::Invalid, Texts::tr("This is no file of protected views: the member “views” is missing."),
                    problem.errorString());
    }
    ViewSet set;
    const QString crs = root[QLatin1String("crs")].toString();
    set.crs = crs.startsWith(QLatin1String("EPSG:")) ? EpsgCode(crs.mid(5).toInt()) : EpsgCode();
    set.views.reserve(static_cast<std::size_t>(views.size()));
    for (const QJsonValue &item : views) {
        LOCI_TRY(ProtectedView view, readView(item.toObject(), set.views.size() + 1));
        set.views.push_back(std::move(view));
    }
    return set;
}

Result<> ViewSet::transform(EpsgCode target, const std::function<std::optional<Vec2>(const Vec2 &)> &place)
{
    for (ProtectedView &view : views) {
        for (std::vector<Vec3> *points : {&view.eyes, &view.edge}) {
            for (Vec3 &p : *points) {
                const auto moved = place({p.x, p.y});
                if (!moved) {
                    return fail(ErrorCode::Invalid, Texts::tr("View %1 lies outside the area that EPSG:%2 can show.")
                                                        .arg(view.id)
                                                        .arg(target.value()));
                }
                p.x = moved->x;
                p.y = moved->y;
            }
        }
    }
    crs = target;
    return {};
}

} // namespace loci::planning
