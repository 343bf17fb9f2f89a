// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/recordspanel.h"

#include "widgets/common/icons.h"
#include "widgets/common/prompts.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/heritage/recordform.h"
#include "widgets/heritage/recordsheet.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

RecordsPanel::RecordsPanel(HeritageDesk &desk, FilePrompt &files, MessagePrompt &messages, QWidget *parent)
    : Panel(parent)
    , m_desk(desk)
    , m_files(files)
    , m_messages(messages)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_close(widgets::makeIconButton(QStringLiteral("close"), this))
{
    setObjectName(QStringLiteral("records.panel"));
    m_tabs->setTabsClosable(true);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setDocumentMode(true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, tokens().gap / 2, 0);
    row->setSpacing(0);
    row->addWidget(m_tabs, 1);
    row->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(makeRule(this));
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0 && index < count()) {
            RecordSheet *sheet = m_sheets[static_cast<std::size_t>(index)];
            m_stack->setCurrentWidget(sheet);
            emit currentChanged(sheet->id());
        }
    });
    connect(m_tabs, &QTabBar::tabCloseRequested, this, &RecordsPanel::askAndClose);
    connect(m_close, &QToolButton::clicked, this, &RecordsPanel::closed);
    connect(&m_desk, &HeritageDesk::opened, this, &RecordsPanel::closeAll);
    connect(&m_desk, &HeritageDesk::assetsChanged, this, &RecordsPanel::refresh);
    connect(&m_desk, &HeritageDesk::zonesChanged, this, [this] { refresh(openIds()); });
    connect(&m_desk, &HeritageDesk::personChanged, this, [this] { refresh(openIds()); });
    connect(&m_desk, &HeritageDesk::retranslated, this, &RecordsPanel::reopen);
    connect(&m_desk, &HeritageDesk::conceptsChanged, this, &RecordsPanel::reopen);
    onLanguage([this] { setTip(m_close, tr("Put the records aside")); });
    onTheme([this] { m_close->setIcon(icon(QStringLiteral("close"))); });
}

RecordSheet *RecordsPanel::sheet(const QString &id) const
{
    const auto found =
        std::find_if(m_sheets.begin(), m_sheets.end(), [&id](const RecordSheet *sheet) { return sheet->id() == id; });
    return found != m_sheets.end() ? *found : nullptr;
}

RecordSheet *RecordsPanel::current() const
{
    return qobject_cast<RecordSheet *>(m_stack->currentWidget());
}

QStringList RecordsPanel::openIds() const
{
    QStringList ids;
    for (const RecordSheet *sheet : m_sheets) {
        if (!sheet->isNew()) {
            ids << sheet->id();
        }
    }
    return ids;
}

RecordSheet *RecordsPanel::open(const QString &id)
{
    RecordSheet *known = sheet(id);
    if (known == nullptr) {
        const auto asset = m_desk.asset(id);
        if (!asset) {
            return nullptr;
        }
        known = new RecordSheet(m_desk, m_files, m_messages, *asset, m_stack);
        add(known);
    }
    m_tabs->setCurrentIndex(static_cast<int>(std::find(m_sheets.begin(), m_sheets.end(), known) - m_sheets.begin()));
    return known;
}

RecordSheet *RecordsPanel::openNew()
{
    heritage::Asset asset = heritage::Asset::make({}, dataLanguage());
    asset.setParts<heritage::Name>({{QString(), dataLanguage(), QStringLiteral("primary")}}); // to be filled in
    auto *made = new RecordSheet(m_desk, m_files, m_messages, asset, m_stack);
    add(made);
    m_tabs->setCurrentIndex(count() - 1);
    made->form().goTo(QStringLiteral("/names/0/text"));
    return made;
}

void RecordsPanel::add(RecordSheet *sheet)
{
    m_sheets.push_back(sheet);
    m_stack->addWidget(sheet);
    connect(sheet, &RecordSheet::nameChanged, this, &RecordsPanel::showTitles);
    connect(sheet, &RecordSheet::printRequested, this,
            [this, sheet](const QString &kind) { emit printRequested(sheet->id(), kind); });
    connect(sheet, &RecordSheet::removed, this, [this, sheet] { close(sheet); });
    connect(&sheet->form(), &RecordForm::edited, this, &RecordsPanel::showTitles);
    m_tabs->addTab(sheet->name());
    showTitles();
    emit sheetOpened(sheet);
}

void RecordsPanel::showTitles()
{
    for (int i = 0; i < count(); ++i) {
        const RecordSheet *sheet = m_sheets[static_cast<std::size_t>(i)];
        const QString dot = sheet->hasEdits() ? QStringLiteral(" •") : QString();
        m_tabs->setTabText(i, sheet->name() + dot);
        m_tabs->setTabToolTip(i, sheet->hasEdits() ? tr("%1, not saved yet").arg(sheet->name()) : sheet->name());
    }
}

void RecordsPanel::close(RecordSheet *sheet)
{
    const auto found = std::find(m_sheets.begin(), m_sheets.end(), sheet);
    if (found == m_sheets.end()) {
        return;
    }
    const int index = static_cast<int>(found - m_sheets.begin());
    m_desk.setEditing(sheet->id(), false);
    m_sheets.erase(found);
    m_stack->removeWidget(sheet);
    sheet->deleteLater(); // its button may have led here
    m_tabs->removeTab(index);
    if (m_sheets.empty()) {
        emit closed();
    }
}

void RecordsPanel::askAndClose(int index)
{
    RecordSheet *sheet = m_sheets[static_cast<std::size_t>(index)];
    if (sheet->hasEdits()) {
        const int answer = m_messages.ask(window(), sheet->name(), tr("Save what was edited?"),
                                          {tr("Save"), tr("Throw away"), tr("Go on editing")});
        if ((answer == 0 && !sheet->save()) || answer < 0 || answer > 1) {
            return;
        }
    }
    close(sheet);
}

void RecordsPanel::closeAll()
{
    while (!m_sheets.empty()) {
        close(m_sheets.back());
    }
}

void RecordsPanel::reopen()
{
    const QString now = current() != nullptr ? current()->id() : QString();
    const std::vector<RecordSheet *> all = m_sheets;
    for (RecordSheet *sheet : all) {
        const QString id = sheet->id();
        const bool replaced = !sheet->hasEdits() && !sheet->isNew(); // what is being edited keeps its words
        if (replaced) {
            const QSignalBlocker quiet(this);
            const QString page = sheet->page();
            close(sheet);
            if (RecordSheet *again = open(id); again != nullptr && page != QLatin1String("zone")) {
                again->showPage(page);
            }
        }
    }
    for (RecordSheet *sheet : m_sheets) {
        emit sheetOpened(sheet);
    }
    open(now);
}

void RecordsPanel::refresh(const QStringList &ids)
{
    for (const QString &id : ids) {
        if (RecordSheet *open = sheet(id)) {
            open->refresh();
        }
    }
}

} // namespace loci::widgets
