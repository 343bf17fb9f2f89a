// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/base/clock.h"
#include "layers/domain/heritage/asset.h"
#include "layers/workspace/moving.h"
#include "layers/workspace/presence.h"
#include "layers/workspace/workspace.h"
#include "tests/storage/homes.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace loci;
using namespace loci::test;
using workspace::Workspace;

namespace {
constexpr int kPatience = 180'000;
const QString kName = QStringLiteral("/names/0/text");
const QString kAddress = QStringLiteral("/address");
const QString kDistrict = QStringLiteral("/district");
} // namespace

/// A window of its own on a virtual display of its own, told by lines what to do.
class Desk
{
public:
    bool start(const QString &address, const QString &person, const QString &theme, const QString &language)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(
            QStringLiteral(LOCI_SOURCE_DIR "/packaging/dev/with-display"),
            {QStringLiteral(LOCI_DESK_WINDOW), address, PostgisServer::password(), person, theme, language});
        return m_process.waitForStarted();
    }
    ~Desk()
    {
        m_process.write("quit\n");
        if (!m_process.waitForFinished(kPatience)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    QString answer()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(kPatience)) {
                return QStringLiteral("the window is silent");
            }
        }
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }
    QString tell(const QStringList &words)
    {
        m_process.write(words.join(QLatin1Char('\t')).toUtf8() + '\n');
        return answer();
    }

private:
    QProcess m_process;
};

/// Two windows on two virtual displays over the sample city on a real server: a change arrives, and a conflict is
/// merged. With LOCI_PICTURES they leave what they showed.
class TestTwoDesks : public QObject
{
    Q_OBJECT
private:
    Homes m_homes;
    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_third; ///< sees what is really kept
    std::unique_ptr<Desk> m_anna, m_ben;
    QString m_record;

