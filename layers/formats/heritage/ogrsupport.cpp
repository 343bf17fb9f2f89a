// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/ogrsupport.h"

#include <QtGlobal>
#include <mutex>

namespace loci::formats {

void prepareOgr()
{
    static std::once_flag once;
    std::call_once(once, [] { GDALAllRegister(); });
}

OgrMessages::OgrMessages()
{
    CPLPushErrorHandlerEx(handle, this);
}

OgrMessages::~OgrMessages()
{
    CPLPopErrorHandler();
}

void OgrMessages::handle(CPLErr kind, int, const char *text)
{
    if (kind >= CE_Warning) {
        static_cast<OgrMessages *>(CPLGetErrorHandlerUserData())->m_last = QString::fromUtf8(text);
    }
}

QString crsName(const OGRSpatialReference *system)
{
    if (system == nullptr) {
        return {};
    }
    const std::unique_ptr<OGRSpatialReference> copy(system->Clone());
    if (copy->GetAuthorityCode(nullptr) == nullptr) {
        copy->AutoIdentifyEPSG();
    }
    const char *authority = copy->GetAuthorityName(nullptr);
    const char *code = copy->GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr) {
        const QString name = QStringLiteral("%1:%2").arg(QString::fromLatin1(authority), QString::fromLatin1(code));
        return name == QLatin1String("OGC:CRS84") ? QStringLiteral("EPSG:4326") : name;
    }
    char *wkt = nullptr;
    QString text;
    if (copy->exportToWkt(&wkt) == OGRERR_NONE) {
        text = QString::fromUtf8(wkt);
    }
    CPLFree(wkt);
    return text;
}

std::unique_ptr<OGRSpatialReference> crsOf(const QString &name)
{
    if (name.isEmpty()) {
        return nullptr;
    }
    auto system = std::make_unique<OGRSpatialReference>();
    static const char *const kNothingElsewhere[] = {"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO", nullptr};
    if (system->SetFromUserInput(name.toUtf8().constData(), kNothingElsewhere) != OGRERR_NONE) {
        return nullptr;
    }
    system->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return system;
}

QString wktOf(const OGRGeometry &geometry, int decimals)
{
    OGRWktOptions options;
    options.precision = decimals;
    options.round = false;
    options.format = OGRWktFormat::F;
    options.variant = wkbVariantIso;
    OGRErr error = OGRERR_NONE;
    const std::string text = geometry.exportToWkt(options, &error);
    if (error != OGRERR_NONE) {
        return {};
    }
    QString plain = QString::fromStdString(text);
    for (const char *end : {" ", ",", ")"}) { // "155000.0" says no more than "155000"
        plain.replace(QLatin1String(".0") + QLatin1String(end), QLatin1String(end));
    }
    return plain;
}

} // namespace loci::formats
