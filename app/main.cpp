// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/briefing/showguard.h"
#include "app/buildnumber.h"
#include "app/cli/verb.h"
#include "app/startoptions.h"
#include "layers/base/logging.h"
#include "layers/base/settings.h"
#include "plugins/host/packlibrary.h"
#include "widgets/common/translator.h"
#include "widgets/scene/surfaceformat.h"

#include <QApplication>
#include <cstdio>
#include <exception>

namespace {

void setNames()
{
    QCoreApplication::setOrganizationName(QStringLiteral("Loci"));
    QCoreApplication::setApplicationName(QStringLiteral("Loci"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.loci.Loci"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LOCI_VERSION));
}

/// `--lang` is honoured by verbs and the window alike, wherever it stands.
QString languageOption(const QStringList &arguments)
{
    const qsizetype at = arguments.indexOf(QStringLiteral("--lang"));
    return at >= 0 && at + 1 < arguments.size() ? arguments[at + 1] : QString();
}

int runVerb(int argc, char **argv, const QStringList &arguments)
{
    // Verbs that draw nothing need no display; the others keep the platform they are given.
    if (!arguments.first().startsWith(QLatin1String("render-")) && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    if (arguments.first() == QLatin1String("render-map") || qEnvironmentVariableIsEmpty("DISPLAY")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const QApplication application(argc, argv);
    loci::widgets::Translator translator;
    const QString language = languageOption(arguments);
    language.isEmpty() ? translator.restore() : translator.use(loci::widgets::Translator::resolved(language));
    return loci::cli::runVerb(arguments);
}

int runWindow(int argc, char **argv, const QStringList &arguments)
{
    const auto options = loci::app::parseStartOptions(arguments);
    if (!options) {
        std::fprintf(stderr, "loci: %s\n", qPrintable(options.error().message));
        return loci::exitStatus(options.error().code);
    }
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
        qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        std::fprintf(stderr, "loci: %s\n",
                     "there is no display to open a window on; start it from a desktop, or with xvfb-run.");
        return 3;
    }
    loci::widgets::prepareSceneSurfaces();
    QApplication qtApplication(argc, argv);
    qtApplication.setProperty("build", loci::app::kBuild);
    loci::app::Application application(qtApplication, *options);
    return application.run();
}

} // namespace

int main(int argc, char **argv)
{
    setNames();
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    if (arguments.value(0) == QLatin1String("--try-pack")) { // what packs::tryPack() starts
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QApplication application(argc, argv);
        return loci::packs::runTrial(arguments.value(1));
    }
    // The only catch-all of the program: an exception here is a fault of ours.
    try {
        if (!arguments.isEmpty() && loci::cli::isVerb(arguments.first())) {
            return runVerb(argc, argv, arguments);
        }
        if (loci::app::wantsGuard(arguments)) {
            return loci::app::guardShow(argc, argv, arguments);
        }
        return runWindow(argc, argv, arguments);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "loci: internal error: %s\n", error.what());
        return 70;
    }
}