    QString stored(const QString &path) const
    {
        return heritage::Asset(m_third->json(QStringLiteral("heritage/asset/") + m_record)).text(path);
    }
    static void picture(Desk &desk, const char *name)
    {
        const QString folder = qEnvironmentVariable("LOCI_PICTURES");
        if (!folder.isEmpty()) {
            QCOMPARE(desk.tell({QStringLiteral("picture"),
                                folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png")}),
                     QStringLiteral("ok"));
        }
    }

private slots:
    void initTestCase()
    {
        bool possible = false;
        QCOMPARE(m_homes.begin(QStringLiteral("server"), possible), QString());
        if (!possible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        QCOMPARE(runProgram(QStringLiteral(LOCI_PROGRAM), {QStringLiteral("sample"), m_folder.path()},
                            {QStringLiteral("QT_QPA_PLATFORM=offscreen")}, kPatience),
                 QString());
        const QStringList files = QDir(m_folder.path()).entryList({QStringLiteral("*.loci")});
        QCOMPARE(files.size(), 1);
        const QString address = m_homes.address().text();
        const SystemClock clock;
        LOCI_VERIFY_RESULT(
            workspace::moveWorkspace(m_folder.filePath(files.front()), address, clock, {}, PostgisServer::password()));
        auto opened = Workspace::open(address, workspace::Access::ReadOnly, nullptr, PostgisServer::password());
        LOCI_VERIFY_RESULT(opened);
        m_third = std::move(*opened);
        const QString prefix = QStringLiteral("heritage/asset/");
        m_record = m_third->keys(prefix).value(0).mid(prefix.size());
        QVERIFY(!m_record.isEmpty());
        m_anna = std::make_unique<Desk>();
        m_ben = std::make_unique<Desk>();
        QVERIFY(m_anna->start(address, QStringLiteral("Anna"), QStringLiteral("light"), QStringLiteral("en")));
        const auto look = [](const char *name, const char *usual) {
            return qEnvironmentVariable(name, QString::fromLatin1(usual)); // for the pictures of the guide
        };
        QVERIFY(m_ben->start(address, QStringLiteral("Ben"), look("LOCI_DESK_THEME", "dark"),
                             look("LOCI_DESK_LANGUAGE", "zh_CN")));
        for (Desk *desk : {m_anna.get(), m_ben.get()}) {
            QCOMPARE(desk->answer(), QStringLiteral("ready"));
            QCOMPARE(desk->tell({QStringLiteral("record"), m_record}), QStringLiteral("ok"));
        }
    }
    void cleanupTestCase()
    {
        m_anna.reset();
        m_ben.reset();
        m_third.reset();
    }

    void desksSeeEachOther()
    {
        QCOMPARE(m_anna->tell({QStringLiteral("person"), QStringLiteral("Ben")}), QStringLiteral("ok"));
        QCOMPARE(m_ben->tell({QStringLiteral("person"), QStringLiteral("Anna")}), QStringLiteral("ok"));
    }

    void aChangeArrives()
    {
        QCOMPARE(m_anna->tell({QStringLiteral("type"), kName, QStringLiteral("Bell tower at the gate")}),
                 QStringLiteral("ok"));
        QCOMPARE(m_ben->tell({QStringLiteral("notice"), QStringLiteral("Anna")}), QStringLiteral("ok"));
        QCOMPARE(m_ben->tell({QStringLiteral("person"), QStringLiteral("Anna"), QStringLiteral("works")}),
                 QStringLiteral("ok"));
        picture(*m_ben, "desks-1-somebody-edits");
        QCOMPARE(m_anna->tell({QStringLiteral("press"), QStringLiteral("save")}), QStringLiteral("ok"));
        QCOMPARE(m_ben->tell({QStringLiteral("value"), kName, QStringLiteral("Bell tower at the gate")}),
                 QStringLiteral("ok"));
        QCOMPARE(m_ben->tell({QStringLiteral("notice"), QString()}), QStringLiteral("ok"));
        picture(*m_ben, "desks-2-change-arrived");
    }

    void aConflictIsMerged()
    {
        const auto ok = QStringLiteral("ok");
        QCOMPARE(m_ben->tell({QStringLiteral("type"), kAddress, QStringLiteral("North Gate 1")}), ok);
        QCOMPARE(m_ben->tell({QStringLiteral("type"), kName, QStringLiteral("Old bell tower")}), ok);
        QCOMPARE(m_anna->tell({QStringLiteral("type"), kAddress, QStringLiteral("South Gate 9")}), ok);
        QCOMPARE(m_anna->tell({QStringLiteral("type"), kDistrict, QStringLiteral("Harbour")}), ok);
        QCOMPARE(m_anna->tell({QStringLiteral("press"), QStringLiteral("save")}), ok);
        QCOMPARE(m_ben->tell({QStringLiteral("notice"), QStringLiteral("Anna")}), ok);
        picture(*m_ben, "desks-3-both-edited");
        QCOMPARE(m_ben->tell({QStringLiteral("press"), QStringLiteral("save")}), ok);
        QCOMPARE(m_ben->tell({QStringLiteral("questions"), QStringLiteral("1")}), ok);
        QCOMPARE(stored(kAddress), QStringLiteral("South Gate 9")); // nothing was overwritten
        QCOMPARE(stored(kName), QStringLiteral("Bell tower at the gate"));
        picture(*m_ben, "desks-4-both-versions");
        QCOMPARE(m_ben->tell({QStringLiteral("choose"), QStringLiteral("0"), QStringLiteral("takeTheirs")}), ok);
        QCOMPARE(m_ben->tell({QStringLiteral("press"), QStringLiteral("keepMerged")}), ok);
        QCOMPARE(m_ben->tell({QStringLiteral("back")}), ok);
        QCOMPARE(m_anna->tell({QStringLiteral("value"), kName, QStringLiteral("Old bell tower")}), ok);
        QCOMPARE(m_anna->tell({QStringLiteral("value"), kAddress, QStringLiteral("South Gate 9")}), ok);
        QCOMPARE(stored(kDistrict), QStringLiteral("Harbour"));
        picture(*m_anna, "desks-5-merged-at-the-other-desk");
        picture(*m_ben, "desks-6-merged");
    }

    void whoLeavesIsGone()
    {
        m_ben.reset();
        QTRY_VERIFY_WITH_TIMEOUT(m_third->presence()->others().size() == 1, kPatience);
        QCOMPARE(m_third->presence()->others().front().person, QStringLiteral("Anna"));
    }
};

LOCI_TEST_CLASS(TestTwoDesks)
#include "twodesks_test.moc"
