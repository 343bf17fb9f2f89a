// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/profile.h"
#include "layers/map/report/documentpages.h"

#include <QDateTime>
#include <QImage>
#include <memory>
#include <vector>

namespace loci::map {

class DocumentBuilder;

struct SheetPicture
{
    QImage image;
    QString caption; ///< with author and rights
};

/// A zone of the record in words.
struct SheetZone
{
    QString kind, inForce, height, document;
};

/// Everything that goes on paper. Needs an application with fonts (QGuiApplication); any thread.
struct SheetContent
{
    QString language;
    QString office;     ///< may be empty
    QDateTime printed;  ///< UTC
    QImage map;         ///< a small map; null: none
    QString mapCaption; ///< scale, reference system, date of the map
    std::vector<SheetZone> zones;
    std::vector<SheetPicture> photographs;
    QString person; ///< who signs; may be empty
};
struct SheetRecord
{
    heritage::Asset asset;
    SheetContent content;
};

/// The record sheet: names and numbers, map, everything that is recorded by the profile's sections, what is required
/// and not recorded, photographs with captions.
std::unique_ptr<QTextDocument> recordSheet(const heritage::Asset &asset, const heritage::Profile &profile,
                                           const SheetContent &content);
/// Several, each on a page of its own.
std::unique_ptr<QTextDocument> recordSheets(const std::vector<SheetRecord> &records, const heritage::Profile &profile);
/// A table of records: number, name, level or grade, date, condition, address.
std::unique_ptr<QTextDocument> recordList(const std::vector<heritage::Asset> &assets, const heritage::Profile &profile,
                                          const SheetContent &content);
/// Number, level and category in one line, as under the title of a sheet.
QString identityOf(const heritage::Asset &asset, const heritage::Profile &profile, const QString &language);
void addZones(DocumentBuilder &builder, const SheetContent &content);
void addPhotographs(DocumentBuilder &builder, const SheetContent &content, std::size_t most);
PageTexts sheetPageTexts(const QString &head, const SheetContent &content);

/// By the suffix of the path: .pdf or .odt; anything else is refused with a sentence.
Result<> writeSheet(QTextDocument &document, const PageTexts &texts, const QString &path);

} // namespace loci::map
