// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/peoplebar.h"

#include "widgets/common/icons.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <algorithm>

namespace loci::widgets {

namespace {
constexpr int kDisc = 28;
constexpr int kStep = 22; // discs overlap
constexpr int kMost = 4;
constexpr int kPen = 12;
} // namespace

PeopleBar::PeopleBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("header.people"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

QString PeopleBar::initials(const QString &person)
{
    const QStringList words = person.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        return QStringLiteral("?");
    }
    constexpr char16_t kFirstIdeograph = 0x2E80;
    const QString first = words.front().left(words.front().front().isHighSurrogate() ? 2 : 1);
    if (first.front().unicode() >= kFirstIdeograph) {
        return first; // the family name
    }
    return (words.size() > 1 ? first + words.back().front() : first).toUpper();
}

void PeopleBar::setPeople(std::vector<PersonAtWork> people)
{
    m_people = std::move(people);
    refresh();
}

QStringList PeopleBar::lines() const
{
    QStringList lines;
    for (const PersonAtWork &one : m_people) {
        const QString since = QLocale().toString(one.since.toLocalTime().time(), QLocale::ShortFormat);
        lines << (one.work.isEmpty()
                      ? tr("%1 at %2, since %3").arg(one.person, one.computer, since)
                      : tr("%1 at %2, since %3, is changing %4").arg(one.person, one.computer, since, one.work));
    }
    return lines;
}

int PeopleBar::discs() const
{
    return std::min(static_cast<int>(m_people.size()), kMost);
}

QSize PeopleBar::sizeHint() const
{
    const int count = std::max(1, discs());
    return {kDisc + (count - 1) * kStep + 6, kDisc + 4};
}

void PeopleBar::refresh()
{
    setVisible(!m_people.empty());
    const QString text = lines().join(QLatin1Char('\n'));
    setToolTip(text);
    setAccessibleName(tr("Other people in this workspace: %n", nullptr, static_cast<int>(m_people.size())));
    setAccessibleDescription(text);
    updateGeometry();
    update();
}

void PeopleBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens();
    const std::array<QColor, 4> grounds = {t.accent, t.heritage, t.partial, t.textMuted};
    const bool isMore = m_people.size() > kMost;
    for (int i = discs() - 1; i >= 0; --i) {
        const PersonAtWork &one = m_people[static_cast<std::size_t>(i)];
        const bool isRest = isMore && i == kMost - 1;
        const QRectF disc(2 + i * kStep, 2, kDisc, kDisc);
        painter.setPen(QPen(t.surface, 2));
        painter.setBrush(isRest ? t.sunken : grounds.at(qHash(one.person) % grounds.size()));
        painter.drawEllipse(disc);
        painter.setPen(isRest ? t.textMuted : t.textOnAccent);
        painter.setFont(tokenFont(t.fontCaption, QFont::DemiBold));
        painter.drawText(disc, Qt::AlignCenter,
                         isRest ? QStringLiteral("+%1").arg(m_people.size() - kMost + 1) : initials(one.person));
        if (!isRest && !one.work.isEmpty()) {
            const QRectF ground(disc.right() - kPen, disc.bottom() - kPen, kPen + 2, kPen + 2);
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.surface);
            painter.drawEllipse(ground);
            painter.drawPixmap(ground.topLeft() + QPointF(2, 2),
                               iconPixmap(QStringLiteral("edit"), t.text, kPen - 2, devicePixelRatioF()));
        }
    }
    if (hasFocus()) {
        paintFocus(painter, rect(), t.radius);
    }
}

void PeopleBar::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList all = lines();
    for (const QString &line : all) {
        menu->addAction(line)->setEnabled(false);
    }
    menu->popup(mapToGlobal(QPoint(0, height())));
}

void PeopleBar::mousePressEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    openMenu();
}

void PeopleBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return) {
        openMenu();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void PeopleBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
