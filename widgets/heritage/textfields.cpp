// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/textfields.h"

#include "widgets/common/tokens.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QStyle>
#include <QVBoxLayout>
#include <cmath>

namespace loci::widgets {

namespace {

constexpr int kLines = 3;

QJsonValue textOrNothing(const QString &text)
{
    return text.trimmed().isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

QPlainTextEdit *makeLines(QWidget *parent, int lines)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(lines * edit->fontMetrics().lineSpacing() + 18);
    return edit;
}

QHBoxLayout *rowIn(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens().gap);
    return row;
}

} // namespace

void markProblem(QWidget *widget, bool problem)
{
    if (widget->property("problem").toBool() != problem) {
        widget->setProperty("problem", problem);
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
}

TextField::TextField(QWidget *parent) : FieldEditor(parent), m_edit(new QLineEdit(this))
{
    rowIn(this)->addWidget(m_edit);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &TextField::edited);
}

QJsonValue TextField::value() const
{
    return textOrNothing(m_edit->text());
}

void TextField::setValue(const QJsonValue &value)
{
    m_edit->setText(value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString());
    m_edit->setCursorPosition(0);
}

void TextField::setProblem(bool problem)
{
    markProblem(m_edit, problem);
}

LongTextField::LongTextField(QWidget *parent) : FieldEditor(parent), m_edit(makeLines(this, kLines))
{
    rowIn(this)->addWidget(m_edit);
    setFocusProxy(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &LongTextField::edited);
}

QJsonValue LongTextField::value() const
{
    return textOrNothing(m_edit->toPlainText());
}

void LongTextField::setValue(const QJsonValue &value)
{
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(value.toString());
}

LocalTextField::LocalTextField(const QString &language, QWidget *parent) : FieldEditor(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens().gap / 2);
    const bool chinese = language == QLatin1String("zh");
    for (const char *each : {chinese ? "zh" : "en", chinese ? "en" : "zh"}) {
        auto *edit = makeLines(this, 2);
        edit->setPlaceholderText(QLatin1String(each) == QLatin1String("zh") ? QStringLiteral("中文")
                                                                            : QStringLiteral("English"));
        edit->setAccessibleName(edit->placeholderText());
        connect(edit, &QPlainTextEdit::textChanged, this, &LocalTextField::edited);
        column->addWidget(edit);
        m_rows.push_back({QLatin1String(each), edit});
    }
    setFocusProxy(m_rows.front().edit);
}

QJsonValue LocalTextField::value() const
{
    QJsonObject texts = m_rest;
    for (const Row &row : m_rows) {
        if (const QJsonValue text = textOrNothing(row.edit->toPlainText()); !text.isUndefined()) {
            texts.insert(row.language, text);
        }
    }
    return texts.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(texts);
}

void LocalTextField::setValue(const QJsonValue &value)
{
    m_rest = value.toObject();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QSignalBlocker quiet(m_rows[i].edit);
        const QString own = m_rest.take(m_rows[i].language).toString();
        m_rows[i].edit->setPlainText(i == 0 && value.isString() ? value.toString() : own);
    }
}

NumberField::NumberField(Kind kind, const QString &unit, QWidget *parent)
    : FieldEditor(parent)
    , m_kind(kind)
    , m_edit(new QLineEdit(this))
{
    QHBoxLayout *row = rowIn(this);
    m_edit->setMaximumWidth(140);
    row->addWidget(m_edit);
    if (!unit.isEmpty()) {
        auto *label = new QLabel(unit, this);
        label->setTextFormat(Qt::PlainText);
        label->setProperty("role", "muted");
        row->addWidget(label);
    }
    row->addStretch(1);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &NumberField::edited);
}

QJsonValue NumberField::value() const
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty()) {
        return QJsonValue(QJsonValue::Undefined);
    }
    bool known = false;
    double number = QLocale().toDouble(text, &known);
    if (!known) {
        number = QLocale::c().toDouble(text, &known);
    }
    if (!known || (m_kind == Kind::Integer && std::floor(number) != number)) {
        return text;
    }
    return m_kind == Kind::Integer ? QJsonValue(static_cast<qint64>(number)) : QJsonValue(number);
}

void NumberField::setValue(const QJsonValue &value)
{
    m_edit->setText(value.isDouble() ? QString::number(value.toDouble(), 'g', 12) : value.toString());
}

void NumberField::setProblem(bool problem)
{
    markProblem(m_edit, problem);
}

BooleanField::BooleanField(QWidget *parent) : FieldEditor(parent), m_box(new QComboBox(this))
{
    rowIn(this)->addWidget(m_box);
    m_box->addItem(tr("not known"));
    m_box->addItem(tr("yes"));
    m_box->addItem(tr("no"));
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::activated, this, &BooleanField::edited);
}

QJsonValue BooleanField::value() const
{
    return m_box->currentIndex() == 0 ? QJsonValue(QJsonValue::Undefined) : QJsonValue(m_box->currentIndex() == 1);
}

void BooleanField::setValue(const QJsonValue &value)
{
    m_box->setCurrentIndex(!value.isBool() ? 0 : (value.toBool() ? 1 : 2));
}

ReadOnlyField::ReadOnlyField(QWidget *parent) : FieldEditor(parent), m_label(new QLabel(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setProperty("role", "muted");
    m_label->setWordWrap(true);
    rowIn(this)->addWidget(m_label);
}

void ReadOnlyField::setValue(const QJsonValue &value)
{
    m_value = value;
    constexpr int kShown = 60;
    QString text = value.toString();
    if (value.isObject()) {
        text = QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    }
    if (text.size() > kShown) {
        text = text.left(kShown) + QChar(0x2026);
    }
    m_label->setText(text.isEmpty() ? tr("none") : text);
}

} // namespace loci::widgets
