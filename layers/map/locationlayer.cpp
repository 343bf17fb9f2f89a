// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/locationlayer.h"

#include "layers/map/layerxml.h"
#include "layers/map/quietstyle.h"
#include "layers/map/sourceopener.h"

#include <qgscategorizedsymbolrenderer.h>
#include <qgsmarkersymbol.h>
#include <qgspathresolver.h>
#include <qgsreadwritecontext.h>
#include <qgsvectorlayer.h>

#include <QCoreApplication>

namespace loci::map {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::map::LocationLayer)
};

struct Mark
{
    QString value, title, shape;
    QColor colour;
    double millimetres;
};

QgsRendererCategory category(const Mark &mark)
{
    QgsMarkerSymbol *symbol =
        QgsMarkerSymbol::createSimple({{QStringLiteral("name"), mark.shape},
                                       {QStringLiteral("color"), mark.colour.name(QColor::HexArgb)},
                                       {QStringLiteral("outline_color"), QStringLiteral("#ffffff")},
                                       {QStringLiteral("outline_width"), QStringLiteral("0.2")},
                                       {QStringLiteral("size"), QString::number(mark.millimetres)}});
    return {mark.value, symbol, mark.title, true};
}

} // namespace

Result<QByteArray> locationLayerDocument(const QString &path, const QString &id, const QString &name,
                                         const QString &baseFolder)
{
    SourceSpec source;
    source.path = path;
    LOCI_TRY(Loaded<OpenedSource> opened, openSource(source, {}, {}));
    auto *layer = qobject_cast<QgsVectorLayer *>(opened.value.layers.front().get());
    if (layer == nullptr) {
        return fail(ErrorCode::Internal, Texts::tr("The plan is no layer of places."), path);
    }
    layer->setId(id);
    layer->setName(name);
    const QuietPalette &colours = quietPalette(false);
    const QgsCategoryList marks{
        category({QStringLiteral("same"), Texts::tr("as before"), QStringLiteral("circle"), colours.labelMuted, 1.2}),
        category({QStringLiteral("gains"), Texts::tr("gains"), QStringLiteral("circle"), colours.labelPark, 1.8}),
        category(
            {QStringLiteral("existing"), Texts::tr("there already"), QStringLiteral("square"), colours.label, 3.2}),
        category({QStringLiteral("new"), Texts::tr("new"), QStringLiteral("star"), colours.heritage, 6})};
    auto renderer = std::make_unique<QgsCategorizedSymbolRenderer>(
        QStringLiteral("CASE WHEN \"kind\" <> 'demand' THEN \"kind\" WHEN \"gains\" THEN 'gains' ELSE 'same' END"),
        marks);
    layer->setRenderer(renderer.release());
    QgsReadWriteContext context;
    if (!baseFolder.isEmpty()) {
        context.setPathResolver(QgsPathResolver(baseFolder + QStringLiteral("/workspace.loci")));
    }
    return layerDocument(*layer, context);
}

} // namespace loci::map
