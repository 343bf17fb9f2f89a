// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/offline/keptconflicts.h"

#include "layers/storage/heritage/auditjson.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace loci::workspace {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::KeptConflicts)
};

constexpr int kHashLength = 16;

auto placeOf(std::vector<merge::Conflict> &fields, const QString &path)
{
    return std::find_if(fields.begin(), fields.end(), [&path](const merge::Conflict &one) { return one.path == path; });
}

QString nameIn(const QJsonObject &json)
{
    const QJsonValue name = json.value(QLatin1String("name"));
    return name.isString() ? name.toString() : QString();
}

/// A field of a document, or all of it.
QJsonValue valueIn(const std::optional<QByteArray> &document, const QString &path)
{
    const QJsonValue whole = storage::heritage::documentValue(document);
    return path.isEmpty() ? whole : merge::fieldAt(whole, path);
}
} // namespace

QString KeptConflict::documentKey(const QString &session, const QString &key)
{
    const QByteArray hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QLatin1String(kConflictPrefix) + session + QLatin1Char('/') + QString::fromLatin1(hash.left(kHashLength));
}

KeptConflict KeptConflict::parse(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const auto text = [&json](const char *name) { return json.value(QLatin1String(name)).toString(); };
    KeptConflict kept{text("key"),
                      text("title"),
                      text("person"),
                      text("label"),
                      QDateTime::fromString(text("made"), Qt::ISODateWithMs).toUTC(),
                      {}};
    const QJsonArray fields = json.value(QLatin1String("fields")).toArray();
    kept.fields.reserve(std::size_t(fields.size()));
    for (const auto &field : fields) {
        kept.fields.push_back(merge::Conflict::fromJson(field.toObject()));
    }
    return kept;
}

QByteArray KeptConflict::bytes() const
{
    QJsonArray list;
    for (const merge::Conflict &field : fields) {
        list.append(field.toJson());
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("key"), key},
                                     {QStringLiteral("title"), title},
                                     {QStringLiteral("person"), person},
                                     {QStringLiteral("label"), label},
                                     {QStringLiteral("made"), made.toUTC().toString(Qt::ISODateWithMs)},
                                     {QStringLiteral("fields"), list}})
        .toJson(QJsonDocument::Compact);
}

void addLater(std::vector<merge::Conflict> &fields, const std::vector<merge::Conflict> &later)
{
    for (const merge::Conflict &conflict : later) {
        const auto known = placeOf(fields, conflict.path);
        if (known == fields.end()) {
            fields.push_back(conflict);
            continue;
        }
        known->theirs = conflict.theirs;
        if (known->theirs == known->base) {
            fields.erase(known);
        }
    }
}

void KeptConflict::add(const std::vector<merge::Conflict> &later)
{
    const bool isWhole = std::any_of(later.begin(), later.end(), [](const auto &one) { return one.path.isEmpty(); });
    if (isWhole && placeOf(fields, {}) == fields.end()) {
        fields.clear(); // the whole holds its fields
    }
    addLater(fields, later);
}

std::vector<OpenConflict> openConflicts(const Workspace &workspace)
{
    std::vector<OpenConflict> list;
    const QStringList documents = workspace.keys(QLatin1String(kConflictPrefix));
    for (const QString &document : documents) {
        const KeptConflict kept = KeptConflict::parse(workspace.document(document).value_or(QByteArray()));
        const auto now = workspace.document(kept.key);
        const QString name = nameIn(storage::heritage::documentValue(now).toObject());
        for (merge::Conflict field : kept.fields) {
            field.mine = valueIn(now, field.path);
            list.push_back({document, name.isEmpty() ? kept.title : name, kept, std::move(field)});
        }
    }
    return list;
}

Result<> decideOpenConflict(Workspace &workspace, const QString &document, const QString &path, bool takesTheirs,
                            const QString &reason, const QString &author)
{
    KeptConflict kept = KeptConflict::parse(workspace.document(document).value_or(QByteArray()));
    const auto field = placeOf(kept.fields, path);
    if (field == kept.fields.end()) {
        return fail(ErrorCode::Usage, Texts::tr("This conflict was decided already."));
    }
    Command command{Texts::tr("Decide a conflict of “%1”").arg(kept.title), {}, reason, author};
    if (takesTheirs) {
        const QJsonValue now = storage::heritage::documentValue(workspace.document(kept.key));
        const QJsonValue next = path.isEmpty() ? field->theirs : merge::withField(now, path, field->theirs);
        command.changes.push_back({kept.key, {}, storage::heritage::documentBytes(next)});
    }
    kept.fields.erase(field);
    command.changes.push_back(
        {document, {}, kept.fields.empty() ? std::nullopt : std::optional<QByteArray>(kept.bytes())});
    return workspace.commit(std::move(command));
}

} // namespace loci::workspace
