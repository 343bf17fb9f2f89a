// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/fieldrow.h"

#include "widgets/common/icons.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/layers/panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

namespace loci::widgets {

using heritage::Field;

namespace {

QString nameOf(const Field &field, const QString &language)
{
    const QString name = field.label.in(language).toHtmlEscaped();
    if (field.need == Field::Need::Optional) {
        return name;
    }
    const bool required = field.need == Field::Need::Required;
    const QString word = required ? FieldRow::tr("required") : FieldRow::tr("recommended");
    const QColor colour = required ? tokens().heritage : tokens().textFaint;
    return QStringLiteral("%1&nbsp; <span style=\"color:%2; font-weight:400\">%3</span>")
        .arg(name, colour.name(), word.toHtmlEscaped());
}

} // namespace

FieldRow::FieldRow(const Field &field, QString path, const FormContext &context, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_path(std::move(path))
    , m_editor(makeFieldEditor(field, context, this))
    , m_name(new QLabel(nameOf(field, context.language), this))
    , m_help(makeLabel(this, "caption"))
    , m_problem(makeLabel(this, "caption"))
    , m_ask(new QToolButton(this))
{
    const Tokens &t = tokens();
    setObjectName(m_path);
    m_name->setTextFormat(Qt::RichText);
    m_name->setBuddy(m_editor);
    m_editor->setAccessibleName(field.label.in(context.language));
    m_help->setWordWrap(true);
    m_help->setText(field.help.in(context.language));
    m_help->hide();
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_ask->setProperty("kind", "quiet");
    m_ask->setIcon(icon(QStringLiteral("help"), t.textFaint));
    m_ask->setIconSize(QSize(14, 14));
    m_ask->setFixedSize(22, 22);
    m_ask->setCheckable(true);
    m_ask->setFocusPolicy(Qt::NoFocus);
    setTip(m_ask, tr("What belongs here"));
    m_ask->setVisible(!m_help->text().isEmpty());
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(t.gap / 2);
    head->addWidget(m_name, 1);
    head->addWidget(m_ask);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.gap / 2);
    column->addLayout(head);
    column->addWidget(m_help);
    column->addWidget(m_editor);
    column->addWidget(m_problem);
    connect(m_ask, &QToolButton::toggled, m_help, &QWidget::setVisible);
    connect(m_editor, &FieldEditor::edited, this, &FieldRow::edited);
}

QString FieldRow::writtenPathOf(const QString &path)
{
    static const QRegularExpression phaseDate(QStringLiteral("^/phases/\\d+/date$"));
    if (path.endsWith(QLatin1String("/edtf"))) {
        return path.chopped(4) + QStringLiteral("text");
    }
    return phaseDate.match(path).hasMatch() ? path + QStringLiteral("Text") : QString();
}

bool FieldRow::applies(const Field &field, const heritage::Record &record)
{
    const qsizetype sign = field.onlyWhen.indexOf(QLatin1Char('='));
    if (sign < 0) {
        return true;
    }
    const QStringList values = field.onlyWhen.mid(sign + 1).split(QLatin1Char(','));
    return values.contains(record.value(field.onlyWhen.left(sign)).toVariant().toString());
}

void FieldRow::load(const heritage::Record &record)
{
    if (const QString written = writtenPathOf(m_path); !written.isEmpty()) {
        m_editor->setAsWritten(record.text(written));
    }
    m_editor->setValue(record.value(m_path));
    setVisible(applies(m_field, record));
}

void FieldRow::store(heritage::Record &record) const
{
    record.set(m_path, m_editor->value());
    if (const QString written = writtenPathOf(m_path); !written.isEmpty()) {
        const QString words = m_editor->asWritten();
        record.set(written, words.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(words));
    }
}

void FieldRow::setFinding(const Finding *finding)
{
    const bool wrong = finding != nullptr && finding->severity != Severity::Info;
    m_problem->setVisible(finding != nullptr);
    m_problem->setText(finding != nullptr ? finding->message : QString());
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, wrong ? tokens().bad : tokens().textMuted);
    m_problem->setPalette(palette);
    m_problem->setStyleSheet(wrong ? QStringLiteral("color: %1;").arg(tokens().bad.name()) : QString());
    m_editor->setProblem(wrong);
}

QString FieldRow::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

} // namespace loci::widgets
