// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/heritage/fieldeditor.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace loci::widgets {

class ConceptPicker;

/// One code of a closed list, or several of them. A code that the list does not know is kept and shown as it is.
class ChoiceField final : public FieldEditor
{
    Q_OBJECT
public:
    ChoiceField(const heritage::Field &field, const FormContext &context, bool several, QWidget *parent = nullptr);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    void setProblem(bool problem) override;
    ConceptPicker &picker(); ///< made when first wanted

private:
    void show();
    void open();
    QString labelOf(const QString &code) const;

    QString m_language;
    bool m_several;
    std::vector<heritage::Choice> m_terms;
    QPushButton *m_button;
    ConceptPicker *m_picker = nullptr;
    QStringList m_codes;
};

/// A term of an open thesaurus: {scheme, concept, label}. Without the thesaurus its name is typed.
class ConceptField final : public FieldEditor
{
    Q_OBJECT
public:
    ConceptField(const heritage::Field &field, const FormContext &context, QWidget *parent = nullptr);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    ConceptPicker &picker(); ///< made when first wanted

private:
    void open();
    void take(const QString &code);
    void showRemark();
    QString conceptCode() const;

    FormContext m_context;
    QString m_scheme;
    QLineEdit *m_edit;
    QPushButton *m_choose;
    QLabel *m_remark;
    ConceptPicker *m_picker = nullptr;
    std::shared_ptr<const std::vector<heritage::Choice>> m_terms; ///< null: none to choose from
    QJsonValue m_value{QJsonValue::Undefined};
};

/// Another record of the catalogue, found by its name.
class RecordField final : public FieldEditor
{
    Q_OBJECT
public:
    RecordField(const FormContext &context, QWidget *parent = nullptr);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    void open();
    void fill(const QString &text);

    FormContext m_context;
    QPushButton *m_button;
    ConceptPicker *m_picker = nullptr;
    QString m_id;
};

} // namespace loci::widgets
