// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/catalogue/entry.h"

#include "layers/domain/catalogue/cadence.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <array>
#include <utility>

namespace loci::catalogue {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::catalogue::Entry)
};

constexpr std::array kSharings{std::pair{Sharing::Undecided, "undecided"},
                               std::pair{Sharing::Unconditional, "unconditional"},
                               std::pair{Sharing::Conditional, "conditional"}, std::pair{Sharing::NotShared, "none"}};

bool isNothing(const Words &words)
{
    return words.zh.isEmpty() && words.en.isEmpty();
}

void put(QJsonObject &json, const char *name, const Words &words)
{
    if (!isNothing(words)) {
        json.insert(QLatin1String(name), indicators::toJson(words));
    }
}

void put(QJsonObject &json, const char *name, const QString &text)
{
    if (!text.isEmpty()) {
        json.insert(QLatin1String(name), text);
    }
}

} // namespace

QString toText(Kind kind)
{
    switch (kind) {
    case Kind::Layer:
        return QStringLiteral("layer");
    case Kind::Table:
        return QStringLiteral("table");
    case Kind::Stream:
        return QStringLiteral("stream");
    case Kind::Indicator:
        return QStringLiteral("indicator");
    case Kind::Model:
        return QStringLiteral("model");
    }
    return {};
}

QString word(Kind kind)
{
    switch (kind) {
    case Kind::Layer:
        return Texts::tr("layer");
    case Kind::Table:
        return Texts::tr("table");
    case Kind::Stream:
        return Texts::tr("stream");
    case Kind::Indicator:
        return Texts::tr("indicator");
    case Kind::Model:
        return Texts::tr("city model");
    }
    return {};
}

QString toText(Sharing sharing)
{
    for (const auto &[value, text] : kSharings) {
        if (value == sharing) {
            return QLatin1String(text);
        }
    }
    return {};
}

std::optional<Sharing> sharingFrom(const QString &text)
{
    for (const auto &[value, name] : kSharings) {
        if (text == QLatin1String(name)) {
            return value;
        }
    }
    return std::nullopt;
}

QString word(Sharing sharing)
{
    switch (sharing) {
    case Sharing::Undecided:
        return Texts::tr("not decided yet, kept back");
    case Sharing::Unconditional:
        return Texts::tr("shared unconditionally");
    case Sharing::Conditional:
        return Texts::tr("shared on conditions");
    case Sharing::NotShared:
        return Texts::tr("not shared");
    }
    return {};
}

QJsonObject Description::toJson() const
{
    QJsonObject json{{QStringLiteral("sharing"), toText(sharing)}};
    put(json, "title", title);
    put(json, "text", text);
    put(json, "department", department);
    put(json, "quality", quality);
    put(json, "lineage", lineage);
    put(json, "condition", condition);
    put(json, "basis", basis);
    put(json, "licence", licence);
    put(json, "contact", contact);
    put(json, "cadence", cadence);
    return json;
}

Result<Description> Description::fromJson(const QJsonObject &json)
{
    const auto words = [&json](const char *name) { return indicators::wordsFrom(json.value(QLatin1String(name))); };
    const auto text = [&json](const char *name) { return json.value(QLatin1String(name)).toString().trimmed(); };
    Description said;
    said.title = words("title");
    said.text = words("text");
    said.department = words("department");
    said.quality = words("quality");
    said.lineage = words("lineage");
    said.condition = words("condition");
    said.basis = text("basis");
    said.licence = text("licence");
    said.contact = text("contact");
    said.cadence = text("cadence");
    const auto sharing = sharingFrom(json.value(QStringLiteral("sharing")).toString(QStringLiteral("undecided")));
    if (!sharing) {
        return fail(ErrorCode::Invalid, Texts::tr("“%1” is no sharing class.").arg(text("sharing")));
    }
    said.sharing = *sharing;
    if (!said.cadence.isEmpty() && !Period::fromText(said.cadence)) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("“%1” is no distance in time; write P1D for a day, P1M for a month, P1Y for a year.")
                        .arg(said.cadence));
    }
    if (said.sharing == Sharing::NotShared && said.basis.isEmpty()) {
        return fail(ErrorCode::Invalid, Texts::tr("What is not shared needs its basis in law."));
    }
    return said;
}

QJsonObject toJson(const Entry &entry, const QDateTime &now)
{
    QJsonObject json = entry.said.toJson();
    json.insert(QStringLiteral("id"), entry.id);
    json.insert(QStringLiteral("kind"), toText(entry.kind));
    json.insert(QStringLiteral("withheld"), entry.withheld);
    put(json, "source", entry.source);
    put(json, "format", entry.format);
    json.insert(QStringLiteral("crs"), entry.crs.isEmpty() ? QJsonValue() : QJsonValue(entry.crs));
    json.insert(QStringLiteral("bbox"), entry.extent ? QJsonValue(QJsonArray{entry.extent->west, entry.extent->south,
                                                                             entry.extent->east, entry.extent->north})
                                                     : QJsonValue());
    json.insert(QStringLiteral("updated"),
                entry.updated.isValid() ? QJsonValue(entry.updated.toUTC().toString(Qt::ISODate)) : QJsonValue());
    json.insert(QStringLiteral("timeliness"), toText(timeliness(entry.updated, entry.said.cadence, now)));
    json.insert(QStringLiteral("items"), QJsonArray::fromStringList(entry.items));
    json.insert(QStringLiteral("madeFrom"), QJsonArray::fromStringList(entry.madeFrom));
    return json;
}

} // namespace loci::catalogue
