// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/api/departmentpack.h"

#include <QObject>

/// A pack of another major version of the interface.
class ForeignPack final
    : public QObject
    , public loci::plugin::DepartmentPack
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.loci.DepartmentPack/99")

public:
    loci::plugin::Outcome initialize(loci::plugin::Host &) override { return {}; }
};

#include "foreignpack.moc"
