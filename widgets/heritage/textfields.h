// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/heritage/fieldeditor.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace loci::widgets {

/// One line of text.
class TextField final : public FieldEditor
{
    Q_OBJECT
public:
    explicit TextField(QWidget *parent = nullptr);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    void setProblem(bool problem) override;

private:
    QLineEdit *m_edit;
};

/// A few lines; Tab leaves it.
class LongTextField final : public FieldEditor
{
    Q_OBJECT
public:
    explicit LongTextField(QWidget *parent = nullptr);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    QPlainTextEdit *m_edit;
};

/// A text in Chinese and English, the language of the program first. A plain text is taken as the first one; other
/// languages are kept.
class LocalTextField final : public FieldEditor
{
    Q_OBJECT
public:
    LocalTextField(const QString &language, QWidget *parent = nullptr);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    struct Row
    {
        QString language;
        QPlainTextEdit *edit;
    };
    std::vector<Row> m_rows;
    QJsonObject m_rest;
};

/// A number in the person's notation or with a point. What is no number is kept as the text it is, for the check to
/// tell of.
class NumberField final : public FieldEditor
{
    Q_OBJECT
public:
    enum class Kind { Integer, Decimal };
    NumberField(Kind kind, const QString &unit, QWidget *parent = nullptr);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    void setProblem(bool problem) override;

private:
    Kind m_kind;
    QLineEdit *m_edit;
};

/// Yes, no, or not known.
class BooleanField final : public FieldEditor
{
    Q_OBJECT
public:
    explicit BooleanField(QWidget *parent = nullptr);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    QComboBox *m_box;
};

/// What another part of the window edits: shown only.
class ReadOnlyField final : public FieldEditor
{
    Q_OBJECT
public:
    explicit ReadOnlyField(QWidget *parent = nullptr);
    QJsonValue value() const override { return m_value; }
    void setValue(const QJsonValue &value) override;

private:
    QLabel *m_label;
    QJsonValue m_value{QJsonValue::Undefined};
};

/// Marks a widget as holding something wrong, as the style sheet shows it.
void markProblem(QWidget *widget, bool problem);

} // namespace loci::widgets
