// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/heritage/mergememory.h"

#include "layers/domain/heritage/canonicaljson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace loci::workspace {

using heritage::MergeConflict;

namespace {
constexpr int kNameLength = 16;
constexpr std::size_t kStatesKept = 16; ///< states of other copies with their content
const QString kHeritage = QStringLiteral("heritage/");

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const auto &one : array) {
        texts << one.toString();
    }
    return texts;
}

MergeCase caseOf(const QJsonObject &json)
{
    MergeCase one{json.value(QLatin1String("name")).toString(),     json.value(QLatin1String("person")).toString(),
                  json.value(QLatin1String("bundle")).toString(),   textsOf(json.value(QLatin1String("ancestors"))),
                  json.value(QLatin1String("document")).toObject(), {}};
    const QJsonArray fields = json.value(QLatin1String("fields")).toArray();
    one.fields.reserve(std::size_t(fields.size()));
    for (const auto &field : fields) {
        one.fields.push_back(MergeConflict::fromJson(field.toObject()));
    }
    return one;
}

QJsonObject jsonOf(const MergeCase &one)
{
    QJsonArray fields;
    for (const MergeConflict &field : one.fields) {
        fields.append(field.toJson());
    }
    return {{QStringLiteral("name"), one.name},
            {QStringLiteral("person"), one.person},
            {QStringLiteral("bundle"), one.bundle},
            {QStringLiteral("ancestors"), QJsonArray::fromStringList(one.ancestors)},
            {QStringLiteral("document"), one.document},
            {QStringLiteral("fields"), fields}};
}
} // namespace

QString stateName(const QByteArray &document)
{
    return stateNameOfHash(heritage::sha256(document));
}

QString stateNameOfHash(const QString &sha256)
{
    return sha256.left(kNameLength);
}

QString MergeMemory::keyFor(const QString &recordKey)
{
    return QLatin1String(kMergePrefix) + recordKey.mid(kHeritage.size());
}

QString MergeMemory::recordKeyOf(const QString &memoryKey)
{
    return kHeritage + memoryKey.mid(qstrlen(kMergePrefix));
}

MergeMemory MergeMemory::parse(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    MergeMemory memory;
    memory.seen = textsOf(json.value(QLatin1String("seen")));
    const QJsonArray states = json.value(QLatin1String("states")).toArray();
    memory.states.reserve(std::size_t(states.size()));
    for (const auto &value : states) {
        const QJsonObject state = value.toObject();
        memory.states.push_back({state.value(QLatin1String("name")).toString(),
                                 state.value(QLatin1String("after")).toInteger(),
                                 state.value(QLatin1String("document")).toObject()});
    }
    const QJsonArray cases = json.value(QLatin1String("cases")).toArray();
    memory.cases.reserve(std::size_t(cases.size()));
    for (const auto &value : cases) {
        memory.cases.push_back(caseOf(value.toObject()));
    }
    return memory;
}

QByteArray MergeMemory::bytes() const
{
    QJsonArray stateArray;
    for (const MergedState &state : states) {
        stateArray.append(QJsonObject{{QStringLiteral("name"), state.name},
                                      {QStringLiteral("after"), state.after},
                                      {QStringLiteral("document"), state.document}});
    }
    QJsonArray caseArray;
    for (const MergeCase &one : cases) {
        caseArray.append(jsonOf(one));
    }
    return heritage::canonicalJson(QJsonObject{{QStringLiteral("seen"), QJsonArray::fromStringList(seen)},
                                               {QStringLiteral("states"), stateArray},
                                               {QStringLiteral("cases"), caseArray}});
}

void MergeMemory::close(const MergeCase &merged, qint64 after, bool isOwn)
{
    seen << merged.ancestors << merged.name;
    seen.removeDuplicates();
    seen.sort();
    if (!isOwn) {
        states.push_back({merged.name, after, merged.document});
        if (states.size() > kStatesKept) {
            states.erase(states.begin());
        }
    }
}

} // namespace loci::workspace
