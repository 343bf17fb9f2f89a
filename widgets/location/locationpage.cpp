// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/location/locationpage.h"

#include "widgets/common/tokens.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

using analysis::LocationGoal;

namespace {
constexpr int kFarthest = 100'000; // metres
constexpr int kMostBuilt = 999;
constexpr int kMostMoney = 999'999'999;

void choose(QComboBox &box, const QString &id)
{
    box.setCurrentIndex(std::max(0, box.findData(id)));
}
} // namespace

LocationPage::LocationPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("location.page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().padding);
    column->setSpacing(tokens().gap / 2);
    m_intro = addLabel();
    m_answer = addLabel(); // at the top, where it is seen
    m_answer->setObjectName(QStringLiteral("location.answer"));
    m_answer->setProperty("role", QStringLiteral("body"));
    m_answer->hide();
    m_demandLabel = addLabel();
    m_demand = addCombo("location.demand");
    m_demandWhere = addWhere("location.demandWhere");
    m_peopleLabel = addLabel();
    m_people = addCombo("location.people");
    m_sitesLabel = addLabel();
    m_sites = addCombo("location.sites");
    m_sitesWhere = addWhere("location.sitesWhere");
    m_existingLabel = addLabel();
    m_existing = addCombo("location.existing");
    m_existingWhere = addWhere("location.existingWhere");
    m_goalLabel = addLabel();
    m_goal = addCombo("location.goal");
    m_reachLabel = addLabel();
    m_reach = addSpin("location.reach", kFarthest, LocationAsk().reach);
    m_countLabel = addLabel();
    m_count = addSpin("location.count", kMostBuilt, LocationAsk().count);
    m_budgetLabel = addLabel();
    m_budget = addSpin("location.budget", kMostMoney, 0);
    m_costLabel = addLabel();
    m_cost = addCombo("location.cost");
    m_find = new QPushButton(this);
    m_find->setObjectName(QStringLiteral("location.find"));
    m_find->setProperty("kind", QStringLiteral("primary"));
    column->addWidget(m_find);
    column->addStretch(1);
    connect(m_demand, &QComboBox::currentIndexChanged, this, &LocationPage::fillFields);
    connect(m_sites, &QComboBox::currentIndexChanged, this, &LocationPage::fillFields);
    connect(m_find, &QPushButton::clicked, this, [this] { emit asked(ask()); });
    retranslate();
    setSources({});
}

QLabel *LocationPage::addLabel()
{
    auto *label = new QLabel(this);
    label->setProperty("role", QStringLiteral("caption"));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    layout()->addWidget(label);
    return label;
}

QComboBox *LocationPage::addCombo(const char *name)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    layout()->addWidget(box);
    return box;
}

QLineEdit *LocationPage::addWhere(const char *name)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(QLatin1String(name));
    layout()->addWidget(line);
    return line;
}

QSpinBox *LocationPage::addSpin(const char *name, int most, int value)
{
    auto *box = new QSpinBox(this);
    box->setObjectName(QLatin1String(name));
    box->setRange(0, most);
    box->setValue(value);
    layout()->addWidget(box);
    return box;
}

void LocationPage::setSources(const std::vector<PlaceSource> &sources)
{
    const LocationAsk kept = ask();
    m_sources = sources;
    for (QComboBox *box : {m_demand, m_sites, m_existing}) {
        box->clear();
        if (box == m_existing) {
            box->addItem(tr("none are there"), QString());
        }
        for (const PlaceSource &source : m_sources) {
            box->addItem(source.title, source.id);
        }
    }
    fillFields();
    setAsk(kept);
}

/// People come from fields of the demand, costs from fields of the candidates.
void LocationPage::fillFields()
{
    const auto fill = [this](QComboBox &box, const QString &source, bool mayBeNone) {
        const QString kept = box.currentData().toString();
        box.clear();
        if (mayBeNone) {
            box.addItem(tr("the same for each"), QString());
        }
        for (const PlaceSource &one : m_sources) {
            for (const QString &field : one.id == source ? one.fields : QStringList()) {
                box.addItem(field, field);
            }
        }
        choose(box, kept);
    };
    fill(*m_people, m_demand->currentData().toString(), false);
    fill(*m_cost, m_sites->currentData().toString(), true);
    m_find->setEnabled(!m_busy && m_people->count() > 0 && m_sites->count() > 0);
}

void LocationPage::setAsk(const LocationAsk &ask)
{
    choose(*m_demand, ask.demand);
    choose(*m_sites, ask.sites);
    choose(*m_existing, ask.existing);
    fillFields();
    choose(*m_people, ask.people);
    choose(*m_cost, ask.cost);
    m_demandWhere->setText(ask.demandWhere);
    m_sitesWhere->setText(ask.sitesWhere);
    m_existingWhere->setText(ask.existingWhere);
    m_goal->setCurrentIndex(static_cast<int>(ask.goal));
    m_reach->setValue(ask.reach);
    m_count->setValue(ask.count);
    m_budget->setValue(ask.budget);
}

LocationAsk LocationPage::ask() const
{
    const auto id = [](const QComboBox *box) { return box->currentData().toString(); };
    LocationAsk ask;
    ask.demand = id(m_demand);
    ask.demandWhere = m_demandWhere->text().trimmed();
    ask.people = id(m_people);
    ask.sites = id(m_sites);
    ask.sitesWhere = m_sitesWhere->text().trimmed();
    ask.cost = id(m_cost);
    ask.existing = id(m_existing);
    ask.existingWhere = m_existingWhere->text().trimmed();
    ask.goal = static_cast<LocationGoal>(std::max(0, m_goal->currentIndex()));
    ask.reach = m_reach->value();
    ask.count = m_count->value();
    ask.budget = m_budget->value();
    return ask;
}

void LocationPage::setBusy(bool busy)
{
    m_busy = busy;
    fillFields();
}

void LocationPage::showAnswer(const QString &sentence)
{
    m_answer->setText(sentence);
    m_answer->setVisible(!sentence.isEmpty());
}

void LocationPage::retranslate()
{
    m_intro->setText(
        tr("Where should the next one go? Sites are chosen so that most people gain; existing ones stay."));
    m_demandLabel->setText(tr("People to serve"));
    m_peopleLabel->setText(tr("Field with their number"));
    m_sitesLabel->setText(tr("Candidates"));
    m_existingLabel->setText(tr("There already"));
    m_goalLabel->setText(tr("Aim"));
    m_reachLabel->setText(tr("Reach in metres"));
    m_countLabel->setText(tr("New ones at most (0: no limit)"));
    m_budgetLabel->setText(tr("Budget (0: no limit)"));
    m_costLabel->setText(tr("Cost of a candidate"));
    m_find->setText(tr("Find places"));
    for (QLineEdit *line : {m_demandWhere, m_sitesWhere, m_existingWhere}) {
        line->setPlaceholderText(tr("all rows, or field=value|value"));
    }
    const int goal = std::max(0, m_goal->currentIndex());
    m_goal->clear();
    m_goal->addItem(tr("as many people as possible within reach"));
    m_goal->addItem(tr("ways as short as possible"));
    m_goal->setCurrentIndex(goal);
    setSources(std::vector<PlaceSource>(m_sources));
}

void LocationPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace loci::widgets
