// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QString>
#include <QStringList>
#include <optional>

namespace loci::merge {

/// What tells an item of a list from the others: "id=...", "sha256=...", "lang=zh,use=primary", "scheme=local"; an
/// item without any of these is known by its whole value.
QString mergeKeyOf(const QJsonValue &item);

/// A list by the keys of its items.
struct KeyedList
{
    QStringList order;
    QHash<QString, QJsonValue> items;
    /// Nothing when two items have the same key.
    static std::optional<KeyedList> of(const QJsonArray &array);
    QJsonValue item(const QString &key) const { return items.value(key, QJsonValue(QJsonValue::Undefined)); }
};

/// The order of the keys that are in `kept`: as whoever moved items of the base has them, with the new ones of both
/// sides behind them; the same whichever side asks.
QStringList mergedOrder(const KeyedList &base, const KeyedList &mine, const KeyedList &theirs,
                        const QHash<QString, QJsonValue> &kept);

} // namespace loci::merge
