// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <cmath>
#include <optional>

namespace loci::heritage {

/// Takes the members of a part that have the expected kind; what is left is the rest, kept as it was.
class PartReader
{
public:
    explicit PartReader(const QJsonObject &json) : m_rest(json) {}
    QString text(const char *name)
    {
        const QJsonValue value = m_rest.value(QLatin1String(name));
        if (!value.isString() || value.toString().isEmpty()) {
            return {};
        }
        m_rest.remove(QLatin1String(name));
        return value.toString();
    }
    std::optional<double> number(const char *name)
    {
        const QJsonValue value = m_rest.value(QLatin1String(name));
        if (!value.isDouble()) {
            return std::nullopt;
        }
        m_rest.remove(QLatin1String(name));
        return value.toDouble();
    }
    int integer(const char *name, int otherwise)
    {
        const QJsonValue value = m_rest.value(QLatin1String(name));
        if (!value.isDouble() || value.toDouble() != std::floor(value.toDouble())) {
            return otherwise;
        }
        m_rest.remove(QLatin1String(name));
        return value.toInt();
    }
    bool flag(const char *name)
    {
        const QJsonValue value = m_rest.value(QLatin1String(name));
        if (!value.toBool()) {
            return false; // a written "false" stays in the rest
        }
        m_rest.remove(QLatin1String(name));
        return true;
    }
    const QJsonObject &rest() const { return m_rest; }

private:
    QJsonObject m_rest;
};

/// Writes the known members over the rest; empty ones are left out.
class PartWriter
{
public:
    explicit PartWriter(const QJsonObject &rest) : m_json(rest) {}
    PartWriter &text(const char *name, const QString &value)
    {
        if (!value.isEmpty()) {
            m_json.insert(QLatin1String(name), value);
        }
        return *this;
    }
    PartWriter &number(const char *name, const std::optional<double> &value)
    {
        if (value) {
            m_json.insert(QLatin1String(name), *value);
        }
        return *this;
    }
    PartWriter &integer(const char *name, int value)
    {
        m_json.insert(QLatin1String(name), value);
        return *this;
    }
    PartWriter &flag(const char *name, bool value)
    {
        if (value) {
            m_json.insert(QLatin1String(name), true);
        }
        return *this;
    }
    const QJsonObject &json() const { return m_json; }

private:
    QJsonObject m_json;
};

} // namespace loci::heritage
