// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"

namespace loci::storage {

/// A desk as the others read it: "Anna at pc7". `id` is of one opening of the workspace.
struct FeedDesk
{
    QString id, person, computer;
    bool operator==(const FeedDesk &) const = default;
};

/// Which of the desks that share a workspace records its feeds: exactly one, by a lease in the clock of the server,
/// which it renews every second or two. When it ends without giving it back, another takes over after kSeconds. Only
/// where observations are parted by month (a server).
class FeedLease
{
public:
    static constexpr int kSeconds = 6;
    /// Takes it when it is free, or renews it; gives who has it now.
    static Result<FeedDesk> take(Database &database, const FeedDesk &us);
    /// Nobody: an empty id.
    static Result<FeedDesk> holder(Database &database);
    static Result<> release(Database &database, const QString &desk);
    /// Inside the transaction that writes values: refuses when another desk records in the meantime.
    static Result<> confirm(Database &database, const QString &desk);
};

} // namespace loci::storage
