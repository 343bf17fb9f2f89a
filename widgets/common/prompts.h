// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

class QWidget;

namespace loci::widgets {

/// The seams to the person. Nothing outside widgets/common opens a QMessageBox or QFileDialog; tests hand in scripted
/// fakes.
class FilePrompt
{
public:
    virtual ~FilePrompt() = default;
    virtual QStringList openFiles(QWidget *parent, const QString &title, const QString &filter) = 0;
    virtual std::optional<QString> saveFile(QWidget *parent, const QString &title, const QString &suggested,
                                            const QString &filter) = 0;
    virtual std::optional<QString> folder(QWidget *parent, const QString &title) = 0;
};

class MessagePrompt
{
public:
    virtual ~MessagePrompt() = default;
    /// Index of the chosen button, -1 when dismissed. Used only for what cannot wait for an answer.
    virtual int ask(QWidget *parent, const QString &title, const QString &text, const QStringList &buttons) = 0;
    virtual std::optional<QString> text(QWidget *parent, const QString &title, const QString &label,
                                        const QString &value) = 0;
    /// The same for a password: it is not shown.
    virtual std::optional<QString> secret(QWidget *parent, const QString &title, const QString &label) = 0;
};

/// The real ones: the system's file dialogs and our own message window.
class SystemFilePrompt final : public FilePrompt
{
public:
    QStringList openFiles(QWidget *parent, const QString &title, const QString &filter) override;
    std::optional<QString> saveFile(QWidget *parent, const QString &title, const QString &suggested,
                                    const QString &filter) override;
    std::optional<QString> folder(QWidget *parent, const QString &title) override;
};

class DialogMessagePrompt final : public MessagePrompt
{
public:
    int ask(QWidget *parent, const QString &title, const QString &text, const QStringList &buttons) override;
    std::optional<QString> text(QWidget *parent, const QString &title, const QString &label,
                                const QString &value) override;
    std::optional<QString> secret(QWidget *parent, const QString &title, const QString &label) override;
};

} // namespace loci::widgets
