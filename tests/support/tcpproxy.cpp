// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tcpproxy.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <algorithm>
#include <deque>
#include <functional>
#include <sys/socket.h>

namespace loci::test {

namespace {
constexpr qint64 kChunk = 1024;
constexpr qint64 kRoom = 16 * 1024; // bytes under way on a slow line; more wait at who sends them

struct Fault
{
    bool noRequests = false, noAnswers = false;
    int delay = 0, rate = 0; // milliseconds, bytes a second
    QByteArray words;
    bool wordsArrive = false;
};

void endAtOnce(QTcpSocket &socket)
{
    const linger none{1, 0};
    setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof(none));
    socket.abort();
}

/// One direction of a connection.
class Way
{
public:
    Way(QObject &owner, QTcpSocket &from, QTcpSocket &to) : m_owner(owner), m_from(from), m_to(to) { m_clock.start(); }

    void forward(const Fault &fault)
    {
        if (isSwallowed) {
            m_from.readAll();
            m_queue.clear();
            return;
        }
        while (m_from.bytesAvailable() > 0 && m_waiting < kRoom) {
            QByteArray chunk = m_from.read(kChunk);
            if (fault.delay == 0 && m_queue.empty()) {
                m_to.write(chunk);
                continue;
            }
            m_freeAt = std::max(m_freeAt, m_clock.elapsed()) + chunk.size() * 1000 / std::max(fault.rate, 1);
            m_waiting += chunk.size();
            m_queue.push_back(std::move(chunk));
            QTimer::singleShot(int(m_freeAt + fault.delay - m_clock.elapsed()), Qt::PreciseTimer, &m_owner,
                               [this, fault] { deliver(fault); });
        }
    }
    bool isSwallowed = false;

private:
    void deliver(const Fault &fault)
    {
        if (!m_queue.empty()) {
            m_waiting -= m_queue.front().size();
            m_to.write(m_queue.front());
            m_queue.pop_front();
        }
        forward(fault);
    }

    QObject &m_owner;
    QTcpSocket &m_from, &m_to;
    std::deque<QByteArray> m_queue;
    qint64 m_waiting = 0, m_freeAt = 0;
    QElapsedTimer m_clock;
};

class Line : public QObject
{
public:
    Line(QTcpSocket *client, int serverPort, Fault &fault)
        : m_client(client)
        , m_server(new QTcpSocket(this))
        , m_fault(fault)
        , m_requests(*this, *client, *m_server)
        , m_answers(*this, *m_server, *client)
    {
        client->setParent(this);
        client->setReadBufferSize(kRoom);
        m_server->setReadBufferSize(kRoom);
        connect(client, &QTcpSocket::readyRead, this, [this] { forwardRequests(); });
        connect(m_server, &QTcpSocket::readyRead, this, [this] { m_answers.forward(m_fault); });
        connect(client, &QTcpSocket::disconnected, this, [this] {
            if (!m_requests.isSwallowed) {
                m_server->disconnectFromHost();
            }
        });
        connect(m_server, &QTcpSocket::disconnected, this, [this] {
            if (!m_answers.isSwallowed) {
                m_client->disconnectFromHost();
            }
        });
        connect(m_server, &QTcpSocket::errorOccurred, this, [this] {
            if (!m_answers.isSwallowed) {
                m_client->disconnectFromHost();
            }
        });
        obey();
        if (!m_requests.isSwallowed) {
            m_server->connectToHost(QStringLiteral("127.0.0.1"), quint16(serverPort));
        }
        forwardRequests();
    }
    void obey()
    {
        m_requests.isSwallowed = m_requests.isSwallowed || m_fault.noRequests;
        m_answers.isSwallowed = m_answers.isSwallowed || m_fault.noAnswers;
    }
    void end()
    {
        endAtOnce(*m_client);
        endAtOnce(*m_server);
    }

private:
    void forwardRequests()
    {
        const bool isIt = !m_fault.words.isEmpty() && m_client->peek(kRoom).contains(m_fault.words);
        if (isIt) {
            m_fault.words.clear();
            m_answers.isSwallowed = true;
            m_requests.isSwallowed = !m_fault.wordsArrive;
        }
        m_requests.forward(m_fault);
        m_requests.isSwallowed = m_requests.isSwallowed || isIt;
    }

    QTcpSocket *m_client, *m_server;
    Fault &m_fault;
    Way m_requests, m_answers;
};
} // namespace

class TcpProxy::Worker : public QObject
{
public:
    explicit Worker(int serverPort) : m_serverPort(serverPort) {}

    int begin()
    {
        m_listener = std::make_unique<QTcpServer>();
        connect(m_listener.get(), &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = m_listener->nextPendingConnection()) {
                ++count;
                m_lines.push_back(std::make_unique<Line>(client, m_serverPort, m_fault));
            }
        });
        return m_listener->listen(QHostAddress::LocalHost) ? m_listener->serverPort() : 0;
    }
    void end()
    {
        m_lines.clear();
        m_listener.reset();
    }
    void set(const Fault &fault)
    {
        m_fault = fault;
        for (const auto &line : m_lines) {
            line->obey();
        }
    }
    void reset()
    {
        m_fault = {};
        for (const auto &line : m_lines) {
            line->end();
        }
    }
    int count = 0;

private:
    int m_serverPort;
    Fault m_fault;
    std::unique_ptr<QTcpServer> m_listener;
    std::vector<std::unique_ptr<Line>> m_lines;
};

namespace {
void in(QObject &worker, const std::function<void()> &work)
{
    QMetaObject::invokeMethod(&worker, work, Qt::BlockingQueuedConnection);
}
} // namespace

TcpProxy::TcpProxy(int serverPort) : m_worker(std::make_unique<Worker>(serverPort))
{
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    in(*m_worker, [this] { m_port = m_worker->begin(); });
}

TcpProxy::~TcpProxy()
{
    in(*m_worker, [this] { m_worker->end(); });
    m_thread.quit();
    m_thread.wait();
}

void TcpProxy::pass()
{
    in(*m_worker, [this] { m_worker->set({}); });
}

void TcpProxy::swallow()
{
    in(*m_worker, [this] { m_worker->set({true, true, 0, 0, {}, false}); });
}

void TcpProxy::swallowAnswers()
{
    in(*m_worker, [this] { m_worker->set({false, true, 0, 0, {}, false}); });
}

void TcpProxy::slow(int milliseconds, int bytesPerSecond)
{
    in(*m_worker, [=, this] { m_worker->set({false, false, milliseconds, bytesPerSecond, {}, false}); });
}

void TcpProxy::reset()
{
    in(*m_worker, [this] { m_worker->reset(); });
}

void TcpProxy::swallowAt(const QByteArray &words, bool arrives)
{
    in(*m_worker, [=, this] { m_worker->set({false, false, 0, 0, words, arrives}); });
}

int TcpProxy::connections() const
{
    int count = 0;
    in(*m_worker, [&] { count = m_worker->count; });
    return count;
}

} // namespace loci::test
