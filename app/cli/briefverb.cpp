// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/briefverb.h"

#include "app/indicators/indicatorrun.h"
#include "app/rooms.h"
#include "app/workspacehost.h"
#include "layers/domain/briefing/briefingjson.h"
#include "layers/storage/postgisaddress.h"
#include "layers/workspace/workspace.h"
#include "widgets/briefing/briefingdesk.h"
#include "widgets/briefing/briefingexport.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/theme.h"
#include "widgets/common/tokens.h"
#include "widgets/map/mapsession.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>

namespace loci::cli {

using briefing::Briefing;
using widgets::BriefingDesk;
using widgets::BriefingExport;
using workspace::Access;
using workspace::Workspace;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::BriefVerb)
};

constexpr int kLargest = 32768; // pixels a side

tl::unexpected<Error> usage(const QString &sentence)
{
    return fail(ErrorCode::Usage, sentence);
}

QString language(const Call &call)
{
    const QString chosen = call.options.value(QStringLiteral("lang"));
    return (chosen.isEmpty() ? QLocale().name() : chosen).startsWith(QLatin1String("zh")) ? QStringLiteral("zh_CN")
                                                                                          : QStringLiteral("en");
}

QJsonObject sceneJson(const briefing::Scene &scene)
{
    bool frozen = !scene.figures.empty();
    QJsonArray snapshots;
    for (const briefing::Figure &figure : scene.figures) {
        frozen = frozen && figure.frozen.has_value();
        QJsonObject one{{QStringLiteral("code"), figure.code}};
        if (figure.frozen) {
            one.insert(QStringLiteral("frozen"), briefing::toJson(*figure.frozen));
        }
        snapshots.append(one);
    }
    return {{QStringLiteral("id"), scene.id},   {QStringLiteral("title"), indicators::toJson(scene.title)},
            {QStringLiteral("key"), scene.key}, {QStringLiteral("seconds"), scene.seconds},
            {QStringLiteral("frozen"), frozen}, {QStringLiteral("snapshot"), snapshots}};
}

QJsonArray scenesOf(const Briefing &briefing)
{
    QJsonArray scenes;
    for (const briefing::Scene &scene : briefing.scenes) {
        scenes.append(sceneJson(scene));
    }
    return scenes;
}

void describe(const Briefing &briefing, const QString &spoken, QStringList &lines)
{
    lines << QStringLiteral("%1  %2").arg(briefing.id, briefing.name.in(spoken));
    for (const briefing::Scene &scene : briefing.scenes) {
        lines << QStringLiteral("  %1%2  %3")
                     .arg(scene.isAppendix() ? scene.key + QStringLiteral(": ") : QString(), scene.id,
                          scene.title.in(spoken));
    }
}

Result<Answer> list(const Call &call)
{
    LOCI_TRY(const auto opened, Workspace::open(call.arguments.value(1), Access::ReadOnly));
    Answer answer;
    QJsonArray briefings;
    QJsonArray scenes;
    QStringList lines;
    const QString wanted = call.arguments.value(2);
    QStringList ids = BriefingDesk::idsOf(*opened);
    if (!wanted.isEmpty()) {
        LOCI_TRY(const QString id, BriefingDesk::find(*opened, wanted));
        ids = {id};
    }
    for (const QString &id : std::as_const(ids)) {
        const Loaded<Briefing> loaded = BriefingDesk::load(*opened, id);
        answer.findings.insert(answer.findings.end(), loaded.findings.begin(), loaded.findings.end());
        const QJsonArray own = scenesOf(loaded.value);
        briefings.append(QJsonObject{{QStringLiteral("id"), id},
                                     {QStringLiteral("name"), indicators::toJson(loaded.value.name)},
                                     {QStringLiteral("wall"), loaded.value.wall.toJson()},
                                     {QStringLiteral("scenes"), own}});
        for (const QJsonValue &scene : own) {
            scenes.append(scene);
        }
        describe(loaded.value, language(call), lines);
    }
    answer.json = {{QStringLiteral("briefings"), briefings}, {QStringLiteral("scenes"), scenes}};
    answer.text = lines.isEmpty() ? Texts::tr("The workspace has no briefings.") : lines.join(QLatin1Char('\n'));
    return answer;
}

