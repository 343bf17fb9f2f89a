// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/findingspanel.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/prompts.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/statusbuttons.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSaveFile>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>

namespace loci::widgets {

namespace {

constexpr Severity kSeverities[] = {Severity::Error, Severity::Warning, Severity::Info};

class FindingDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), index.parent().isValid() ? 48 : tokens().row};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokens();
        const QRect box = option.rect;
        if ((option.state & QStyle::State_Selected) != 0) {
            painter->fillRect(box, t.selected);
        } else if ((option.state & QStyle::State_MouseOver) != 0) {
            painter->fillRect(box, t.hover);
        }
        const bool group = !index.parent().isValid();
        const auto severity = static_cast<Severity>(index.data(FindingsModel::SeverityRole).toInt());
        const int count = index.data(FindingsModel::CountRole).toInt();
        const int left = box.left() + (group ? 4 : 0);
        drawStatus(*painter, statusOf(severity),
                   QRectF(left, box.top() + (group ? (box.height() - 12) / 2.0 : 8), 12, 12));

        int right = box.right() - t.padding;
        if (group || count > 1) {
            const QString figure =
                group ? QLocale().toString(count) : QStringLiteral("×%1").arg(QLocale().toString(count));
            painter->setFont(tokenFont(t.fontCaption));
            painter->setPen(t.textMuted);
            painter->drawText(QRect(box.left(), box.top(), right - box.left(), group ? box.height() : 28),
                              Qt::AlignVCenter | Qt::AlignRight, figure);
            right -= painter->fontMetrics().horizontalAdvance(figure) + t.gap;
        }
        const QRect words(left + 20, box.top(), right - left - 20, group ? box.height() : 28);
        painter->setFont(tokenFont(t.fontBody, group ? QFont::DemiBold : QFont::Normal));
        painter->setPen(t.text);
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data().toString(),
                                                            group ? Qt::ElideMiddle : Qt::ElideRight, words.width()));
        if (!group) {
            painter->setFont(tokenFont(t.fontCaption));
            painter->setPen(t.textMuted);
            const QString object = index.data(FindingsModel::ObjectRole).toString();
            painter->drawText(words.translated(0, 20), Qt::AlignVCenter | Qt::AlignLeft,
                              painter->fontMetrics().elidedText(object, Qt::ElideMiddle, words.width()));
        }
    }
};

} // namespace

FindingsPanel::FindingsPanel(FilePrompt &files, QWidget *parent)
    : QWidget(parent)
    , m_files(files)
    , m_model(new FindingsModel(this))
    , m_panel(new SidePanel({}, this))
    , m_words(new SearchField(this))
    , m_view(new QTreeView(this))
    , m_empty(new EmptyState(QStringLiteral("check-circle"), this))
    , m_stack(new QStackedLayout)
    , m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("findings.panel"));
    const Tokens &t = tokens();
    m_group = m_panel->addAction(QStringLiteral("group"), {});
    m_group->setObjectName(QStringLiteral("findings.group"));
    m_group->setCheckable(true);
    m_export = m_panel->addAction(QStringLiteral("download"), {});
    m_close = m_panel->addAction(QStringLiteral("close"), {});

    auto *chips = new QHBoxLayout;
    chips->setSpacing(t.gap / 2);
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        auto *chip = new StatusButton(this);
        chip->setCheckable(true);
        chip->setChecked(true);
        chip->setStatus(statusOf(kSeverities[i]));
        connect(chip, &QAbstractButton::toggled, this, [this, i](bool on) { m_model->setShown(kSeverities[i], on); });
        chips->addWidget(chip);
        m_chips[i] = chip;
    }
    chips->addStretch(1);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(t.padding, 0, t.padding, t.gap);
    head->setSpacing(t.gap);
    head->addWidget(m_words);
    head->addLayout(chips);

    m_view->setModel(m_model);
    m_view->setItemDelegate(new FindingDelegate(m_view));
    m_view->setHeaderHidden(true);
    m_view->setIndentation(20);
    m_view->setUniformRowHeights(false);
    m_view->setMouseTracking(true);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_panel->body()->addLayout(head);
    m_panel->body()->addWidget(makeLine(Qt::Horizontal, this));
    m_panel->body()->addLayout(m_stack, 1);
    m_note->setObjectName(QStringLiteral("findings.note"));
    m_note->setWordWrap(true);
    m_note->setProperty("role", QStringLiteral("caption"));
    m_note->setContentsMargins(t.padding, t.gap, t.padding, t.gap);
    m_note->hide();
    m_panel->body()->addWidget(m_note);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);

    const auto go = [this](const QModelIndex &index) {
        if (const Finding *finding = m_model->finding(index)) {
            emit zoomRequested(*finding);
        }
    };
    connect(m_view, &QTreeView::clicked, this, go);
    connect(m_view, &QTreeView::activated, this, go);
    connect(m_words, &QLineEdit::textChanged, m_model, &FindingsModel::setWords);
    connect(m_model, &QAbstractItemModel::modelReset, this, &FindingsPanel::refresh);
    connect(m_group, &QToolButton::toggled, m_model, &FindingsModel::setGroupedByCode);
    connect(m_export, &QToolButton::clicked, this, &FindingsPanel::exportShown);
    connect(m_close, &QToolButton::clicked, this, &FindingsPanel::closeRequested);
    retranslate();
    refresh();
}

void FindingsPanel::refresh()
{
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        m_chips[i]->setCount(m_model->count(kSeverities[i]));
        m_chips[i]->setToolTip(severityWord(kSeverities[i], m_chips[i]->count()));
        m_chips[i]->setAccessibleName(m_chips[i]->toolTip());
    }
    m_view->expandAll();
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_view) : m_empty);
    m_empty->setTexts(m_model->findings().empty() ? tr("Nothing is wrong in what you have opened.")
                                                  : tr("No finding fits the filter."));
    m_export->setEnabled(m_model->rowCount() > 0);
    emit countsChanged(m_chips[0]->count(), m_chips[1]->count(), m_chips[2]->count());
}

void FindingsPanel::retranslate()
{
    m_panel->setTitle(tr("Findings"));
    m_words->setPlaceholderText(tr("Filter findings"));
    m_words->setAccessibleName(m_words->placeholderText());
    setTip(m_group, tr("Group by code"));
    setTip(m_export, tr("Export the findings shown"));
    setTip(m_close, tr("Close"));
    m_view->setAccessibleName(tr("Findings"));
    m_model->retranslate();
    refresh();
}

void FindingsPanel::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void FindingsPanel::exportShown()
{
    const auto path = m_files.saveFile(this, tr("Export findings"), QStringLiteral("findings.csv"),
                                       tr("Table (*.csv);;JSON (*.json)"));
    if (!path) {
        return;
    }
    const Findings shown = m_model->shown();
    QSaveFile file(*path);
    const bool json = path->endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
    const QByteArray bytes = json ? findingsAsJson(shown) : findingsAsCsv(shown);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        emit failed(tr("The findings could not be written to %1: %2.").arg(*path, file.errorString()));
    }
}

void FindingsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
