// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workspaceroles.h"

#include "layers/storage/postgisdatabase.h"
#include "layers/storage/roles/rolestore.h"
#include "layers/storage/schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace loci::cli {

using roles::RoleMember;
using storage::OwnRoles;
using storage::PostGisAddress;
using storage::PostGisDatabase;
using storage::RoleStore;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::WorkspaceRoles)
};

const QString kOn = QStringLiteral("on");
const QString kSet = QStringLiteral("set");
const QString kMember = QStringLiteral("member");
const QString kRole = QStringLiteral("role");
const QString kDepartment = QStringLiteral("department");
const QString kLevel = QStringLiteral("level");
const QString kArea = QStringLiteral("area");
const QString kUntil = QStringLiteral("until");
const QString kRemove = QStringLiteral("remove");

QJsonArray membersJson(const std::vector<RoleMember> &members)
{
    QJsonArray list;
    for (const RoleMember &member : members) {
        list.append(member.toJson());
    }
    return list;
}

Result<QDate> dayOf(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !day.isValid()) {
        return fail(ErrorCode::Usage, Texts::tr("“%1” is no day; write it like 2026-12-31.").arg(text));
    }
    return day;
}

QStringList areasOf(const QString &text)
{
    return text.split(QLatin1Char(','), Qt::SkipEmptyParts);
}

Result<RoleMember> memberOf(const Call &call)
{
    LOCI_TRY(const QDate until, dayOf(call.options.value(kUntil)));
    return RoleMember{call.options.value(kMember), call.options.value(kRole),          call.options.value(kDepartment),
                      call.options.value(kLevel),  areasOf(call.options.value(kArea)), until};
}

Result<> changeMember(RoleStore &store, const Call &call)
{
    LOCI_TRY(const RoleMember wanted, memberOf(call));
    const bool isRemoved = call.options.contains(kRemove);
    if (wanted.role.isEmpty() && !isRemoved) {
        return fail(ErrorCode::Usage, Texts::tr("“--member” needs a role, or “--remove”."));
    }
    LOCI_TRY(std::vector<RoleMember> members, store.members());
    const auto gone = std::erase_if(members, [&wanted](const RoleMember &one) {
        return one.login == wanted.login && (wanted.role.isEmpty() || one.role == wanted.role);
    });
    if (isRemoved && gone == 0) {
        return fail(ErrorCode::Usage, Texts::tr("%1 has no such role.").arg(wanted.login));
    }
    if (!isRemoved) {
        members.push_back(wanted);
    }
    return store.setMembers(members);
}

Result<std::vector<RoleMember>> membersFrom(const QJsonArray &list)
{
    std::vector<RoleMember> members;
    members.reserve(std::size_t(list.size()));
    for (const auto &item : list) {
        const QJsonObject json = item.toObject();
        const auto text = [&json](const char *name) { return json.value(QLatin1String(name)).toString(); };
        QStringList areas;
        const QJsonArray codes = json.value(QLatin1String("areas")).toArray();
        for (const auto &code : codes) {
            areas << code.toString();
        }
        LOCI_TRY(const QDate until, dayOf(text("until")));
        members.push_back({text("login"), text("role"), text("department"), text("level"), areas, until});
    }
    return members;
}

Result<> setFrom(RoleStore &store, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable,
                    Texts::tr("%1 cannot be read: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
    }
    const QByteArray bytes = file.readAll();
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const bool hasMembers = json.value(QLatin1String("members")).isArray();
    if (json.contains(QLatin1String("roles")) || !hasMembers) {
        LOCI_TRY(const roles::RoleMatrix matrix, roles::RoleMatrix::fromJson(bytes));
        LOCI_CHECK(store.setMatrix(matrix));
    }
    if (hasMembers) {
        LOCI_TRY(const auto members, membersFrom(json.value(QLatin1String("members")).toArray()));
        LOCI_CHECK(store.setMembers(members));
    }
    return {};
}

Result<> act(RoleStore &store, const Call &call)
{
    if (call.options.contains(kOn)) {
        LOCI_TRY(const roles::RoleMatrix matrix, storage::shippedRoles());
        LOCI_CHECK(store.turnOn(matrix));
    }
    if (call.options.contains(kSet)) {
        LOCI_CHECK(setFrom(store, call.options.value(kSet)));
    }
    return call.options.contains(kMember) ? changeMember(store, call) : Result<>();
}

Result<Answer> describe(RoleStore &store, const PostGisAddress &address)
{
    LOCI_TRY(const OwnRoles own, store.mine());
    LOCI_TRY(const roles::RoleMatrix matrix, store.matrix());
    LOCI_TRY(const std::vector<RoleMember> members, store.members());
    Answer answer;
    answer.json = matrix.toJson();
    answer.json.insert(QStringLiteral("workspace"), address.text());
    answer.json.insert(QStringLiteral("enforced"), own.isEnforced);
    answer.json.insert(QStringLiteral("owner"), own.isOwner);
    answer.json.insert(QStringLiteral("login"), own.login);
    answer.json.insert(QStringLiteral("own"), membersJson(own.memberships));
    answer.json.insert(QStringLiteral("members"), membersJson(members));
    answer.text = own.isEnforced
                      ? Texts::tr("Roles are on: %1 roles, %2 members.").arg(matrix.kinds.size()).arg(members.size())
                      : Texts::tr("Roles are off: only the owner uses this workspace.");
    for (const RoleMember &member : members) {
        answer.text += QStringLiteral("\n%1  %2").arg(member.login, member.role);
        answer.text += member.areas.isEmpty() ? QString() : QStringLiteral("  ") + member.areas.join(QLatin1Char(','));
    }
    return answer;
}
} // namespace

QStringList roleValueOptions()
{
    return {kSet, kMember, kRole, kDepartment, kLevel, kArea, kUntil};
}

QStringList roleFlags()
{
    return {kOn, kRemove};
}

bool hasRoleOptions(const Call &call)
{
    const QStringList all = roleValueOptions() + roleFlags();
    return std::any_of(all.begin(), all.end(), [&call](const QString &one) { return call.options.contains(one); });
}

Result<Answer> runRoles(const Call &call)
{
    const QString text = call.arguments.value(1);
    if (call.arguments.size() != 2 || !PostGisAddress::looksLikeOne(text)) {
        return fail(ErrorCode::Usage, Texts::tr("“workspace roles” needs the address of a workspace on a server."));
    }
    for (const QString &option : {kRole, kDepartment, kLevel, kArea, kUntil, kRemove}) {
        if (call.options.contains(option) && !call.options.contains(kMember)) {
            return fail(ErrorCode::Usage, Texts::tr("“--%1” goes with “--member” only.").arg(option));
        }
    }
    LOCI_TRY(const PostGisAddress address, PostGisAddress::parse(text));
    LOCI_TRY(const auto database, PostGisDatabase::open(address, {}, PostGisDatabase::Mode::ReadWrite));
    LOCI_TRY(const int version, storage::checkIsWorkspace(*database, address.schema));
    Q_UNUSED(version)
    RoleStore store(*database);
    LOCI_CHECK(act(store, call));
    return describe(store, address);
}

} // namespace loci::cli
