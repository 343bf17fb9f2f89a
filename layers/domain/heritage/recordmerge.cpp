// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/recordmerge.h"

#include "layers/domain/heritage/canonicaljson.h"
#include "layers/domain/heritage/mergelist.h"

#include <QSet>
#include <algorithm>
#include <array>

namespace loci::heritage {

namespace {
const QJsonValue kAbsent{QJsonValue::Undefined};

QString escaped(QString key)
{
    return key.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
}

QStringList tokensOf(const QString &path)
{
    QStringList tokens = path.mid(1).split(QLatin1Char('/'));
    for (QString &token : tokens) {
        token.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
    }
    return path.isEmpty() ? QStringList() : tokens;
}

/// Members whose parts belong together: half of one side and half of the other would be nonsense.
bool isWhole(const QString &path)
{
    static const QSet<QString> whole{QStringLiteral("/type"), QStringLiteral("/dating"), QStringLiteral("/sensitivity"),
                                     QStringLiteral("/trashed")};
    return whole.contains(path);
}

class Merger
{
public:
    QJsonValue merge(const QString &path, const QJsonValue &base, const QJsonValue &mine, const QJsonValue &theirs)
    {
        if (mine == theirs || theirs == base) {
            return mine;
        }
        if (mine == base) {
            return theirs;
        }
        if (mine.isObject() && theirs.isObject() && !isWhole(path)) {
            return mergeObjects(path, base.toObject(), mine.toObject(), theirs.toObject());
        }
        if (isList(mine) && isList(theirs) && isList(base)) {
            return mergeLists(path, base, mine, theirs);
        }
        conflicts.push_back({path, base, mine, theirs});
        return mine;
    }
    std::vector<MergeConflict> conflicts;

private:
    static bool isList(const QJsonValue &value) { return value.isArray() || value.isUndefined(); }

    QJsonValue mergeObjects(const QString &path, const QJsonObject &base, const QJsonObject &mine,
                            const QJsonObject &theirs)
    {
        QStringList keys = mine.keys() + theirs.keys() + base.keys();
        keys.removeDuplicates();
        QJsonObject result;
        for (const QString &key : std::as_const(keys)) {
            const QJsonValue value =
                merge(path + QLatin1Char('/') + escaped(key), base.value(key), mine.value(key), theirs.value(key));
            if (!value.isUndefined()) {
                result.insert(key, value);
            }
        }
        return result;
    }

