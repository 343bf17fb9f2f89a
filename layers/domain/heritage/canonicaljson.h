// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

namespace loci::heritage {

/// RFC 8785: sorted keys, shortest numbers, UTF-8, no blanks. Equal values give equal bytes; hashes are taken of it.
QByteArray canonicalJson(const QJsonValue &value);

/// Lower-case hexadecimal SHA-256.
QString sha256(const QByteArray &bytes);

/// The next link of an audit chain (domain.md 6.5): SHA-256(previous + "\n" + canonical JSON).
QString chainHash(const QString &previous, const QByteArray &canonical);
/// What stands before the first link: 64 zeros.
QString chainStart();

} // namespace loci::heritage
