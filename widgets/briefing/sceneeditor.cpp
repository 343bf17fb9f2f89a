// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/sceneeditor.h"

#include "widgets/briefing/briefingdesk.h"
#include "widgets/common/tokens.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace loci::widgets {

using briefing::Layout;
using briefing::Scene;
using briefing::Transition;

namespace {

struct LayoutName
{
    Layout layout;
    const char *name;
};
constexpr LayoutName kLayouts[] = {
    {Layout::City, QT_TRANSLATE_NOOP("loci::widgets::SceneEditor", "3D")},
    {Layout::Map, QT_TRANSLATE_NOOP("loci::widgets::SceneEditor", "Map")},
    {Layout::MapAndCity, QT_TRANSLATE_NOOP("loci::widgets::SceneEditor", "Map and 3D")},
    {Layout::BeforeAfter, QT_TRANSLATE_NOOP("loci::widgets::SceneEditor", "Before and after")},
    {Layout::Board, QT_TRANSLATE_NOOP("loci::widgets::SceneEditor", "Board")},
    {Layout::Picture, QT_TRANSLATE_NOOP("loci::widgets::SceneEditor", "Picture")},
    {Layout::Strip, QT_TRANSLATE_NOOP("loci::widgets::SceneEditor", "Film strip")},
    {Layout::Grid, QT_TRANSLATE_NOOP("loci::widgets::SceneEditor", "Grid")},
    {Layout::Words, QT_TRANSLATE_NOOP("loci::widgets::SceneEditor", "Words only")}};
const char *const kTransitions[] = {QT_TRANSLATE_NOOP("loci::widgets::SceneEditor", "At once"),
                                    QT_TRANSLATE_NOOP("loci::widgets::SceneEditor", "Fade"),
                                    QT_TRANSLATE_NOOP("loci::widgets::SceneEditor", "Flight")};

QString &textOf(briefing::Words &words, bool chinese)
{
    return chinese ? words.zh : words.en;
}

} // namespace

void SceneEditor::Field::set(const Scene &scene) const
{
    const QString &text = chinese ? (scene.*member).zh : (scene.*member).en;
    if (auto *line = qobject_cast<QLineEdit *>(widget)) {
        line->setText(text);
        line->setCursorPosition(0);
    } else if (auto *area = qobject_cast<QPlainTextEdit *>(widget)) {
        area->setPlainText(text);
    }
}

bool SceneEditor::Field::take(Scene &scene) const
{
    const auto *line = qobject_cast<QLineEdit *>(widget);
    const auto *area = qobject_cast<QPlainTextEdit *>(widget);
    const QString text = line != nullptr ? line->text() : area != nullptr ? area->toPlainText() : QString();
    QString &there = textOf(scene.*member, chinese);
    if (there == text) {
        return false;
    }
    there = text;
    return true;
}

SceneEditor::SceneEditor(BriefingDesk &desk, QWidget *parent) : Panel(parent), m_desk(desk)
{
    setObjectName(QStringLiteral("sceneEditor"));
    build();
    connect(&m_desk, &BriefingDesk::changed, this, [this] { show(m_briefing, m_scene.id); });
    show({}, {});
}

QLineEdit *SceneEditor::addWords(QFormLayout *form, const char *name, briefing::Words Scene::*member, bool chinese)
{
    auto *edit = new QLineEdit(m_form);
    edit->setObjectName(QLatin1String(name) + (chinese ? QStringLiteral("Zh") : QStringLiteral("En")));
    auto *label = makeLabel(m_form, "muted");
    form->addRow(label, edit);
    m_fields.push_back({edit, member, chinese});
    connect(edit, &QLineEdit::editingFinished, this, [this] { store(tr("Change the words of a scene")); });
    return edit;
}

QPlainTextEdit *SceneEditor::addText(QFormLayout *form, const char *name, briefing::Words Scene::*member, bool chinese)
{
    auto *edit = new QPlainTextEdit(m_form);
    edit->setObjectName(QLatin1String(name) + (chinese ? QStringLiteral("Zh") : QStringLiteral("En")));
    edit->setFixedHeight(tokens().row * 2);
    edit->setTabChangesFocus(true);
    edit->installEventFilter(this);
    form->addRow(makeLabel(m_form, "muted"), edit);
    m_fields.push_back({edit, member, chinese});
    return edit;
}

