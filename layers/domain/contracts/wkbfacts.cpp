// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/contracts/wkbfacts.h"

#include <QtEndian>
#include <cmath>
#include <cstring>

namespace loci::contracts {

namespace {

constexpr int kDeepest = 16;
constexpr quint32 kHasZ = 0x80000000U; // of the older, extended form
constexpr quint32 kHasM = 0x40000000U;
constexpr quint32 kHasSrid = 0x20000000U;

class Reader
{
public:
    explicit Reader(const QByteArray &bytes) : m_bytes(bytes) {}
    bool shape(int depth);
    bool isAtEnd() const { return m_at == m_bytes.size(); }
    WkbFacts facts;

private:
    bool byte(quint8 &value);
    bool word(quint32 &value);
    bool number(double &value);
    bool points(quint32 count);
    bool body(quint32 kind, int depth);

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    bool m_little = true;
    int m_dimensions = 2;
};

bool Reader::byte(quint8 &value)
{
    if (m_at >= m_bytes.size()) {
        return false;
    }
    value = static_cast<quint8>(m_bytes.at(m_at++));
    return true;
}

bool Reader::word(quint32 &value)
{
    if (m_bytes.size() - m_at < 4) {
        return false;
    }
    value = m_little ? qFromLittleEndian<quint32>(m_bytes.constData() + m_at)
                     : qFromBigEndian<quint32>(m_bytes.constData() + m_at);
    m_at += 4;
    return true;
}

bool Reader::number(double &value)
{
    if (m_bytes.size() - m_at < 8) {
        return false;
    }
    const quint64 bits = m_little ? qFromLittleEndian<quint64>(m_bytes.constData() + m_at)
                                  : qFromBigEndian<quint64>(m_bytes.constData() + m_at);
    std::memcpy(&value, &bits, sizeof value);
    m_at += 8;
    return true;
}

bool Reader::points(quint32 count)
{
    for (quint32 i = 0; i < count; ++i) {
        Vec3 at;
        double other = 0;
        if (!number(at.x) || !number(at.y)) {
            return false;
        }
        for (int d = 2; d < m_dimensions; ++d) {
            if (!number(other)) {
                return false;
            }
        }
        if (std::isnan(at.x) && std::isnan(at.y)) {
            continue; // an empty point
        }
        if (!std::isfinite(at.x) || !std::isfinite(at.y)) {
            return false;
        }
        facts.box.include(at);
    }
    return true;
}

bool Reader::body(quint32 kind, int depth)
{
    quint32 count = 1;
    if (kind != 1 && !word(count)) {
        return false;
    }
    switch (kind) {
    case 1:
    case 2:
        return points(count);
    case 3:
        for (quint32 ring = 0; ring < count; ++ring) {
            quint32 size = 0;
            if (!word(size) || !points(size)) {
                return false;
            }
        }
        return true;
    case 4:
    case 5:
    case 6:
    case 7:
        for (quint32 part = 0; part < count; ++part) {
            if (!shape(depth + 1)) {
                return false;
            }
        }
        return true;
    default:
        return false;
    }
}

bool Reader::shape(int depth)
{
    quint8 order = 0;
    if (depth > kDeepest || !byte(order) || order > 1) {
        return false;
    }
    m_little = order == 1;
    quint32 type = 0, srid = 0;
    if (!word(type)) {
        return false;
    }
    const bool old = (type & (kHasZ | kHasM)) != 0;
    if ((type & kHasSrid) != 0 && !word(srid)) {
        return false;
    }
    const quint32 extra = (type & kHasZ) != 0 && (type & kHasM) != 0 ? 2 : old ? 1 : 0;
    type &= ~(kHasZ | kHasM | kHasSrid);
    const quint32 thousands = type / 1000;
    if (thousands > 3) {
        return false;
    }
    m_dimensions = 2 + static_cast<int>(old ? extra : thousands == 3 ? 2 : thousands > 0 ? 1 : 0);
    if (depth == 0) {
        facts.kind = static_cast<int>(type % 1000);
    }
    return body(type % 1000, depth);
}

} // namespace

std::optional<WkbFacts> wkbFacts(const QByteArray &wkb)
{
    Reader reader(wkb);
    return reader.shape(0) && reader.isAtEnd() ? std::optional(reader.facts) : std::nullopt;
}

QByteArray wkbPoint(const Vec2 &point)
{
    QByteArray bytes(21, '\0');
    bytes[0] = 1;
    qToLittleEndian<quint32>(1, bytes.data() + 1);
    for (const auto &[value, at] : {std::pair{point.x, 5}, std::pair{point.y, 13}}) {
        quint64 bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        qToLittleEndian(bits, bytes.data() + at);
    }
    return bytes;
}

} // namespace loci::contracts
