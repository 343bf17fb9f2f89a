// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/fieldeditor.h"

#include "widgets/heritage/choicefield.h"
#include "widgets/heritage/datefield.h"
#include "widgets/heritage/textfields.h"

#include <QCoreApplication>

namespace loci::widgets {

using heritage::Field;

QString dataLanguage()
{
    return QCoreApplication::translate("HeritageData", "en", "Code of the language that data are shown in: en or zh");
}

FieldEditor *makeFieldEditor(const Field &field, const FormContext &context, QWidget *parent)
{
    switch (field.type) {
    case Field::Type::LongText:
        return new LongTextField(parent);
    case Field::Type::LocalText:
        return new LocalTextField(context.language, parent);
    case Field::Type::Integer:
        return new NumberField(NumberField::Kind::Integer, field.unit, parent);
    case Field::Type::Decimal:
        return new NumberField(NumberField::Kind::Decimal, field.unit, parent);
    case Field::Type::Boolean:
        return new BooleanField(parent);
    case Field::Type::Edtf:
    case Field::Type::Date:
        return new DateField(context.reigns, parent);
    case Field::Type::Choice:
        return new ChoiceField(field, context, false, parent);
    case Field::Type::Choices:
        return new ChoiceField(field, context, true, parent);
    case Field::Type::Concept:
        return new ConceptField(field, context, parent);
    case Field::Type::Asset:
        return new RecordField(context, parent);
    case Field::Type::Geometry:
    case Field::Type::Media:
        return new ReadOnlyField(parent);
    case Field::Type::Text:
    case Field::Type::Person:
    case Field::Type::Link:
        break;
    }
    return new TextField(parent);
}

} // namespace loci::widgets
