// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAbstractButton;
class QRadioButton;

namespace loci::widgets {

/// One thing that both sides changed: its name, and the two values to choose from, each with who wrote it.
class MergeQuestion final : public QFrame
{
    Q_OBJECT
public:
    struct Side
    {
        QString who, value;
    };
    MergeQuestion(const QString &name, const Side &theirs, const Side &mine, QWidget *parent = nullptr);
    bool isTheirs() const;
    void choose(bool theirs);

signals:
    void chosen(bool theirs);

private:
    QRadioButton *addSide(const Side &side, const char *objectName);
    QRadioButton *m_theirs, *m_mine;
};

} // namespace loci::widgets
