// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/heritagedesk.h"

#include "layers/base/logging.h"
#include "layers/map/report/recordtext.h"
#include "layers/storage/heritage/heritagedata.h"
#include "layers/workspace/heritage/thesauri.h"
#include "layers/workspace/presence.h"

#include <QJsonDocument>

namespace loci::widgets {

namespace sh = storage::heritage;
using workspace::Workspace;

namespace {

constexpr int kFoundRecords = 60;

QString idIn(const QString &key, const char *prefix)
{
    return key.startsWith(QLatin1String(prefix)) ? key.mid(static_cast<qsizetype>(qstrlen(prefix))) : QString();
}

struct Imported
{
    std::vector<sh::MediumFacts> facts;
    QStringList refused;
};

} // namespace

HeritageDesk::HeritageDesk(workspace::TaskRunner &tasks, QObject *parent) : QObject(parent), m_tasks(tasks)
{
    if (auto reigns = sh::loadReigns()) {
        m_reigns = std::make_shared<const heritage::ReignTable>(std::move(*reigns));
    } else {
        qCWarning(logUi) << "Eras cannot be read:" << reigns.error().message << reigns.error().detail;
    }
}

HeritageDesk::~HeritageDesk() = default;

void HeritageDesk::setWorkspace(Workspace *workspace)
{
    const QString person = m_catalogue != nullptr ? m_catalogue->person() : QString();
    if (m_workspace != nullptr) {
        m_workspace->disconnect(this);
    }
    m_catalogue.reset();
    m_shelf.reset();
    m_workspace = workspace;
    m_zonesByAsset.clear();
    m_zonesKnown = false;
    m_grades.reset();
    if (workspace != nullptr) {
        m_catalogue = std::make_unique<workspace::Catalogue>(*workspace);
        m_shelf = std::make_unique<workspace::ConceptShelf>(*workspace);
        if (!person.isEmpty()) {
            m_catalogue->setPerson(person);
        }
        connect(workspace, &Workspace::changed, this, &HeritageDesk::onChanged);
        if (const workspace::Presence *presence = workspace->presence()) {
            connect(presence, &workspace::Presence::changed, this, &HeritageDesk::editorsChanged);
        }
        connect(workspace, &QObject::destroyed, this, [this] {
            m_workspace = nullptr;
            m_shelf.reset();
            m_catalogue.reset();
        });
    }
    readProfile();
    emit opened();
}

void HeritageDesk::retranslate()
{
    emit retranslated();
}

workspace::Workspace::Reader HeritageDesk::reader() const
{
    return m_workspace->reader();
}

bool HeritageDesk::isReadOnly() const
{
    return m_workspace == nullptr || m_workspace->isReadOnly();
}

void HeritageDesk::readProfile()
{
    m_profile = nullptr;
    if (m_catalogue == nullptr) {
        return;
    }
    auto profile = sh::loadProfile(m_catalogue->profileId());
    if (!profile) {
        emit failed(profile.error().message);
        return;
    }
    m_profile = std::make_shared<const heritage::Profile>(std::move(*profile));
}

FormContext HeritageDesk::formContext() const
{
    FormContext context;
    context.profile = m_profile;
    context.reigns = m_reigns;
    context.language = dataLanguage();
    context.concepts = [this](const QString &scheme) {
        return m_shelf != nullptr ? m_shelf->terms(scheme, dataLanguage()) : nullptr;
    };
    context.records = [this](const QString &text) {
        std::vector<std::pair<QString, QString>> found;
        if (m_catalogue == nullptr) {
            return found;
        }
        sh::AssetQuery query;
        query.text = text;
        if (const auto page = m_catalogue->search(query, 0, kFoundRecords)) {
            found.reserve(page->rows.size());
            for (const sh::AssetRow &row : page->rows) {
                found.emplace_back(row.facts.id, row.facts.name);
            }
        }
        return found;
    };
    context.recordName = [this](const QString &id) {
        const auto record = asset(id);
        return record ? nameOf(*record) : QString();
    };
    return context;
}

QString HeritageDesk::labelOf(const QString &vocabulary, const QString &code) const
{
    const heritage::Vocabulary *list = m_profile != nullptr ? m_profile->vocabulary(vocabulary) : nullptr;
    const heritage::Choice *choice = list != nullptr ? list->find(code) : nullptr;
    return choice != nullptr ? choice->label.in(dataLanguage()) : code;
}

QString HeritageDesk::person() const
{
    return m_catalogue != nullptr ? m_catalogue->person() : QString();
}

void HeritageDesk::setPerson(const QString &person)
{
    if (m_catalogue != nullptr && person != m_catalogue->person()) {
        m_catalogue->setPerson(person);
        emit personChanged();
    }
}

bool HeritageDesk::may(heritage::Action action, const heritage::Asset &asset) const
{
    const bool coarse = asset.json().contains(QLatin1String("isCoarse")); // shown without its exact place
    return !isReadOnly() && m_catalogue->may(action, asset) && !(coarse && action == heritage::Action::Edit);
}

QStringList HeritageDesk::gradesInUse() const
{
    if (!m_grades && m_catalogue != nullptr) {
        QStringList grades;
        if (const auto counts = m_catalogue->facetCounts({})) {
            for (const sh::FacetValue &value : counts->value(sh::Facet::Grade)) {
                if (!value.value.isEmpty()) {
                    grades << value.value;
                }
            }
        }
        grades.sort();
        m_grades = grades;
    }
    return m_grades.value_or(QStringList());
}

std::optional<heritage::Asset> HeritageDesk::asset(const QString &id) const
{
    return m_catalogue != nullptr && !id.isEmpty() ? m_catalogue->asset(id) : std::nullopt;
}

QString HeritageDesk::nameOf(const heritage::Asset &asset) const
{
    const bool chinese = dataLanguage() == QLatin1String("zh");
    const QString name = asset.name(chinese ? QStringList{QStringLiteral("zh"), QStringLiteral("en")}
                                            : QStringList{QStringLiteral("en"), QStringLiteral("zh")});
    return name.isEmpty() ? tr("Without a name") : name;
}

QString HeritageDesk::valueText(const heritage::Asset &asset, const QString &path) const
{
    const QString text =
        m_profile != nullptr ? map::valueText(asset, *m_profile, path, dataLanguage()) : asset.text(path);
    return text.isEmpty() ? tr("not known") : text;
}

void HeritageDesk::readZones()
{
    m_zonesByAsset.clear();
    m_zonesKnown = true;
    const QStringList keys = m_workspace->keys(QLatin1String(sh::key::kZone));
    for (const QString &key : keys) {
        const QString id = idIn(key, sh::key::kZone);
        if (const auto zone = m_catalogue->zone(id)) {
            for (const QString &asset : zone->assets()) {
                m_zonesByAsset[asset] << id;
            }
        }
    }
}

std::vector<heritage::Zone> HeritageDesk::zonesOf(const QString &assetId) const
{
    std::vector<heritage::Zone> zones;
    if (m_catalogue == nullptr) {
        return zones;
    }
    if (!m_zonesKnown) {
        const_cast<HeritageDesk *>(this)->readZones(); // NOLINT(cppcoreguidelines-pro-type-const-cast): a cache
    }
    for (const QString &id : m_zonesByAsset.value(assetId)) {
        if (auto zone = m_catalogue->zone(id)) {
            zones.push_back(std::move(*zone));
        }
    }
    return zones;
}

QStringList HeritageDesk::assetIds() const
{
    const auto ids = m_catalogue != nullptr ? m_catalogue->store().ids({}) : Result<QStringList>();
    return ids ? *ids : QStringList();
}

QStringList HeritageDesk::zoneIds() const
{
    QStringList ids;
    if (m_workspace != nullptr) {
        for (const QString &key : m_workspace->keys(QLatin1String(sh::key::kZone))) {
            ids << idIn(key, sh::key::kZone);
        }
    }
    return ids;
}

std::vector<SavedSearch> HeritageDesk::savedSearches() const
{
    std::vector<SavedSearch> searches;
    if (m_workspace == nullptr) {
        return searches;
    }
    const QStringList keys = m_workspace->keys(QLatin1String(sh::key::kSearch));
    searches.reserve(static_cast<std::size_t>(keys.size()));
    for (const QString &key : keys) {
        const QJsonObject json = m_workspace->json(key);
        searches.push_back({idIn(key, sh::key::kSearch), json.value(QLatin1String("name")).toString(),
                            sh::AssetQuery::fromJson(json.value(QLatin1String("query")).toObject())});
    }
    std::sort(searches.begin(), searches.end(), [](const SavedSearch &a, const SavedSearch &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return searches;
}

QString HeritageDesk::searchId(const QString &name) const
{
    for (const SavedSearch &search : savedSearches()) {
        if (search.name == name) {
            return search.id;
        }
    }
    return heritage::newId();
}

bool HeritageDesk::isShared() const
{
    return m_workspace != nullptr && m_workspace->isShared();
}

QStringList HeritageDesk::editorsOf(const QString &assetId) const
{
    const workspace::Presence *presence = m_workspace != nullptr ? m_workspace->presence() : nullptr;
    return presence != nullptr ? presence->editorsOf(QLatin1String(sh::key::kAsset) + assetId) : QStringList();
}

void HeritageDesk::setEditing(const QString &assetId, bool isEditing)
{
    workspace::Presence *presence = m_workspace != nullptr ? m_workspace->presence() : nullptr;
    if (presence == nullptr) {
        return;
    }
    const QString key = QLatin1String(sh::key::kAsset) + assetId;
    if (isEditing) {
        presence->setRecord(key);
    } else if (presence->record() == key) {
        presence->setRecord({});
    }
}

bool HeritageDesk::attempt(const Result<> &result)
{
    if (!result && !result.error().detail.startsWith(QLatin1String("stale write"))) { // both versions are shown
        emit failed(result.error().message);
    }
    return result.has_value();
}

void HeritageDesk::onChanged(const QStringList &keys)
{
    QStringList assets;
    QStringList zones;
    bool searches = false;
    bool profile = false;
    bool review = false;
    bool concepts = false;
    for (const QString &key : keys) {
        if (const QString asset = idIn(key, sh::key::kAsset); !asset.isEmpty()) {
            assets << asset;
        } else if (const QString zone = idIn(key, sh::key::kZone); !zone.isEmpty()) {
            zones << zone;
        }
        searches = searches || key.startsWith(QLatin1String(sh::key::kSearch));
        profile = profile || key == QLatin1String(sh::key::kProfile);
        concepts = concepts || key.startsWith(QLatin1String(workspace::kThesaurusPrefix));
        review = review || key == QLatin1String(sh::key::kReview);
    }
    if (!zones.isEmpty()) {
        m_zonesKnown = false;
        emit zonesChanged(zones);
    }
    if (!assets.isEmpty()) {
        m_grades.reset();
        emit assetsChanged(assets);
    }
    if (searches) {
        emit searchesChanged();
    }
    if (concepts) {
        m_shelf->forget();
        emit conceptsChanged();
    }
    if (profile) {
        readProfile();
        emit opened();
    }
    if (review) {
        emit personChanged();
    }
}

void HeritageDesk::addMedia(const QString &assetId, const QStringList &files)
{
    if (m_catalogue == nullptr || files.isEmpty()) {
        return;
    }
    ++m_importing;
    m_tasks.run(
        this, tr("Add %n photographs", nullptr, static_cast<int>(files.size())),
        [folder = m_catalogue->media(), files](const CancelToken &cancel,
                                               const ProgressFunction &progress) -> Result<Imported> {
            Imported imported;
            imported.facts.reserve(static_cast<std::size_t>(files.size()));
            for (const QString &file : files) {
                auto facts = folder.import(file, cancel);
                if (facts) {
                    imported.facts.push_back(std::move(*facts));
                } else {
                    imported.refused << facts.error().message;
                }
                progress(static_cast<double>(imported.facts.size()) / static_cast<double>(files.size()));
            }
            return imported;
        },
        [this, assetId](const Result<Imported> &imported) {
            --m_importing;
            if (!imported) {
                emit failed(imported.error().message);
                return;
            }
            for (const QString &sentence : imported->refused) {
                emit failed(sentence);
            }
            finishImport(assetId, imported->facts);
        });
}

void HeritageDesk::finishImport(const QString &assetId, const std::vector<sh::MediumFacts> &facts)
{
    auto record = asset(assetId);
    if (!record || facts.empty()) {
        return;
    }
    std::vector<heritage::MediaUse> uses = record->parts<heritage::MediaUse>();
    int added = 0;
    for (const sh::MediumFacts &medium : facts) {
        const bool known = std::any_of(
            uses.begin(), uses.end(), [&medium](const heritage::MediaUse &use) { return use.sha256 == medium.sha256; });
        if (known) {
            continue;
        }
        heritage::MediaUse use;
        use.sha256 = medium.sha256;
        use.role =
            medium.mime.startsWith(QLatin1String("image/")) ? QStringLiteral("photograph") : QStringLiteral("document");
        use.taken = medium.taken.left(10);
        uses.push_back(use);
        ++added;
    }
    if (added == 0) {
        emit failed(tr("These files are in the record already."));
        return;
    }
    record->setParts(uses);
    if (attempt(m_catalogue->putAll({*record}, {}, facts, {},
                                    tr("Add %n photographs to %1", nullptr, added).arg(nameOf(*record))))) {
        emit mediaAdded(assetId, added);
    }
}

} // namespace loci::widgets
