// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/city/comparepanel.h"

#include "widgets/city/comparemodel.h"
#include "widgets/common/icons.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/tokens.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace loci::widgets {

namespace {

const std::array<QString, 5> kFilters{QStringLiteral("all"), QStringLiteral("added"), QStringLiteral("removed"),
                                      QStringLiteral("shape"), QStringLiteral("attributes")};

scene::Rgb toRgb(const QColor &colour)
{
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue())};
}

QString count(std::size_t number)
{
    return QLocale().toString(static_cast<qulonglong>(number));
}

} // namespace

ComparePanel::ComparePanel(CityLibrary &cities, Selection &selection, workspace::TaskRunner &tasks, QWidget *parent)
    : Panel(parent)
    , m_cities(cities)
    , m_selection(selection)
    , m_tasks(tasks)
    , m_model(new CompareModel(this))
    , m_view(new QTableView(this))
    , m_kinds(new SegmentedControl(this))
    , m_title(makeLabel(this, "title"))
    , m_names(makeLabel(this, "muted"))
    , m_problem(makeLabel(this, "sentence"))
    , m_same(makeLabel(this, "caption"))
{
    build();
    connect(&m_cities, &CityLibrary::entriesChanged, this, [this] {
        if (!m_before.isEmpty() && (!m_cities.entry(m_before) || !m_cities.entry(m_after))) {
            close();
        }
    });
}

ComparePanel::~ComparePanel() = default;

void ComparePanel::build()
{
    const Tokens &t = tokens();
    m_names->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_view->setObjectName(QStringLiteral("changes"));
    m_view->setModel(m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setCornerButtonEnabled(false);
    m_view->verticalHeader()->setDefaultSectionSize(t.row);
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setColumnWidth(CompareModel::Change, 132);
    m_view->setColumnWidth(CompareModel::Object, 128);
    for (const QString &filter : kFilters) {
        m_kinds->addSegment(filter, QString(QLatin1Char('-')));
    }
    auto *close = makeIconButton(this);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(t.padding, t.gap, t.gap, 0);
    head->addWidget(m_title, 1);
    head->addWidget(close);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(t.padding, 0, t.padding, 0);
    words->setSpacing(t.gap);
    words->addWidget(m_names);
    words->addWidget(m_problem);
    words->addWidget(m_kinds);
    words->addWidget(m_same);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.gap);
    column->addLayout(head);
    column->addLayout(words);
    column->addWidget(m_view, 1);
    connect(close, &QToolButton::clicked, this, &ComparePanel::close);
    connect(m_view, &QTableView::clicked, this, &ComparePanel::choose);
    connect(m_view, &QTableView::activated, this, &ComparePanel::choose);
    connect(m_kinds, &SegmentedControl::chosen, this, [this](const QString &filter) {
        static constexpr std::array<ChangeKind, 4> kKinds{ChangeKind::Added, ChangeKind::Removed, ChangeKind::Geometry,
                                                          ChangeKind::Attributes};
        const auto place = std::find(kFilters.begin(), kFilters.end(), filter) - kFilters.begin();
        m_model->setFilter(place == 0 ? std::nullopt : std::optional(kKinds[static_cast<std::size_t>(place - 1)]));
    });
    onLanguage([this, close] {
        m_title->setText(tr("Changes"));
        close->setToolTip(tr("Close the comparison"));
        close->setAccessibleName(tr("Close the comparison"));
        m_model->retranslate();
        showCounts();
    });
    onTheme([this, close] {
        close->setIcon(icon(QStringLiteral("close")));
        colourScene();
    });
}

void ComparePanel::compare(const QString &before, const QString &after)
{
    const CityEntry *first = m_cities.entry(before);
    const CityEntry *second = m_cities.entry(after);
    if (!first || !second || !first->model || !second->model) {
        return;
    }
    m_before = before;
    m_after = after;
    m_beforeCity = first->model;
    m_afterCity = second->model;
    m_names->setText(tr("%1 → %2", "names of the earlier and the later version").arg(first->name, second->name));
    m_model->setComparison(nullptr, nullptr, nullptr);
    m_kinds->setCurrent(kFilters[0]);
    m_model->setFilter({});
    showSentence(m_problem, {});
    showCounts();
    if (m_running != 0) {
        m_tasks.cancel(m_running);
    }
    const quint64 turn = ++m_turn;
    m_running = m_tasks.run(
        this, tr("Compare %1 with %2").arg(first->name, second->name),
        [a = m_beforeCity, b = m_afterCity](const CancelToken &cancel, const ProgressFunction &) {
            return city::compare(*a, *b, {}, cancel);
        },
        [this, turn](Result<city::Comparison> result) {
            if (turn != m_turn) {
                return;
            }
            m_running = 0;
            if (!result) {
                showSentence(m_problem, result.error().message);
                return;
            }
            m_model->setComparison(m_beforeCity, m_afterCity,
                                   std::make_shared<const city::Comparison>(std::move(*result)));
            showCounts();
            colourScene();
        });
}

