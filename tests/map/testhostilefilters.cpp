// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/citymodelbuilder.h"
#include "layers/domain/city/objecttable.h"
#include "layers/map/objectfilter.h"
#include "tests/storage/injectionstrings.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <algorithm>

using namespace loci;

namespace {
city::ObjectTable oneHouse()
{
    city::CityModelBuilder builder;
    builder.beginObject("house", "Building");
    builder.attribute("storeys", 3);
    return city::ObjectTable(builder.finish());
}
} // namespace

/// S3: filters of objects that would look beyond the object, and texts that are no filter at all.
class TestHostileFilters : public QObject
{
    Q_OBJECT
private slots:
    void reachingOutIsRefused()
    {
        const city::ObjectTable table = oneHouse();
        QCOMPARE(map::filterObjects(table, QStringLiteral("\"storeys\" > 2"))->size(), std::size_t(1));
        const QStringList hostile = {QStringLiteral("env('HOME') <> ''"),
                                     QStringLiteral("eval('env(''HOME'')') <> ''"),
                                     QStringLiteral("EnV('HOME') <> ''"),
                                     QStringLiteral("aggregate('other', 'count', 1) > 0"),
                                     QStringLiteral("get_feature('other', 'a', 1) IS NOT NULL"),
                                     QStringLiteral("layer_property('other', 'path') <> ''"),
                                     QStringLiteral("overlay_within('other')"),
                                     QStringLiteral("file_exists('/etc/passwd')"),
                                     QStringLiteral("@user_account_name <> ''"),
                                     QStringLiteral("var('user_account_name') <> ''")};
        for (const QString &text : hostile) {
            const auto rows = map::filterObjects(table, text);
            QVERIFY2(!rows, qPrintable(text));
            QCOMPARE(rows.error().code, ErrorCode::Usage);
            QVERIFY2(rows.error().message.contains(QStringLiteral("reaches beyond")), qPrintable(rows.error().message));
        }
    }

    void anyTextIsAFilterOrASentence()
    {
        const city::ObjectTable table = oneHouse();
        const QStringList texts = test::injectionStrings(5000);
        for (const QString &text : texts) {
            const auto rows = map::filterObjects(table, text);
            // Numbers and what compares them may be true of the one object that is there; nothing else may.
            const bool isTrue = std::any_of(text.begin(), text.end(), [](QChar one) { return one.isDigit(); });
            QVERIFY2(rows ? rows->empty() || (isTrue && rows->size() == 1) : !rows.error().message.isEmpty(),
                     qPrintable(text));
        }
    }
};

LOCI_TEST_CLASS(TestHostileFilters)
#include "testhostilefilters.moc"