void SceneEditor::build()
{
    const Tokens &t = tokens();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(scroll);
    m_form = new QWidget(scroll);
    scroll->setWidget(m_form);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(t.padding, t.padding, t.padding, t.padding);
    column->setSpacing(t.gap);
    m_preview = new WallPreview(m_form);
    m_preview->setMinimumHeight(180);
    m_problems = makeLabel(m_form, "error");
    m_problems->setWordWrap(true);
    auto *takeView = makeButton(m_form);
    takeView->setObjectName(QStringLiteral("takeView"));
    auto *form = makeForm();
    column->addWidget(m_preview);
    column->addWidget(m_problems);
    column->addWidget(takeView);
    column->addLayout(form);
    column->addStretch(1);
    addWords(form, "title", &Scene::title, true);
    addWords(form, "title", &Scene::title, false);
    m_layout = new QComboBox(m_form);
    m_layout->setObjectName(QStringLiteral("layout"));
    form->addRow(makeLabel(m_form, "muted"), m_layout);
    addText(form, "text", &Scene::text, true);
    addText(form, "text", &Scene::text, false);
    addWords(form, "rule", &Scene::rule, true);
    addWords(form, "rule", &Scene::rule, false);
    addText(form, "notes", &Scene::notes, true);
    addText(form, "notes", &Scene::notes, false);
    addWords(form, "source", &Scene::source, true);
    addWords(form, "source", &Scene::source, false);
    m_indicator = new QComboBox(m_form);
    m_indicator->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_indicator->setMinimumContentsLength(8);
    m_figures = new QListWidget(m_form);
    m_figures->setObjectName(QStringLiteral("figures"));
    m_figures->setFixedHeight(t.row * 3);
    m_figures->installEventFilter(this);
    form->addRow(makeLabel(m_form, "muted"), m_figures);
    auto *addNumber = makeButton(m_form);
    auto *line = new QHBoxLayout;
    line->addWidget(m_indicator, 1);
    line->addWidget(addNumber);
    form->addRow(line);
    m_transition = new QComboBox(m_form);
    m_seconds = new QDoubleSpinBox(m_form);
    m_seconds->setRange(1, 3600);
    m_seconds->setDecimals(0);
    m_seconds->setSuffix(QStringLiteral(" s"));
    m_key = new QLineEdit(m_form);
    m_key->setMaxLength(1);
    form->addRow(makeLabel(m_form, "muted"), m_transition);
    form->addRow(makeLabel(m_form, "muted"), m_seconds);
    form->addRow(makeLabel(m_form, "muted"), m_key);

    connect(takeView, &QPushButton::clicked, this, &SceneEditor::takeViewRequested);
    connect(addNumber, &QPushButton::clicked, this, &SceneEditor::addFigure);
    connect(m_layout, &QComboBox::activated, this, [this] { store(tr("Change the layout of a scene")); });
    connect(m_transition, &QComboBox::activated, this, [this] { store(tr("Change the transition of a scene")); });
    connect(m_seconds, &QDoubleSpinBox::editingFinished, this, [this] { store(tr("Change the time of a scene")); });
    connect(m_key, &QLineEdit::editingFinished, this, [this] { store(tr("Change the key of a scene")); });
    onLanguage([this, form, takeView, addNumber] {
        takeView->setText(tr("Take the present view"));
        addNumber->setText(tr("Add the number"));
        const QStringList names{tr("Title, Chinese"),
                                tr("Title, English"),
                                tr("Layout"),
                                tr("Text, Chinese"),
                                tr("Text, English"),
                                tr("Rule, Chinese"),
                                tr("Rule, English"),
                                tr("Notes, Chinese"),
                                tr("Notes, English"),
                                tr("Source, Chinese"),
                                tr("Source, English"),
                                tr("Numbers"),
                                QString(),
                                tr("Transition"),
                                tr("Time in a loop"),
                                tr("Key of an appendix")};
        for (int row = 0; row < form->rowCount() && row < names.size(); ++row) {
            const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole);
            if (item != nullptr && item->widget() != nullptr) {
                static_cast<QLabel *>(item->widget())->setText(names.at(row));
            }
        }
        const QSignalBlocker a(m_layout), b(m_transition);
        m_layout->clear();
        m_transition->clear();
        for (const LayoutName &one : kLayouts) {
            m_layout->addItem(tr(one.name), static_cast<int>(one.layout));
        }
        for (const char *one : kTransitions) {
            m_transition->addItem(tr(one));
        }
        fill();
    });
}