Result<Answer> freeze(const Call &call)
{
    LOCI_TRY(const auto opened, Workspace::open(call.arguments.value(1)));
    LOCI_TRY(const QString id, BriefingDesk::find(*opened, call.arguments.value(2)));
    Briefing briefing = BriefingDesk::load(*opened, id).value;
    const app::IndicatorSnapshot snapshot = app::indicatorSnapshot(*opened);
    LOCI_TRY(const indicators::Outcome outcome,
             app::runIndicators(snapshot, QDateTime::currentDateTimeUtc(), call.cancel));
    const auto changes = briefing::freeze(briefing, outcome, QDate::currentDate());
    BriefingDesk desk;
    desk.setWorkspace(opened.get());
    LOCI_CHECK(desk.store(briefing, Texts::tr("Freeze the numbers of the briefing")));
    Answer answer;
    QJsonArray told;
    for (const briefing::FigureChange &change : changes) {
        told.append(QJsonObject{{QStringLiteral("label"), indicators::toJson(change.label)},
                                {QStringLiteral("before"), briefing::toJson(change.before)},
                                {QStringLiteral("after"), briefing::toJson(change.after)}});
    }
    answer.json = {{QStringLiteral("scenes"), scenesOf(briefing)}, {QStringLiteral("changes"), told}};
    answer.text =
        Texts::tr("%n numbers changed since they were frozen last.", nullptr, static_cast<int>(changes.size()));
    return answer;
}

Result<QSize> sizeOf(const Call &call)
{
    const QString text = call.options.value(QStringLiteral("size"), QStringLiteral("1920x1080"));
    const QStringList parts = text.toLower().split(QLatin1Char('x'));
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    if (parts.size() != 2 || size.width() < 320 || size.height() < 180 || size.width() > kLargest ||
        size.height() > kLargest) {
        return usage(Texts::tr("--size wants WIDTHxHEIGHT in pixels, at least 320x180; \"%1\" is not that.").arg(text));
    }
    return size;
}

Result<BriefingExport::Request> requestOf(const Call &call, const Workspace &opened)
{
    BriefingExport::Request request;
    LOCI_TRY(const QString id, BriefingDesk::find(opened, call.arguments.value(2)));
    request.briefing = BriefingDesk::load(opened, id).value;
    request.language = language(call);
    request.today = QDate::currentDate();
    LOCI_TRY(request.size, sizeOf(call));
    const std::pair<const char *, BriefingExport::Format> formats[] = {{"pdf", BriefingExport::Format::Pdf},
                                                                       {"png", BriefingExport::Format::Png},
                                                                       {"web", BriefingExport::Format::Web},
                                                                       {"film", BriefingExport::Format::Film}};
    int chosen = 0;
    for (const auto &[name, format] : formats) {
        if (call.options.contains(QLatin1String(name))) {
            request.format = format;
            request.path = call.options.value(QLatin1String(name));
            ++chosen;
        }
    }
    if (chosen != 1 || request.path.isEmpty()) {
        return usage(Texts::tr("Say where to: one of --pdf FILE, --png FILE, --web FILE or --film FILE."));
    }
    if (call.options.contains(QStringLiteral("wall"))) {
        LOCI_TRY(request.briefing.wall, briefing::Wall::fromText(call.options.value(QStringLiteral("wall"))));
        request.tiles = true;
    }
    if (call.options.contains(QStringLiteral("scene"))) {
        const QString scene = call.options.value(QStringLiteral("scene"));
        if (request.briefing.find(scene) < 0) {
            return usage(Texts::tr("The briefing has no scene \"%1\".").arg(scene));
        }
        request.only << scene;
    }
    if (const QString theme = call.options.value(QStringLiteral("theme")); !theme.isEmpty()) {
        request.briefing.show = theme == QLatin1String("light") ? briefing::Show::Light : briefing::Show::Dark;
    }
    return request;
}

