// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "widgets/heritage/fieldeditor.h"

class QLabel;
class QToolButton;

namespace loci::widgets {

/// One field of the form: its name with the mark of a required one, help that opens below it, the editor, and what is
/// wrong with the value.
class FieldRow final : public QWidget
{
    Q_OBJECT
public:
    /// `path`: JSON pointer of the value in the record.
    FieldRow(const heritage::Field &field, QString path, const FormContext &context, QWidget *parent = nullptr);
    const QString &path() const { return m_path; }
    const heritage::Field &field() const { return m_field; }
    FieldEditor &editor() const { return *m_editor; }
    void load(const heritage::Record &record);
    void store(heritage::Record &record) const;
    void setFinding(const Finding *finding); ///< null: nothing is wrong
    QString problem() const;
    /// Whether the field is asked for with this record (Field::onlyWhen).
    static bool applies(const heritage::Field &field, const heritage::Record &record);
    /// Where what was typed for a date is kept beside the EDTF; empty: nowhere.
    static QString writtenPathOf(const QString &path);

signals:
    void edited();

private:
    heritage::Field m_field;
    QString m_path;
    FieldEditor *m_editor;
    QLabel *m_name, *m_help, *m_problem;
    QToolButton *m_ask;
};

} // namespace loci::widgets
