// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/city/citylibrary.h"

#include "layers/base/logging.h"
#include "layers/base/settings.h"
#include "layers/formats/webdatumplace.h"
#include "layers/workspace/modelfetch.h"
#include "layers/workspace/paths.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QUuid>

namespace loci::widgets {

using workspace::Change;
using workspace::Command;

namespace {

/// This user's own number: kept models that were written with another one are not trusted.
const Setting<qulonglong> kCacheKey{"city/cacheKey", 0};

constexpr std::uint64_t kWorthKeeping = 1 << 20; // bytes of the source: below this reading takes no time

QString keyOf(const QString &id)
{
    return QLatin1String(workspace::key::kCityModelPrefix) + id;
}

QString idOf(const QString &key)
{
    return key.mid(static_cast<qsizetype>(qstrlen(workspace::key::kCityModelPrefix)));
}

} // namespace

CityEntry cityEntryOf(const workspace::Workspace &workspace, const QString &key)
{
    const QJsonObject json = workspace.json(key);
    CityEntry entry;
    entry.id = idOf(key);
    entry.name = json.value(QLatin1String("name")).toString(entry.id);
    entry.path = workspace::resolvedPath(workspace.path(), json.value(QLatin1String("path")).toString());
    entry.visible = json.value(QLatin1String("visible")).toBool(true);
    entry.opacity = json.value(QLatin1String("opacity")).toDouble(1);
    entry.lod = json.value(QLatin1String("lod")).toString();
    entry.colourBy = json.value(QLatin1String("colourBy")).toString();
    entry.colourScale = json.value(QLatin1String("colourScale")).toString();
    entry.heights = city::heightReferenceFromKey(json.value(QLatin1String("heights")).toString());
    entry.adjustment.dz = json.value(QLatin1String("heightOffset")).toDouble();
    entry.adjustment.crs = EpsgCode(json.value(QLatin1String("crs")).toInt());
    entry.adjustment.swapAxes = json.value(QLatin1String("swapAxes")).toBool();
    entry.adjustment.webDatum = geodesy::webDatumFromKey(json.value(QLatin1String("webDatum")).toString());
    const double unit = json.value(QLatin1String("unit")).toDouble(1);
    entry.adjustment.unit = unit > 0 ? unit : 1;
    return entry;
}

CityLibrary::CityLibrary(workspace::TaskRunner &tasks, QObject *parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_scope(std::make_unique<QObject>())
{}

void CityLibrary::setWorkspace(workspace::Workspace *workspace)
{
    if (m_workspace != nullptr) {
        m_workspace->disconnect(this);
    }
    m_scope = std::make_unique<QObject>();
    const std::map<QString, CityEntry> old = std::exchange(m_entries, {});
    m_fresh.clear();
    m_workspace = workspace;
    for (const auto &[id, entry] : old) {
        emit modelRemoved(id);
    }
    if (m_workspace != nullptr) {
        connect(m_workspace, &workspace::Workspace::changed, this, &CityLibrary::onDocumentsChanged);
        onDocumentsChanged(m_workspace->keys(QLatin1String(workspace::key::kCityModelPrefix)));
    }
    emit entriesChanged();
}

formats::CacheFolder CityLibrary::cacheFolder() const
{
    if (kCacheKey.value() == 0) {
        kCacheKey.set(QRandomGenerator::system()->generate64() | 1U);
    }
    const QString users = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    return formats::CacheFolder::forWorkspace(m_workspace != nullptr ? m_workspace->path() : QString(),
                                              users + QStringLiteral("/models"), kCacheKey.value());
}

Result<CityLibrary::ReadResult> CityLibrary::read(const QString &path, const formats::CacheFolder &folder,
                                                  const city::ModelAdjustment &adjustment, const CancelToken &cancel,
                                                  const ProgressFunction &progress)
{
    LOCI_TRY(formats::OpenedModel opened, formats::openModel(path, folder, cancel, progress));
    const city::CityModelPtr source = opened.loaded.value;
    LOCI_TRY(const city::CityModelPtr model, formats::shownModel(source, adjustment, cancel));
    std::vector<city::Footprint> outlines;
    if (model == source && opened.footprints) {
        outlines = *opened.footprints;
    } else {
        LOCI_TRY(outlines, city::footprints(*model, cancel));
    }
    ReadResult result{source, model, std::move(outlines), opened.loaded.findings, nullptr};
    if (opened.readFrom && (opened.readFrom->bytes >= kWorthKeeping || source->memoryBytes() >= 4 * kWorthKeeping)) {
        if (model == source) {
            opened.footprints = std::make_shared<const std::vector<city::Footprint>>(result.footprints);
        }
        result.toKeep = std::make_shared<const formats::OpenedModel>(std::move(opened));
    }
    return result;
}

void CityLibrary::keepInBackground(const ReadResult &result)
{
    if (!result.toKeep) {
        return;
    }
    m_tasks.run(
        m_scope.get(), tr("Prepare %1 for quick opening").arg(QFileInfo(result.model->sourcePath).fileName()),
        [opened = result.toKeep, folder = cacheFolder()](const CancelToken &cancel, const ProgressFunction &) {
            (void)formats::keepModel(*opened, folder, cancel); // what went wrong is in the log; nothing is lost
            return Result<>();
        },
        [](const Result<> &) {});
}

void CityLibrary::addModel(const QString &path)
{
    readInBackground(newId(path), QFileInfo(path).absoluteFilePath(), true);
}

void CityLibrary::readInBackground(const QString &id, const QString &path, bool addWhenRead)
{
    const QString title = tr("Open %1").arg(QFileInfo(path).fileName());
    const auto known = m_entries.find(id);
    const city::ModelAdjustment adjustment =
        known == m_entries.end() ? city::ModelAdjustment() : known->second.adjustment;
    m_tasks.run(
        m_scope.get(), title,
        [path, adjustment, folder = cacheFolder(), find = m_workspace ? workspace::modelFinder(*m_workspace) : nullptr](
            const CancelToken &cancel, const ProgressFunction &progress) -> Result<ReadResult> {
            LOCI_TRY(const QString file, find ? find(path, cancel) : Result<QString>(path));
            return read(file, folder, adjustment, cancel, progress);
        },
        [this, id, path, addWhenRead, adjustment](Result<ReadResult> result) {
            if (!addWhenRead) {
                take(id, std::move(result));
                const CityEntry *now = entry(id);
                if (now != nullptr && now->source != nullptr && now->adjustment != adjustment) {
                    adjustInBackground(id); // it was changed while the file was read
                }
                return;
            }
            if (!result) {
                if (result.error().code != ErrorCode::Cancelled) {
                    emit failed(result.error().message);
                }
                return;
            }
            m_fresh[id] = std::move(*result);
            CityEntry entry;
            entry.id = id;
            entry.path = path;
            entry.name = QFileInfo(path).fileName().section(QLatin1Char('.'), 0, 0);
            store(tr("Add city model %1").arg(entry.name), entry);
        });
}

void CityLibrary::adjustInBackground(const QString &id)
{
    const CityEntry &entry = m_entries[id];
    m_tasks.run(
        m_scope.get(), tr("Adjust %1").arg(entry.name),
        [source = entry.source, adjustment = entry.adjustment](const CancelToken &cancel,
                                                               const ProgressFunction &) -> Result<ReadResult> {
            LOCI_TRY(const city::CityModelPtr model, formats::shownModel(source, adjustment, cancel));
            LOCI_TRY(auto outlines, city::footprints(*model, cancel));
            return ReadResult{source, model, std::move(outlines), {}, nullptr};
        },
        [this, id, adjustment = entry.adjustment](Result<ReadResult> result) {
            const auto found = m_entries.find(id);
            if (found != m_entries.end() && found->second.adjustment == adjustment) { // else a later one is under way
                take(id, std::move(result));
            }
        });
}

void CityLibrary::take(const QString &id, Result<ReadResult> result)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end()) {
        return; // removed while it was read
    }
    CityEntry &entry = found->second;
    entry.loading = false;
    if (!result) {
        entry.problem = result.error().message;
        if (result.error().code != ErrorCode::Cancelled) {
            emit findingsReported({Finding{Severity::Error, QStringLiteral("source_not_readable"), entry.name,
                                           entry.path, result.error().message, entry.name}});
        }
    } else {
        entry.problem.clear();
        entry.source = result->source;
        entry.model = result->model;
        entry.footprints = std::move(result->footprints);
        for (Finding &finding : result->findings) {
            finding.source = entry.name;
            finding.placeCrs = entry.model->crs;
        }
        if (!result->findings.empty()) {
            emit findingsReported(result->findings);
        }
        emit modelLoaded(id);
        keepInBackground(*result);
    }
    emit entriesChanged();
}

