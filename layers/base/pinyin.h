// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace loci {

/// True when the text holds a Han character.
bool hasHan(const QString &text);

/// Keys under which a text with Chinese characters is found by typing Latin letters: first the full pinyin without
/// tones and spaces ("wangjianglou"), second the initials ("wjl"), then the same for other readings of its characters
/// (重庆: "zhongqing", "zq", "chongqing", "cq"), at most eight in all. Latin letters and digits in the text stay, in
/// lower case; everything else is dropped. Empty for a text without Chinese characters. Any thread; results are not
/// cached.
QStringList pinyinKeys(const QString &text);

} // namespace loci
