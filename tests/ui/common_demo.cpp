// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common_demo.h"

#include "widgets/common/commandpalette.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/findingspanel.h"
#include "widgets/common/headerbar.h"
#include "widgets/common/historypanel.h"
#include "widgets/common/propertylist.h"
#include "widgets/common/rail.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/statusbuttons.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/taskbutton.h"
#include "widgets/common/timebar.h"
#include "widgets/common/toast.h"
#include "widgets/common/tokens.h"
#include "widgets/common/tour.h"
#include "widgets/common/welcomepage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QSplitter>
#include <QTabWidget>
#include <QTableWidget>
#include <QToolButton>

using namespace loci::widgets;

namespace loci::test {

namespace {

/// A calm drawing of streets and blocks where map and 3D will be.
class Ground final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        const Tokens &t = tokens();
        painter.fillRect(rect(), t.sunken);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.pressed);
        painter.rotate(-8);
        for (int y = -40; y < height() + 300; y += 96) {
            for (int x = -80; x < width() + 120; x += 128) {
                painter.drawRoundedRect(x + (y / 96 % 2) * 28, y, 108, 76, 3, 3);
            }
        }
    }
};

TimeEvent someEvent(const QDateTime &time, int i)
{
    return {time, i % 61 == 0 ? Status::Watch : i % 173 == 0 ? Status::Bad : Status::Good};
}

} // namespace

ShellDemo::ShellDemo()
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("role", "window");
    header = new HeaderBar(this);
    header->setWorkspaceName(QStringLiteral("临江古城 2026"));
    header->setLanguage(QStringLiteral("en"));
    rail = new Rail(this);
    rail->addItem(
        {QStringLiteral("map"), QStringLiteral("layers"), "Rail", QT_TRANSLATE_NOOP("Rail", "Map & layers"), 10});
    rail->addItem(
        {QStringLiteral("heritage"), QStringLiteral("heritage"), "Rail", QT_TRANSLATE_NOOP("Rail", "Heritage"), 20});
    rail->addItem({QStringLiteral("indicators"), QStringLiteral("indicators"), "Rail",
                   QT_TRANSLATE_NOOP("Rail", "Indicators"), 30});
    rail->addItem(
        {QStringLiteral("planning"), QStringLiteral("planning"), "Rail", QT_TRANSLATE_NOOP("Rail", "Planning"), 40});
    rail->addItem(
        {QStringLiteral("briefing"), QStringLiteral("briefing"), "Rail", QT_TRANSLATE_NOOP("Rail", "Briefing"), 50});
    rail->addItem(
        {QStringLiteral("data"), QStringLiteral("pack"), "Rail", QT_TRANSLATE_NOOP("Rail", "Data & packs"), 60});
    rail->addItem({QStringLiteral("settings"), QStringLiteral("settings"), "Rail",
                   QT_TRANSLATE_NOOP("Rail", "Settings"), 100, true});
    rail->setCurrent(QStringLiteral("map"));
    rail->setCount(QStringLiteral("data"), 2);

    time = new TimeBar(this);
    tasks = new TaskButton(this, time);
    auto *findingsButton = new FindingsButton(time);
    time->addEndWidget(tasks);
    time->addEndWidget(findingsButton);

    auto *splitter = new QSplitter(this);
    splitter->setHandleWidth(1);
    splitter->addWidget(makeLeft());
    splitter->addWidget(makeMiddle());
    splitter->addWidget(makeRight());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({300, 900, 340});
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(rail);
    middle->addWidget(splitter, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addLayout(middle, 1);
    layout->addWidget(time);

    actions.add({"map.zoomIn", "Map", QT_TRANSLATE_NOOP("Map", "Zoom in"), "plus",
                 QKeySequence(Qt::CTRL | Qt::Key_Plus), [] {}});
    actions.add({"map.measure", "Map", QT_TRANSLATE_NOOP("Map", "Measure length"), "measure-length",
                 QKeySequence(Qt::CTRL | Qt::Key_M), [] {}});
    actions.add({"map.area", "Map", QT_TRANSLATE_NOOP("Map", "Measure area"), "measure-area", {}, [] {}});
    palette = new CommandPalette(*header->searchField(), actions, this);
    toast = new Toast(this);
    tour = new Tour(this);
    connect(findings, &FindingsPanel::countsChanged, findingsButton, &FindingsButton::setCounts);
    Findings list;
    for (int i = 0; i < 3; ++i) {
        list.push_back({Severity::Error, QStringLiteral("203"),
                        QStringLiteral("NL.IMBAG.Pand.05031000000%1").arg(i + 17), QStringLiteral("/CityObjects"),
                        QStringLiteral("The wall surface is not planar"), QStringLiteral("/data/delft.city.json")});
    }
    list.push_back({Severity::Warning,
                    QStringLiteral("crs"),
                    {},
                    QStringLiteral("line 1"),
                    QStringLiteral("The file states no coordinate system"),
                    QStringLiteral("/data/trees.csv"),
                    {},
                    {},
                    12});
    findings->model().setFindings(list);
    tasks->setTasks({{1, QStringLiteral("Read rotterdam.city.json"), 0.64, workspace::TaskInfo::State::Running, {}, {}},
                     {2, QStringLiteral("Read delft.city.json"), 1, workspace::TaskInfo::State::Done, {}, {}}});
    fillTime();
    findChild<QWidget *>(QStringLiteral("views"))->setFocus();
}

