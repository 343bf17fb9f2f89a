// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/heritagedata.h"

#include <QCoreApplication>
#include <QFile>

// Outside of every namespace, as Qt asks for resources of static libraries.
static void startHeritageData()
{
    Q_INIT_RESOURCE(heritage);
}

namespace loci::storage::heritage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::heritage::HeritageData)
};

Result<QByteArray> read(const QString &name)
{
    startHeritageData();
    QFile file(QStringLiteral(":/heritage/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Usage, Texts::tr("Loci has no heritage data with the name %1.").arg(name));
    }
    return file.readAll();
}
} // namespace

QStringList profileIds()
{
    return {QStringLiteral("china"), QStringLiteral("international")};
}

Result<loci::heritage::Profile> loadProfile(const QString &id)
{
    LOCI_TRY(const QByteArray json, read(QStringLiteral("profiles/%1.json").arg(id)));
    return loci::heritage::Profile::parse(json);
}

Result<QByteArray> loadVocabularies()
{
    return read(QStringLiteral("sample/vocabularies.json"));
}

Result<loci::heritage::ReignTable> loadReigns()
{
    LOCI_TRY(const QByteArray json, read(QStringLiteral("reigns.json")));
    return loci::heritage::ReignTable::parse(json);
}

} // namespace loci::storage::heritage
