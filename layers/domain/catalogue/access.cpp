// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/catalogue/access.h"

#include <QJsonArray>
#include <QSet>
#include <algorithm>

namespace loci::catalogue {

Viewer Offices::viewer(const QString &person) const
{
    const auto found = departments.find(person);
    return {person, found == departments.end() ? QString() : found->second, isEmpty() || stewards.contains(person)};
}

QJsonObject Offices::toJson() const
{
    QJsonObject people;
    for (const auto &[person, department] : departments) {
        people.insert(person, department);
    }
    return {{QStringLiteral("people"), people}, {QStringLiteral("stewards"), QJsonArray::fromStringList(stewards)}};
}

Offices Offices::fromJson(const QJsonObject &json)
{
    Offices offices;
    const QJsonObject people = json[QStringLiteral("people")].toObject();
    for (auto it = people.begin(); it != people.end(); ++it) {
        offices.departments[it.key()] = it.value().toString();
    }
    for (const QJsonValue &steward : json[QStringLiteral("stewards")].toArray()) {
        offices.stewards << steward.toString();
    }
    return offices;
}

bool isDepartment(const Words &department, const QString &name)
{
    const QString wanted = name.trimmed();
    return !wanted.isEmpty() && (department.en.compare(wanted, Qt::CaseInsensitive) == 0 ||
                                 department.zh.compare(wanted, Qt::CaseInsensitive) == 0);
}

Sight sight(const Entry &entry, const Viewer &viewer, const std::vector<Request> &requests, const QDate &day)
{
    if (viewer.steward || isDepartment(entry.said.department, viewer.department)) {
        return Sight::Open;
    }
    switch (entry.said.sharing) {
    case Sharing::Unconditional:
        return Sight::Open;
    case Sharing::Conditional:
        break;
    case Sharing::Undecided:
    case Sharing::NotShared:
        return Sight::Hidden;
    }
    const bool granted =
        !viewer.department.isEmpty() && std::any_of(requests.begin(), requests.end(), [&](const Request &request) {
            return request.entry == entry.id && request.isGrant(day) &&
                   request.department.compare(viewer.department, Qt::CaseInsensitive) == 0;
        });
    return granted ? Sight::Open : Sight::Described;
}

bool mayEdit(const Entry &entry, const Viewer &viewer)
{
    return viewer.steward || isDepartment(entry.said.department, viewer.department);
}

std::vector<Entry> seenBy(const std::vector<Entry> &entries, const Viewer &viewer, const std::vector<Request> &requests,
                          const QDate &day)
{
    std::vector<Entry> seen;
    seen.reserve(entries.size());
    QSet<QString> ids;
    for (const Entry &entry : entries) {
        const Sight what = sight(entry, viewer, requests, day);
        if (what == Sight::Hidden) {
            continue;
        }
        ids.insert(entry.id);
        seen.push_back(entry);
        if (what == Sight::Described) {
            Entry &shown = seen.back();
            shown.withheld = true;
            shown.source.clear();
            shown.items.clear();
            shown.madeFrom.clear();
            shown.said.lineage = {};
        }
    }
    for (Entry &entry : seen) {
        entry.madeFrom.erase(std::remove_if(entry.madeFrom.begin(), entry.madeFrom.end(),
                                            [&ids](const QString &id) { return !ids.contains(id); }),
                             entry.madeFrom.end());
    }
    return seen;
}

std::vector<Request> requestsFor(const std::vector<Entry> &entries, const Viewer &viewer,
                                 const std::vector<Request> &requests)
{
    QSet<QString> own;
    for (const Entry &entry : entries) {
        if (mayEdit(entry, viewer)) {
            own.insert(entry.id);
        }
    }
    std::vector<Request> list;
    std::copy_if(requests.begin(), requests.end(), std::back_inserter(list), [&](const Request &request) {
        return viewer.steward || own.contains(request.entry) ||
               (!viewer.department.isEmpty() &&
                request.department.compare(viewer.department, Qt::CaseInsensitive) == 0);
    });
    return list;
}

} // namespace loci::catalogue