void CityLibrary::onDocumentsChanged(const QStringList &keys)
{
    bool any = false;
    for (const QString &key : keys) {
        if (!key.startsWith(QLatin1String(workspace::key::kCityModelPrefix))) {
            continue;
        }
        any = true;
        const QString id = idOf(key);
        if (!m_workspace->document(key)) {
            m_entries.erase(id);
            emit modelRemoved(id);
            continue;
        }
        CityEntry stored = cityEntryOf(*m_workspace, key);
        CityEntry &entry = m_entries[id];
        const bool otherFile = entry.path != stored.path;
        const bool otherwiseTaken = !otherFile && entry.source != nullptr && entry.adjustment != stored.adjustment;
        stored.source = otherFile ? nullptr : entry.source;
        stored.model = otherFile ? nullptr : entry.model;
        stored.footprints = otherFile ? std::vector<city::Footprint>() : std::move(entry.footprints);
        stored.problem = otherFile ? QString() : entry.problem;
        stored.loading = otherFile || entry.loading;
        entry = std::move(stored);
        if (otherwiseTaken) {
            adjustInBackground(id);
        }
        const bool mayBeThereNow = !entry.problem.isEmpty() && !entry.loading; // another desk put it onto the server
        if (mayBeThereNow && m_workspace->isShared()) {
            reload(id);
        }
        if (!otherFile) {
            continue;
        }
        if (auto fresh = m_fresh.extract(id)) {
            take(id, std::move(fresh.mapped()));
        } else {
            readInBackground(id, entry.path, false);
        }
    }
    if (any) {
        emit entriesChanged();
    }
}

