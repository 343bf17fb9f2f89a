// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/catalogue/datacatalogue.h"

#include "layers/storage/filelock.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUuid>
#include <algorithm>

namespace loci::workspace {

using catalogue::Entry;
using catalogue::Request;
using catalogue::Sharing;
using catalogue::State;
using catalogue::Viewer;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::DataCatalogue)
};

QString titleOf(const Entry &entry)
{
    const QString title = entry.said.title.in(QLocale().name());
    return title.isEmpty() ? entry.id : title;
}

const Entry *find(const std::vector<Entry> &entries, const QString &id)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&id](const Entry &one) { return one.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

tl::unexpected<Error> notThere(const QString &id)
{
    return fail(ErrorCode::Usage, Texts::tr("The catalogue has no entry “%1”.").arg(id));
}

/// Steps that the asking side makes itself; all others are the owner's.
bool isAskers(State state)
{
    return state == State::Requested || state == State::Delivered;
}

} // namespace

DataCatalogue::DataCatalogue(Workspace &workspace) : m_workspace(workspace), m_person(storage::currentUser()) {}

QDate DataCatalogue::today() const
{
    return m_workspace.clock().nowUtc().date();
}

catalogue::Offices DataCatalogue::offices() const
{
    return catalogue::Offices::fromJson(m_workspace.json(QLatin1String(key::kOffices)));
}

Result<> DataCatalogue::setOffices(const catalogue::Offices &offices, const QString &reason)
{
    if (!viewer().steward) {
        return fail(ErrorCode::Usage,
                    Texts::tr("%1 does not keep the catalogue and cannot say who works where.").arg(m_person));
    }
    catalogue::Offices kept = offices;
    if (!kept.isEmpty() && kept.stewards.isEmpty()) {
        kept.stewards << m_person;
    }
    return keep(QLatin1String(key::kOffices), kept.toJson(), Texts::tr("Say who works for which department"), reason);
}

QStringList DataCatalogue::departments() const
{
    QStringList names;
    for (const auto &[person, department] : offices().departments) {
        if (!department.isEmpty() && !names.contains(department, Qt::CaseInsensitive)) {
            names << department;
        }
    }
    names.sort();
    return names;
}

std::vector<Entry> DataCatalogue::entries(const FactsById &facts) const
{
    return catalogue::seenBy(inventory(m_workspace, facts), viewer(), allRequests(), today());
}

std::vector<Entry> DataCatalogue::entriesFor(const QString &department, const FactsById &facts) const
{
    // First with this person's eyes: nobody shows to others what they may not see themselves.
    return catalogue::seenBy(entries(facts), Viewer{{}, department, false}, allRequests(), today());
}

std::optional<Entry> DataCatalogue::entry(const QString &id) const
{
    const auto all = entries();
    const Entry *found = find(all, id);
    return found != nullptr ? std::optional(*found) : std::nullopt;
}

Result<> DataCatalogue::describe(const QString &id, const catalogue::Description &said, const QString &reason)
{
    const auto known = entry(id);
    if (!known) {
        return notThere(id);
    }
    if (!catalogue::mayEdit(*known, viewer())) {
        return fail(ErrorCode::Usage, Texts::tr("“%1” belongs to %2; only its owner describes it.")
                                          .arg(titleOf(*known), known->said.department.in(QLocale().name())));
    }
    LOCI_TRY(const catalogue::Description kept, catalogue::Description::fromJson(said.toJson()));
    return keep(QLatin1String(key::kSharedEntry) + id, kept.toJson(), Texts::tr("Describe “%1”").arg(titleOf(*known)),
                reason);
}

std::vector<Request> DataCatalogue::allRequests() const
{
    std::vector<Request> list;
    const QString prefix = QLatin1String(key::kSharedRequest);
    const QStringList keys = m_workspace.keys(prefix);
    list.reserve(static_cast<std::size_t>(keys.size()));
    for (const QString &key : keys) {
        if (auto request = Request::fromJson(key.mid(prefix.size()), m_workspace.json(key))) {
            list.push_back(std::move(*request));
        }
    }
    return list;
}

std::vector<Request> DataCatalogue::requests() const
{
    auto list = catalogue::requestsFor(inventory(m_workspace), viewer(), allRequests());
    std::sort(list.begin(), list.end(), [](const Request &a, const Request &b) {
        return a.steps.back().at != b.steps.back().at ? a.steps.back().at > b.steps.back().at : a.id < b.id;
    });
    return list;
}

Result<QString> DataCatalogue::ask(const QString &id, const QString &purpose)
{
    const Viewer who = viewer();
    const auto known = entry(id);
    if (!known) {
        return notThere(id);
    }
    if (who.department.isEmpty()) {
        return fail(ErrorCode::Usage,
                    Texts::tr("A department asks for data: say first for which one %1 works.").arg(m_person));
    }
    if (known->said.sharing != Sharing::Conditional || !known->withheld) {
        return fail(ErrorCode::Usage, Texts::tr("“%1” is open to %2 already.").arg(titleOf(*known), who.department));
    }
    Request request;
    request.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    request.entry = id;
    request.department = who.department;
    request.person = m_person;
    LOCI_TRY(request, catalogue::stepped(std::move(request), State::Requested, m_person, purpose, {},
                                         m_workspace.clock().nowUtc()));
    LOCI_CHECK(keep(QLatin1String(key::kSharedRequest) + request.id, request.toJson(),
                    Texts::tr("Ask for “%1”").arg(titleOf(*known)), purpose));
    return request.id;
}

Result<> DataCatalogue::answer(const QString &id, State state, const QString &reason, const QDate &until)
{
    const auto mine = requests();
    const auto found = std::find_if(mine.begin(), mine.end(), [&id](const Request &one) { return one.id == id; });
    if (found == mine.end()) {
        return fail(ErrorCode::Usage, Texts::tr("There is no request “%1” for %2.").arg(id, m_person));
    }
    const auto known = entry(found->entry);
    if (!known) {
        return notThere(found->entry);
    }
    const Viewer who = viewer();
    const bool owns = catalogue::mayEdit(*known, who);
    const bool asks = found->department.compare(who.department, Qt::CaseInsensitive) == 0;
    if (!(isAskers(state) ? asks || who.steward : owns)) {
        return fail(ErrorCode::Usage,
                    Texts::tr("Only the owner of “%1” can answer this request.").arg(titleOf(*known)));
    }
    if (state == State::Approved && known->said.sharing == Sharing::NotShared) {
        return fail(ErrorCode::Usage, Texts::tr("“%1” is not shared; it cannot be granted.").arg(titleOf(*known)));
    }
    LOCI_TRY(const Request next,
             catalogue::stepped(*found, state, m_person, reason, until, m_workspace.clock().nowUtc()));
    return keep(QLatin1String(key::kSharedRequest) + id, next.toJson(),
                Texts::tr("Request of %1 for “%2”: %3").arg(next.department, titleOf(*known), catalogue::word(state)),
                reason);
}

Result<std::vector<storage::heritage::RecordState>> DataCatalogue::history(const QString &documentKey) const
{
    return m_workspace.heritage().history(documentKey);
}

Result<> DataCatalogue::keep(const QString &key, const QJsonObject &json, const QString &title, const QString &reason)
{
    return m_workspace.commit(
        {title, {{key, {}, QJsonDocument(json).toJson(QJsonDocument::Compact)}}, reason, m_person});
}

} // namespace loci::workspace
