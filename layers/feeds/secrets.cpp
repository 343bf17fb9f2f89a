// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/secrets.h"

#include <QRegularExpression>

namespace loci::feeds {

QByteArray Secret::authorization() const
{
    if (!token.isEmpty()) {
        return "Bearer " + token.toUtf8();
    }
    return "Basic " + (user + QLatin1Char(':') + password).toUtf8().toBase64();
}

std::optional<Secret> environmentSecret(const QString &name)
{
    static const QRegularExpression odd(QStringLiteral("[^A-Z0-9]"));
    const QString variable = QStringLiteral("LOCI_SECRET_") + name.toUpper().replace(odd, QStringLiteral("_"));
    const QString value = qEnvironmentVariable(variable.toUtf8().constData());
    const QString bearer = QStringLiteral("Bearer ");
    if (value.isEmpty()) {
        return std::nullopt;
    }
    if (value.startsWith(bearer)) {
        return Secret{{}, {}, value.mid(bearer.size())};
    }
    return Secret{value.section(QLatin1Char(':'), 0, 0), value.section(QLatin1Char(':'), 1), {}};
}

} // namespace loci::feeds