void CityLibrary::store(const QString &title, const CityEntry &entry)
{
    if (m_workspace == nullptr) {
        return;
    }
    QJsonObject json{{QStringLiteral("id"), entry.id},
                     {QStringLiteral("name"), entry.name},
                     {QStringLiteral("path"), workspace::storedPath(m_workspace->path(), entry.path)},
                     {QStringLiteral("visible"), entry.visible},
                     {QStringLiteral("opacity"), entry.opacity},
                     {QStringLiteral("lod"), entry.lod},
                     {QStringLiteral("colourBy"), entry.colourBy}};
    const auto unless = [&json](const char *name, const QJsonValue &value, bool isUsual) {
        if (!isUsual) { // documents of models that are taken as they are stay as they always were
            json.insert(QLatin1String(name), value);
        }
    };
    const city::ModelAdjustment &adjustment = entry.adjustment;
    unless("colourScale", entry.colourScale, entry.colourScale.isEmpty());
    unless("heights", city::heightReferenceKey(entry.heights), entry.heights == city::HeightReference::Unknown);
    unless("heightOffset", adjustment.dz, adjustment.dz == 0);
    unless("crs", adjustment.crs.value(), !adjustment.crs.isKnown());
    unless("webDatum", geodesy::webDatumKey(adjustment.webDatum), adjustment.webDatum == geodesy::WebDatum::None);
    unless("swapAxes", true, !adjustment.swapAxes);
    unless("unit", adjustment.unit, adjustment.unit == 1);
    const Result<> stored = m_workspace->commit(
        Command{title, {Change{keyOf(entry.id), std::nullopt, QJsonDocument(json).toJson(QJsonDocument::Compact)}}});
    if (!stored) {
        emit failed(stored.error().message);
    }
}

