// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/workspace/mergeoffer.h"
#include "widgets/common/surfaces.h"
#include "widgets/shared/mergewords.h"

#include <optional>

class QPushButton;
class QVBoxLayout;

namespace loci::widgets {

class MergeQuestion;

/// Two versions of the same: a step of this desk that was refused because another desk was quicker. Shows each field
/// that both changed with both values, and what is merged without a question; the person decides and keeps the merged
/// version, or gives the own step up. Nothing is kept before.
class MergePanel final : public SidePanel
{
    Q_OBJECT
public:
    explicit MergePanel(QWidget *parent = nullptr);
    /// The words must live as long as the offer is shown.
    void setOffer(workspace::MergeOffer offer, const MergeWords &words);
    const std::optional<workspace::MergeOffer> &offer() const { return m_offer; }
    std::vector<MergeQuestion *> questions() const { return m_questions; }

signals:
    void kept(const loci::workspace::Command &command); ///< the merged step, to be committed
    void givenUp();                                     ///< theirs stands

private:
    QWidget *buildQuestions(const MergeWords &words);
    void addItem(QVBoxLayout &column, std::size_t index, const MergeWords &words);
    void addTaken(QVBoxLayout &column, const workspace::MergeItem &item, const MergeWords &words);
    MergeQuestion *addQuestion(QVBoxLayout &column, const QString &name, const QString &author, const QString &theirs,
                               const QString &mine);

    std::optional<workspace::MergeOffer> m_offer;
    std::vector<MergeQuestion *> m_questions;
};

} // namespace loci::widgets
