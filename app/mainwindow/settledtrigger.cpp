// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/settledtrigger.h"

namespace loci::app {

namespace {
constexpr int kPollMs = 50;
constexpr int kQuietMs = 700;
constexpr int kLimitMs = 120000;
} // namespace

SettledTrigger::SettledTrigger(std::function<bool()> isSettled, std::function<void(bool)> done, QObject *parent)
    : QObject(parent)
    , m_isSettled(std::move(isSettled))
    , m_done(std::move(done))
{
    m_total.start();
    m_timer.setInterval(kPollMs);
    connect(&m_timer, &QTimer::timeout, this, &SettledTrigger::check);
    m_timer.start();
}

void SettledTrigger::check()
{
    const bool late = m_total.elapsed() > kLimitMs;
    if (!m_isSettled()) {
        m_quiet.invalidate();
    } else if (!m_quiet.isValid()) {
        m_quiet.start();
    }
    const bool settled = m_quiet.isValid() && m_quiet.elapsed() > kQuietMs;
    if (settled || late) {
        m_timer.stop();
        m_done(settled);
    }
}

} // namespace loci::app
