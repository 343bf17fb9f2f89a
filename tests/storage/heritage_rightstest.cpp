// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
// Qt 6.4's moc stumbles over <compare> unless a Qt header comes before it.
#include "layers/workspace/heritage/capture.h"
#include "layers/workspace/heritage/exporting.h"
#include "tests/storage/heritage_fixture.h"

#include <QDirIterator>
#include <QTest>
#include <cstring>

using namespace loci;
using namespace loci::test;
using heritage::Action;
using workspace::Catalogue;
using workspace::ExportFormat;

namespace {
constexpr double kSecretEast = 155123.456, kSecretNorth = 463789.123; // EPSG:28992
constexpr double kHiddenLongitude = 120.634517, kHiddenLatitude = 31.325913;

QByteArray bytesOf(double value)
{
    QByteArray bytes(sizeof value, '\0');
    std::memcpy(bytes.data(), &value, sizeof value);
    return bytes;
}

/// Everything below a path as one run of bytes.
QByteArray allBytes(const QString &path)
{
    QByteArray bytes;
    const auto add = [&bytes](const QString &file) {
        QFile in(file);
        if (in.open(QIODevice::ReadOnly)) {
            bytes += file.toUtf8() + '\n' + in.readAll() + '\n';
        }
    };
    if (QFileInfo(path).isFile()) {
        add(path);
    }
    QDirIterator files(QFileInfo(path).isDir() ? path : path.section(QLatin1Char('.'), 0, -2) + QLatin1String("_media"),
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        add(files.next());
    }
    return bytes;
}
} // namespace

class TestHeritageRights : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void coarsensInAnySystem();
    void noExportTellsThePlace_data();
    void noExportTellsThePlace();
    void whoMayNotExportGetsNothing();
    void undoCarriesThePersonsName();
    void everyRoleDoesWhatItMay_data();
    void everyRoleDoesWhatItMay();

private:
    heritage::ReviewPolicy rules() const;
    HeritageFixture m_town;
    QString m_open, m_coarse, m_withheld;
};

heritage::ReviewPolicy TestHeritageRights::rules() const
{
    heritage::ReviewPolicy policy = heritage::ReviewPolicy::standard();
    for (const auto &role : policy.roles) {
        policy.assignments.push_back({role.id, role.id, {}, {}});
    }
    return policy;
}

void TestHeritageRights::initTestCase()
{
    QVERIFY(m_town.open());
    heritage::Asset open = place(QStringLiteral("拙政园"), 120.1, 31.1);
    heritage::Asset coarse = place(QStringLiteral("古墓"), 0, 0);
    heritage::Geometry shape;
    shape.crs = 28992;
    shape.wkt = QStringLiteral("POINT(%1 %2)").arg(kSecretEast, 0, 'f', 3).arg(kSecretNorth, 0, 'f', 3);
    shape.original = QStringLiteral("POINT(5.3872031 52.1551744)");
    coarse.setParts<heritage::Geometry>({shape});
    coarse.set(QStringLiteral("/sensitivity/level"), QStringLiteral("restricted"));
    coarse.set(QStringLiteral("/address"), QStringLiteral("secret lane"));
    coarse.set(QStringLiteral("/description/zh"), QStringLiteral("secret hill"));
    const auto medium = m_town.catalogue->media().importBytes("secret picture", QStringLiteral("secret.txt"));
    LOCI_VERIFY_RESULT(medium);
    heritage::MediaUse use;
    use.sha256 = medium->sha256;
    use.caption = QStringLiteral("secret caption");
    coarse.setParts<heritage::MediaUse>({use});
    heritage::Asset withheld = place(QStringLiteral("hidden tomb"), kHiddenLongitude, kHiddenLatitude);
    withheld.set(QStringLiteral("/sensitivity/level"), QStringLiteral("withheld"));
    m_open = open.id();
    m_coarse = coarse.id();
    m_withheld = withheld.id();
    heritage::Zone zone = square(m_coarse, 7.654321, 50.123456, 0.01);
    zone.set(QStringLiteral("/name/zh"), QStringLiteral("secret zone"));
    LOCI_VERIFY_RESULT(
        m_town.catalogue->putAll({open, coarse, withheld}, {zone}, {*medium}, {}, QStringLiteral("New")));
    LOCI_VERIFY_RESULT(m_town.catalogue->setPolicy(rules(), {}));
}

