// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/sql.h"

#include <optional>

namespace loci::storage {

/// A column of many rows as one value for a server: CAST(?1 AS bigint[]).
class ArrayText
{
public:
    void add(qint64 value) { append(QByteArray::number(value)); }
    void add(const std::optional<qint64> &value) { value ? add(*value) : addNull(); }
    void add(double value);
    void add(const QString &value);
    void addNull() { append("NULL"); }
    Value value() const { return QString::fromUtf8(m_text.isEmpty() ? QByteArray("{}") : m_text + '}'); }

private:
    void append(const QByteArray &word)
    {
        m_text += m_text.isEmpty() ? '{' : ',';
        m_text += word;
    }
    QByteArray m_text;
};

} // namespace loci::storage
