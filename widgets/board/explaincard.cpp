// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/explaincard.h"

#include "layers/domain/indicators/explanation.h"
#include "widgets/board/tilepaint.h"
#include "widgets/common/status.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace loci::widgets {

using namespace indicators;

namespace {

constexpr int kRowRole = Qt::UserRole + 1;

void gather(const Explanation &step, QStringList &rows)
{
    for (const QString &row : step.rows) {
        if (!rows.contains(row)) {
            rows << row;
        }
    }
    for (const Explanation &child : step.children) {
        gather(child, rows);
    }
}

void fill(QTreeWidgetItem *item, const Explanation &step)
{
    const QString number = step.kind == Explanation::Kind::Rows
                               ? QString::number(step.rows.size())
                               : (step.value ? QLocale().toString(*step.value, 'g', 6) : ExplainCard::tr("unknown"));
    item->setText(0, step.title);
    item->setText(1, number + (step.unit.isEmpty() ? QString() : QLatin1Char(' ') + shownUnit(step.unit)));
    item->setToolTip(0, QStringList{step.title, step.detail, step.coverage}.join(QLatin1Char('\n')).trimmed());
    item->setData(0, Qt::UserRole, step.area);
    for (const QString &row : step.rows) {
        auto *leaf = new QTreeWidgetItem(item);
        leaf->setText(0, row);
        leaf->setData(0, kRowRole, row);
    }
    for (const Explanation &child : step.children) {
        fill(new QTreeWidgetItem(item), child);
    }
}

} // namespace

