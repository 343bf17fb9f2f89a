// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/domain/heritage/asset.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <vector>

namespace loci::heritage {

enum class Action { View, SeeExactPlace, Edit, Submit, Return, Approve, Trash, ExportData, ManageRoles };
QString actionName(Action action); ///< "see-exact-place"

/// A role of a person for one level and one area.
struct Assignment
{
    QString person, role;
    QString level; ///< of the policy's levels; empty: every level
    QString area;  ///< beginning of the district code; empty: everywhere
};

/// Levels and rights; data in the workspace ("heritage/setting/review"), so that every office has its own.
class ReviewPolicy
{
public:
    /// county, city, province; roles viewer, surveyor, editor, reviewer, manager; four eyes; nobody assigned yet.
    static ReviewPolicy standard();
    static Result<ReviewPolicy> parse(const QByteArray &json);
    QByteArray bytes() const;

    QStringList levels; ///< from the lowest: "county", "city", "province"
    bool fourEyes = true;
    struct Role
    {
        QString id;
        std::vector<Action> actions;
    };
    std::vector<Role> roles;
    std::vector<Assignment> assignments; ///< none at all: one-person workspace, everybody may do everything

    /// Whether a person may do that to an asset: a role with the action whose level and area fit. For Return and
    /// Approve the level is the one the asset waits at, and with four eyes nobody approves what they submitted.
    bool allows(const QString &person, Action action, const Asset &asset) const;
    /// The same for no particular asset (ManageRoles, a new one in an area).
    bool allows(const QString &person, Action action, const QString &district = {}) const;
    /// Why not, as a sentence for the person.
    Error refusal(const QString &person, Action action, const Asset &asset) const;
};

/// States of a record's review: "draft", "submitted", "returned", "approved"; with its level "submitted/county".
QString reviewState(const Asset &asset);
/// The level at which the record waits, or by which it was approved last; empty for a draft.
QString reviewLevel(const Asset &asset);

/// The record after a step of its review; fails with a sentence when the step does not fit its state or the person may
/// not do it. Approval at one level makes it wait for the next one after another submit. A change of an approved record
/// by edit makes it a draft again (edited()).
Result<Asset> submitted(Asset asset, const ReviewPolicy &policy, const QString &person, const QDateTime &now);
Result<Asset> returned(Asset asset, const ReviewPolicy &policy, const QString &person, const QString &remark,
                       const QDateTime &now);
Result<Asset> approved(Asset asset, const ReviewPolicy &policy, const QString &person, const QDateTime &now);
Asset edited(Asset asset, const QString &person, const QDateTime &now);

} // namespace loci::heritage
