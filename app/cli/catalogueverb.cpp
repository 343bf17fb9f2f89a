// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/catalogueverb.h"

#include "app/catalogue/catalogueexport.h"
#include "layers/domain/catalogue/cadence.h"
#include "layers/domain/catalogue/search.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <array>

namespace loci::cli {

using catalogue::Entry;
using workspace::Access;
using workspace::DataCatalogue;
using workspace::Workspace;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::CatalogueVerb)
};

const QString kAs = QStringLiteral("as");
const QString kFor = QStringLiteral("for");
const QString kSearch = QStringLiteral("search");
const QString kOut = QStringLiteral("out");
const QString kTo = QStringLiteral("to");
const QString kJsonFile = QStringLiteral("from");
const QString kReason = QStringLiteral("reason");
const QString kState = QStringLiteral("state");
const QString kUntil = QStringLiteral("until");
const QString kNoFacts = QStringLiteral("quick");

struct Opened
{
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<DataCatalogue> catalogue;
    const Call &call;

    catalogue::FactsById facts() const
    {
        return call.options.contains(kNoFacts) ? catalogue::FactsById()
                                               : app::readFacts(workspace::entryFiles(*workspace), call.cancel);
    }
    /// As whoever asks may see them, or as the department does that --for names.
    std::vector<Entry> entries() const
    {
        const auto all = call.options.contains(kFor) ? catalogue->entriesFor(call.options.value(kFor), facts())
                                                     : catalogue->entries(facts());
        return catalogue::found(all, call.options.value(kSearch));
    }
    QDateTime now() const { return workspace->clock().nowUtc(); }
    QString language() const { return QLocale().name(); }
};

Result<QString> needed(const Call &call, const QString &option)
{
    const QString value = call.options.value(option);
    if (value.isEmpty()) {
        return fail(ErrorCode::Usage, Texts::tr("The option --%1 is needed.").arg(option));
    }
    return value;
}

Result<QJsonObject> jsonFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read.").arg(QDir::toNativeSeparators(path)),
                    file.errorString());
    }
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
    if (!json.isObject()) {
        return fail(ErrorCode::Invalid, Texts::tr("%1 is no JSON object.").arg(QDir::toNativeSeparators(path)));
    }
    return json.object();
}

QJsonArray toJson(const std::vector<catalogue::Request> &requests)
{
    QJsonArray list;
    for (const catalogue::Request &request : requests) {
        QJsonObject json = request.toJson();
        json.insert(QStringLiteral("id"), request.id);
        list.append(json);
    }
    return list;
}

QString lineOf(const Entry &entry, const QDateTime &now, const QString &language)
{
    const QString department = entry.said.department.in(language);
    return QStringLiteral("%1  %2 · %3 · %4 · %5")
        .arg(entry.said.title.in(language), catalogue::word(entry.kind),
             department.isEmpty() ? Texts::tr("nobody's") : department, catalogue::word(entry.said.sharing),
             catalogue::timelinessWords(entry.updated, entry.said.cadence, now));
}

Result<Answer> list(const Opened &opened)
{
    Answer answer;
    QJsonArray entries;
    QStringList lines;
    for (const Entry &entry : opened.entries()) {
        entries.append(catalogue::toJson(entry, opened.now()));
        lines << lineOf(entry, opened.now(), opened.language());
    }
    answer.json = {{QStringLiteral("entries"), entries},
                   {QStringLiteral("requests"), toJson(opened.catalogue->requests())}};
    answer.text = lines.isEmpty() ? Texts::tr("Nothing to show.") : lines.join(QLatin1Char('\n'));
    return answer;
}

Result<Answer> show(const Opened &opened)
{
    const QString id = opened.call.arguments.value(2);
    for (const Entry &entry : opened.entries()) {
        if (entry.id != id) {
            continue;
        }
        Answer answer;
        answer.json = catalogue::toJson(entry, opened.now());
        QJsonArray history;
        LOCI_TRY(const auto states, opened.catalogue->history(QLatin1String(workspace::key::kSharedEntry) + entry.id));
        for (const auto &state : states) {
            history.append(QJsonObject{{QStringLiteral("at"), state.time.toUTC().toString(Qt::ISODate)},
                                       {QStringLiteral("by"), state.author},
                                       {QStringLiteral("title"), state.title},
                                       {QStringLiteral("reason"), state.reason}});
        }
        answer.json.insert(QStringLiteral("history"), history);
        answer.text =
            lineOf(entry, opened.now(), opened.language()) + QLatin1Char('\n') + entry.said.text.in(opened.language());
        return answer;
    }
    return fail(ErrorCode::Usage, Texts::tr("The catalogue has no entry “%1”.").arg(id));
}

Result<Answer> describe(const Opened &opened)
{
    LOCI_TRY(const QString path, needed(opened.call, kJsonFile));
    LOCI_TRY(const QJsonObject json, jsonFile(path));
    LOCI_TRY(const catalogue::Description said, catalogue::Description::fromJson(json));
    LOCI_CHECK(opened.catalogue->describe(opened.call.arguments.value(2), said, opened.call.options.value(kReason)));
    return show(opened);
}

