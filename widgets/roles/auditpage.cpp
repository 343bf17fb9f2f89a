// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roles/auditpage.h"

#include "widgets/common/icons.h"
#include "widgets/common/status.h"
#include "widgets/common/tokens.h"
#include "widgets/roles/rolewords.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace loci::widgets {

using storage::heritage::AuditEntry;
using storage::heritage::ChainReport;
using storage::PostGisAddress;

namespace {
enum Column { Number, Time, Author, Action, Record, Field, Reason, ColumnCount };
constexpr int kRow = 32;
constexpr int kNarrow = 72;
constexpr int kWide = 160;

QString cellOf(const AuditEntry &entry, int column)
{
    switch (column) {
    case Number:
        return QLocale().toString(entry.number);
    case Time:
        return QLocale().toString(entry.time.toLocalTime(), QLocale::ShortFormat);
    case Author:
        return entry.author;
    case Action:
        return entry.title.isEmpty() ? entry.action : entry.title;
    case Record:
        return entry.key;
    case Field:
        return entry.change.path;
    default:
        return entry.reason;
    }
}
} // namespace

AuditPage::AuditPage(QWidget *parent) : Panel(parent)
{
    setObjectName(QStringLiteral("auditPage"));
    build();
}

void AuditPage::build()
{
    const Tokens &t = tokens();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(t.padding * 2, t.padding, t.padding * 2, t.padding);
    column->setSpacing(t.gap);
    auto *row = new QHBoxLayout;
    row->setSpacing(t.padding);
    m_title = makeLabel(this, "heading");
    m_chain = new StatusBadge(Status::Unknown, this);
    m_check = makeButton(this);
    m_check->setObjectName(QStringLiteral("check"));
    auto *close = makeIconButton(this);
    row->addWidget(m_title);
    row->addWidget(m_chain);
    row->addStretch(1);
    row->addWidget(m_check);
    row->addWidget(close);
    column->addLayout(row);
    m_note = makeLabel(this, "muted");
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setClearButtonEnabled(true);
    column->addWidget(m_search);
    m_table = new QTableWidget(0, ColumnCount, this);
    m_table->setObjectName(QStringLiteral("entries"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRow);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (const auto &[which, width] : {std::pair{Number, kNarrow}, std::pair{Time, kWide}, std::pair{Author, kWide}}) {
        m_table->horizontalHeader()->setSectionResizeMode(which, QHeaderView::Interactive);
        m_table->setColumnWidth(which, width);
    }
    column->addWidget(m_table, 1);
    connect(m_search, &QLineEdit::textChanged, this, &AuditPage::filter);
    connect(m_check, &QPushButton::clicked, this, &AuditPage::checkRequested);
    connect(close, &QToolButton::clicked, this, &AuditPage::closed);
    onLanguage([this, close] {
        close->setToolTip(tr("Close"));
        close->setAccessibleName(tr("Close"));
        m_check->setText(tr("Check the chain"));
        m_search->setPlaceholderText(tr("Search for a person, a record, a field or a reason"));
        m_search->setAccessibleName(m_search->placeholderText());
        fill();
    });
    onTheme([close] { close->setIcon(icon(QStringLiteral("close"))); });
}

void AuditPage::setEntries(const PostGisAddress &address, std::vector<AuditEntry> entries, qint64 count)
{
    m_address = address;
    m_entries = std::move(entries);
    m_count = count;
    m_chain->hide();
    fill();
}

int AuditPage::count() const
{
    return m_table->rowCount();
}

void AuditPage::fill()
{
    m_title->setText(tr("Audit of %1").arg(placeWord(m_address)));
    const qint64 shown = qint64(m_entries.size());
    m_note->setText(
        shown < m_count
            ? tr("The newest %1 of %2 entries, which nobody can change or take out unseen.").arg(shown).arg(m_count)
            : tr("%n entries, which nobody can change or take out unseen.", nullptr, int(shown)));
    m_table->setHorizontalHeaderLabels(
        {tr("No."), tr("Time"), tr("Person"), tr("Step"), tr("Record"), tr("Field"), tr("Reason")});
    m_table->setAccessibleName(m_title->text());
    m_table->setRowCount(int(shown));
    for (int row = 0; row < int(shown); ++row) {
        const AuditEntry &entry = m_entries[std::size_t(shown - 1 - row)];
        for (int column = 0; column < ColumnCount; ++column) {
            auto *cell = new QTableWidgetItem(cellOf(entry, column));
            cell->setToolTip(cell->text());
            m_table->setItem(row, column, cell);
        }
    }
    filter();
}

void AuditPage::filter()
{
    const QString wanted = m_search->text().trimmed();
    for (int row = 0; row < m_table->rowCount(); ++row) {
        bool isShown = wanted.isEmpty();
        for (int column = 0; column < ColumnCount && !isShown; ++column) {
            isShown = m_table->item(row, column)->text().contains(wanted, Qt::CaseInsensitive);
        }
        m_table->setRowHidden(row, !isShown);
    }
}

void AuditPage::showChain(const ChainReport &report)
{
    m_chain->setStatus(report.isIntact ? Status::Good : Status::Bad);
    m_chain->setText(report.isIntact ? tr("the chain holds, up to entry %1").arg(report.entries)
                                     : tr("the chain is broken at entry %1").arg(report.firstBroken));
    m_chain->show();
}

void AuditPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        emit closed();
        return;
    }
    Panel::keyPressEvent(event);
}

} // namespace loci::widgets
