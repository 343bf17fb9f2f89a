// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace loci::widgets {

/// Keeps the computer awake and its screens lit for as long as it is held, by the desktop's own service
/// (org.freedesktop.ScreenSaver). Where there is no such service nothing happens. Never waits.
class SleepGuard final : public QObject
{
    Q_OBJECT
public:
    explicit SleepGuard(QObject *parent = nullptr);
    ~SleepGuard() override;
    void hold(const QString &reason);
    void release();
    bool isHeld() const { return m_held; }
    bool isGranted() const { return m_cookie != 0; } ///< the service said yes

private:
    bool m_held = false;
    uint m_cookie = 0;
};

} // namespace loci::widgets