void TestHeritageRights::coarsensInAnySystem()
{
    m_town.catalogue->setPerson(QStringLiteral("viewer"));
    const auto seen = m_town.catalogue->asset(m_coarse);
    QVERIFY(seen);
    const auto shapes = seen->parts<heritage::Geometry>();
    QCOMPARE(shapes.size(), std::size_t(1));
    QCOMPARE(shapes[0].crs, 4326);
    QCOMPARE(shapes[0].precision.value_or(0), 1000.0);
    const QStringList numbers = shapes[0].wkt.mid(6).chopped(1).split(QLatin1Char(' '));
    const double metres =
        std::hypot((numbers.value(0).toDouble() - 5.3887) * 68'300, (numbers.value(1).toDouble() - 52.1621) * 111'320);
    QVERIFY2(metres < 2'500, qPrintable(shapes[0].wkt)); // the right cell or a neighbour of the rough place above
    QVERIFY(!m_town.catalogue->asset(m_withheld));
    m_town.catalogue->setPerson(QStringLiteral("editor"));
    QVERIFY(m_town.catalogue->asset(m_coarse)
                ->text(QStringLiteral("/geometries/0/wkt"))
                .contains(QStringLiteral("155123.456")));
    QVERIFY(m_town.catalogue->asset(m_withheld));
}

void TestHeritageRights::noExportTellsThePlace_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"csv", "gpkg", "geojson", "jsonld", "skos", "bagit", "bundle"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestHeritageRights::noExportTellsThePlace()
{
    QFETCH(QString, name);
    const auto out = [&](const char *person) {
        m_town.catalogue->setPerson(QLatin1String(person));
        const bool isFolder = name == QLatin1String("skos") || name == QLatin1String("bagit");
        const QString suffix = name == QLatin1String("bundle") ? QStringLiteral("gpkg") : name;
        const QString path = m_town.folder.filePath(QStringLiteral("out-%1-%2").arg(name, QLatin1String(person)) +
                                                    (isFolder ? QString() : QLatin1Char('.') + suffix));
        const bool isDone = name == QLatin1String("bundle")
                                ? workspace::writeBundle(*m_town.catalogue, *m_town.workspace, {}, {}, path).has_value()
                                : workspace::exportCatalogue(*m_town.catalogue, *m_town.workspace, path,
                                                             *workspace::exportFormatOf(name), QStringLiteral("test"))
                                      .has_value();
        return isDone ? allBytes(path) : QByteArray();
    };
    const QList<QByteArray> secrets = {"155123",
                                       "463789",
                                       "secret",
                                       "hidden tomb",
                                       "120.634517",
                                       "5.38720",
                                       "7.654321",
                                       m_withheld.toUtf8(),
                                       bytesOf(kSecretEast),
                                       bytesOf(kHiddenLongitude),
                                       bytesOf(7.654321)};
    const QByteArray shown = out("viewer");
    QVERIFY(!shown.isEmpty());
    for (const QByteArray &secret : secrets) {
        QVERIFY2(!shown.contains(secret), secret.constData());
    }
    const QByteArray whole = out("editor");
    if (name != QLatin1String("skos")) { // the test can see a secret that is told
        QVERIFY(shown.contains(m_coarse.toUtf8()));
        QVERIFY(whole.contains("secret lane") && whole.contains(m_withheld.toUtf8()));
    }
}

void TestHeritageRights::whoMayNotExportGetsNothing()
{
    m_town.catalogue->setPerson(QStringLiteral("surveyor")); // sees exact places, exports nothing
    const QString path = m_town.folder.filePath(QStringLiteral("surveyor.csv"));
    const auto report = workspace::exportCatalogue(*m_town.catalogue, *m_town.workspace, path, ExportFormat::Csv,
                                                   QStringLiteral("test"));
    LOCI_VERIFY_RESULT(report);
    QCOMPARE(report->records, 0);
    QCOMPARE(report->withheld, 3);
    QVERIFY(!workspace::writeBundle(*m_town.catalogue, *m_town.workspace, {}, {},
                                    m_town.folder.filePath(QStringLiteral("surveyor.gpkg"))));
}

void TestHeritageRights::undoCarriesThePersonsName()
{
    m_town.catalogue->setPerson(QStringLiteral("editor"));
    heritage::Asset asset = *m_town.catalogue->asset(m_open);
    asset.set(QStringLiteral("/address"), QStringLiteral("elsewhere"));
    LOCI_VERIFY_RESULT(m_town.catalogue->put(asset, {}));
    m_town.catalogue->setPerson(QStringLiteral("viewer")); // may not do what the step did, so may not undo it
    QVERIFY(!m_town.workspace->undo());
    QCOMPARE(m_town.workspace->heritage().asset(m_open).value()->text(QStringLiteral("/address")),
             QStringLiteral("elsewhere"));
    m_town.catalogue->setPerson(QStringLiteral("manager"));
    LOCI_VERIFY_RESULT(m_town.workspace->undo());
    const auto history = m_town.catalogue->history(m_open);
    LOCI_VERIFY_RESULT(history);
    QCOMPARE(history->back().action, QStringLiteral("undo"));
    QCOMPARE(history->back().author, QStringLiteral("manager"));
    LOCI_VERIFY_RESULT(m_town.workspace->redo());
    LOCI_VERIFY_RESULT(m_town.workspace->undo());
    QVERIFY(m_town.workspace->heritage().verifyChain()->isIntact);
}

void TestHeritageRights::everyRoleDoesWhatItMay_data()
{
    QTest::addColumn<QString>("role");
    for (const char *role : {"viewer", "surveyor", "editor", "reviewer", "manager", "nobody"}) {
        QTest::newRow(role) << QString::fromLatin1(role);
    }
}

void TestHeritageRights::everyRoleDoesWhatItMay()
{
    QFETCH(QString, role);
    HeritageFixture town;
    QVERIFY(town.open());
    const auto add = [&town](const char *name) {
        const heritage::Asset asset = place(QLatin1String(name), 120, 31);
        return town.catalogue->put(asset, {}) ? asset.id() : QString();
    };
    const QString draft = add("draft"), waiting = add("waiting"), other = add("other"), old = add("old");
    LOCI_VERIFY_RESULT(town.catalogue->submit({waiting, other}, {}));
    heritage::ReviewPolicy policy = rules();
    LOCI_VERIFY_RESULT(town.catalogue->setPolicy(policy, {}));
    town.catalogue->setPerson(role);
    const auto found =
        std::find_if(policy.roles.begin(), policy.roles.end(), [&role](const auto &one) { return one.id == role; });
    const auto may = [&](Action action) {
        return found != policy.roles.end() &&
               std::find(found->actions.begin(), found->actions.end(), action) != found->actions.end();
    };
    const auto raw = [&town](const QString &id) { return **town.workspace->heritage().asset(id); };
    Catalogue &catalogue = *town.catalogue;
    QCOMPARE(catalogue.asset(draft).has_value(), may(Action::View));
    heritage::Asset changed = raw(old);
    changed.set(QStringLiteral("/address"), QStringLiteral("x"));
    QCOMPARE(catalogue.put(changed, {}).has_value(), may(Action::Edit));
    QCOMPARE(catalogue.putAll({place(QStringLiteral("new"), 1, 1)}, {}, {}, {}, {}).has_value(), may(Action::Edit));
    QCOMPARE(catalogue.put(square(old, 1, 1, 1), {}).has_value(), may(Action::Edit));
    QCOMPARE(catalogue
                 .edit({draft},
                       [](heritage::Asset asset) {
                           asset.set(QStringLiteral("/grade"), QStringLiteral("I"));
                           return asset;
                       },
                       {}, {})
                 .has_value(),
             may(Action::Edit));
    QCOMPARE(catalogue.restore(old, 1'000'000, {}).has_value(), may(Action::Edit));
    QCOMPARE(catalogue.submit({draft}, {}).has_value(), may(Action::Submit));
    QCOMPARE(catalogue.sendBack({waiting}, QStringLiteral("no")).has_value(), may(Action::Return));
    QCOMPARE(catalogue.approve({other}, {}).has_value(), may(Action::Approve));
    QCOMPARE(catalogue.trash({old}, {}).has_value(), may(Action::Trash));
    QCOMPARE(catalogue.untrash({old}, {}).has_value(), may(Action::Trash));
    QCOMPARE(catalogue.setPolicy(policy, {}).has_value(), may(Action::ManageRoles));
    const auto exported =
        workspace::exportCatalogue(catalogue, *town.workspace, town.folder.filePath(QStringLiteral("a.csv")),
                                   ExportFormat::Csv, QStringLiteral("test"));
    LOCI_VERIFY_RESULT(exported);
    QCOMPARE(exported->records > 0, may(Action::ExportData) && may(Action::View));
}

LOCI_TEST_CLASS(TestHeritageRights)
#include "heritage_rightstest.moc"
