// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/vieweditor.h"

#include "widgets/city/citylibrary.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/planning/planwords.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

namespace loci::widgets {

using planning::ProtectedView;

namespace {

constexpr double kEyeHeight = 1.6; // metres above the ground: a person

QString toText(const std::vector<Vec3> &points)
{
    QStringList lines;
    lines.reserve(static_cast<qsizetype>(points.size()));
    for (const Vec3 &p : points) {
        lines << QStringLiteral("%1 %2 %3").arg(p.x, 0, 'f', 2).arg(p.y, 0, 'f', 2).arg(p.z, 0, 'f', 2);
    }
    return lines.join(QLatin1Char('\n'));
}

/// Lines of three numbers; a line that is none is left out.
std::vector<Vec3> toPoints(const QString &text)
{
    static const QRegularExpression kBetween(QStringLiteral("[,;\\s]+"));
    std::vector<Vec3> points;
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(kBetween, Qt::SkipEmptyParts);
        bool ok[3] = {};
        const Vec3 point{parts.value(0).toDouble(&ok[0]), parts.value(1).toDouble(&ok[1]),
                         parts.value(2).toDouble(&ok[2])};
        if (ok[0] && ok[1] && ok[2]) {
            points.push_back(point);
        }
    }
    return points;
}

} // namespace

ViewEditor::ViewEditor(PlanDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_panel(new SidePanel({}, this))
    , m_choice(new QComboBox(this))
    , m_id(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_landmark(new QLineEdit(this))
    , m_clause(new QLineEdit(this))
    , m_eyes(new QPlainTextEdit(this))
    , m_edge(new QPlainTextEdit(this))
    , m_consultation(new QDoubleSpinBox(this))
    , m_background(new QDoubleSpinBox(this))
    , m_pickEye(new QPushButton(this))
    , m_takeLandmark(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_remove(new QPushButton(this))
{
    setObjectName(QStringLiteral("planning.vieweditor"));
    build();
    connect(m_choice, &QComboBox::activated, this, [this] { edit(m_choice->currentData().toString()); });
    connect(m_pickEye, &QPushButton::clicked, this, &ViewEditor::eyeRequested);
    connect(m_takeLandmark, &QPushButton::clicked, this, &ViewEditor::landmarkRequested);
    connect(m_save, &QPushButton::clicked, this, &ViewEditor::save);
    connect(m_remove, &QPushButton::clicked, this, [this] { m_desk.removeView(m_id->text()); });
    connect(&m_desk, &PlanDesk::caseChanged, this, &ViewEditor::fillChoice);
    retranslate();
}

void ViewEditor::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    QToolButton *close = m_panel->addAction(QStringLiteral("close"), tr("Back to the proposal"));
    connect(close, &QToolButton::clicked, this, &ViewEditor::closeRequested);
    auto *content = new QWidget(m_panel);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().padding);
    column->setSpacing(4);
    constexpr double kFar = 20000;
    constexpr int kLines = 84;
    for (QDoubleSpinBox *field : {m_consultation, m_background}) {
        field->setRange(0, kFar);
        field->setDecimals(1);
    }
    m_eyes->setFixedHeight(kLines);
    m_edge->setFixedHeight(kLines);
    QWidget *fields[] = {m_id, m_name, m_eyes, m_landmark, m_edge, m_consultation, m_background, m_clause};
    column->addWidget(m_choice);
    for (int i = 0; i < 8; ++i) {
        m_labels[i] = new QLabel(content);
        m_labels[i]->setProperty("role", "caption");
        m_labels[i]->setBuddy(fields[i]);
        column->addWidget(m_labels[i]);
        column->addWidget(fields[i]);
        if (fields[i] == m_eyes) {
            column->addWidget(m_pickEye);
        } else if (fields[i] == m_landmark) {
            column->addWidget(m_takeLandmark);
        }
    }
    m_save->setProperty("kind", "primary");
    auto *row = new QHBoxLayout;
    row->addWidget(m_save, 1);
    row->addWidget(m_remove);
    column->addStretch(1);
    column->addLayout(row);
    m_panel->setContent(content);
}

void ViewEditor::fillChoice()
{
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->addItem(tr("New view"), QString());
    for (const ProtectedView &view : m_desk.basis().views.views) {
        m_choice->addItem(view.id + QStringLiteral("  ") + PlanWords::name(view.name), view.id);
    }
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(m_id->text())));
    m_save->setEnabled(!m_desk.isReadOnly());
    m_remove->setEnabled(!m_desk.isReadOnly() && m_choice->currentIndex() > 0);
}

