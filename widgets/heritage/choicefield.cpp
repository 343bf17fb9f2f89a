// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/choicefield.h"

#include "widgets/common/tokens.h"
#include "widgets/heritage/conceptpicker.h"
#include "widgets/heritage/textfields.h"
#include "widgets/layers/panel.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

namespace {

QPushButton *makeChooser(QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setAutoDefault(false);
    button->setProperty("chooser", true);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return button;
}

QHBoxLayout *rowIn(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens().gap);
    return row;
}

const heritage::Choice *termOf(const std::vector<heritage::Choice> &terms, const QString &code)
{
    const auto found =
        std::find_if(terms.begin(), terms.end(), [&code](const heritage::Choice &term) { return term.code == code; });
    return found != terms.end() ? &*found : nullptr;
}

/// The empty choice, so that a value can be taken back.
heritage::Choice nothing()
{
    heritage::Choice none;
    none.label.byLanguage.insert(dataLanguage(), ChoiceField::tr("not known"));
    return none;
}

} // namespace

ChoiceField::ChoiceField(const heritage::Field &field, const FormContext &context, bool several, QWidget *parent)
    : FieldEditor(parent)
    , m_language(context.language)
    , m_several(several)
    , m_button(makeChooser(this))
{
    const heritage::Vocabulary *vocabulary = context.profile->vocabulary(field.vocabulary);
    if (vocabulary != nullptr) {
        m_terms = vocabulary->choices;
        if (m_terms.empty() && context.concepts) {
            const auto terms = context.concepts(vocabulary->scheme);
            m_terms = terms != nullptr ? *terms : std::vector<heritage::Choice>();
        }
    }
    rowIn(this)->addWidget(m_button);
    setFocusProxy(m_button);
    connect(m_button, &QPushButton::clicked, this, &ChoiceField::open);
    show();
}

ConceptPicker &ChoiceField::picker()
{
    if (m_picker == nullptr) {
        m_picker = new ConceptPicker(m_several, this);
        std::vector<heritage::Choice> terms;
        terms.reserve(m_terms.size() + 1);
        if (!m_several) {
            terms.push_back(nothing());
        }
        terms.insert(terms.end(), m_terms.begin(), m_terms.end());
        m_picker->setTerms(terms, m_language);
        connect(m_picker, &ConceptPicker::picked, this, [this](const QString &code) {
            if (m_several) {
                QStringList unknown;
                for (const QString &each : std::as_const(m_codes)) {
                    if (termOf(m_terms, each) == nullptr) {
                        unknown << each;
                    }
                }
                m_codes = m_picker->chosen() + unknown;
            } else {
                m_codes = code.isEmpty() ? QStringList() : QStringList{code};
            }
            show();
            emit edited();
        });
    }
    return *m_picker;
}

void ChoiceField::open()
{
    picker().setChosen(m_codes);
    picker().openBelow(m_button);
}

QString ChoiceField::labelOf(const QString &code) const
{
    const heritage::Choice *term = termOf(m_terms, code);
    return term != nullptr ? term->label.in(m_language) : code;
}

void ChoiceField::show()
{
    QStringList labels;
    for (const QString &code : std::as_const(m_codes)) {
        labels << labelOf(code);
    }
    m_button->setText(labels.isEmpty() ? tr("Choose…") : labels.join(QStringLiteral(", ")));
    m_button->setToolTip(labels.join(QLatin1Char('\n')));
}

QJsonValue ChoiceField::value() const
{
    if (m_codes.isEmpty()) {
        return QJsonValue(QJsonValue::Undefined);
    }
    return m_several ? QJsonValue(QJsonArray::fromStringList(m_codes)) : QJsonValue(m_codes.first());
}

void ChoiceField::setValue(const QJsonValue &value)
{
    m_codes.clear();
    if (value.isArray()) {
        for (const QJsonValue &each : value.toArray()) {
            m_codes << each.toString();
        }
    } else if (!value.toString().isEmpty()) {
        m_codes << value.toString();
    }
    show();
}

void ChoiceField::setProblem(bool problem)
{
    markProblem(m_button, problem);
}

