// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

class QBoxLayout;
class QFormLayout;
class QFrame;
class QLabel;
class QPushButton;
class QToolButton;

namespace loci::widgets {

/// Base of the panels of this folder: what they say follows the language and what they draw follows the theme, both
/// without a restart.
class Panel : public QWidget
{
    Q_OBJECT
public:
    explicit Panel(QWidget *parent = nullptr);

protected:
    /// Runs `apply` now and again after each change of language (texts) or theme (icons, colours).
    void onLanguage(std::function<void()> apply);
    void onTheme(std::function<void()> apply);
    void changeEvent(QEvent *event) override;

private:
    std::vector<std::function<void()>> m_texts;
    std::vector<std::function<void()>> m_tints;
};

/// Small parts in the manner of the style sheet (roles and kinds of resources/style/loci.qss).
QLabel *makeLabel(QWidget *parent, const char *role = nullptr);
QPushButton *makeButton(QWidget *parent, const char *kind = nullptr);
QToolButton *makeIconButton(QWidget *parent);
QFrame *makeRule(QWidget *parent);
QFormLayout *makeForm();
/// Shows a sentence, or hides the label when there is none.
void showSentence(QLabel *label, const QString &sentence);

} // namespace loci::widgets
