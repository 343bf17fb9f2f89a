// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/taskbutton.h"

#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

namespace {
constexpr int kShadow = 12;
constexpr int kWidth = 320;
using State = workspace::TaskInfo::State;

Status statusOfTask(State state)
{
    switch (state) {
    case State::Done:
        return Status::Good;
    case State::Failed:
        return Status::Bad;
    case State::Cancelled:
        return Status::Unknown;
    case State::Running:
        break;
    }
    return Status::Partial;
}

QString stateText(const workspace::TaskInfo &task)
{
    switch (task.state) {
    case State::Done:
        return TaskPopover::tr("Done");
    case State::Failed:
        return task.message.isEmpty() ? TaskPopover::tr("Failed") : task.message;
    case State::Cancelled:
        return TaskPopover::tr("Cancelled");
    case State::Running:
        break;
    }
    return task.progress >= 0 ? QLocale().toString(qRound(task.progress * 100)) + QStringLiteral(" %")
                              : TaskPopover::tr("Running");
}

} // namespace

class TaskPopover::Row final : public QWidget
{
public:
    Row(const workspace::TaskInfo &task, TaskPopover *popover)
        : QWidget(popover)
        , m_id(task.id)
        , m_badge(new StatusBadge(Status::Partial, this))
        , m_title(new QLabel(this))
        , m_bar(new QProgressBar(this))
        , m_cancel(makeIconButton(QStringLiteral("close"), this))
    {
        auto *words = new QVBoxLayout;
        words->setSpacing(4);
        m_title->setTextFormat(Qt::PlainText);
        m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        words->addWidget(m_title);
        words->addWidget(m_bar);
        words->addWidget(m_badge);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 4, 0, 4);
        layout->setSpacing(tokens().gap);
        layout->addLayout(words, 1);
        layout->addWidget(m_cancel, 0, Qt::AlignTop);
        connect(m_cancel, &QToolButton::clicked, popover,
                [popover, id = task.id] { emit popover->cancelRequested(id); });
        show(task);
    }
    quint64 id() const { return m_id; }
    void show(const workspace::TaskInfo &task)
    {
        const bool running = task.state == State::Running;
        m_title->setText(task.title);
        m_title->setToolTip(task.title);
        m_bar->setVisible(running);
        m_bar->setRange(0, task.progress < 0 ? 0 : 1000);
        m_bar->setValue(qRound(task.progress * 1000));
        m_bar->setAccessibleName(task.title);
        m_badge->setStatus(statusOfTask(task.state));
        m_badge->setText(stateText(task));
        m_cancel->setVisible(running);
        setTip(m_cancel, TaskPopover::tr("Cancel %1").arg(task.title));
    }

private:
    quint64 m_id;
    StatusBadge *m_badge;
    QLabel *m_title;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
};

TaskPopover::TaskPopover(QWidget *window) : QWidget(window), m_rows(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("task.popover"));
    setFocusPolicy(Qt::StrongFocus);
    m_rows->setContentsMargins(kShadow + 12, kShadow + 8, kShadow + 8, kShadow + 8);
    m_rows->setSpacing(4);
    setFixedWidth(kWidth + 2 * kShadow);
    hide();
}

void TaskPopover::setTasks(const std::vector<workspace::TaskInfo> &tasks)
{
    // Rows stay for tasks that stay: a button must not vanish under the mouse while progress comes in.
    const QList<QWidget *> children = findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    std::vector<Row *> old;
    for (QWidget *child : children) {
        if (auto *row = dynamic_cast<Row *>(child)) {
            old.push_back(row);
        } else {
            delete child; // the sentence for "nothing runs"
        }
    }
    std::vector<Row *> rows;
    for (const workspace::TaskInfo &task : tasks) {
        const auto it = std::find_if(old.begin(), old.end(), [&](Row *row) { return row->id() == task.id; });
        if (it != old.end()) {
            (*it)->show(task);
            rows.push_back(*it);
            old.erase(it);
        } else {
            rows.push_back(new Row(task, this));
        }
    }
    qDeleteAll(old);
    for (Row *row : rows) {
        m_rows->removeWidget(row);
        m_rows->addWidget(row);
        row->setVisible(true);
    }
    if (rows.empty()) {
        auto *nothing = new QLabel(tr("Nothing is running."), this);
        nothing->setProperty("role", "muted");
        nothing->setMinimumHeight(tokens().row);
        m_rows->addWidget(nothing);
        nothing->show();
    }
    m_count = static_cast<int>(rows.size());
    if (isVisible()) {
        place();
    }
}

void TaskPopover::openAbove(const QWidget &button)
{
    m_anchor = const_cast<QWidget *>(&button);
    place();
    show();
    raise();
    setFocus();
}

void TaskPopover::place()
{
    const QPoint corner = m_anchor->mapTo(parentWidget(), QPoint(m_anchor->width(), -4));
    const int height =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : layout()->sizeHint().height();
    setGeometry(std::max(0, corner.x() - width() + kShadow), corner.y() - height + kShadow, width(), height);
}

void TaskPopover::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const Tokens &t = tokens();
    const QRectF box = QRectF(rect()).adjusted(kShadow + 0.5, kShadow + 0.5, -kShadow - 0.5, -kShadow - 0.5);
    paintShadow(painter, box, t.radius, kShadow);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.hairline, 1));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(box, t.radius, t.radius);
}

void TaskPopover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        if (m_anchor != nullptr) {
            m_anchor->setFocus();
        }
        return;
    }
    QWidget::keyPressEvent(event);
}

TaskButton::TaskButton(QWidget *window, QWidget *parent) : StatusButton(parent), m_popover(new TaskPopover(window))
{
    setObjectName(QStringLiteral("task.button"));
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_popover->isVisible()) {
            m_popover->hide();
        } else {
            m_popover->openAbove(*this);
        }
    });
    connect(m_popover, &TaskPopover::cancelRequested, this, &TaskButton::cancelRequested);
    setTasks({});
}

void TaskButton::setTasks(const std::vector<workspace::TaskInfo> &tasks)
{
    m_running = 0;
    double sum = 0;
    bool known = true;
    for (const workspace::TaskInfo &task : tasks) {
        if (task.state == State::Running) {
            ++m_running;
            known = known && task.progress >= 0;
            sum += task.progress;
        }
    }
    m_progress = m_running > 0 && known ? sum / m_running : -1;
    m_popover->setTasks(tasks);
    retranslate();
}

void TaskButton::retranslate()
{
    setText(tr("Tasks"));
    setCount(m_running > 0 ? m_running : -1);
    const QString words = m_running == 0   ? tr("Nothing is running")
                          : m_progress < 0 ? tr("%1 running").arg(m_running)
                                           : tr("%1 running, %2 %").arg(m_running).arg(qRound(m_progress * 100));
    setToolTip(words);
    setAccessibleName(text() + QStringLiteral(": ") + words);
    update();
}

void TaskButton::paintMark(QPainter &painter, const QRectF &box)
{
    const Tokens &t = tokens();
    const QRectF ring = box.adjusted(1, 1, -1, -1);
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_running > 0 ? t.pressed : t.textFaint, 2));
    painter.drawEllipse(ring);
    if (m_running > 0) {
        painter.setPen(QPen(t.accent, 2, Qt::SolidLine, Qt::RoundCap));
        const double share = m_progress < 0 ? 0.25 : std::max(0.04, m_progress);
        painter.drawArc(ring, 90 * 16, -static_cast<int>(share * 360 * 16));
    }
    painter.restore();
}

void TaskButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    StatusButton::changeEvent(event);
}

} // namespace loci::widgets
