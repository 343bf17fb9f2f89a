// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/catalogueexport.h"

#include "layers/formats/catalogue/dcat.h"
#include "layers/formats/catalogue/iso19139.h"
#include "layers/formats/catalogue/sourcefacts.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace loci::app {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::app::CatalogueExport)
};

Result<> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be written.").arg(QDir::toNativeSeparators(path)),
                    file.errorString());
    }
    return {};
}

formats::CatalogueHead headOf(const workspace::Workspace &workspace, const QString &language)
{
    const QJsonObject city =
        workspace.json(QLatin1String(workspace::key::kIndicatorAreas)).value(QStringLiteral("city")).toObject();
    formats::CatalogueHead head;
    head.publisher = indicators::wordsFrom(city.value(QStringLiteral("name")));
    head.title = {QStringLiteral("数据目录：%1").arg(workspace.name()),
                  QStringLiteral("Data catalogue of %1").arg(workspace.name())};
    head.made = workspace.clock().nowUtc();
    head.language = language;
    return head;
}

} // namespace

catalogue::FactsById readFacts(const std::vector<workspace::EntryFile> &files, const CancelToken &cancel,
                               const ProgressFunction &progress)
{
    catalogue::FactsById facts;
    double done = 0;
    for (const workspace::EntryFile &file : files) {
        if (cancel.isCancelled()) {
            break;
        }
        if (auto read = formats::readSourceFacts(file.path, file.table, file.kind, cancel)) {
            facts.insert_or_assign(file.id, std::move(*read));
        }
        if (progress) {
            progress(++done / static_cast<double>(files.size()));
        }
    }
    return facts;
}

Result<QStringList> exportCatalogue(const std::vector<catalogue::Entry> &entries, const workspace::Workspace &workspace,
                                    CatalogueFormat format, const QString &path, const QString &language)
{
    const formats::CatalogueHead head = headOf(workspace, language);
    if (format == CatalogueFormat::Dcat) {
        LOCI_CHECK(write(path, formats::dcat(entries, head)));
        return QStringList{path};
    }
    if (!QDir().mkpath(path)) {
        return fail(ErrorCode::NotWritable,
                    Texts::tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(path)));
    }
    QStringList written;
    written.reserve(static_cast<qsizetype>(entries.size()));
    for (const catalogue::Entry &entry : entries) {
        const QString file = QDir(path).filePath(formats::entryFileName(entry) + QStringLiteral(".xml"));
        LOCI_CHECK(write(file, formats::iso19139(entry, head)));
        written << file;
    }
    return written;
}

} // namespace loci::app
