// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/rolegate.h"

#include "layers/domain/heritage/asset.h"
#include "layers/storage/heritage/heritagestore.h"

#include <QCoreApplication>

namespace loci::workspace {

using heritage::Asset;
using roles::RoleRights;
using storage::OwnRoles;
using storage::RoleStore;
using storage::StoredChange;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::RoleGate)
};

struct Part
{
    const char *part;
    const char *name;
};

constexpr Part kParts[] = {
    {"map", QT_TRANSLATE_NOOP("loci::workspace::RoleGate", "map")},
    {"city", QT_TRANSLATE_NOOP("loci::workspace::RoleGate", "city models")},
    {"planning", QT_TRANSLATE_NOOP("loci::workspace::RoleGate", "planning")},
    {"heritage", QT_TRANSLATE_NOOP("loci::workspace::RoleGate", "heritage catalogue")},
    {"indicators", QT_TRANSLATE_NOOP("loci::workspace::RoleGate", "indicators")},
    {"feeds", QT_TRANSLATE_NOOP("loci::workspace::RoleGate", "feeds")},
    {"briefing", QT_TRANSLATE_NOOP("loci::workspace::RoleGate", "briefing")},
    {"catalogue", QT_TRANSLATE_NOOP("loci::workspace::RoleGate", "data catalogue")},
    {"audit", QT_TRANSLATE_NOOP("loci::workspace::RoleGate", "audit")},
    {"roles", QT_TRANSLATE_NOOP("loci::workspace::RoleGate", "roles and rules")},
};

QString partWritten(const QString &key)
{
    return key.startsWith(QLatin1String("heritage/setting/")) ? QStringLiteral("roles") : roles::partOf(key);
}

std::optional<Error> missingForAsset(const RoleRights &rights, const StoredChange &change)
{
    for (const auto &side : {change.before, change.after}) {
        const auto asset = side ? Asset::parse(*side) : Result<Asset>(Asset());
        if (!side || !asset) {
            continue;
        }
        const QString district = asset->text(QStringLiteral("/district"));
        if (!rights.mayWriteRecord(QStringLiteral("heritage"), district,
                                   asset->text(QStringLiteral("/sensitivity/level")))) {
            const QString sentence =
                district.isEmpty()
                    ? Texts::tr("You may not change heritage records without a district, or of this sensitivity; the "
                                "administrator of the workspace can allow it.")
                    : Texts::tr("You may not change heritage records of district %1, or of this sensitivity; the "
                                "administrator of the workspace can allow it.")
                          .arg(district);
            return Error{ErrorCode::NotWritable, sentence, QStringLiteral("roles"), nullptr};
        }
    }
    return std::nullopt;
}

Result<> refuse(const RoleRights &rights, const std::vector<StoredChange> &changes)
{
    for (const StoredChange &change : changes) {
        if (change.before == change.after) {
            continue;
        }
        const QString part = partWritten(change.key);
        if (!rights.mayWrite(part)) {
            return fail(ErrorCode::NotWritable,
                        Texts::tr("You may not change this part of the workspace: %1; its administrator can allow it.")
                            .arg(partName(part)),
                        QStringLiteral("roles"));
        }
        const bool isAsset = change.key.startsWith(QLatin1String(storage::heritage::key::kAsset));
        if (const auto missing = isAsset ? missingForAsset(rights, change) : std::nullopt) {
            return fail(*missing);
        }
    }
    return {};
}
} // namespace

QString partName(const QString &part)
{
    for (const Part &known : kParts) {
        if (part == QLatin1String(known.part)) {
            return Texts::tr(known.name);
        }
    }
    return part;
}

Result<> refuseByRoles(storage::Database &database, const std::vector<StoredChange> &changes)
{
    LOCI_TRY(const OwnRoles own, RoleStore(database).mine());
    return own.rights.isEverything() ? Result<>() : refuse(own.rights, changes);
}

Result<> refuseStepByRoles(storage::Database &database, const storage::StoredEntry &entry,
                           const std::vector<StoredChange> &changes)
{
    LOCI_TRY(const OwnRoles own, RoleStore(database).mine());
    if (own.rights.isEverything()) {
        return {};
    }
    qint64 count = 0;
    LOCI_CHECK(database.run("SELECT role_change_count(?1)", {entry.id},
                            [&count](const storage::Statement &row) { count = row.integer(0); }));
    if (count != qint64(changes.size())) {
        return fail(ErrorCode::NotWritable,
                    Texts::tr("The step “%1” of %2 also changed what you may not read; who may do so can take it back.")
                        .arg(entry.title, entry.author),
                    QStringLiteral("roles"));
    }
    return refuse(own.rights, changes);
}

Result<QString> readOnlyByRoles(const OwnRoles &own, const QString &workspace)
{
    if (!own.isEnforced || own.isOwner || own.rights.mayWriteAnything()) {
        return QString();
    }
    const QStringList &parts = roles::parts();
    const bool readsAny =
        std::any_of(parts.begin(), parts.end(), [&own](const QString &part) { return own.rights.mayRead(part); });
    if (!readsAny) {
        return fail(ErrorCode::NotReadable,
                    Texts::tr("%1 has no role in the workspace “%2”, or it has ended; its administrator gives one.")
                        .arg(own.login, workspace));
    }
    return Texts::tr("The roles of %1 in the workspace “%2” are for reading only.").arg(own.login, workspace);
}

} // namespace loci::workspace
