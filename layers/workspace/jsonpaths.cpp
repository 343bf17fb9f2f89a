// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/jsonpaths.h"

#include "layers/workspace/workspace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace loci::workspace {

namespace {

using Rewrite = std::function<QString(const QString &)>;

class Rewriter
{
public:
    explicit Rewriter(const Rewrite &rewrite) : m_rewrite(rewrite) {}
    bool changed() const { return m_changed; }

    void path(QJsonObject &object, const char *member)
    {
        const QString name = QLatin1String(member);
        const QString stored = object.value(name).toString();
        if (stored.isEmpty() || stored.contains(QStringLiteral("://"))) {
            return;
        }
        const QString rewritten = m_rewrite(stored);
        if (rewritten != stored) {
            object.insert(name, rewritten);
            m_changed = true;
        }
    }
    template <typename Part>
    void each(QJsonObject &object, const char *member, const Part &part)
    {
        const QString name = QLatin1String(member);
        if (!object.value(name).isArray()) {
            return;
        }
        QJsonArray list = object.value(name).toArray();
        for (QJsonValueRef item : list) {
            QJsonObject inner = item.toObject();
            part(inner);
            if (item.isObject()) {
                item = inner;
            }
        }
        object.insert(name, list);
    }
    template <typename Part>
    void within(QJsonObject &object, const char *member, const Part &part)
    {
        const QString name = QLatin1String(member);
        if (object.value(name).isObject()) {
            QJsonObject inner = object.value(name).toObject();
            part(inner);
            object.insert(name, inner);
        }
    }

private:
    const Rewrite &m_rewrite;
    bool m_changed = false;
};

void visitDefinition(QJsonObject &definition, Rewriter &rewriter)
{
    rewriter.each(definition, "inputs", [&rewriter](QJsonObject &input) {
        rewriter.within(input, "from", [&rewriter](QJsonObject &from) {
            if (from.value(QStringLiteral("kind")).toString() != QLatin1String("table")) {
                return;
            }
            rewriter.path(from, "source");
            rewriter.within(from, "near", [&rewriter](QJsonObject &near) { rewriter.path(near, "source"); });
            rewriter.within(from, "reach", [&rewriter](QJsonObject &reach) { rewriter.path(reach, "source"); });
        });
    });
}

/// False for a key that names no such document.
bool visit(const QString &key, QJsonObject &json, Rewriter &rewriter)
{
    const auto path = [&rewriter](QJsonObject &object) { rewriter.path(object, "path"); };
    if (key.startsWith(QLatin1String(key::kIndicatorPrefix))) {
        visitDefinition(json, rewriter);
    } else if (key == QLatin1String(key::kIndicatorAreas)) {
        rewriter.each(json, "levels", path);
    } else if (key == QLatin1String(key::kIndicatorFeeds)) {
        rewriter.each(json, "files", path);
        rewriter.within(json, "stations", path);
    } else if (key.startsWith(QLatin1String(key::kBoardPrefix))) {
        rewriter.each(json, "tiles", [&rewriter](QJsonObject &tile) { rewriter.path(tile, "picture"); });
    } else {
        return false;
    }
    return true;
}

} // namespace

QStringList jsonPaths(const QString &key, const QByteArray &document)
{
    QStringList paths;
    const Rewrite collect = [&paths](const QString &path) {
        if (!paths.contains(path)) {
            paths << path;
        }
        return path;
    };
    Rewriter rewriter(collect);
    QJsonObject json = QJsonDocument::fromJson(document).object();
    visit(key, json, rewriter);
    return paths;
}

QByteArray rewriteJsonPaths(const QString &key, const QByteArray &document, const Rewrite &rewrite)
{
    QJsonObject json = QJsonDocument::fromJson(document).object();
    Rewriter rewriter(rewrite);
    if (!visit(key, json, rewriter) || !rewriter.changed()) {
        return document;
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace loci::workspace
