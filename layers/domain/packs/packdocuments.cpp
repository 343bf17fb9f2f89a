// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/packs/packdocuments.h"

#include "layers/domain/briefing/briefingjson.h"
#include "layers/domain/contracts/contract.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace loci::packs {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::packs::Contents)
};

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Key of the documents of a kind that is stored as it is written in the pack.
QString prefix(Kind kind)
{
    switch (kind) {
    case Kind::Boards:
        return QStringLiteral("board/");
    case Kind::Feeds:
        return QStringLiteral("feed/");
    case Kind::Rules:
        return QStringLiteral("planning/pack/");
    case Kind::Contracts:
        return QStringLiteral("contract/");
    case Kind::Layers:
    case Kind::Indicators:
    case Kind::Scenes:
        break;
    }
    return {};
}

bool isName(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$"));
    return form.match(text).hasMatch();
}

Finding bad(const QString &sentence, const QString &object, const QString &where)
{
    return {Severity::Error, QStringLiteral("bad_contribution"), object, {}, sentence, where};
}

} // namespace

int Contents::count(Kind kind) const
{
    const auto found = names.find(kind);
    return found == names.end() ? 0 : static_cast<int>(found->second.size());
}

void Contents::add(Kind kind, const QByteArray &text, const QString &where)
{
    if (kind == Kind::Indicators) {
        auto read = indicators::readPack(text, where);
        for (const indicators::Definition &definition : read.value) {
            documents.insert({QStringLiteral("indicator/def/") + definition.code, compact(definition.json)});
            names[kind] << definition.code;
        }
        findings.insert(findings.end(), read.findings.begin(), read.findings.end());
        return;
    }
    const QJsonObject file = QJsonDocument::fromJson(text).object();
    const QJsonObject items = file.value(toText(kind)).toObject();
    if (items.isEmpty()) {
        findings.push_back(bad(Texts::tr("%1 holds no “%2” that can be read.").arg(where, toText(kind)), {}, where));
        return;
    }
    for (auto item = items.begin(); item != items.end(); ++item) {
        const QJsonObject object = item.value().toObject();
        if (!isName(item.key()) || object.isEmpty()) {
            findings.push_back(
                bad(Texts::tr("“%1” in %2 is no id with an object.").arg(item.key(), where), item.key(), where));
        } else if (kind == Kind::Scenes) {
            for (const auto &[key, document] : briefing::documentsOf(item.key(), object)) {
                documents.insert({key, compact(document)});
            }
            names[kind] << item.key();
        } else if (kind == Kind::Contracts) {
            addContract(item.key(), object, where);
        } else if (kind != Kind::Layers) {
            documents.insert({prefix(kind) + item.key(), compact(object)});
            names[kind] << item.key();
        } else if (const QString path = object.value(QStringLiteral("file")).toString(); isInside(path)) {
            layers.push_back({item.key(), indicators::wordsFrom(object.value(QStringLiteral("title"))), path});
            names[kind] << item.key();
        } else {
            findings.push_back(
                bad(Texts::tr("The layer “%1” has no file inside the pack.").arg(item.key()), item.key(), where));
        }
    }
}

void Contents::addContract(const QString &id, QJsonObject json, const QString &where)
{
    json.insert(QStringLiteral("id"), id);
    const auto contract = contracts::Contract::fromJson(json);
    if (!contract) {
        findings.push_back(bad(contract.error().message, id, where));
        return;
    }
    documents.insert({prefix(Kind::Contracts) + id, compact(contract->value.toJson())});
    names[Kind::Contracts] << id;
}

Contents readContents(const Manifest &manifest, const std::function<Result<QByteArray>(const QString &path)> &file)
{
    Contents contents;
    for (const Contribution &contribution : manifest.contributions) {
        const auto text = file(contribution.path);
        if (text) {
            contents.add(contribution.kind, *text, contribution.path);
        } else {
            contents.findings.push_back(bad(text.error().message, manifest.id, contribution.path));
        }
    }
    return contents;
}

} // namespace loci::packs