ShellDemo::~ShellDemo() = default;

QWidget *ShellDemo::makeLeft()
{
    auto *tabs = new QTabWidget(this);
    auto *form = new QWidget(tabs);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    auto *search = new SearchField(form);
    search->setPlaceholderText(QStringLiteral("Filter layers"));
    column->addWidget(search);
    auto *section = new SectionHeader(QStringLiteral("Rule packs"), form);
    section->setRemark(QStringLiteral("34 rules"));
    section->setLink(QStringLiteral("Check again"));
    column->addWidget(section);
    auto *combo = new QComboBox(form);
    combo->addItems({QStringLiteral("LoD 2.2"), QStringLiteral("LoD 1.2")});
    column->addWidget(combo);
    for (const char *name : {"Buildings", "Protection zones", "Trees"}) {
        auto *box = new QCheckBox(QLatin1String(name), form);
        box->setChecked(name[0] != 'T');
        column->addWidget(box);
    }
    auto *slider = new QSlider(Qt::Horizontal, form);
    slider->setValue(40);
    column->addWidget(slider);
    auto *badges = new QGridLayout;
    for (int i = 0; i < 6; ++i) {
        badges->addWidget(new StatusBadge(static_cast<Status>(i), form), i / 3, i % 3);
    }
    column->addLayout(badges);
    auto *primary = new QPushButton(QStringLiteral("Cut to ceiling"), form);
    primary->setProperty("kind", "primary");
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(primary);
    buttons->addWidget(new QPushButton(QStringLiteral("Compare"), form));
    auto *quiet = new QPushButton(QStringLiteral("Quiet"), form);
    quiet->setProperty("kind", "quiet");
    buttons->addWidget(quiet);
    column->addLayout(buttons);
    auto *table = new QTableWidget(3, 3, form);
    table->setHorizontalHeaderLabels({QStringLiteral("Rule"), QStringLiteral("Value"), QStringLiteral("Limit")});
    for (int row = 0; row < 3; ++row) {
        table->setItem(row, 0, new QTableWidgetItem(QStringLiteral("Height zone H%1").arg(row + 1)));
        table->setItem(row, 1, new QTableWidgetItem(QStringLiteral("64.%1 m").arg(row * 3 + 1)));
        table->setItem(row, 2, new QTableWidgetItem(QStringLiteral("65.0 m")));
    }
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->setColumnWidth(1, 72);
    table->setColumnWidth(2, 72);
    column->addWidget(table, 1);
    tabs->addTab(form, QStringLiteral("Layers"));
    auto *history = new HistoryPanel(tabs);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    history->setItems(
        {{1, QStringLiteral("Add layer Buildings"), now.addSecs(-900), QStringLiteral("M. de Vries"), false},
         {2, QStringLiteral("Hide layer Trees"), now.addSecs(-600), QStringLiteral("M. de Vries"), false},
         {3, QStringLiteral("Rename group"), now.addSecs(-60), QStringLiteral("林岚"), true}});
    tabs->addTab(history, QStringLiteral("History"));
    auto *panel = new SidePanel(QStringLiteral("Map and layers"), this);
    panel->addAction(QStringLiteral("plus"), QStringLiteral("Add"));
    panel->addAction(QStringLiteral("more"), QStringLiteral("More"));
    panel->addWidget(tabs, 1);
    panel->setMinimumWidth(280);
    return panel;
}

