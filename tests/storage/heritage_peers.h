// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/workspace/heritage/capture.h"
#include "tests/storage/heritage_fixture.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>
#include <array>

namespace loci::test {

/// A clock that goes as wrong as it is set.
class SkewedClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc().addSecs(skew); }
    qint64 skew = 0;
};

/// One of several copies of a catalogue.
struct Peer
{
    QString path, name;
    SkewedClock clock;
    std::unique_ptr<workspace::Workspace> workspace;
    std::unique_ptr<workspace::Catalogue> catalogue;
    bool open();
    void close();
};

/// What the peers did in the meantime, to hold the outcome against: each value that was written is the only one of its
/// kind, and knows the values that its writer had seen in that field.
class Ledger
{
public:
    void wrote(const QString &field, const QString &before, const QString &value);
    /// Decided between two values.
    void wroteOver(const QString &field, const QString &first, const QString &second, const QString &value);
    bool hasSeen(const QString &field, const QString &value, const QString &other) const;
    QSet<QString> surveys, media;

private:
    QHash<QString, QSet<QString>> m_seen; // field + value: values before it
};

/// Copies of a catalogue that edit, exchange bundles, are killed and run out of disk.
class PeerTown
{
public:
    static constexpr int kPeers = 3, kRecords = 5, kFields = 4;
    explicit PeerTown(quint32 seed) : m_random(seed) {}
    bool make();
    /// One random step; false and a message when something was lost.
    bool step();
    /// Exchanges and decides until all are the same.
    bool converge();
    QString problem;
    int edits = 0, merges = 0, kills = 0, fullDisks = 0, skews = 0, conflicts = 0;

private:
    using Values = QHash<QString, QString>; // of each field of each record
    bool edit(Peer &peer);
    bool addSurvey(Peer &peer, heritage::Asset &asset);
    bool addPhotograph(Peer &peer, heritage::Asset &asset);
    bool exchange(Peer &from, Peer &to);
    bool killWhileEditing(Peer &peer);
    bool mergeInChild(Peer &from, Peer &to, bool fullDisk);
    bool decideAll(Peer &peer);
    Values valuesOf(const Peer &peer) const;
    /// Nothing that one side had not seen may be gone without a question.
    bool check(const Values &before, const Values &theirs, Peer &to);
    bool isSame() const;
    bool hasEverything();
    bool say(const QString &what);
    QString field(const QString &id, int number) const;
    QString nextValue(const Peer &peer);
    Peer &some() { return m_peers[std::size_t(m_random.bounded(kPeers))]; }

    QRandomGenerator m_random;
    QTemporaryDir m_folder;
    std::array<Peer, kPeers> m_peers;
    QStringList m_ids;
    Ledger m_ledger;
    int m_value = 0;
};

} // namespace loci::test
