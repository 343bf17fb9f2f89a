// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/view/photolayer.h"

#include <QColor>
#include <QImage>
#include <QString>
#include <vector>

namespace loci::widgets {

/// The model through the camera of a photograph, without and with the proposal; both of one size.
struct MontageLayers
{
    analysis::PhotoLayer now, after;
    bool isEmpty() const { return now.kind.empty() || after.kind.size() != now.kind.size(); }
};

constexpr double kFadePhoto = 0;    ///< the photograph alone
constexpr double kFadeNow = 1;      ///< the model as it stands over it
constexpr double kFadeProposal = 2; ///< the photograph with the proposal, hidden by what stands before it

/// The picture at a place of the slider between photograph, now and proposal; of the layers' size. Where the proposal
/// takes a building away the photograph is hatched: nobody knows what is behind. Pure.
QImage montage(const QImage &photo, const MontageLayers &layers, double fade, const QColor &proposal);

/// The picture over a band with words, and the same words and `facts` in the file's text fields.
struct PictureFact
{
    QString key, text; ///< the key is ASCII
};
QImage withProvenance(const QImage &picture, const QString &title, const QString &caption,
                      const std::vector<PictureFact> &facts);

} // namespace loci::widgets
