// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/report/recordsheet.h"

#include "layers/map/report/documentbuilder.h"
#include "layers/map/report/recordtext.h"

#include <QCoreApplication>

namespace loci::map {

using heritage::Asset;
using heritage::Profile;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::map::RecordSheet)
};

constexpr double kMapHeight = 298, kPhotographHeight = 236;

QStringList languagesFor(const QString &language)
{
    return language.startsWith(QLatin1String("zh")) ? QStringList{QStringLiteral("zh"), QStringLiteral("en")}
                                                    : QStringList{QStringLiteral("en"), QStringLiteral("zh")};
}

QString labelFor(const Profile &profile, const char *list, const QString &code, const QString &language)
{
    const heritage::Vocabulary *vocabulary = profile.vocabulary(QLatin1String(list));
    const heritage::Choice *choice = vocabulary == nullptr ? nullptr : vocabulary->find(code);
    return choice == nullptr ? code : choice->label.in(language);
}

void addSheet(DocumentBuilder &builder, const Asset &asset, const Profile &profile, const SheetContent &content)
{
    builder.title(asset.name(languagesFor(content.language)));
    builder.subtitle(identityOf(asset, profile, content.language));
    if (!content.map.isNull()) {
        builder.picture(content.map, kMapHeight, content.mapCaption);
    }
    addZones(builder, content);
    for (const SectionText &section : sectionsOf(asset, profile, content.language)) {
        builder.heading(section.title);
        for (const std::vector<FieldText> &entry : section.entries) {
            builder.fields(entry);
        }
    }
    addPhotographs(builder, content, content.photographs.size());
    const QStringList missing = missingFields(asset, profile, content.language);
    if (!missing.isEmpty()) {
        builder.heading(Texts::tr("Not recorded"));
        builder.remark(missing.join(QLatin1String("; ")));
    }
}

} // namespace

QString identityOf(const Asset &asset, const Profile &profile, const QString &language)
{
    QStringList line;
    for (const QString &part :
         {asset.reference(), labelFor(profile, "level", asset.text(QStringLiteral("/level")), language),
          labelFor(profile, "category", asset.text(QStringLiteral("/category")), language)}) {
        if (!part.isEmpty()) {
            line << part;
        }
    }
    return line.join(QStringLiteral("  ·  "));
}

void addZones(DocumentBuilder &builder, const SheetContent &content)
{
    if (content.zones.empty()) {
        return;
    }
    builder.heading(Texts::tr("Zones"));
    std::vector<QStringList> rows;
    rows.reserve(content.zones.size());
    for (const SheetZone &zone : content.zones) {
        rows.push_back({zone.kind, zone.inForce, zone.height, zone.document});
    }
    builder.rows({Texts::tr("Zone"), Texts::tr("In force"), Texts::tr("Greatest height"), Texts::tr("Document")}, rows,
                 {32, 26, 20, 22});
}

void addPhotographs(DocumentBuilder &builder, const SheetContent &content, std::size_t most)
{
    std::vector<const SheetPicture *> shown;
    for (const SheetPicture &each : content.photographs) {
        if (!each.image.isNull() && shown.size() < most) {
            shown.push_back(&each);
        }
    }
    if (shown.empty()) {
        return;
    }
    builder.heading(Texts::tr("Photographs and documents"));
    for (std::size_t i = 0; i < shown.size(); i += 2) {
        const SheetPicture *second = i + 1 < shown.size() ? shown[i + 1] : nullptr;
        builder.pictures(shown[i]->image, shown[i]->caption, second != nullptr ? second->image : QImage(),
                         second != nullptr ? second->caption : QString(), kPhotographHeight);
    }
}

PageTexts sheetPageTexts(const QString &head, const SheetContent &content)
{
    const QString day = content.printed.date().toString(Qt::ISODate);
    return {head, content.office.isEmpty() ? Texts::tr("Printed %1").arg(day)
                                           : Texts::tr("%1, printed %2").arg(content.office, day)};
}

std::unique_ptr<QTextDocument> recordSheet(const Asset &asset, const Profile &profile, const SheetContent &content)
{
    return recordSheets({{asset, content}}, profile);
}

std::unique_ptr<QTextDocument> recordSheets(const std::vector<SheetRecord> &records, const Profile &profile)
{
    DocumentBuilder builder;
    for (const SheetRecord &record : records) {
        builder.newPage();
        addSheet(builder, record.asset, profile, record.content);
    }
    return builder.take();
}

std::unique_ptr<QTextDocument> recordList(const std::vector<Asset> &assets, const Profile &profile,
                                          const SheetContent &content)
{
    DocumentBuilder builder;
    builder.title(Texts::tr("Heritage records"));
    builder.subtitle(assets.size() == 1 ? Texts::tr("1 record")
                                        : Texts::tr("%n records", nullptr, static_cast<int>(assets.size())));
    std::vector<QStringList> rows;
    rows.reserve(assets.size());
    for (const Asset &asset : assets) {
        const heritage::AssetFacts facts = heritage::factsOf(asset);
        const QString rank =
            facts.level.isEmpty() ? facts.grade : labelFor(profile, "level", facts.level, content.language);
        QString dating = asset.text(QStringLiteral("/dating/text"));
        dating = dating.isEmpty() ? asset.text(QStringLiteral("/dating/edtf")) : dating;
        rows.push_back({facts.reference, asset.name(languagesFor(content.language)), rank, dating,
                        labelFor(profile, "condition", facts.condition, content.language),
                        asset.text(QStringLiteral("/address"))});
    }
    builder.rows({Texts::tr("Number"), Texts::tr("Name"), Texts::tr("Level or grade"), Texts::tr("Date"),
                  Texts::tr("Condition"), Texts::tr("Address")},
                 rows, {15, 25, 18, 12, 10, 20});
    return builder.take();
}

Result<> writeSheet(QTextDocument &document, const PageTexts &texts, const QString &path)
{
    if (path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
        return writePdf(document, texts, path);
    }
    if (path.endsWith(QLatin1String(".odt"), Qt::CaseInsensitive)) {
        return writeOdt(document, path);
    }
    return fail(ErrorCode::Usage, Texts::tr("A sheet is written as .pdf or .odt, not as “%1”.").arg(path));
}

} // namespace loci::map
