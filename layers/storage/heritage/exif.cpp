// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/exif.h"

#include "layers/base/logging.h"

#include <QFile>
#include <QImageReader>
#include <cmath>
#include <exiv2/exiv2.hpp>

namespace loci::storage::heritage {

namespace {
QString textOf(const Exiv2::ExifData &data, const char *name)
{
    const auto it = data.findKey(Exiv2::ExifKey(name));
    return it == data.end() ? QString() : QString::fromStdString(it->toString()).trimmed();
}

std::optional<double> fraction(const Exiv2::Exifdatum &datum, long index)
{
    const Exiv2::Rational value = datum.toRational(index);
    return value.second == 0 ? std::nullopt : std::optional(double(value.first) / double(value.second));
}

std::optional<double> numberOf(const Exiv2::ExifData &data, const char *name)
{
    const auto it = data.findKey(Exiv2::ExifKey(name));
    return it == data.end() || it->count() < 1 ? std::nullopt : fraction(*it, 0);
}

/// Degrees, minutes and seconds; south and west are negative.
std::optional<double> degreesOf(const Exiv2::ExifData &data, const char *name, const char *reference, double limit)
{
    const auto it = data.findKey(Exiv2::ExifKey(name));
    if (it == data.end() || it->count() < 1) {
        return std::nullopt;
    }
    double degrees = 0;
    double scale = 1;
    for (long i = 0; i < std::min<long>(it->count(), 3); ++i) {
        const auto part = fraction(*it, i);
        if (!part) {
            return std::nullopt;
        }
        degrees += *part / scale;
        scale *= 60;
    }
    const QString side = textOf(data, reference);
    const bool isNegative = side.startsWith(QLatin1Char('S')) || side.startsWith(QLatin1Char('W'));
    if (!std::isfinite(degrees) || degrees > limit) {
        return std::nullopt;
    }
    return isNegative ? -degrees : degrees;
}

/// "2024:05:01 10:20:30" to ISO.
QString isoTime(const QString &exif)
{
    const QDateTime time = QDateTime::fromString(exif, QStringLiteral("yyyy:MM:dd HH:mm:ss"));
    return time.isValid() ? time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) : QString();
}

void readExif(const QString &path, MediumFacts &facts)
{
    const auto image = Exiv2::ImageFactory::open(QFile::encodeName(path).toStdString());
    image->readMetadata();
    const Exiv2::ExifData &data = image->exifData();
    facts.taken = isoTime(textOf(data, "Exif.Photo.DateTimeOriginal"));
    facts.latitude = degreesOf(data, "Exif.GPSInfo.GPSLatitude", "Exif.GPSInfo.GPSLatitudeRef", 90);
    facts.longitude = degreesOf(data, "Exif.GPSInfo.GPSLongitude", "Exif.GPSInfo.GPSLongitudeRef", 180);
    if (!facts.latitude || !facts.longitude) { // half a place is none
        facts.latitude.reset();
        facts.longitude.reset();
    }
    facts.direction = numberOf(data, "Exif.GPSInfo.GPSImgDirection");
    facts.altitude = numberOf(data, "Exif.GPSInfo.GPSAltitude");
    const auto below = data.findKey(Exiv2::ExifKey("Exif.GPSInfo.GPSAltitudeRef"));
    if (facts.altitude && below != data.end() && below->toLong() == 1) {
        facts.altitude = -*facts.altitude;
    }
}
} // namespace

void readPictureFacts(const QString &path, MediumFacts &facts)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    QSize size = reader.size();
    if (reader.transformation().testFlag(QImageIOHandler::TransformationRotate90)) {
        size.transpose();
    }
    facts.width = std::max(size.width(), 0);
    facts.height = std::max(size.height(), 0);
    try {
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
        readExif(path, facts);
    } catch (const std::exception &exception) {
        qCInfo(logStorage, "A medium states no camera data: %s", exception.what());
    }
}

} // namespace loci::storage::heritage
