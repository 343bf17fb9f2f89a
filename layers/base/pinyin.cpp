// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/base/pinyin.h"

#include <QHash>
#include <QVector>
#include <algorithm>
#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace loci {

namespace {

constexpr int kMostVariants = 4;

bool isHan(char32_t c)
{
    return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x323af);
}

/// Characters of place names and commands that are read in two ways; the first is what ICU gives or what is usual.
const QHash<char32_t, QStringList> &otherReadings()
{
    static const QHash<char32_t, QStringList> table{
        {U'重', {"zhong", "chong"}}, {U'长', {"chang", "zhang"}},
        {U'行', {"xing", "hang"}},   {U'乐', {"le", "yue"}},
        {U'都', {"du", "dou"}},      {U'厦', {"sha", "xia"}},
        {U'朝', {"chao", "zhao"}},   {U'调', {"tiao", "diao"}},
        {U'传', {"chuan", "zhuan"}}, {U'藏', {"cang", "zang"}},
        {U'巷', {"xiang", "hang"}},  {U'弄', {"long", "nong"}},
        {U'率', {"lv", "shuai"}},    {U'降', {"jiang", "xiang"}},
        {U'单', {"dan", "shan"}},    {U'曾', {"zeng", "ceng"}},
        {U'盛', {"sheng", "cheng"}}, {U'宿', {"su", "xiu"}},
        {U'校', {"xiao", "jiao"}},   {U'大', {"da", "dai"}},
        {U'会', {"hui", "kuai"}},    {U'便', {"bian", "pian"}},
        {U'参', {"can", "shen"}},    {U'差', {"cha", "chai"}},
        {U'绿', {"lv", "lu"}},       {U'六', {"liu", "lu"}},
        {U'蚌', {"bang", "beng"}},   {U'亳', {"bo"}},
        {U'浚', {"jun", "xun"}},     {U'圩', {"wei", "xu"}},
        {U'堡', {"bao", "pu"}},      {U'埔', {"pu", "bu"}},
        {U'薄', {"bo", "bao"}},      {U'切', {"qie"}},
        {U'还', {"huan", "hai"}},    {U'数', {"shu"}},
    };
    return table;
}

QString transliterated(char32_t c)
{
    // Making a transliterator takes milliseconds and one must not be shared by threads.
    thread_local const std::unique_ptr<icu::Transliterator> toLatin = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
            icu::UnicodeString("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower"), UTRANS_FORWARD, status));
        return U_SUCCESS(status) ? std::move(made) : nullptr;
    }();
    thread_local QHash<char32_t, QString> known;
    const auto it = known.constFind(c);
    if (it != known.constEnd()) {
        return *it;
    }
    icu::UnicodeString text(static_cast<UChar32>(c));
    if (toLatin) {
        toLatin->transliterate(text);
    }
    QString latin;
    for (int32_t i = 0; i < text.length(); ++i) {
        const QChar letter(static_cast<char16_t>(text[i]));
        if (letter.unicode() < 128 && letter.isLetter()) {
            latin += letter;
        }
    }
    known.insert(c, latin);
    return latin;
}

QStringList readings(char32_t c)
{
    if (!isHan(c)) {
        const QString letter = QString::fromUcs4(&c, 1).toLower();
        return QChar::isLetterOrNumber(c) ? QStringList{letter} : QStringList{};
    }
    const auto it = otherReadings().constFind(c);
    return it != otherReadings().constEnd() ? *it : QStringList{transliterated(c)};
}

struct Variant
{
    QString full;
    QString initials;
};

} // namespace

bool hasHan(const QString &text)
{
    const QVector<uint> points = text.toUcs4();
    return std::any_of(points.begin(), points.end(), [](uint c) { return isHan(c); });
}

QStringList pinyinKeys(const QString &text)
{
    if (!hasHan(text)) {
        return {};
    }
    QVector<Variant> variants{Variant{}};
    const QVector<uint> points = text.toUcs4();
    for (const uint point : points) {
        const QStringList sounds = readings(point);
        if (sounds.isEmpty()) {
            continue;
        }
        const qsizetype before = variants.size();
        for (qsizetype other = 1; other < sounds.size(); ++other) {
            for (qsizetype v = 0; v < before && variants.size() < kMostVariants; ++v) {
                variants.append({variants[v].full + sounds[other], variants[v].initials + sounds[other].left(1)});
            }
        }
        for (qsizetype v = 0; v < before; ++v) {
            variants[v].full += sounds[0];
            variants[v].initials += sounds[0].left(1);
        }
    }
    QStringList keys;
    for (const Variant &variant : variants) {
        for (const QString &key : {variant.full, variant.initials}) {
            if (!key.isEmpty() && (keys.size() < 2 || !keys.contains(key))) {
                keys << key;
            }
        }
    }
    return keys;
}

} // namespace loci
