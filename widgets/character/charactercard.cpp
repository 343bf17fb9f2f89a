// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/character/charactercard.h"

#include "widgets/character/characterfigure.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace loci::widgets {

namespace {

constexpr std::size_t kMostRows = 40;
constexpr double kForeign = 0.5;

QString partName(const QString &part)
{
    if (part == QLatin1String("height")) {
        return CharacterCard::tr("height");
    }
    if (part == QLatin1String("roof")) {
        return CharacterCard::tr("roof");
    }
    if (part == QLatin1String("material")) {
        return CharacterCard::tr("material");
    }
    return part == QLatin1String("grain") ? CharacterCard::tr("size") : CharacterCard::tr("gap");
}

/// The parts that fit less than half.
QString reasons(const analysis::Conformity &building)
{
    QStringList words;
    for (const auto &[part, value] : building.parts) {
        if (value < kForeign) {
            words << partName(part);
        }
    }
    return words.join(QStringLiteral(", "));
}

QLabel *quiet(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setProperty("role", QStringLiteral("caption"));
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

CharacterCard::CharacterCard(QWidget *parent)
    : QWidget(parent)
    , m_panel(new SidePanel({}, this))
    , m_areas(new QComboBox(this))
    , m_facts(quiet(this))
    , m_index(new QLabel(this))
    , m_held(quiet(this))
    , m_method(quiet(this))
    , m_empty(quiet(this))
    , m_figure(new CharacterFigure(this))
    , m_buildings(new QTreeWidget(this))
    , m_keep(new QPushButton(this))
    , m_foreign(new QPushButton(this))
    , m_close(m_panel->addAction(QStringLiteral("close"), {}))
    , m_content(new QWidget(this))
{
    setObjectName(QStringLiteral("character.card"));
    m_areas->setObjectName(QStringLiteral("character.areas"));
    m_keep->setObjectName(QStringLiteral("character.keep"));
    m_foreign->setObjectName(QStringLiteral("character.foreign"));
    m_buildings->setObjectName(QStringLiteral("character.buildings"));
    m_areas->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_buildings->setColumnCount(3);
    m_buildings->setRootIsDecorated(false);
    m_buildings->setFrameShape(QFrame::NoFrame);
    m_buildings->setUniformRowHeights(true);
    m_buildings->setMinimumHeight(220);
    m_buildings->header()->setStretchLastSection(true);
    m_index->setFont(tokenFont(tokens().fontTitle, QFont::DemiBold));
    const Tokens &t = tokens();
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(t.padding, 0, t.padding, t.padding);
    column->setSpacing(t.gap);
    for (QWidget *part : std::initializer_list<QWidget *>{m_facts, m_figure, makeLine(Qt::Horizontal, m_content),
                                                          m_index, m_held, m_buildings}) {
        column->addWidget(part);
    }
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_foreign);
    buttons->addWidget(m_keep);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(m_method);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_content);
    auto *whole = new QWidget(this);
    auto *rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, 0, 0, 0);
    auto *chooser = new QHBoxLayout;
    chooser->setContentsMargins(t.padding, 0, t.padding, 0);
    chooser->addWidget(m_areas, 1);
    rows->addLayout(chooser);
    auto *why = new QHBoxLayout;
    why->setContentsMargins(t.padding, 0, t.padding, 0);
    why->addWidget(m_empty, 1);
    rows->addLayout(why);
    rows->addWidget(scroll, 1);
    m_panel->setContent(whole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    connect(m_close, &QToolButton::clicked, this, &CharacterCard::closeRequested);
    connect(m_keep, &QPushButton::clicked, this, &CharacterCard::keepRequested);
    connect(m_areas, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling) {
            emit areaChosen(area());
        }
    });
    connect(m_buildings, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item != nullptr && !m_filling) {
            emit buildingChosen(item->data(0, Qt::UserRole).toString());
        }
    });
    connect(m_foreign, &QPushButton::clicked, this, [this] {
        QStringList ids;
        for (const analysis::Conformity &building : m_view ? m_view->buildings : std::vector<analysis::Conformity>()) {
            if (building.index && *building.index < kForeign) {
                ids << building.id;
            }
        }
        emit foreignRequested(ids);
    });
    retranslate();
}

