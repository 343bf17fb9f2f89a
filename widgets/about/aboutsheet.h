// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/libraryversion.h"
#include "widgets/layers/panel.h"

namespace loci::widgets {

/// What this program is: its version, its licence and the libraries that it runs with.
class AboutSheet final : public Panel
{
    Q_OBJECT
public:
    AboutSheet(const QString &version, const LibraryVersions &libraries, QWidget *parent = nullptr);

signals:
    void closed();
    void diagnosticsRequested();

private:
    QWidget *makeHead(const QString &version);
};

} // namespace loci::widgets
