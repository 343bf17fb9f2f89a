// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/objectfilter.h"

#include "layers/map/safeexpression.h"

#include <qgsexpression.h>
#include <qgsexpressioncontext.h>
#include <qgsfeature.h>
#include <qgsfields.h>

#include <QCoreApplication>

namespace loci::map {

namespace {

constexpr std::uint32_t kCheckEvery = 512;

QString text(const char *source)
{
    return QCoreApplication::translate("ObjectFilter", source);
}

QgsFields fieldsOf(const city::ObjectTable &table)
{
    QgsFields fields;
    for (int column = 0; column < table.columnCount(); ++column) {
        fields.append(QgsField(table.name(column), table.isNumeric(column) ? QMetaType::Double : QMetaType::QString));
    }
    return fields;
}

} // namespace

Result<std::vector<std::uint32_t>> filterObjects(const city::ObjectTable &table, const QString &expressionText,
                                                 const CancelToken &cancel, const ProgressFunction &progress)
{
    QgsExpression expression(expressionText);
    if (expression.hasParserError()) {
        return fail(ErrorCode::Usage, text(QT_TRANSLATE_NOOP("ObjectFilter", "The expression cannot be read: %1"))
                                          .arg(expression.parserErrorString().simplified()));
    }
    if (const QString outside = reachingOut(expression); !outside.isEmpty()) {
        return fail(
            ErrorCode::Usage,
            text(QT_TRANSLATE_NOOP("ObjectFilter", "A filter of objects asks about each object alone; %1 reaches "
                                                   "beyond it."))
                .arg(outside));
    }
    const QgsFields fields = fieldsOf(table);
    std::vector<int> columns; // only those that the expression asks for are filled
    for (const QString &name : expression.referencedColumns()) {
        const int column = table.columnOf(name);
        if (column < 0) {
            return fail(ErrorCode::Usage,
                        text(QT_TRANSLATE_NOOP("ObjectFilter", "The objects have no column \"%1\".")).arg(name));
        }
        columns.push_back(column);
    }
    QgsExpressionContext context;
    context.setFields(fields);
    expression.prepare(&context);
    QgsFeature feature(fields);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < table.rowCount(); ++row) {
        if (row % kCheckEvery == 0) {
            if (cancel.isCancelled()) {
                return fail(ErrorCode::Cancelled, {});
            }
            if (progress) {
                progress(static_cast<double>(row) / table.rowCount());
            }
        }
        for (const int column : columns) {
            feature.setAttribute(column, table.value(row, column));
        }
        feature.setId(row);
        context.setFeature(feature);
        const QVariant answer = expression.evaluate(&context);
        if (expression.hasEvalError()) {
            return fail(ErrorCode::Usage,
                        text(QT_TRANSLATE_NOOP("ObjectFilter", "The expression fails at %1: %2"))
                            .arg(table.text(row, city::ObjectTable::Id), expression.evalErrorString().simplified()));
        }
        // A text is no condition; Qt would take every one but "false" and "0" for true.
        if (answer.isValid() && !answer.isNull() && answer.typeId() != QMetaType::QString && answer.toBool()) {
            rows.push_back(row);
        }
    }
    return rows;
}

} // namespace loci::map
