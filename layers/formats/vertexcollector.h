// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/formats/jsonwindow.h"
#include "layers/formats/readcontext.h"

#include <optional>

namespace loci::formats {

/// Reads "vertices" arrays and ends as the model's VertexStore. Integers that fit stay as they are; real coordinates
/// and huge integers are kept as doubles and brought to a fitting power of ten at the end, when the transform is known.
class VertexCollector
{
public:
    explicit VertexCollector(ReadContext &context) : m_context(context) {}

    /// The array at the window's place, appended. False when it does not end (truncated) or is none.
    bool read(JsonWindow &window, const CancelToken &cancel);
    void setTransform(const std::array<double, 3> &scale, const std::array<double, 3> &translate);
    bool hasTransform() const { return m_hasTransform; }
    std::uint32_t size() const;
    /// Fills model.vertices.
    void finish();

private:
    bool readOne(const char *&p, const char *end);
    bool readNumber(const char *&p, const char *end);
    void append();
    void appendBad(const QString &reason);
    void switchToReals();
    void quantise();

    ReadContext &m_context;
    std::array<double, 3> m_value{};
    int m_parts = 0;
    bool m_allIntegers = true; ///< of the vertex just read
    bool m_reals = false;
    bool m_sawFraction = false;
    int m_decimals = 0;
    std::vector<double> m_xyz; ///< when m_reals
    bool m_hasTransform = false;
    std::array<double, 3> m_scale{1, 1, 1}, m_translate{0, 0, 0};
};

} // namespace loci::formats
