// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/review.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

namespace loci::heritage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::heritage::ReviewPolicy)
};

struct ActionWord
{
    Action action;
    const char *name;
};
constexpr std::array kActions = {ActionWord{Action::View, "view"},
                                 ActionWord{Action::SeeExactPlace, "see-exact-place"},
                                 ActionWord{Action::Edit, "edit"},
                                 ActionWord{Action::Submit, "submit"},
                                 ActionWord{Action::Return, "return"},
                                 ActionWord{Action::Approve, "approve"},
                                 ActionWord{Action::Trash, "trash"},
                                 ActionWord{Action::ExportData, "export"},
                                 ActionWord{Action::ManageRoles, "manage-roles"}};

std::optional<Action> actionOf(const QString &name)
{
    for (const ActionWord &word : kActions) {
        if (name == QLatin1String(word.name)) {
            return word.action;
        }
    }
    return std::nullopt;
}

const QString kState = QStringLiteral("/review/state");
const QString kLevel = QStringLiteral("/review/level");
const QString kSubmittedBy = QStringLiteral("/review/submittedBy");

bool isReviewing(Action action)
{
    return action == Action::Return || action == Action::Approve;
}

bool isOwnSubmission(const QString &person, const Asset &asset)
{
    return asset.text(kSubmittedBy) == person;
}

/// The level that a record goes to when it is submitted.
Result<QString> nextLevel(const Asset &asset, const ReviewPolicy &policy)
{
    if (asset.text(kState) != QLatin1String("approved")) {
        const QString level = asset.text(kLevel); // a returned record goes back to who returned it
        return policy.levels.contains(level) ? level : policy.levels.value(0);
    }
    const qsizetype next = policy.levels.indexOf(asset.text(kLevel)) + 1;
    if (next >= policy.levels.size()) {
        return fail(ErrorCode::Usage, Texts::tr("“%1” is approved at every level already.").arg(asset.name()));
    }
    return policy.levels.at(next);
}

void stamp(Asset &asset, const QString &state, const QString &person, const QDateTime &now)
{
    asset.set(kState, state);
    asset.set(QStringLiteral("/review/by"), person);
    asset.set(QStringLiteral("/review/at"), now.toString(Qt::ISODate));
}

Result<> checkWaiting(const Asset &asset)
{
    if (asset.text(kState) != QLatin1String("submitted")) {
        return fail(ErrorCode::Usage, Texts::tr("“%1” does not wait for a review.").arg(asset.name()));
    }
    return {};
}
} // namespace

QString actionName(Action action)
{
    for (const ActionWord &word : kActions) {
        if (word.action == action) {
            return QLatin1String(word.name);
        }
    }
    return {};
}

ReviewPolicy ReviewPolicy::standard()
{
    ReviewPolicy policy;
    policy.levels = {QStringLiteral("county"), QStringLiteral("city"), QStringLiteral("province")};
    const std::vector<Action> surveying = {Action::View, Action::SeeExactPlace, Action::Edit};
    std::vector<Action> editing = surveying;
    editing.insert(editing.end(), {Action::Submit, Action::Trash, Action::ExportData});
    std::vector<Action> reviewing = {Action::View,   Action::SeeExactPlace, Action::Submit,
                                     Action::Return, Action::Approve,       Action::ExportData};
    std::vector<Action> all;
    all.reserve(kActions.size());
    for (const ActionWord &word : kActions) {
        all.push_back(word.action);
    }
    policy.roles = {{QStringLiteral("viewer"), {Action::View, Action::ExportData}},
                    {QStringLiteral("surveyor"), surveying},
                    {QStringLiteral("editor"), editing},
                    {QStringLiteral("reviewer"), reviewing},
                    {QStringLiteral("manager"), all}};
    return policy;
}

Result<ReviewPolicy> ReviewPolicy::parse(const QByteArray &json)
{
    const QJsonObject top = QJsonDocument::fromJson(json).object();
    ReviewPolicy policy;
    const QJsonArray levels = top.value(QLatin1String("levels")).toArray();
    for (const auto &level : levels) {
        policy.levels << level.toString();
    }
    policy.fourEyes = top.value(QLatin1String("fourEyes")).toBool(true);
    const QJsonArray roles = top.value(QLatin1String("roles")).toArray();
    for (const auto &value : roles) {
        Role role{value.toObject().value(QLatin1String("id")).toString(), {}};
        const QJsonArray actions = value.toObject().value(QLatin1String("actions")).toArray();
        for (const auto &name : actions) {
            if (const auto action = actionOf(name.toString())) {
                role.actions.push_back(*action);
            }
        }
        policy.roles.push_back(std::move(role));
    }
    const QJsonArray assignments = top.value(QLatin1String("assignments")).toArray();
    for (const auto &value : assignments) {
        const QJsonObject object = value.toObject();
        policy.assignments.push_back(
            {object.value(QLatin1String("person")).toString(), object.value(QLatin1String("role")).toString(),
             object.value(QLatin1String("level")).toString(), object.value(QLatin1String("area")).toString()});
    }
    if (policy.levels.isEmpty() || policy.roles.empty()) {
        return fail(ErrorCode::Invalid, Texts::tr("The rules of review cannot be read: levels or roles are missing."));
    }
    return policy;
}

QByteArray ReviewPolicy::bytes() const
{
    QJsonArray roleArray;
    for (const Role &role : roles) {
        QJsonArray actions;
        for (const Action action : role.actions) {
            actions.append(actionName(action));
        }
        roleArray.append(QJsonObject{{QStringLiteral("id"), role.id}, {QStringLiteral("actions"), actions}});
    }
    QJsonArray assigned;
    for (const Assignment &one : assignments) {
        assigned.append(QJsonObject{{QStringLiteral("person"), one.person},
                                    {QStringLiteral("role"), one.role},
                                    {QStringLiteral("level"), one.level},
                                    {QStringLiteral("area"), one.area}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("levels"), QJsonArray::fromStringList(levels)},
                                     {QStringLiteral("fourEyes"), fourEyes},
                                     {QStringLiteral("roles"), roleArray},
                                     {QStringLiteral("assignments"), assigned}})
        .toJson(QJsonDocument::Compact);
}

