// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/domain/contracts/contract.h"

#include <QObject>

namespace loci::widgets {
class DeliveriesPage;
}

namespace loci::app {

class MainWindow;

/// Contracts and deliveries in the catalogue's workplace: a delivery is checked and written in the background; one that
/// keeps its contract becomes a layer in one step, of the others the report is shown.
class DeliveryRoom final : public QObject
{
    Q_OBJECT
public:
    DeliveryRoom(MainWindow &window, const Services &services, widgets::DeliveriesPage &page);
    void refresh();
    void add();
    void take(const QString &contract);
    void saveReport();
    bool isChecking() const { return m_checking; }

private:
    void check(const contracts::Contract &contract, const QString &path);

    MainWindow &m_window;
    Services m_services;
    widgets::DeliveriesPage &m_page;
    bool m_checking = false;
};

} // namespace loci::app