ConceptField::ConceptField(const heritage::Field &field, const FormContext &context, QWidget *parent)
    : FieldEditor(parent)
    , m_context(context)
    , m_edit(new QLineEdit(this))
    , m_choose(new QPushButton(tr("Choose…"), this))
    , m_remark(makeLabel(this, "caption"))
{
    const heritage::Vocabulary *vocabulary = context.profile->vocabulary(field.vocabulary);
    m_scheme = vocabulary != nullptr && !vocabulary->scheme.isEmpty() ? vocabulary->scheme : field.vocabulary;
    m_terms = vocabulary != nullptr && !vocabulary->choices.empty()
                  ? std::make_shared<const std::vector<heritage::Choice>>(vocabulary->choices)
                  : (context.concepts ? context.concepts(m_scheme) : nullptr);
    m_choose->setAutoDefault(false);
    m_remark->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens().gap / 2);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens().gap);
    row->addWidget(m_edit, 1);
    row->addWidget(m_choose);
    column->addLayout(row);
    column->addWidget(m_remark);
    m_choose->setVisible(m_terms != nullptr);
    m_remark->hide();
    setFocusProxy(m_edit);
    connect(m_choose, &QPushButton::clicked, this, &ConceptField::open);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_value =
            text.trimmed().isEmpty()
                ? QJsonValue(QJsonValue::Undefined)
                : QJsonValue(QJsonObject{{QStringLiteral("label"), QJsonObject{{m_context.language, text.trimmed()}}}});
        showRemark();
        emit edited();
    });
}

ConceptPicker &ConceptField::picker()
{
    if (m_picker == nullptr) {
        m_picker = new ConceptPicker(false, this);
        if (m_terms != nullptr) {
            m_picker->setTerms(*m_terms, m_context.language);
        }
        connect(m_picker, &ConceptPicker::picked, this, &ConceptField::take);
    }
    return *m_picker;
}

void ConceptField::open()
{
    picker().setChosen({conceptCode()});
    picker().openBelow(m_edit);
}

QString ConceptField::conceptCode() const
{
    return m_value.toObject().value(QLatin1String("concept")).toString();
}

/// A term that its thesaurus gave up stays in the record and is named so.
void ConceptField::showRemark()
{
    const QString code = conceptCode();
    const heritage::Choice *term = m_terms != nullptr && !code.isEmpty() ? termOf(*m_terms, code) : nullptr;
    const bool old = term != nullptr && term->isDeprecated;
    const QString instead = old ? term->help.in(m_context.language) : QString();
    m_remark->setVisible(old);
    m_remark->setText(instead.isEmpty() ? tr("This term is no longer used.")
                                        : tr("This term is no longer used; instead: %1").arg(instead));
}

void ConceptField::take(const QString &code)
{
    const heritage::Choice *term = m_terms != nullptr ? termOf(*m_terms, code) : nullptr;
    if (term == nullptr || term->isGroup) {
        return;
    }
    QJsonObject label;
    for (auto it = term->label.byLanguage.cbegin(); it != term->label.byLanguage.cend(); ++it) {
        label.insert(it.key(), it.value());
    }
    setValue(QJsonObject{{QStringLiteral("scheme"), term->scheme.isEmpty() ? m_scheme : term->scheme},
                         {QStringLiteral("concept"), code},
                         {QStringLiteral("label"), label}});
    emit edited();
}

QJsonValue ConceptField::value() const
{
    return m_value;
}

void ConceptField::setValue(const QJsonValue &value)
{
    m_value = value;
    const QJsonObject label = value.toObject().value(QLatin1String("label")).toObject();
    QString text = label.value(m_context.language).toString();
    if (text.isEmpty() && !label.isEmpty()) {
        text = label.begin()->toString();
    }
    m_edit->setText(text.isEmpty() ? value.toString() : text);
    m_edit->setCursorPosition(0);
    showRemark();
}

RecordField::RecordField(const FormContext &context, QWidget *parent)
    : FieldEditor(parent)
    , m_context(context)
    , m_button(makeChooser(this))
{
    rowIn(this)->addWidget(m_button);
    setFocusProxy(m_button);
    connect(m_button, &QPushButton::clicked, this, &RecordField::open);
    setValue({});
}

void RecordField::fill(const QString &text)
{
    std::vector<heritage::Choice> terms{nothing()};
    for (const auto &[id, name] :
         m_context.records ? m_context.records(text) : std::vector<std::pair<QString, QString>>()) {
        heritage::Choice term;
        term.code = id;
        term.label.byLanguage.insert(m_context.language, name);
        terms.push_back(term);
    }
    m_picker->setTerms(terms, m_context.language);
}

void RecordField::open()
{
    if (m_picker == nullptr) {
        m_picker = new ConceptPicker(false, this);
        connect(m_picker, &ConceptPicker::searchChanged, this, &RecordField::fill);
        connect(m_picker, &ConceptPicker::picked, this, [this](const QString &id) {
            setValue(id.isEmpty() ? QJsonValue() : QJsonValue(id));
            emit edited();
        });
    }
    fill({});
    m_picker->openBelow(m_button);
}

QJsonValue RecordField::value() const
{
    return m_id.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(m_id);
}

void RecordField::setValue(const QJsonValue &value)
{
    m_id = value.toString();
    const QString name = m_context.recordName && !m_id.isEmpty() ? m_context.recordName(m_id) : QString();
    m_button->setText(m_id.isEmpty() ? tr("Choose…") : (name.isEmpty() ? m_id : name));
}

} // namespace loci::widgets
