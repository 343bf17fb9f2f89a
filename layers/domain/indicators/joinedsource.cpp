// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/joinedsource.h"

#include <QCoreApplication>

namespace loci::indicators {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::indicators::Streams)
};
} // namespace

QStringList JoinedSource::streams() const
{
    QStringList all;
    for (const Part &part : m_parts) {
        all << part->streams();
    }
    all.removeDuplicates();
    return all;
}

Result<HourlySeries> JoinedSource::hourly(const QString &stream) const
{
    for (const Part &part : m_parts) {
        if (part->streams().contains(stream)) {
            return part->hourly(stream);
        }
    }
    return fail(ErrorCode::NotReadable, Texts::tr("There is no stream “%1”.").arg(stream));
}

QString JoinedSource::version() const
{
    QStringList versions;
    for (const Part &part : m_parts) {
        versions << part->version();
    }
    return versions.join(QLatin1Char('+'));
}

std::optional<StreamNow> JoinedSource::at(const QString &stream, const QDateTime &moment) const
{
    for (const Part &part : m_parts) {
        if (auto now = part->at(stream, moment)) {
            return now;
        }
    }
    return std::nullopt;
}

} // namespace loci::indicators
