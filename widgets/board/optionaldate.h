// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

class QCheckBox;
class QDateEdit;

namespace loci::widgets {

/// A date that may be left unsaid.
class OptionalDate final : public QWidget
{
    Q_OBJECT
public:
    explicit OptionalDate(QWidget *parent = nullptr);
    void setDate(QDate date, QDate otherwise); ///< `otherwise` is offered when `date` is not said
    QDate date() const;                        ///< invalid: not said
    void setName(const QString &name);         ///< for assistive technology

private:
    QCheckBox *m_said;
    QDateEdit *m_date;
};

} // namespace loci::widgets
