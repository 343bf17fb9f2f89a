// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/heritage/audit.h"
#include "layers/storage/heritage/indexer.h"

#include <QHash>
#include <QSet>

namespace loci::storage::heritage {

/// Holds every table of the catalogue against the audit, row by row.
class Verifier
{
public:
    explicit Verifier(Database &database) : m_database(database), m_indexer(database) {}
    Result<ChainReport> run(bool withIndex);

private:
    struct LastState
    {
        qint64 number = 0;
        QString hash;
    };
    Result<> readAudit();
    Result<> checkRecords();
    Result<> checkHistory();
    Result<> checkAssets();
    Result<> checkZones();
    Result<> checkMedia();
    Result<> checkStrays();
    Result<> checkEngine();
    Result<> checkAssetRow(qint64 no, const QByteArray &content);
    Result<> checkAssetText(qint64 no, const AssetIndexRow &wanted);
    Result<> checkAssetPlace(qint64 no, const AssetIndexRow &wanted);
    Result<> checkZoneRow(qint64 no, const QByteArray &content);
    void add(const char *code, const QString &object, const QString &where, const QString &message, qint64 entry = 0);
    void addIndex(const char *table, qint64 no, const QString &object);

    Database &m_database;
    Indexer m_indexer;
    ChainReport m_report;
    QHash<QString, LastState> m_last; // by key
    QHash<QString, QSet<QString>> m_states;
    QSet<QString> m_steps; // time, author, title
};

} // namespace loci::storage::heritage
