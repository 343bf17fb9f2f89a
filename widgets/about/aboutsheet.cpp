// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/about/aboutsheet.h"

#include "widgets/common/icons.h"
#include "widgets/common/propertylist.h"
#include "widgets/common/tokens.h"

#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace loci::widgets {

namespace {
constexpr int kMark = 56;
}

AboutSheet::AboutSheet(const QString &version, const LibraryVersions &libraries, QWidget *parent) : Panel(parent)
{
    setObjectName(QStringLiteral("aboutSheet"));
    const Tokens &t = tokens();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(t.padding, t.gap, t.padding, t.padding);
    column->setSpacing(t.padding);
    column->addWidget(makeHead(version));
    auto *purpose = makeLabel(this);
    purpose->setWordWrap(true);
    column->addWidget(purpose);
    auto *licence = makeLabel(this, "muted");
    licence->setWordWrap(true);
    column->addWidget(licence);
    column->addWidget(makeRule(this));
    auto *heading = makeLabel(this, "title");
    column->addWidget(heading);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *holder = new QWidget;
    auto *rowsAtTop = new QVBoxLayout(holder);
    rowsAtTop->setContentsMargins(0, 0, 0, 0);
    auto *list = new PropertyList(holder);
    list->setObjectName(QStringLiteral("libraries"));
    std::vector<PropertyRow> rows;
    rows.reserve(libraries.size());
    for (const LibraryVersion &library : libraries) {
        rows.push_back({library.name, library.version});
    }
    list->setRows(rows);
    rowsAtTop->addWidget(list);
    rowsAtTop->addStretch(1);
    area->setWidget(holder);
    column->addWidget(area, 1);
    auto *diagnostics = makeButton(this);
    diagnostics->setObjectName(QStringLiteral("diagnostics"));
    column->addWidget(diagnostics);
    connect(diagnostics, &QPushButton::clicked, this, &AboutSheet::diagnosticsRequested);
    onLanguage([purpose, licence, heading, diagnostics] {
        purpose->setText(tr("See a city on a map and in 3D, and decide about it together."));
        licence->setText(tr("Free software under the GNU General Public License, version 3 or later, by the Loci "
                            "authors. It comes without any warranty."));
        heading->setText(tr("Libraries"));
        diagnostics->setText(tr("Diagnostics…"));
    });
}

QWidget *AboutSheet::makeHead(const QString &version)
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens().padding);
    auto *mark = new QLabel(head);
    mark->setPixmap(QIcon(QStringLiteral(":/style/logo.svg")).pixmap(QSize(kMark, kMark), devicePixelRatioF()));
    row->addWidget(mark);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *name = makeLabel(head, "title");
    name->setText(QStringLiteral("Loci"));
    auto *number = makeLabel(head, "muted");
    number->setObjectName(QStringLiteral("version"));
    number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->addStretch(1);
    words->addWidget(name);
    words->addWidget(number);
    words->addStretch(1);
    row->addLayout(words, 1);
    auto *close = makeIconButton(head);
    row->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, &AboutSheet::closed);
    onLanguage([number, close, version] {
        number->setText(tr("Version %1").arg(version));
        close->setToolTip(tr("Close"));
        close->setAccessibleName(tr("Close"));
    });
    onTheme([close] { close->setIcon(icon(QStringLiteral("close"))); });
    return head;
}

} // namespace loci::widgets
