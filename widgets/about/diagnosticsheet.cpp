// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/about/diagnosticsheet.h"

#include "widgets/common/icons.h"
#include "widgets/common/prompts.h"
#include "widgets/common/tokens.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>

namespace loci::widgets {

DiagnosticSheet::DiagnosticSheet(FilePrompt &files, QWidget *parent)
    : Panel(parent)
    , m_files(files)
    , m_text(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("diagnosticSheet"));
    const Tokens &t = tokens();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(t.padding, t.gap, t.padding, t.padding);
    column->setSpacing(t.padding);
    auto *head = new QHBoxLayout;
    auto *title = makeLabel(this, "title");
    auto *close = makeIconButton(this);
    head->addWidget(title, 1);
    head->addWidget(close);
    column->addLayout(head);
    auto *note = makeLabel(this, "muted");
    note->setWordWrap(true);
    column->addWidget(note);
    m_text->setObjectName(QStringLiteral("diagnosticText"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    column->addWidget(m_text, 1);
    auto *buttons = new QHBoxLayout;
    auto *copyButton = makeButton(this, "primary");
    copyButton->setObjectName(QStringLiteral("copy"));
    auto *saveButton = makeButton(this);
    saveButton->setObjectName(QStringLiteral("save"));
    buttons->addWidget(copyButton, 1);
    buttons->addWidget(saveButton, 1);
    column->addLayout(buttons);
    connect(close, &QToolButton::clicked, this, &DiagnosticSheet::closed);
    connect(copyButton, &QPushButton::clicked, this, &DiagnosticSheet::copy);
    connect(saveButton, &QPushButton::clicked, this, &DiagnosticSheet::save);
    onLanguage([this, title, close, note, copyButton, saveButton] {
        title->setText(tr("Diagnostics"));
        close->setToolTip(tr("Close"));
        close->setAccessibleName(tr("Close"));
        note->setText(tr("What helps to find a fault, without your name, your files and your passwords. Nothing is "
                         "sent by itself: copy it or save it."));
        m_text->setAccessibleName(tr("Diagnostics"));
        copyButton->setText(tr("Copy"));
        saveButton->setText(tr("Save…"));
    });
    onTheme([close] { close->setIcon(icon(QStringLiteral("close"))); });
}

void DiagnosticSheet::setText(const QString &text)
{
    m_text->setPlainText(text);
}

QString DiagnosticSheet::text() const
{
    return m_text->toPlainText();
}

void DiagnosticSheet::copy()
{
    QGuiApplication::clipboard()->setText(text());
}

void DiagnosticSheet::save()
{
    const auto path =
        m_files.saveFile(this, tr("Save the diagnostics"),
                         QDir::home().filePath(QStringLiteral("loci-diagnostics.txt")), tr("Text files (*.txt)"));
    if (!path) {
        return;
    }
    QSaveFile file(*path);
    const QByteArray content = text().toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit()) {
        emit failed(tr("The file %1 cannot be written.").arg(QDir::toNativeSeparators(*path)));
        return;
    }
    emit saved(*path);
}

} // namespace loci::widgets
