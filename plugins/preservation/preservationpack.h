// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/api/departmentpack.h"

#include <QObject>

/// The working desk of heritage records: what each place still asks for, as an analysis and as a panel.
class PreservationPack final
    : public QObject
    , public loci::plugin::DepartmentPack
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID LOCI_DEPARTMENT_PACK_IID)
    Q_INTERFACES(loci::plugin::DepartmentPack)

public:
    loci::plugin::Outcome initialize(loci::plugin::Host &host) override;

private:
    QWidget *makePanel(QWidget *parent) const;
    loci::plugin::AnalysisAnswer answer(const loci::plugin::Snapshot &snapshot,
                                        const std::function<bool()> &cancelled) const;
    bool isChinese() const;
    QString word(const QString &code) const;

    loci::plugin::Host *m_host = nullptr;
};
