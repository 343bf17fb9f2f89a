// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/scene/sunshadow.h"
#endif

#include <QImage>
#include <QWidget>
#include <memory>

namespace loci::widgets {

/// The shadows of the sun over the still 3D picture: computed in the background when the view has come to rest, gone
/// as soon as it moves. Lets the mouse through. Main thread.
class ShadowLayer final : public QWidget
{
    Q_OBJECT
public:
    explicit ShadowLayer(QWidget *parent);
    ~ShadowLayer() override; ///< cancels

    void cast(scene::ShadowRequest request); ///< replaces what is being computed
    void clear();                            ///< no shadows, now
    bool isBusy() const { return m_token != nullptr; }
    static QImage toImage(const scene::ShadowMask &mask);
    const QImage &image() const { return m_image; } ///< black, its alpha is the darkness; null: none

signals:
    void ready();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::unique_ptr<CancelToken> m_token; ///< of the running computation
    QImage m_image;
};

} // namespace loci::widgets
