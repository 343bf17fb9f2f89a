// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/cityjsonupgrade.h"

#include "layers/domain/city/jsonmembers.h"
#include "layers/domain/city/jsontext.h"

#include <QCoreApplication>
#include <array>

namespace loci::formats {

using namespace loci::city;

namespace {

/// Members of the metadata that 1.1 gave other names.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kRenamed{
    {{"citymodelIdentifier", "identifier"},
     {"datasetTitle", "title"},
     {"datasetReferenceDate", "referenceDate"},
     {"datasetPointOfContact", "pointOfContact"},
     {"bbox", "geographicalExtent"}}};

std::string_view newName(std::string_view key)
{
    for (const auto &[before, now] : kRenamed) {
        if (key == before) {
            return now;
        }
    }
    return key;
}

} // namespace

CityJsonUpgrade::CityJsonUpgrade(const CityModel &model, DroppedList &dropped)
    : m_model(model)
    , m_dropped(dropped)
    , m_before11(model.version.startsWith(QLatin1String("0.")) || model.version.startsWith(QLatin1String("1.0")))
    , m_before20(m_before11 || model.version.startsWith(QLatin1String("1.")))
{}

std::string_view CityJsonUpgrade::objectType(std::string_view type) const
{
    if (type.empty() || (m_before20 && type == "+GenericCityObject")) {
        return "GenericCityObject";
    }
    return type == "BridgeConstructionElement" ? "BridgeConstructiveElement" : type;
}

std::string CityJsonUpgrade::referenceSystem(std::string_view written) const
{
    // A text that is a web address already may say more than the one code (a compound system).
    if (written.starts_with("\"http") || (!m_model.crs.isKnown() && !written.empty())) {
        return std::string(written);
    }
    if (!m_model.crs.isKnown()) {
        return {};
    }
    if (m_model.crsText.contains(QLatin1Char(','))) {
        m_dropped.add(
            QCoreApplication::translate("loci::formats", "reference system"),
            QCoreApplication::translate("loci::formats", "of a compound reference system only EPSG:%1 is written")
                .arg(m_model.crs.value()));
    }
    return "\"https://www.opengis.net/def/crs/EPSG/0/" + std::to_string(m_model.crs.value()) + '"';
}

std::string CityJsonUpgrade::metadata() const
{
    std::string text;
    bool stated = false;
    eachJsonMember(m_model.metadata, [&](std::string_view key, std::string_view value) {
        std::string changed(value);
        if (key == "referenceSystem") {
            stated = true;
            changed = referenceSystem(value);
        } else if (key == "crs" && m_before11) {
            return;
        }
        appendJsonMember(text, m_before11 ? newName(key) : key, changed);
    });
    if (!stated) {
        if (const std::string system = referenceSystem({}); !system.empty()) {
            appendJsonMember(text, "referenceSystem", system);
        }
    }
    closeJsonObject(text);
    return text;
}

std::string CityJsonUpgrade::extensions() const
{
    if (!m_before20 || m_model.extensions.empty()) {
        return m_model.extensions;
    }
    // What the extension Generic brought is part of 2.0.
    return changedJsonMember(m_model.extensions, "Generic", [](std::string_view) { return std::string(); });
}

std::string CityJsonUpgrade::extra(std::string_view json) const
{
    if (!m_before11) {
        return std::string(json);
    }
    return changedJsonMember(json, "address", [](std::string_view address) {
        return address.starts_with('{') ? '[' + std::string(address) + ']' : std::string(address);
    });
}

} // namespace loci::formats
