// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QWidget>
#include <functional>
#include <vector>

namespace loci::widgets {

/// Somebody at another desk, as the bar shows a person.
struct PersonAtWork
{
    QString person, computer;
    QString work; ///< what is being changed, in words; empty: nothing
    QDateTime since;
};

/// The other people in a shared workspace as discs with their initials, the last one saying how many more there are.
/// A pen marks who is changing something. Its tip and its menu name them all. Takes no room when nobody is there.
class PeopleBar final : public QWidget
{
    Q_OBJECT
public:
    explicit PeopleBar(QWidget *parent = nullptr);
    void setPeople(std::vector<PersonAtWork> people);
    const std::vector<PersonAtWork> &people() const { return m_people; }
    QStringList lines() const; ///< a line a person, as tip and menu say it

    /// "LN" of "Li Na", "李" of "李娜", "?" of nothing.
    static QString initials(const QString &person);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void openMenu();
    int discs() const;
    std::vector<PersonAtWork> m_people;
};

} // namespace loci::widgets
