// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/catalogue/access.h"
#include "layers/storage/heritage/heritagestore.h"
#include "layers/workspace/catalogue/inventory.h"

namespace loci::workspace {

namespace key {
// Below the prefix of the audit, so that what was said, asked and granted stands in its hash chain.
inline constexpr char kSharing[] = "heritage/sharing/";
inline constexpr char kSharedEntry[] = "heritage/sharing/entry/";     ///< + id of an entry: JSON, Description
inline constexpr char kSharedRequest[] = "heritage/sharing/request/"; ///< + id: JSON, Request
inline constexpr char kOffices[] = "heritage/sharing/offices";        ///< JSON, Offices
} // namespace key

/// The data catalogue of a workspace as one person may see and change it; every change is one Command with its reason
/// in the audit. Main thread.
class DataCatalogue
{
public:
    /// `workspace` outlives it. The person is the computer's user unless set.
    explicit DataCatalogue(Workspace &workspace);
    void setPerson(const QString &person) { m_person = person; }
    const QString &person() const { return m_person; }

    catalogue::Offices offices() const;
    /// Stewards only; the first one may be anybody, and stays a steward.
    Result<> setOffices(const catalogue::Offices &offices, const QString &reason);
    catalogue::Viewer viewer() const { return offices().viewer(m_person); }
    QStringList departments() const; ///< of people, sorted

    std::vector<catalogue::Entry> entries(const FactsById &facts = {}) const; ///< as the person may see them
    /// The same as others may see them: a department, or the public with an empty name. Never more than the person.
    std::vector<catalogue::Entry> entriesFor(const QString &department, const FactsById &facts = {}) const;
    std::optional<catalogue::Entry> entry(const QString &id) const;

    /// Owner or steward.
    Result<> describe(const QString &id, const catalogue::Description &said, const QString &reason);

    std::vector<catalogue::Request> requests() const; ///< that concern the person
    /// Asks for an entry that is shared on conditions; gives the id of the request.
    Result<QString> ask(const QString &entry, const QString &purpose);
    /// The owner's answer, or the asking person's own step (asks again, got it). `until`: of a grant.
    Result<> answer(const QString &request, catalogue::State state, const QString &reason, const QDate &until = {});
    /// What the audit knows of an entry or request, oldest first.
    Result<std::vector<storage::heritage::RecordState>> history(const QString &documentKey) const;

private:
    std::vector<catalogue::Request> allRequests() const;
    Result<> keep(const QString &key, const QJsonObject &json, const QString &title, const QString &reason);
    QDate today() const;

    Workspace &m_workspace;
    QString m_person;
};

} // namespace loci::workspace
