// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide/guidewindow.h"

#include "widgets/common/searchfield.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/guide/guidereader.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace loci::widgets {

namespace {
constexpr int kContentsWidth = 288;
constexpr int kNameRole = Qt::UserRole;
} // namespace

GuideWindow::GuideWindow(const QString &language, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_book(language)
    , m_title(new QLabel(this))
    , m_search(new SearchField(this))
    , m_contents(new QTreeWidget(this))
    , m_nothing(new QLabel(this))
    , m_back(makeIconButton(QStringLiteral("chevron-left"), this))
    , m_forward(makeIconButton(QStringLiteral("chevron-right"), this))
    , m_reader(new GuideReader(this))
{
    setObjectName(QStringLiteral("guide"));
    setAttribute(Qt::WA_StyledBackground);
    setProperty("role", QStringLiteral("window"));
    setMinimumSize(kContentsWidth + GuideReader::kColumn / 2, 400);
    resize(kContentsWidth + GuideReader::kColumn + 120, 820);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildContents());
    row->addWidget(makeLine(Qt::Vertical, this));
    row->addWidget(buildPage(), 1);
    connect(m_search, &QLineEdit::textChanged, this, &GuideWindow::filter);
    connect(m_contents, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        const QString name = item != nullptr ? item->data(0, kNameRole).toString() : QString();
        if (!name.isEmpty() && name != currentPage()) {
            showPage(name);
        }
    });
    connect(m_reader, &QTextBrowser::sourceChanged, this, &GuideWindow::markCurrent);
    connect(m_reader, &QTextBrowser::backwardAvailable, m_back, &QWidget::setEnabled);
    connect(m_reader, &QTextBrowser::forwardAvailable, m_forward, &QWidget::setEnabled);
    connect(m_back, &QToolButton::clicked, m_reader, &QTextBrowser::backward);
    connect(m_forward, &QToolButton::clicked, m_reader, &QTextBrowser::forward);
    fillContents();
    showPage(QStringLiteral("index"));
    retranslate();
}

QWidget *GuideWindow::buildContents()
{
    const Tokens &t = tokens();
    auto *side = new QWidget(this);
    side->setAttribute(Qt::WA_StyledBackground);
    side->setProperty("role", "panel");
    side->setFixedWidth(kContentsWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(t.padding, t.padding, t.padding, t.padding);
    column->setSpacing(t.gap);
    auto *head = new QHBoxLayout;
    head->setSpacing(0);
    m_title->setProperty("role", "title");
    head->addWidget(m_title, 1);
    head->addWidget(m_back);
    head->addWidget(m_forward);
    column->addLayout(head);
    m_search->setObjectName(QStringLiteral("guide.search"));
    column->addWidget(m_search);
    m_nothing->setProperty("role", "muted");
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    column->addWidget(m_nothing);
    m_contents->setObjectName(QStringLiteral("guide.contents"));
    m_contents->setHeaderHidden(true);
    m_contents->setRootIsDecorated(false);
    m_contents->setIndentation(0);
    m_contents->setExpandsOnDoubleClick(false);
    m_contents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_contents, 1);
    m_back->setEnabled(false);
    m_forward->setEnabled(false);
    return side;
}

QWidget *GuideWindow::buildPage()
{
    auto *page = new QWidget(this);
    page->setAttribute(Qt::WA_StyledBackground);
    page->setProperty("role", "panel");
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_reader);
    return page;
}

void GuideWindow::fillContents()
{
    m_contents->clear();
    QString group;
    QTreeWidgetItem *parent = nullptr;
    for (const GuidePage &page : m_book.pages()) {
        if (page.group != group) {
            group = page.group;
            parent = new QTreeWidgetItem(m_contents, {group});
            parent->setFlags(Qt::ItemIsEnabled);
            parent->setFont(0, tokenFont(tokens().fontCaption, QFont::DemiBold));
            parent->setForeground(0, tokens().textMuted);
            parent->setSizeHint(0, QSize(0, tokens().touchRow));
            parent->setExpanded(true);
        }
        auto *item = parent != nullptr ? new QTreeWidgetItem(parent, {page.title})
                                       : new QTreeWidgetItem(m_contents, {page.title});
        item->setData(0, kNameRole, page.name);
        item->setToolTip(0, page.title);
    }
}

void GuideWindow::showPage(const QString &name)
{
    m_reader->setSource(m_book.url(name));
}

QString GuideWindow::currentPage() const
{
    return GuideBook::nameOf(m_reader->page());
}

QTreeWidgetItem *GuideWindow::itemOf(const QString &name) const
{
    for (QTreeWidgetItemIterator it(m_contents); *it != nullptr; ++it) {
        if ((*it)->data(0, kNameRole).toString() == name) {
            return *it;
        }
    }
    return nullptr;
}

void GuideWindow::markCurrent()
{
    if (QTreeWidgetItem *item = itemOf(currentPage())) {
        m_contents->setCurrentItem(item);
    }
}

void GuideWindow::filter(const QString &words)
{
    const QStringList found = m_book.pagesWith(words);
    for (QTreeWidgetItemIterator it(m_contents); *it != nullptr; ++it) {
        const QString name = (*it)->data(0, kNameRole).toString();
        (*it)->setHidden(name.isEmpty() ? !words.trimmed().isEmpty() : !found.contains(name));
    }
    // What is found stands below a heading, which a hidden parent would hide with it.
    for (int i = 0; i < m_contents->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = m_contents->topLevelItem(i);
        for (int k = 0; k < group->childCount(); ++k) {
            if (!group->child(k)->isHidden()) {
                group->setHidden(false);
            }
        }
    }
    m_nothing->setVisible(found.isEmpty());
}

void GuideWindow::setLanguage(const QString &language)
{
    const QString page = currentPage();
    m_book = GuideBook(language);
    fillContents();
    filter(m_search->text());
    m_reader->clearHistory();
    showPage(page.isEmpty() ? QStringLiteral("index") : page);
    retranslate();
}

void GuideWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        for (int i = 0; i < m_contents->topLevelItemCount(); ++i) {
            if (m_contents->topLevelItem(i)->childCount() > 0) {
                m_contents->topLevelItem(i)->setForeground(0, tokens().textMuted);
            }
        }
    }
    QWidget::changeEvent(event);
}

void GuideWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_F1) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

void GuideWindow::retranslate()
{
    setWindowTitle(tr("User guide") + QStringLiteral(" – Loci"));
    m_title->setText(tr("User guide"));
    m_search->setPlaceholderText(tr("Search the guide"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_contents->setAccessibleName(tr("Contents"));
    m_nothing->setText(tr("No page has all these words."));
    setTip(m_back, tr("Back"));
    setTip(m_forward, tr("Forward"));
}

} // namespace loci::widgets
