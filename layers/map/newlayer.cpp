// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/newlayer.h"

#include "layers/map/layertheme.h"
#include "layers/map/layerxml.h"
#include "layers/map/quietstyle.h"
#include "layers/map/sourceopener.h"

#include <qgsmaplayer.h>
#include <qgspathresolver.h>
#include <qgsreadwritecontext.h>

namespace loci::map {

Result<QByteArray> newLayerDocument(const QString &path, const QString &id, const QString &name,
                                    const QString &baseFolder)
{
    SourceSpec source;
    source.path = path;
    LOCI_TRY(Loaded<OpenedSource> opened, openSource(source, {}, {}));
    QgsMapLayer &layer = *opened.value.layers.front();
    layer.setId(id);
    layer.setName(name);
    applyQuietStyle(layer, themeOf(layer), false);
    QgsReadWriteContext context;
    if (!baseFolder.isEmpty()) {
        context.setPathResolver(QgsPathResolver(baseFolder + QStringLiteral("/workspace.loci")));
    }
    return layerDocument(layer, context);
}

} // namespace loci::map
