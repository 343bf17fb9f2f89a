// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/catalogue/request.h"

#include <map>

namespace loci::catalogue {

/// Who looks: a person of a department, or the public outside (neither).
struct Viewer
{
    QString person, department;
    bool steward = false; ///< keeps the catalogue: sees and may change everything
};

/// Which person works for which department; stewards keep the catalogue. Nobody at all: a workspace of one person, who
/// is its steward. JSON in the workspace.
struct Offices
{
    std::map<QString, QString> departments; ///< by person
    QStringList stewards;

    bool isEmpty() const { return departments.empty() && stewards.isEmpty(); }
    Viewer viewer(const QString &person) const;
    QJsonObject toJson() const;
    static Offices fromJson(const QJsonObject &json);
};

/// Whether a name in either language is this department.
bool isDepartment(const Words &department, const QString &name);

enum class Sight {
    Hidden,    ///< not even that it is there
    Described, ///< what it is and whose, but not the data and where they lie
    Open
};
/// What a viewer may see of an entry. Owners and stewards see it whole; the others what its class and their grants say.
Sight sight(const Entry &entry, const Viewer &viewer, const std::vector<Request> &requests, const QDate &day);
bool mayEdit(const Entry &entry, const Viewer &viewer);

/// The entries as a viewer may see them: the hidden ones are gone, also from what others were made from. View, export
/// and end point all take this list.
std::vector<Entry> seenBy(const std::vector<Entry> &entries, const Viewer &viewer, const std::vector<Request> &requests,
                          const QDate &day);
/// Requests that concern a viewer: own ones, those on own entries, all for a steward.
std::vector<Request> requestsFor(const std::vector<Entry> &entries, const Viewer &viewer,
                                 const std::vector<Request> &requests);

} // namespace loci::catalogue
