// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/roles/rolestore.h"

#include "layers/storage/feeds/alertstore.h"
#include "layers/storage/feeds/observationschema.h"
#include "layers/storage/roles/notallowed.h"
#include "layers/storage/schema.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

static void initRoleData()
{
    Q_INIT_RESOURCE(roles);
}

namespace loci::storage {

using roles::RoleMatrix;
using roles::RoleMember;
using roles::RoleRule;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::RoleStore)
};

QStringList words(const QString &json)
{
    return roles::wordsOf(QJsonValue(QJsonDocument::fromJson(json.toUtf8()).array()));
}

RoleMember memberFrom(const QString &login, const QJsonObject &json)
{
    return {login,
            json.value(QLatin1String("role")).toString(),
            json.value(QLatin1String("department")).toString(),
            json.value(QLatin1String("level")).toString(),
            roles::wordsOf(json.value(QLatin1String("areas"))),
            QDate::fromString(json.value(QLatin1String("until")).toString(), Qt::ISODate)};
}

RoleRule ruleFrom(const QJsonObject &json)
{
    return {json.value(QLatin1String("role")).toString(),
            json.value(QLatin1String("part")).toString(),
            roles::wordsOf(json.value(QLatin1String("departments"))),
            roles::wordsOf(json.value(QLatin1String("levels"))),
            roles::wordsOf(json.value(QLatin1String("areas"))),
            json.value(QLatin1String("sensitivity")).toString(),
            json.value(QLatin1String("read")).toBool(),
            json.value(QLatin1String("write")).toBool()};
}

OwnRoles ownFrom(const QJsonObject &json)
{
    OwnRoles own;
    own.isEnforced = json.value(QLatin1String("enforced")).toBool();
    own.isOwner = json.value(QLatin1String("owner")).toBool();
    own.login = json.value(QLatin1String("login")).toString();
    std::vector<RoleRule> rules;
    const QJsonArray rows = json.value(QLatin1String("rules")).toArray();
    rules.reserve(std::size_t(rows.size()));
    for (const auto &row : rows) {
        rules.push_back(ruleFrom(row.toObject()));
    }
    const QJsonArray members = json.value(QLatin1String("members")).toArray();
    own.memberships.reserve(std::size_t(members.size()));
    for (const auto &row : members) {
        own.memberships.push_back(memberFrom(own.login, row.toObject()));
    }
    if (own.isEnforced && !own.isOwner) {
        const QDate today = QDate::fromString(json.value(QLatin1String("today")).toString(), Qt::ISODate);
        own.rights = roles::RoleRights(rules, own.memberships, today);
    }
    return own;
}

Result<bool> holdsTables(Database &database)
{
    return database.capabilities().notifications ? hasTable(database, QStringLiteral("role_setting"))
                                                 : Result<bool>(false);
}

Result<> checkIsServer(Database &database)
{
    LOCI_TRY(const bool isThere, holdsTables(database));
    return isThere ? Result<>()
                   : fail(ErrorCode::Unsupported, Texts::tr("Only a workspace on a server has roles; move it there "
                                                            "with “loci workspace move”."));
}

Result<> checkMembers(const RoleMatrix &matrix, const std::vector<RoleMember> &members)
{
    for (const RoleMember &member : members) {
        const bool isKnown = std::any_of(matrix.kinds.begin(), matrix.kinds.end(),
                                         [&member](const roles::RoleKind &kind) { return kind.role == member.role; });
        if (!isKnown) {
            return fail(ErrorCode::Invalid, Texts::tr("There is no role “%1”.").arg(member.role));
        }
        if (member.login.trimmed().isEmpty()) {
            return fail(ErrorCode::Invalid, Texts::tr("A member of role “%1” has no login.").arg(member.role));
        }
        if (!member.level.isEmpty() && !roles::levels().contains(member.level)) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("The level “%1” of %2 is none of: %3.")
                            .arg(member.level, member.login, roles::levels().join(QStringLiteral(", "))));
        }
    }
    return {};
}

QString text(const QJsonDocument &json)
{
    return QString::fromUtf8(json.toJson(QJsonDocument::Compact));
}

const auto kNoRow = [](const Statement &) {};
} // namespace

Error notAllowed()
{
    return {ErrorCode::NotWritable,
            Texts::tr("Your roles do not allow this change; the administrator of the workspace can allow it."),
            QStringLiteral("row-level security"), nullptr};
}

