// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/httpmessage.h"

#include <QList>
#include <QUrl>

namespace loci::app {

namespace {

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    default:
        return "Internal Server Error";
    }
}

QString hostWithoutPort(const QByteArray &host)
{
    const qsizetype colon = host.lastIndexOf(':');
    const bool isPort = colon > host.lastIndexOf(']');
    return QString::fromLatin1(isPort ? host.left(colon) : host);
}

} // namespace

std::optional<HttpRequest> HttpRequest::parse(const QByteArray &head)
{
    if (head.size() > kLongest) {
        return std::nullopt;
    }
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> first = lines.value(0).trimmed().split(' ');
    if (first.size() != 3 || !first.at(1).startsWith('/') || !first.at(2).startsWith("HTTP/1.")) {
        return std::nullopt;
    }
    const QUrl url = QUrl::fromEncoded("http://local" + first.at(1), QUrl::StrictMode);
    if (!url.isValid()) {
        return std::nullopt;
    }
    HttpRequest request;
    request.method = first.at(0);
    request.path = url.path(QUrl::FullyDecoded);
    request.query = QUrlQuery(url);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon).trimmed().toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (colon > 0 && name == "host") {
            request.host = hostWithoutPort(value);
        } else if (colon > 0 && name == "authorization" && value.startsWith("Bearer ")) {
            request.token = value.mid(7).trimmed();
        }
    }
    return request;
}

QByteArray HttpAnswer::bytes(bool headOnly) const
{
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason(status) + "\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n" +
           (headOnly ? QByteArray() : body);
}

} // namespace loci::app
