// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/feeds/ssescanner.h"

namespace loci::formats {

void SseScanner::restart()
{
    m_rest.clear();
    m_event = {};
    m_hasData = false;
    m_tooLarge = false;
}

std::vector<ServerSentEvent> SseScanner::add(const QByteArray &piece)
{
    std::vector<ServerSentEvent> events;
    m_rest += piece;
    qsizetype from = 0;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', from)) {
        QByteArray one = m_rest.mid(from, end - from);
        if (one.endsWith('\r')) {
            one.chop(1);
        }
        line(one, events);
        from = end + 1;
    }
    m_rest.remove(0, from);
    if (m_rest.size() > m_limit) {
        m_rest.clear();
        m_tooLarge = true;
    }
    return events;
}

void SseScanner::line(const QByteArray &line, std::vector<ServerSentEvent> &events)
{
    if (line.isEmpty()) {
        if (m_hasData && !m_tooLarge) {
            events.push_back(m_event);
        }
        m_event = {};
        m_hasData = false;
        m_tooLarge = false;
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArray field = colon < 0 ? line : line.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
    if (value.startsWith(' ')) {
        value.remove(0, 1);
    }
    if (field == "data") {
        m_tooLarge = m_tooLarge || m_event.data.size() + value.size() > m_limit;
        if (!m_tooLarge) {
            m_event.data += m_hasData ? "\n" + value : value;
        }
        m_hasData = true;
    } else if (field == "event") {
        m_event.name = value;
    } else if (field == "id" && !value.contains('\0')) {
        m_lastId = value;
    } else if (field == "retry") {
        bool number = false;
        const int pause = value.toInt(&number);
        m_retry = number && pause >= 0 ? std::optional(pause) : m_retry;
    }
}

} // namespace loci::formats