void ViewEditor::edit(const QString &viewId)
{
    ProtectedView view;
    const auto &views = m_desk.basis().views.views;
    view.id = QStringLiteral("V%1").arg(views.size() + 1);
    for (const ProtectedView &one : views) {
        if (one.id == viewId) {
            view = one;
        }
    }
    m_id->setText(view.id);
    m_name->setText(view.name);
    m_landmark->setText(view.landmark);
    m_clause->setText(view.clause);
    m_eyes->setPlainText(toText(view.eyes));
    m_edge->setPlainText(toText(view.edge));
    m_consultation->setValue(view.consultation);
    m_background->setValue(view.background);
    fillChoice();
}

void ViewEditor::addEye(const Vec2 &place)
{
    const auto ground = m_desk.study() ? m_desk.study()->groundAt(place) : std::nullopt;
    std::vector<Vec3> eyes = toPoints(m_eyes->toPlainText());
    eyes.push_back({place.x, place.y, ground.value_or(0) + kEyeHeight});
    m_eyes->setPlainText(toText(eyes));
}

void ViewEditor::setLandmark(const QString &objectId, const Box3 &bounds)
{
    m_landmark->setText(objectId);
    const std::vector<Vec3> eyes = toPoints(m_eyes->toPlainText());
    if (bounds.isEmpty() || eyes.empty()) {
        return;
    }
    const Vec3 middle = bounds.centre();
    const double dx = middle.x - eyes.front().x;
    const double dy = middle.y - eyes.front().y;
    const double distance = std::hypot(dx, dy);
    if (distance <= 0) {
        return;
    }
    const double across[]{-dy / distance, dx / distance};
    const double half = std::abs(across[0]) * (bounds.max.x - bounds.min.x) / 2 +
                        std::abs(across[1]) * (bounds.max.y - bounds.min.y) / 2;
    m_edge->setPlainText(toText({{middle.x + half * across[0], middle.y + half * across[1], middle.z},
                                 {middle.x - half * across[0], middle.y - half * across[1], middle.z}}));
}

ProtectedView ViewEditor::shown() const
{
    ProtectedView view;
    for (const ProtectedView &one : m_desk.basis().views.views) {
        if (one.id == m_id->text()) {
            view = one; // dates, standard and refraction stay as they were
        }
    }
    view.id = m_id->text().trimmed();
    view.name = m_name->text();
    view.landmark = m_landmark->text().trimmed();
    view.clause = m_clause->text();
    view.eyes = toPoints(m_eyes->toPlainText());
    view.edge = toPoints(m_edge->toPlainText());
    view.consultation = m_consultation->value();
    view.background = m_background->value();
    return view;
}

void ViewEditor::save()
{
    m_desk.saveView(shown());
}

void ViewEditor::retranslate()
{
    m_panel->setTitle(tr("Protected view"));
    const QString labels[] = {tr("Number"),
                              tr("Name"),
                              tr("Eye points: east north height, one a line"),
                              tr("Landmark, object of the city model"),
                              tr("Lower edge that stays visible: east north height"),
                              tr("Wider consultation area, m to either side"),
                              tr("Background kept free, m behind"),
                              tr("Clause")};
    for (int i = 0; i < 8; ++i) {
        m_labels[i]->setText(labels[i]);
    }
    m_pickEye->setText(tr("Pick an eye point on the map"));
    m_takeLandmark->setText(tr("Take the selected object"));
    m_save->setText(tr("Save the view"));
    m_remove->setText(tr("Remove"));
    m_choice->setAccessibleName(tr("Protected view"));
    fillChoice();
}

void ViewEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
