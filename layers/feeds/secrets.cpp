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

std::optional<Secret> secretFrom(const QString &text)
{
    const QString bearer = QStringLiteral("Bearer ");
    if (text.isEmpty()) {
        return std::nullopt;
    }
    if (text.startsWith(bearer)) {
        return Secret{{}, {}, text.mid(bearer.size())};
    }
    return Secret{text.section(QLatin1Char(':'), 0, 0), text.section(QLatin1Char(':'), 1), {}};
}

QString toText(const Secret &secret)
{
    return secret.token.isEmpty() ? secret.user + QLatin1Char(':') + secret.password
                                  : QStringLiteral("Bearer ") + secret.token;
}

std::optional<Secret> environmentSecret(const QString &name)
{
    static const QRegularExpression odd(QStringLiteral("[^A-Z0-9]"));
    const QString variable = QStringLiteral("LOCI_SECRET_") + name.toUpper().replace(odd, QStringLiteral("_"));
    return secretFrom(qEnvironmentVariable(variable.toUtf8().constData()));
}

} // namespace loci::feeds
