// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb.h"
#include "layers/base/logging.h"
#include "layers/storage/postgisaddress.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <optional>

namespace loci::cli {

namespace {

/// A workspace on a server given to a verb that reads or writes files only.
Result<> checkPlaces(const VerbSpec &verb, const Call &call)
{
    const auto address = std::find_if(call.arguments.begin(), call.arguments.end(), [](const QString &argument) {
        return storage::PostGisAddress::looksLikeOne(argument);
    });
    if (verb.takesServer || address == call.arguments.end()) {
        return {};
    }
    return fail(ErrorCode::Usage,
                QCoreApplication::translate("CommandLine", "“loci %1” works on files; %2 is a workspace on a server, "
                                                           "which “loci workspace info” describes.")
                    .arg(verb.name, *address));
}

/// Ctrl+C cancels the running verb; a second one ends the program as usual.
CancelToken *interruptToken = nullptr;
void onInterrupt(int)
{
    if (interruptToken != nullptr) {
        interruptToken->cancel();
    }
    std::signal(SIGINT, SIG_DFL);
}

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

void print(const QString &text, std::FILE *stream)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

QString helpText(const std::vector<VerbSpec> &verbs)
{
    QStringList lines{Texts::tr("Loci, a desktop GIS for planners, heritage officers and councils."),
                      QString(),
                      Texts::tr("Usage: loci [WORKSPACE|FILE...]      open the window"),
                      Texts::tr("       loci VERB ... [--json] [--lang en|zh_CN]"),
                      QString(),
                      Texts::tr("Verbs:")};
    for (const VerbSpec &verb : verbs) {
        lines << QStringLiteral("  %1").arg(verb.usage) << QStringLiteral("        %1").arg(verb.summary);
    }
    lines << QString() << Texts::tr("Options of the window:")
          << Texts::tr("  --lang en|zh_CN, --theme light|dark, --layout map|3d|split|inset, --workplace NAME")
          << Texts::tr("  --screenshot FILE.png [--size WxH]   writes a picture of the window when everything is "
                       "drawn, and ends")
          << Texts::tr("  --exit-after-startup, --exit-after-first-paint   for checks and measurements") << QString()
          << Texts::tr(
                 "Exit status: 0 done; 1 done with findings of severity error; 2 wrong usage; 3 cannot read or write; "
                 "4 cancelled; 70 internal error.");
    return lines.join(QLatin1Char('\n'));
}

struct ParsedCall
{
    Call call;
    bool json = false;
    bool help = false;
};

Result<ParsedCall> parse(const VerbSpec &verb, const QStringList &arguments)
{
    ParsedCall parsed;
    bool onlyArguments = false;
    for (int i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (onlyArguments || !argument.startsWith(QLatin1String("--"))) {
            parsed.call.arguments << argument;
            continue;
        }
        if (argument == QLatin1String("--")) {
            onlyArguments = true;
            continue;
        }
        const qsizetype equals = argument.indexOf(QLatin1Char('='));
        const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
        if (name == QLatin1String("json")) {
            parsed.json = true;
        } else if (name == QLatin1String("help")) {
            parsed.help = true;
        } else if (verb.flags.contains(name)) {
            parsed.call.options.insert(name, QString());
        } else if (verb.valueOptions.contains(name) || name == QLatin1String("lang")) {
            if (equals < 0 && i + 1 >= arguments.size()) {
                return fail(ErrorCode::Usage,
                            Texts::tr("The option --%1 needs a value. Usage: loci %2").arg(name, verb.usage));
            }
            parsed.call.options.insert(name, equals < 0 ? arguments[++i] : argument.mid(equals + 1));
        } else {
            return fail(ErrorCode::Usage,
                        Texts::tr("There is no option --%1 here. Usage: loci %2").arg(name, verb.usage));
        }
    }
    const auto count = parsed.call.arguments.size();
    if (!parsed.help && (count < verb.minArguments || (verb.maxArguments >= 0 && count > verb.maxArguments))) {
        return fail(ErrorCode::Usage, Texts::tr("Wrong number of arguments. Usage: loci %1").arg(verb.usage));
    }
    return parsed;
}

int report(const Error &error, bool json)
{
    if (json) {
        const QJsonObject object{{QStringLiteral("error"), error.message}, {QStringLiteral("detail"), error.detail}};
        print(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)), stdout);
    }
    print(QStringLiteral("loci: %1").arg(error.message), stderr);
    if (!error.detail.isEmpty()) {
        qCDebug(logApp).noquote() << error.detail;
    }
    return exitStatus(error.code);
}

