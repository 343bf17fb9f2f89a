// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/heritage/formcontext.h"

#include <QJsonValue>
#include <QWidget>

namespace loci::widgets {

/// The editor of one field of a record. An empty field is undefined: not there, never an empty text or zero.
class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    virtual QJsonValue value() const = 0;
    virtual void setValue(const QJsonValue &value) = 0; ///< does not emit
    virtual void setProblem(bool problem) { Q_UNUSED(problem) }
    /// What was typed for a date, whatever was understood; empty for all other fields.
    virtual QString asWritten() const { return {}; }
    virtual void setAsWritten(const QString &text) { Q_UNUSED(text) } ///< before setValue()

signals:
    void edited(); ///< by the person
};

/// The editor that fits a field of the profile; never null.
FieldEditor *makeFieldEditor(const heritage::Field &field, const FormContext &context, QWidget *parent);

} // namespace loci::widgets
