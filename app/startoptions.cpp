// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startoptions.h"

#include <QCoreApplication>
#include <QHash>
#include <functional>

namespace loci::app {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QSize sizeFrom(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
}

} // namespace

Result<StartOptions> parseStartOptions(const QStringList &arguments)
{
    StartOptions options;
    const QHash<QString, QString StartOptions::*> values{{QStringLiteral("lang"), &StartOptions::language},
                                                         {QStringLiteral("theme"), &StartOptions::theme},
                                                         {QStringLiteral("layout"), &StartOptions::layout},
                                                         {QStringLiteral("workplace"), &StartOptions::workplace},
                                                         {QStringLiteral("select"), &StartOptions::select},
                                                         {QStringLiteral("screenshot"), &StartOptions::screenshot},
                                                         {QStringLiteral("briefing"), &StartOptions::briefing},
                                                         {QStringLiteral("screen"), &StartOptions::screen}};
    const QHash<QString, bool StartOptions::*> flags{
        {QStringLiteral("exit-after-startup"), &StartOptions::exitAfterStartup},
        {QStringLiteral("exit-after-first-paint"), &StartOptions::exitAfterFirstPaint},
        {QStringLiteral("kiosk"), &StartOptions::kiosk},
        {QStringLiteral("new"), &StartOptions::untitled}};
    for (int i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (!argument.startsWith(QLatin1String("--"))) {
            options.files << argument;
            continue;
        }
        const QString name = argument.mid(2).section(QLatin1Char('='), 0, 0);
        if (flags.contains(name)) {
            options.*flags[name] = true;
            continue;
        }
        if (!values.contains(name) && name != QLatin1String("size")) {
            return fail(ErrorCode::Usage,
                        Texts::tr("There is no verb or option \"%1\". \"loci --help\" lists them all.").arg(argument));
        }
        const bool inline_ = argument.contains(QLatin1Char('='));
        if (!inline_ && i + 1 >= arguments.size()) {
            return fail(ErrorCode::Usage, Texts::tr("The option %1 needs a value.").arg(argument));
        }
        const QString value = inline_ ? argument.section(QLatin1Char('='), 1) : arguments[++i];
        if (name == QLatin1String("size")) {
            options.size = sizeFrom(value);
            if (options.size.width() < 400 || options.size.height() < 300) {
                return fail(ErrorCode::Usage, Texts::tr("--size takes WIDTHxHEIGHT, at least 400x300."));
            }
        } else {
            options.*values[name] = value;
        }
    }
    return options;
}

} // namespace loci::app
