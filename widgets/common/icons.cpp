// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/icons.h"

#include "layers/base/logging.h"
#include "widgets/common/resources.h"
#include "widgets/common/tokens.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSet>
#include <QSvgRenderer>
#include <optional>

namespace loci::widgets {

namespace {

/// The drawing with its placeholder colour; empty for unknown names, which are logged once.
QByteArray drawing(const QString &name)
{
    initLociResources();
    static QHash<QString, QByteArray> known;
    const auto it = known.constFind(name);
    if (it != known.constEnd()) {
        return *it;
    }
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    QByteArray bytes;
    if (file.open(QIODevice::ReadOnly)) {
        bytes = file.readAll();
    } else {
        qCWarning(logUi) << "There is no icon of the name" << name;
    }
    known.insert(name, bytes);
    return bytes;
}

/// Tints when it is painted, so that a change of theme needs no new icons.
class TokenIconEngine final : public QIconEngine
{
public:
    TokenIconEngine(QString name, std::optional<QColor> colour) : m_name(std::move(name)), m_colour(colour) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const int side = std::min(rect.width(), rect.height());
        const qreal ratio = painter->device() != nullptr ? painter->device()->devicePixelRatio() : 1.0;
        const QPixmap pixmap = iconPixmap(m_name, colour(mode, state), side, ratio);
        painter->drawPixmap(QPoint(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2),
                            pixmap);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return iconPixmap(m_name, colour(mode, state), std::min(size.width(), size.height()), 1);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        // `size` is in device pixels here; the caller divides by `scale` itself.
        Q_UNUSED(scale)
        return pixmap(size, mode, state);
    }
    QIconEngine *clone() const override { return new TokenIconEngine(*this); }
    QString key() const override { return QStringLiteral("loci"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return drawing(m_name).isEmpty(); }

private:
    QColor colour(QIcon::Mode mode, QIcon::State state) const
    {
        const Tokens &t = tokens();
        if (mode == QIcon::Disabled) {
            return t.outline;
        }
        if (m_colour) {
            return *m_colour;
        }
        return state == QIcon::On ? t.accent : t.text;
    }

    QString m_name;
    std::optional<QColor> m_colour;
};

} // namespace

QIcon icon(const QString &name)
{
    return drawing(name).isEmpty() ? QIcon() : QIcon(new TokenIconEngine(name, std::nullopt));
}

QIcon icon(const QString &name, const QColor &colour)
{
    return drawing(name).isEmpty() ? QIcon() : QIcon(new TokenIconEngine(name, colour));
}

QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio)
{
    const QString key =
        QStringLiteral("loci/%1/%2/%3/%4").arg(name, colour.name(QColor::HexArgb)).arg(size).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    QByteArray svg = drawing(name);
    if (svg.isEmpty() || size <= 0) {
        return {};
    }
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(QSize(size, size) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(colour.alphaF());
    renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(pixmap.size())));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace loci::widgets
