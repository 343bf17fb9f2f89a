// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/formats/export/exportformat.h"

#include <string>
#include <string_view>

namespace loci::formats {

/// What changes when content of CityJSON 0.8 to 1.1 (or of another format) is written as 2.0.
class CityJsonUpgrade
{
public:
    CityJsonUpgrade(const city::CityModel &model, DroppedList &dropped);

    std::string_view objectType(std::string_view type) const; ///< "+GenericCityObject" became GenericCityObject
    std::string metadata() const;                             ///< object text, or empty
    std::string extensions() const;                           ///< object text, or empty
    /// Members beside type, attributes, geometry and links: an address became a list of addresses.
    std::string extra(std::string_view json) const;

private:
    std::string referenceSystem(std::string_view written) const;

    const city::CityModel &m_model;
    DroppedList &m_dropped;
    bool m_before11, m_before20;
};

} // namespace loci::formats
