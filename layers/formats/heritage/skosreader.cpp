// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/skosreader.h"

#include "layers/formats/heritage/skosnames.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

namespace loci::formats {

using heritage::LanguageText;
using heritage::Term;
using heritage::Thesaurus;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::SkosReader)
};

constexpr qint64 kLargestFile = qint64(256) << 20;

struct Property
{
    QString space, name, language, text, resource;
};

struct Node
{
    QString uri;
    bool isTerm = false;
    bool isScheme = false;
    std::vector<Property> properties;
};

/// Arches writes {"id": ..., "value": ...} into the literal.
QString plainLiteral(const QString &text, QString *id = nullptr)
{
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(QLatin1Char('{')) && trimmed.endsWith(QLatin1Char('}'))) {
        const QJsonObject object = QJsonDocument::fromJson(trimmed.toUtf8()).object();
        if (object.contains(QStringLiteral("value"))) {
            if (id != nullptr) {
                *id = object.value(QStringLiteral("id")).toString();
            }
            return object.value(QStringLiteral("value")).toVariant().toString().trimmed();
        }
    }
    return trimmed;
}

class Reader
{
public:
    Reader(const QByteArray &bytes, QString source) : m_xml(bytes), m_source(std::move(source)) {}
    Result<Loaded<Thesaurus>> read(const CancelToken &cancel);

private:
    /// An open element: a node, or a property of the node below it on the stack.
    struct Open
    {
        bool isNode;
        QString language;
    };
    Result<> refuseEntities() const;
    void start();
    void startNode();
    void startProperty();
    void end();
    void commit(Node &node);
    void commitTerm(Node &node);
    void commitScheme(Node &node);
    bool commitText(int index, const Property &property);
    void commitRelation(int index, const Property &property);
    void finish();
    void report(Severity severity, const char *code, const QString &object, const QString &message);
    bool is(QLatin1String space, const char *name) const
    {
        return m_xml.namespaceUri() == space && m_xml.name() == QLatin1String(name);
    }

    QXmlStreamReader m_xml;
    QString m_source;
    std::vector<Open> m_open;
    std::vector<Node> m_nodes; ///< open ones
    Thesaurus m_thesaurus;
    QSet<QString> m_described;
    QSet<QString> m_topUris;
    int m_schemes = 0;
    FindingList m_findings;
};

void Reader::report(Severity severity, const char *code, const QString &object, const QString &message)
{
    Finding finding;
    finding.severity = severity;
    finding.code = QString::fromLatin1(code);
    finding.object = object;
    finding.message = message;
    finding.source = m_source;
    m_findings.add(std::move(finding));
}

Result<> Reader::refuseEntities() const
{
    if (m_xml.entityDeclarations().isEmpty() && m_xml.dtdSystemId().isEmpty()) {
        return {};
    }
    return fail(
        ErrorCode::Invalid,
        Texts::tr("%1 declares XML entities, which could fetch or multiply data; it is not read.").arg(m_source),
        QStringLiteral("document type in SKOS"));
}

void Reader::start()
{
    if (m_open.empty() && is(skos::kRdf, "RDF")) {
        return;
    }
    const QString own = m_xml.attributes().value(QLatin1String("xml:lang")).toString();
    const QString language = !own.isEmpty() ? own : m_open.empty() ? QString() : m_open.back().language;
    const bool isNode = m_open.empty() || !m_open.back().isNode;
    m_open.push_back({isNode, language});
    isNode ? startNode() : startProperty();
}

void Reader::startNode()
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    Node node;
    node.uri = attributes.value(skos::kRdf, QLatin1String("about")).toString();
    if (node.uri.isEmpty()) {
        const QString id = attributes.value(skos::kRdf, QLatin1String("ID")).toString();
        node.uri = id.isEmpty() ? QString() : QLatin1Char('#') + id;
    }
    node.isTerm = is(skos::kSkos, "Concept");
    node.isScheme = is(skos::kSkos, "ConceptScheme");
    if (!m_nodes.empty() && !m_nodes.back().properties.empty()) {
        m_nodes.back().properties.back().resource = node.uri;
    }
    m_nodes.push_back(std::move(node));
}

void Reader::startProperty()
{
    Property property;
    property.space = m_xml.namespaceUri().toString();
    property.name = m_xml.name().toString();
    property.language = m_open.back().language;
    property.resource = m_xml.attributes().value(skos::kRdf, QLatin1String("resource")).toString();
    Node &node = m_nodes.back();
    if (is(skos::kRdf, "type")) {
        node.isTerm = node.isTerm || property.resource == skos::kSkos + QLatin1String("Concept");
        node.isScheme = node.isScheme || property.resource == skos::kSkos + QLatin1String("ConceptScheme");
    }
    node.properties.push_back(std::move(property));
}

void Reader::end()
{
    if (m_open.empty()) {
        return;
    }
    if (m_open.back().isNode) {
        commit(m_nodes.back());
        m_nodes.pop_back();
    }
    m_open.pop_back();
}

void Reader::commit(Node &node)
{
    if (node.isScheme) {
        commitScheme(node);
    } else if (node.isTerm) {
        commitTerm(node);
    }
}

