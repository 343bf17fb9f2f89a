// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/catalogue/layerfacts.h"

#include <QRegularExpression>
#include <QStringList>
#include <QXmlStreamReader>

namespace loci::workspace {

LayerFacts layerFacts(const QByteArray &document)
{
    LayerFacts facts;
    QXmlStreamReader xml(document);
    QStringList path;
    QString source;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            path << xml.name().toString();
            if (path.size() == 1) {
                facts.isTable = xml.attributes().value(QLatin1String("geometry")) == QLatin1String("No geometry");
            }
            break;
        case QXmlStreamReader::EndElement:
            path.removeLast();
            break;
        case QXmlStreamReader::Characters: {
            const QString place = path.mid(1).join(QLatin1Char('/'));
            if (place == QLatin1String("layername")) {
                facts.name += xml.text();
            } else if (place == QLatin1String("datasource")) {
                source += xml.text();
            } else if (place == QLatin1String("provider")) {
                facts.provider += xml.text();
            } else if (place == QLatin1String("abstract") || place == QLatin1String("resourceMetadata/abstract")) {
                facts.text += xml.text().trimmed();
            } else if (place == QLatin1String("srs/spatialrefsys/authid")) {
                facts.crs += xml.text();
            }
            break;
        }
        default:
            break;
        }
    }
    static const QRegularExpression table(QStringLiteral("\\|layername=([^|]+)"));
    facts.table = table.match(source).captured(1);
    return facts;
}

} // namespace loci::workspace
