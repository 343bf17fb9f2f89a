// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/heritage/audit.h"

#include <optional>

namespace loci::storage::heritage {

/// The entries for a change of a document, without numbers and hashes.
std::vector<AuditEntry> entriesFor(const QString &key, const std::optional<QByteArray> &before,
                                   const std::optional<QByteArray> &after, const ChangeContext &context);
QByteArray entryJson(const AuditEntry &entry); ///< canonical
std::optional<AuditEntry> entryFromJson(const QByteArray &json);

/// A document as a JSON value for entries: an object as it is, other bytes as {"$bytes": base64}; undefined when
/// absent.
QJsonValue documentValue(const std::optional<QByteArray> &document);
std::optional<QByteArray> documentBytes(const QJsonValue &value);

} // namespace loci::storage::heritage