Result<RoleMatrix> shippedRoles()
{
    initRoleData();
    QFile file(QStringLiteral(":/loci/roles/roles.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Internal, Texts::tr("The roles that come with Loci are missing."));
    }
    return RoleMatrix::fromJson(file.readAll());
}

Result<bool> RoleStore::isEnforced() const
{
    LOCI_TRY(const bool isThere, holdsTables(m_database));
    bool isOn = false;
    if (isThere) {
        LOCI_CHECK(
            m_database.run("SELECT role_is_on()", {}, [&isOn](const Statement &row) { isOn = row.integer(0) != 0; }));
    }
    return isOn;
}

Result<OwnRoles> RoleStore::mine() const
{
    LOCI_TRY(const bool isThere, holdsTables(m_database));
    OwnRoles own;
    if (!isThere) {
        return own;
    }
    LOCI_CHECK(m_database.run("SELECT role_mine()", {}, [&own](const Statement &row) {
        own = ownFrom(QJsonDocument::fromJson(row.text(0).toUtf8()).object());
    }));
    return own;
}

Result<RoleMatrix> RoleStore::matrix() const
{
    LOCI_CHECK(checkIsServer(m_database));
    RoleMatrix matrix;
    LOCI_CHECK(m_database.run("SELECT role, name_zh, name_en FROM role_kind ORDER BY place", {},
                              [&matrix](const Statement &row) {
                                  matrix.kinds.push_back({row.text(0), row.text(1), row.text(2)});
                              }));
    LOCI_CHECK(m_database.run("SELECT role, part, to_json(departments)::text, to_json(levels)::text, "
                              "to_json(areas)::text, up_to, may_read, may_write FROM role_rule ORDER BY no",
                              {}, [&matrix](const Statement &row) {
                                  matrix.rules.push_back({row.text(0), row.text(1), words(row.text(2)),
                                                          words(row.text(3)), words(row.text(4)), row.text(5),
                                                          row.integer(6) != 0, row.integer(7) != 0});
                              }));
    return matrix;
}

Result<std::vector<RoleMember>> RoleStore::members() const
{
    LOCI_CHECK(checkIsServer(m_database));
    std::vector<RoleMember> members;
    LOCI_CHECK(m_database.run("SELECT login, role, department, level, to_json(areas)::text, coalesce(until::text, '') "
                              "FROM role_member ORDER BY no",
                              {}, [&members](const Statement &row) {
                                  members.push_back({row.text(0), row.text(1), row.text(2), row.text(3),
                                                     words(row.text(4)), QDate::fromString(row.text(5), Qt::ISODate)});
                              }));
    return members;
}

Result<> RoleStore::setMatrix(const RoleMatrix &matrix)
{
    LOCI_CHECK(checkIsServer(m_database));
    LOCI_CHECK(matrix.check());
    LOCI_TRY(Transaction transaction, Transaction::begin(m_database));
    LOCI_CHECK(m_database.run("SELECT role_set_matrix(?1)", {text(QJsonDocument(matrix.toJson()))}, kNoRow));
    return transaction.commit();
}

Result<> RoleStore::setMembers(const std::vector<RoleMember> &members)
{
    LOCI_TRY(const RoleMatrix known, matrix());
    LOCI_CHECK(checkMembers(known, members));
    QJsonArray list;
    for (const RoleMember &member : members) {
        list.append(member.toJson());
    }
    LOCI_TRY(Transaction transaction, Transaction::begin(m_database));
    LOCI_CHECK(m_database.run("SELECT role_set_members(?1)", {text(QJsonDocument(list))}, kNoRow));
    return transaction.commit();
}

Result<> RoleStore::turnOn(const RoleMatrix &first)
{
    LOCI_TRY(const OwnRoles own, mine());
    LOCI_CHECK(checkIsServer(m_database));
    if (!own.isOwner) {
        return fail(ErrorCode::NotWritable, Texts::tr("Only the owner of the workspace turns its roles on."));
    }
    LOCI_CHECK(prepareObservations(m_database, {})); // a desk could not make these tables later
    LOCI_CHECK(AlertStore::prepare(m_database));
    LOCI_TRY(const RoleMatrix known, matrix());
    LOCI_TRY(Transaction transaction, Transaction::begin(m_database));
    LOCI_CHECK(m_database.runScript("SET LOCAL statement_timeout = 0"));
    if (known.kinds.empty()) {
        LOCI_CHECK(first.check());
        LOCI_CHECK(m_database.run("SELECT role_set_matrix(?1)", {text(QJsonDocument(first.toJson()))}, kNoRow));
    }
    LOCI_CHECK(m_database.run("SELECT role_turn_on()", {}, kNoRow));
    return transaction.commit();
}

} // namespace loci::storage
