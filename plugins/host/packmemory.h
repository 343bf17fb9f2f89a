// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <map>
#include <optional>

namespace loci::packs {

/// What this computer remembers of packs between starts: agreements, trials, and who was at work when the program
/// ended. One small file that is replaced as a whole, and one marker file. A damaged file counts as empty.
class PackMemory
{
public:
    explicit PackMemory(QString folder); ///< made when something is first kept

    QList<QByteArray> agreed() const; ///< hashes of contents
    void agree(const QByteArray &files);

    std::optional<QString> disabledBecause(const QString &id) const; ///< translated when it was written
    void disable(const QString &id, const QString &reason);
    void enable(const QString &id); ///< by a person: forgets why, and the trial

    /// Result of a trial of exactly these files in a process of its own; empty: it went well.
    std::optional<QString> trialOf(const QByteArray &files) const;
    void keepTrial(const QByteArray &files, const QString &problem);

    /// The marker is on disk from enter() to leave(). A program that starts and finds one knows the culprit.
    void enter(const QString &id);
    void leave();
    std::optional<QString> leftInside() const;

private:
    QString markerPath() const;
    void save() const;

    QString m_folder;
    std::map<QString, QString> m_disabled, m_trials;
    QList<QByteArray> m_agreed;
};

} // namespace loci::packs