Result<Answer> offices(const Opened &opened)
{
    if (opened.call.options.contains(kJsonFile)) {
        LOCI_TRY(const QJsonObject json, jsonFile(opened.call.options.value(kJsonFile)));
        LOCI_CHECK(
            opened.catalogue->setOffices(catalogue::Offices::fromJson(json), opened.call.options.value(kReason)));
    }
    Answer answer;
    answer.json = opened.catalogue->offices().toJson();
    answer.text = opened.catalogue->departments().join(QLatin1Char('\n'));
    return answer;
}

Result<Answer> ask(const Opened &opened)
{
    LOCI_TRY(const QString purpose, needed(opened.call, kReason));
    LOCI_TRY(const QString id, opened.catalogue->ask(opened.call.arguments.value(2), purpose));
    Answer answer;
    answer.json = {{QStringLiteral("request"), id}, {QStringLiteral("requests"), toJson(opened.catalogue->requests())}};
    answer.text = Texts::tr("Request %1 waits for the owner.").arg(id);
    return answer;
}

Result<Answer> giveAnswer(const Opened &opened)
{
    LOCI_TRY(const QString text, needed(opened.call, kState));
    const auto state = catalogue::stateFrom(text);
    if (!state) {
        return fail(ErrorCode::Usage, Texts::tr("“%1” is no state of a request.").arg(text));
    }
    const QDate until = QDate::fromString(opened.call.options.value(kUntil), Qt::ISODate);
    LOCI_CHECK(
        opened.catalogue->answer(opened.call.arguments.value(2), *state, opened.call.options.value(kReason), until));
    Answer answer;
    answer.json = {{QStringLiteral("requests"), toJson(opened.catalogue->requests())}};
    answer.text = Texts::tr("The request is %1 now.").arg(catalogue::word(*state));
    return answer;
}

Result<Answer> exportAll(const Opened &opened)
{
    LOCI_TRY(const QString out, needed(opened.call, kOut));
    const QString to = opened.call.options.value(kTo, QStringLiteral("dcat"));
    if (to != QLatin1String("dcat") && to != QLatin1String("iso")) {
        return fail(ErrorCode::Usage, Texts::tr("A catalogue goes out as dcat or iso, not as “%1”.").arg(to));
    }
    // What leaves is what its receiver may see; nobody named: what the public may see.
    const auto seen = catalogue::found(opened.catalogue->entriesFor(opened.call.options.value(kFor), opened.facts()),
                                       opened.call.options.value(kSearch));
    LOCI_TRY(const QStringList files,
             app::exportCatalogue(seen, *opened.workspace,
                                  to == QLatin1String("iso") ? app::CatalogueFormat::Iso : app::CatalogueFormat::Dcat,
                                  out, opened.language()));
    Answer answer;
    answer.json = {{QStringLiteral("entries"), static_cast<qint64>(seen.size())},
                   {QStringLiteral("files"), QJsonArray::fromStringList(files)}};
    answer.text =
        Texts::tr("%n entries are in %1.", nullptr, static_cast<int>(seen.size())).arg(QDir::toNativeSeparators(out));
    return answer;
}

struct Command
{
    const char *name;
    Result<Answer> (*run)(const Opened &);
    bool writes, needsThird;
};
constexpr std::array kCommands{Command{"list", list, false, false},       Command{"show", show, false, true},
                               Command{"describe", describe, true, true}, Command{"offices", offices, true, false},
                               Command{"ask", ask, true, true},           Command{"answer", giveAnswer, true, true},
                               Command{"export", exportAll, false, false}};

Result<Answer> run(const Call &call)
{
    for (const Command &command : kCommands) {
        if (call.arguments.value(0) != QLatin1String(command.name)) {
            continue;
        }
        if (command.needsThird != (call.arguments.size() == 3)) {
            break;
        }
        LOCI_TRY(auto workspace,
                 Workspace::open(call.arguments.value(1), command.writes ? Access::ReadWrite : Access::ReadOnly));
        auto catalogue = std::make_unique<DataCatalogue>(*workspace);
        if (const QString person = call.options.value(kAs); !person.isEmpty()) {
            catalogue->setPerson(person);
        }
        return command.run({std::move(workspace), std::move(catalogue), call});
    }
    return fail(ErrorCode::Usage,
                Texts::tr("That cannot be done with a catalogue: %1").arg(call.arguments.join(QLatin1Char(' '))));
}

} // namespace

VerbSpec catalogueVerb()
{
    VerbSpec verb;
    verb.name = QStringLiteral("catalogue");
    verb.usage = QStringLiteral(
        "catalogue list FILE.loci [--search WORDS] [--for DEPARTMENT] [--quick] | show FILE.loci ID | describe "
        "FILE.loci "
        "ID --from D.json [--reason TEXT] | offices FILE.loci [--from O.json] | ask FILE.loci ID --reason PURPOSE | "
        "answer FILE.loci REQUEST --state approved|refused|returned|delivered|revoked --reason TEXT [--until DAY] | "
        "export FILE.loci --out PATH [--to dcat|iso] [--for DEPARTMENT]; all take --as PERSON");
    verb.summary = Texts::tr("Data catalogue: what there is, whose, how fresh, and who may have it");
    verb.valueOptions = {kAs, kFor, kSearch, kOut, kTo, kJsonFile, kReason, kState, kUntil};
    verb.flags = {kNoFacts};
    verb.minArguments = 2;
    verb.maxArguments = 3;
    verb.run = run;
    return verb;
}

} // namespace loci::cli
