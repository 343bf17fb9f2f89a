// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/featurescan.h"

#include <qgsexpression.h>
#include <qgsexpressioncontextutils.h>
#include <qgsfeaturerequest.h>
#include <qgsvariantutils.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerfeatureiterator.h>

#include <QCollator>
#include <QCoreApplication>
#include <QHash>
#include <QSaveFile>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace loci::widgets {

namespace {
constexpr int kCheckEvery = 256;       // features between two looks at the cancel token
constexpr std::size_t kCsvBlock = 512; // rows fetched at once

bool isMissing(const QVariant &value)
{
    return QgsVariantUtils::isNull(value) || (value.userType() == QMetaType::QString && value.toString().isEmpty());
}

class Pace
{
public:
    Pace(qint64 expected, const CancelToken &cancel, const ProgressFunction &progress)
        : m_expected(expected)
        , m_cancel(cancel)
        , m_progress(progress)
    {}
    bool goesOn()
    {
        if (++m_seen % kCheckEvery != 0) {
            return true;
        }
        if (m_progress && m_expected > 0) {
            m_progress(std::min(1.0, double(m_seen) / double(m_expected)));
        }
        return !m_cancel.isCancelled();
    }

private:
    qint64 m_seen = 0;
    qint64 m_expected;
    const CancelToken &m_cancel;
    const ProgressFunction &m_progress;
};

tl::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Cancelled, QCoreApplication::translate("FeatureScan", "Stopped."));
}

bool textMatches(const QgsFeature &feature, const QString &text)
{
    const QgsAttributes attributes = feature.attributes();
    return std::any_of(attributes.begin(), attributes.end(), [&](const QVariant &value) {
        return !QgsVariantUtils::isNull(value) && value.toString().contains(text, Qt::CaseInsensitive);
    });
}

QString csvField(const QVariant &value)
{
    if (QgsVariantUtils::isNull(value)) {
        return {};
    }
    QString text =
        value.userType() == QMetaType::Double ? QString::number(value.toDouble(), 'g', 17) : value.toString();
    if (value.userType() == QMetaType::Double) {
        // The shortest text that is the same number.
        const QString shorter = QString::number(value.toDouble(), 'g', 15);
        text = shorter.toDouble() == value.toDouble() ? shorter : text;
    }
    if (text.contains(QLatin1Char('"')) || text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('\n')) ||
        text.contains(QLatin1Char('\r'))) {
        return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    }
    return text;
}

void sortRows(std::vector<QgsFeatureId> &ids, const std::vector<QVariant> &keys, bool descending)
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    const bool numbers = std::all_of(keys.begin(), keys.end(), [](const QVariant &key) {
        return QgsVariantUtils::isNull(key) || QMetaType(key.userType()).id() == QMetaType::Double ||
               key.userType() == QMetaType::Int || key.userType() == QMetaType::LongLong ||
               key.userType() == QMetaType::UInt || key.userType() == QMetaType::ULongLong ||
               key.userType() == QMetaType::Bool;
    });
    std::vector<double> numeric;
    std::vector<QCollatorSortKey> texts;
    std::vector<bool> missing(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        missing[i] = isMissing(keys[i]);
        if (numbers) {
            numeric.push_back(missing[i] ? 0 : keys[i].toDouble());
        } else {
            texts.push_back(collator.sortKey(keys[i].userType() == QMetaType::QString ? keys[i].toString()
                                             : keys[i].toDateTime().isValid()
                                                 ? keys[i].toDateTime().toString(Qt::ISODate)
                                                 : keys[i].toString()));
        }
    }
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (missing[a] || missing[b]) {
            return !missing[a] && missing[b]; // nothing known: last, whichever way
        }
        const int comparison = numbers ? (numeric[a] < numeric[b]   ? -1
                                          : numeric[a] > numeric[b] ? 1
                                                                    : 0)
                                       : texts[a].compare(texts[b]);
        return descending ? comparison > 0 : comparison < 0;
    });
    std::vector<QgsFeatureId> sorted(ids.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        sorted[i] = ids[order[i]];
    }
    ids = std::move(sorted);
}
} // namespace

ScanSource makeScanSource(const QgsVectorLayer &layer)
{
    ScanSource source;
    source.features = std::make_shared<QgsVectorLayerFeatureSource>(&layer);
    source.fields = layer.fields();
    source.context = QgsExpressionContext(QgsExpressionContextUtils::globalProjectLayerScopes(&layer));
    source.context.setFields(layer.fields());
    source.expected = layer.featureCount();
    return source;
}

Result<FieldSummary> summariseField(const ScanSource &source, const QString &field, const CancelToken &cancel,
                                    const ProgressFunction &progress)
{
    const int column = source.fields.lookupField(field);
    if (column < 0) {
        return fail(ErrorCode::Invalid,
                    QCoreApplication::translate("FeatureScan", "The layer has no field “%1” any more.").arg(field));
    }
    QgsFeatureRequest request;
    request.setFlags(Qgis::FeatureRequestFlag::NoGeometry);
    request.setSubsetOfAttributes(QgsAttributeList{column});
    QgsFeatureIterator features = source.features->getFeatures(request);
    QgsFeature feature;
    Pace pace(source.expected, cancel, progress);
    FieldSummary summary;
    QHash<QString, std::size_t> place;
    while (features.nextFeature(feature)) {
        if (!pace.goesOn()) {
            return cancelled();
        }
        ++summary.total;
        const QVariant value = feature.attribute(column);
        if (isMissing(value)) {
            ++summary.missing;
            continue;
        }
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (isNumber && std::isfinite(number)) {
            summary.numbers.append(number);
        }
        const QString text = value.toString();
        if (const auto found = place.constFind(text); found != place.constEnd()) {
            ++summary.frequencies[*found].second;
        } else {
            place.insert(text, summary.frequencies.size());
            summary.frequencies.emplace_back(value, 1);
        }
    }
    QCollator collator;
    collator.setNumericMode(true);
    std::stable_sort(summary.frequencies.begin(), summary.frequencies.end(), [&](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second
                                    : collator.compare(a.first.toString(), b.first.toString()) < 0;
    });
    return summary;
}

