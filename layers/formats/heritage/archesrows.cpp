// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/archesrows.h"

#include "layers/formats/heritage/archesgraph.h"
#include "layers/formats/heritage/ogrsupport.h"
#include "layers/formats/heritage/skosreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>

namespace loci::formats {

using heritage::RowTable;
using heritage::Thesaurus;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::RowReader)
};

const QString kIdColumn = QStringLiteral("resourceinstanceid");
const QString kLegacyColumn = QStringLiteral("legacyid");
constexpr qint64 kLargestModel = qint64(64) << 20;
constexpr int kFixedColumns = 2;

QJsonArray resourcesOf(const QJsonObject &document)
{
    return document.value(QLatin1String("business_data")).toObject().value(QLatin1String("resources")).toArray();
}

/// Another document of JSON; an empty object when it cannot be one.
QJsonObject documentAt(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestModel) {
        return {};
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

class Reader
{
public:
    Reader(const RowSource &source, const QJsonObject &document) : m_source(source), m_document(document) {}
    Result<Loaded<RowTable>> read(const CancelToken &cancel);

private:
    std::vector<ArchesGraph> graphs() const;
    Result<> chooseGraph(const QJsonArray &resources);
    Result<> readThesauri(const CancelToken &cancel);
    void makeColumns();
    RowTable::Row rowOf(const QJsonObject &resource, qint64 number);
    void readTile(const QJsonObject &tile, std::vector<QStringList> &texts, OGRGeometryCollection &shapes);
    QString textOf(const ArchesGraph::Node &node, const QJsonValue &value);
    QString termOf(const QString &valueId);
    QString listOf(const ArchesGraph::Node &node, const QJsonArray &list);
    void addShapes(const QJsonObject &collection, OGRGeometryCollection &shapes);

    const RowSource &m_source;
    const QJsonObject &m_document;
    ArchesGraph m_graph;
    QHash<QString, QString> m_labels; ///< of concepts, by the id of a label
    QSet<QString> m_unknownNodes;
    int m_unresolved = 0;
    RowTable m_table;
    FindingList m_findings;
};

std::vector<ArchesGraph> Reader::graphs() const
{
    std::vector<ArchesGraph> found = archesGraphs(m_document);
    QStringList files = m_source.graphs;
    const QFileInfo own(m_source.path);
    const QFileInfoList beside = own.dir().entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : beside) {
        if (file != own && file.size() < kLargestModel) {
            files << file.filePath();
        }
    }
    for (const QString &file : std::as_const(files)) {
        const std::vector<ArchesGraph> more = archesGraphs(documentAt(file));
        found.insert(found.end(), more.begin(), more.end());
    }
    return found;
}

Result<> Reader::chooseGraph(const QJsonArray &resources)
{
    const std::vector<ArchesGraph> known = graphs();
    const auto byId = [&known](const QString &id) {
        return std::find_if(known.begin(), known.end(), [&id](const ArchesGraph &graph) { return graph.id == id; });
    };
    QStringList missing;
    for (const QJsonValue &entry : resources) {
        const QString id = entry.toObject()
                               .value(QLatin1String("resourceinstance"))
                               .toObject()
                               .value(QLatin1String("graph_id"))
                               .toString();
        const auto graph = byId(id);
        if (graph == known.end()) {
            if (!missing.contains(id)) {
                missing << id;
            }
            continue;
        }
        if (!m_table.layers.contains(graph->name)) {
            m_table.layers << graph->name;
        }
        const bool fits = m_source.layer.isEmpty() || m_source.layer == graph->name || m_source.layer == graph->id;
        if (m_graph.id.isEmpty() && fits) {
            m_graph = *graph;
        }
    }
    if (!m_graph.id.isEmpty()) {
        return {};
    }
    if (!missing.isEmpty()) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("The resource model %1 of these Arches data is not known; put its file beside them.")
                        .arg(missing.join(QLatin1String(", "))));
    }
    return fail(ErrorCode::Invalid, Texts::tr("%1 has no resources of “%2”.").arg(m_source.path, m_source.layer));
}

Result<> Reader::readThesauri(const CancelToken &cancel)
{
    for (const QString &path : m_source.thesauri) {
        LOCI_TRY(const auto loaded, readSkos(path, cancel));
        const Thesaurus &thesaurus = loaded.value;
        for (auto label = thesaurus.labelIds.cbegin(); label != thesaurus.labelIds.cend(); ++label) {
            m_labels.insert(label.key(), thesaurus.label(label.value(), QStringLiteral("en")));
        }
    }
    return {};
}

void Reader::makeColumns()
{
    m_table.columns = {kIdColumn, kLegacyColumn};
    for (const ArchesGraph::Node &node : m_graph.nodes) {
        QString name = node.name;
        for (int n = 2; m_table.columns.contains(name); ++n) {
            name = QStringLiteral("%1 (%2)").arg(node.name).arg(n);
        }
        m_table.columns << name;
    }
}

QString Reader::termOf(const QString &valueId)
{
    const auto label = m_labels.constFind(valueId);
    if (label == m_labels.constEnd()) {
        ++m_unresolved;
        return valueId;
    }
    return *label;
}

QString Reader::listOf(const ArchesGraph::Node &node, const QJsonArray &list)
{
    QStringList parts;
    for (const QJsonValue &entry : list) {
        const QString part = textOf(node, entry);
        if (!part.isEmpty()) {
            parts << part;
        }
    }
    return parts.join(QLatin1String("; "));
}

