// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/packtemplate.h"

#include "layers/domain/packs/manifest.h"
#include "plugins/api/departmentpack.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

/// Resources of a static library are not there by themselves.
static void initTemplateFiles()
{
    Q_INIT_RESOURCE(packtemplate);
}

namespace loci::app {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::app::PackTemplate)
};

/// Words of the template files that are replaced.
QByteArray filled(QByteArray text, const QString &id, const QString &name, bool code)
{
    text.replace("@ID@", id.toUtf8());
    text.replace("@NAME@", name.toUtf8());
    text.replace("@CODE@", name.toUpper().left(8).toUtf8());
    text.replace("@CLASS@", (name.left(1).toUpper() + name.mid(1)).toUtf8());
    text.replace("@API@", QStringLiteral("%1.%2").arg(plugin::kApiMajor).arg(plugin::kApiMinor).toUtf8());
    text.replace("@LIBRARY@", code ? "\n  \"library\": \"" + name.toUtf8() + "\"," : QByteArray());
    return text;
}

} // namespace

Result<QStringList> writePackTemplate(const QString &folder, const QString &id, bool code)
{
    const QString name = id.section(QLatin1Char('.'), -1).remove(QLatin1Char('-'));
    const QByteArray trial =
        filled(R"({"id":"@ID@","version":"1","api":"1","name":"x","department":"x","owner":"x"})", id, name, code);
    LOCI_CHECK(packs::Manifest::read(trial));
    const QDir target(folder);
    if (target.exists() && !target.isEmpty()) {
        return fail(ErrorCode::NotWritable,
                    Texts::tr("The folder %1 is not empty.").arg(QDir::toNativeSeparators(folder)));
    }
    initTemplateFiles();
    QStringList files{QStringLiteral("pack.json"), QStringLiteral("indicators.json"), QStringLiteral("boards.json"),
                      QStringLiteral("layers.json"), QStringLiteral("places.geojson")};
    if (code) {
        files << QStringLiteral("CMakeLists.txt") << QStringLiteral("pack.cpp");
    }
    for (const QString &file : std::as_const(files)) {
        QFile source(QStringLiteral(":/packtemplate/") + file);
        QSaveFile out(target.filePath(file));
        if (!source.open(QIODevice::ReadOnly) || !QDir().mkpath(folder) || !out.open(QIODevice::WriteOnly) ||
            out.write(filled(source.readAll(), id, name, code)) < 0 || !out.commit()) {
            return fail(ErrorCode::NotWritable,
                        Texts::tr("%1 cannot be written.").arg(QDir::toNativeSeparators(out.fileName())),
                        out.errorString());
        }
    }
    return files;
}

} // namespace loci::app
