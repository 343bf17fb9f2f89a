// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/planning/planstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <map>

namespace loci::workspace {

using planning::PlanCase;
using planning::Scenario;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::PlanStore)
};

constexpr char kPackFolder[] = ":/rules/planning";

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<planning::RulePack> packOf(const QByteArray &bytes)
{
    const QString builtIn = QJsonDocument::fromJson(bytes).object()[QLatin1String("builtIn")].toString();
    return builtIn.isEmpty() ? planning::RulePack::fromJson(bytes) : PlanStore::builtInPack(builtIn);
}

class CaseReader
{
public:
    explicit CaseReader(const Workspace &workspace) : m_workspace(workspace) {}

    /// Calls `take` with the id and the bytes of each document; what it cannot read becomes a finding.
    template <class Take>
    void each(const char *prefix, Take take)
    {
        const QStringList keys = m_workspace.keys(QLatin1String(prefix));
        for (const QString &key : keys) {
            const auto bytes = m_workspace.document(key);
            const Result<> taken = take(key.mid(static_cast<qsizetype>(qstrlen(prefix))), bytes.value_or(QByteArray()));
            if (!taken) {
                m_loaded.findings.push_back({Severity::Error,
                                             QStringLiteral("plan_document_unreadable"),
                                             key,
                                             {},
                                             taken.error().message,
                                             m_workspace.name()});
            }
        }
    }
    Loaded<PlanCase> read();

private:
    const Workspace &m_workspace;
    Loaded<PlanCase> m_loaded;
};

Loaded<PlanCase> CaseReader::read()
{
    PlanCase &all = m_loaded.value;
    const QJsonObject settings = m_workspace.json(QLatin1String(key::kPlanSettings));
    all.model = settings[QLatin1String("model")].toString();
    all.day = QDate::fromString(settings[QLatin1String("day")].toString(), Qt::ISODate);
    all.datum = settings[QLatin1String("datum")].toString();
    each(key::kPlanAreas, [&](const QString &id, const QByteArray &bytes) -> Result<> {
        LOCI_TRY(Loaded<planning::PlanLayer> layer, planning::PlanLayer::fromGeoJson(bytes, id));
        m_loaded.findings.insert(m_loaded.findings.end(), layer.findings.begin(), layer.findings.end());
        all.layers.push_back(std::move(layer.value));
        return {};
    });
    each(key::kPlanViews, [&](const QString &, const QByteArray &bytes) -> Result<> {
        LOCI_TRY(planning::ViewSet views, planning::ViewSet::fromJson(bytes));
        all.views.push_back(std::move(views));
        return {};
    });
    each(key::kPlanPack, [&](const QString &, const QByteArray &bytes) -> Result<> {
        LOCI_TRY(planning::RulePack pack, packOf(bytes));
        all.packs.push_back(std::move(pack));
        return {};
    });
    std::map<QString, std::shared_ptr<const planning::PlanBody>> bodies;
    each(key::kPlanBody, [&](const QString &id, const QByteArray &bytes) -> Result<> {
        LOCI_TRY(bodies[id], planning::PlanBody::fromJson(QJsonDocument::fromJson(bytes).object()));
        return {};
    });
    each(key::kPlanScenario, [&](const QString &id, const QByteArray &bytes) -> Result<> {
        LOCI_TRY(Scenario scenario, Scenario::fromJson(id, QJsonDocument::fromJson(bytes).object()));
        for (planning::PlanChange &change : scenario.changes) {
            const auto body = bodies.find(change.bodyId);
            change.attach(body != bodies.end() ? body->second : nullptr);
        }
        all.scenarios.push_back(std::move(scenario));
        return {};
    });
    if (!all.scenarios.empty()) {
        all.current = all.scenarios.front().id;
    }
    return std::move(m_loaded);
}

} // namespace

Loaded<PlanCase> PlanStore::load(const Workspace &workspace)
{
    return CaseReader(workspace).read();
}

QStringList PlanStore::builtInPacks()
{
    QStringList names = QDir(QLatin1String(kPackFolder)).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (QString &name : names) {
        name.chop(5);
    }
    return names;
}

Result<planning::RulePack> PlanStore::builtInPack(const QString &name)
{
    QFile file(QLatin1String(kPackFolder) + QLatin1Char('/') + name + QStringLiteral(".json"));
    if (name.contains(QLatin1Char('/')) || !file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable, Texts::tr("Loci has no rule pack “%1”.").arg(name));
    }
    return planning::RulePack::fromJson(file.readAll());
}

Result<> PlanStore::commit(const QString &key, std::optional<QByteArray> after, const QString &title,
                           const QString &reason)
{
    Command command;
    command.title = title;
    command.changes = {{key, {}, std::move(after)}};
    command.reason = reason;
    return m_workspace.commit(std::move(command));
}

Result<> PlanStore::save(const Scenario &scenario, const QString &title, const QString &reason)
{
    const QString key = QLatin1String(key::kPlanScenario) + scenario.id;
    if (const auto bytes = m_workspace.document(key)) {
        LOCI_TRY(Scenario old, Scenario::fromJson(scenario.id, QJsonDocument::fromJson(*bytes).object()));
        const bool frozen = old.isFrozen();
        old.locked = scenario.locked;
        old.approval = scenario.approval;
        if (frozen && !(old == scenario)) {
            return fail(ErrorCode::Usage,
                        Texts::tr("The scenario “%1” is locked; branch from it to go on.").arg(scenario.name));
        }
    }
    return commit(key, bytesOf(scenario.toJson()), title, reason);
}

