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
/// few seconds, and tells of changes when it is back: some may have been missed. A replica tells nobody; there it asks.
class PostGisListener final : public QObject
{
    Q_OBJECT
public:
    PostGisListener(PostGisAddress address, QString password);
    ~PostGisListener() override;
    bool isConnected() const { return m_database != nullptr; }

signals:
    void heard();        ///< somebody, perhaps this desk, changed something
    void heardOfDesks(); ///< somebody came, went, or began to change a record
    void connectionChanged(bool isConnected);

private:
    void connectToServer();
    void read();
    void ask();
    void lose();

    PostGisAddress m_address;
    QString m_password;
    std::unique_ptr<PostGisDatabase> m_database;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_retry;
    QTimer m_ask;
    qint64 m_last = 0; ///< change that was seen when asking
};

} // namespace loci::storage