void CityLibrary::edit(const QString &id, const QString &title, const std::function<void(CityEntry &)> &change)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end()) {
        return;
    }
    CityEntry entry = found->second;
    change(entry);
    store(title, entry);
}

void CityLibrary::removeModel(const QString &id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end() || m_workspace == nullptr) {
        return;
    }
    const Result<> stored = m_workspace->commit(
        Command{tr("Remove city model %1").arg(found->second.name), {Change{keyOf(id), std::nullopt, std::nullopt}}});
    if (!stored) {
        emit failed(stored.error().message);
    }
}

void CityLibrary::rename(const QString &id, const QString &name)
{
    edit(id, tr("Rename city model to %1").arg(name), [&name](CityEntry &entry) { entry.name = name; });
}

void CityLibrary::setVisible(const QString &id, bool visible)
{
    const CityEntry *current = entry(id);
    const QString name = current != nullptr ? current->name : QString();
    edit(id, visible ? tr("Show %1").arg(name) : tr("Hide %1").arg(name),
         [visible](CityEntry &entry) { entry.visible = visible; });
}

void CityLibrary::setOpacity(const QString &id, double opacity)
{
    edit(id, tr("Change opacity"), [opacity](CityEntry &entry) { entry.opacity = opacity; });
}

void CityLibrary::setAppearance(const QString &id, const QString &lod, const QString &colourBy,
                                const QString &colourScale)
{
    edit(id, tr("Change how the model is drawn"), [&lod, &colourBy, &colourScale](CityEntry &entry) {
        entry.colourScale = colourScale;
        entry.lod = lod;
        entry.colourBy = colourBy;
    });
}

void CityLibrary::setHeightReference(const QString &id, city::HeightReference reference)
{
    edit(id, tr("Declare what the heights count from"), [reference](CityEntry &entry) { entry.heights = reference; });
}

void CityLibrary::adjust(const QString &id, const QString &title, const city::ModelAdjustment &adjustment)
{
    edit(id, title, [&adjustment](CityEntry &entry) { entry.adjustment = adjustment; });
}

void CityLibrary::repair(const QString &id, const QString &path)
{
    edit(id, tr("Repair the path of a city model"), [&path](CityEntry &entry) { entry.path = path; });
}

void CityLibrary::reload(const QString &id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end() || found->second.loading) {
        return;
    }
    found->second.loading = true;
    readInBackground(id, found->second.path, false);
    emit entriesChanged();
}

std::vector<CityEntry> CityLibrary::entries() const
{
    std::vector<CityEntry> list;
    list.reserve(m_entries.size());
    for (const auto &[id, entry] : m_entries) {
        list.push_back(entry);
    }
    return list;
}

const CityEntry *CityLibrary::entry(const QString &id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second;
}

bool CityLibrary::isLoading() const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [](const auto &item) { return item.second.loading; });
}

QString CityLibrary::newId(const QString &path) const
{
    // Sortable by creation, readable in the database, unique in the workspace.
    const QString base = QFileInfo(path).fileName().section(QLatin1Char('.'), 0, 0).left(24);
    return QStringLiteral("%1-%2-%3")
        .arg(m_entries.size(), 3, 10, QLatin1Char('0'))
        .arg(base, QUuid::createUuid().toString(QUuid::Id128).left(8));
}

} // namespace loci::widgets
