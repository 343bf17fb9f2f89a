// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/conflictpanel.h"

#include "widgets/common/tokens.h"
#include "widgets/layers/panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <array>

namespace loci::widgets {

using workspace::PendingConflict;
using workspace::TakeSide;

namespace {

constexpr char kAssetPrefix[] = "heritage/asset/";

QString shown(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull()) {
        return QStringLiteral("–");
    }
    if (value.isObject() || value.isArray()) {
        const QJsonDocument document =
            value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
        return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
    }
    return value.toVariant().toString();
}

} // namespace

ConflictPanel::ConflictPanel(HeritageDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_title(makeLabel(this, "caption"))
    , m_table(new QTableWidget(this))
    , m_ours(makeButton(this))
    , m_theirs(makeButton(this))
{
    setObjectName(QStringLiteral("conflictPanel"));
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_table->setColumnCount(4);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_ours->setObjectName(QStringLiteral("keepOurs"));
    m_theirs->setObjectName(QStringLiteral("takeTheirs"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens().padding, tokens().padding, tokens().padding, tokens().padding);
    column->setSpacing(tokens().gap);
    column->addWidget(m_title);
    column->addWidget(m_table, 1);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_ours);
    foot->addWidget(m_theirs);
    column->addLayout(foot);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ConflictPanel::updateButtons);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, [this](int row, int) {
        const QString &key = m_conflicts[static_cast<std::size_t>(row)].record;
        if (key.startsWith(QLatin1String(kAssetPrefix))) {
            emit recordWanted(key.mid(static_cast<qsizetype>(qstrlen(kAssetPrefix))));
        }
    });
    connect(m_ours, &QPushButton::clicked, this, [this] { decide(TakeSide::Ours); });
    connect(m_theirs, &QPushButton::clicked, this, [this] { decide(TakeSide::Theirs); });
    connect(&m_desk, &HeritageDesk::personChanged, this, &ConflictPanel::refresh);
    retranslate();
}

void ConflictPanel::retranslate()
{
    m_table->setHorizontalHeaderLabels({tr("Record"), tr("Field"), tr("Here"), tr("Other")});
    m_table->setAccessibleName(tr("Fields that wait for a decision"));
    m_ours->setText(tr("Keep what is here"));
    m_theirs->setText(tr("Take the other version"));
    refresh();
}

void ConflictPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ConflictPanel::setWorkspace(workspace::Workspace *workspace)
{
    if (m_workspace != nullptr) {
        m_workspace->disconnect(this);
    }
    m_workspace = workspace;
    if (workspace != nullptr) {
        connect(workspace, &workspace::Workspace::changed, this, &ConflictPanel::refresh);
        connect(workspace, &QObject::destroyed, this, [this] { m_workspace = nullptr; });
    }
    refresh();
}

QString ConflictPanel::labelOf(const QString &path) const
{
    const QString label = m_desk.profile() != nullptr ? m_desk.profile()->labelOf(path, dataLanguage()) : QString();
    return label.isEmpty() ? path : label;
}

void ConflictPanel::refresh()
{
    const int row = m_table->currentRow();
    m_conflicts = m_workspace != nullptr && m_desk.isOpen()
                      ? workspace::pendingConflicts(m_desk.catalogue(), *m_workspace)
                      : std::vector<PendingConflict>();
    m_table->setRowCount(conflictCount());
    for (int i = 0; i < conflictCount(); ++i) {
        const PendingConflict &one = m_conflicts[static_cast<std::size_t>(i)];
        const std::array<QString, 4> texts = {one.name, labelOf(one.field.path), shown(one.field.mine),
                                              shown(one.field.theirs)};
        for (int column = 0; column < 4; ++column) {
            auto *item = new QTableWidgetItem(texts.at(static_cast<std::size_t>(column)));
            item->setToolTip(item->text().toHtmlEscaped());
            m_table->setItem(i, column, item);
        }
    }
    m_title->setText(m_conflicts.empty()
                         ? tr("Nothing waits for a decision.")
                         : tr("%n fields were changed here and elsewhere. Nothing is overwritten until you decide.",
                              nullptr, conflictCount()));
    choose(qBound(0, row, qMax(0, conflictCount() - 1)));
}

void ConflictPanel::choose(int row)
{
    if (row >= 0 && row < conflictCount()) {
        m_table->selectRow(row);
    }
    updateButtons();
}

void ConflictPanel::updateButtons()
{
    const bool can = !m_conflicts.empty() && m_table->currentRow() >= 0 && !m_desk.isReadOnly();
    m_ours->setEnabled(can);
    m_theirs->setEnabled(can);
}

void ConflictPanel::decide(TakeSide side)
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= conflictCount() || m_workspace == nullptr) {
        return;
    }
    const PendingConflict conflict = m_conflicts[static_cast<std::size_t>(row)]; // the list changes meanwhile
    m_desk.attempt(workspace::decideConflict(m_desk.catalogue(), *m_workspace, conflict, side, {}));
}

} // namespace loci::widgets