bool ReviewPolicy::allows(const QString &person, Action action, const Asset &asset) const
{
    if (action == Action::Approve && fourEyes && isOwnSubmission(person, asset)) {
        return false;
    }
    if (assignments.empty()) {
        return true;
    }
    const QString district = asset.text(QStringLiteral("/district"));
    const QString level = isReviewing(action) ? reviewLevel(asset) : QString();
    return std::any_of(assignments.begin(), assignments.end(), [&](const Assignment &one) {
        const auto role = std::find_if(roles.begin(), roles.end(), [&one](const Role &r) { return r.id == one.role; });
        return one.person == person && role != roles.end() &&
               std::find(role->actions.begin(), role->actions.end(), action) != role->actions.end() &&
               (one.area.isEmpty() || district.startsWith(one.area)) &&
               (level.isEmpty() || one.level.isEmpty() || one.level == level);
    });
}

bool ReviewPolicy::allows(const QString &person, Action action, const QString &district) const
{
    Asset asset;
    asset.set(QStringLiteral("/district"), district);
    return allows(person, action, asset);
}

Error ReviewPolicy::refusal(const QString &person, Action action, const Asset &asset) const
{
    const QString name = asset.name();
    QString sentence;
    if (action == Action::Approve && fourEyes && isOwnSubmission(person, asset)) {
        sentence = Texts::tr("“%1” was submitted by %2; somebody else has to approve it.").arg(name, person);
    } else if (isReviewing(action)) {
        sentence = Texts::tr("%1 has no role to review “%2” at the level “%3”.").arg(person, name, reviewLevel(asset));
    } else {
        sentence = Texts::tr("%1 has no role with the right “%2” for “%3”.").arg(person, actionName(action), name);
    }
    return {ErrorCode::Usage, sentence, QStringLiteral("right refused"), nullptr};
}

QString reviewState(const Asset &asset)
{
    const QString state = asset.text(kState);
    const QString level = asset.text(kLevel);
    if (state.isEmpty() || state == QLatin1String("draft")) {
        return QStringLiteral("draft");
    }
    return level.isEmpty() ? state : state + QLatin1Char('/') + level;
}

QString reviewLevel(const Asset &asset)
{
    return reviewState(asset) == QLatin1String("draft") ? QString() : asset.text(kLevel);
}

Result<Asset> submitted(Asset asset, const ReviewPolicy &policy, const QString &person, const QDateTime &now)
{
    if (asset.text(kState) == QLatin1String("submitted")) {
        return fail(ErrorCode::Usage, Texts::tr("“%1” is submitted already.").arg(asset.name()));
    }
    if (!policy.allows(person, Action::Submit, asset)) {
        return fail(policy.refusal(person, Action::Submit, asset));
    }
    LOCI_TRY(const QString level, nextLevel(asset, policy));
    asset.set(kLevel, level);
    asset.set(kSubmittedBy, person);
    asset.set(QStringLiteral("/review/submittedAt"), now.toString(Qt::ISODate));
    stamp(asset, QStringLiteral("submitted"), person, now);
    return asset;
}

Result<Asset> returned(Asset asset, const ReviewPolicy &policy, const QString &person, const QString &remark,
                       const QDateTime &now)
{
    LOCI_CHECK(checkWaiting(asset));
    if (!policy.allows(person, Action::Return, asset)) {
        return fail(policy.refusal(person, Action::Return, asset));
    }
    if (remark.trimmed().isEmpty()) {
        return fail(ErrorCode::Usage, Texts::tr("Say what has to be changed in “%1”.").arg(asset.name()));
    }
    QJsonArray remarks = asset.value(QStringLiteral("/review/remarks")).toArray();
    remarks.append(QJsonObject{{QStringLiteral("by"), person},
                               {QStringLiteral("at"), now.toString(Qt::ISODate)},
                               {QStringLiteral("level"), asset.text(kLevel)},
                               {QStringLiteral("text"), remark.trimmed()}});
    asset.set(QStringLiteral("/review/remarks"), remarks);
    stamp(asset, QStringLiteral("returned"), person, now);
    return asset;
}

Result<Asset> approved(Asset asset, const ReviewPolicy &policy, const QString &person, const QDateTime &now)
{
    LOCI_CHECK(checkWaiting(asset));
    if (!policy.allows(person, Action::Approve, asset)) {
        return fail(policy.refusal(person, Action::Approve, asset));
    }
    stamp(asset, QStringLiteral("approved"), person, now);
    return asset;
}

Asset edited(Asset asset, const QString &person, const QDateTime &now)
{
    if (asset.text(kState) == QLatin1String("approved") || asset.text(kState) == QLatin1String("submitted")) {
        asset.set(QStringLiteral("/review/level"), QJsonValue(QJsonValue::Undefined));
        asset.set(kSubmittedBy, QJsonValue(QJsonValue::Undefined));
        stamp(asset, QStringLiteral("draft"), person, now);
    }
    asset.set(QStringLiteral("/updated"), now.toString(Qt::ISODate));
    asset.set(QStringLiteral("/updatedBy"), person);
    if (asset.text(QStringLiteral("/created")).isEmpty()) {
        asset.set(QStringLiteral("/created"), now.toString(Qt::ISODate));
        asset.set(QStringLiteral("/createdBy"), person);
    }
    return asset;
}

} // namespace loci::heritage
