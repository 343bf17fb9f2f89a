// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/vertexcollector.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace loci::formats {

namespace {

constexpr std::size_t kAhead = 512; ///< longer than any sane vertex
constexpr double kFarthest = 1e9;   ///< metres; beyond every projected coordinate
constexpr double kIntegerLimit = 2147483647.0;
constexpr int kFinestDecimals = 9;

void skipBlanks(const char *&p, const char *end)
{
    while (p < end && (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r')) {
        ++p;
    }
}

bool take(const char *&p, const char *end, char c)
{
    skipBlanks(p, end);
    if (p < end && *p == c) {
        ++p;
        return true;
    }
    return false;
}

} // namespace

bool VertexCollector::readNumber(const char *&p, const char *end)
{
    skipBlanks(p, end);
    const char *q = p;
    const bool negative = q < end && *q == '-';
    q += negative ? 1 : 0;
    const char *digits = q;
    std::int64_t value = 0;
    while (q < end && *q >= '0' && *q <= '9' && q - digits < 16) {
        value = value * 10 + (*q++ - '0');
    }
    if (q == digits) {
        return false;
    }
    const bool plain = q >= end || (*q != '.' && *q != 'e' && *q != 'E' && !(*q >= '0' && *q <= '9'));
    if (plain) {
        m_value[static_cast<std::size_t>(m_parts++)] = static_cast<double>(negative ? -value : value);
        p = q;
        return true;
    }
    double real = 0;
    const auto [stop, error] = std::from_chars(p, end, real);
    if (error != std::errc()) {
        return false; // beyond the range of numbers
    }
    m_allIntegers = m_allIntegers && real == std::floor(real);
    const char *point = std::find(p, stop, '.');
    const char *last = std::find_if(p, stop, [](char c) { return c == 'e' || c == 'E'; });
    int decimals = 0;
    if (point < last) {
        const char *tail = last;
        while (tail > point + 1 && tail[-1] == '0') {
            --tail;
        }
        decimals = static_cast<int>(tail - point - 1);
    }
    if (last < stop) {
        int exponent = 0;
        const char *number = last + 1 + (last + 1 < stop && last[1] == '+' ? 1 : 0);
        std::from_chars(number, stop, exponent);
        decimals -= exponent;
    }
    m_decimals = std::clamp(decimals, m_decimals, 12);
    m_value[static_cast<std::size_t>(m_parts++)] = real;
    p = stop;
    return true;
}

bool VertexCollector::readOne(const char *&p, const char *end)
{
    m_parts = 0;
    m_allIntegers = true;
    if (!take(p, end, '[')) {
        return false;
    }
    for (int axis = 0; axis < 3; ++axis) {
        if ((axis > 0 && !take(p, end, ',')) || !readNumber(p, end)) {
            return false;
        }
    }
    return take(p, end, ']');
}

bool VertexCollector::read(JsonWindow &window, const CancelToken &cancel)
{
    if (!window.take('[')) {
        return false;
    }
    if (window.take(']')) {
        return true;
    }
    for (std::uint32_t count = 0;; ++count) {
        if (count % 65536 == 65535 && cancel.isCancelled()) {
            return false;
        }
        window.ensure(kAhead);
        const char *p = window.cursor();
        if (readOne(p, window.end())) {
            window.moveTo(p);
            append();
        } else {
            const auto piece = window.piece();
            if (!piece) {
                return false;
            }
            appendBad(QCoreApplication::translate("loci::formats", "Vertex %1 is no list of three numbers."));
        }
        const char *after = window.cursor();
        if (take(after, window.end(), ',')) {
            window.moveTo(after);
        } else if (window.take(']')) {
            return true;
        } else if (!window.take(',')) {
            return false;
        }
    }
}

void VertexCollector::append()
{
    const bool fits = m_allIntegers && std::abs(m_value[0]) <= kIntegerLimit && std::abs(m_value[1]) <= kIntegerLimit &&
                      std::abs(m_value[2]) <= kIntegerLimit;
    m_sawFraction = m_sawFraction || !m_allIntegers;
    if (!fits && !m_reals) {
        switchToReals();
    }
    if (m_reals) {
        m_xyz.insert(m_xyz.end(), m_value.begin(), m_value.end());
    } else {
        std::vector<std::int32_t> &xyz = m_context.model.vertices.xyz;
        xyz.push_back(static_cast<std::int32_t>(m_value[0]));
        xyz.push_back(static_cast<std::int32_t>(m_value[1]));
        xyz.push_back(static_cast<std::int32_t>(m_value[2]));
    }
}

void VertexCollector::appendBad(const QString &reason)
{
    const std::uint32_t number = size();
    m_context.badVertex.resize(number + 1, false);
    m_context.badVertex[number] = true;
    m_value = {0, 0, 0};
    m_allIntegers = true;
    append();
    m_context.currentObject.clear();
    m_context.report(Severity::Error, "schema", reason.arg(number), QStringLiteral("/vertices/%1").arg(number));
}

std::uint32_t VertexCollector::size() const
{
    return m_reals ? static_cast<std::uint32_t>(m_xyz.size() / 3) : m_context.model.vertices.size();
}

void VertexCollector::switchToReals()
{
    std::vector<std::int32_t> &xyz = m_context.model.vertices.xyz;
    m_xyz.assign(xyz.begin(), xyz.end());
    xyz = {};
    m_reals = true;
}

void VertexCollector::setTransform(const std::array<double, 3> &scale, const std::array<double, 3> &translate)
{
    m_scale = scale;
    m_translate = translate;
    m_hasTransform = true;
}

void VertexCollector::finish()
{
    if (m_hasTransform && m_sawFraction) {
        m_context.currentObject.clear();
        m_context.report(
            Severity::Error, "schema",
            QCoreApplication::translate("loci::formats", "Vertices must be integers when the file has a transform."),
            QStringLiteral("/vertices"));
    }
    if (!m_reals) {
        m_context.model.vertices.scale = m_scale;
        m_context.model.vertices.translate = m_translate;
        return;
    }
    for (std::size_t i = 0; i < m_xyz.size(); ++i) {
        m_xyz[i] = m_xyz[i] * m_scale[i % 3] + m_translate[i % 3];
    }
    if (m_hasTransform) {
        const double finest = std::min({m_scale[0], m_scale[1], m_scale[2]});
        m_decimals = std::max(m_decimals, static_cast<int>(std::ceil(-std::log10(std::abs(finest)) - 1e-9)));
    }
    quantise();
}

void VertexCollector::quantise()
{
    Box3 box;
    std::vector<bool> &bad = m_context.badVertex;
    for (std::size_t v = 0; v < m_xyz.size() / 3; ++v) {
        const Vec3 p{m_xyz[3 * v], m_xyz[3 * v + 1], m_xyz[3 * v + 2]};
        const bool sane = std::abs(p.x) < kFarthest && std::abs(p.y) < kFarthest && std::abs(p.z) < kFarthest;
        const bool known = v < bad.size() && bad[v];
        if (!sane && !known) {
            bad.resize(std::max(bad.size(), v + 1), false);
            bad[v] = true;
            m_context.currentObject.clear();
            m_context.report(Severity::Error, "schema",
                             QCoreApplication::translate("loci::formats", "Vertex %1 lies beyond every map.").arg(v),
                             QStringLiteral("/vertices/%1").arg(v));
        } else if (sane && !known) {
            box.include(p);
        }
    }
    city::VertexStore &store = m_context.model.vertices;
    if (box.isEmpty()) {
        store.xyz.assign(m_xyz.size(), 0);
        return;
    }
    const double reach = std::max({box.max.x - box.min.x, box.max.y - box.min.y, box.max.z - box.min.z});
    int decimals = std::clamp(m_decimals, 0, kFinestDecimals);
    while (decimals > -3 && reach * std::pow(10.0, decimals) > kIntegerLimit) {
        --decimals;
    }
    const double factor = std::pow(10.0, decimals);
    const double step = decimals >= 0 ? 1 / factor : std::pow(10.0, -decimals);
    const std::array<double, 3> low{std::floor(box.min.x), std::floor(box.min.y), std::floor(box.min.z)};
    store.scale = {step, step, step};
    store.translate = low;
    store.xyz.resize(m_xyz.size());
    for (std::size_t i = 0; i < m_xyz.size(); ++i) {
        const bool broken = i / 3 < bad.size() && bad[i / 3];
        const double steps = broken ? 0 : std::round((m_xyz[i] - low[i % 3]) * factor);
        store.xyz[i] = static_cast<std::int32_t>(std::clamp(steps, -kIntegerLimit, kIntegerLimit));
    }
    m_xyz = {};
}

} // namespace loci::formats
