// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/shareserver.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QMessageAuthenticationCode>
#include <QPointer>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTimer>
#include <QtConcurrent/QtConcurrentRun>
#include <array>

namespace loci::app {

namespace {

/// The same time for every wrong token.
bool isSame(const QByteArray &a, const QByteArray &b)
{
    const QByteArray key = "loci";
    return QMessageAuthenticationCode::hash(a, key, QCryptographicHash::Sha256) ==
           QMessageAuthenticationCode::hash(b, key, QCryptographicHash::Sha256);
}

QString newToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString rootOf(const QTcpServer &server)
{
    return QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort());
}

HttpAnswer refused(int status, const char *sentence)
{
    return {status, "text/plain; charset=utf-8", QByteArray(sentence) + '\n'};
}

} // namespace

ShareServer::ShareServer(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &ShareServer::accept);
}

ShareServer::~ShareServer()
{
    stop();
}

Result<QString> ShareServer::start(SharedData data, quint16 port)
{
    stop();
    if (!m_server.listen(QHostAddress::LocalHost, port)) {
        return fail(ErrorCode::NotReadable, tr("The end point cannot listen on port %1.").arg(port),
                    m_server.errorString());
    }
    m_token = newToken();
    update(std::move(data));
    return rootOf(m_server);
}

void ShareServer::update(SharedData data)
{
    if (isListening()) {
        m_service = std::make_shared<const ShareService>(std::move(data), rootOf(m_server));
    }
}

void ShareServer::stop()
{
    m_server.close();
    const auto sockets = m_server.findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets) {
        socket->abort();
    }
    m_service.reset();
    m_token.clear();
}

void ShareServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (m_open >= kMostConnections) {
            socket->abort();
            continue;
        }
        ++m_open;
        connect(socket, &QObject::destroyed, this, [this] { --m_open; });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        QTimer::singleShot(kPatienceMs, socket, [socket] {
            if (socket->property("answered").isNull()) {
                socket->abort();
            }
        });
    }
}

void ShareServer::read(QTcpSocket &socket)
{
    if (!socket.property("answered").isNull()) {
        socket.readAll(); // one request a connection
        return;
    }
    const QByteArray head = socket.peek(HttpRequest::kLongest);
    const qsizetype end = head.indexOf("\r\n\r\n");
    if (end < 0 && head.size() < HttpRequest::kLongest) {
        return; // more is to come
    }
    socket.setProperty("answered", true);
    answer(socket, end < 0 ? QByteArray() : head.left(end + 4));
}

HttpAnswer ShareServer::refusal(const HttpRequest &request) const
{
    if (request.host != QLatin1String("127.0.0.1") && request.host != QLatin1String("localhost")) {
        return refused(403, "This end point is for programs on this computer.");
    }
    if (request.token.isEmpty() || !isSame(request.token, m_token.toLatin1())) {
        return refused(401, "Bring the token of this end point.");
    }
    if (request.method != "GET" && request.method != "HEAD") {
        return refused(405, "This end point is for reading.");
    }
    return {};
}

void ShareServer::answer(QTcpSocket &socket, const QByteArray &head)
{
    const auto send = [](QTcpSocket &to, const HttpAnswer &what, bool headOnly) {
        to.write(what.bytes(headOnly));
        to.disconnectFromHost();
    };
    const auto request = HttpRequest::parse(head);
    const HttpAnswer no = request ? refusal(*request) : refused(400, "This is no request.");
    if (no.status != 200) {
        send(socket, no, false);
        return;
    }
    auto *watcher = new QFutureWatcher<HttpAnswer>(&socket);
    connect(
        watcher, &QFutureWatcherBase::finished, &socket,
        [&socket, watcher, send, headOnly = request->method == "HEAD"] { send(socket, watcher->result(), headOnly); });
    watcher->setFuture(QtConcurrent::run([service = m_service, asked = *request] { return service->answer(asked); }));
}

} // namespace loci::app
