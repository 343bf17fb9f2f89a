// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/mergepanel.h"

#include "widgets/common/tokens.h"
#include "widgets/layers/panel.h"
#include "widgets/shared/mergequestion.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace loci::widgets {

using workspace::MergeItem;

namespace {
QLabel *addText(QVBoxLayout &column, QWidget *parent, const QString &text, const char *role = nullptr)
{
    QLabel *label = makeLabel(parent, role);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    column.addWidget(label);
    return label;
}
} // namespace

MergePanel::MergePanel(QWidget *parent) : SidePanel({}, parent)
{
    setObjectName(QStringLiteral("mergePanel"));
}

void MergePanel::setOffer(workspace::MergeOffer offer, const MergeWords &words)
{
    m_offer = std::move(offer);
    m_questions.clear();
    setCaption(tr("Changed at two desks"));
    setTitle(m_offer->command().title);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *scroll = new QScrollArea(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(buildQuestions(words));
    column->addWidget(scroll, 1);
    column->addWidget(makeRule(content));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(tokens().padding, tokens().gap, tokens().padding, tokens().padding);
    QPushButton *drop = makeButton(content);
    drop->setObjectName(QStringLiteral("dropMine"));
    drop->setText(tr("Give mine up"));
    QPushButton *keep = makeButton(content, "primary");
    keep->setObjectName(QStringLiteral("keepMerged"));
    keep->setText(tr("Keep merged version"));
    foot->addWidget(drop);
    foot->addStretch(1);
    foot->addWidget(keep);
    column->addLayout(foot);
    connect(drop, &QPushButton::clicked, this, &MergePanel::givenUp);
    connect(keep, &QPushButton::clicked, this, [this] { emit kept(m_offer->decided()); });
    setContent(content);
}

QWidget *MergePanel::buildQuestions(const MergeWords &words)
{
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(tokens().padding, tokens().gap, tokens().padding, tokens().padding);
    column->setSpacing(tokens().gap);
    const int count = m_offer->questions();
    addText(*column, body,
            count == 0
                ? tr("Both desks changed other fields. Nothing was overwritten; keep both changes?")
                : tr("Your step was not kept yet, and nothing was overwritten. Changed at both desks: %1. Choose "
                     "what stands.")
                      .arg(count),
            "caption");
    for (std::size_t i = 0; i < m_offer->items().size(); ++i) {
        addItem(*column, i, words);
    }
    column->addStretch(1);
    return body;
}

MergeQuestion *MergePanel::addQuestion(QVBoxLayout &column, const QString &name, const QString &author,
                                       const QString &theirs, const QString &mine)
{
    auto *question = new MergeQuestion(name, {author, theirs}, {tr("You"), mine}, column.parentWidget());
    column.addWidget(question);
    m_questions.push_back(question);
    return question;
}

void MergePanel::addItem(QVBoxLayout &column, std::size_t index, const MergeWords &words)
{
    const MergeItem &item = m_offer->items()[index];
    const QString &key = item.write.key;
    QWidget *parent = column.parentWidget();
    addText(column, parent, words.document(key, item.theirs), "title");
    const QString author = item.write.author.isEmpty()
                               ? tr("Now in the workspace")
                               : tr("%1, %2").arg(item.write.author, QLocale().toString(item.write.time.toLocalTime(),
                                                                                        QLocale::ShortFormat));
    if (!item.isByField) {
        const auto whole = [](const std::optional<QByteArray> &bytes) {
            return bytes ? tr("Their whole version, %1 bytes").arg(bytes->size()) : tr("Deleted");
        };
        const QString mine =
            item.write.ours ? tr("Your whole version, %1 bytes").arg(item.write.ours->size()) : tr("Deleted");
        MergeQuestion *question = addQuestion(column, tr("It has no fields to merge: one version stands."), author,
                                              whole(item.write.theirs), mine);
        connect(question, &MergeQuestion::chosen, this, [this, index](bool theirs) {
            if (m_offer) {
                m_offer->takeDocument(index, theirs);
            }
        });
        return;
    }
    for (std::size_t k = 0; k < item.outcome.conflicts.size(); ++k) {
        const merge::Conflict &one = item.outcome.conflicts[k];
        MergeQuestion *question = addQuestion(column, words.field(key, item.theirs, one.path), author,
                                              words.value(key, item.theirs, one.path, one.theirs),
                                              words.value(key, item.mine, one.path, one.mine));
        connect(question, &MergeQuestion::chosen, this, [this, index, k](bool theirs) {
            if (m_offer) {
                m_offer->takeTheirs(index, k, theirs);
            }
        });
    }
    addTaken(column, item, words);
}

void MergePanel::addTaken(QVBoxLayout &column, const MergeItem &item, const MergeWords &words)
{
    if (item.taken.empty()) {
        return;
    }
    QWidget *parent = column.parentWidget();
    addText(column, parent, tr("Merged without a question"), "section");
    for (const MergeItem::Taken &one : item.taken) {
        const QJsonObject &before = one.isMine ? item.theirs : item.mine;
        const QJsonObject &after = one.isMine ? item.mine : item.theirs;
        addText(column, parent,
                tr("%1: %2 → %3 (%4)")
                    .arg(words.field(item.write.key, after, one.path),
                         words.value(item.write.key, before, one.path, one.before),
                         words.value(item.write.key, after, one.path, one.after),
                         one.isMine                    ? tr("you")
                         : item.write.author.isEmpty() ? tr("the workspace")
                                                       : item.write.author));
    }
}

} // namespace loci::widgets
