// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "widgets/heritage/formcontext.h"

#include <QWidget>
#include <vector>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace loci::widgets {

class FieldRow;

/// A section of the record form under its heading: its fields, or an entry for each part of a repeated one with
/// buttons to add, move and remove. Its fields are made when it is first opened.
class SectionBox final : public QWidget
{
    Q_OBJECT
public:
    SectionBox(const heritage::Section &section, const FormContext &context, heritage::Record &record,
               QWidget *parent = nullptr);

    const heritage::Section &section() const { return m_section; }
    bool isOpen() const;
    void setOpen(bool open);
    void reload(); ///< the record was changed elsewhere
    /// Shows those that belong here, and their number in the heading.
    void setFindings(const Findings &findings);
    FieldRow *row(const QString &path) const; ///< null while it is closed
    bool holds(const QString &path) const;    ///< whether a path of a record belongs here
    int entryCount() const;                   ///< of a repeated section

    void addEntry();
    void removeEntry(int index);
    void moveEntry(int index, int by);

signals:
    void edited();

private:
    void fill();
    void addFields(QVBoxLayout &column, const QString &base);
    void addEntryHead(QVBoxLayout &column, int index, int count);
    void showHead();
    bool isFilledElsewhere() const;
    QString entryTitle(int index) const;
    void storeRow(const FieldRow &row);
    void applyFindings();

    heritage::Section m_section;
    const FormContext &m_context;
    heritage::Record &m_record;
    QToolButton *m_head;
    QLabel *m_remark, *m_help;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_column;
    std::vector<FieldRow *> m_rows;
    Findings m_findings;
};

} // namespace loci::widgets
