// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/heritage/capture.h"
#include "layers/workspace/taskrunner.h"
#include "tests/support/testmain.h"
#include "widgets/heritage/conflictpanel.h"

#include <QFile>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::widgets;
using workspace::Workspace;

/// Both values of a field, and a person who decides.
class TestHeritageConflicts : public QObject
{
    Q_OBJECT
private:
    /// A field that was changed here and in a copy that came back as a bundle.
    static bool makeConflict(const QString &folder, std::unique_ptr<Workspace> &office, QString &id)
    {
        const QString path = folder + QStringLiteral("/office.loci");
        const QString copy = folder + QStringLiteral("/field.loci");
        heritage::Asset asset = heritage::Asset::make(QStringLiteral("文昌阁"), QStringLiteral("zh"));
        id = asset.id();
        {
            auto made = Workspace::create(path);
            if (!made || !workspace::Catalogue(**made).put(asset, {})) {
                return false;
            }
        }
        auto here = QFile::copy(path, copy) ? Workspace::open(path) : Workspace::create(path);
        auto there = Workspace::open(copy);
        if (!here || !there) {
            return false;
        }
        workspace::Catalogue ours(**here);
        workspace::Catalogue theirs(**there);
        const auto write = [&id](workspace::Catalogue &catalogue, const QString &address) {
            heritage::Asset changed = *catalogue.asset(id);
            changed.set(QStringLiteral("/address"), address);
            return catalogue.put(changed, {}).has_value();
        };
        const QString bundle = folder + QStringLiteral("/back.gpkg");
        const bool isDone = write(ours, QStringLiteral("East Street")) &&
                            write(theirs, QStringLiteral("<b>West</b> Street")) &&
                            workspace::writeBundle(theirs, **there, {}, {}, bundle) &&
                            workspace::mergeBundle(ours, **here, bundle, workspace::TakeSide::Ask, {});
        office = std::move(*here);
        return isDone;
    }

private slots:
    void showsBothValuesAndKeepsTheDecision()
    {
        const QTemporaryDir folder;
        std::unique_ptr<Workspace> office;
        QString id;
        QVERIFY(makeConflict(folder.path(), office, id));
        workspace::TaskRunner tasks;
        HeritageDesk desk(tasks);
        desk.setWorkspace(office.get());
        ConflictPanel panel(desk);
        panel.setWorkspace(office.get());
        panel.resize(560, 320);
        QCOMPARE(panel.conflictCount(), 1);
        auto *table = panel.findChild<QTableWidget *>();
        QVERIFY(table != nullptr);
        QCOMPARE(table->item(0, 0)->text(), QStringLiteral("文昌阁"));
        QCOMPARE(table->item(0, 2)->text(), QStringLiteral("East Street"));
        QCOMPARE(table->item(0, 3)->text(), QStringLiteral("<b>West</b> Street")); // as text
        if (const QString pictures = qEnvironmentVariable("LOCI_PICTURES"); !pictures.isEmpty()) {
            panel.grab().save(pictures + QStringLiteral("/conflicts.png"));
        }
        auto *theirs = panel.findChild<QPushButton *>(QStringLiteral("takeTheirs"));
        auto *ours = panel.findChild<QPushButton *>(QStringLiteral("keepOurs"));
        QVERIFY(theirs != nullptr && theirs->isEnabled() && ours != nullptr && ours->isEnabled());
        theirs->click();
        QCOMPARE(panel.conflictCount(), 0);
        QVERIFY(!theirs->isEnabled());
        QCOMPARE(desk.asset(id)->text(QStringLiteral("/address")), QStringLiteral("<b>West</b> Street"));
        LOCI_VERIFY_RESULT(office->undo());
        QCOMPARE(panel.conflictCount(), 1);
        QCOMPARE(desk.asset(id)->text(QStringLiteral("/address")), QStringLiteral("East Street"));
        ours->click();
        QCOMPARE(panel.conflictCount(), 0);
        QCOMPARE(desk.asset(id)->text(QStringLiteral("/address")), QStringLiteral("East Street"));
        QVERIFY(office->heritage().verifyChain()->isIntact);
    }
};

LOCI_TEST_CLASS(TestHeritageConflicts)
#include "heritage_conflicts.moc"
