// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/shadowlayer.h"

#include <QFutureWatcher>
#include <QPainter>
#include <QtConcurrent/QtConcurrentRun>
#include <cstring>

namespace loci::widgets {

ShadowLayer::ShadowLayer(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    hide();
}

ShadowLayer::~ShadowLayer()
{
    if (m_token) {
        m_token->cancel();
    }
}

void ShadowLayer::clear()
{
    if (m_token) {
        m_token->cancel();
        m_token.reset();
    }
    m_image = {};
    hide();
}

void ShadowLayer::cast(scene::ShadowRequest request)
{
    clear();
    m_token = std::make_unique<CancelToken>();
    using Answer = std::shared_ptr<Result<scene::ShadowMask>>;
    auto *watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, token = *m_token] {
        watcher->deleteLater();
        if (token.isCancelled()) {
            return; // another one runs, or none is wanted
        }
        m_token.reset();
        if (const Answer answer = watcher->result(); *answer) {
            m_image = toImage(**answer);
            setVisible(!m_image.isNull());
            update();
        }
        emit ready();
    });
    watcher->setFuture(QtConcurrent::run([request = std::move(request), token = *m_token] {
        return std::make_shared<Result<scene::ShadowMask>>(scene::castShadows(request, token));
    }));
}

QImage ShadowLayer::toImage(const scene::ShadowMask &mask)
{
    QImage image(mask.width, mask.height, QImage::Format_Alpha8);
    const auto line = static_cast<std::size_t>(mask.width);
    for (int y = 0; y < mask.height; ++y) {
        std::memcpy(image.scanLine(y), mask.darkness.data() + static_cast<std::size_t>(y) * line, line);
    }
    return image;
}

void ShadowLayer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.drawImage(QRectF(rect()), m_image, QRectF(m_image.rect()));
}

} // namespace loci::widgets
