// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <optional>

namespace loci::feeds {

/// What opens a source. Never written, logged or shown.
struct Secret
{
    QString user;
    QString password;
    QString token;                    ///< for "Authorization: Bearer"
    QByteArray authorization() const; ///< the header of HTTP
};

/// Finds what a feed's credentials name; nothing when this computer does not know it.
using SecretSource = std::function<std::optional<Secret>(const QString &name)>;

/// "user:password" or "Bearer token": as the environment and the key store keep it.
std::optional<Secret> secretFrom(const QString &text);
QString toText(const Secret &secret);

/// The environment's LOCI_SECRET_<NAME>: "user:password" or "Bearer token". For the command line and servers.
std::optional<Secret> environmentSecret(const QString &name);

} // namespace loci::feeds
