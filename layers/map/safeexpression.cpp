// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/safeexpression.h"

#include <qgsexpression.h>

#include <QSet>
#include <algorithm>

namespace loci::map {

namespace {
const QSet<QString> &outwards()
{
    static const QSet<QString> names = {QStringLiteral("env"),
                                        QStringLiteral("eval"),
                                        QStringLiteral("eval_template"),
                                        QStringLiteral("load_layer"),
                                        QStringLiteral("aggregate"),
                                        QStringLiteral("relation_aggregate"),
                                        QStringLiteral("get_feature"),
                                        QStringLiteral("get_features"),
                                        QStringLiteral("get_feature_by_id"),
                                        QStringLiteral("layer_property"),
                                        QStringLiteral("raster_value"),
                                        QStringLiteral("raster_statistic"),
                                        QStringLiteral("raster_attributes"),
                                        QStringLiteral("mesh_vertex_value"),
                                        QStringLiteral("mesh_vertex_values"),
                                        QStringLiteral("represent_value"),
                                        QStringLiteral("decode_uri"),
                                        QStringLiteral("exif"),
                                        QStringLiteral("exif_geotag"),
                                        QStringLiteral("file_exists"),
                                        QStringLiteral("file_size"),
                                        QStringLiteral("is_file"),
                                        QStringLiteral("is_directory"),
                                        QStringLiteral("sqlite_fetch_and_increment")};
    return names;
}
} // namespace

QString reachingOut(const QgsExpression &expression)
{
    const QSet<QString> functions = expression.referencedFunctions();
    const auto function = std::find_if(functions.begin(), functions.end(), [](const QString &name) {
        return outwards().contains(name.toLower()) || name.startsWith(QLatin1String("overlay_"), Qt::CaseInsensitive);
    });
    if (function != functions.end()) {
        return *function + QStringLiteral("()");
    }
    const QSet<QString> variables = expression.referencedVariables();
    return variables.isEmpty() ? QString() : QLatin1Char('@') + *variables.begin();
}

} // namespace loci::map
