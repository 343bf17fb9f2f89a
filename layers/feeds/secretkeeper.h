// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/secrets.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace loci::feeds {

/// The passwords of feeds: in the key store of this computer (QtKeychain), never in a file of ours. Where there is no
/// key store they hold until the program ends. Main thread.
class SecretKeeper final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// What is known now, else what the environment says. Never waits.
    std::optional<Secret> find(const QString &name) const;
    /// Asks the key store for a name, once; found() or absent() follows. False when there is nothing to wait for.
    bool fetch(const QString &name);
    /// Until the program ends.
    void hold(const QString &name, const Secret &secret);
    void forget(const QString &name); ///< here and in the key store
    /// Holds it at once and gives it to the key store; kept() or notKept() follows.
    void keep(const QString &name, const Secret &secret);

signals:
    void found(const QString &name);
    void absent(const QString &name); ///< the key store does not have it, or there is none
    void kept(const QString &name);
    void notKept(const QString &sentence); ///< it holds for this session only

private:
    QHash<QString, Secret> m_known;
    QSet<QString> m_asked;
};

} // namespace loci::feeds
