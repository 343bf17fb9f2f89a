// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/geodesy/gcj02.h"

#include <QString>
#include <optional>

namespace loci::map {

/// Key of the provider that shows GCJ-02 and BD-09 sources where they truly lie.
inline constexpr char kWebDatumProvider[] = "loci-webdatum";

/// "datum=gcj02&provider=ogr&uri=...": the marking of a source, and the source itself as its own provider knows it.
struct WebDatumUri
{
    geodesy::WebDatum datum = geodesy::WebDatum::None;
    QString provider, uri;

    QString toText() const;
    static std::optional<WebDatumUri> fromText(const QString &text);
};

/// What a name or an address says of itself: "sites_gcj02.csv", "火星坐标", tiles of Amap, Tencent or Baidu.
geodesy::WebDatum webDatumHint(const QString &text);

} // namespace loci::map
