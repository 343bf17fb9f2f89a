// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/sleepguard.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace loci::widgets {

namespace {

QDBusMessage callTo(const char *method)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.ScreenSaver"),
                                          QStringLiteral("/org/freedesktop/ScreenSaver"),
                                          QStringLiteral("org.freedesktop.ScreenSaver"), QLatin1String(method));
}

} // namespace

SleepGuard::SleepGuard(QObject *parent) : QObject(parent) {}

SleepGuard::~SleepGuard()
{
    release();
}

void SleepGuard::hold(const QString &reason)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (m_held) {
        return;
    }
    m_held = true;
    if (!bus.isConnected()) {
        return;
    }
    QDBusMessage call = callTo("Inhibit");
    call << QCoreApplication::applicationName() << reason;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError()) {
            return;
        }
        m_cookie = reply.value();
        if (!m_held) {
            release();
        }
    });
}

void SleepGuard::release()
{
    m_held = false;
    if (m_cookie == 0) {
        return;
    }
    QDBusMessage call = callTo("UnInhibit");
    call << m_cookie;
    QDBusConnection::sessionBus().send(call);
    m_cookie = 0;
}

} // namespace loci::widgets
