// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing/briefingviews.h"

#include "app/mainwindow/mainwindow.h"
#include "layers/domain/city/objectfacts.h"
#include "layers/map/featurefacts.h"
#include "layers/map/reprojection.h"
#include "widgets/city/citylibrary.h"
#include "widgets/map/mapsession.h"
#include "widgets/map/mapview.h"
#include "widgets/scene/sceneview.h"

#include <QLocale>

namespace loci::app {

using namespace widgets; // assembly only

namespace {

constexpr int kMostFacts = 5;

briefing::Layout layoutOf(ViewArea::Layout layout)
{
    switch (layout) {
    case ViewArea::Layout::Map:
        return briefing::Layout::Map;
    case ViewArea::Layout::Split:
        return briefing::Layout::MapAndCity;
    case ViewArea::Layout::Scene:
    case ViewArea::Layout::Inset:
        break;
    }
    return briefing::Layout::City;
}

QString valueText(const QVariant &value, const QLocale &locale)
{
    return value.typeId() == QMetaType::Double ? locale.toString(value.toDouble(), 'f', 1) : value.toString();
}

} // namespace

void takeView(briefing::Scene &scene, const MainWindow &window, const Services &services)
{
    scene.map.extent = window.map().viewExtent();
    scene.map.crs = window.map().viewCrs();
    const CameraPose pose = window.scene().camera();
    scene.camera = briefing::CameraView{pose.position, pose.focus};
    scene.layout = layoutOf(window.views().layoutMode());
    scene.highlighted.clear();
    for (const SelectedThing &thing : services.selection.things()) {
        if (const auto *ref = std::get_if<CityObjectRef>(&thing)) {
            const CityEntry *entry = services.cities.entry(ref->modelId);
            if (entry != nullptr && entry->model != nullptr) {
                scene.highlighted << entry->model->idOf(ref->object);
            }
        }
    }
}

void goToScene(const briefing::Scene &scene, const MainWindow &window, const Services &services)
{
    if (!scene.map.extent.isEmpty()) {
        window.map().setViewExtent(map::reprojectBox(scene.map.extent, scene.map.crs, window.map().viewCrs()));
    }
    if (scene.camera) {
        window.scene().setCamera({scene.camera->position, scene.camera->focus});
    }
    std::vector<SelectedThing> things;
    for (const CityEntry &entry : services.cities.entries()) {
        for (const QString &id : scene.highlighted) {
            const city::ObjectIndex object = entry.model != nullptr ? entry.model->find(id.toStdString()) : city::kNone;
            if (object != city::kNone) {
                things.emplace_back(CityObjectRef{entry.id, object});
            }
        }
    }
    services.selection.set(std::move(things));
}

AskCard cardOf(const SelectedThing &thing, const Services &services, const QString &language)
{
    const WallWords words(language);
    const QLocale locale(language);
    AskCard card;
    if (const auto *ref = std::get_if<CityObjectRef>(&thing)) {
        const CityEntry *entry = services.cities.entry(ref->modelId);
        if (entry == nullptr || entry->model == nullptr) {
            return card;
        }
        const city::ObjectFacts facts = city::factsOf(*entry->model, ref->object);
        card.title = facts.name.isEmpty() ? facts.id : facts.name;
        card.subtitle = facts.id + QStringLiteral("  ·  ") + entry->name;
        if (facts.topHeight && facts.groundHeight) {
            card.facts.emplace_back(words.say(QT_TRANSLATE_NOOP("Wall", "Height")),
                                    locale.toString(*facts.topHeight - *facts.groundHeight, 'f', 1) +
                                        QStringLiteral(" m"));
        }
        for (const auto &[name, value] : facts.attributes) {
            if (name == QLatin1String("name_zh") && words.isChinese()) {
                card.title = value.toString();
            }
        }
        const std::pair<const char *, const char *> wanted[] = {
            {"function", QT_TRANSLATE_NOOP("Wall", "Use")},
            {"yearOfConstruction", QT_TRANSLATE_NOOP("Wall", "Built")},
            {"material", QT_TRANSLATE_NOOP("Wall", "Material")},
            {"residents", QT_TRANSLATE_NOOP("Wall", "Residents")},
            {"street", QT_TRANSLATE_NOOP("Wall", "Street")}};
        for (const auto &[attribute, title] : wanted) {
            for (const auto &[name, value] : facts.attributes) {
                if (name == QLatin1String(attribute) && !value.toString().isEmpty() &&
                    static_cast<int>(card.facts.size()) < kMostFacts) {
                    card.facts.emplace_back(words.say(title), valueText(value, locale));
                }
            }
        }
        return card;
    }
    const auto &feature = std::get<FeatureRef>(thing);
    const map::FeatureFacts facts = map::featureFacts(services.session.document(), feature.layerId, feature.featureId);
    for (const auto &[name, value] : facts.attributes) {
        const QString text = valueText(value, locale);
        const bool isName = name.startsWith(QLatin1String("name"));
        if (isName && (card.title.isEmpty() || (words.isChinese() && name == QLatin1String("name_zh")))) {
            card.title = text;
        } else if (!isName && !text.isEmpty() && static_cast<int>(card.facts.size()) < kMostFacts) {
            card.facts.emplace_back(name, text);
        }
    }
    return card;
}

} // namespace loci::app