void ComparePanel::close()
{
    ++m_turn;
    if (m_running != 0) {
        m_tasks.cancel(m_running);
        m_running = 0;
    }
    m_model->setComparison(nullptr, nullptr, nullptr);
    m_before.clear();
    m_after.clear();
    emit comparisonShown({});
    emit closed();
}

void ComparePanel::showCounts()
{
    const city::Comparison *c = m_model->comparison();
    m_kinds->setVisible(c != nullptr);
    m_kinds->setSegmentText(kFilters[0], c ? count(c->differences.size()) : QString(QLatin1Char('-')),
                            tr("All changes"));
    const auto show = [&](int filter, const QString &sign, std::size_t number, const QString &tip) {
        m_kinds->setSegmentText(kFilters[static_cast<std::size_t>(filter)], sign + count(number), tip);
    };
    if (!c) {
        m_same->setText(m_running != 0 ? tr("Comparing…") : QString());
        return;
    }
    show(1, QStringLiteral("+ "), c->added, tr("Added"));
    show(2, QStringLiteral("− "), c->removed, tr("Removed"));
    show(3, tr("Shape") + QLatin1Char(' '), c->geometryChanged, tr("Shape changed"));
    show(4, tr("Data") + QLatin1Char(' '), c->attributesChanged, tr("Attributes changed"));
    m_same->setText(c->differences.empty() ? tr("Both versions are the same: %1 objects.").arg(count(c->same))
                                           : tr("%1 objects are the same in both.").arg(count(c->same)));
    m_kinds->updateGeometry(); // its words have other widths now
    layout()->activate();
}

void ComparePanel::colourScene()
{
    const city::Comparison *c = m_model->comparison();
    if (!c || !m_beforeCity || !m_afterCity) {
        return;
    }
    auto before = std::make_shared<scene::ObjectClasses>();
    auto after = std::make_shared<scene::ObjectClasses>();
    const auto entry = [](const QString &label, const QColor &colour, std::size_t number) {
        scene::LegendEntry made;
        made.label = label;
        made.colour = toRgb(colour);
        made.count = number;
        return made;
    };
    after->legend.title = tr("Changes");
    after->legend.entries.push_back(entry(tr("Unchanged"), tokens().outline, c->same));
    std::array<std::size_t, 4> counts{};
    after->ofObject.assign(m_afterCity->objectCount(), 0);
    before->ofObject.assign(m_beforeCity->objectCount(), 0);
    SceneComparison shown{m_before, m_after, before, after, std::vector<std::uint8_t>(m_beforeCity->objectCount(), 0)};
    for (const city::ObjectDifference &difference : c->differences) {
        const auto kind = static_cast<std::size_t>(CompareModel::kindOf(difference));
        ++counts[kind];
        if (difference.isRemoved()) {
            before->ofObject[difference.before] = static_cast<std::uint8_t>(kind + 1);
            shown.gone[difference.before] = 1;
        } else {
            after->ofObject[difference.after] = static_cast<std::uint8_t>(kind + 1);
        }
    }
    for (std::size_t kind = 0; kind < counts.size(); ++kind) {
        const auto change = static_cast<ChangeKind>(kind);
        after->legend.entries.push_back(
            entry(CompareModel::wordOf(change), CompareModel::colourOf(change), counts[kind]));
    }
    before->legend = after->legend;
    emit comparisonShown(shown);
}

void ComparePanel::choose(const QModelIndex &index)
{
    if (!index.isValid()) {
        return;
    }
    const city::ObjectDifference &difference = m_model->difference(index.row());
    const CityObjectRef thing =
        difference.isRemoved() ? CityObjectRef{m_before, difference.before} : CityObjectRef{m_after, difference.after};
    m_selection.set({thing});
    emit m_selection.zoomRequested(thing);
}

} // namespace loci::widgets
