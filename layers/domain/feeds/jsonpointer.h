// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QJsonValue>
#include <QStringList>
#include <optional>

namespace loci::feeds {

/// A JSON Pointer (RFC 6901), parsed once. The empty one means the whole value.
class JsonPointer
{
public:
    JsonPointer() = default;
    static Result<JsonPointer> parse(const QString &text);
    /// What it points at; undefined when there is nothing.
    QJsonValue at(const QJsonValue &root) const;
    QString text() const { return m_text; }
    bool isEmpty() const { return m_steps.isEmpty(); }

private:
    QString m_text;
    QStringList m_steps;
};

} // namespace loci::feeds
