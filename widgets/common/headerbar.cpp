// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/headerbar.h"

#include "widgets/common/icons.h"
#include "widgets/common/rail.h"
#include "widgets/common/resources.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QGridLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace loci::widgets {

namespace {
constexpr int kSearchMost = 640;
constexpr int kNameMost = 280;
constexpr int kNameLeast = 150; ///< beside a mark
} // namespace

HeaderBar::HeaderBar(QWidget *parent)
    : QWidget(parent)
    , m_mark(new QToolButton(this))
    , m_workspace(new QToolButton(this))
    , m_search(new SearchField(this))
    , m_language(new SegmentedControl(this))
    , m_theme(new QToolButton(this))
    , m_help(makeIconButton(QStringLiteral("help"), this))
{
    initLociResources();
    setObjectName(QStringLiteral("header"));
    setFixedHeight(kHeight);
    const Tokens &t = tokens();

    m_mark->setProperty("kind", "quiet");
    m_mark->setIcon(QIcon(QStringLiteral(":/style/logo.svg")));
    m_mark->setIconSize(QSize(28, 28));
    m_mark->setFixedSize(40, 40);
    m_workspace->setObjectName(QStringLiteral("header.workspace"));
    m_workspace->setProperty("kind", "quiet");
    m_workspace->setProperty("strong", true);
    m_workspace->setIcon(icon(QStringLiteral("chevron-down")));
    m_workspace->setIconSize(QSize(t.icon, t.icon));
    m_workspace->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_workspace->setLayoutDirection(Qt::RightToLeft); // the chevron stands behind the name
    m_workspace->setPopupMode(QToolButton::InstantPopup);
    m_search->setObjectName(QStringLiteral("header.search"));
    m_search->setMaximumWidth(kSearchMost);
    m_search->setMinimumWidth(200);
    m_language->setObjectName(QStringLiteral("header.language"));
    m_language->addSegment(QStringLiteral("zh_CN"), QStringLiteral("中文"));
    m_language->addSegment(QStringLiteral("en"), QStringLiteral("EN"));
    m_theme->setObjectName(QStringLiteral("header.theme"));
    m_theme->setIconSize(QSize(t.icon, t.icon));
    m_theme->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_help->setObjectName(QStringLiteral("header.help"));
    m_help->setPopupMode(QToolButton::InstantPopup);
    m_help->setMenu(new QMenu(m_help));
    for (QToolButton *button : {m_mark, m_workspace, m_theme, m_help}) {
        button->setFocusPolicy(Qt::TabFocus);
    }

    auto *left = new QHBoxLayout;
    left->setSpacing(0);
    left->addSpacing((Rail::kWidth - 40) / 2);
    left->addWidget(m_mark);
    left->addSpacing((Rail::kWidth - 40) / 2);
    left->addWidget(m_workspace);
    m_left = left;
    left->addStretch(1);
    m_tools = new QHBoxLayout;
    m_tools->setSpacing(t.gap);
    auto *right = new QHBoxLayout;
    right->setSpacing(t.gap);
    right->addStretch(1);
    right->addLayout(m_tools);
    right->addWidget(m_language);
    right->addWidget(m_theme);
    right->addWidget(m_help);
    // Equal columns at both sides keep the field in the middle of the window.
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, t.padding, 0);
    layout->setHorizontalSpacing(t.gap * 2);
    layout->addLayout(left, 0, 0);
    layout->addWidget(m_search, 0, 1);
    layout->addLayout(right, 0, 2);
    layout->setColumnStretch(0, 3);
    layout->setColumnStretch(1, 4);
    layout->setColumnStretch(2, 3);

    connect(m_mark, &QToolButton::clicked, this, &HeaderBar::homeRequested);
    connect(m_language, &SegmentedControl::chosen, this, &HeaderBar::languageChosen);
    connect(m_theme, &QToolButton::clicked, this,
            [this] { emit themeChosen(tokens().mode == ThemeMode::Dark ? ThemeMode::Light : ThemeMode::Dark); });
    retranslate();
}

void HeaderBar::setWorkspaceName(const QString &name, const QString &remark)
{
    m_name = name;
    m_remark = remark;
    retranslate();
}

void HeaderBar::setWorkspaceMenu(QMenu *menu)
{
    m_workspace->setMenu(menu);
}

void HeaderBar::addMark(QWidget *mark)
{
    m_left->insertWidget(m_left->count() - 1, mark); // before the stretch
}

void HeaderBar::showMark(QWidget *mark, bool shown)
{
    m_workspace->setMinimumWidth(shown ? qMin(kNameLeast, m_workspace->sizeHint().width()) : 0);
    mark->setMinimumWidth(0);
    mark->setMinimumWidth(mark->sizeHint().width());
    mark->setVisible(shown);
}

void HeaderBar::setHelpActions(const QList<QAction *> &actions)
{
    m_help->menu()->clear();
    m_help->menu()->addActions(actions);
}

void HeaderBar::addTool(QWidget *tool)
{
    m_tools->addWidget(tool);
}

void HeaderBar::setLanguage(const QString &language)
{
    m_language->setCurrent(language);
}

void HeaderBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), tokens().surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().hairline);
}

void HeaderBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void HeaderBar::retranslate()
{
    const QString name = m_name.isEmpty() ? tr("No workspace") : m_name;
    const QString full = m_remark.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, m_remark);
    m_workspace->setText(
        QFontMetrics(tokenFont(tokens().fontTitle, QFont::DemiBold)).elidedText(full, Qt::ElideMiddle, kNameMost));
    setTip(m_workspace, tr("Workspace: %1").arg(full));
    setTip(m_mark, tr("Start page"));
    m_search->setPlaceholderText(tr("Search places, layers, records, or run a command"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setHint(tr("Ctrl+K"));
    m_language->setSegmentText(QStringLiteral("zh_CN"), QStringLiteral("中文"), QStringLiteral("简体中文"));
    m_language->setSegmentText(QStringLiteral("en"), QStringLiteral("EN"), QStringLiteral("English"));
    const bool dark = tokens().mode == ThemeMode::Dark;
    m_theme->setIcon(icon(dark ? QStringLiteral("moon") : QStringLiteral("sun")));
    m_theme->setText(QLatin1Char(' ') +
                     (dark ? tr("Dark") : tr("Light"))); // the style leaves too little air behind the icon
    setTip(m_help, tr("Help"));
    setTip(m_theme, dark ? tr("Switch to the light theme") : tr("Switch to the dark theme"));
}

} // namespace loci::widgets
