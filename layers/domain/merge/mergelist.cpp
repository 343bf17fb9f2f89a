// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/merge/mergelist.h"

#include "layers/domain/heritage/canonicaljson.h"

#include <QJsonObject>
#include <algorithm>

namespace loci::merge {

namespace {
QStringList common(const QStringList &order, const QStringList &base, const QHash<QString, QJsonValue> &kept)
{
    QStringList result;
    std::copy_if(order.begin(), order.end(), std::back_inserter(result),
                 [&](const QString &key) { return kept.contains(key) && base.contains(key); });
    return result;
}
} // namespace

QString mergeKeyOf(const QJsonValue &item)
{
    const QJsonObject object = item.toObject();
    for (const char *name : {"id", "sha256"}) {
        if (const QString own = object.value(QLatin1String(name)).toString(); !own.isEmpty()) {
            return QLatin1String(name) + QLatin1Char('=') + own;
        }
    }
    if (const QString language = object.value(QLatin1String("lang")).toString(); !language.isEmpty()) {
        return QStringLiteral("lang=%1,use=%2").arg(language, object.value(QLatin1String("use")).toString());
    }
    if (const QString scheme = object.value(QLatin1String("scheme")).toString(); !scheme.isEmpty()) {
        return QStringLiteral("scheme=%1").arg(scheme);
    }
    return QStringLiteral("value=%1").arg(heritage::sha256(heritage::canonicalJson(item)));
}

std::optional<KeyedList> KeyedList::of(const QJsonArray &array)
{
    KeyedList list;
    for (const auto &item : array) {
        const QString key = mergeKeyOf(item);
        if (list.items.contains(key)) {
            return std::nullopt;
        }
        list.order << key;
        list.items.insert(key, item);
    }
    return list;
}

QStringList mergedOrder(const KeyedList &base, const KeyedList &mine, const KeyedList &theirs,
                        const QHash<QString, QJsonValue> &kept)
{
    const QStringList plain = common(base.order, base.order, kept);
    const QStringList first = common(mine.order, base.order, kept);
    const QStringList second = common(theirs.order, base.order, kept);
    const auto isMoved = [&](const QStringList &order) { return order.size() == plain.size() && order != plain; };
    QStringList order = plain;
    if (isMoved(first) != isMoved(second)) {
        order = isMoved(first) ? first : second;
    }
    QStringList added;
    for (const QString &key : mine.order + theirs.order) {
        if (kept.contains(key) && !base.items.contains(key) && !added.contains(key)) {
            added << key;
        }
    }
    std::sort(added.begin(), added.end());
    return order + added;
}

} // namespace loci::merge
