// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QMenu;
class QToolButton;

namespace loci::widgets {

class SearchField;
class SegmentedControl;
enum class ThemeMode;

/// The bar at the top: mark, workspace with its menu, the search and command field in the middle, language and theme.
/// It only says what the person wants; the window does it.
class HeaderBar final : public QWidget
{
    Q_OBJECT
public:
    explicit HeaderBar(QWidget *parent = nullptr);
    void setWorkspaceName(const QString &name, const QString &remark = {}); ///< remark: "read-only"
    /// Menu of the workspace button (open, save as, recent); the caller keeps it.
    void setWorkspaceMenu(QMenu *menu);
    /// What the help button offers; the caller keeps the actions.
    void setHelpActions(const QList<QAction *> &actions);
    void addTool(QWidget *tool);              ///< before the language; takes it over
    void addMark(QWidget *mark);              ///< behind the name of the workspace; takes it over
    void showMark(QWidget *mark, bool shown); ///< in its full width: rather the field of search is shorter
    SearchField *searchField() const { return m_search; }
    void setLanguage(const QString &language); ///< "zh_CN" or "en": which segment is marked

    static constexpr int kHeight = 48;

signals:
    void languageChosen(const QString &language); ///< "zh_CN" or "en"
    void themeChosen(loci::widgets::ThemeMode mode);
    void homeRequested(); ///< the mark was clicked: welcome page

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    QHBoxLayout *m_left = nullptr;
    QToolButton *m_mark;
    QToolButton *m_workspace;
    SearchField *m_search;
    SegmentedControl *m_language;
    QToolButton *m_theme;
    QToolButton *m_help;
    QHBoxLayout *m_tools;
    QString m_name;
    QString m_remark;
};

} // namespace loci::widgets
