// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "widgets/common/findingspanel.h"
#include "widgets/common/prompts.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/statusbuttons.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace loci;
using namespace loci::widgets;

namespace {

class FakeFiles final : public FilePrompt
{
public:
    QStringList openFiles(QWidget *, const QString &, const QString &) override { return {}; }
    std::optional<QString> saveFile(QWidget *, const QString &, const QString &, const QString &) override
    {
        return path;
    }
    std::optional<QString> folder(QWidget *, const QString &) override { return std::nullopt; }
    std::optional<QString> path;
};

Finding finding(Severity severity, const QString &object, const QString &message, const QString &source)
{
    Finding result;
    result.severity = severity;
    result.code = QStringLiteral("code");
    result.object = object;
    result.message = message;
    result.source = source;
    return result;
}

Findings someFindings()
{
    return {finding(Severity::Warning, QStringLiteral("b1"), QStringLiteral("Roof is open"),
                    QStringLiteral("/d/delft.city.json")),
            finding(Severity::Error, QStringLiteral("b2"), QStringLiteral("Says \"no\", twice"),
                    QStringLiteral("/d/delft.city.json")),
            finding(Severity::Error, QStringLiteral("b3"), QStringLiteral("Index 9 is too large"),
                    QStringLiteral("/d/delft.city.json")),
            finding(Severity::Info, {}, QStringLiteral("No CRS"), QStringLiteral("/d/points.csv"))};
}

} // namespace

class TestFindings : public QObject
{
    Q_OBJECT
private slots:
    void groupsBySourceAndSeverityWorstFirst();
    void filtersByWordsAndSeverity();
    void clickZoomsToTheFinding();
    void exportsCsvWithQuotesAndJson();
    void saysWhyItCannotExport();
    void buttonShowsTheWorst();
};

void TestFindings::groupsBySourceAndSeverityWorstFirst()
{
    FindingsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFindings(someFindings());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.rowCount(model.index(0, 0)), 2);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("delft.city.json"));
    QCOMPARE(model.index(0, 0).data(FindingsModel::SeverityRole).toInt(), static_cast<int>(Severity::Error));
    QCOMPARE(model.finding(model.index(2, 0)), nullptr);
    QCOMPARE(model.finding(model.index(0, 0, model.index(2, 0)))->message, QStringLiteral("No CRS"));
    model.removeSource(QStringLiteral("/d/points.csv"));
    QCOMPARE(model.rowCount(), 2);
}

void TestFindings::filtersByWordsAndSeverity()
{
    FindingsModel model;
    Findings findings = someFindings();
    findings[0].count = 40;
    model.setFindings(findings);
    QCOMPARE(model.count(Severity::Warning), 40);
    model.setWords(QStringLiteral("INDEX"));
    QCOMPARE(model.shown().size(), std::size_t(1));
    model.setWords({});
    model.setShown(Severity::Error, false);
    QCOMPARE(model.shown().size(), std::size_t(2));
    QCOMPARE(model.count(Severity::Error), 2); // counts stay those of all
}

void TestFindings::clickZoomsToTheFinding()
{
    FakeFiles files;
    FindingsPanel panel(files);
    panel.resize(360, 500);
    panel.model().setFindings(someFindings());
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QString zoomed;
    connect(&panel, &FindingsPanel::zoomRequested, &panel, [&](const Finding &f) { zoomed = f.object; });
    auto *view = panel.findChild<QTreeView *>();
    const QModelIndex row = panel.model().index(1, 0, panel.model().index(0, 0));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(row).center());
    QCOMPARE(zoomed, QStringLiteral("b3"));
}

void TestFindings::exportsCsvWithQuotesAndJson()
{
    const QByteArray csv = findingsAsCsv(someFindings());
    QVERIFY(csv.contains("error,code,b2,,\"Says \"\"no\"\", twice\",/d/delft.city.json,1\r\n"));
    QTemporaryDir folder;
    FakeFiles files;
    files.path = folder.filePath(QStringLiteral("out.json"));
    FindingsPanel panel(files);
    panel.model().setFindings(someFindings());
    panel.exportShown();
    QFile file(*files.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(file.readAll()).array().size(), 4);
}

void TestFindings::saysWhyItCannotExport()
{
    FakeFiles files;
    files.path = QStringLiteral("/no such folder/out.csv");
    FindingsPanel panel(files);
    panel.model().setFindings(someFindings());
    QSignalSpy failed(&panel, &FindingsPanel::failed);
    panel.exportShown();
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed.at(0).at(0).toString().contains(QStringLiteral("/no such folder/out.csv")));
}

void TestFindings::buttonShowsTheWorst()
{
    FindingsButton button;
    QCOMPARE(button.status(), Status::Good);
    QCOMPARE(button.count(), -1);
    button.setCounts(0, 2, 1);
    QCOMPARE(button.status(), Status::Watch);
    QCOMPARE(button.count(), 3);
    QVERIFY(button.accessibleName().contains(QStringLiteral("2 warnings")));
    button.setCounts(1, 0, 0);
    QCOMPARE(button.status(), Status::Bad);
    QVERIFY(button.toolTip().contains(QStringLiteral("1 error")));
}

LOCI_TEST_CLASS(TestFindings)
#include "common_findings.moc"
