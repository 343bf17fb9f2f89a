// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrlQuery>
#include <optional>

namespace loci::app {

/// What somebody asks for over HTTP, as far as this end point understands it.
struct HttpRequest
{
    QByteArray method, token; ///< token: of "Authorization: Bearer"
    QString path;             ///< decoded, begins with /
    QString host;             ///< of the header, without port
    QUrlQuery query;

    static constexpr qsizetype kLongest = 16 * 1024;
    /// Of the bytes up to and with the empty line; nothing when they are no request.
    static std::optional<HttpRequest> parse(const QByteArray &head);
};

struct HttpAnswer
{
    int status = 200;
    QByteArray type = "application/json";
    QByteArray body;
    QByteArray bytes(bool headOnly) const; ///< with headers; the connection closes afterwards
};

} // namespace loci::app
