// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/welcomepage.h"

#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/common/welcometile.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>

namespace loci::widgets {

namespace {
constexpr int kMostWidth = 1040;
constexpr int kMostRecents = 6;

struct TemplateSpec
{
    const char *id;
    const char *icon;
};
constexpr TemplateSpec kTemplates[] = {{"planning", "planning"}, {"heritage", "heritage"}, {"briefing", "briefing"}};

QString whenText(const RecentEntry &entry)
{
    if (entry.missing) {
        return WelcomePage::tr("The file is not there any more");
    }
    const QDateTime local = entry.lastOpened.toLocalTime();
    const qint64 days = local.date().daysTo(QDate::currentDate());
    const QLocale locale;
    if (days == 0) {
        return WelcomePage::tr("Today, %1").arg(locale.toString(local.time(), QStringLiteral("HH:mm")));
    }
    if (days == 1) {
        return WelcomePage::tr("Yesterday, %1").arg(locale.toString(local.time(), QStringLiteral("HH:mm")));
    }
    return locale.toString(local.date(), QLocale::LongFormat);
}

QLabel *makeHeading(QWidget *parent, const char *role)
{
    auto *label = new QLabel(parent);
    label->setProperty("role", role);
    return label;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent) : QWidget(parent), m_content(new QWidget)
{
    setObjectName(QStringLiteral("welcome"));
    build();
    retranslate();
    arrange();
}

void WelcomePage::build()
{
    const Tokens &t = tokens();
    m_title = makeHeading(m_content, "hero");
    m_sentence = makeHeading(m_content, "muted");
    m_startTitle = makeHeading(m_content, "title");
    m_templateTitle = makeHeading(m_content, "title");
    m_recentTitle = makeHeading(m_content, "title");
    m_startGrid = new QGridLayout;
    m_templateGrid = new QGridLayout;
    m_recentGrid = new QGridLayout;
    for (const char *name : {"city", "folder", "tour"}) {
        m_start.push_back(new WelcomeTile(QLatin1String(name), m_content));
    }
    m_start[0]->setPrimary(true);
    m_start[0]->setObjectName(QStringLiteral("welcome.sample"));
    m_start[1]->setObjectName(QStringLiteral("welcome.open"));
    m_start[2]->setObjectName(QStringLiteral("welcome.tour"));
    connect(m_start[0], &QAbstractButton::clicked, this, &WelcomePage::sampleRequested);
    connect(m_start[1], &QAbstractButton::clicked, this, &WelcomePage::fileRequested);
    connect(m_start[2], &QAbstractButton::clicked, this, &WelcomePage::tourRequested);
    for (const TemplateSpec &spec : kTemplates) {
        auto *tile = new WelcomeTile(QLatin1String(spec.icon), m_content);
        tile->setObjectName(QStringLiteral("welcome.template.") + QLatin1String(spec.id));
        connect(tile, &QAbstractButton::clicked, this,
                [this, id = QString::fromLatin1(spec.id)] { emit templateChosen(id); });
        m_templates.push_back(tile);
    }
    for (QGridLayout *grid : {m_startGrid, m_templateGrid, m_recentGrid}) {
        grid->setSpacing(t.padding);
    }
    auto *column = new QVBoxLayout;
    column->setContentsMargins(32, 48, 32, 48);
    column->setSpacing(t.padding);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addSpacing(t.padding);
    column->addWidget(m_startTitle);
    column->addLayout(m_startGrid);
    column->addSpacing(t.padding);
    column->addWidget(m_recentTitle);
    column->addLayout(m_recentGrid);
    column->addSpacing(t.padding);
    column->addWidget(m_templateTitle);
    column->addLayout(m_templateGrid);
    column->addStretch(1);
    auto *middle = new QWidget(m_content);
    middle->setMaximumWidth(kMostWidth);
    middle->setLayout(column);
    auto *across = new QHBoxLayout(m_content);
    across->setContentsMargins(0, 0, 0, 0);
    across->addStretch(1);
    across->addWidget(middle, 100);
    across->addStretch(1);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void WelcomePage::setRecents(const std::vector<RecentEntry> &recents,
                             const std::function<QImage(const QString &)> &thumbnail)
{
    m_recents.clear();
    for (const RecentEntry &entry : recents) {
        if (m_recents.size() < kMostRecents) {
            m_recents.push_back({entry, thumbnail ? thumbnail(entry.path) : QImage()});
        }
    }
    qDeleteAll(m_recentTiles);
    m_recentTiles.clear();
    for (const Recent &recent : m_recents) {
        auto *tile = new WelcomeTile(QStringLiteral("map"), m_content);
        tile->setPicture(recent.picture);
        tile->setToolTip(recent.entry.path);
        connect(tile, &QAbstractButton::clicked, this, [this, path = recent.entry.path] { emit recentChosen(path); });
        m_recentTiles.push_back(tile);
    }
    retranslate();
    arrange();
}

void WelcomePage::retranslate()
{
    m_title->setText(tr("Welcome to Loci"));
    m_sentence->setText(tr("See a city on a map and in 3D, and decide about it together."));
    m_startTitle->setText(tr("Start"));
    m_templateTitle->setText(tr("New workspace"));
    m_recentTitle->setText(tr("Recent workspaces"));
    m_start[0]->setTexts(tr("Open the sample city"), tr("A river town with 3,000 buildings"));
    m_start[1]->setTexts(tr("Open a file"), tr("City models, layers, QGIS projects"));
    m_start[2]->setTexts(tr("Take the tour"), tr("Two minutes; leave at any point"));
    m_templates[0]->setTexts(tr("Planning"), tr("Proposals, rules, height zones"));
    m_templates[1]->setTexts(tr("Heritage"), tr("Monuments, protection zones, condition"));
    m_templates[2]->setTexts(tr("Briefing"), tr("Scenes for the wall, figures, statements"));
    for (std::size_t i = 0; i < m_recentTiles.size(); ++i) {
        m_recentTiles[i]->setTexts(m_recents[i].entry.name, whenText(m_recents[i].entry));
        m_recentTiles[i]->setEnabled(!m_recents[i].entry.missing);
    }
}

void WelcomePage::arrange()
{
    const auto fill = [this](QGridLayout *grid, const std::vector<WelcomeTile *> &tiles) {
        while (QLayoutItem *item = grid->takeAt(0)) {
            delete item;
        }
        for (int column = 0; column < 3; ++column) {
            grid->setColumnStretch(column, column < m_columns ? 1 : 0);
        }
        for (int i = 0; i < static_cast<int>(tiles.size()); ++i) {
            grid->addWidget(tiles[static_cast<std::size_t>(i)], i / m_columns, i % m_columns);
            tiles[static_cast<std::size_t>(i)]->show();
        }
    };
    fill(m_startGrid, m_start);
    fill(m_templateGrid, m_templates);
    fill(m_recentGrid, m_recentTiles);
    m_recentTitle->setVisible(!m_recentTiles.empty());
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int columns = width() < 560 ? 1 : width() < 840 ? 2 : 3;
    if (columns != m_columns) {
        m_columns = columns;
        arrange();
    }
}

void WelcomePage::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter(this).fillRect(rect(), tokens().window);
}

void WelcomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
