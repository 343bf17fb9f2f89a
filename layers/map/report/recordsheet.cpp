// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/report/recordsheet.h"

#include "layers/map/report/recordtext.h"
#include "layers/map/report/sheetbuilder.h"

#include <QCoreApplication>
#include <QTextCursor>
#include <QTextTable>
#include <QUrl>
#include <algorithm>

namespace loci::map {

using heritage::Asset;
using heritage::Profile;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::map::RecordSheet)
};

constexpr double kMapHeight = 220, kPhotographHeight = 230;
const QColor kQuiet = SheetBuilder::quiet();

using Builder = SheetBuilder;

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

} // namespace

PageTexts sheetPageTexts(const QString &head, const SheetContent &content)
{
    const QString day = content.printed.date().toString(Qt::ISODate);
    return {head, content.office.isEmpty() ? Texts::tr("Printed %1").arg(day)
                                           : Texts::tr("%1, printed %2").arg(content.office, day)};
}

std::unique_ptr<QTextDocument> recordSheet(const Asset &asset, const Profile &profile, const SheetContent &content)
{
    Builder builder;
    builder.paragraph(asset.name(languagesFor(content.language)), 18, QFont::DemiBold, Qt::black, 0, 1);
    QStringList line;
    for (const QString &part :
         {asset.reference(), labelFor(profile, "level", asset.text(QStringLiteral("/level")), content.language),
          labelFor(profile, "category", asset.text(QStringLiteral("/category")), content.language)}) {
        if (!part.isEmpty()) {
            line << part;
        }
    }
    builder.paragraph(line.join(QStringLiteral("  ·  ")), 10, QFont::Normal, kQuiet, 0, 4);
    if (!content.map.isNull()) {
        builder.picture(content.map, kMapHeight, content.mapCaption);
    }
    const std::vector<SectionText> sections = sectionsOf(asset, profile, content.language);
    for (const SectionText &section : sections) {
        builder.heading(section.title);
        for (const std::vector<FieldText> &entry : section.entries) {
            builder.fields(entry);
        }
    }
    if (!content.photographs.empty()) {
        builder.heading(Texts::tr("Photographs and documents"));
        for (const SheetPicture &photograph : content.photographs) {
            if (!photograph.image.isNull()) {
                builder.picture(photograph.image, kPhotographHeight, photograph.caption);
            }
        }
    }
    const QStringList missing = missingFields(asset, profile, content.language);
    if (!missing.isEmpty()) {
        builder.heading(Texts::tr("Not recorded"));
        builder.paragraph(missing.join(QLatin1String("; ")), 9, QFont::Normal, kQuiet);
    }
    return builder.take();
}

std::unique_ptr<QTextDocument> recordList(const std::vector<Asset> &assets, const Profile &profile,
                                          const SheetContent &content)
{
    Builder builder;
    builder.paragraph(Texts::tr("Heritage records"), 18, QFont::DemiBold, Qt::black, 0, 1);
    builder.paragraph(Texts::tr("%n record(s)", nullptr, static_cast<int>(assets.size())), 10, QFont::Normal, kQuiet, 0,
                      6);
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
    const auto part = [](double percent) { return QTextLength(QTextLength::PercentageLength, percent); };
    builder.rows({Texts::tr("Number"), Texts::tr("Name"), Texts::tr("Level or grade"), Texts::tr("Date"),
                  Texts::tr("Condition"), Texts::tr("Address")},
                 rows, {part(12), part(27), part(15), part(14), part(10), part(22)});
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
