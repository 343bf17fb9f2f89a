// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/layers/panel.h"

class QPlainTextEdit;

namespace loci::widgets {

class FilePrompt;

/// The page that a person sends to whoever helps: shown whole before it is copied or saved, as it is sent by hand only.
class DiagnosticSheet final : public Panel
{
    Q_OBJECT
public:
    explicit DiagnosticSheet(FilePrompt &files, QWidget *parent = nullptr);
    void setText(const QString &text);
    QString text() const;
    void copy();
    void save(); ///< asks for the file

signals:
    void closed();
    void saved(const QString &path);
    void failed(const QString &sentence);

private:
    FilePrompt &m_files;
    QPlainTextEdit *m_text;
};

} // namespace loci::widgets
