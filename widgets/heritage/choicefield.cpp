// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/choicefield.h"

#include "widgets/common/tokens.h"
#include "widgets/heritage/conceptpicker.h"
#include "widgets/heritage/textfields.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
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
        m_terms = vocabulary->choices.empty() && context.concepts ? context.concepts(vocabulary->scheme)
                                                                  : vocabulary->choices;
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
{
    const heritage::Vocabulary *vocabulary = context.profile->vocabulary(field.vocabulary);
    m_scheme = vocabulary != nullptr && !vocabulary->scheme.isEmpty() ? vocabulary->scheme : field.vocabulary;
    m_terms = vocabulary != nullptr ? vocabulary->choices : std::vector<heritage::Choice>();
    if (m_terms.empty() && context.concepts) {
        m_terms = context.concepts(m_scheme);
    }
    m_choose->setAutoDefault(false);
    QHBoxLayout *row = rowIn(this);
    row->addWidget(m_edit, 1);
    row->addWidget(m_choose);
    m_choose->setVisible(!m_terms.empty());
    setFocusProxy(m_edit);
    connect(m_choose, &QPushButton::clicked, this, &ConceptField::open);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_value =
            text.trimmed().isEmpty()
                ? QJsonValue(QJsonValue::Undefined)
                : QJsonValue(QJsonObject{{QStringLiteral("label"), QJsonObject{{m_context.language, text.trimmed()}}}});
        emit edited();
    });
}

void ConceptField::open()
{
    if (m_picker == nullptr) {
        m_picker = new ConceptPicker(false, this);
        m_picker->setTerms(m_terms, m_context.language);
        connect(m_picker, &ConceptPicker::picked, this, &ConceptField::take);
    }
    m_picker->setChosen({m_value.toObject().value(QLatin1String("concept")).toString()});
    m_picker->openBelow(m_edit);
}

void ConceptField::take(const QString &code)
{
    const heritage::Choice *term = termOf(m_terms, code);
    if (term == nullptr) {
        return;
    }
    QJsonObject label;
    for (auto it = term->label.byLanguage.cbegin(); it != term->label.byLanguage.cend(); ++it) {
        label.insert(it.key(), it.value());
    }
    setValue(QJsonObject{
        {QStringLiteral("scheme"), m_scheme}, {QStringLiteral("concept"), code}, {QStringLiteral("label"), label}});
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
