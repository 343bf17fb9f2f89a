// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/contracts/contract.h"
#include "layers/domain/contracts/contractcheck.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto contract = loci::contracts::Contract::read(bytes);
    if (!contract) {
        return 0;
    }
    const auto again = loci::contracts::Contract::fromJson(contract->value.toJson());
    if (!again || again->value.toJson() != contract->value.toJson()) {
        std::abort(); // what was read can be kept and read again
    }
    loci::heritage::RowTable table;
    table.columns = QStringList{QStringLiteral("a"), QStringLiteral("b [m]")};
    table.rows.push_back({1, {QString::fromUtf8(bytes.left(64)), QStringLiteral("1")}, bytes});
    table.rows.push_back({2, {QString(), QStringLiteral("x")}, {}});
    if (!loci::contracts::check(contract->value, table)) {
        std::abort(); // only a cancelled check fails
    }
    return 0;
}