void Reader::commitScheme(Node &node)
{
    if (++m_schemes > 1 && node.uri != m_thesaurus.uri) {
        report(Severity::Warning, "skos_several_schemes", node.uri,
               Texts::tr("The file holds several schemes; all terms were put into the first."));
    } else {
        m_thesaurus.uri = node.uri;
    }
    for (Property &property : node.properties) {
        const QString text = plainLiteral(property.text);
        const bool isTerms = property.space == skos::kDcTerms || property.space == skos::kDc;
        if (property.space == skos::kSkos && property.name == QLatin1String("hasTopConcept")) {
            m_topUris.insert(property.resource);
        } else if ((isTerms && property.name == QLatin1String("title")) ||
                   (property.space == skos::kSkos && property.name == QLatin1String("prefLabel"))) {
            m_thesaurus.titles.push_back({property.language, text});
        } else if (isTerms && property.name == QLatin1String("description")) {
            m_thesaurus.descriptions.push_back({property.language, text});
        } else if (isTerms && property.name == QLatin1String("identifier")) {
            m_thesaurus.identifier = text;
        }
    }
}

bool Reader::commitText(int index, const Property &property)
{
    Term &term = m_thesaurus.at(index);
    QString labelId;
    const QString text = plainLiteral(property.text, &labelId);
    const auto named = [&property](const char *name) { return property.name == QLatin1String(name); };
    std::vector<LanguageText> *list = nullptr;
    if (named("prefLabel")) {
        list = &term.preferred;
    } else if (named("altLabel") || named("hiddenLabel")) {
        list = &term.alternative;
    } else if (named("scopeNote") || named("definition")) {
        list = &term.scopeNotes;
    }
    if (list != nullptr) {
        if (!text.isEmpty()) {
            list->push_back({property.language, text});
        }
        if (!labelId.isEmpty()) {
            m_thesaurus.labelIds.insert(labelId, index);
        }
        return true;
    }
    if (named("notation")) {
        term.notation = text;
    } else if (named("identifier") && term.notation.isEmpty()) {
        term.notation = text;
    } else if (named("deprecated")) {
        term.deprecated = text == QLatin1String("true") || text == QLatin1String("1");
    } else if (named("isReplacedBy")) {
        term.replacedBy = property.resource.isEmpty() ? text : property.resource;
    } else if (named("sortorder")) {
        bool ok = false;
        const int order = text.toInt(&ok);
        term.sortOrder = ok ? order : -1;
    } else {
        return false;
    }
    return true;
}

void Reader::commitRelation(int index, const Property &property)
{
    if (property.space != skos::kSkos || property.resource.isEmpty()) {
        return;
    }
    if (property.name == QLatin1String("broader")) {
        m_thesaurus.relateBroader(index, m_thesaurus.obtain(property.resource));
    } else if (property.name == QLatin1String("narrower")) {
        m_thesaurus.relateBroader(m_thesaurus.obtain(property.resource), index);
    } else if (property.name == QLatin1String("related")) {
        m_thesaurus.relate(index, m_thesaurus.obtain(property.resource));
    } else if (property.name == QLatin1String("topConceptOf")) {
        m_topUris.insert(m_thesaurus.at(index).uri);
    }
}

void Reader::commitTerm(Node &node)
{
    if (node.uri.isEmpty()) {
        report(Severity::Warning, "skos_no_uri", {}, Texts::tr("A term without an identifier was left out."));
        return;
    }
    const int index = m_thesaurus.obtain(node.uri);
    m_described.insert(node.uri);
    for (const Property &property : node.properties) {
        if (!commitText(index, property)) {
            commitRelation(index, property);
        }
    }
}

void Reader::finish()
{
    for (const QString &uri : std::as_const(m_topUris)) {
        if (const int index = m_thesaurus.indexOf(uri); index >= 0) {
            m_thesaurus.setTop(index);
        }
    }
    for (const Term &term : m_thesaurus.terms()) {
        if (!m_described.contains(term.uri)) {
            report(Severity::Warning, "skos_missing_term", term.uri,
                   Texts::tr("A term is referred to, but the file does not describe it."));
        } else if (term.preferred.empty()) {
            report(Severity::Warning, "skos_no_label", term.uri, Texts::tr("A term has no label."));
        }
    }
}

Result<Loaded<Thesaurus>> Reader::read(const CancelToken &cancel)
{
    while (!m_xml.atEnd()) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::DTD:
            LOCI_CHECK(refuseEntities());
            break;
        case QXmlStreamReader::StartElement:
            start();
            break;
        case QXmlStreamReader::EndElement:
            end();
            if (cancel.isCancelled()) {
                return fail(ErrorCode::Cancelled, Texts::tr("Reading was cancelled."));
            }
            break;
        case QXmlStreamReader::Characters:
            if (!m_open.empty() && !m_open.back().isNode && !m_nodes.empty() && !m_nodes.back().properties.empty()) {
                m_nodes.back().properties.back().text += m_xml.text();
            }
            break;
        default:
            break;
        }
    }
    if (m_xml.hasError()) {
        return fail(ErrorCode::Invalid, Texts::tr("%1 is not well-formed XML: line %2, %3")
                                            .arg(m_source)
                                            .arg(m_xml.lineNumber())
                                            .arg(m_xml.errorString()));
    }
    if (m_described.isEmpty() && m_schemes == 0) {
        return fail(ErrorCode::Unsupported, Texts::tr("%1 holds no thesaurus in SKOS.").arg(m_source));
    }
    finish();
    return Loaded<Thesaurus>{std::move(m_thesaurus), m_findings.take()};
}

} // namespace

Result<Loaded<Thesaurus>> readSkosBytes(const QByteArray &bytes, const QString &source, const CancelToken &cancel)
{
    return Reader(bytes, source).read(cancel);
}

Result<Loaded<Thesaurus>> readSkos(const QString &path, const CancelToken &cancel)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    if (file.size() > kLargestFile) {
        return fail(ErrorCode::Unsupported, Texts::tr("%1 is too large for a thesaurus.").arg(path));
    }
    return readSkosBytes(file.readAll(), path, cancel);
}

} // namespace loci::formats
