// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/feedverb.h"

#include "layers/feeds/feedrunner.h"
#include "layers/storage/feeds/observationhome.h"
#include "layers/storage/filelock.h"
#include "layers/workspace/sidefiles.h"
#include "layers/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSysInfo>
#include <QUuid>
#include <algorithm>

namespace loci::cli {

using namespace loci::feeds;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::FeedVerb)
};

const QString kSeconds = QStringLiteral("seconds");
const QString kStore = QStringLiteral("store");

QString iso(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonValue readingJson(const Reading &reading)
{
    if (const double *number = std::get_if<double>(&reading)) {
        return *number;
    }
    const QString *text = std::get_if<QString>(&reading);
    return text ? QJsonValue(*text) : QJsonValue();
}

QJsonObject streamJson(const StreamStatus &status)
{
    const StreamTally &tally = status.tally;
    return {{QStringLiteral("id"), tally.description.id},
            {QStringLiteral("state"), stateCode(status.state)},
            {QStringLiteral("last"), tally.last ? QJsonValue(iso(tally.last->phenomenon)) : QJsonValue()},
            {QStringLiteral("value"), tally.last ? readingJson(tally.last->value) : QJsonValue()},
            {QStringLiteral("unit"), tally.description.unit},
            {QStringLiteral("ageSeconds"),
             status.ageMs ? QJsonValue(static_cast<double>(*status.ageMs) / 1000) : QJsonValue()},
            {QStringLiteral("received"), tally.received},
            {QStringLiteral("stored"), tally.stored},
            {QStringLiteral("duplicates"), tally.duplicates},
            {QStringLiteral("rejected"), tally.rejected}};
}

Result<FeedDescription> readDescription(const QString &path)
{
    constexpr qint64 kLargest = 16'777'216;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargest) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read.").arg(QDir::toNativeSeparators(path)),
                    file.errorString());
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError) {
        return fail(
            ErrorCode::Invalid,
            Texts::tr("%1 is no valid JSON (at byte %2).").arg(QDir::toNativeSeparators(path)).arg(error.offset));
    }
    return FeedDescription::fromJson(document.object());
}

/// The feeds of description files and of workspaces.
bool isWorkspace(const QString &path)
{
    return storage::PostGisAddress::looksLikeOne(path) ||
           QFileInfo(path).suffix().compare(QStringLiteral("loci"), Qt::CaseInsensitive) == 0;
}

/// Where a workspace keeps its observations, or the store that a path names.
Result<storage::ObservationHome> storeOf(const QString &path)
{
    if (!storage::PostGisAddress::looksLikeOne(path)) {
        return storage::ObservationHome(isWorkspace(path) ? workspace::observationsFile(path) : path);
    }
    LOCI_TRY(const storage::PostGisAddress address, storage::PostGisAddress::parse(path));
    return storage::ObservationHome(address, {});
}

/// Opened; a sentence when nothing was ever stored there.
Result<storage::ObservationQueries> openStore(const QString &path)
{
    LOCI_TRY(const storage::ObservationHome home, storeOf(path));
    if (!home.isShared()) {
        return storage::ObservationQueries::open(home.text());
    }
    LOCI_TRY(auto opened, home.openToRead());
    if (!opened) {
        return fail(ErrorCode::NotReadable, Texts::tr("No feed has stored anything in %1 yet.").arg(home.text()));
    }
    return std::move(*opened);
}

Result<std::vector<FeedDescription>> readFeeds(const QStringList &paths, QString &store)
{
    std::vector<FeedDescription> found;
    for (const QString &path : paths) {
        if (!isWorkspace(path)) {
            LOCI_TRY(FeedDescription feed, readDescription(path));
            found.push_back(std::move(feed));
            continue;
        }
        LOCI_TRY(const auto opened, workspace::Workspace::open(path, workspace::Access::ReadOnly));
        store = store.isEmpty() ? path : store;
        for (const QString &key : opened->keys(QStringLiteral("feed/"))) {
            const QByteArray bytes = opened->document(key).value_or(QByteArray());
            LOCI_TRY(FeedDescription feed, FeedDescription::fromJson(QJsonDocument::fromJson(bytes).object()));
            found.push_back(std::move(feed));
        }
    }
    if (found.empty()) {
        return fail(ErrorCode::Usage,
                    Texts::tr("There is no feed to run: name a description or a workspace with feeds."));
    }
    return found;
}

