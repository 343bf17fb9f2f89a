// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/briefing/briefingjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>

namespace loci::briefing {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::briefing::Briefing)
};

const std::pair<const char *, Layout> kLayouts[] = {{"map", Layout::Map},
                                                    {"3d", Layout::City},
                                                    {"map+3d", Layout::MapAndCity},
                                                    {"board", Layout::Board},
                                                    {"picture", Layout::Picture},
                                                    {"strip", Layout::Strip},
                                                    {"before-after", Layout::BeforeAfter},
                                                    {"grid", Layout::Grid},
                                                    {"words", Layout::Words}};
const std::pair<const char *, PaneKind> kPanes[] = {
    {"map", PaneKind::Map}, {"3d", PaneKind::City}, {"board", PaneKind::Board}, {"picture", PaneKind::Picture}};
const std::pair<const char *, Transition> kTransitions[] = {
    {"cut", Transition::Cut}, {"fade", Transition::Fade}, {"flight", Transition::Flight}};
const std::pair<const char *, Show> kShows[] = {{"dark", Show::Dark}, {"light", Show::Light}};
const std::pair<const char *, Tongue> kTongues[] = {
    {"zh", Tongue::Chinese}, {"en", Tongue::English}, {"both", Tongue::Both}};

template <class T, std::size_t N>
QString nameOf(const std::pair<const char *, T> (&list)[N], T value)
{
    for (const auto &[name, one] : list) {
        if (one == value) {
            return QLatin1String(name);
        }
    }
    return {};
}

/// Reads members of one object and remembers which ones it knows.
class Members
{
public:
    Members(const QJsonObject &json, QString where, Findings &findings)
        : m_json(json)
        , m_where(std::move(where))
        , m_findings(findings)
    {}
    QJsonValue value(const char *name)
    {
        m_known << QLatin1String(name);
        return m_json.value(QLatin1String(name));
    }
    QString text(const char *name) { return value(name).toString(); }
    Words words(const char *name) { return indicators::wordsFrom(value(name)); }
    QStringList texts(const char *name)
    {
        QStringList list;
        for (const QJsonValue &one : value(name).toArray()) {
            list << one.toString();
        }
        return list;
    }
    template <class T, std::size_t N>
    T named(const char *name, const std::pair<const char *, T> (&list)[N], T otherwise)
    {
        const QString text = this->text(name);
        return text.isEmpty() ? otherwise : named(name, text, list, otherwise);
    }
    template <class T, std::size_t N>
    T named(const char *member, const QString &text, const std::pair<const char *, T> (&list)[N], T otherwise)
    {
        for (const auto &[known, one] : list) {
            if (text == QLatin1String(known)) {
                return one;
            }
        }
        tell(QStringLiteral("unknown_value"),
             Texts::tr("“%1” is no value of “%2” that this version knows.").arg(text, QLatin1String(member)));
        return otherwise;
    }
    void tell(const QString &code, const QString &sentence)
    {
        m_findings.push_back({Severity::Warning, code, m_where, {}, sentence});
    }
    void tellUnknown()
    {
        for (auto member = m_json.begin(); member != m_json.end(); ++member) {
            if (!m_known.contains(member.key())) {
                tell(QStringLiteral("unknown_member"),
                     Texts::tr("“%1” is nothing that this version knows; it is kept out of the show.")
                         .arg(member.key()));
            }
        }
    }

private:
    const QJsonObject &m_json;
    QString m_where;
    Findings &m_findings;
    QStringList m_known;
};

QJsonArray toArray(const Vec3 &v)
{
    return {v.x, v.y, v.z};
}
Vec3 vecFrom(const QJsonArray &a)
{
    return {a.at(0).toDouble(), a.at(1).toDouble(), a.at(2).toDouble()};
}

QJsonArray toArray(const CameraView &camera)
{
    QJsonArray array = toArray(camera.position);
    for (const QJsonValue &value : toArray(camera.focus)) {
        array.append(value);
    }
    return array;
}
std::optional<CameraView> cameraFrom(const QJsonValue &json)
{
    const QJsonArray a = json.toArray();
    if (a.size() != 6) {
        return std::nullopt;
    }
    return CameraView{vecFrom(a), {a.at(3).toDouble(), a.at(4).toDouble(), a.at(5).toDouble()}};
}

QJsonObject toJson(const MapView &map)
{
    QJsonObject json{{QStringLiteral("crs"), map.crs.value()}};
    if (!map.extent.isEmpty()) {
        json.insert(QStringLiteral("extent"),
                    QJsonArray{map.extent.min.x, map.extent.min.y, map.extent.max.x, map.extent.max.y});
    }
    if (!map.layers.isEmpty()) {
        json.insert(QStringLiteral("layers"), QJsonArray::fromStringList(map.layers));
    }
    return json;
}

