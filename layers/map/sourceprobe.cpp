// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/sourceprobe.h"

#include <qgsdatasourceuri.h>

#include <QCoreApplication>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <memory>

namespace loci::map {

namespace {

QString urlOf(const QString &uri)
{
    static const QRegularExpression pattern(QStringLiteral("(https?(?::|%3A)[^\\s'\"&|]+)"),
                                            QRegularExpression::CaseInsensitiveOption);
    return QUrl::fromPercentEncoding(pattern.match(uri).captured(1).toUtf8());
}

} // namespace

SourceProbe::SourceProbe(QObject *parent) : QObject(parent), m_network(this) {}

void SourceProbe::ask(const QString &provider, const QString &uri, Done done)
{
    if (provider == QLatin1String("postgres") || provider == QLatin1String("postgresraster")) {
        const QgsDataSourceUri parts(uri);
        const QString host = parts.host();
        if (!host.isEmpty() && !host.startsWith(QLatin1Char('/'))) {
            askPort(host, parts.port().isEmpty() ? 5432 : parts.port().toInt(), std::move(done));
            return;
        }
    }
    const QString url = urlOf(uri);
    // Tiles are fetched while drawing: their sources open without a word to the server.
    if (url.isEmpty() || uri.contains(QLatin1String("type=xyz"))) {
        done(true, {});
        return;
    }
    askHttp(url, std::move(done));
}

void SourceProbe::askHttp(const QString &url, Done done)
{
    QNetworkRequest request{QUrl(url)};
    request.setTransferTimeout(m_timeoutMs);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QNetworkReply *reply = m_network.get(request);
    // Any HTTP status will do, also a refusal: somebody is there. The body is not waited for.
    const auto answered = std::make_shared<bool>(false);
    connect(reply, &QNetworkReply::metaDataChanged, this, [reply, answered, done] {
        if (!*answered && reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid()) {
            *answered = true;
            done(true, {});
            QMetaObject::invokeMethod(reply, &QNetworkReply::abort, Qt::QueuedConnection); // it is being read just now
        }
    });
    connect(reply, &QNetworkReply::finished, this, [reply, answered, done] {
        reply->deleteLater();
        if (!*answered) {
            *answered = true;
            const bool status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
            done(status, status ? QString() : reply->errorString());
        }
    });
}

void SourceProbe::askPort(const QString &host, int port, Done done)
{
    auto *socket = new QTcpSocket(this);
    const auto answer = [socket, done = std::make_shared<Done>(std::move(done))](bool there, const QString &why) {
        if (*done) {
            const Done once = std::exchange(*done, {});
            socket->deleteLater();
            once(there, why);
        }
    };
    connect(socket, &QTcpSocket::connected, socket, [answer] { answer(true, {}); });
    connect(socket, &QTcpSocket::errorOccurred, socket, [answer, socket] { answer(false, socket->errorString()); });
    QTimer::singleShot(m_timeoutMs, socket, [answer] {
        answer(false, QCoreApplication::translate("Map", "The server did not answer in time."));
    });
    socket->connectToHost(host, static_cast<quint16>(port));
}

} // namespace loci::map
