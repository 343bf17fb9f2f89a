// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/references.h"

#include "layers/workspace/datasource.h"
#include "layers/workspace/jsonpaths.h"
#include "layers/workspace/paths.h"
#include "layers/workspace/planning/planstore.h"
#include "layers/workspace/workspace.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace loci::workspace {

namespace {
using Rewrite = std::function<QString(const QString &)>;

/// Documents whose member "path" names their file.
bool namesItsFile(const QString &key)
{
    return key.startsWith(QLatin1String(key::kCityModelPrefix)) || key.startsWith(QLatin1String(key::kPlanPhoto));
}

const QRegularExpression &layerSource()
{
    static const QRegularExpression pattern(QStringLiteral("(<datasource>)([^<]*)(</datasource>)"));
    return pattern;
}

QString unescaped(QString text)
{
    return text.replace(QStringLiteral("&lt;"), QStringLiteral("<"))
        .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
        .replace(QStringLiteral("&quot;"), QStringLiteral("\""))
        .replace(QStringLiteral("&apos;"), QStringLiteral("'"))
        .replace(QStringLiteral("&#39;"), QStringLiteral("'"))
        .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

QString providerOf(const QString &layer)
{
    static const QRegularExpression pattern(QStringLiteral("<provider(?:\\s[^>]*)?>([^<]*)</provider>"));
    return pattern.match(layer).captured(1).trimmed();
}

/// A source in XML text with its path rewritten, escaped again.
QString rewrittenSource(const QString &provider, const QString &escaped, const Rewrite &rewrite)
{
    const auto source = splitDataSource(provider, unescaped(escaped));
    if (!source) {
        return escaped;
    }
    const QString path = rewrite(source->path);
    return path == source->path ? escaped : source->joined(path).toHtmlEscaped();
}

QByteArray rewriteLayer(const QByteArray &document, const Rewrite &rewrite)
{
    QString xml = QString::fromUtf8(document);
    const QRegularExpressionMatch match = layerSource().match(xml);
    if (!match.hasMatch()) {
        return document;
    }
    const QString source = rewrittenSource(providerOf(xml), match.captured(2), rewrite);
    if (source == match.captured(2)) {
        return document;
    }
    return xml.replace(match.capturedStart(2), match.capturedLength(2), source).toUtf8();
}

/// The tree repeats the source of each layer, as QGIS writes it.
QByteArray rewriteTree(const QByteArray &document, const Rewrite &rewrite)
{
    static const QRegularExpression element(QStringLiteral("<layer-tree-layer\\b[^>]*>"));
    static const QRegularExpression provider(QStringLiteral("\\bproviderKey=\"([^\"]*)\""));
    static const QRegularExpression source(QStringLiteral("\\bsource=\"([^\"]*)\""));
    const QString xml = QString::fromUtf8(document);
    QString result;
    qsizetype done = 0;
    for (auto matches = element.globalMatch(xml); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString text = match.captured();
        const QRegularExpressionMatch found = source.match(text);
        if (!found.hasMatch()) {
            continue;
        }
        const qsizetype start = match.capturedStart() + found.capturedStart(1);
        result += QStringView(xml).mid(done, start - done);
        result += rewrittenSource(provider.match(text).captured(1), found.captured(1), rewrite);
        done = start + found.capturedLength(1);
    }
    return done == 0 ? document : result.append(QStringView(xml).mid(done)).toUtf8();
}

QByteArray rewriteModel(const QByteArray &document, const Rewrite &rewrite)
{
    QJsonObject json = QJsonDocument::fromJson(document).object();
    const QString path = json.value(QStringLiteral("path")).toString();
    const QString rewritten = path.isEmpty() ? path : rewrite(path);
    if (rewritten == path) {
        return document;
    }
    json.insert(QStringLiteral("path"), rewritten);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// Without what could be a secret.
QString shortened(const QString &source)
{
    static const QRegularExpression secret(
        QStringLiteral("(password|authcfg|token|key|user|username)=('[^']*'|[^&\\s]*)"),
        QRegularExpression::CaseInsensitiveOption);
    return QString(source).replace(secret, QStringLiteral("\\1=…")).left(160);
}
} // namespace

Reference referenceOf(const QString &key, const QByteArray &document)
{
    if (namesItsFile(key)) {
        const QString path = QJsonDocument::fromJson(document).object().value(QStringLiteral("path")).toString();
        const bool remote = path.contains(QStringLiteral("://"));
        return {remote ? QString() : path, remote ? shortened(path) : QString()};
    }
    if (!key.startsWith(QLatin1String(key::kMapLayerPrefix))) {
        return {};
    }
    const QString xml = QString::fromUtf8(document);
    const QString provider = providerOf(xml);
    const QString source = unescaped(layerSource().match(xml).captured(2));
    if (const auto local = splitDataSource(provider, source)) {
        return {local->path, {}};
    }
    return {{}, provider == QStringLiteral("memory") ? QString() : shortened(source)};
}

QByteArray rewritePaths(const QString &key, const QByteArray &document, const Rewrite &rewrite)
{
    if (key.startsWith(QLatin1String(key::kMapLayerPrefix))) {
        return rewriteLayer(document, rewrite);
    }
    if (key == QLatin1String(key::kMapTree)) {
        return rewriteTree(document, rewrite);
    }
    return namesItsFile(key) ? rewriteModel(document, rewrite) : rewriteJsonPaths(key, document, rewrite);
}

QByteArray storedDocument(const QString &workspacePath, const QString &key, const QByteArray &document)
{
    return rewritePaths(key, document, [&](const QString &path) { return storedPath(workspacePath, path); });
}

QByteArray resolvedDocument(const QString &workspacePath, const QString &key, const QByteArray &document)
{
    return rewritePaths(key, document, [&](const QString &path) { return resolvedPath(workspacePath, path); });
}

} // namespace loci::workspace
