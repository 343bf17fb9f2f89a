// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/asset.h"
#include "widgets/heritage/formcontext.h"

#include <QTimer>
#include <QWidget>
#include <vector>

class QComboBox;
class QScrollArea;

namespace loci::widgets {

class FieldRow;
class SectionBox;

/// The form of one record, made from the profile. It edits a copy; whoever owns it saves what record() gives. What is
/// wrong is said under the fields while one types.
class RecordForm final : public QWidget
{
    Q_OBJECT
public:
    explicit RecordForm(QWidget *parent = nullptr);
    ~RecordForm() override;
    void setContext(FormContext context);         ///< builds it anew
    void setRecord(const heritage::Asset &asset); ///< throws edits away
    /// The record was changed elsewhere: what was edited here stays, field by field, on top of the new state.
    void rebase(const heritage::Asset &asset);
    /// The same where both changed the same field to different values: false, and then the form stays as it is, on top
    /// of the state that the person saw.
    bool rebaseApart(const heritage::Asset &asset);
    const heritage::Asset &seen() const { return m_stored; } ///< the state that the edits began from
    const heritage::Asset &record() const { return m_record; }
    bool isChanged() const;
    const Findings &findings() const { return m_findings; } ///< of the record as it stands
    bool hasErrors() const;
    /// Whether an empty required field is told under it; a form that was never saved waits with that.
    void setStrict(bool strict);

    /// Opens the section of a path and goes to its field.
    void goTo(const QString &path);
    FieldRow *row(const QString &path); ///< opens its section; null when the profile has no such field
    SectionBox *section(const QString &id) const;

signals:
    void edited();

private:
    void build();
    void check();

    FormContext m_context;
    heritage::Asset m_record, m_stored;
    Findings m_findings;
    bool m_strict = true;
    QComboBox *m_jump;
    QScrollArea *m_scroll;
    std::vector<SectionBox *> m_sections;
    QTimer m_checkSoon;
};

} // namespace loci::widgets
