// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/textencoding.h"

#include <QCoreApplication>
#include <QStringConverter>
#include <memory>
#include <unicode/ucnv.h>

namespace loci::formats {

namespace {

const QString kUtf8 = QStringLiteral("UTF-8");
const QString kUtf8Marked = QStringLiteral("UTF-8 with BOM");
const QString kUtf16 = QStringLiteral("UTF-16");
const QString kChinese = QStringLiteral("GB18030");
const QString kLatin = QStringLiteral("Latin-1 (Windows-1252)");

bool isValidUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    return !decoder.hasError() && !text.isNull();
}

/// Counts of what bytes would be as GB18030.
struct PairCount
{
    qsizetype pairs = 0;   ///< of two bytes
    qsizetype common = 0;  ///< both high, in the rows of the everyday characters and signs
    qsizetype invalid = 0; ///< bytes that fit nothing
};

PairCount countPairs(const QByteArray &bytes)
{
    PairCount count;
    const auto at = [&bytes](qsizetype i) {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : static_cast<unsigned char>(0);
    };
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const unsigned char lead = at(i);
        if (lead < 0x80) {
            continue;
        }
        const unsigned char trail = at(i + 1);
        if (lead == 0x80 || lead == 0xFF) {
            ++count.invalid;
        } else if (trail >= 0x30 && trail <= 0x39 && at(i + 2) >= 0x81 && at(i + 3) >= 0x30 && at(i + 3) <= 0x39) {
            i += 3;
        } else if (trail >= 0x40 && trail != 0x7F && trail != 0xFF) {
            ++count.pairs;
            const bool isCommonRow = (lead >= 0xA1 && lead <= 0xA9) || (lead >= 0xB0 && lead <= 0xF7);
            count.common += isCommonRow && trail >= 0xA1 ? 1 : 0;
            ++i;
        } else {
            ++count.invalid;
        }
    }
    return count;
}

/// Latin letters stand alone between others; Chinese ones come in pairs of high bytes.
bool looksChinese(const QByteArray &bytes)
{
    const PairCount count = countPairs(bytes);
    return count.pairs > 0 && count.invalid * 200 <= count.pairs && count.common * 10 >= count.pairs * 7;
}

struct ConverterCloser
{
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};

Result<DecodedText> decodeWithIcu(const QByteArray &bytes, const char *icuName, const QString &shown)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, ConverterCloser> converter(ucnv_open(icuName, &status));
    if (U_FAILURE(status) != 0) {
        return fail(
            ErrorCode::Usage,
            QCoreApplication::translate("loci::formats::RowReader", "There is no text encoding “%1”.").arg(shown));
    }
    DecodedText decoded;
    decoded.encoding = shown;
    decoded.text.reserve(bytes.size());
    const char *from = bytes.constData();
    const char *const end = from + bytes.size();
    char16_t buffer[8192];
    do {
        char16_t *to = buffer;
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &to, buffer + std::size(buffer), &from, end, nullptr, 1, &status);
        decoded.text.append(reinterpret_cast<const QChar *>(buffer), static_cast<qsizetype>(to - buffer));
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    for (QChar &c : decoded.text) {
        const bool isControl = c.unicode() >= 0x80 && c.unicode() < 0xA0;
        if (isControl || c == QChar::ReplacementCharacter || c.unicode() == 0x1A) {
            c = QChar::ReplacementCharacter;
            ++decoded.badBytes;
        }
    }
    return decoded;
}

} // namespace

QString recognisedEncoding(const QByteArray &bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        return kUtf8Marked;
    }
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) {
        return kUtf16;
    }
    if (isValidUtf8(bytes)) {
        return kUtf8;
    }
    return looksChinese(bytes) ? kChinese : kLatin;
}

Result<DecodedText> decodeText(const QByteArray &bytes, const QString &encoding)
{
    const QString name = encoding.isEmpty() ? recognisedEncoding(bytes) : encoding;
    if (name == kUtf8 || name == kUtf8Marked) {
        QStringDecoder decoder(QStringDecoder::Utf8); // takes the mark away
        DecodedText decoded{decoder.decode(bytes), bytes.startsWith("\xEF\xBB\xBF") ? kUtf8Marked : name, 0};
        decoded.badBytes = decoder.hasError() ? decoded.text.count(QChar::ReplacementCharacter) : 0;
        return decoded;
    }
    if (name == kUtf16) {
        QStringDecoder decoder(QStringDecoder::Utf16);
        return DecodedText{decoder.decode(bytes), name, 0};
    }
    if (name == kChinese) {
        return decodeWithIcu(bytes, "gb18030", name);
    }
    if (name == kLatin) {
        return decodeWithIcu(bytes, "windows-1252", name);
    }
    return decodeWithIcu(bytes, name.toLatin1().constData(), name);
}

} // namespace loci::formats
