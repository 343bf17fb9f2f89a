// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/shareverb.h"

#include "app/catalogue/catalogueexport.h"
#include "app/endpoint/shareserver.h"

#include <QCoreApplication>
#include <QTimer>

namespace loci::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::ShareVerb)
};

const QString kFor = QStringLiteral("for");
const QString kAs = QStringLiteral("as");
const QString kPort = QStringLiteral("port");
const QString kSeconds = QStringLiteral("seconds");

Result<double> number(const Call &call, const QString &name, double usual, double most)
{
    bool good = true;
    const double value = call.options.contains(name) ? call.options.value(name).toDouble(&good) : usual;
    if (!good || value < 0 || value > most) {
        return fail(ErrorCode::Usage,
                    Texts::tr("--%1 takes a number up to %2.").arg(name, QString::number(most, 'f', 0)));
    }
    return value;
}

void runFor(double seconds, const CancelToken &cancel)
{
    constexpr int kLookMs = 100;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, qApp, [&cancel] {
        if (cancel.isCancelled()) {
            QCoreApplication::quit();
        }
    });
    look.start(kLookMs);
    QTimer::singleShot(static_cast<int>(seconds * 1000), &look, [] { QCoreApplication::quit(); });
    QCoreApplication::exec(); // the verb's one event loop
}

Result<Answer> run(const Call &call)
{
    constexpr double kLongestSeconds = 2e6, kHighestPort = 65'535;
    LOCI_TRY(const double port, number(call, kPort, 0, kHighestPort));
    LOCI_TRY(const double seconds, number(call, kSeconds, kLongestSeconds, kLongestSeconds));
    LOCI_TRY(const auto opened, workspace::Workspace::open(call.arguments.value(0), workspace::Access::ReadOnly));
    workspace::DataCatalogue catalogue(*opened);
    if (const QString person = call.options.value(kAs); !person.isEmpty()) {
        catalogue.setPerson(person);
    }
    const auto facts = app::readFacts(workspace::entryFiles(*opened), call.cancel);
    app::SharedData data = app::sharedData(*opened, catalogue, call.options.value(kFor), facts);
    const auto shared = static_cast<qint64>(data.files.size());
    app::ShareServer server;
    LOCI_TRY(const QString address, server.start(std::move(data), static_cast<quint16>(port)));
    if (call.note) {
        call.note(Texts::tr("%1 answers with the token %2").arg(address, server.token()));
    }
    runFor(seconds, call.cancel);
    Answer answer;
    answer.json = {{QStringLiteral("address"), address}, {QStringLiteral("collections"), shared}};
    answer.text = Texts::tr("%n collections were shared at %1.", nullptr, static_cast<int>(shared)).arg(address);
    return answer;
}

} // namespace

VerbSpec shareVerb()
{
    VerbSpec verb;
    verb.name = QStringLiteral("share");
    verb.usage = QStringLiteral("share FILE.loci [--for DEPARTMENT] [--as PERSON] [--port N] [--seconds S]");
    verb.summary = Texts::tr("Answers programs on this computer by OGC API - Features and SensorThings, read-only");
    verb.valueOptions = {kFor, kAs, kPort, kSeconds};
    verb.run = run;
    return verb;
}

} // namespace loci::cli