void SceneEditor::show(const QString &briefing, const QString &scene)
{
    m_briefing = briefing;
    const briefing::Briefing all = m_desk.load(briefing).value;
    const int at = all.find(scene);
    m_scene = at >= 0 ? all.scenes[static_cast<std::size_t>(at)] : Scene();
    m_form->setEnabled(at >= 0);
    fill();
}

void SceneEditor::fill()
{
    m_filling = true;
    for (const Field &field : m_fields) {
        field.set(m_scene);
    }
    m_layout->setCurrentIndex(m_layout->findData(static_cast<int>(m_scene.layout)));
    m_transition->setCurrentIndex(static_cast<int>(m_scene.transition));
    m_seconds->setValue(m_scene.seconds);
    m_key->setText(m_scene.key);
    fillFigures();
    m_filling = false;
}

void SceneEditor::fillFigures()
{
    m_figures->clear();
    for (const briefing::Figure &figure : m_scene.figures) {
        const int known = m_indicator->findData(figure.code);
        const QString name = known >= 0 ? m_indicator->itemText(known) : figure.code;
        m_figures->addItem(
            (name.isEmpty() ? figure.label.en : name) +
            (figure.frozen ? QStringLiteral("  ·  ") + tr("frozen on %1").arg(figure.frozen->date.toString(Qt::ISODate))
                           : QStringLiteral("  ·  ") + tr("live")));
    }
}

void SceneEditor::store(const QString &title)
{
    if (m_filling || m_scene.id.isEmpty()) {
        return;
    }
    Scene scene = m_scene;
    bool changed = false;
    for (const Field &field : m_fields) {
        changed = field.take(scene) || changed;
    }
    const auto layout = static_cast<Layout>(m_layout->currentData().toInt());
    const auto transition = static_cast<Transition>(m_transition->currentIndex());
    changed = changed || layout != scene.layout || transition != scene.transition ||
              m_seconds->value() != scene.seconds || m_key->text() != scene.key;
    if (!changed) {
        return;
    }
    scene.layout = layout;
    scene.transition = transition;
    scene.seconds = m_seconds->value();
    scene.key = m_key->text();
    if (const Result<> stored = m_desk.storeScene(m_briefing, scene, title); !stored) {
        emit failed(stored.error().message);
        fill();
        return;
    }
    emit edited();
}

void SceneEditor::addFigure()
{
    if (m_scene.id.isEmpty() || m_indicator->currentIndex() < 0) {
        return;
    }
    Scene scene = m_scene;
    briefing::Figure figure;
    figure.code = m_indicator->currentData().toString();
    scene.figures.push_back(figure);
    if (const Result<> stored = m_desk.storeScene(m_briefing, scene, tr("Add a number to a scene")); !stored) {
        emit failed(stored.error().message);
    }
    emit edited();
}

void SceneEditor::setPreview(const QImage &image, const QStringList &problems)
{
    m_preview->setImage(image);
    showSentence(m_problems, problems.join(QLatin1Char('\n')));
}

void SceneEditor::setIndicators(const std::vector<std::pair<QString, QString>> &indicators)
{
    m_indicator->clear();
    for (const auto &[code, name] : indicators) {
        m_indicator->addItem(name, code);
    }
    fillFigures();
}

bool SceneEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && watched != m_figures) {
        store(tr("Change the words of a scene"));
    }
    const bool removes = watched == m_figures && event->type() == QEvent::KeyPress &&
                         static_cast<QKeyEvent *>(event)->matches(QKeySequence::Delete);
    if (removes && m_figures->currentRow() >= 0) {
        Scene scene = m_scene;
        scene.figures.erase(scene.figures.begin() + m_figures->currentRow());
        if (const Result<> stored = m_desk.storeScene(m_briefing, scene, tr("Take a number out of a scene")); !stored) {
            emit failed(stored.error().message);
        }
        emit edited();
        return true;
    }
    return Panel::eventFilter(watched, event);
}

} // namespace loci::widgets