MapView mapFrom(const QJsonObject &json)
{
    MapView map;
    map.crs = EpsgCode(json.value(QStringLiteral("crs")).toInt());
    const QJsonArray e = json.value(QStringLiteral("extent")).toArray();
    if (e.size() == 4 && e.at(2).toDouble() > e.at(0).toDouble() && e.at(3).toDouble() > e.at(1).toDouble()) {
        map.extent.include(Vec3{e.at(0).toDouble(), e.at(1).toDouble(), 0});
        map.extent.include(Vec3{e.at(2).toDouble(), e.at(3).toDouble(), 0});
    }
    for (const QJsonValue &layer : json.value(QStringLiteral("layers")).toArray()) {
        map.layers << layer.toString();
    }
    return map;
}

bool isEmpty(const Words &words)
{
    return words.zh.isEmpty() && words.en.isEmpty();
}

QJsonObject toJson(const Figure &figure)
{
    QJsonObject json{{QStringLiteral("code"), figure.code}, {QStringLiteral("area"), figure.area}};
    if (!isEmpty(figure.label)) {
        json.insert(QStringLiteral("label"), indicators::toJson(figure.label));
    }
    if (figure.frozen) {
        json.insert(QStringLiteral("frozen"), toJson(*figure.frozen));
    }
    return json;
}

Figure figureFrom(const QJsonObject &json)
{
    Figure figure;
    figure.code = json.value(QStringLiteral("code")).toString();
    figure.area = json.value(QStringLiteral("area")).toString();
    figure.label = indicators::wordsFrom(json.value(QStringLiteral("label")));
    if (const QJsonValue frozen = json.value(QStringLiteral("frozen")); frozen.isObject()) {
        figure.frozen = snapshotFrom(frozen.toObject());
    }
    return figure;
}

QJsonObject toJson(const PlaceLabel &label)
{
    return {{QStringLiteral("text"), indicators::toJson(label.text)},
            {QStringLiteral("object"), label.object},
            {QStringLiteral("place"), toArray(label.place)}};
}

template <class List, class Make>
QJsonArray listOf(const List &list, const Make &make)
{
    QJsonArray array;
    for (const auto &one : list) {
        array.append(make(one));
    }
    return array;
}

void readViews(Scene &scene, Members &members)
{
    scene.map = mapFrom(members.value("map").toObject());
    scene.camera = cameraFrom(members.value("camera"));
    for (const QJsonValue &stop : members.value("path").toArray()) {
        if (const auto camera = cameraFrom(stop)) {
            scene.path.push_back(*camera);
        }
    }
    const QString time = members.text("time");
    if (!time.isEmpty()) {
        scene.time = QDateTime::fromString(time, Qt::ISODate).toUTC();
        if (!scene.time->isValid()) {
            members.tell(QStringLiteral("bad_time"), Texts::tr("“%1” is no time.").arg(time));
            scene.time.reset();
        }
    }
    scene.highlighted = members.texts("highlighted");
    scene.hidden = members.texts("hidden");
    scene.proposal = members.value("proposal").toObject();
    for (const QJsonValue &json : members.value("labels").toArray()) {
        const QJsonObject label = json.toObject();
        scene.labels.push_back({indicators::wordsFrom(label.value(QStringLiteral("text"))),
                                label.value(QStringLiteral("object")).toString(),
                                vecFrom(label.value(QStringLiteral("place")).toArray())});
    }
    for (const QString &pane : members.texts("grid")) {
        scene.grid.push_back(members.named("grid", pane, kPanes, PaneKind::City));
    }
}

} // namespace

QString setKey(const QString &briefing)
{
    return QLatin1String(kSetPrefix) + briefing;
}

QString sceneKey(const QString &briefing, const QString &scene)
{
    return QLatin1String(kScenePrefix) + briefing + QLatin1Char('/') + scene;
}

QJsonObject toJson(const Scene &scene)
{
    QJsonObject json{{QStringLiteral("layout"), nameOf(kLayouts, scene.layout)},
                     {QStringLiteral("transition"), nameOf(kTransitions, scene.transition)},
                     {QStringLiteral("seconds"), scene.seconds},
                     {QStringLiteral("map"), toJson(scene.map)}};
    for (const auto &[name, words] : {std::pair{"title", &scene.title},
                                      {"text", &scene.text},
                                      {"notes", &scene.notes},
                                      {"rule", &scene.rule},
                                      {"source", &scene.source}}) {
        if (!isEmpty(*words)) {
            json.insert(QLatin1String(name), indicators::toJson(*words));
        }
    }
    const auto put = [&json](const char *name, const QJsonArray &list) {
        if (!list.isEmpty()) {
            json.insert(QLatin1String(name), list);
        }
    };
    put("grid", listOf(scene.grid, [](PaneKind kind) { return QJsonValue(nameOf(kPanes, kind)); }));
    put("path", listOf(scene.path, [](const CameraView &stop) { return QJsonValue(toArray(stop)); }));
    put("labels", listOf(scene.labels, [](const PlaceLabel &label) { return QJsonValue(toJson(label)); }));
    put("figures", listOf(scene.figures, [](const Figure &figure) { return QJsonValue(toJson(figure)); }));
    put("captions", listOf(scene.captions, [](const Words &words) { return QJsonValue(indicators::toJson(words)); }));
    put("highlighted", QJsonArray::fromStringList(scene.highlighted));
    put("hidden", QJsonArray::fromStringList(scene.hidden));
    put("pictures", QJsonArray::fromStringList(scene.pictures));
    if (scene.camera) {
        json.insert(QStringLiteral("camera"), toArray(*scene.camera));
    }
    if (scene.time) {
        json.insert(QStringLiteral("time"), scene.time->toString(Qt::ISODate));
    }
    if (!scene.proposal.isEmpty()) {
        json.insert(QStringLiteral("proposal"), scene.proposal);
    }
    for (const auto &[name, text] : {std::pair{"board", scene.board}, {"key", scene.key}}) {
        if (!text.isEmpty()) {
            json.insert(QLatin1String(name), text);
        }
    }
    return json;
}

