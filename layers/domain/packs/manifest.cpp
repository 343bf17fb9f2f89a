// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/packs/manifest.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace loci::packs {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::packs::Manifest)
};

const QStringList kMembers = {QStringLiteral("id"),         QStringLiteral("version"), QStringLiteral("api"),
                              QStringLiteral("name"),       QStringLiteral("summary"), QStringLiteral("owner"),
                              QStringLiteral("department"), QStringLiteral("contact"), QStringLiteral("licence"),
                              QStringLiteral("source"),     QStringLiteral("confirm"), QStringLiteral("permissions"),
                              QStringLiteral("requires"),   QStringLiteral("library"), QStringLiteral("contributes")};

QString textOf(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toString();
}

bool matches(const QString &text, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern))).match(text).hasMatch();
}

Result<Requirement> requirement(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(R"(^\s*([a-z0-9.-]+)\s*(?:>=\s*([0-9.]+))?\s*$)"));
    const auto match = form.match(text);
    const auto version = Version::fromText(match.captured(2).isEmpty() ? QStringLiteral("1.0") : match.captured(2));
    if (!match.hasMatch() || !version) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("“%1” is no requirement; write “org.example.pack >= 1.0”.").arg(text));
    }
    return Requirement{match.captured(1), *version};
}

Result<> readContributions(const QJsonObject &json, Manifest &manifest)
{
    for (const Kind kind : allKinds()) {
        const QJsonArray paths = json.value(toText(kind)).toArray();
        for (const auto &path : paths) {
            if (!isInside(path.toString())) {
                return fail(
                    ErrorCode::Invalid,
                    Texts::tr("The pack names the file “%1”, which is not inside its folder.").arg(path.toString()));
            }
            manifest.contributions.push_back({kind, path.toString()});
        }
    }
    return {};
}

/// Everything that can make a pack unusable.
Result<> readEssentials(const QJsonObject &json, Manifest &manifest)
{
    manifest.id = textOf(json, "id");
    if (!matches(manifest.id, "[a-z0-9]+([.-][a-z0-9]+)+")) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("“%1” is no pack id; write it like “org.example.schools”.").arg(manifest.id));
    }
    for (const auto &[name, version] : {std::pair("version", &manifest.version), std::pair("api", &manifest.api)}) {
        const auto read = Version::fromText(textOf(json, name));
        if (!read) {
            return fail(ErrorCode::Invalid, Texts::tr("“%1” of pack %2 is no version; write it like “1.0.0”.")
                                                .arg(QLatin1String(name), manifest.id));
        }
        *version = *read;
    }
    manifest.name = indicators::wordsFrom(json.value(QStringLiteral("name")));
    manifest.department = indicators::wordsFrom(json.value(QStringLiteral("department")));
    manifest.owner = textOf(json, "owner");
    if (manifest.name.en.isEmpty() || manifest.department.en.isEmpty() || manifest.owner.isEmpty()) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("Pack %1 does not say its name, department and owner.").arg(manifest.id));
    }
    manifest.library = textOf(json, "library");
    if (!manifest.library.isEmpty() && !matches(manifest.library, "[A-Za-z0-9_-]+")) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("“%1” of pack %2 is no name of a library.").arg(manifest.library, manifest.id));
    }
    const QJsonArray needs = json.value(QStringLiteral("requires")).toArray();
    for (const auto &need : needs) {
        LOCI_TRY(Requirement one, requirement(need.toString()));
        manifest.needs.push_back(std::move(one));
    }
    return readContributions(json.value(QStringLiteral("contributes")).toObject(), manifest);
}

Findings unknownMembers(const QJsonObject &json, const Manifest &manifest)
{
    Findings findings;
    const auto add = [&](const QString &name, const QString &where) {
        findings.push_back({Severity::Warning, QStringLiteral("unknown_member"), manifest.id, where,
                            Texts::tr("The manifest says “%1”, which this version of Loci does not know.").arg(name),
                            QLatin1String(Manifest::kFileName)});
    };
    for (const QString &name : json.keys()) {
        if (!kMembers.contains(name)) {
            add(name, QLatin1Char('/') + name);
        }
    }
    const QJsonObject contributes = json.value(QStringLiteral("contributes")).toObject();
    for (const QString &name : contributes.keys()) {
        if (std::none_of(allKinds().begin(), allKinds().end(), [&name](Kind kind) { return toText(kind) == name; })) {
            add(name, QStringLiteral("/contributes/") + name);
        }
    }
    return findings;
}

} // namespace

