// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QRect>
#include <QSet>
#include <QString>
#include <QStringList>

class QAbstractButton;
class QWidget;

namespace loci::app {
class MainWindow;
}

namespace loci::test {

/// The hand of a reader of the user guide: it knows the program by the words on the screen alone, given in English and
/// found in the language of the window, and remembers every word it has seen. With LOCI_GUIDE_PICTURES set to a folder
/// it takes the guide's pictures on the way.
class GuideHand
{
public:
    /// `language`: "en" or "zh_CN".
    GuideHand(app::MainWindow &window, const QString &language);

    /// The button with this word or this tip, visible and enabled, is clicked. False: there is none.
    /// `in`: object name of the panel to look in, where a word stands twice.
    bool press(const char *word, const char *in = nullptr);
    bool pressNamed(const char *name); ///< where the word has a number in it, by object name
    /// The entry of the menu that is open.
    bool choose(const char *word);
    bool click(const char *list, int row); ///< row of a visible list or table, by its object name
    bool type(const char *field, const QString &text);
    void sees(const QStringList &texts); ///< what is painted and no widget's text
    void look();                         ///< remembers what can be read now
    bool settle();                       ///< until nothing is loading or drawing
    /// Bold words of a page of the guide that were never seen, joined by a comma; empty: all were.
    QString unseen(const QString &page) const;
    /// A picture of the window or of `part` of it, logical pixels.
    void picture(const QString &name, const QRect &part = {});
    void pictureOf(QWidget &window, const QString &name);
    /// The place of a widget in the window, with room around it.
    QRect placeOf(const char *name) const;

private:
    bool says(const QString &shown, const char *word) const;
    QAbstractButton *button(const char *word, const char *in) const;
    void remember(const QString &text);
    void remember(const QWidget &widget);
    app::MainWindow &m_window;
    QString m_language;
    QString m_pictures;
    QHash<QString, QStringList> m_translations; ///< English -> Chinese, from the translations of the program
    QSet<QString> m_seen;
};

} // namespace loci::test
