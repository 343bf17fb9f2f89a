// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

/// Folders with packs, made on the spot.
struct PackFixture
{
    QTemporaryDir folder;

    QString root() const { return folder.filePath(QStringLiteral("packs")); }
    QString memory() const { return folder.filePath(QStringLiteral("memory")); }
    QString of(const QString &name) const { return root() + QLatin1Char('/') + name; }

    static QByteArray manifest(const QString &id, const QByteArray &more = {})
    {
        return R"({"id":")" + id.toUtf8() +
               R"(","version":"1.2.0","api":"1.0","name":{"zh":"试","en":"Trial"},"department":"Trials","owner":"Trials")" +
               more + "}";
    }
    bool write(const QString &pack, const QString &file, const QByteArray &bytes) const
    {
        QFile out(of(pack) + QLatin1Char('/') + file);
        return QDir().mkpath(of(pack)) && out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
    }
    bool add(const QString &pack, const QByteArray &more = {}) const
    {
        return write(pack, QStringLiteral("pack.json"), manifest(QStringLiteral("org.test.") + pack, more));
    }
    /// With the faulty library and its wish.
    bool addFaulty(const QString &pack, const QByteArray &fault, const char *library) const
    {
        return add(pack, R"(,"library":"faulty")") && write(pack, QStringLiteral("fault.txt"), fault) &&
               QFile::copy(QString::fromLocal8Bit(library), of(pack) + QStringLiteral("/libfaulty.so"));
    }
};
