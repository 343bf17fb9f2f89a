// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/recordmerge.h"

#include "layers/domain/heritage/canonicaljson.h"

#include <QSet>
#include <algorithm>
#include <array>

namespace loci::heritage {

namespace {
/// Members whose parts belong together: half of one side and half of the other would be nonsense.
const QSet<QString> &wholeMembers()
{
    static const QSet<QString> whole{QStringLiteral("/type"), QStringLiteral("/dating"), QStringLiteral("/sensitivity"),
                                     QStringLiteral("/trashed")};
    return whole;
}

/// Members that settle themselves; the greater pair counts, or the smaller one.
void settlePair(QJsonObject &merged, const QJsonObject &mine, const QJsonObject &theirs, const char *time,
                const char *person, bool latest)
{
    const auto pairOf = [&](const QJsonObject &side) {
        return std::pair(side.value(QLatin1String(time)).toString(), side.value(QLatin1String(person)).toString());
    };
    const auto first = pairOf(mine);
    const auto second = pairOf(theirs);
    const bool takesMine =
        first.first.isEmpty() == second.first.isEmpty() ? (first > second) == latest : second.first.isEmpty();
    const QJsonObject &chosen = takesMine ? mine : theirs;
    for (const char *name : {time, person}) {
        if (chosen.contains(QLatin1String(name))) {
            merged.insert(QLatin1String(name), chosen.value(QLatin1String(name)));
        } else {
            merged.remove(QLatin1String(name));
        }
    }
}

/// The state of the review that asks for more work; by date and then by value when there is no difference.
QJsonValue settledReview(const QJsonValue &base, const QJsonValue &mine, const QJsonValue &theirs)
{
    if (mine == theirs || theirs == base) {
        return mine;
    }
    if (mine == base) {
        return theirs;
    }
    const auto rank = [](const QJsonValue &review) {
        static const std::array<const char *, 4> states{"draft", "returned", "submitted", "approved"};
        const QString state = review.toObject().value(QLatin1String("state")).toString();
        const auto found = std::find(states.begin(), states.end(), state);
        return found == states.end() ? 0 : int(found - states.begin());
    };
    const auto order = [&rank](const QJsonValue &review) {
        return std::tuple(-rank(review), review.toObject().value(QLatin1String("at")).toString(),
                          canonicalJson(review.isUndefined() ? QJsonValue() : review));
    };
    return order(mine) > order(theirs) ? mine : theirs;
}

} // namespace

MergeOutcome mergedRecord(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &theirs)
{
    if (mine == base || theirs == base || mine == theirs) {
        return {mine == base ? theirs : mine, {}};
    }
    const auto content = [](QJsonObject json) {
        for (const char *name : {"updated", "updatedBy", "created", "createdBy", "review"}) {
            json.remove(QLatin1String(name));
        }
        return json;
    };
    MergeOutcome outcome = merge::threeWay(content(base), content(mine), content(theirs), wholeMembers());
    settlePair(outcome.merged, mine, theirs, "updated", "updatedBy", true);
    settlePair(outcome.merged, mine, theirs, "created", "createdBy", false);
    const QJsonValue review = settledReview(base.value(QLatin1String("review")), mine.value(QLatin1String("review")),
                                            theirs.value(QLatin1String("review")));
    if (!review.isUndefined()) {
        outcome.merged.insert(QStringLiteral("review"), review);
    }
    return outcome;
}

QJsonValue mergeFieldAt(const QJsonValue &json, const QString &path)
{
    return merge::fieldAt(json, path);
}

QJsonValue withMergeField(const QJsonValue &json, const QString &path, const QJsonValue &value)
{
    return merge::withField(json, path, value);
}

} // namespace loci::heritage