void CharacterCard::setAreas(const std::vector<Area> &areas, const QString &current)
{
    m_filling = true;
    m_areas->clear();
    for (const Area &area : areas) {
        m_areas->addItem(area.name.isEmpty() ? area.id : area.name, area.id);
    }
    m_areas->setCurrentIndex(std::max(0, m_areas->findData(current)));
    m_areas->setVisible(!areas.empty());
    m_filling = false;
}

QString CharacterCard::area() const
{
    return m_areas->currentData().toString();
}

void CharacterCard::show(const CharacterView &view)
{
    m_view = view;
    refresh();
}

void CharacterCard::showNothing(const QString &why)
{
    m_view.reset();
    m_empty->setText(why);
    refresh();
}

void CharacterCard::setKeeping(bool possible)
{
    m_keep->setEnabled(possible);
}

void CharacterCard::refresh()
{
    m_content->setVisible(m_view.has_value());
    m_empty->setVisible(!m_view);
    if (!m_view) {
        return;
    }
    const QLocale locale;
    const analysis::CharacterProfile &profile = m_view->profile;
    QStringList facts{tr("%n buildings", nullptr, static_cast<int>(profile.buildings)),
                      tr("%1 ha").arg(locale.toString(profile.siteArea / 10000, 'f', 1))};
    if (profile.coverage) {
        facts << tr("%1 % built over").arg(locale.toString(100 * *profile.coverage, 'f', 0));
    }
    if (profile.floorAreaRatio) {
        facts << tr("floor area ratio %1").arg(locale.toString(*profile.floorAreaRatio, 'f', 2));
    }
    if (profile.regularity) {
        facts << tr("walls agree by %1 %").arg(locale.toString(100 * *profile.regularity, 'f', 0));
    }
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_figure->show(profile, m_view->reference);
    const auto index = analysis::meanIndex(m_view->buildings);
    m_index->setText(index ? tr("Fits by %1 %").arg(locale.toString(100 * *index, 'f', 0)) : tr("Fit not known"));
    m_held->setText(m_view->held.isEmpty() ? tr("Each building held against the area itself") : m_view->held);
    m_method->setText(tr("Method, to be confirmed: %1").arg(m_view->method));
    fillBuildings();
}

void CharacterCard::fillBuildings()
{
    m_filling = true;
    m_buildings->clear();
    std::size_t foreign = 0;
    for (std::size_t i = 0; i < m_view->buildings.size(); ++i) {
        const analysis::Conformity &building = m_view->buildings[i];
        foreign += building.index && *building.index < kForeign ? 1 : 0;
        if (i >= kMostRows) {
            continue;
        }
        auto *item = new QTreeWidgetItem(m_buildings);
        item->setText(0, building.id);
        item->setToolTip(0, building.id);
        item->setData(0, Qt::UserRole, building.id);
        item->setText(1, building.index ? QLocale().toString(100 * *building.index, 'f', 0) + QStringLiteral(" %")
                                        : tr("not known"));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setText(2, reasons(building));
    }
    m_buildings->setColumnWidth(0, 130);
    m_buildings->setColumnWidth(1, 64);
    m_foreign->setText(tr("Show the %n that fit badly", nullptr, static_cast<int>(foreign)));
    m_foreign->setEnabled(foreign > 0);
    m_filling = false;
}

QString CharacterCard::words() const
{
    return m_view ? QStringList{m_areas->currentText(), m_facts->text(),   m_figure->words(), m_index->text(),
                                m_held->text(),         m_foreign->text(), m_method->text()}
                        .join(QLatin1Char('\n'))
                  : m_empty->text();
}

void CharacterCard::retranslate()
{
    m_panel->setTitle(tr("Character of an area"));
    setTip(m_close, tr("Close"));
    m_areas->setAccessibleName(tr("Area"));
    m_keep->setText(tr("Keep as reference"));
    m_keep->setToolTip(tr("What the area is like today becomes what it is held against later"));
    m_buildings->setHeaderLabels({tr("Fits least"), tr("Fit"), tr("Foreign in")});
    m_buildings->setAccessibleName(tr("Buildings, those that fit least first"));
    refresh();
}

void CharacterCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