int reportAnswer(const Answer &answer, bool json)
{
    if (json) {
        QJsonObject object = answer.json;
        QJsonArray findings;
        for (const Finding &finding : answer.findings) {
            findings.append(toJson(finding));
        }
        object.insert(QStringLiteral("findings"), findings);
        print(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)), stdout);
    } else {
        print(answer.text, stdout);
        constexpr std::size_t kShown = 20;
        for (std::size_t i = 0; i < std::min(kShown, answer.findings.size()); ++i) {
            const Finding &finding = answer.findings[i];
            print(
                QStringLiteral("%1 %2 %3 %4: %5")
                    .arg(severityName(finding.severity), finding.code, finding.object, finding.where, finding.message),
                stderr);
        }
        if (answer.findings.size() > kShown) {
            print(Texts::tr("... and %1 more findings; --json lists them all.").arg(answer.findings.size() - kShown),
                  stderr);
        }
    }
    return hasErrors(answer.findings) ? 1 : 0;
}

} // namespace

bool isVerb(const QString &argument)
{
    static const QStringList fixed{QStringLiteral("help"), QStringLiteral("--help"), QStringLiteral("-h"),
                                   QStringLiteral("--version")};
    if (fixed.contains(argument)) {
        return true;
    }
    const std::vector<VerbSpec> verbs = allVerbs();
    return std::any_of(verbs.begin(), verbs.end(), [&argument](const VerbSpec &verb) { return verb.name == argument; });
}

int runVerb(const QStringList &arguments)
{
    const std::vector<VerbSpec> verbs = allVerbs();
    const QString &name = arguments.first();
    if (name == QLatin1String("--version")) {
        print(QStringLiteral("loci %1").arg(QCoreApplication::applicationVersion()), stdout);
        return 0;
    }
    const auto verb = std::find_if(verbs.begin(), verbs.end(), [&name](const VerbSpec &v) { return v.name == name; });
    if (verb == verbs.end()) {
        print(helpText(verbs), stdout);
        return 0;
    }
    Result<ParsedCall> parsed = parse(*verb, arguments.mid(1));
    if (!parsed) {
        return report(parsed.error(), arguments.contains(QStringLiteral("--json")));
    }
    if (parsed->help) {
        print(QStringLiteral("loci %1\n%2").arg(verb->usage, verb->summary), stdout);
        return 0;
    }
    if (verb->needsDisplay && qEnvironmentVariableIsEmpty("DISPLAY") &&
        qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
        return report(Error{ErrorCode::Unsupported,
                            Texts::tr("\"loci %1\" draws with OpenGL and needs an X display; start it with "
                                      "\"xvfb-run loci %1 ...\" where there is none.")
                                .arg(verb->name),
                            QStringLiteral("DISPLAY is not set"), nullptr},
                      parsed->json);
    }
    if (const Result<> places = checkPlaces(*verb, parsed->call); !places) {
        return report(places.error(), parsed->json);
    }
    parsed->call.note = [](const QString &line) { print(line, stderr); };
    interruptToken = &parsed->call.cancel;
    std::signal(SIGINT, onInterrupt);
    const Result<Answer> answer = verb->run(parsed->call);
    interruptToken = nullptr;
    return answer ? reportAnswer(*answer, parsed->json) : report(answer.error(), parsed->json);
}

} // namespace loci::cli