ExplainCard::ExplainCard(QWidget *parent) : QWidget(parent), m_panel(new SidePanel({}, this))
{
    setObjectName(QStringLiteral("explain.card"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    QToolButton *close = m_panel->addAction(QStringLiteral("close"), tr("Close"));
    connect(close, &QToolButton::clicked, this, &ExplainCard::closeRequested);
}

void ExplainCard::show(std::shared_ptr<const Outcome> outcome, const QString &code, int area, const QString &language)
{
    m_outcome = std::move(outcome);
    m_code = code;
    m_area = area;
    m_language = language;
    rebuild();
}

QString ExplainCard::words() const
{
    return m_words.join(QLatin1Char('\n'));
}

void ExplainCard::addSection(const QString &title, const QString &text, const char *role)
{
    if (text.isEmpty()) {
        return;
    }
    if (!title.isEmpty()) {
        m_layout->addWidget(makeLine(Qt::Horizontal, m_content));
        auto *head = new QLabel(title, m_content);
        head->setFont(tokenFont(tokens().fontBody, QFont::DemiBold));
        m_layout->addWidget(head);
        m_words << title;
    }
    auto *label = new QLabel(text, m_content);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (role != nullptr) {
        label->setProperty("role", role);
    }
    m_layout->addWidget(label);
    m_words << text;
}

void ExplainCard::addTargets()
{
    const Definition *definition = m_outcome->results->definition(m_code);
    const QLocale locale;
    for (const TargetState &state : m_outcome->targetsOf(m_code, m_area)) {
        auto *badge = new StatusBadge(statusOf(state.light), m_content);
        badge->setText(tr("%1: %2 %3, %4")
                           .arg(state.target.year)
                           .arg(locale.toString(state.target.value, 'f', definition->decimals),
                                shownUnit(definition->unit), statusWord(statusOf(state.light))));
        m_layout->addWidget(badge);
        m_words << badge->text();
        QString detail = state.sentence;
        if (state.perYear) {
            detail += QLatin1Char(' ') + tr("Needed from now: %1 a year.").arg(locale.toString(*state.perYear, 'f', 2));
        }
        if (state.projected) {
            detail += QLatin1Char(' ') + tr("At the present pace (%1): %2.")
                                             .arg(state.method == QLatin1String("linear") ? tr("linear") : state.method,
                                                  locale.toString(*state.projected, 'f', definition->decimals));
        }
        if (state.dim) {
            detail += QLatin1Char(' ') + tr("The data are partial.");
        }
        addSection({}, detail, "caption");
    }
}

void ExplainCard::addInputs(const Calculated &value)
{
    const Definition *definition = m_outcome->results->definition(m_code);
    QStringList lines;
    for (const UsedInput &input : value.inputs) {
        const Input *declared = definition->input(input.name);
        const QString name = declared != nullptr ? declared->title.in(m_language) : QString();
        lines << QStringLiteral("%1: %2 %3\n%4")
                     .arg(name.isEmpty() ? input.name : name,
                          input.value ? QLocale().toString(*input.value, 'f', 0) : tr("unknown"), shownUnit(input.unit),
                          input.source.isEmpty() ? tr("not connected")
                                                 : tr("%1, version %2").arg(input.source, input.version));
    }
    addSection(tr("Inputs"), lines.join(QLatin1Char('\n')));
}

void ExplainCard::addTree()
{
    const Calculated *value = m_outcome->results->latest(m_code, m_area);
    const auto told = explain(*m_outcome->results, m_code, m_area, value->period, m_language, 4);
    if (!told) {
        return;
    }
    auto *tree = new QTreeWidget(m_content);
    tree->setObjectName(QStringLiteral("explain.tree"));
    tree->setAccessibleName(tr("Way down to the rows"));
    tree->setHeaderHidden(true);
    tree->setColumnCount(2);
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree->setMinimumHeight(220);
    auto *root = new QTreeWidgetItem(tree);
    fill(root, *told);
    root->setExpanded(true);
    connect(tree, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem *item) {
        const QString row = item->data(0, kRowRole).toString();
        if (!row.isEmpty()) {
            emit rowsRequested({row}, firstSource());
            return;
        }
        const QString area = item->data(0, Qt::UserRole).toString();
        if (!area.isEmpty()) {
            emit showOnMapRequested(area);
        }
    });
    m_layout->addWidget(makeLine(Qt::Horizontal, m_content));
    m_layout->addWidget(tree);
}

void ExplainCard::rebuild()
{
    m_words.clear();
    m_panel->setTitle(tr("Explain"));
    const Definition *definition = m_outcome ? m_outcome->results->definition(m_code) : nullptr;
    const Calculated *value = definition != nullptr ? m_outcome->results->latest(m_code, m_area) : nullptr;
    auto *scroll = new QScrollArea(m_panel);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_content = new QWidget(scroll);
    m_layout = new QVBoxLayout(m_content);
    m_layout->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().padding);
    m_layout->setSpacing(6);
    scroll->setWidget(m_content);
    if (definition == nullptr || value == nullptr) {
        addSection({}, tr("Choose an indicator to see where its number comes from."));
        m_layout->addStretch();
        m_panel->setContent(scroll);
        return;
    }
    const Area &area = m_outcome->results->areas().at(m_area);
    addSection({}, tr("%1, %2").arg(definition->name.in(m_language), area.name.in(m_language)));
    auto *number = new QLabel(shownNumber(*definition, value->value, QLocale()) +
                                  (value->value ? QLatin1Char(' ') + shownUnit(definition->unit) : QString()),
                              m_content);
    number->setFont(tokenFont(tokens().fontDisplay, QFont::DemiBold));
    m_layout->addWidget(number);
    m_words << number->text();
    const ValueStatus status = statusOf(*m_outcome, m_code, m_area);
    if (status.hasStatus) {
        auto *badge = new StatusBadge(status.status, m_content);
        badge->setText(status.word);
        m_layout->addWidget(badge);
        m_words << status.word;
    }
    addSection({}, value->reason, "caption");
    addSection(tr("Definition"), definition->text.in(m_language));
    addSection(tr("Formula"), definition->formula.text() +
                                  (value->written.isEmpty() ? QString() : QStringLiteral("\n= ") + value->written));
    if (!m_outcome->targetsOf(m_code, m_area).empty()) {
        m_layout->addWidget(makeLine(Qt::Horizontal, m_content));
        addTargets();
    }
    addInputs(*value);
    addSection(tr("Calculation"),
               tr("%1\n%2, period %3\nmethod version %4, for larger areas: %5")
                   .arg(value->id, QLocale().toString(value->computedAt.toLocalTime(), QLocale::ShortFormat),
                        value->period.isEmpty() ? tr("now") : value->period, definition->version,
                        toText(definition->rollUp)));
    addSection(tr("Quality"), value->coverage());
    addSection(tr("Source"), QStringList{definition->standard, definition->clause, definition->source,
                                         definition->department.in(m_language), definition->confirm}
                                 .filter(QRegularExpression(QStringLiteral(".")))
                                 .join(QLatin1Char('\n')));
    addTree();
    auto *onMap = new QPushButton(tr("Show on map"), m_content);
    onMap->setProperty("kind", "primary");
    connect(onMap, &QPushButton::clicked, this, [this, code = area.code] { emit showOnMapRequested(code); });
    m_layout->addWidget(onMap);
    auto *selectRows = new QPushButton(tr("Select the rows on the map"), m_content);
    selectRows->setObjectName(QStringLiteral("explain.rows"));
    connect(selectRows, &QPushButton::clicked, this, [this] { emit rowsRequested(rows(), firstSource()); });
    m_layout->addWidget(selectRows);
    m_layout->addStretch();
    m_panel->setContent(scroll);
}

QStringList ExplainCard::rows() const
{
    const Calculated *value = m_outcome ? m_outcome->results->latest(m_code, m_area) : nullptr;
    QStringList found;
    if (value != nullptr) {
        if (const auto told = explain(*m_outcome->results, m_code, m_area, value->period, m_language)) {
            gather(*told, found);
        }
    }
    return found;
}

QString ExplainCard::firstSource() const
{
    const Calculated *value = m_outcome ? m_outcome->results->latest(m_code, m_area) : nullptr;
    return value != nullptr && !value->inputs.empty() ? value->inputs.front().source.section(QLatin1String(" + "), 0, 0)
                                                      : QString();
}

void ExplainCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_outcome) {
        rebuild();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