Result<std::vector<QgsFeatureId>> queryTable(const ScanSource &source, const TableQuery &query,
                                             const CancelToken &cancel, const ProgressFunction &progress)
{
    QgsExpressionContext context(source.context);
    std::unique_ptr<QgsExpression> expression;
    if (!query.expression.trimmed().isEmpty()) {
        expression = std::make_unique<QgsExpression>(query.expression);
        if (expression->hasParserError()) {
            return fail(ErrorCode::Usage,
                        QCoreApplication::translate("FeatureScan", "This expression cannot be read: %1")
                            .arg(expression->parserErrorString()));
        }
        for (const QString &column : expression->referencedColumns()) {
            if (column != QgsFeatureRequest::ALL_ATTRIBUTES && source.fields.lookupField(column) < 0) {
                return fail(ErrorCode::Usage,
                            QCoreApplication::translate("FeatureScan", "The layer has no field “%1”.").arg(column));
            }
        }
        expression->prepare(&context);
    }
    QgsFeatureRequest request;
    if (!expression || !expression->needsGeometry()) {
        request.setFlags(Qgis::FeatureRequestFlag::NoGeometry);
    }
    if (!expression && query.text.isEmpty()) {
        request.setSubsetOfAttributes(query.sortColumn >= 0 ? QgsAttributeList{query.sortColumn} : QgsAttributeList());
    }
    QgsFeatureIterator features = source.features->getFeatures(request);
    QgsFeature feature;
    Pace pace(source.expected, cancel, progress);
    std::vector<QgsFeatureId> ids;
    std::vector<QVariant> keys;
    while (features.nextFeature(feature)) {
        if (!pace.goesOn()) {
            return cancelled();
        }
        if (!query.text.isEmpty() && !textMatches(feature, query.text)) {
            continue;
        }
        if (expression) {
            context.setFeature(feature);
            const bool matches = expression->evaluate(&context).toBool();
            if (expression->hasEvalError()) {
                return fail(ErrorCode::Usage,
                            QCoreApplication::translate("FeatureScan", "This expression cannot be evaluated: %1")
                                .arg(expression->evalErrorString()));
            }
            if (!matches) {
                continue;
            }
        }
        ids.push_back(feature.id());
        if (query.sortColumn >= 0) {
            keys.push_back(feature.attribute(query.sortColumn));
        }
    }
    if (query.sortColumn >= 0) {
        sortRows(ids, keys, query.descending);
    }
    return ids;
}

std::vector<QList<QVariant>> fetchRows(const ScanSource &source, const std::vector<QgsFeatureId> &ids)
{
    QHash<QgsFeatureId, std::size_t> place;
    QgsFeatureIds wanted;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        place.insert(ids[i], i);
        wanted.insert(ids[i]);
    }
    QgsFeatureRequest request;
    request.setFilterFids(wanted);
    request.setFlags(Qgis::FeatureRequestFlag::NoGeometry);
    QgsFeatureIterator features = source.features->getFeatures(request);
    QgsFeature feature;
    std::vector<QList<QVariant>> rows(ids.size());
    while (features.nextFeature(feature)) {
        const auto found = place.constFind(feature.id());
        if (found != place.constEnd()) {
            rows[*found] = feature.attributes();
        }
    }
    return rows;
}

Result<> writeCsv(const ScanSource &source, const std::vector<QgsFeatureId> &ids, const QList<int> &columns,
                  const QString &path, const CancelToken &cancel, const ProgressFunction &progress)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::NotWritable,
                    QCoreApplication::translate("FeatureScan", "“%1” cannot be written.").arg(path),
                    file.errorString());
    }
    QStringList cells;
    for (const int column : columns) {
        cells.append(csvField(source.fields.at(column).name()));
    }
    file.write(cells.join(QLatin1Char(',')).toUtf8() + "\r\n");
    for (std::size_t from = 0; from < ids.size(); from += kCsvBlock) {
        if (cancel.isCancelled()) {
            return cancelled();
        }
        const std::size_t to = std::min(ids.size(), from + kCsvBlock);
        const std::vector<QgsFeatureId> block(ids.begin() + std::ptrdiff_t(from), ids.begin() + std::ptrdiff_t(to));
        for (const QList<QVariant> &row : fetchRows(source, block)) {
            cells.clear();
            for (const int column : columns) {
                cells.append(csvField(row.value(column)));
            }
            file.write(cells.join(QLatin1Char(',')).toUtf8() + "\r\n");
        }
        if (progress) {
            progress(double(to) / double(ids.size()));
        }
    }
    if (!file.commit()) {
        return fail(ErrorCode::NotWritable,
                    QCoreApplication::translate("FeatureScan", "“%1” could not be written completely.").arg(path),
                    file.errorString());
    }
    return {};
}

} // namespace loci::widgets
