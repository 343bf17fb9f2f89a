// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QObject>
#include <QString>
#include <functional>

namespace loci::map {

/// Asks whether the server of a source answers at all, before a worker is spent on it: a dead or silent server costs
/// nothing but a timer, however many layers point to it. Asynchronous on the main thread.
class SourceProbe final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(bool answers, const QString &why)>;

    explicit SourceProbe(QObject *parent = nullptr);
    void ask(const QString &provider, const QString &uri, Done done);
    void setTimeout(int milliseconds) { m_timeoutMs = milliseconds; }

private:
    void askHttp(const QString &url, Done done);
    void askPort(const QString &host, int port, Done done);

    QNetworkAccessManager m_network;
    int m_timeoutMs = 6000;
};

} // namespace loci::map
