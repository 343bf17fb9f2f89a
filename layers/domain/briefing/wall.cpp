// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/briefing/wall.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace loci::briefing {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::briefing::Wall)
};

constexpr double kCapital = 0.72; // of a font's size
constexpr int kMostPanels = 16;   // a side

Result<Wall> checked(const Wall &wall)
{
    const auto refuse = [](const QString &why) {
        return fail(ErrorCode::Usage, Texts::tr("The wall cannot be used: %1").arg(why));
    };
    if (wall.columns < 1 || wall.rows < 1 || wall.columns > kMostPanels || wall.rows > kMostPanels) {
        return refuse(Texts::tr("it needs 1 to %1 columns and rows.").arg(kMostPanels));
    }
    if (!(wall.height >= 0.1 && wall.height <= 50)) {
        return refuse(Texts::tr("its height must be between 0.1 and 50 metres."));
    }
    if (!(wall.distance >= 0.3 && wall.distance <= 200)) {
        return refuse(Texts::tr("the distance to the last row must be between 0.3 and 200 metres."));
    }
    const double most = wall.height / wall.rows;
    if (!(wall.bezelX >= 0 && wall.bezelX < most && wall.bezelY >= 0 && wall.bezelY < most)) {
        return refuse(Texts::tr("a frame between two panels cannot be wider than a panel."));
    }
    return wall;
}

tl::unexpected<Error> notAWall(const QString &text)
{
    return fail(ErrorCode::Usage, Texts::tr("“%1” is no wall; write it as “3x3 bezel 8mm height 2.1 distance 6”, with "
                                            "columns first and metres.")
                                      .arg(text));
}

} // namespace

Result<Wall> Wall::fromJson(const QJsonObject &json)
{
    Wall wall;
    wall.height = json.value(QStringLiteral("height")).toDouble(wall.height);
    wall.distance = json.value(QStringLiteral("distance")).toDouble(wall.distance);
    wall.columns = json.value(QStringLiteral("columns")).toInt(wall.columns);
    wall.rows = json.value(QStringLiteral("rows")).toInt(wall.rows);
    wall.bezelX = json.value(QStringLiteral("bezelX")).toDouble(0);
    wall.bezelY = json.value(QStringLiteral("bezelY")).toDouble(0);
    return checked(wall);
}

Result<Wall> Wall::fromText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "^\\s*(\\d{1,4})\\s*[x×]\\s*(\\d{1,4})(?:\\s+bezel\\s+([\\d.]+)(?:\\s*[x×]\\s*([\\d.]+))?\\s*mm)?"
        "(?:\\s+height\\s+([\\d.]+))?(?:\\s+distance\\s+([\\d.]+))?\\s*$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return notAWall(text);
    }
    Wall wall;
    wall.columns = match.captured(1).toInt();
    wall.rows = match.captured(2).toInt();
    if (match.hasCaptured(3) && !match.captured(3).isEmpty()) {
        wall.bezelX = match.captured(3).toDouble() / 1000;
        wall.bezelY = match.captured(4).isEmpty() ? wall.bezelX : match.captured(4).toDouble() / 1000;
    }
    if (!match.captured(5).isEmpty()) {
        wall.height = match.captured(5).toDouble();
    }
    if (!match.captured(6).isEmpty()) {
        wall.distance = match.captured(6).toDouble();
    }
    return checked(wall);
}

QJsonObject Wall::toJson() const
{
    return {{QStringLiteral("height"), height},   {QStringLiteral("distance"), distance},
            {QStringLiteral("columns"), columns}, {QStringLiteral("rows"), rows},
            {QStringLiteral("bezelX"), bezelX},   {QStringLiteral("bezelY"), bezelY}};
}

WallTiles wallTiles(const Wall &wall, QSize panel)
{
    // A pixel is as high as the shining height of one panel says.
    const double shining = wall.height - (wall.rows - 1) * wall.bezelY;
    const double perMetre = panel.height() * wall.rows / std::max(0.01, shining);
    const int betweenX = static_cast<int>(std::lround(wall.bezelX * perMetre));
    const int betweenY = static_cast<int>(std::lround(wall.bezelY * perMetre));
    WallTiles result;
    result.canvas = {panel.width() * wall.columns + betweenX * (wall.columns - 1),
                     panel.height() * wall.rows + betweenY * (wall.rows - 1)};
    result.tiles.reserve(static_cast<std::size_t>(wall.columns) * static_cast<std::size_t>(wall.rows));
    for (int row = 0; row < wall.rows; ++row) {
        for (int column = 0; column < wall.columns; ++column) {
            result.tiles.emplace_back(QPoint(column * (panel.width() + betweenX), row * (panel.height() + betweenY)),
                                      panel);
        }
    }
    return result;
}

LetterSizes letterSizes(const Wall &wall, int canvasHeight)
{
    const double perMetre = canvasHeight / wall.height;
    return {wall.distance / 200 * perMetre / kCapital, wall.distance / 100 * perMetre / kCapital};
}

} // namespace loci::briefing
