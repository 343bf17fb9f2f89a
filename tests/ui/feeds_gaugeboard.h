// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/domain/feeds/feeddescription.h"

namespace loci::workspace {
class Workspace;
}

namespace loci::test {

inline const QString kGauge = QStringLiteral("town/s0");
/// Tiles of the board "zz-live", all of the gauge.
enum GaugeTile { kIndicatorTile, kChartTile, kValueTile, kGaugeTile, kStatesTile, kGaugeTiles };

/// A gauge in the middle of the sample city, told by a broker every ten minutes.
feeds::FeedDescription gaugeFeed(const QUrl &broker);
/// One value of it, published and acknowledged.
Result<> tell(const QUrl &broker, qint64 time, const QByteArray &value);
/// An indicator T-01 of it, and the board.
Result<> addGaugeBoard(workspace::Workspace &workspace);

} // namespace loci::test
