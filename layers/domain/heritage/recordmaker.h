// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/domain/heritage/asset.h"
#include "layers/domain/heritage/rulerunner.h"

#include <QMap>

namespace loci::heritage {

/// What a row says about a record: single values by pointer, and entries for repeated sections.
struct RowContent
{
    QString key;
    QMap<QString, QJsonValue> values;              ///< "/description/zh"
    QMap<QString, std::vector<QJsonObject>> items; ///< "names": entries, without mark and id
};

/// Turns rows into content, and content into records, by one mapping. Holds references to what it was made of.
class RecordMaker
{
public:
    RecordMaker(const ImportMapping &mapping, const RowTable &table, const ReignTable *reigns);

    /// Columns that the mapping names and the table does not have.
    QStringList absentColumns() const;
    bool hasKey() const { return m_key.absent().isEmpty(); }

    struct Made
    {
        RowContent content;
        QString field, reason; ///< why the row cannot be used; empty: it can
        Findings skipped;      ///< values that were left out
    };
    Made read(const RowTable::Row &row, const RowPlace &place) const;

    /// Content of another row about the same record: new entries are added, values that are missing are filled in.
    static void gather(RowContent &into, const RowContent &more);
    /// The record with the content in it; `asset` is a new one with its id, or the one that is there.
    Asset apply(const RowContent &content, Asset asset) const;
    QString idFor(const QString &key) const; ///< the same for the same mapping and key, everywhere

private:
    struct Field
    {
        const FieldRule *rule;
        RuleRunner runner;
        QString section, slot, rest; ///< of "/names/0/text": "names", "0", "/text"; section empty: a single value
    };
    using Slots = QMap<QString, std::vector<QJsonObject>>; ///< by "section/slot"
    bool readField(const Field &field, const RowTable::Row &row, Made &made, Slots &entries) const;
    void addConstants(const RowTable::Row &row, Made &made, Slots &entries) const;
    void addPlace(const RowPlace &place, Made &made, Slots &entries) const;
    QJsonArray mergedSection(const QString &section, const std::vector<QJsonObject> &items, const Asset &asset) const;

    const ImportMapping &m_mapping;
    RuleRunner m_key;
    std::vector<Field> m_fields;
};

} // namespace loci::heritage