    QJsonValue mergeLists(const QString &path, const QJsonValue &base, const QJsonValue &mine, const QJsonValue &theirs)
    {
        const auto common = KeyedList::of(base.toArray());
        const auto first = KeyedList::of(mine.toArray());
        const auto second = KeyedList::of(theirs.toArray());
        if (!common || !first || !second || isSameItemRewritten(*common, *first, *second)) {
            conflicts.push_back({path, base, mine, theirs});
            return mine;
        }
        QHash<QString, QJsonValue> kept;
        for (const QString &key : common->order + first->order + second->order) {
            if (kept.contains(key)) {
                continue;
            }
            const QJsonValue value = mergeItem(path + QLatin1Char('/') + escaped(key), common->item(key),
                                               first->item(key), second->item(key));
            if (!value.isUndefined()) {
                kept.insert(key, value);
            }
        }
        QJsonArray result;
        for (const QString &key : mergedOrder(*common, *first, *second, kept)) {
            result.append(kept.value(key));
        }
        return result.isEmpty() ? kAbsent : QJsonValue(result);
    }
    QJsonValue mergeItem(const QString &path, const QJsonValue &base, const QJsonValue &mine, const QJsonValue &theirs)
    {
        const bool isKnown = std::any_of(conflicts.begin(), conflicts.end(),
                                         [&path](const MergeConflict &one) { return one.path == path; });
        return isKnown ? mine : merge(path, base, mine, theirs);
    }
    /// Items known by their value alone: both sides wrote something else where one of the base was.
    static bool isSameItemRewritten(const KeyedList &base, const KeyedList &mine, const KeyedList &theirs)
    {
        const auto adds = [&base](const KeyedList &side) {
            return std::any_of(side.order.begin(), side.order.end(), [&base](const QString &key) {
                return key.startsWith(QLatin1String("value=")) && !base.items.contains(key);
            });
        };
        const bool bothLost = std::any_of(base.order.begin(), base.order.end(), [&](const QString &key) {
            return key.startsWith(QLatin1String("value=")) && !mine.items.contains(key) && !theirs.items.contains(key);
        });
        return bothLost && adds(mine) && adds(theirs);
    }
};

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

/// A new item with the members by which it is known.
QJsonValue identified(QJsonObject item, const QString &token)
{
    const QStringList parts = token.split(QLatin1Char(','));
    for (const QString &part : parts) {
        const QString name = part.section(QLatin1Char('='), 0, 0);
        if (name != QLatin1String("value") && !item.contains(name)) {
            item.insert(name, part.section(QLatin1Char('='), 1));
        }
    }
    return item;
}

QJsonValue placed(const QJsonValue &json, const QStringList &way, qsizetype at, const QJsonValue &value)
{
    if (at == way.size()) {
        return value;
    }
    const QString &token = way[at];
    if (json.isArray() || (json.isUndefined() && token.contains(QLatin1Char('=')))) {
        QJsonArray array = json.toArray();
        qsizetype index = 0;
        while (index < array.size() && mergeKeyOf(array.at(index)) != token) {
            ++index;
        }
        QJsonValue inner = placed(index < array.size() ? array.at(index) : kAbsent, way, at + 1, value);
        if (index == array.size() && inner.isObject()) {
            inner = identified(inner.toObject(), token);
        }
        if (index < array.size()) {
            array.removeAt(index);
        }
        if (!inner.isUndefined()) {
            array.insert(index, inner);
        }
        return array.isEmpty() ? kAbsent : QJsonValue(array);
    }
    QJsonObject object = json.toObject();
    const QJsonValue inner = placed(object.value(token), way, at + 1, value);
    if (inner.isUndefined()) {
        object.remove(token);
    } else {
        object.insert(token, inner);
    }
    return object;
}
} // namespace

MergeConflict MergeConflict::fromJson(const QJsonObject &json)
{
    return {json.value(QLatin1String("path")).toString(), json.value(QLatin1String("base")),
            json.value(QLatin1String("mine")), json.value(QLatin1String("theirs"))};
}

QJsonObject MergeConflict::toJson() const
{
    QJsonObject json{{QStringLiteral("path"), path}};
    const auto put = [&json](const char *name, const QJsonValue &value) {
        if (!value.isUndefined()) {
            json.insert(QLatin1String(name), value);
        }
    };
    put("base", base);
    put("mine", mine);
    put("theirs", theirs);
    return json;
}

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
    Merger merger;
    MergeOutcome outcome;
    outcome.merged = merger.merge({}, content(base), content(mine), content(theirs)).toObject();
    outcome.conflicts = std::move(merger.conflicts);
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
    QJsonValue value = json;
    for (const QString &token : tokensOf(path)) {
        if (value.isArray()) {
            const QJsonArray array = value.toArray();
            const auto found = std::find_if(array.begin(), array.end(),
                                            [&token](const auto &item) { return mergeKeyOf(item) == token; });
            value = found == array.end() ? kAbsent : QJsonValue(*found);
        } else {
            value = value.isObject() ? value.toObject().value(token) : kAbsent;
        }
    }
    return value;
}

QString pointerOfMergeField(const QJsonValue &json, const QString &path)
{
    QJsonValue value = json;
    QString pointer;
    for (const QString &token : tokensOf(path)) {
        QString step = token;
        if (value.isArray()) {
            const QJsonArray array = value.toArray();
            const auto found = std::find_if(array.begin(), array.end(),
                                            [&token](const auto &item) { return mergeKeyOf(item) == token; });
            if (found != array.end()) {
                step = QString::number(found - array.begin());
                value = *found;
            }
        } else {
            value = value.toObject().value(token);
        }
        pointer += QLatin1Char('/') +
                   step.replace(QLatin1Char('~'), QStringLiteral("~0")).replace(QLatin1Char('/'), QStringLiteral("~1"));
    }
    return pointer;
}

QJsonValue withMergeField(const QJsonValue &json, const QString &path, const QJsonValue &value)
{
    return placed(json, tokensOf(path), 0, value);
}

} // namespace loci::heritage
