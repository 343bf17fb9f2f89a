// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/cutproxy.h"

#include "tests/support/serverprocess.h"

#include <algorithm>
#include <array>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace loci::test {

namespace {
constexpr int kRound = 20; // milliseconds between looks at the switch

struct Pair
{
    int desk, server;
};

sockaddr_in placeOf(int port)
{
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(static_cast<in_port_t>(port));
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return place;
}

int listening(int port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const sockaddr_in place = placeOf(port);
    ::bind(descriptor, reinterpret_cast<const sockaddr *>(&place), sizeof place);
    ::listen(descriptor, 16);
    return descriptor;
}

int connected(int port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in place = placeOf(port);
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&place), sizeof place) != 0) {
        ::close(descriptor);
        return -1;
    }
    return descriptor;
}

/// False: one end is gone.
bool carry(int from, int to)
{
    std::array<char, 65536> buffer{};
    const ssize_t size = ::recv(from, buffer.data(), buffer.size(), 0);
    for (ssize_t sent = 0; size > 0 && sent < size;) {
        const ssize_t more = ::send(to, buffer.data() + sent, static_cast<std::size_t>(size - sent), MSG_NOSIGNAL);
        if (more <= 0) {
            return false;
        }
        sent += more;
    }
    return size > 0;
}

void end(const Pair &pair)
{
    ::close(pair.desk);
    ::close(pair.server);
}

/// One round for everybody who has something to say.
void serve(int door, int serverPort, std::vector<Pair> &pairs)
{
    std::vector<pollfd> waiting{{door, POLLIN, 0}};
    waiting.reserve(1 + pairs.size() * 2);
    for (const Pair &pair : pairs) {
        waiting.push_back({pair.desk, POLLIN, 0});
        waiting.push_back({pair.server, POLLIN, 0});
    }
    if (::poll(waiting.data(), waiting.size(), kRound) <= 0) {
        return;
    }
    std::vector<Pair> left;
    left.reserve(pairs.size() + 1);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const bool fromDesk = waiting[1 + i * 2].revents == 0 || carry(pairs[i].desk, pairs[i].server);
        const bool fromServer = waiting[2 + i * 2].revents == 0 || carry(pairs[i].server, pairs[i].desk);
        if (fromDesk && fromServer) {
            left.push_back(pairs[i]);
        } else {
            end(pairs[i]);
        }
    }
    pairs = left;
    if (waiting.front().revents != 0) {
        const int desk = ::accept4(door, nullptr, nullptr, SOCK_CLOEXEC);
        const int server = connected(serverPort);
        if (server < 0) {
            ::close(desk);
        } else {
            pairs.push_back({desk, server});
        }
    }
}
} // namespace

CutProxy::CutProxy(int serverPort)
    : m_serverPort(serverPort)
    , m_port(ServerProcess::freePort())
    , m_isCut(true)
    , m_thread([this] { run(); })
{
    mend();
}

CutProxy::~CutProxy()
{
    m_isEnding = true;
    m_thread.join();
}

void CutProxy::set(bool isCut)
{
    m_isWantedCut = isCut;
    m_isCut.wait(!isCut);
}

void CutProxy::run()
{
    int door = -1;
    std::vector<Pair> pairs;
    const auto close = [&] {
        std::for_each(pairs.begin(), pairs.end(), end);
        pairs.clear();
        ::close(door);
        door = -1;
    };
    while (!m_isEnding) {
        if (m_isWantedCut && door >= 0) {
            close();
        } else if (!m_isWantedCut && door < 0) {
            door = listening(m_port);
        }
        m_isCut = door < 0;
        m_isCut.notify_all();
        if (door >= 0) {
            serve(door, m_serverPort, pairs);
        } else {
            ::poll(nullptr, 0, kRound);
        }
    }
    close();
}

} // namespace loci::test