QWidget *ShellDemo::makeMiddle()
{
    auto *ground = new Ground(this);
    ground->setObjectName(QStringLiteral("views"));
    ground->setMinimumWidth(360);
    ground->setFocusPolicy(Qt::StrongFocus); // the map has the focus at the start, as in the real window
    auto *top = new FloatingBar(Qt::Horizontal, ground);
    auto *views = new SegmentedControl(top);
    views->addSegment(QStringLiteral("map"), QStringLiteral("Map"));
    views->addSegment(QStringLiteral("split"), QStringLiteral("Split"));
    views->addSegment(QStringLiteral("3d"), QStringLiteral("3D"));
    top->addWidget(views);
    top->move(8, 8);
    auto *zoom = new FloatingBar(Qt::Vertical, ground);
    for (const char *name : {"plus", "minus", "north", "full-view"}) {
        zoom->addButton(QLatin1String(name), QLatin1String(name));
    }
    zoom->move(8, 64);
    auto *card = new Card(ground);
    card->body()->addWidget(new SectionHeader(QStringLiteral("Legend"), card));
    card->body()->addWidget(new StatusBadge(Status::Good, card));
    card->move(12, 260);
    return ground;
}

QWidget *ShellDemo::makeRight()
{
    auto *column = new QWidget(this);
    column->setObjectName(QStringLiteral("details"));
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *card = new SidePanel(QStringLiteral("Great Church"), column);
    card->setCaption(QStringLiteral("Building · delft.city.json"));
    card->addAction(QStringLiteral("pin"), QStringLiteral("Pin"));
    card->addAction(QStringLiteral("close"), QStringLiteral("Close"));
    auto *list = new PropertyList(card);
    list->setContentsMargins(12, 0, 12, 12);
    list->setRows({{QStringLiteral("Height"), QStringLiteral("64.3"), QStringLiteral("m")},
                   {QStringLiteral("Floor area"), QStringLiteral("18 400"), QStringLiteral("m²")},
                   {QStringLiteral("Condition"), QStringLiteral("fair, 18 Oct 2024"), {}, Status::Watch},
                   {QStringLiteral("Protection"), QStringLiteral("Protected townscape, Weavers quarter")},
                   {QStringLiteral("Id"), QStringLiteral("NL.IMBAG.Pand.0503100000017")}});
    card->addWidget(list);
    layout->addWidget(card);
    layout->addWidget(makeLine(Qt::Horizontal, column));
    findings = new FindingsPanel(m_files, column);
    layout->addWidget(findings, 1);
    column->setMinimumWidth(320);
    return column;
}

void ShellDemo::fillTime()
{
    const QDate day(2026, 5, 15);
    const QDateTime start(day, QTime(0, 0));
    std::vector<TimeEvent> events;
    for (int i = 0; i < 620; ++i) {
        const int second = (i * 7919) % 37440;
        if (second < 11000 || second > 15500) {
            events.push_back(someEvent(start.addSecs(second), i));
        }
    }
    time->axis().setRange(start, start.addDays(1));
    time->axis().setEvents(std::move(events));
    time->axis().setGaps({{start.addSecs(11000), start.addSecs(15500)}});
    time->setNow(start.addSecs(37440));
}

void ShellDemo::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        actions.retranslate();
    }
    QWidget::changeEvent(event);
}

std::unique_ptr<WelcomePage> makeDemoWelcome()
{
    auto page = std::make_unique<WelcomePage>();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    page->setRecents(
        {{QStringLiteral("plans/The Hague centre.loci"), QStringLiteral("The Hague centre"), now, false},
         {QStringLiteral("plans/临江古城保护.loci"), QStringLiteral("临江古城保护"), now.addDays(-1), false},
         {QStringLiteral("plans/Delta City.loci"), QStringLiteral("Delta City 2026"), now.addDays(-30), true}},
        [](const QString &path) {
            QImage picture;
            if (!path.contains(QStringLiteral("Delta"))) {
                Ground ground;
                ground.resize(480, 200);
                picture = ground.grab().toImage();
            }
            return picture;
        });
    return page;
}

} // namespace loci::test