Result<double> secondsOf(const Call &call, double fallback)
{
    if (!call.options.contains(kSeconds)) {
        return fallback;
    }
    bool good = false;
    const double seconds = call.options.value(kSeconds).toDouble(&good);
    if (!good || !(seconds > 0) || seconds > 1e7) {
        return fail(ErrorCode::Usage, Texts::tr("--seconds needs a number above zero."));
    }
    return seconds;
}

Answer answerOf(const FeedRunner &runner)
{
    Answer answer;
    QJsonArray streams;
    QStringList lines;
    for (const StreamStatus &status : runner.streams()) {
        streams.append(streamJson(status));
        lines << Texts::tr("%1: %2, %3 received, %4 stored")
                     .arg(status.tally.description.id, stateName(status.state))
                     .arg(status.tally.received)
                     .arg(status.tally.stored);
    }
    QJsonArray sources;
    for (const FeedStatus &status : runner.feeds()) {
        sources.append(QJsonObject{{QStringLiteral("id"), status.feed.id},
                                   {QStringLiteral("contact"), contactCode(status.contact)},
                                   {QStringLiteral("payloads"), status.tally.payloads},
                                   {QStringLiteral("unreadable"), status.tally.unreadable},
                                   {QStringLiteral("dropped"), status.tally.dropped}});
        for (Finding finding : status.tally.findings) {
            finding.source = status.feed.id;
            answer.findings.push_back(std::move(finding));
        }
        const QString problem = status.sentence.isEmpty() ? status.tally.lastProblem : status.sentence;
        if (!problem.isEmpty() && (status.contact != Contact::Connected || status.tally.unreadable > 0)) {
            answer.findings.push_back(
                {Severity::Error, QStringLiteral("feed_") + contactCode(status.contact), status.feed.id, {}, problem});
        }
    }
    answer.json = {{QStringLiteral("streams"), streams}, {QStringLiteral("feeds"), sources}};
    answer.text = lines.join(QLatin1Char('\n'));
    return answer;
}

/// Runs for some time, or until `enough` says so; the interrupt key ends it orderly.
void runFor(FeedRunner &runner, double seconds, const CancelToken &cancel, const std::function<bool()> &enough)
{
    constexpr int kLookMs = 50;
    QTimer end;
    QTimer look;
    end.setSingleShot(true);
    QObject::connect(&end, &QTimer::timeout, qApp, &QCoreApplication::quit);
    QObject::connect(&look, &QTimer::timeout, qApp, [&] {
        if (cancel.isCancelled() || (enough && enough())) {
            QCoreApplication::quit();
        }
    });
    constexpr double kLongestMs = 2e9;
    end.start(static_cast<int>(std::min(seconds * 1000, kLongestMs)));
    look.start(kLookMs);
    QCoreApplication::exec(); // the verb's one event loop: connections live in it
    constexpr int kPatienceMs = 10'000;
    runner.drain(kPatienceMs);
}

/// The lease of a shared store; refused when a desk records already.
Result<std::unique_ptr<RecorderWatch>> leaseOf(const storage::ObservationHome &home)
{
    constexpr int kPatienceMs = 15'000;
    const storage::FeedDesk us{QUuid::createUuid().toString(QUuid::WithoutBraces), storage::currentUser(),
                               QSysInfo::machineHostName()};
    auto watch = std::make_unique<RecorderWatch>(home, us, true);
    QTimer::singleShot(kPatienceMs, qApp, &QCoreApplication::quit);
    const auto known = QObject::connect(watch.get(), &RecorderWatch::recorderChanged, qApp, &QCoreApplication::quit);
    QCoreApplication::exec();
    QObject::disconnect(known);
    if (!watch->isOurs()) {
        const storage::FeedDesk &desk = watch->recorder();
        return fail(ErrorCode::NotWritable,
                    desk.id.isEmpty()
                        ? Texts::tr("The server did not say in time which desk records the feeds; try again.")
                        : Texts::tr("%1 at %2 records the feeds of this workspace.").arg(desk.person, desk.computer));
    }
    return watch;
}

