// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/postgisdatabase.h"

#include <QObject>
#include <QTimer>
#include <memory>

class QSocketNotifier;

namespace loci::storage {

/// Hears what is committed to a schema of a server, on a connection of its own. When that is lost it tries again every
/// few seconds, beside the main thread, and tells of changes when it is back: some may have been missed.
class PostGisListener final : public QObject
{
    Q_OBJECT
public:
    enum class Begin { Now, Later }; ///< Later: the server is known to be lost
    PostGisListener(PostGisAddress address, QString password, Begin begin = Begin::Now);
    ~PostGisListener() override;
    bool isConnected() const { return m_database != nullptr; }
    void lose(); ///< lets go of the connection, which may be dead, and tries for another one

signals:
    void heard(); ///< somebody, perhaps this desk, changed something
    void connectionChanged(bool isConnected);
    void refused(const QString &sentence); ///< the server is there, but does not let this desk in

private:
    using Opened = Result<std::unique_ptr<PostGisDatabase>>;
    static Opened opened(const PostGisAddress &address, const QString &password);
    void tryAgain();
    void take(Opened opened);
    void read();

    PostGisAddress m_address;
    QString m_password;
    std::unique_ptr<PostGisDatabase> m_database;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_retry;
    bool m_isTrying = false;
};

} // namespace loci::storage
