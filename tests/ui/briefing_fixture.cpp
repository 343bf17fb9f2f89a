// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/briefing_fixture.h"

#include "app/cli/sampleverb.h"
#include "app/sampleworkspace.h"

#include <QApplication>
#include <QProcess>
#include <QScreen>
#include <QTest>

namespace loci::test {

BriefingCity::BriefingCity()
{
    // In a process of its own: the verb has an event loop.
    QProcess verb;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    verb.setProcessEnvironment(environment);
    verb.start(QStringLiteral(LOCI_BINARY_DIR "/bin/loci"), {QStringLiteral("sample"), m_folder.path()});
    if (!verb.waitForFinished(kPatience) || verb.exitCode() != 0) {
        m_error = QString::fromUtf8(verb.readAllStandardError()) + verb.errorString();
    }
}

QString BriefingCity::workspacePath() const
{
    return app::sampleWorkspacePath(m_folder.path());
}

namespace {

bool monitor(const QStringList &arguments)
{
    QProcess xrandr;
    xrandr.start(QStringLiteral("xrandr"), arguments);
    return xrandr.waitForFinished(20000) && xrandr.exitCode() == 0;
}

} // namespace

bool plugScreens()
{
    return monitor({QStringLiteral("--setmonitor"), QStringLiteral("console"), QStringLiteral("1024/270x768/203+0+0"),
                    QStringLiteral("screen")}) &&
           plugWall() && QTest::qWaitFor([] { return QGuiApplication::screens().size() == 2; }, 20000);
}

bool plugWall()
{
    return monitor({QStringLiteral("--setmonitor"), QStringLiteral("wall"), QStringLiteral("960/254x540/143+1024+0"),
                    QStringLiteral("none")});
}

void unplugWall()
{
    monitor({QStringLiteral("--delmonitor"), QStringLiteral("wall")});
}

QStringList operatorThings(const QWidget &window)
{
    QStringList things;
    for (const QWidget *child : window.findChildren<QWidget *>()) {
        things << QString::fromLatin1(child->metaObject()->className());
    }
    const QRect place = window.geometry();
    for (const QWidget *top : QApplication::topLevelWidgets()) {
        const bool over = top != &window && top->isVisible() && top->frameGeometry().intersects(place);
        if (over ||
            (top->isVisible() && (top->inherits("QMenu") || top->inherits("QDialog") || top->inherits("QTipLabel")))) {
            things << QString::fromLatin1(top->metaObject()->className());
        }
    }
    if (window.cursor().shape() != Qt::BlankCursor) {
        things << QStringLiteral("cursor");
    }
    return things;
}

double difference(const QImage &a, const QImage &b, int tolerance)
{
    if (a.size() != b.size() || a.isNull()) {
        return 1;
    }
    qint64 differing = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            differing += std::abs(qRed(p) - qRed(q)) > tolerance || std::abs(qGreen(p) - qGreen(q)) > tolerance ||
                                 std::abs(qBlue(p) - qBlue(q)) > tolerance
                             ? 1
                             : 0;
        }
    }
    return static_cast<double>(differing) / a.width() / a.height();
}

} // namespace loci::test
