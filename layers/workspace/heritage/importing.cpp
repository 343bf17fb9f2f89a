// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/heritage/importing.h"

#include "layers/formats/heritage/rowplaces.h"
#include "layers/storage/heritage/heritagedata.h"
#include "layers/storage/spatialitedatabase.h"

#include <QCoreApplication>

namespace loci::workspace {

using loci::heritage::Asset;
using loci::heritage::ImportPlan;
using loci::heritage::KnownAssets;
using storage::heritage::HeritageStore;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::HeritageImport)
};

constexpr double kReading = 0.3, kPlacing = 0.5; ///< parts of the work that are done when these begin to end

ProgressFunction part(const ProgressFunction &progress, double from, double to)
{
    if (!progress) {
        return {};
    }
    return [progress, from, to](double done) { progress(from + done * (to - from)); };
}

void append(Findings &to, Findings &&from)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

} // namespace

Result<KnownAssets> knownAssets(const HeritageStore &store, const CancelToken &cancel)
{
    KnownAssets known;
    LOCI_TRY(const QStringList keys, store.keys(QLatin1String(storage::heritage::key::kAsset)));
    for (const QString &key : keys) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("The import was cancelled; nothing was written."));
        }
        LOCI_TRY(auto asset, store.asset(key.mid(static_cast<int>(sizeof storage::heritage::key::kAsset) - 1)));
        if (asset) {
            known.add(std::move(*asset));
        }
    }
    return known;
}

Result<ImportPreview> previewImport(const ImportRequest &request, const CancelToken &cancel,
                                    const ProgressFunction &progress)
{
    formats::RowSource source = request.source;
    if (source.layer.isEmpty()) {
        source.layer = request.mapping.layer;
    }
    if (source.encoding.isEmpty()) {
        source.encoding = request.mapping.encoding;
    }
    if (source.delimiter.isNull() && !request.mapping.delimiter.isEmpty()) {
        source.delimiter = request.mapping.delimiter.front();
    }
    LOCI_TRY(auto rows, formats::readRows(source, cancel, part(progress, 0, kReading)));
    LOCI_TRY(auto places, formats::placeRows(rows.value, request.mapping.place, cancel));
    LOCI_TRY(const auto reigns, storage::heritage::loadReigns());
    const auto open = [&request]() -> Result<std::unique_ptr<storage::Database>> {
        if (request.reader) {
            return request.reader();
        }
        return storage::SpatiaLiteDatabase::open(request.workspacePath, storage::SpatiaLiteDatabase::Mode::ReadOnly);
    };
    LOCI_TRY(const auto database, open());
    const HeritageStore store(*database);
    LOCI_TRY(const KnownAssets known, knownAssets(store, cancel));
    LOCI_TRY(ImportPlan plan, planImport(rows.value, places.value, request.mapping, known, &reigns, cancel,
                                         part(progress, kPlacing, 1)));
    ImportPreview preview;
    preview.format = rows.value.format;
    preview.layer = rows.value.layer;
    preview.encoding = rows.value.encoding;
    preview.delimiter = rows.value.delimiter;
    preview.crs = request.mapping.place.crs.isEmpty() ? rows.value.crs : request.mapping.place.crs;
    preview.layers = rows.value.layers;
    preview.columns = rows.value.columns;
    append(preview.findings, std::move(rows.findings));
    append(preview.findings, std::move(places.findings));
    append(preview.findings, Findings(plan.findings));
    preview.plan = std::move(plan);
    return preview;
}

Result<int> applyImport(Catalogue &catalogue, const ImportPlan &plan, const QString &reason)
{
    for (const loci::heritage::PlannedRecord &record : plan.records) {
        if (!record.isChanged()) {
            continue;
        }
        LOCI_TRY(const auto now, catalogue.store().asset(record.after.id()));
        if (now != record.before) {
            return fail(
                ErrorCode::Invalid,
                Texts::tr("The record “%1” was changed since the preview; nothing was written. Make the preview "
                          "again.")
                    .arg(record.after.name()));
        }
    }
    const std::vector<Asset> assets = plan.toWrite();
    if (assets.empty()) {
        return 0;
    }
    LOCI_CHECK(catalogue.putAll(assets, {}, {}, reason, Texts::tr("Import %1 records").arg(assets.size())));
    return static_cast<int>(assets.size());
}

} // namespace loci::workspace
