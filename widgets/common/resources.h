// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Makes the embedded icons, style and translations known to Qt; any number of times. A static library's resources are
/// only linked when somebody says so. Outside every namespace, because the macro demands it.
void initLociResources();
