// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace loci::widgets {

/// What an empty panel shows: an icon, one sentence that says what belongs here, and the first step.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const QString &icon, QWidget *parent = nullptr);
    void setTexts(const QString &sentence, const QString &button = {}); ///< without a button text there is no button

signals:
    void stepRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_sentence;
    QPushButton *m_button;
};

} // namespace loci::widgets
