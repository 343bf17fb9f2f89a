// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/deskpresence.h"
#include "layers/storage/postgisaddress.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <memory>

namespace loci::workspace {

/// Who else has a shared workspace open, and which record each is changing. Main thread; the server is asked in a
/// worker on a connection of its own, so that a cable that was pulled stops nobody's window. Who is silent for
/// DeskPresence::kPatienceSeconds is gone.
class Presence final : public QObject
{
    Q_OBJECT
public:
    Presence(const storage::PostGisAddress &address, const QString &password, const QString &desk,
             const QString &person, bool isReadOnly);
    ~Presence() override; ///< says good-bye, if the server can be reached

    const std::vector<storage::DeskAtWork> &others() const { return m_others; }
    /// Who is changing this document at another desk; empty: nobody.
    QStringList editorsOf(const QString &key) const;

    void setPerson(const QString &person);
    void setRecord(const QString &key); ///< that the person here is changing; empty: none
    const QString &record() const { return m_record; }
    void look(); ///< soon, in the background

signals:
    void changed();

private:
    class Line;
    void tell(bool isNews);
    void run(bool isTelling, bool isNews);
    void take(const std::vector<storage::DeskAtWork> &others);

    std::shared_ptr<Line> m_line; ///< shared with the worker
    QThreadPool m_pool;
    QTimer m_beat;
    QString m_person, m_record;
    std::vector<storage::DeskAtWork> m_others;
    bool m_isRunning = false, m_isWanted = false, m_wantsTelling = false, m_wantsNews = false, m_isReadOnly;
};

} // namespace loci::workspace
