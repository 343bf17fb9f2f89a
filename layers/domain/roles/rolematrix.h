// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <vector>

namespace loci::roles {

/// Parts of a workspace, as rules name them: "map" (layers, bookmarks, print, view state and what no other part has),
/// "city", "planning", "heritage", "indicators" (boards and problems too), "feeds", "briefing", "catalogue" (sharing,
/// contracts, deliveries), "audit" (the heritage audit, whole), "roles" (this matrix, members, heritage settings).
const QStringList &parts();
/// "open", "restricted", "withheld"; a record without one is open, one with another word is withheld.
const QStringList &sensitivities();
/// "district", "city", "province".
const QStringList &levels();
QString partOf(const QString &key); ///< of a document's key

/// A role as people see it. Shipped ones come as data (resources/roles/roles.json), and may be changed and added to.
struct RoleKind
{
    QString role; ///< id: "heritage-officer"
    QString nameZh, nameEn;
    bool operator==(const RoleKind &) const = default;
};

/// What a role may do in one part. Restrictions that are empty restrict nothing. What no rule allows is refused.
struct RoleRule
{
    QString role, part;
    QStringList departments; ///< only for members of these
    QStringList levels;      ///< only for members at these
    QStringList areas;       ///< only records whose district code begins like this (heritage, indicator values)
    QString sensitivityUpTo = "open";      ///< of heritage records
    bool mayRead = true, mayWrite = false; ///< who may write may read
    bool operator==(const RoleRule &) const = default;
};

/// A person's login on the server in one role; several rows of one login add up.
struct RoleMember
{
    QString login, role;
    QString department, level;
    QStringList areas; ///< district codes or their beginnings, on top of the rules' own; empty: everywhere
    QDate until;       ///< the last day; invalid: without end
    bool operator==(const RoleMember &) const = default;
    QJsonObject toJson() const;
};

/// The texts of a JSON list; what is no text is an empty one.
QStringList wordsOf(const QJsonValue &value);

struct RoleMatrix
{
    std::vector<RoleKind> kinds;
    std::vector<RoleRule> rules;

    /// JSON {roles: [{id, name {zh, en}, rules: [{part, read, write, departments, levels, areas, sensitivity}]}]}.
    /// Fails with a sentence for what is no matrix: an unknown part, level or sensitivity, a role twice.
    static Result<RoleMatrix> fromJson(const QByteArray &json);
    QJsonObject toJson() const;
    Result<> check() const; ///< what fromJson() refuses
    bool operator==(const RoleMatrix &) const = default;
};

/// What somebody may do, of the rules of their roles; for greying out and for sentences. The database decides.
class RoleRights
{
public:
    /// Everything: no roles are on, or the owner of the workspace.
    static RoleRights everything() { return RoleRights(); }
    RoleRights(const std::vector<RoleRule> &rules, const std::vector<RoleMember> &own, QDate today);

    bool isEverything() const { return m_isEverything; }
    bool mayRead(const QString &part) const { return may(part, false); } ///< at least something of it
    bool mayWrite(const QString &part) const { return may(part, true); }
    bool mayWriteAnything() const;
    /// A heritage record, or an indicator value (always open), of a district.
    bool mayReadRecord(const QString &part, const QString &district, const QString &sensitivity) const;
    bool mayWriteRecord(const QString &part, const QString &district, const QString &sensitivity) const;

private:
    struct Grant
    {
        QString part, area;
        int sensitivity = 0;
        bool isWrite = false;
    };
    RoleRights() : m_isEverything(true) {}
    bool may(const QString &part, bool write) const;
    bool mayRecord(const QString &part, const QString &district, const QString &sensitivity, bool write) const;
    std::vector<Grant> m_grants;
    bool m_isEverything = false;
};

} // namespace loci::roles
