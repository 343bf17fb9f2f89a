// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/crschooser.h"

#include "widgets/common/tokens.h"

#include <qgsapplication.h>
#include <qgscoordinatereferencesystemregistry.h>

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace loci::widgets {

namespace {
constexpr int kMostRows = 60;
const QStringList &usualSystems()
{
    static const QStringList systems = {
        QStringLiteral("EPSG:4326"),  QStringLiteral("EPSG:3857"), QStringLiteral("EPSG:28992"),
        QStringLiteral("EPSG:4490"),  QStringLiteral("EPSG:4526"), QStringLiteral("EPSG:2056"),
        QStringLiteral("EPSG:25832"), QStringLiteral("EPSG:2154"), QStringLiteral("EPSG:27700")};
    return systems;
}
} // namespace

CrsChooser::CrsChooser(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_search->setPlaceholderText(tr("EPSG code or name"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_search);
    column->addWidget(m_list);
    resize(340, 320);
    connect(m_search, &QLineEdit::textChanged, this, &CrsChooser::search);
    connect(m_search, &QLineEdit::returnPressed, this, &CrsChooser::take);
    connect(m_list, &QListWidget::itemClicked, this, &CrsChooser::take);
    connect(m_list, &QListWidget::itemActivated, this, &CrsChooser::take);
}

void CrsChooser::openAt(const QPoint &globalBottomRight)
{
    m_search->clear();
    search({});
    move(globalBottomRight - QPoint(width(), height()));
    show();
    m_search->setFocus();
}

void CrsChooser::search(const QString &text)
{
    m_list->clear();
    const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QList<QgsCrsDbRecord> records = QgsApplication::coordinateReferenceSystemRegistry()->crsDbRecords();
    for (const QgsCrsDbRecord &record : records) {
        const QString code = record.authName + QLatin1Char(':') + record.authId;
        bool wanted = words.isEmpty() ? usualSystems().contains(code) : true;
        for (const QString &word : words) {
            wanted = wanted && (code.contains(word, Qt::CaseInsensitive) ||
                                record.description.contains(word, Qt::CaseInsensitive));
        }
        if (wanted) {
            auto *item = new QListWidgetItem(QStringLiteral("%1  %2").arg(code, record.description), m_list);
            item->setData(Qt::UserRole, code);
            item->setToolTip(record.description);
            if (m_list->count() >= kMostRows) {
                break;
            }
        }
    }
    m_list->setCurrentRow(0);
}

void CrsChooser::take()
{
    if (const QListWidgetItem *item = m_list->currentItem()) {
        const QString code = item->data(Qt::UserRole).toString();
        hide();
        emit chosen(code);
    }
}

bool CrsChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            m_list->setCurrentRow(
                std::clamp(m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1), 0, std::max(0, m_list->count() - 1)));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace loci::widgets