/// The same stage as in the window, with everything below it, and the verb's one event loop.
Result<BriefingExport::Report> exported(const Call &call)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY")) {
        return fail(ErrorCode::NotReadable, Texts::tr("Scenes are drawn on an X display, and there is none. Run the "
                                                      "command with xvfb-run."));
    }
    const QString path = call.arguments.value(1);
    if (!storage::PostGisAddress::looksLikeOne(path) && !QFileInfo::exists(path)) {
        return fail(ErrorCode::NotReadable, Texts::tr("There is no workspace %1.").arg(path));
    }
    const QTemporaryDir profile;
    LOCI_TRY(const auto rooms, app::Rooms::start(profile.path()));
    const app::Services &services = rooms->services();
    LOCI_CHECK(services.host.open(path));
    const Workspace &opened = *services.host.current();
    LOCI_TRY(BriefingExport::Request request, requestOf(call, opened));
    LOCI_TRY(indicators::Outcome outcome,
             app::runIndicators(app::indicatorSnapshot(opened), QDateTime::currentDateTimeUtc(), call.cancel));
    Result<BriefingExport::Report> result = fail(ErrorCode::Internal, QString());
    widgets::applyTheme(*qApp, widgets::ThemeMode::Dark); // brings the fonts of the window
    widgets::BriefingStage stage(services.session, services.cities);
    stage.setOutcome(std::make_shared<const indicators::Outcome>(std::move(outcome)));
    BriefingExport::run(stage, std::move(request), [&result](Result<BriefingExport::Report> report) {
        result = std::move(report);
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    QCoreApplication::exec();
    return result;
}

Result<Answer> exportAll(const Call &call)
{
    QElapsedTimer clock;
    clock.start();
    LOCI_TRY(const BriefingExport::Report report, exported(call));
    const double seconds = static_cast<double>(clock.elapsed()) / 1000;
    Answer answer;
    answer.findings = report.findings;
    LOCI_TRY(const auto opened, Workspace::open(call.arguments.value(1), Access::ReadOnly));
    LOCI_TRY(const QString id, BriefingDesk::find(*opened, call.arguments.value(2)));
    answer.json = {{QStringLiteral("files"), QJsonArray::fromStringList(report.files)},
                   {QStringLiteral("width"), report.canvas.width()},
                   {QStringLiteral("height"), report.canvas.height()},
                   {QStringLiteral("scenes"), scenesOf(BriefingDesk::load(*opened, id).value)},
                   {QStringLiteral("seconds"), seconds}};
    answer.text = Texts::tr("%n files, the first is %1; %2 s.", nullptr, static_cast<int>(report.files.size()))
                      .arg(report.files.value(0))
                      .arg(seconds, 0, 'f', 1);
    return answer;
}

Result<Answer> run(const Call &call)
{
    const QString what = call.arguments.value(0);
    const int count = static_cast<int>(call.arguments.size());
    if (what == QLatin1String("list") && count == 2) {
        return list(call);
    }
    if (what == QLatin1String("show") && count == 3) {
        return list(call);
    }
    if (what == QLatin1String("freeze") && count == 3) {
        return freeze(call);
    }
    if ((what == QLatin1String("export") || what == QLatin1String("render")) && count == 3) {
        return exportAll(call);
    }
    return usage(Texts::tr("Say what to do: list WORKSPACE, show WORKSPACE NAME, freeze WORKSPACE NAME or export "
                           "WORKSPACE NAME with --pdf, --png, --web or --film."));
}

} // namespace

VerbSpec briefVerb()
{
    VerbSpec verb;
    verb.name = QStringLiteral("brief");
    verb.usage =
        QStringLiteral("brief list|show|freeze|render|export WORKSPACE [NAME] [--pdf FILE|--png FILE|--film FILE|--web "
                       "FILE] [--size WxH] [--scene ID] [--wall \"3x3 bezel 8mm height 2.1 distance 6\"] "
                       "[--theme light|dark]");
    verb.summary = Texts::tr("Lists, freezes and exports briefings");
    verb.valueOptions = {QStringLiteral("pdf"),  QStringLiteral("png"),  QStringLiteral("film"),
                         QStringLiteral("web"),  QStringLiteral("size"), QStringLiteral("scene"),
                         QStringLiteral("wall"), QStringLiteral("theme")};
    verb.minArguments = 1;
    verb.maxArguments = 3;
    verb.run = run;
    return verb;
}

} // namespace loci::cli
