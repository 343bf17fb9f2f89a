// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/background.h"

#include <QCoreApplication>
#include <QThread>

namespace loci::map {

Background::Background(QObject *parent) : QObject(parent)
{
    // GDAL opens of local files are short and share a lock: two workers are enough. Servers mostly wait.
    m_local.setMaxThreadCount(2);
    m_remote.setMaxThreadCount(6);
}

Background::~Background()
{
    m_token.cancel();
    m_local.clear();
    m_remote.clear();
    m_local.waitForDone();
    m_remote.waitForDone();
}

void Background::adopt(QObject *object)
{
    if (object != nullptr && QCoreApplication::instance() != nullptr) {
        object->moveToThread(QCoreApplication::instance()->thread());
    }
}

} // namespace loci::map
