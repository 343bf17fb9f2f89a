// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/merge/threeway.h"

#include "layers/domain/merge/mergelist.h"

#include <algorithm>

namespace loci::merge {

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

class Merger
{
public:
    explicit Merger(const QSet<QString> &whole) : m_whole(whole) {}
    QJsonValue merge(const QString &path, const QJsonValue &base, const QJsonValue &mine, const QJsonValue &theirs)
    {
        if (mine == theirs || theirs == base) {
            return mine;
        }
        if (mine == base) {
            return theirs;
        }
        if (mine.isObject() && theirs.isObject() && !m_whole.contains(path)) {
            return mergeObjects(path, base.toObject(), mine.toObject(), theirs.toObject());
        }
        if (isList(mine) && isList(theirs) && isList(base)) {
            return mergeLists(path, base, mine, theirs);
        }
        conflicts.push_back({path, base, mine, theirs});
        return mine;
    }
    std::vector<Conflict> conflicts;

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
        const bool isKnown =
            std::any_of(conflicts.begin(), conflicts.end(), [&path](const Conflict &one) { return one.path == path; });
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

    const QSet<QString> &m_whole;
};

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

Conflict Conflict::fromJson(const QJsonObject &json)
{
    return {json.value(QLatin1String("path")).toString(), json.value(QLatin1String("base")),
            json.value(QLatin1String("mine")), json.value(QLatin1String("theirs"))};
}

QJsonObject Conflict::toJson() const
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

Outcome threeWay(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &theirs,
                 const QSet<QString> &whole)
{
    Merger merger(whole);
    Outcome outcome;
    outcome.merged = merger.merge({}, base, mine, theirs).toObject();
    outcome.conflicts = std::move(merger.conflicts);
    return outcome;
}

QJsonValue fieldAt(const QJsonValue &json, const QString &path)
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

QJsonValue withField(const QJsonValue &json, const QString &path, const QJsonValue &value)
{
    return placed(json, tokensOf(path), 0, value);
}

QString pointerTo(const QJsonValue &json, const QString &path)
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

} // namespace loci::merge
