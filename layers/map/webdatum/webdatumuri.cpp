// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/webdatum/webdatumuri.h"

#include <QRegularExpression>
#include <QUrl>

namespace loci::map {

QString WebDatumUri::toText() const
{
    // Paths stay readable, so that what looks for relative ones finds them.
    const auto encoded = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text, QByteArrayLiteral("/:.,?=|")));
    };
    return QStringLiteral("datum=%1&provider=%2&uri=%3")
        .arg(geodesy::webDatumKey(datum), encoded(provider), encoded(uri));
}

std::optional<WebDatumUri> WebDatumUri::fromText(const QString &text)
{
    WebDatumUri result;
    const QStringList parts = text.split(QLatin1Char('&'));
    for (const QString &part : parts) {
        const QString name = part.section(QLatin1Char('='), 0, 0);
        const QString value = QUrl::fromPercentEncoding(part.section(QLatin1Char('='), 1).toLatin1());
        if (name == QLatin1String("datum")) {
            result.datum = geodesy::webDatumFromKey(value);
        } else if (name == QLatin1String("provider")) {
            result.provider = value;
        } else if (name == QLatin1String("uri")) {
            result.uri = value;
        }
    }
    if (result.datum == geodesy::WebDatum::None || result.provider.isEmpty() || result.uri.isEmpty() ||
        result.provider == QLatin1String(kWebDatumProvider)) {
        return std::nullopt;
    }
    return result;
}

geodesy::WebDatum webDatumHint(const QString &text)
{
    static const QRegularExpression gcj(
        QStringLiteral("gcj[-_ ]?0?2|火星|is\\.autonavi\\.com|amap\\.com|gtimg\\.com|map\\.qq\\.com"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bd(QStringLiteral("bd[-_ ]?0?9(ll)?(?![0-9])|百度|bdimg\\.com|map\\.baidu\\.com"),
                                       QRegularExpression::CaseInsensitiveOption);
    if (gcj.match(text).hasMatch()) {
        return geodesy::WebDatum::Gcj02;
    }
    return bd.match(text).hasMatch() ? geodesy::WebDatum::Bd09 : geodesy::WebDatum::None;
}

} // namespace loci::map
