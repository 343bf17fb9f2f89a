// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/propertylist.h"

#include "widgets/common/icons.h"
#include "widgets/common/status.h"
#include "widgets/common/tokens.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPainter>

namespace loci::widgets {

namespace {

class StatusMark final : public QWidget
{
public:
    StatusMark(Status status, QWidget *parent) : QWidget(parent), m_status(status)
    {
        setFixedSize(12, 20);
        setAccessibleName(statusWord(status));
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        drawStatus(painter, m_status, QRectF(0, 4, 12, 12));
    }

private:
    Status m_status;
};

QString valueText(const PropertyRow &row)
{
    if (row.value.isEmpty()) {
        return QStringLiteral("–");
    }
    const QString value = row.value.toHtmlEscaped();
    return row.unit.isEmpty() ? value
                              : QStringLiteral("%1 <span style=\"color:%2\">%3</span>")
                                    .arg(value, tokens().textMuted.name(), row.unit.toHtmlEscaped());
}

QString plainText(const PropertyRow &row)
{
    return row.unit.isEmpty() ? row.value : row.value + QLatin1Char(' ') + row.unit;
}

} // namespace

PropertyList::PropertyList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(tokens().padding);
    m_grid->setVerticalSpacing(tokens().gap / 2);
    m_grid->setColumnStretch(2, 1);
    m_grid->setColumnMinimumWidth(0, 96);
}

void PropertyList::setRows(const std::vector<PropertyRow> &rows)
{
    m_rows = rows;
    rebuild();
}

void PropertyList::rebuild()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int line = 0;
    for (const PropertyRow &row : m_rows) {
        auto *label = new QLabel(row.label, this);
        label->setProperty("role", "muted");
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        label->setWordWrap(true);
        label->setMaximumWidth(160);
        auto *value = new QLabel(valueText(row), this);
        value->setTextFormat(Qt::RichText);
        value->setWordWrap(true);
        value->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setContextMenuPolicy(Qt::NoContextMenu);
        value->setAccessibleName(row.label + QStringLiteral(": ") + plainText(row));
        m_grid->addWidget(label, line, 0);
        if (row.status) {
            m_grid->addWidget(new StatusMark(*row.status, this), line, 1, Qt::AlignTop);
            m_grid->addWidget(value, line, 2);
        } else {
            m_grid->addWidget(value, line, 1, 1, 2);
        }
        ++line;
    }
    m_tint = tokens().textMuted;
}

QString PropertyList::asText() const
{
    QStringList lines;
    for (const PropertyRow &row : m_rows) {
        lines << row.label + QLatin1Char('\t') + plainText(row);
    }
    return lines.join(QLatin1Char('\n'));
}

void PropertyList::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QLayoutItem *item = m_grid->itemAtPosition(static_cast<int>(i), 2);
        const QRect line = item != nullptr ? item->geometry() : QRect();
        if (event->pos().y() >= line.top() && event->pos().y() <= line.bottom()) {
            menu->addAction(icon(QStringLiteral("copy")), tr("Copy %1").arg(m_rows[i].label), this,
                            [text = plainText(m_rows[i])] { QGuiApplication::clipboard()->setText(text); });
        }
    }
    menu->addAction(tr("Copy all rows"), this, [text = asText()] { QGuiApplication::clipboard()->setText(text); });
    menu->popup(event->globalPos());
}

void PropertyList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_tint != tokens().textMuted) {
        // Later: Qt is walking over all widgets now, and rebuilding deletes some.
        QMetaObject::invokeMethod(this, &PropertyList::rebuild, Qt::QueuedConnection);
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
