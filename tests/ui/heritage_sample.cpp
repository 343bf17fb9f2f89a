// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drawnbuildings.h"
#include "app/sampleheritage.h"
#include "app/samplepictures.h"
#include "app/samplevocabularies.h"
#include "layers/domain/heritage/profile.h"
#include "layers/formats/samplewriter.h"
#include "layers/storage/heritage/heritagedata.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testmain.h"

#include <QImage>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;

/// The heritage places of the sample city: full records with drawn pictures.
class TestHeritageSample : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::unique_ptr<workspace::Workspace> m_workspace;

    QString at(const QString &name) const { return m_folder.filePath(name); }
    std::vector<heritage::Asset> assets() const
    {
        const workspace::Catalogue catalogue(*m_workspace);
        std::vector<heritage::Asset> all;
        const QStringList ids = catalogue.store().ids({}).value_or(QStringList());
        all.reserve(static_cast<std::size_t>(ids.size()));
        for (const QString &id : ids) {
            all.push_back(*catalogue.asset(id));
        }
        return all;
    }

private slots:
    void recordsAreFull()
    {
        const auto report = formats::writeSample(at(QStringLiteral("city")), {});
        LOCI_VERIFY_RESULT(report);
        auto made = workspace::Workspace::create(at(QStringLiteral("linjiang.loci")));
        LOCI_VERIFY_RESULT(made);
        m_workspace = std::move(*made);
        LOCI_VERIFY_RESULT(app::addSampleVocabularies(*m_workspace));
        LOCI_VERIFY_RESULT(
            app::addSampleHeritage(*m_workspace, at(QStringLiteral("city")), QStringLiteral("linjiang")));
        const auto profile = storage::heritage::loadProfile(QStringLiteral("china"));
        LOCI_VERIFY_RESULT(profile);
        int series = 0;
        int repaired = 0;
        const std::vector<heritage::Asset> all = assets();
        QVERIFY(all.size() > 100);
        for (const heritage::Asset &asset : all) {
            for (const Finding &finding : heritage::validate(asset, *profile, QStringLiteral("en"))) {
                QVERIFY2(
                    finding.code != QLatin1String("not_in_vocabulary") && finding.code != QLatin1String("not_a_date"),
                    qPrintable(asset.name() + QLatin1Char(' ') + finding.where + QLatin1Char(' ') + finding.message));
            }
            QVERIFY2(!asset.text(QStringLiteral("/type/concept")).isEmpty(), qPrintable(asset.name()));
            QVERIFY(!asset.text(QStringLiteral("/description/zh")).isEmpty());
            QVERIFY(!asset.text(QStringLiteral("/description/en")).isEmpty());
            QVERIFY(!asset.text(QStringLiteral("/address")).isEmpty());
            QVERIFY(!asset.parts<heritage::Phase>().empty());
            series += asset.parts<heritage::Survey>().size() > 1 ? 1 : 0;
            repaired += asset.json().contains(QLatin1String("management")) ? 1 : 0;
        }
        QVERIFY(series * 3 > static_cast<int>(all.size()));
        QVERIFY(repaired > 10);
    }

    void picturesAreDrawnTheSameEveryTime()
    {
        const std::vector<app::SampleSubject> subjects = app::sampleSubjects(*m_workspace);
        QCOMPARE(subjects.size(), assets().size());
        const workspace::Catalogue catalogue(*m_workspace);
        const auto pictures = app::drawSamplePictures(subjects, catalogue.media());
        LOCI_VERIFY_RESULT(pictures);
        const std::vector<app::SampleSubject> few(subjects.begin(), subjects.begin() + 4);
        const auto again =
            app::drawSamplePictures(few, storage::heritage::MediaFolder(at(QStringLiteral("elsewhere"))));
        LOCI_VERIFY_RESULT(again);
        for (const app::SampleSubject &subject : few) {
            const auto &first = pictures->uses.value(subject.id);
            const auto &second = again->uses.value(subject.id);
            QCOMPARE(first.size(), second.size());
            for (std::size_t i = 0; i < first.size(); ++i) {
                QCOMPARE(first[i].sha256, second[i].sha256);
            }
        }
        LOCI_VERIFY_RESULT(app::addSamplePictures(*m_workspace, *pictures));
        QVERIFY(catalogue.checkMedia().empty());
        int pairs = 0;
        for (const heritage::Asset &asset : assets()) {
            const auto uses = asset.parts<heritage::MediaUse>();
            QVERIFY(!uses.empty());
            for (const heritage::MediaUse &use : uses) {
                QVERIFY(!use.caption.isEmpty() && !use.rights.isEmpty() && !use.taken.isEmpty());
            }
            if (asset.json().contains(QLatin1String("management"))) {
                QVERIFY(uses.size() > 1 && uses[0].taken != uses[1].taken && uses[0].sha256 != uses[1].sha256);
                ++pairs;
            }
        }
        QVERIFY(pairs > 10);
        QVERIFY(app::sampleSubjects(*m_workspace).empty()); // nobody is drawn twice
    }

    void everyKindHasItsOwnFront()
    {
        using Kind = app::BuildingKind;
        QSet<QByteArray> seen;
        int number = 0;
        for (const Kind kind : {Kind::Hall, Kind::Gate, Kind::Pagoda, Kind::Dwelling, Kind::Shop, Kind::Pavilion,
                                Kind::Bridge, Kind::Mill, Kind::Church, Kind::Bank, Kind::Stage}) {
            const app::Drawn drawn{kind, 7, false};
            app::Drawn worn = drawn;
            worn.worn = true;
            for (const QImage &image :
                 {app::drawnElevation(drawn), app::drawnElevation(worn), app::drawnStreet(drawn)}) {
                QVERIFY(image.width() > 600 && image.height() > 400);
                seen.insert(QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()));
            }
            const QString folder = qEnvironmentVariable("LOCI_SCREENS");
            if (!folder.isEmpty()) {
                app::drawnElevation(drawn).save(folder + QStringLiteral("/drawn-%1-now.png").arg(number));
                app::drawnElevation(worn).save(folder + QStringLiteral("/drawn-%1-worn.png").arg(number));
                app::drawnStreet(drawn).save(folder + QStringLiteral("/drawn-%1-street.png").arg(number));
                app::drawnPlan(drawn).save(folder + QStringLiteral("/drawn-%1-plan.png").arg(number));
            }
            ++number;
        }
        QCOMPARE(seen.size(), 33);
    }
};

LOCI_TEST_CLASS(TestHeritageSample)
#include "heritage_sample.moc"
