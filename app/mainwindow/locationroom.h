// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/base/result.h"
#include "layers/domain/catalogue/entry.h"

#include <QObject>

namespace loci::widgets {
class LocationPage;
struct LocationAsk;
} // namespace loci::widgets

namespace loci::app {

struct LocationRequest;
class MainWindow;

/// Where the next ones go, in the catalogue's workplace: over the tables that the catalogue shows, solved in the
/// background; the plan becomes a map layer in one step.
class LocationRoom final : public QObject
{
    Q_OBJECT
public:
    LocationRoom(MainWindow &window, const Services &services, widgets::LocationPage &page);
    /// The entries that whoever looks may see; tables with a file of theirs can be chosen.
    void setEntries(const std::vector<catalogue::Entry> &entries);
    void find(const widgets::LocationAsk &ask);
    bool isBusy() const { return m_busy; }

private:
    Result<LocationRequest> requestOf(const widgets::LocationAsk &ask) const;

    MainWindow &m_window;
    Services m_services;
    widgets::LocationPage &m_page;
    bool m_busy = false;
};

} // namespace loci::app
