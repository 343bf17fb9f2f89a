// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/bundleforms.h"

#include "layers/formats/heritage/bundledigest.h"

#include <QXmlStreamWriter>

namespace loci::formats {

namespace {
void option(QXmlStreamWriter &xml, const QString &name, const QString &type, const QString &value)
{
    xml.writeEmptyElement(QStringLiteral("Option"));
    xml.writeAttribute(QStringLiteral("name"), name);
    xml.writeAttribute(QStringLiteral("type"), type);
    xml.writeAttribute(QStringLiteral("value"), value);
}

void startOption(QXmlStreamWriter &xml, const QString &type, const QString &name = {})
{
    xml.writeStartElement(QStringLiteral("Option"));
    xml.writeAttribute(QStringLiteral("type"), type);
    if (!name.isEmpty()) {
        xml.writeAttribute(QStringLiteral("name"), name);
    }
}

void writeChoices(QXmlStreamWriter &xml, const heritage::Vocabulary &choices, const QString &language)
{
    startOption(xml, QStringLiteral("List"), QStringLiteral("map"));
    for (const heritage::Choice &choice : choices.choices) {
        startOption(xml, QStringLiteral("Map"));
        option(xml, choice.label.in(language), QStringLiteral("QString"), choice.code);
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

QString widgetOf(const BundleFormField &field)
{
    return field.isHidden                                     ? QStringLiteral("Hidden")
           : field.isFile                                     ? QStringLiteral("ExternalResource")
           : field.choices && !field.choices->choices.empty() ? QStringLiteral("ValueMap")
                                                              : QStringLiteral("TextEdit");
}

void writeWidget(QXmlStreamWriter &xml, const BundleFormField &field, const QString &language)
{
    const QString widget = widgetOf(field);
    xml.writeStartElement(QStringLiteral("field"));
    xml.writeAttribute(QStringLiteral("name"), QString::fromUtf8(field.name));
    xml.writeStartElement(QStringLiteral("editWidget"));
    xml.writeAttribute(QStringLiteral("type"), widget);
    xml.writeStartElement(QStringLiteral("config"));
    startOption(xml, QStringLiteral("Map"));
    if (widget == QLatin1String("ValueMap")) {
        writeChoices(xml, *field.choices, language);
    } else if (field.isFile) {
        option(xml, QStringLiteral("DocumentViewer"), QStringLiteral("int"), QStringLiteral("1"));
        option(xml, QStringLiteral("RelativeStorage"), QStringLiteral("int"), QStringLiteral("1"));
        option(xml, QStringLiteral("StorageMode"), QStringLiteral("int"), QStringLiteral("0"));
        option(xml, QStringLiteral("FileWidget"), QStringLiteral("bool"), QStringLiteral("true"));
        option(xml, QStringLiteral("FileWidgetButton"), QStringLiteral("bool"), QStringLiteral("true"));
    } else if (!field.isHidden) {
        option(xml, QStringLiteral("IsMultiline"), QStringLiteral("bool"),
               field.isLong ? QStringLiteral("true") : QStringLiteral("false"));
        option(xml, QStringLiteral("UseHtml"), QStringLiteral("bool"), QStringLiteral("false"));
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
}
} // namespace

std::vector<BundleFormField> bundleFormOf(const BundleTable &table, const heritage::Profile &profile,
                                          const QString &language)
{
    std::vector<BundleFormField> fields;
    fields.reserve(table.columns.size() + 2);
    for (const char *hidden : {kRowColumn, kOwnerColumn}) {
        fields.push_back({hidden, {}, nullptr, true, false, false, false, {}});
    }
    fields.back().isHidden = table.member.isEmpty() || table.isOfZones; // whose survey it is has to be chosen
    for (const BundleColumn &column : table.columns) {
        BundleFormField field;
        field.name = column.name;
        const QString path =
            (table.member.isEmpty() ? QString() : QLatin1Char('/') + table.member + QLatin1String("/0")) + column.path;
        if (const heritage::Field *known = profile.field(path)) {
            field.label = known->label.in(language);
            field.choices = known->vocabulary.isEmpty() ? nullptr : profile.vocabulary(known->vocabulary);
            field.isLong = known->type == heritage::Field::Type::LongText;
        }
        field.isFile = column.name == "file";
        field.isLong = field.isLong || column.name.startsWith("description") || column.name == "text";
        field.isHidden = column.name == "uuid" || column.name == "sha256";
        if (column.name == "uuid") {
            field.defaultExpression = QStringLiteral("uuid('WithoutBraces')");
        }
        fields.push_back(std::move(field));
    }
    return fields;
}

QByteArray bundleStyle(const std::vector<BundleFormField> &fields, const QString &language)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartElement(QStringLiteral("qgis"));
    xml.writeAttribute(QStringLiteral("version"), QStringLiteral("3.40.0"));
    xml.writeAttribute(QStringLiteral("styleCategories"), QStringLiteral("Fields|Forms"));
    xml.writeStartElement(QStringLiteral("fieldConfiguration"));
    for (const BundleFormField &field : fields) {
        writeWidget(xml, field, language);
    }
    xml.writeEndElement();
    xml.writeStartElement(QStringLiteral("aliases"));
    for (const BundleFormField &field : fields) {
        xml.writeEmptyElement(QStringLiteral("alias"));
        xml.writeAttribute(QStringLiteral("field"), QString::fromUtf8(field.name));
        xml.writeAttribute(QStringLiteral("name"), field.label);
    }
    xml.writeEndElement();
    xml.writeStartElement(QStringLiteral("defaults"));
    for (const BundleFormField &field : fields) {
        xml.writeEmptyElement(QStringLiteral("default"));
        xml.writeAttribute(QStringLiteral("field"), QString::fromUtf8(field.name));
        xml.writeAttribute(QStringLiteral("expression"), field.defaultExpression);
        xml.writeAttribute(QStringLiteral("applyOnUpdate"), QStringLiteral("0"));
    }
    xml.writeEndElement();
    xml.writeEndElement();
    return bytes;
}

} // namespace loci::formats