QString Reader::textOf(const ArchesGraph::Node &node, const QJsonValue &value)
{
    if (value.isArray()) {
        return listOf(node, value.toArray());
    }
    if (value.isDouble()) {
        return QString::number(value.toDouble(), 'g', 15);
    }
    if (value.isBool()) {
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    }
    if (node.type.startsWith(QLatin1String("concept"))) {
        return value.isString() ? termOf(value.toString()) : QString();
    }
    if (node.type.startsWith(QLatin1String("domain-value"))) {
        return node.options.value(value.toString(), value.toString());
    }
    const QJsonObject object = value.toObject();
    for (const char *member : {"resourceId", "url", "name"}) {
        if (object.value(QLatin1String(member)).isString()) {
            return object.value(QLatin1String(member)).toString();
        }
    }
    return archesText(value);
}

void Reader::addShapes(const QJsonObject &collection, OGRGeometryCollection &shapes)
{
    const QJsonArray features = collection.value(QLatin1String("features")).toArray();
    for (const QJsonValue &feature : features) {
        const QByteArray json = QJsonDocument(feature.toObject().value(QLatin1String("geometry")).toObject())
                                    .toJson(QJsonDocument::Compact);
        OGRGeometry *geometry = OGRGeometryFactory::createFromGeoJson(json.constData());
        if (geometry != nullptr) {
            geometry->flattenTo2D();
            shapes.addGeometryDirectly(geometry);
        }
    }
}

void Reader::readTile(const QJsonObject &tile, std::vector<QStringList> &texts, OGRGeometryCollection &shapes)
{
    const QJsonObject data = tile.value(QLatin1String("data")).toObject();
    for (auto member = data.begin(); member != data.end(); ++member) {
        const int index = m_graph.index.value(member.key(), -1);
        if (index < 0) {
            m_unknownNodes.insert(member.key());
            continue;
        }
        const ArchesGraph::Node &node = m_graph.nodes[static_cast<std::size_t>(index)];
        if (node.type == QLatin1String("geojson-feature-collection")) {
            addShapes(member.value().toObject(), shapes);
            continue;
        }
        const QString text = textOf(node, member.value());
        if (!text.isEmpty()) {
            texts[static_cast<std::size_t>(index)] << text;
        }
    }
}

RowTable::Row Reader::rowOf(const QJsonObject &resource, qint64 number)
{
    const QJsonObject instance = resource.value(QLatin1String("resourceinstance")).toObject();
    std::vector<QStringList> texts(m_graph.nodes.size());
    OGRGeometryCollection shapes;
    const QJsonArray tiles = resource.value(QLatin1String("tiles")).toArray();
    for (const QJsonValue &tile : tiles) {
        readTile(tile.toObject(), texts, shapes);
    }
    RowTable::Row row;
    row.number = number;
    row.values.reserve(texts.size() + kFixedColumns);
    row.values.push_back(instance.value(QLatin1String("resourceinstanceid")).toString());
    row.values.push_back(instance.value(QLatin1String("legacyid")).toString());
    for (const QStringList &parts : texts) {
        row.values.push_back(parts.isEmpty() ? QString() : parts.join(QLatin1String("; ")));
    }
    if (!shapes.IsEmpty()) {
        const OGRGeometry *shape = &shapes;
        if (shapes.getNumGeometries() == 1) {
            shape = shapes.getGeometryRef(0);
        }
        row.wkb = QByteArray(static_cast<qsizetype>(shape->WkbSize()), Qt::Uninitialized);
        shape->exportToWkb(wkbNDR, reinterpret_cast<unsigned char *>(row.wkb.data()), wkbVariantIso);
    }
    return row;
}

Result<Loaded<RowTable>> Reader::read(const CancelToken &cancel)
{
    const QJsonArray resources = resourcesOf(m_document);
    m_table.format = QStringLiteral("Arches JSON");
    m_table.encoding = QStringLiteral("UTF-8");
    m_table.crs = QStringLiteral("EPSG:4326");
    LOCI_CHECK(chooseGraph(resources));
    LOCI_CHECK(readThesauri(cancel));
    m_table.layer = m_graph.name;
    makeColumns();
    const OgrMessages messages;
    qint64 number = 0;
    for (const QJsonValue &entry : resources) {
        const QJsonObject resource = entry.toObject();
        ++number;
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Reading was cancelled."));
        }
        const QString graph =
            resource.value(QLatin1String("resourceinstance")).toObject().value(QLatin1String("graph_id")).toString();
        if (graph == m_graph.id) {
            m_table.rows.push_back(rowOf(resource, number));
        }
    }
    const auto report = [this](const char *code, int count, const QString &message) {
        Finding finding;
        finding.severity = Severity::Warning;
        finding.code = QString::fromLatin1(code);
        finding.message = message;
        finding.source = m_source.path;
        finding.count = count;
        m_findings.add(std::move(finding));
    };
    if (m_unresolved > 0) {
        report("arches_label", m_unresolved,
               Texts::tr("%1 values refer to terms of thesauri that were not given; their ids were kept instead.")
                   .arg(m_unresolved));
    }
    if (!m_unknownNodes.isEmpty()) {
        report("arches_node", static_cast<int>(m_unknownNodes.size()),
               Texts::tr("%1 nodes are not in the resource model “%2”; their values were left out.")
                   .arg(m_unknownNodes.size())
                   .arg(m_graph.name));
    }
    return Loaded<RowTable>{std::move(m_table), m_findings.take()};
}

} // namespace

bool isArchesBusinessData(const QJsonObject &document)
{
    return document.value(QLatin1String("business_data")).toObject().contains(QLatin1String("resources"));
}

Result<Loaded<RowTable>> readArchesRows(const RowSource &source, const QJsonObject &document, const CancelToken &cancel)
{
    prepareOgr();
    return Reader(source, document).read(cancel);
}

} // namespace loci::formats