Result<> PlanStore::save(const Scenario &scenario, const planning::PlanBody &body, const QString &title)
{
    Command command;
    command.title = title;
    command.changes = {{QLatin1String(key::kPlanBody) + body.id(), {}, bytesOf(body.toJson())},
                       {QLatin1String(key::kPlanScenario) + scenario.id, {}, bytesOf(scenario.toJson())}};
    return m_workspace.commit(std::move(command));
}

Result<> PlanStore::remove(const QString &scenarioId, const QString &title)
{
    const PlanCase all = load(m_workspace).value;
    for (const Scenario &other : all.scenarios) {
        if (other.parent == scenarioId) {
            return fail(ErrorCode::Usage,
                        Texts::tr("The scenario “%1” branches from it; remove that one first.").arg(other.name));
        }
    }
    return commit(QLatin1String(key::kPlanScenario) + scenarioId, std::nullopt, title);
}

Result<> PlanStore::approve(const QString &scenarioId, const QString &by, const QString &reason, const QDateTime &at)
{
    const PlanCase all = load(m_workspace).value;
    const Scenario *known = planning::findScenario(all.scenarios, scenarioId);
    if (known == nullptr || by.trimmed().isEmpty()) {
        return fail(ErrorCode::Usage, known == nullptr
                                          ? Texts::tr("There is no scenario “%1”.").arg(scenarioId)
                                          : Texts::tr("An approval needs the name of the person who gives it."));
    }
    Scenario approved = *known;
    approved.locked = true;
    approved.approval = Scenario::Approval{by.trimmed(), reason, at};
    return save(approved, Texts::tr("Approve the scenario “%1”, by %2").arg(approved.name, by.trimmed()), reason);
}

Result<> PlanStore::setDay(const QDate &day)
{
    QJsonObject settings = m_workspace.json(QLatin1String(key::kPlanSettings));
    settings.insert(QStringLiteral("day"), day.toString(Qt::ISODate));
    return commit(QLatin1String(key::kPlanSettings), bytesOf(settings),
                  Texts::tr("Check rules as of %1").arg(day.toString(Qt::ISODate)));
}

Result<> PlanStore::putViews(const QString &id, const QByteArray &json, const QString &title)
{
    LOCI_CHECK(planning::ViewSet::fromJson(json));
    return commit(QLatin1String(key::kPlanViews) + id, json, title);
}

Result<> PlanStore::putView(const QString &id, const std::optional<planning::ProtectedView> &view, EpsgCode crs,
                            const QString &title)
{
    Command command;
    command.title = title;
    const QString own = QLatin1String(key::kPlanViews) + id;
    for (const QString &key : m_workspace.keys(QLatin1String(key::kPlanViews))) {
        QJsonObject set = m_workspace.json(key);
        QJsonArray kept;
        for (const QJsonValue &one : set[QLatin1String("views")].toArray()) {
            if (one[QLatin1String("id")].toString() != id) {
                kept << one;
            }
        }
        set.insert(QStringLiteral("views"), kept);
        if (key != own || !view) {
            command.changes.push_back({key, {}, kept.isEmpty() ? std::nullopt : std::optional(bytesOf(set))});
        }
    }
    if (view) {
        QJsonObject set{{QStringLiteral("views"), QJsonArray{view->toJson()}}};
        if (crs.isKnown()) {
            set.insert(QStringLiteral("crs"), QStringLiteral("EPSG:%1").arg(crs.value()));
        }
        LOCI_CHECK(planning::ViewSet::fromJson(bytesOf(set)));
        command.changes.push_back({own, {}, bytesOf(set)});
    }
    return m_workspace.commit(std::move(command));
}

Result<> PlanStore::putAreas(const QString &id, const QByteArray &geoJson, const QString &title)
{
    LOCI_CHECK(planning::PlanLayer::fromGeoJson(geoJson, id));
    return commit(QLatin1String(key::kPlanAreas) + id, geoJson, title);
}

Result<> PlanStore::putPack(const QString &id, const QByteArray &json, const QString &title)
{
    LOCI_CHECK(packOf(json));
    return commit(QLatin1String(key::kPlanPack) + id, json, title);
}

Result<> PlanStore::removeDocument(const QString &key, const QString &title)
{
    return commit(key, std::nullopt, title);
}

std::vector<planning::SitePhoto> PlanStore::photos(const Workspace &workspace)
{
    std::vector<planning::SitePhoto> all;
    for (const QString &key : workspace.keys(QLatin1String(key::kPlanPhoto))) {
        const QString id = key.mid(static_cast<qsizetype>(qstrlen(key::kPlanPhoto)));
        if (auto photo = planning::SitePhoto::fromJson(id, workspace.json(key))) {
            all.push_back(std::move(*photo));
        }
    }
    return all;
}

Result<> PlanStore::putPhoto(const planning::SitePhoto &photo, const QString &title)
{
    return commit(QLatin1String(key::kPlanPhoto) + photo.id, bytesOf(photo.toJson()), title);
}

QString PlanStore::freeId(const char *prefix, const QString &pattern) const
{
    const QStringList keys = m_workspace.keys(QLatin1String(prefix));
    int number = 1;
    while (keys.contains(QLatin1String(prefix) + pattern.arg(number))) {
        ++number;
    }
    return pattern.arg(number);
}

QString PlanStore::freeScenarioId() const
{
    return freeId(key::kPlanScenario, QStringLiteral("s%1"));
}

QString PlanStore::freePhotoId() const
{
    return freeId(key::kPlanPhoto, QStringLiteral("p%1"));
}

} // namespace loci::workspace