Loaded<Scene> sceneFrom(const QString &id, const QJsonObject &json)
{
    Loaded<Scene> loaded;
    Scene &scene = loaded.value;
    Members members(json, id, loaded.findings);
    scene.id = id;
    scene.title = members.words("title");
    scene.text = members.words("text");
    scene.notes = members.words("notes");
    scene.rule = members.words("rule");
    scene.source = members.words("source");
    scene.layout = members.named("layout", kLayouts, Layout::City);
    scene.transition = members.named("transition", kTransitions, Transition::Fade);
    scene.seconds = std::clamp(members.value("seconds").toDouble(20), 1.0, 3600.0);
    scene.board = members.text("board");
    scene.key = members.text("key");
    scene.pictures = members.texts("pictures");
    for (const QJsonValue &caption : members.value("captions").toArray()) {
        scene.captions.push_back(indicators::wordsFrom(caption));
    }
    for (const QJsonValue &figure : members.value("figures").toArray()) {
        scene.figures.push_back(figureFrom(figure.toObject()));
    }
    readViews(scene, members);
    members.tellUnknown();
    return loaded;
}

QJsonObject setToJson(const Briefing &briefing)
{
    QJsonArray order;
    for (const Scene &scene : briefing.scenes) {
        order.append(scene.id);
    }
    return {{QStringLiteral("name"), indicators::toJson(briefing.name)},
            {QStringLiteral("show"), nameOf(kShows, briefing.show)},
            {QStringLiteral("languages"), nameOf(kTongues, briefing.tongue)},
            {QStringLiteral("wall"), briefing.wall.toJson()},
            {QStringLiteral("scenes"), order}};
}

Loaded<Briefing> briefingFrom(const QString &id, const QStringList &sceneKeys, const DocumentReader &read)
{
    Loaded<Briefing> loaded;
    Briefing &briefing = loaded.value;
    briefing.id = id;
    const QJsonObject json = read(setKey(id));
    Members members(json, id, loaded.findings);
    briefing.name = members.words("name");
    briefing.show = members.named("show", kShows, Show::Dark);
    briefing.tongue = members.named("languages", kTongues, Tongue::Both);
    if (const Result<Wall> wall = Wall::fromJson(members.value("wall").toObject())) {
        briefing.wall = *wall;
    } else {
        members.tell(QStringLiteral("bad_wall"), wall.error().message);
    }
    QStringList order = members.texts("scenes");
    members.tellUnknown();
    const QString prefix = sceneKey(id, {});
    for (const QString &key : sceneKeys) {
        if (key.startsWith(prefix) && !order.contains(key.mid(prefix.size()))) {
            order << key.mid(prefix.size());
        }
    }
    briefing.scenes.reserve(static_cast<std::size_t>(order.size()));
    for (const QString &scene : std::as_const(order)) {
        if (!sceneKeys.contains(prefix + scene)) {
            members.tell(QStringLiteral("scene_missing"), Texts::tr("The scene “%1” is gone.").arg(scene));
            continue;
        }
        Loaded<Scene> one = sceneFrom(scene, read(prefix + scene));
        briefing.scenes.push_back(std::move(one.value));
        loaded.findings.insert(loaded.findings.end(), one.findings.begin(), one.findings.end());
    }
    return loaded;
}

std::map<QString, QJsonObject> documentsOf(const QString &briefing, QJsonObject set)
{
    std::map<QString, QJsonObject> documents;
    const QJsonArray scenes = set.value(QStringLiteral("scenes")).toArray();
    QJsonArray order;
    for (const auto &one : scenes) {
        QJsonObject scene = one.toObject();
        const QString id = scene.take(QStringLiteral("id")).toString();
        order.append(id);
        documents[sceneKey(briefing, id)] = scene;
    }
    set.insert(QStringLiteral("scenes"), order);
    documents[setKey(briefing)] = set;
    return documents;
}

} // namespace loci::briefing
