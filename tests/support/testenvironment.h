// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace loci::test {

/// A home of its own for every test process: settings, cache and data below a temporary folder with a space in its
/// name, C locale, UTC. Made before the application object.
class TestEnvironment
{
public:
    TestEnvironment();

private:
    QTemporaryDir m_home;
};

/// Path below the shared real data, or an empty string when the folder is absent. Tests then skip with a message:
/// `const QString file = sharedData("cityjson/x.json"); if (file.isEmpty()) QSKIP("shared data is absent");`
QString sharedData(const QString &relativePath);

} // namespace loci::test
