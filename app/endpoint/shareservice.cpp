// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/shareservice.h"

#include "layers/formats/catalogue/featurepage.h"
#include "layers/formats/catalogue/metadata.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <algorithm>
#include <limits>

namespace loci::app {

using catalogue::Entry;

namespace {

constexpr int kUsualFeatures = 10;
constexpr int kUsualObservations = 100;
constexpr qint64 kShortestStep = 60'000; // between two values of a stream that promises nothing

HttpAnswer json(const QJsonObject &object, const char *type = "application/json")
{
    return {200, type, QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

HttpAnswer problem(int status, const char *sentence)
{
    return {status, "application/json",
            QJsonDocument(
                QJsonObject{{QStringLiteral("code"), status}, {QStringLiteral("description"), QLatin1String(sentence)}})
                .toJson(QJsonDocument::Compact)};
}

QString encoded(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

/// A whole number within limits; nothing for what is none.
std::optional<int> numberIn(const QUrlQuery &query, const QString &name, int usual, int least, int most)
{
    if (!query.hasQueryItem(name)) {
        return usual;
    }
    bool good = false;
    const int number = query.queryItemValue(name).toInt(&good);
    return good && number >= least ? std::optional(std::min(number, most)) : std::nullopt;
}

std::optional<catalogue::GeographicBox> boxIn(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char(','));
    QList<double> numbers;
    for (const QString &part : parts) {
        bool good = false;
        numbers << part.toDouble(&good);
        if (!good) {
            return std::nullopt;
        }
    }
    return numbers.size() == 4 && numbers[0] <= numbers[2] && numbers[1] <= numbers[3]
               ? std::optional(catalogue::GeographicBox{numbers[0], numbers[1], numbers[2], numbers[3]})
               : std::nullopt;
}

QString timeText(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString quoted(const QString &id)
{
    QString text = id;
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QStringLiteral("''")) + QLatin1Char('\'');
}

QJsonObject datastream(const storage::StoredStream &stream, const QString &root)
{
    const QString self = root + QStringLiteral("/v1.1/Datastreams(%1)").arg(encoded(quoted(stream.description.id)));
    QJsonObject made{
        {QStringLiteral("@iot.id"), stream.description.id},
        {QStringLiteral("@iot.selfLink"), self},
        {QStringLiteral("name"), stream.description.name(false)},
        {QStringLiteral("description"), stream.description.name(true)},
        {QStringLiteral("unitOfMeasurement"), QJsonObject{{QStringLiteral("symbol"), stream.description.unit}}},
        {QStringLiteral("Observations@iot.navigationLink"), self + QStringLiteral("/Observations")}};
    if (stream.description.place) {
        made.insert(QStringLiteral("observedArea"),
                    QJsonObject{{QStringLiteral("type"), QStringLiteral("Point")},
                                {QStringLiteral("coordinates"),
                                 QJsonArray{stream.description.place->longitude, stream.description.place->latitude}}});
    }
    return made;
}

QJsonObject observationJson(const feeds::Observation &seen)
{
    const auto *number = std::get_if<double>(&seen.value);
    const auto *text = std::get_if<QString>(&seen.value);
    return {{QStringLiteral("phenomenonTime"), timeText(seen.phenomenon)},
            {QStringLiteral("resultTime"), timeText(seen.arrival)},
            {QStringLiteral("result"), number != nullptr ? QJsonValue(*number)
                                       : text != nullptr ? QJsonValue(*text)
                                                         : QJsonValue()},
            {QStringLiteral("parameters"),
             QJsonObject{{QStringLiteral("simulated"), seen.flags.testFlag(feeds::Quality::Simulated)}}}};
}

} // namespace

SharedData sharedData(const workspace::Workspace &workspace, const workspace::DataCatalogue &catalogue,
                      const QString &department, const catalogue::FactsById &facts)
{
    SharedData data;
    data.title = workspace.name();
    data.entries = catalogue.entriesFor(department, facts);
    data.observations = workspace.observations();
    for (const workspace::EntryFile &file : workspace::entryFiles(workspace)) {
        const auto entry = std::find_if(data.entries.begin(), data.entries.end(),
                                        [&file](const Entry &one) { return one.id == file.id; });
        if (entry != data.entries.end() && !entry->withheld && file.kind != catalogue::Kind::Model) {
            data.files.insert({file.id, file});
        }
    }
    return data;
}

const Entry *ShareService::shared(const QString &id) const
{
    const auto entry =
        std::find_if(m_data.entries.begin(), m_data.entries.end(), [&id](const Entry &one) { return one.id == id; });
    return entry != m_data.entries.end() && m_data.files.contains(id) ? &*entry : nullptr;
}

bool ShareService::isShared(const QString &feed) const
{
    return std::any_of(m_data.entries.begin(), m_data.entries.end(),
                       [&feed](const Entry &one) { return !one.withheld && one.id == QStringLiteral("feed/") + feed; });
}

QJsonObject ShareService::link(const QString &path, const char *rel, const char *type) const
{
    return {{QStringLiteral("href"), m_root + path},
            {QStringLiteral("rel"), QLatin1String(rel)},
            {QStringLiteral("type"), QLatin1String(type)}};
}

HttpAnswer ShareService::landing() const
{
    return json(
        {{QStringLiteral("title"), m_data.title},
         {QStringLiteral("links"), QJsonArray{link(QStringLiteral("/"), "self", "application/json"),
                                              link(QStringLiteral("/conformance"), "conformance", "application/json"),
                                              link(QStringLiteral("/collections"), "data", "application/json"),
                                              link(QStringLiteral("/v1.1"), "service", "application/json")}}});
}

QJsonObject ShareService::collectionJson(const Entry &entry) const
{
    const QString self = QStringLiteral("/collections/") + encoded(entry.id);
    QJsonObject made{
        {QStringLiteral("id"), entry.id},
        {QStringLiteral("title"), entry.said.title.in(QStringLiteral("en"))},
        {QStringLiteral("description"), entry.said.text.in(QStringLiteral("en"))},
        {QStringLiteral("itemType"), QStringLiteral("feature")},
        {QStringLiteral("crs"), QJsonArray{QStringLiteral("http://www.opengis.net/def/crs/OGC/1.3/CRS84")}},
        {QStringLiteral("links"), QJsonArray{link(self, "self", "application/json"),
                                             link(self + QStringLiteral("/items"), "items", "application/geo+json")}}};
    if (const QString crs = formats::crsUri(entry.crs); !crs.isEmpty()) {
        made.insert(QStringLiteral("storageCrs"), crs);
    }
    if (entry.extent) {
        const QJsonArray box{entry.extent->west, entry.extent->south, entry.extent->east, entry.extent->north};
        made.insert(QStringLiteral("extent"),
                    QJsonObject{{QStringLiteral("spatial"), QJsonObject{{QStringLiteral("bbox"), QJsonArray{box}}}}});
    }
    return made;
}

HttpAnswer ShareService::collections() const
{
    QJsonArray list;
    for (const Entry &entry : m_data.entries) {
        if (m_data.files.contains(entry.id)) {
            list.append(collectionJson(entry));
        }
    }
    return json(
        {{QStringLiteral("collections"), list},
         {QStringLiteral("links"), QJsonArray{link(QStringLiteral("/collections"), "self", "application/json")}}});
}

HttpAnswer ShareService::collection(const QString &id) const
{
    const Entry *entry = shared(id);
    return entry != nullptr ? json(collectionJson(*entry)) : problem(404, "no such collection");
}

HttpAnswer ShareService::items(const QString &id, const QString &feature, const QUrlQuery &query) const
{
    if (shared(id) == nullptr) {
        return problem(404, "no such collection");
    }
    const auto limit = numberIn(query, QStringLiteral("limit"), kUsualFeatures, 1, kMostFeatures);
    const auto offset = numberIn(query, QStringLiteral("offset"), 0, 0, std::numeric_limits<int>::max());
    formats::FeatureWish wish;
    if (query.hasQueryItem(QStringLiteral("bbox"))) {
        wish.box = boxIn(query.queryItemValue(QStringLiteral("bbox")));
    }
    if (!limit || !offset || (query.hasQueryItem(QStringLiteral("bbox")) && !wish.box)) {
        return problem(400, "limit, offset or bbox is not understood");
    }
    wish.limit = *limit;
    wish.offset = *offset;
    if (!feature.isEmpty()) {
        bool good = false;
        wish.id = feature.toLongLong(&good);
        if (!good) {
            return problem(404, "no such feature");
        }
    }
    const workspace::EntryFile &file = m_data.files.at(id);
    const auto page = formats::readFeatures(file.path, file.table, wish);
    if (!page) {
        return problem(500, "the data cannot be read");
    }
    if (wish.id) {
        return page->features.isEmpty() ? problem(404, "no such feature")
                                        : json(page->features.first().toObject(), "application/geo+json");
    }
    const QString self = QStringLiteral("/collections/%1/items").arg(encoded(id));
    QJsonArray links{link(self, "self", "application/geo+json")};
    if (*offset + page->features.size() < page->matched) {
        QUrlQuery next = query;
        next.removeAllQueryItems(QStringLiteral("offset"));
        next.addQueryItem(QStringLiteral("offset"), QString::number(*offset + page->features.size()));
        links.append(link(self + QLatin1Char('?') + next.toString(QUrl::FullyEncoded), "next", "application/geo+json"));
    }
    return json({{QStringLiteral("type"), QStringLiteral("FeatureCollection")},
                 {QStringLiteral("features"), page->features},
                 {QStringLiteral("numberMatched"), page->matched},
                 {QStringLiteral("numberReturned"), page->features.size()},
                 {QStringLiteral("timeStamp"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                 {QStringLiteral("links"), links}},
                "application/geo+json");
}

/// The newest values, newest first.
HttpAnswer ShareService::observations(const storage::StoredStream &stream, const QUrlQuery &query) const
{
    const auto top = numberIn(query, QStringLiteral("$top"), kUsualObservations, 1, kMostFeatures);
    const auto opened = m_data.observations.openToRead();
    if (!top || !opened || !*opened) {
        return problem(top ? 404 : 400, "no such values");
    }
    const qint64 newest = stream.last ? stream.last->phenomenon : 0;
    const qint64 step = std::max(stream.description.cadenceMs, kShortestStep);
    const auto seen = (*opened)->values(stream.description.id, newest - 2 * step * *top, newest + 1, 2 * kMostFeatures);
    QJsonArray list;
    const feeds::Observations values = seen.value_or(feeds::Observations());
    for (auto one = values.rbegin(); one != values.rend() && list.size() < *top; ++one) {
        list.append(observationJson(*one));
    }
    return json({{QStringLiteral("value"), list}});
}

HttpAnswer ShareService::sensorThings(const QString &path, const QUrlQuery &query) const
{
    const QString streams = QStringLiteral("/v1.1/Datastreams");
    if (path == QLatin1String("/v1.1") || path == QLatin1String("/v1.1/")) {
        return json(
            {{QStringLiteral("value"), QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("Datastreams")},
                                                              {QStringLiteral("url"), m_root + streams}}}}});
    }
    std::vector<storage::StoredStream> known;
    if (const auto opened = m_data.observations.openToRead(); opened && *opened) {
        known = (*opened)->streams().value_or(std::vector<storage::StoredStream>());
    }
    QJsonArray list;
    for (const storage::StoredStream &stream : known) {
        if (!isShared(stream.description.feed)) {
            continue;
        }
        const QString self = streams + QStringLiteral("(%1)").arg(quoted(stream.description.id));
        if (path == self + QStringLiteral("/Observations")) {
            return observations(stream, query);
        }
        if (path == self) {
            return json(datastream(stream, m_root));
        }
        list.append(datastream(stream, m_root));
    }
    return path == streams ? json({{QStringLiteral("value"), list}}) : problem(404, "no such thing");
}

HttpAnswer ShareService::answer(const HttpRequest &request) const
{
    const QString &path = request.path;
    const QString prefix = QStringLiteral("/collections/");
    if (path == QLatin1String("/")) {
        return landing();
    }
    if (path == QLatin1String("/conformance")) {
        const QString core = QStringLiteral("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/");
        return json({{QStringLiteral("conformsTo"),
                      QJsonArray{core + QStringLiteral("core"), core + QStringLiteral("geojson")}}});
    }
    if (path == QLatin1String("/collections")) {
        return collections();
    }
    if (path.startsWith(QLatin1String("/v1.1"))) {
        return sensorThings(path, request.query);
    }
    if (!path.startsWith(prefix)) {
        return problem(404, "no such page");
    }
    const QString rest = path.mid(prefix.size()); // ids have slashes of their own
    const qsizetype at = rest.lastIndexOf(QLatin1String("/items"));
    if (at < 0) {
        return collection(rest);
    }
    const QString after = rest.mid(at + 6);
    return after.isEmpty() || after.startsWith(QLatin1Char('/')) ? items(rest.left(at), after.mid(1), request.query)
                                                                 : collection(rest);
}

} // namespace loci::app