Result<Answer> runFeeds(const Call &call, const QStringList &paths, QString store, bool onlyTest)
{
    LOCI_TRY(const std::vector<FeedDescription> found, readFeeds(paths, store));
    LOCI_TRY(const double seconds, secondsOf(call, onlyTest ? 15 : 1e7));
    SystemClock clock;
    LOCI_TRY(const storage::ObservationHome home, onlyTest ? storage::ObservationHome() : storeOf(store));
    std::unique_ptr<RecorderWatch> watch;
    if (home.isShared()) {
        LOCI_TRY(watch, leaseOf(home));
    }
    LOCI_TRY(const auto runner,
             FeedRunner::create({home, environmentSecret, watch ? watch->us().id : QString()}, clock));
    for (FeedDescription feed : found) {
        feed.paused = feed.paused && !onlyTest;
        LOCI_CHECK(runner->addFeed(feed));
    }
    const auto answered = [&runner] {
        const auto feeds = runner->feeds();
        return std::all_of(feeds.begin(), feeds.end(), [](const FeedStatus &status) {
            return status.contact == Contact::Refused || status.tally.payloads > 0;
        });
    };
    runFor(*runner, seconds, call.cancel, onlyTest ? std::function<bool()>(answered) : std::function<bool()>());
    Answer answer = answerOf(*runner);
    if (!onlyTest) {
        answer.json.insert(kStore, home.text());
    } else if (!answered()) {
        answer.findings.push_back({Severity::Error,
                                   QStringLiteral("feed_silent"),
                                   {},
                                   {},
                                   Texts::tr("Nothing came within %1 seconds.").arg(seconds)});
    }
    return answer;
}

Result<Answer> statusOf(const QString &path)
{
    LOCI_TRY(const auto store, openStore(path));
    LOCI_TRY(const auto stored, store.streams());
    const qint64 now = SystemClock().nowUtc().toMSecsSinceEpoch();
    QJsonArray streams;
    QStringList lines;
    for (const storage::StoredStream &one : stored) {
        StreamStatus status;
        status.tally.description = one.description;
        status.tally.last = one.last;
        const StreamFacts facts{one.last ? std::optional(one.last->phenomenon) : std::nullopt,
                                one.description.cadenceMs};
        status.state = stateOf(facts, now);
        status.ageMs = ageOf(facts, now);
        LOCI_TRY(const auto days, store.days(one.description.id, 0, now + 86'400'000));
        for (const storage::ObservationSpan &day : days) {
            status.tally.stored += day.count + day.texts + day.missing;
        }
        status.tally.received = status.tally.stored;
        streams.append(streamJson(status));
        lines << Texts::tr("%1: %2, %3")
                     .arg(one.description.id, stateName(status.state),
                          status.ageMs ? ageText(*status.ageMs) : QStringLiteral("-"));
    }
    Answer answer;
    answer.json = {{QStringLiteral("streams"), streams}};
    answer.text = lines.join(QLatin1Char('\n'));
    return answer;
}

Result<Answer> run(const Call &call)
{
    const QString verb = call.arguments.value(0);
    const QStringList rest = call.arguments.mid(1);
    if (rest.isEmpty()) {
        return fail(ErrorCode::Usage, Texts::tr("“feed %1” needs the name of a file.").arg(verb));
    }
    if (verb == QStringLiteral("test")) {
        return runFeeds(call, rest, {}, true);
    }
    if (verb == QStringLiteral("run")) {
        return runFeeds(call, rest, call.options.value(kStore), false);
    }
    if (verb == QStringLiteral("status")) {
        return statusOf(rest.first());
    }
    if (verb == QStringLiteral("replay")) {
        return replayFeed(call);
    }
    return fail(ErrorCode::Usage,
                Texts::tr("There is no “feed %1”; there are test, run, status and replay.").arg(verb));
}
} // namespace

VerbSpec feedVerb()
{
    VerbSpec spec;
    spec.name = QStringLiteral("feed");
    spec.usage =
        QStringLiteral("feed test FEED.json [--seconds N] | run FEED.json|WORKSPACE... [--store FILE] [--seconds N] | "
                       "status WORKSPACE|FILE | replay sample|MESSAGES.jsonl --to mqtt://HOST[:PORT]|FILE.jsonl "
                       "[--seconds N] [--describe FEED.json]");
    spec.summary = Texts::tr("Tests, runs and replays live feeds and tells the state of their streams");
    spec.valueOptions = {kSeconds, kStore, QStringLiteral("to"), QStringLiteral("describe")};
    spec.minArguments = 1;
    spec.maxArguments = -1;
    spec.run = run;
    return spec;
}

} // namespace loci::cli
