// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/roles/rolematrix.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace loci::roles {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::roles::RoleMatrix)
};

RoleRule ruleFrom(const QString &role, const QJsonObject &json)
{
    RoleRule rule;
    rule.role = role;
    rule.part = json.value(QLatin1String("part")).toString();
    rule.departments = wordsOf(json.value(QLatin1String("departments")));
    rule.levels = wordsOf(json.value(QLatin1String("levels")));
    rule.areas = wordsOf(json.value(QLatin1String("areas")));
    rule.sensitivityUpTo = json.value(QLatin1String("sensitivity")).toString(sensitivities().front());
    rule.mayWrite = json.value(QLatin1String("write")).toBool();
    rule.mayRead = json.value(QLatin1String("read")).toBool() || rule.mayWrite;
    return rule;
}

QJsonObject ruleJson(const RoleRule &rule)
{
    QJsonObject json{{QStringLiteral("part"), rule.part},
                     {QStringLiteral("read"), rule.mayRead},
                     {QStringLiteral("write"), rule.mayWrite},
                     {QStringLiteral("sensitivity"), rule.sensitivityUpTo}};
    const auto put = [&json](const char *name, const QStringList &list) {
        if (!list.isEmpty()) {
            json.insert(QLatin1String(name), QJsonArray::fromStringList(list));
        }
    };
    put("departments", rule.departments);
    put("levels", rule.levels);
    put("areas", rule.areas);
    return json;
}
} // namespace

Result<RoleMatrix> RoleMatrix::fromJson(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.object().value(QLatin1String("roles")).isArray()) {
        return fail(ErrorCode::Invalid, Texts::tr("This is no list of roles."));
    }
    RoleMatrix matrix;
    const QJsonArray roles = document.object().value(QLatin1String("roles")).toArray();
    for (const auto &item : roles) {
        const QJsonObject json = item.toObject();
        const QJsonObject name = json.value(QLatin1String("name")).toObject();
        const QString role = json.value(QLatin1String("id")).toString();
        matrix.kinds.push_back(
            {role, name.value(QLatin1String("zh")).toString(), name.value(QLatin1String("en")).toString()});
        const QJsonArray rules = json.value(QLatin1String("rules")).toArray();
        for (const auto &rule : rules) {
            matrix.rules.push_back(ruleFrom(role, rule.toObject()));
        }
    }
    LOCI_CHECK(matrix.check());
    return matrix;
}

QJsonObject RoleMatrix::toJson() const
{
    QJsonArray list;
    for (const RoleKind &kind : kinds) {
        QJsonArray own;
        for (const RoleRule &rule : rules) {
            if (rule.role == kind.role) {
                own.append(ruleJson(rule));
            }
        }
        list.append(QJsonObject{{QStringLiteral("id"), kind.role},
                                {QStringLiteral("name"),
                                 QJsonObject{{QStringLiteral("zh"), kind.nameZh}, {QStringLiteral("en"), kind.nameEn}}},
                                {QStringLiteral("rules"), own}});
    }
    return {{QStringLiteral("roles"), list}};
}

QStringList wordsOf(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray items = value.toArray();
    list.reserve(items.size());
    for (const auto &item : items) {
        list << item.toString();
    }
    return list;
}

QJsonObject RoleMember::toJson() const
{
    return {{QStringLiteral("login"), login},
            {QStringLiteral("role"), role},
            {QStringLiteral("department"), department},
            {QStringLiteral("level"), level},
            {QStringLiteral("areas"), QJsonArray::fromStringList(areas)},
            {QStringLiteral("until"), until.isValid() ? until.toString(Qt::ISODate) : QString()}};
}

} // namespace loci::roles
