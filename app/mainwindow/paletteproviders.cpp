// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/paletteproviders.h"

#include "layers/map/layersearch.h"
#include "layers/workspace/taskrunner.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/fuzzymatch.h"
#include "widgets/map/mapview.h"
#include "widgets/models/selection.h"

#include <QCoreApplication>
#include <QObject>
#include <QRegularExpression>

namespace loci::app {

using widgets::PaletteAnswer;
using widgets::PaletteItem;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Search)
};

/// City objects by id or by a name-like attribute. Searched in the pool, because a city has a million of them.
class ObjectProvider final : public widgets::PaletteProvider
{
public:
    explicit ObjectProvider(const Services &services) : m_services(services) {}

    QString heading() const override { return Texts::tr("Buildings and other objects"); }

    void query(const QString &text, int limit, PaletteAnswer answer) override
    {
        struct Hit
        {
            widgets::CityObjectRef ref;
            QString title, type, model;
            double score;
        };
        struct Source
        {
            QString id, name;
            city::CityModelPtr model;
        };
        std::vector<Source> sources;
        for (const widgets::CityEntry &entry : m_services.cities.entries()) {
            if (entry.model != nullptr) {
                sources.push_back({entry.id, entry.name, entry.model});
            }
        }
        if (sources.empty() || text.size() < 2) {
            answer({});
            return;
        }
        m_scope = std::make_unique<QObject>(); // the search before is dropped and cancelled
        m_services.tasks.run(
            m_scope.get(), QString(),
            [sources, text, limit](const CancelToken &cancel, const ProgressFunction &) -> Result<std::vector<Hit>> {
                std::vector<Hit> hits;
                const std::string needle = text.toLower().toStdString();
                for (const Source &source : sources) {
                    const city::CityModel &model = *source.model;
                    const city::AttributeColumn *names = model.attributes.find("name");
                    for (city::ObjectIndex o = 0; o < model.objectCount(); ++o) {
                        if (cancel.isCancelled() || static_cast<int>(hits.size()) >= limit * 4) {
                            break;
                        }
                        const QString id = model.idOf(o);
                        const QString name = names != nullptr ? names->value(o).toString() : QString();
                        const bool byId = id.contains(text, Qt::CaseInsensitive);
                        if (!byId && !name.contains(text, Qt::CaseInsensitive)) {
                            continue;
                        }
                        const QString shown = name.isEmpty() ? id : name;
                        const std::string_view type = model.typeOf(o);
                        const double score = shown.compare(text, Qt::CaseInsensitive) == 0 ? 1
                                             : shown.startsWith(text, Qt::CaseInsensitive) ? 0.8
                                                                                           : 0.5;
                        hits.push_back({{source.id, o},
                                        shown,
                                        QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size())),
                                        source.name,
                                        score});
                    }
                }
                return hits;
            },
            [this, answer = std::move(answer)](const Result<std::vector<Hit>> &hits) {
                std::vector<PaletteItem> items;
                for (const Hit &hit : hits.value_or(std::vector<Hit>())) {
                    PaletteItem item;
                    item.title = hit.title;
                    item.place = hit.type + QStringLiteral(" · ") + hit.model;
                    item.icon = QStringLiteral("building");
                    item.score = hit.score;
                    item.run = [this, ref = hit.ref] {
                        m_services.selection.set({ref});
                        emit m_services.selection.zoomRequested(ref);
                    };
                    items.push_back(std::move(item));
                }
                answer(std::move(items));
            });
    }

private:
    Services m_services;
    std::unique_ptr<QObject> m_scope;
};

class LayerProvider final : public widgets::PaletteProvider
{
public:
    LayerProvider(const Services &services, std::function<void(const QString &)> show)
        : m_services(services)
        , m_show(std::move(show))
    {}
    QString heading() const override { return Texts::tr("Layers"); }
    void query(const QString &text, int limit, PaletteAnswer answer) override
    {
        std::vector<PaletteItem> items;
        for (const map::LayerName &layer : map::layerNames(m_services.session.document())) {
            const double score = widgets::fuzzyScore(text, layer.name);
            if (score <= 0 || static_cast<int>(items.size()) >= limit) {
                continue;
            }
            items.push_back(
                {layer.name, Texts::tr("Layer"), {}, QStringLiteral("layers"), score, true, [this, id = layer.id] {
                     m_show(id);
                 }});
        }
        answer(std::move(items));
    }

private:
    Services m_services;
    std::function<void(const QString &)> m_show;
};

/// Attribute values of the visible vector layers; the layers answer in the pool.
class ValueProvider final : public widgets::PaletteProvider
{
public:
    explicit ValueProvider(const Services &services) : m_services(services) {}
    QString heading() const override { return Texts::tr("In the layers"); }
    void query(const QString &text, int limit, PaletteAnswer answer) override
    {
        if (text.size() < 2) {
            answer({});
            return;
        }
        m_scope = std::make_unique<QObject>();
        auto search = map::prepareValueSearch(m_services.session.document(), text, limit);
        m_services.tasks.run(
            m_scope.get(), QString(),
            [search](const CancelToken &cancel, const ProgressFunction &) -> Result<std::vector<map::ValueHit>> {
                return search(cancel);
            },
            [this, answer = std::move(answer)](const Result<std::vector<map::ValueHit>> &hits) {
                std::vector<PaletteItem> items;
                for (const map::ValueHit &hit : hits.value_or(std::vector<map::ValueHit>())) {
                    PaletteItem item;
                    item.title = hit.value;
                    item.place = hit.layerName + QStringLiteral(" · ") + hit.field;
                    item.icon = QStringLiteral("table");
                    item.score = hit.score;
                    item.run = [this, ref = widgets::FeatureRef{hit.layerId, hit.featureId}] {
                        m_services.selection.set({ref});
                        emit m_services.selection.zoomRequested(ref);
                    };
                    items.push_back(std::move(item));
                }
                answer(std::move(items));
            });
    }

private:
    Services m_services;
    std::unique_ptr<QObject> m_scope;
};

class CoordinateProvider final : public widgets::PaletteProvider
{
public:
    explicit CoordinateProvider(widgets::MapView &map) : m_map(map) {}
    QString heading() const override { return Texts::tr("Coordinates"); }
    void query(const QString &text, int, PaletteAnswer answer) override
    {
        static const QRegularExpression numbers(
            QStringLiteral(R"(^[^A-Za-z\x{4e00}-\x{9fff}]*\d[^A-DF-MO-RT-VX-Za-df-mo-rt-vx-z]*$)"));
        static const QRegularExpression two(QStringLiteral(R"(\d[^\d]+.*\d)"));
        std::vector<PaletteItem> items;
        if (text.contains(two) && text.contains(numbers)) {
            items.push_back({Texts::tr("Go to %1").arg(text),
                             Texts::tr("Map"),
                             {},
                             QStringLiteral("target"),
                             0.9,
                             true,
                             [this, text] { m_map.goToCoordinate(text); }});
        }
        answer(std::move(items));
    }

private:
    widgets::MapView &m_map;
};

} // namespace

std::vector<std::unique_ptr<widgets::PaletteProvider>>
makePaletteProviders(const Services &services, widgets::MapView &map, std::function<void(const QString &)> showLayer)
{
    std::vector<std::unique_ptr<widgets::PaletteProvider>> providers;
    providers.push_back(std::make_unique<CoordinateProvider>(map));
    providers.push_back(std::make_unique<LayerProvider>(services, std::move(showLayer)));
    providers.push_back(std::make_unique<ObjectProvider>(services));
    providers.push_back(std::make_unique<ValueProvider>(services));
    return providers;
}

} // namespace loci::app
