// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QByteArray>
#include <QString>

namespace loci::formats {

/// What an encoding is called here, for people and files alike: "UTF-8", "UTF-8 with BOM", "UTF-16", "GB18030",
/// "Latin-1 (Windows-1252)", else the name that was asked for.
struct DecodedText
{
    QString text;
    QString encoding;
    qsizetype badBytes = 0; ///< bytes that the encoding does not know, now U+FFFD
};

/// The encoding that a text in bytes seems to have: by its mark, by being valid UTF-8, by pairs as Chinese text has
/// them, else Windows' Latin letters. Looks at all bytes.
QString recognisedEncoding(const QByteArray &bytes);
/// `encoding` empty: recognised; else one of the names above or any that ICU knows.
Result<DecodedText> decodeText(const QByteArray &bytes, const QString &encoding = {});

} // namespace loci::formats
