// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/statusbuttons.h"

#include "layers/base/finding.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

namespace loci::widgets {

namespace {
constexpr int kMark = 12;
constexpr int kPad = 12;
constexpr int kSpace = 8;
} // namespace

StatusButton::StatusButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void StatusButton::setStatus(Status status)
{
    m_status = status;
    update();
}

void StatusButton::setCount(int count)
{
    m_count = count;
    updateGeometry();
    update();
}

QSize StatusButton::sizeHint() const
{
    const QFontMetrics words(tokenFont(tokens().fontBody));
    int width = kPad + kMark + kSpace + words.horizontalAdvance(text()) + kPad;
    if (m_count >= 0) {
        const QFontMetrics figures(tokenFont(tokens().fontBody, QFont::DemiBold));
        width += (text().isEmpty() ? 0 : 6) + figures.horizontalAdvance(QLocale().toString(m_count));
    }
    return {width, tokens().hit};
}

void StatusButton::paintMark(QPainter &painter, const QRectF &box)
{
    drawStatus(painter, m_status, box);
}

void StatusButton::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool off = isCheckable() && !isChecked();
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(off ? t.hairline : t.outline, 1));
    painter.setBrush(isDown() ? t.pressed : underMouse() ? t.hover : off ? t.sunken : t.surface);
    painter.drawRoundedRect(box, t.radius, t.radius);
    painter.setOpacity(off ? 0.6 : 1);
    paintMark(painter, QRectF(kPad, (height() - kMark) / 2.0, kMark, kMark));
    painter.setOpacity(1);
    int x = kPad + kMark + kSpace;
    painter.setPen(off ? t.textMuted : t.text);
    painter.setFont(tokenFont(t.fontBody));
    painter.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (m_count >= 0) {
        x += text().isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(text()) + 6;
        painter.setFont(tokenFont(t.fontBody, QFont::DemiBold));
        painter.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, QLocale().toString(m_count));
    }
    if (hasFocus()) {
        paintFocus(painter, rect(), t.radius);
    }
}

FindingsButton::FindingsButton(QWidget *parent) : StatusButton(parent)
{
    setObjectName(QStringLiteral("findings.button"));
    retranslate();
}

void FindingsButton::setCounts(int errors, int warnings, int notes)
{
    m_errors = errors;
    m_warnings = warnings;
    m_notes = notes;
    retranslate();
}

void FindingsButton::retranslate()
{
    const int sum = m_errors + m_warnings + m_notes;
    setStatus(m_errors > 0     ? Status::Bad
              : m_warnings > 0 ? Status::Watch
              : m_notes > 0    ? Status::Partial
                               : Status::Good);
    setText(sum > 0 ? tr("Findings") : tr("No findings"));
    setCount(sum > 0 ? sum : -1);
    QStringList parts;
    if (m_errors > 0) {
        parts << severityWord(Severity::Error, m_errors);
    }
    if (m_warnings > 0) {
        parts << severityWord(Severity::Warning, m_warnings);
    }
    if (m_notes > 0) {
        parts << severityWord(Severity::Info, m_notes);
    }
    setToolTip(parts.isEmpty() ? tr("Nothing is wrong in the inputs") : parts.join(QStringLiteral(" · ")));
    setAccessibleName(text() + QLatin1Char(' ') + parts.join(QStringLiteral(", ")));
}

void FindingsButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    StatusButton::changeEvent(event);
}

} // namespace loci::widgets