std::optional<Version> Version::fromText(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char('.'));
    if (text.isEmpty() || parts.size() > 3) {
        return std::nullopt;
    }
    Version version;
    const std::array numbers = {&version.major, &version.minor, &version.patch};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        bool good = false;
        *numbers.at(static_cast<std::size_t>(i)) = static_cast<int>(parts[i].toUShort(&good));
        if (!good) {
            return std::nullopt;
        }
    }
    return version;
}

QString Version::text() const
{
    return QStringLiteral("%1.%2.%3").arg(major).arg(minor).arg(patch);
}

const std::vector<Kind> &allKinds()
{
    static const std::vector<Kind> kinds = {Kind::Layers, Kind::Indicators, Kind::Boards,   Kind::Feeds,
                                            Kind::Rules,  Kind::Scenes,     Kind::Contracts};
    return kinds;
}

QString toText(Kind kind)
{
    static constexpr std::array kNames = {"layers", "indicators", "boards", "feeds", "rules", "scenes", "contracts"};
    return QLatin1String(kNames.at(static_cast<std::size_t>(kind)));
}

Words title(Kind kind)
{
    static const std::array kTitles = {Words{QStringLiteral("图层"), QStringLiteral("Layers")},
                                       Words{QStringLiteral("指标"), QStringLiteral("Indicators")},
                                       Words{QStringLiteral("看板"), QStringLiteral("Boards")},
                                       Words{QStringLiteral("实时数据"), QStringLiteral("Live feeds")},
                                       Words{QStringLiteral("规则"), QStringLiteral("Rules")},
                                       Words{QStringLiteral("汇报场景"), QStringLiteral("Briefing scenes")},
                                       Words{QStringLiteral("交付契约"), QStringLiteral("Delivery contracts")}};
    return kTitles.at(static_cast<std::size_t>(kind));
}

bool isInside(const QString &path)
{
    static const QRegularExpression foreign(QStringLiteral(R"([\\:*?"<>|\x00-\x1f])"));
    const QStringList parts = path.split(QLatin1Char('/'));
    return !path.isEmpty() && !path.contains(foreign) &&
           std::none_of(parts.begin(), parts.end(), [](const QString &part) {
               return part.isEmpty() || part == QLatin1String(".") || part == QLatin1String("..");
           });
}

bool Manifest::mayRead(const QString &documentKey) const
{
    return std::any_of(permissions.begin(), permissions.end(), [&](const QString &permission) {
        return permission.startsWith(QLatin1String("read:")) && permission.size() > 5 &&
               documentKey.startsWith(permission.mid(5));
    });
}

Result<Loaded<Manifest>> Manifest::read(const QByteArray &text)
{
    constexpr qsizetype kLargest = 1'000'000;
    QJsonParseError problem;
    const QJsonObject json = QJsonDocument::fromJson(text.left(kLargest), &problem).object();
    if (problem.error != QJsonParseError::NoError || json.isEmpty()) {
        return fail(ErrorCode::Invalid, Texts::tr("The manifest of the pack is no JSON object."),
                    problem.errorString());
    }
    Loaded<Manifest> loaded;
    Manifest &manifest = loaded.value;
    LOCI_CHECK(readEssentials(json, manifest));
    manifest.summary = indicators::wordsFrom(json.value(QStringLiteral("summary")));
    manifest.contact = textOf(json, "contact");
    manifest.licence = textOf(json, "licence");
    manifest.source = textOf(json, "source");
    manifest.confirm = textOf(json, "confirm");
    const QJsonArray permissions = json.value(QStringLiteral("permissions")).toArray();
    for (const auto &permission : permissions) {
        manifest.permissions << permission.toString();
    }
    manifest.json = json;
    loaded.findings = unknownMembers(json, manifest);
    return loaded;
}

} // namespace loci::packs
