// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/city/modelcheck.h"

#include "layers/domain/city/validation.h"
#include "layers/formats/export/exportmodel.h"
#include "widgets/common/resources.h"

#include <QFile>
#include <QFileInfo>
#include <iterator>

namespace loci::widgets {

namespace {

QByteArray rule(const QString &name)
{
    initLociResources();
    QFile file(QStringLiteral(":/rules/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool hasTerrain(const city::CityModel &model)
{
    return model.typeNames.find("TINRelief") != city::StringPool::kNotFound;
}

} // namespace

/// What a worker gets.
struct ModelCheck::Job
{
    city::CityModelPtr model, terrain; ///< `terrain`: another model, when this one has none
    QString source;
    QByteArray heightRules;
    formats::CrsHints hints;
};

ModelCheck::ModelCheck(CityLibrary &cities, workspace::TaskRunner &tasks, Place place, QObject *parent)
    : QObject(parent)
    , m_cities(cities)
    , m_tasks(tasks)
    , m_place(std::move(place))
{
    connect(&m_cities, &CityLibrary::modelRemoved, this, [this](const QString &id) { m_verdicts.erase(id); });
}

QString ModelCheck::sourceName(const QString &modelName)
{
    return tr("Check of %1").arg(modelName);
}

Result<ModelCheck::Verdict> ModelCheck::run(const Job &job, const CancelToken &cancel, const ProgressFunction &progress)
{
    const auto part = [&progress](double from, double share) {
        return [progress, from, share](double done) {
            if (progress) {
                progress(from + share * done);
            }
        };
    };
    Verdict verdict;
    verdict.model = job.model;
    LOCI_TRY(verdict.findings, city::validate(*job.model, {}, cancel, part(0, 0.7)));
    LOCI_TRY(const city::HeightRules rules, city::HeightRules::fromJson(job.heightRules));
    city::TerrainSampler sampler;
    city::TerrainSurface surface;
    if (job.terrain != nullptr) {
        LOCI_TRY(surface, city::TerrainSurface::of(*job.terrain, cancel));
        sampler = [&surface](const Vec2 &place) { return surface.heightAt(place); };
    }
    LOCI_TRY(verdict.heights, city::checkHeights(*job.model, rules, sampler, cancel, part(0.7, 0.25)));
    LOCI_TRY(verdict.crs, formats::guessCrs(job.model->extent, job.model->crs, job.hints, cancel));
    for (Findings more : {verdict.heights.findings(*job.model), verdict.crs.findings(*job.model)}) {
        std::move(more.begin(), more.end(), std::back_inserter(verdict.findings));
    }
    Finding note{Severity::Info, QStringLiteral("not_checked"), {}, {}, city::uncheckedSentence()};
    verdict.findings.push_back(std::move(note));
    for (Finding &finding : verdict.findings) {
        finding.source = job.source;
    }
    return verdict;
}

void ModelCheck::check(const QString &id)
{
    const CityEntry *entry = m_cities.entry(id);
    if (entry == nullptr || entry->model == nullptr) {
        return;
    }
    Job job{entry->model, nullptr, sourceName(entry->name), rule(QStringLiteral("heights.json")), {}};
    job.hints.likely = formats::CrsHints::likelyFromJson(rule(QStringLiteral("crs-candidates.json")));
    job.hints.near = m_place ? m_place() : std::nullopt;
    for (const CityEntry &other : m_cities.entries()) {
        const bool fits = other.model != nullptr && other.id != id && other.model->crs == entry->model->crs;
        if (fits && !hasTerrain(*entry->model) && hasTerrain(*other.model)) {
            job.terrain = other.model;
        }
    }
    m_tasks.run(
        this, tr("Check %1").arg(entry->name),
        [job](const CancelToken &cancel, const ProgressFunction &progress) { return run(job, cancel, progress); },
        [this, id](Result<Verdict> verdict) {
            if (!verdict) {
                if (verdict.error().code != ErrorCode::Cancelled) {
                    emit failed(verdict.error().message);
                }
                return;
            }
            m_verdicts[id] = std::move(*verdict);
            emit checked(id, m_verdicts[id].findings);
        });
}

void ModelCheck::checkAll()
{
    for (const CityEntry &entry : m_cities.entries()) {
        check(entry.id);
    }
}

const ModelCheck::Verdict *ModelCheck::verdict(const QString &id) const
{
    const auto found = m_verdicts.find(id);
    const CityEntry *entry = m_cities.entry(id);
    return found == m_verdicts.end() || entry == nullptr || found->second.model != entry->model ? nullptr
                                                                                                : &found->second;
}

bool ModelCheck::canMendHeights(const QString &id) const
{
    const Verdict *known = verdict(id);
    return known != nullptr && known->heights.offset.has_value();
}

void ModelCheck::mendHeights(const QString &id)
{
    if (!canMendHeights(id)) {
        return;
    }
    const double dz = verdict(id)->heights.offset->dz;
    city::ModelAdjustment adjustment = m_cities.entry(id)->adjustment;
    adjustment.dz += dz;
    m_cities.adjust(id, tr("Show %1 with corrected heights").arg(m_cities.entry(id)->name), adjustment);
}

bool ModelCheck::canWriteCorrected(const QString &id) const
{
    const Verdict *known = verdict(id);
    return known != nullptr && known->heights.proposesFixes();
}

void ModelCheck::writeCorrected(const QString &id, const QString &path)
{
    const Verdict *known = verdict(id);
    const auto format = formats::exportFormatOf(path);
    if (known == nullptr || !format) {
        emit failed(tr("The name %1 does not tell a format; let it end in .city.json.").arg(path));
        return;
    }
    if (QFileInfo(path).canonicalFilePath() == QFileInfo(m_cities.entry(id)->path).canonicalFilePath()) {
        emit failed(tr("The corrected copy needs another name than the model's own file."));
        return;
    }
    if (m_cities.entry(id)->adjustment.webDatum != geodesy::WebDatum::None) {
        emit failed(tr("A model that is marked as %1 is corrected for what is shown only; nothing of that is written.")
                        .arg(geodesy::webDatumName(m_cities.entry(id)->adjustment.webDatum)));
        return;
    }
    m_tasks.run(
        this, tr("Write a corrected copy of %1").arg(m_cities.entry(id)->name),
        [model = known->model, heights = known->heights, path, format = *format](const CancelToken &cancel,
                                                                                 const ProgressFunction &progress) {
            formats::ExportRequest request;
            request.format = format;
            request.path = path;
            request.options.cancel = cancel;
            request.options.progress = progress;
            return formats::exportModel(*heights.corrected(*model), request);
        },
        [this, path](const Result<formats::ExportReport> &report) {
            if (report) {
                emit written(path);
            } else if (report.error().code != ErrorCode::Cancelled) {
                emit failed(report.error().message);
            }
        });
}

bool ModelCheck::canTakeCandidate(const QString &id) const
{
    const Verdict *known = verdict(id);
    return known != nullptr && !known->crs.candidates.empty();
}

void ModelCheck::takeCandidate(const QString &id, std::size_t number)
{
    const Verdict *known = verdict(id);
    if (known == nullptr || number >= known->crs.candidates.size()) {
        return;
    }
    const formats::CrsCandidate &candidate = known->crs.candidates[number];
    city::ModelAdjustment adjustment = m_cities.entry(id)->adjustment;
    adjustment.crs = candidate.crs;
    adjustment.swapAxes = adjustment.swapAxes != candidate.swapAxes;
    adjustment.unit *= candidate.unit;
    m_cities.adjust(id, tr("Take %1 to be in %2").arg(m_cities.entry(id)->name, candidate.name), adjustment);
}

} // namespace loci::widgets
