// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/contracts/deliverywriter.h"

#include "layers/domain/contracts/contractcheck.h"
#include "layers/domain/contracts/fieldvalue.h"
#include "layers/formats/heritage/ogrsupport.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace loci::formats {

using contracts::Contract;
using contracts::FieldType;
using contracts::Shape;
using heritage::RowTable;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::DeliveryWriter)
};

struct Closer
{
    void operator()(GDALDataset *dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, Closer>;

tl::unexpected<Error> cannotWrite(const QString &path, const QString &why)
{
    return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be written.").arg(QDir::toNativeSeparators(path)), why);
}

OGRFieldType ogrType(FieldType type)
{
    switch (type) {
    case FieldType::Text:
        return OFTString;
    case FieldType::Integer:
        return OFTInteger64;
    case FieldType::Number:
        return OFTReal;
    case FieldType::Date:
        return OFTDate;
    case FieldType::Time:
        return OFTDateTime;
    case FieldType::Boolean:
        return OFTInteger;
    }
    return OFTString;
}

OGRwkbGeometryType ogrShape(Shape shape)
{
    return shape == Shape::None ? wkbNone : wkbUnknown;
}

class Writer
{
public:
    Writer(const Contract &contract, const RowTable &table) : m_contract(contract), m_table(table) {}
    Result<> write(const QString &path, const CancelToken &cancel);

private:
    bool makeFields(OGRLayer &layer);
    bool writeRow(OGRLayer &layer, const RowTable::Row &row) const;
    void setField(OGRFeature &feature, int index, FieldType type, const QString &text) const;

    const Contract &m_contract;
    const RowTable &m_table;
    std::vector<int> m_columns; // by field
    OgrMessages m_messages;
};

bool Writer::makeFields(OGRLayer &layer)
{
    m_columns.reserve(m_contract.fields.size());
    for (const contracts::Field &field : m_contract.fields) {
        OGRFieldDefn made(field.name.toUtf8().constData(), ogrType(field.type));
        if (field.type == FieldType::Boolean) {
            made.SetSubType(OFSTBoolean);
        }
        if (layer.CreateField(&made) != OGRERR_NONE) {
            return false;
        }
        m_columns.push_back(contracts::columnOf(field, m_table));
    }
    return true;
}

void Writer::setField(OGRFeature &feature, int index, FieldType type, const QString &text) const
{
    const auto value = text.trimmed().isEmpty() ? std::nullopt : contracts::valueOf(type, text);
    if (!value) {
        feature.SetFieldNull(index);
        return;
    }
    switch (type) {
    case FieldType::Text:
        feature.SetField(index, text.toUtf8().constData());
        break;
    case FieldType::Integer:
        feature.SetField(index, static_cast<GIntBig>(value->toLongLong()));
        break;
    case FieldType::Number:
        feature.SetField(index, value->toDouble());
        break;
    case FieldType::Boolean:
        feature.SetField(index, value->toBool() ? 1 : 0);
        break;
    case FieldType::Date: {
        const QDate date = value->toDate();
        feature.SetField(index, date.year(), date.month(), date.day());
        break;
    }
    case FieldType::Time: {
        const QDateTime time = value->toDateTime().toUTC();
        constexpr int kUtc = 100; // as GDAL counts zones
        const float seconds = static_cast<float>(time.time().second()) + static_cast<float>(time.time().msec()) / 1000;
        feature.SetField(index, time.date().year(), time.date().month(), time.date().day(), time.time().hour(),
                         time.time().minute(), seconds, kUtc);
        break;
    }
    }
}

bool Writer::writeRow(OGRLayer &layer, const RowTable::Row &row) const
{
    OGRFeature feature(layer.GetLayerDefn());
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        setField(feature, static_cast<int>(i), m_contract.fields[i].type, m_table.value(row, m_columns[i]));
    }
    if (m_contract.shape != Shape::None && !row.wkb.isEmpty()) {
        OGRGeometry *geometry = nullptr;
        if (OGRGeometryFactory::createFromWkb(row.wkb.constData(), nullptr, &geometry,
                                              static_cast<size_t>(row.wkb.size())) != OGRERR_NONE) {
            return false;
        }
        feature.SetGeometryDirectly(geometry);
    }
    return layer.CreateFeature(&feature) == OGRERR_NONE;
}

Result<> Writer::write(const QString &path, const CancelToken &cancel)
{
    GDALDriver *driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    const Dataset data(driver == nullptr ? nullptr
                                         : driver->Create(path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
    const std::unique_ptr<OGRSpatialReference> system = crsOf(m_contract.crs);
    OGRLayer *layer = data == nullptr ? nullptr
                                      : data->CreateLayer(m_contract.id.toUtf8().constData(), system.get(),
                                                          ogrShape(m_contract.shape), nullptr);
    if (layer == nullptr || !makeFields(*layer) || layer->StartTransaction() != OGRERR_NONE) {
        return cannotWrite(path, m_messages.last());
    }
    for (const RowTable::Row &row : m_table.rows) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Loading was cancelled."));
        }
        if (!writeRow(*layer, row)) {
            return cannotWrite(path, m_messages.last());
        }
    }
    return layer->CommitTransaction() == OGRERR_NONE ? Result<>() : cannotWrite(path, m_messages.last());
}

} // namespace

Result<> writeDelivery(const Contract &contract, const RowTable &table, const QString &path, const CancelToken &cancel)
{
    prepareOgr();
    const QFileInfo target(path);
    const QTemporaryDir work(target.absoluteDir().filePath(QStringLiteral(".delivery-XXXXXX")));
    if (!work.isValid()) {
        return cannotWrite(path, work.errorString());
    }
    const QString part = work.filePath(QStringLiteral("a.gpkg"));
    LOCI_CHECK(Writer(contract, table).write(part, cancel));
    return QFile::rename(part, path) ? Result<>() : cannotWrite(path, QStringLiteral("rename"));
}

} // namespace loci::formats
