// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/heritage/undorights.h"

#include "layers/domain/heritage/review.h"

#include <QCoreApplication>
#include <algorithm>

namespace loci::workspace {

using heritage::Action;
using heritage::Asset;
using heritage::ReviewPolicy;
namespace stored = storage::heritage::key;

namespace {

constexpr char kSettings[] = "heritage/setting/";
constexpr char kSharing[] = "heritage/sharing/"; // of DataCatalogue

bool isBelow(const QString &key, const char *prefix)
{
    return key.startsWith(QLatin1String(prefix));
}

/// The first right of those that the person lacks for an asset's change.
std::optional<Error> missingRight(const ReviewPolicy &rules, const QString &person, const storage::StoredChange &change)
{
    std::vector<Asset> sides;
    for (const auto &side : {change.before, change.after}) {
        if (const auto asset = side ? Asset::parse(*side) : Result<Asset>(Asset()); asset && side) {
            sides.push_back(*asset);
        }
    }
    const bool reviews =
        sides.size() == 2 && sides[0].value(QStringLiteral("/review")) != sides[1].value(QStringLiteral("/review"));
    for (const Asset &asset : sides) {
        for (const Action action : {Action::Edit, Action::Approve}) {
            const bool isAsked = action == Action::Edit || reviews;
            if (isAsked && !rules.allows(person, action, asset)) {
                return rules.refusal(person, action, asset);
            }
        }
    }
    return std::nullopt;
}

} // namespace

Result<> mayStep(const storage::heritage::HeritageStore &store, const QString &person,
                 const storage::StoredEntry &entry, const std::vector<storage::StoredChange> &changes)
{
    const bool isOurs = std::any_of(changes.begin(), changes.end(), [](const storage::StoredChange &change) {
        return isBelow(change.key, stored::kPrefix);
    });
    if (!isOurs || person == entry.author) {
        return {};
    }
    LOCI_TRY(const auto bytes, store.value(QLatin1String(stored::kReview)));
    const ReviewPolicy rules =
        (bytes ? ReviewPolicy::parse(*bytes) : ReviewPolicy::standard()).value_or(ReviewPolicy::standard());
    for (const storage::StoredChange &change : changes) {
        if (isBelow(change.key, kSharing)) { // a grant that was taken back does not return by somebody's undo
            return fail(ErrorCode::Usage, QCoreApplication::translate("loci::workspace::DataCatalogue",
                                                                      "Only %1 can take this step of sharing back.")
                                              .arg(entry.author));
        }
        const bool isAsset = isBelow(change.key, stored::kAsset);
        if (const auto missing = isAsset ? missingRight(rules, person, change) : std::nullopt) {
            return fail(*missing);
        }
        const Action action = isBelow(change.key, kSettings) ? Action::ManageRoles : Action::Edit;
        if (!isAsset && isBelow(change.key, stored::kPrefix) && !rules.allows(person, action)) {
            return fail(rules.refusal(person, action, Asset()));
        }
    }
    return {};
}

} // namespace loci::workspace
