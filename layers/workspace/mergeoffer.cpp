// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/mergeoffer.h"

#include "layers/domain/heritage/record.h"
#include "layers/domain/heritage/recordmerge.h"
#include "layers/storage/heritage/heritagestore.h"

#include <QJsonDocument>
#include <algorithm>

namespace loci::workspace {

namespace {
std::optional<QJsonObject> objectOf(const std::optional<QByteArray> &bytes)
{
    const QJsonDocument document = bytes ? QJsonDocument::fromJson(*bytes) : QJsonDocument();
    return document.isObject() ? std::optional<QJsonObject>(document.object()) : std::nullopt;
}

/// Every field that was asked about with their value.
QJsonObject withTheirs(const merge::Outcome &outcome)
{
    QJsonObject merged = outcome.merged;
    for (const merge::Conflict &conflict : outcome.conflicts) {
        merged = merge::withField(merged, conflict.path, conflict.theirs).toObject();
    }
    return merged;
}

/// What one side changed and the merge took; who changed a record last is no field of the person's.
std::vector<MergeItem::Taken> takenFields(const MergeItem &item)
{
    std::vector<MergeItem::Taken> taken;
    const auto add = [&taken](const QJsonObject &before, const QJsonObject &after, bool isMine) {
        const auto changes = heritage::changesBetween(QJsonValue(before), QJsonValue(after));
        for (const heritage::FieldChange &change : changes) {
            if (!change.path.startsWith(QLatin1String("/updated"))) {
                taken.push_back({change.path, change.before, change.after, isMine});
            }
        }
    };
    add(item.mine, item.outcome.merged, false); // where both changed, mine stands there
    add(item.theirs, withTheirs(item.outcome), true);
    return taken;
}

MergeItem itemOf(const StaleWrite &write)
{
    MergeItem item{write, false, {}, {}, {}, {}, {}};
    const auto base = objectOf(write.base);
    const auto mine = objectOf(write.ours);
    const auto theirs = objectOf(write.theirs);
    if (base && mine && theirs) {
        item.isByField = true;
        item.base = *base;
        item.mine = *mine;
        item.theirs = *theirs;
        item.outcome = write.key.startsWith(QLatin1String(storage::heritage::key::kPrefix))
                           ? heritage::mergedRecord(*base, *mine, *theirs)
                           : merge::threeWay(*base, *mine, *theirs);
        item.taken = takenFields(item);
    }
    return item;
}
} // namespace

MergeOffer::MergeOffer(RefusedStep step) : m_step(std::move(step))
{
    m_items.reserve(m_step.stale.size());
    m_theirs.reserve(m_step.stale.size());
    for (const StaleWrite &write : m_step.stale) {
        m_items.push_back(itemOf(write));
        const MergeItem &item = m_items.back();
        m_theirs.emplace_back(item.isByField ? item.outcome.conflicts.size() : 1, false);
    }
}

int MergeOffer::questions() const
{
    int count = 0;
    for (const std::vector<bool> &places : m_theirs) {
        count += int(places.size());
    }
    return count;
}

void MergeOffer::takeTheirs(std::size_t item, std::size_t conflict, bool isTheirs)
{
    m_theirs.at(item).at(conflict) = isTheirs;
}

void MergeOffer::takeDocument(std::size_t item, bool isTheirs)
{
    m_theirs.at(item).at(0) = isTheirs;
}

Command MergeOffer::decided() const
{
    Command command = m_step.command;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const MergeItem &item = m_items[i];
        const auto change = std::find_if(command.changes.begin(), command.changes.end(),
                                         [&item](const Change &one) { return one.key == item.write.key; });
        if (change == command.changes.end()) {
            continue;
        }
        change->before = item.write.theirs;
        if (!item.isByField) {
            change->after = m_theirs[i].front() ? item.write.theirs : item.write.ours;
            continue;
        }
        QJsonObject merged = item.outcome.merged;
        for (std::size_t k = 0; k < item.outcome.conflicts.size(); ++k) {
            const merge::Conflict &conflict = item.outcome.conflicts[k];
            if (m_theirs[i][k]) {
                merged = merge::withField(merged, conflict.path, conflict.theirs).toObject();
            }
        }
        change->after = QJsonDocument(merged).toJson(QJsonDocument::Compact);
    }
    return command;
}

} // namespace loci::workspace
