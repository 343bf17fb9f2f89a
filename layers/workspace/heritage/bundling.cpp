// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/capturebundle.h"
#include "layers/storage/heritage/heritagedata.h"
#include "layers/workspace/heritage/capture.h"
#include "layers/workspace/heritage/mergememory.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>

namespace loci::workspace {

using formats::BundleDocument;
using formats::CaptureBundle;
using heritage::Action;
using heritage::Asset;
namespace stored = storage::heritage::key;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::HeritageCapture)
};

class Bundler
{
public:
    Bundler(const Catalogue &catalogue, const Workspace &workspace) : m_catalogue(catalogue), m_workspace(workspace) {}

    Result<> addAssets(const QStringList &ids, const CancelToken &cancel)
    {
        for (const QString &id : ids) {
            if (cancel.isCancelled()) {
                return fail(ErrorCode::Cancelled, Texts::tr("The bundle was cancelled."));
            }
            const auto shown = m_catalogue.asset(id);
            LOCI_TRY(const auto whole, m_catalogue.store().asset(id));
            const bool isHidden = !shown || !whole || !m_catalogue.may(Action::ExportData, *whole);
            report.withheld += isHidden || !(*shown == *whole) ? 1 : 0;
            if (isHidden) {
                continue;
            }
            LOCI_CHECK(addDocument(QLatin1String(stored::kAsset) + id, shown->bytes(), !(*shown == *whole)));
            ++report.records;
            addMedia(*shown);
            m_ids << id;
        }
        return {};
    }
    Result<> addZones()
    {
        const QStringList keys = m_workspace.keys(QLatin1String(stored::kZone));
        for (const QString &own : keys) {
            const auto zone = m_catalogue.zone(own.mid(qstrlen(stored::kZone)));
            const QStringList assets = zone ? zone->assets() : QStringList();
            if (std::any_of(assets.begin(), assets.end(), [this](const QString &id) { return m_ids.contains(id); })) {
                LOCI_CHECK(addDocument(own, zone->bytes(), false));
                ++report.zones;
            }
        }
        return {};
    }
    CaptureBundle bundle;
    BundleReport report;

private:
    Result<> addDocument(const QString &key, const QByteArray &bytes, bool isCoarse)
    {
        BundleDocument one;
        one.key = key;
        one.base = bytes;
        one.isCoarse = isCoarse;
        if (!isCoarse) {
            LOCI_TRY(const auto states, m_catalogue.store().history(key));
            for (const auto &state : states) {
                one.ancestors << (state.hash.isEmpty() ? QString() : stateNameOfHash(state.hash));
            }
            one.ancestors << MergeMemory::parse(m_workspace.document(MergeMemory::keyFor(key)).value_or("")).seen;
            one.ancestors.removeAll(QString());
            one.ancestors.removeDuplicates();
            one.ancestors.sort();
        }
        bundle.documents.push_back(std::move(one));
        return {};
    }
    void addMedia(const Asset &asset)
    {
        const auto uses = asset.parts<heritage::MediaUse>();
        for (const heritage::MediaUse &use : uses) {
            if (use.rest.contains(QLatin1String("isWithheld")) || bundle.files.contains(use.sha256)) {
                continue;
            }
            if (m_catalogue.media().contains(use.sha256)) {
                bundle.files.insert(use.sha256, m_catalogue.media().pathOf(use.sha256));
                ++report.media;
            } else {
                report.findings.push_back(
                    {Severity::Warning, QStringLiteral("medium_missing"), asset.id(), use.sha256,
                     Texts::tr("A file of the record “%1” is missing; the bundle goes out without it.")
                         .arg(asset.name())});
            }
        }
    }

    const Catalogue &m_catalogue;
    const Workspace &m_workspace;
    QSet<QString> m_ids;
};

} // namespace

Result<BundleReport> writeBundle(const Catalogue &catalogue, const Workspace &workspace,
                                 const storage::heritage::AssetQuery &query, const QStringList &mapFiles,
                                 const QString &path, const CancelToken &cancel)
{
    LOCI_TRY(const auto profile, storage::heritage::loadProfile(catalogue.profileId()));
    LOCI_TRY(const QStringList ids, catalogue.store().ids(query));
    Bundler bundler(catalogue, workspace);
    LOCI_CHECK(bundler.addAssets(ids, cancel));
    if (bundler.report.records == 0) {
        return fail(ErrorCode::Usage, Texts::tr("No record fits that %1 may take along.").arg(catalogue.person()));
    }
    LOCI_CHECK(bundler.addZones());
    CaptureBundle &bundle = bundler.bundle;
    bundle.id = heritage::newId();
    LOCI_TRY(bundle.catalogue, catalogue.store().origin());
    bundle.person = catalogue.person();
    bundle.created = workspace.clock().nowUtc().toString(Qt::ISODate);
    bundle.mapFiles = mapFiles;
    LOCI_CHECK(formats::writeCaptureBundle(bundle, profile, QLocale().name().left(2), path, cancel));
    return std::move(bundler.report);
}

Result<int> releaseMedia(const Catalogue &catalogue, const QString &bundlePath, const CancelToken &cancel)
{
    LOCI_TRY(const CaptureBundle bundle, formats::readCaptureBundle(bundlePath, cancel));
    int gone = 0;
    for (auto file = bundle.files.constBegin(); file != bundle.files.constEnd(); ++file) {
        if (!catalogue.media().checkFixity({file.key()}, cancel).empty() || cancel.isCancelled()) {
            continue;
        }
        if (!QFile::remove(file.value())) {
            return fail(ErrorCode::NotWritable,
                        Texts::tr("%1 cannot be removed.").arg(QDir::toNativeSeparators(file.value())));
        }
        ++gone;
    }
    return gone;
}

} // namespace loci::workspace
