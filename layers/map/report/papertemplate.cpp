// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/report/papertemplate.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

static void startPapers() // outside of namespaces, as the macro wants it
{
    Q_INIT_RESOURCE(papers);
}

namespace loci::map {

using heritage::LocalText;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::map::PaperTemplate)
};

constexpr qint64 kLargest = 1 << 20; ///< bytes of a template

QString folder()
{
    startPapers();
    return QStringLiteral(":/loci/papers/");
}

LocalText localText(const QJsonValue &value)
{
    LocalText text;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        text.byLanguage.insert(it.key(), it.value().toString());
    }
    return text;
}

const QHash<QString, PaperBlock::Kind> &kinds()
{
    using Kind = PaperBlock::Kind;
    static const QHash<QString, Kind> words{{QStringLiteral("title"), Kind::Title},
                                            {QStringLiteral("subtitle"), Kind::Subtitle},
                                            {QStringLiteral("heading"), Kind::Heading},
                                            {QStringLiteral("text"), Kind::Text},
                                            {QStringLiteral("remark"), Kind::Remark},
                                            {QStringLiteral("right"), Kind::Right},
                                            {QStringLiteral("fields"), Kind::Fields},
                                            {QStringLiteral("section"), Kind::Section},
                                            {QStringLiteral("fourHaves"), Kind::FourHaves},
                                            {QStringLiteral("surveys"), Kind::Surveys},
                                            {QStringLiteral("zones"), Kind::Zones},
                                            {QStringLiteral("map"), Kind::Map},
                                            {QStringLiteral("photographs"), Kind::Photographs},
                                            {QStringLiteral("signatures"), Kind::Signatures}};
    return words;
}

Result<PaperBlock> blockOf(const QJsonObject &json)
{
    const QString word = json.isEmpty() ? QString() : json.begin().key();
    const auto kind = kinds().constFind(word);
    if (json.size() != 1 || kind == kinds().constEnd()) {
        return fail(ErrorCode::Invalid, Texts::tr("“%1” is no piece of a paper.").arg(word));
    }
    const QJsonValue value = json.begin().value();
    PaperBlock block;
    block.kind = *kind;
    block.text = localText(value);
    block.section = value.toString();
    block.most = value.toInt();
    const QJsonArray list = value.toArray();
    for (const auto &entry : list) {
        const QJsonObject object = entry.toObject();
        if (*kind == PaperBlock::Kind::Fields) {
            block.fields.emplace_back(localText(object.value(QLatin1String("label"))),
                                      localText(object.value(QLatin1String("value"))));
        } else {
            block.labels.push_back(localText(entry));
        }
    }
    return block;
}

} // namespace

Result<PaperTemplate> PaperTemplate::parse(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    PaperTemplate paper;
    paper.id = object.value(QLatin1String("id")).toString();
    paper.name = localText(object.value(QLatin1String("name")));
    const QJsonArray profiles = object.value(QLatin1String("profiles")).toArray();
    for (const auto &profile : profiles) {
        paper.profiles << profile.toString();
    }
    const QJsonArray blocks = object.value(QLatin1String("blocks")).toArray();
    if (paper.id.isEmpty() || paper.name.byLanguage.isEmpty() || blocks.isEmpty()) {
        return fail(ErrorCode::Invalid, Texts::tr("A template of a paper needs an id, a name and its pieces."),
                    error.errorString());
    }
    paper.blocks.reserve(static_cast<std::size_t>(blocks.size()));
    for (const auto &each : blocks) {
        LOCI_TRY(PaperBlock block, blockOf(each.toObject()));
        paper.blocks.push_back(std::move(block));
    }
    return paper;
}

QStringList bundledPapers()
{
    QStringList ids;
    const QFileInfoList files = QDir(folder()).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        ids << file.completeBaseName();
    }
    return ids;
}

Result<PaperTemplate> loadPaper(const QString &idOrPath)
{
    const bool bundled = bundledPapers().contains(idOrPath);
    QFile file(bundled ? folder() + idOrPath + QLatin1String(".json") : idOrPath);
    if (!bundled && !QFileInfo(idOrPath).isFile()) {
        return fail(ErrorCode::Usage, Texts::tr("There is no paper “%1”; there are: %2.")
                                          .arg(idOrPath, bundledPapers().join(QLatin1String(", "))));
    }
    if (file.size() > kLargest || !file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read.").arg(idOrPath), file.errorString());
    }
    return PaperTemplate::parse(file.readAll());
}

} // namespace loci::map
