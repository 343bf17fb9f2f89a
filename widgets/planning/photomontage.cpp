// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/photomontage.h"

#include "widgets/common/tokens.h"

#include <QPainter>
#include <algorithm>

namespace loci::widgets {

using Kind = analysis::PhotoLayer::Kind;

namespace {

constexpr int kFull = 255;
constexpr int kHatch = 9; // pixels between two lines

QRgb mixed(QRgb under, int red, int green, int blue, double share)
{
    const auto mix = [share](int a, int b) { return std::clamp(static_cast<int>(a + (b - a) * share), 0, kFull); };
    return qRgb(mix(qRed(under), red), mix(qGreen(under), green), mix(qBlue(under), blue));
}

/// A pixel of the city as it stands: warm off-white, edges dark.
QRgb townPixel(QRgb under, const analysis::PhotoLayer &layer, std::size_t i, double share)
{
    constexpr double kTown = 0.85, kGround = 0.35;
    if (layer.isEdge[i] != 0) {
        return mixed(under, 40, 44, 48, share);
    }
    if (layer.kind[i] == Kind::Nothing) {
        return under;
    }
    const double dense = share * (layer.kind[i] == Kind::Ground ? kGround : kTown);
    const double lit = layer.shade[i] / static_cast<double>(kFull);
    return mixed(under, static_cast<int>(244 * lit), static_cast<int>(238 * lit), static_cast<int>(228 * lit), dense);
}

QRgb proposalPixel(QRgb under, const MontageLayers &layers, std::size_t i, const QColor &ink, double share)
{
    constexpr double kDense = 0.92;
    const analysis::PhotoLayer &after = layers.after;
    if (after.kind[i] == Kind::Proposal) {
        const double lit = after.isEdge[i] != 0 ? 0.35 : after.shade[i] / static_cast<double>(kFull);
        return mixed(under, static_cast<int>(ink.red() * lit), static_cast<int>(ink.green() * lit),
                     static_cast<int>(ink.blue() * lit), share * kDense);
    }
    const bool isGone = layers.now.kind[i] == Kind::Town && after.kind[i] != Kind::Town;
    const std::size_t x = i % static_cast<std::size_t>(after.width);
    const std::size_t y = i / static_cast<std::size_t>(after.width);
    return isGone && (x + y) % kHatch < 2 ? mixed(under, kFull, kFull, kFull, share * kDense) : under;
}

} // namespace

QImage montage(const QImage &photo, const MontageLayers &layers, double fade, const QColor &proposal)
{
    if (layers.isEmpty() || photo.isNull()) {
        return photo;
    }
    QImage picture = photo.scaled(layers.now.width, layers.now.height, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                         .convertToFormat(QImage::Format_RGB32);
    const double now = fade <= kFadeNow ? fade : kFadeProposal - fade;
    const double after = std::max(0.0, fade - kFadeNow);
    std::size_t i = 0;
    for (int y = 0; y < picture.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x, ++i) {
            line[x] = now > 0 ? townPixel(line[x], layers.now, i, now) : line[x];
            line[x] = after > 0 ? proposalPixel(line[x], layers, i, proposal, after) : line[x];
        }
    }
    return picture;
}

QImage withProvenance(const QImage &picture, const QString &title, const QString &caption,
                      const std::vector<PictureFact> &facts)
{
    constexpr int kLeastFont = 12, kShareOfWidth = 70;
    const int size = std::max(kLeastFont, picture.width() / kShareOfWidth);
    const int edge = size;
    const TokensOf light(ThemeMode::Light);
    const QFont strong = tokenFont(size, QFont::DemiBold);
    const QFont plain = tokenFont(size);
    const QRect room(edge, 0, picture.width() - 2 * edge, picture.height());
    const int head = QFontMetrics(strong).boundingRect(room, Qt::TextWordWrap, title).height();
    const int words = QFontMetrics(plain).boundingRect(room, Qt::TextWordWrap, caption).height();
    QImage whole(picture.width(), picture.height() + head + words + 2 * edge, QImage::Format_RGB32);
    whole.fill(tokens().surface);
    QPainter painter(&whole);
    painter.drawImage(0, 0, picture);
    painter.setPen(tokens().text);
    painter.setFont(strong);
    painter.drawText(QRect(edge, picture.height() + edge, room.width(), head), Qt::TextWordWrap, title);
    painter.setFont(plain);
    painter.setPen(tokens().textMuted);
    painter.drawText(QRect(edge, picture.height() + edge + head, room.width(), words), Qt::TextWordWrap, caption);
    painter.end();
    whole.setText(QStringLiteral("Title"), title);
    whole.setText(QStringLiteral("Description"), caption);
    for (const PictureFact &fact : facts) {
        whole.setText(fact.key, fact.text);
    }
    return whole;
}

} // namespace loci::widgets
