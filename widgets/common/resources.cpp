// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/resources.h"

#include <QDir>

void initLociResources()
{
    Q_INIT_RESOURCE(loci);
}
