// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/inputs.h"

#include <memory>

namespace loci::indicators {

/// Several sources as one; a stream that two of them have is that of the first.
class JoinedSource final : public ObservationSource
{
public:
    using Part = std::shared_ptr<const ObservationSource>;
    explicit JoinedSource(std::vector<Part> parts) : m_parts(std::move(parts)) {}
    QStringList streams() const override;
    Result<HourlySeries> hourly(const QString &stream) const override;
    QString version() const override;
    std::optional<StreamNow> at(const QString &stream, const QDateTime &moment) const override;

private:
    std::vector<Part> m_parts;
};

} // namespace loci::indicators
