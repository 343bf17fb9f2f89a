// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <optional>

namespace loci::storage {

/// Who changes a document and why; for the audit of rooms that keep one.
struct ChangeContext
{
    QDateTime time; ///< UTC
    QString author;
    QString action;      ///< "commit", "undo", "redo"
    QString reason;      ///< in the author's words; may be empty
    QString title;       ///< of the command
    QDateTime made = {}; ///< UTC, when that was not at `time`: away from the server
};

/// A room's own tables behind documents of one prefix: the workspace reads and writes them like any other document,
/// inside its transaction, so that history, undo and durability hold for them as well.
class DocumentHandler
{
public:
    virtual ~DocumentHandler() = default;
    virtual QString prefix() const = 0;                                ///< "heritage/"
    virtual Result<QStringList> keys(const QString &prefix) const = 0; ///< sorted by code point
    virtual Result<std::optional<QByteArray>> value(const QString &key) const = 0;
    /// The bytes as the room keeps them (canonical JSON); refuses what it cannot keep.
    virtual Result<QByteArray> accepted(const QString &key, const QByteArray &bytes) const = 0;
    /// An empty value removes. `before` is what value() gave, `after` what accepted() gave.
    virtual Result<> set(const QString &key, const std::optional<QByteArray> &before,
                         const std::optional<QByteArray> &after, const ChangeContext &context) = 0;
    /// The transaction was rolled back: what is kept in memory may be wrong.
    virtual void forget() = 0;
};

} // namespace loci::storage
