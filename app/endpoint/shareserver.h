// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/endpoint/shareservice.h"

#include <QObject>
#include <QTcpServer>

class QTcpSocket;

namespace loci::app {

/// A read-only end point on the loopback address of this computer, for programs that bring its token. Nobody else is
/// answered: not without the token, not under another host name (a page in a browser that was pointed here), nothing
/// but GET and HEAD. Answers are made in the worker pool over one snapshot. Main thread.
class ShareServer final : public QObject
{
    Q_OBJECT
public:
    explicit ShareServer(QObject *parent = nullptr);
    ~ShareServer() override;

    /// Listens; `port` 0 takes a free one. Gives the address: "http://127.0.0.1:8080".
    Result<QString> start(SharedData data, quint16 port = 0);
    /// Another snapshot at the same address with the same token.
    void update(SharedData data);
    void stop();
    bool isListening() const { return m_server.isListening(); }
    QString token() const { return m_token; } ///< made at start, kept nowhere

    static constexpr int kMostConnections = 32;
    static constexpr int kPatienceMs = 10'000; ///< for a request to come in whole

private:
    void accept();
    void read(QTcpSocket &socket);
    void answer(QTcpSocket &socket, const QByteArray &head);
    HttpAnswer refusal(const HttpRequest &request) const; ///< status 200: there is none

    QTcpServer m_server;
    std::shared_ptr<const ShareService> m_service;
    QString m_token;
    int m_open = 0;
};

} // namespace loci::app
