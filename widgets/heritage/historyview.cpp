// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/historyview.h"

#include "widgets/common/tokens.h"
#include "widgets/layers/panel.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace loci::widgets {

namespace sh = storage::heritage;

namespace {

QString valueText(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull()) {
        return QStringLiteral("–");
    }
    if (value.isString()) {
        return value.toString();
    }
    if (value.isObject()) {
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    }
    if (value.isArray()) {
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    }
    if (value.isBool()) {
        return value.toBool() ? HistoryView::tr("yes") : HistoryView::tr("no");
    }
    return QLocale().toString(value.toDouble(), 'g', 12);
}

} // namespace

HistoryView::HistoryView(HeritageDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_title(makeLabel(this, "caption"))
    , m_list(new QListWidget(this))
    , m_table(new QTableWidget(this))
    , m_restore(makeButton(this))
{
    setObjectName(QStringLiteral("historyView"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setWordWrap(true);
    m_list->setAccessibleName(tr("States of the record"));
    m_table->setColumnCount(3);
    m_table->setHorizontalHeaderLabels({tr("Field"), tr("Before"), tr("After")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setShowGrid(false);
    m_title->setWordWrap(true);
    m_restore->setText(tr("Bring this state back"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, tokens().padding);
    column->setSpacing(tokens().gap);
    column->addWidget(m_list, 1);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(tokens().padding, 0, tokens().padding, 0);
    words->addWidget(m_title);
    column->addLayout(words);
    column->addWidget(m_table, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(tokens().padding, 0, tokens().padding, 0);
    foot->addStretch(1);
    foot->addWidget(m_restore);
    column->addLayout(foot);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &HistoryView::showDifference);
    connect(m_restore, &QPushButton::clicked, this, &HistoryView::restore);
}

void HistoryView::setRecord(const QString &id)
{
    m_id = id;
    m_states.clear();
    m_list->clear();
    if (auto states = m_desk.catalogue().history(id)) {
        m_states = std::move(*states);
    } else {
        emit m_desk.failed(states.error().message);
    }
    for (auto it = m_states.rbegin(); it != m_states.rend(); ++it) {
        QString text =
            QStringLiteral("%1 · %2\n%3")
                .arg(QLocale().toString(it->time.toLocalTime(), QLocale::ShortFormat), it->author, it->title);
        if (!it->reason.isEmpty()) {
            text += QStringLiteral("\n“%1”").arg(it->reason);
        }
        m_list->addItem(text);
    }
    choose(0);
}

const sh::RecordState *HistoryView::stateAt(int row) const
{
    const int index = static_cast<int>(m_states.size()) - 1 - row;
    return row >= 0 && index >= 0 ? &m_states[static_cast<std::size_t>(index)] : nullptr;
}

void HistoryView::choose(int first, int second)
{
    const QSignalBlocker quiet(m_list);
    m_list->clearSelection();
    for (const int row : {first, second}) {
        if (QListWidgetItem *item = m_list->item(row)) {
            item->setSelected(true);
        }
    }
    showDifference();
}

QString HistoryView::labelOf(const QString &path) const
{
    const QString label = m_desk.profile() != nullptr ? m_desk.profile()->labelOf(path, dataLanguage()) : QString();
    return label.isEmpty() ? path : label;
}

void HistoryView::showDifference()
{
    std::vector<int> rows;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->isSelected()) {
            rows.push_back(row);
        }
    }
    std::vector<heritage::FieldChange> changes;
    const sh::RecordState *newer = rows.empty() ? nullptr : stateAt(rows.front());
    const sh::RecordState *older = rows.size() < 2 ? nullptr : stateAt(rows.back());
    if (newer != nullptr && older != nullptr) {
        const QString key = QLatin1String(sh::key::kAsset) + m_id;
        if (auto compared = m_desk.catalogue().store().compare(key, older->number, newer->number)) {
            changes = std::move(*compared);
        } else {
            emit m_desk.failed(compared.error().message);
        }
        m_title->setText(
            tr("Between the two chosen states: %n differences", nullptr, static_cast<int>(changes.size())));
    } else if (newer != nullptr) {
        changes = newer->changes;
        m_title->setText(tr("What this step changed. Choose a second one with Ctrl to compare."));
    } else {
        m_title->setText(tr("Choose a state."));
    }
    m_table->setRowCount(static_cast<int>(changes.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const heritage::FieldChange &change = changes[static_cast<std::size_t>(row)];
        const std::array<QString, 3> texts = {labelOf(change.path), valueText(change.before), valueText(change.after)};
        for (int column = 0; column < 3; ++column) {
            auto *item = new QTableWidgetItem(texts.at(static_cast<std::size_t>(column)));
            item->setToolTip(item->text());
            m_table->setItem(row, column, item);
        }
    }
    m_restore->setEnabled(rows.size() == 1 && rows.front() > 0 && !m_desk.isReadOnly());
}

int HistoryView::differenceCount() const
{
    return m_table->rowCount();
}

void HistoryView::restore()
{
    const QList<QListWidgetItem *> chosen = m_list->selectedItems();
    const sh::RecordState *state = chosen.size() == 1 ? stateAt(m_list->row(chosen.first())) : nullptr;
    if (state != nullptr) {
        const QString time = QLocale().toString(state->time.toLocalTime(), QLocale::ShortFormat);
        m_desk.attempt(m_desk.catalogue().restore(m_id, state->number, tr("Brought back from %1").arg(time)));
    }
}

} // namespace loci::widgets
