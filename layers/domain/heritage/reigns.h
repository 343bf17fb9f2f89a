// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/domain/heritage/edtf.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace loci::heritage {

/// A dynasty, or an era name (年号) within one.
struct Era
{
    QString dynasty;      ///< 清
    QString reign;        ///< 乾隆; empty for the dynasty itself
    QString english;      ///< "Qing", "Qianlong"
    QString ruler;        ///< 高宗
    int from = 0, to = 0; ///< astronomical years; the last one is the last that the era's own years reach
    bool isToConfirm = false;
    QStringList others; ///< other spellings: 清朝, 清代, traditional characters
};

/// Chinese dynasties and era names; data in resources/heritage/reigns.json. A value: any thread.
class ReignTable
{
public:
    static Result<ReignTable> parse(const QByteArray &json);

    const std::vector<Era> &eras() const { return m_eras; }
    QString source() const { return m_source; }

    /// "清乾隆" 1736/1795, "乾隆三十年" 1765, "明洪武元年" 1368, "清" 1644/1911, "明末" and "清早期" approximate
    /// intervals, "唐至宋" 0618/1279, "清光绪二十年（1894年）". Without a dynasty an era name that several have is
    /// refused with their names. What it does not read is an error, never a guess.
    Result<Edtf> toEdtf(const QString &text) const;
    /// The notations for a date, the closest first: 1765 -> "清乾隆三十年"; 1736/1795 -> "清乾隆". Several when eras
    /// overlapped (年 of two states); empty outside of the table.
    QStringList toChinese(const Edtf &date) const;
    /// Eras whose name begins with or contains the text, for a picker (pinyin initials too).
    std::vector<Era> find(const QString &text, int limit = 50) const;

private:
    std::vector<Era> m_eras;
    QString m_source;
};

/// 三十 -> 30, 元 -> 1, 十 -> 10, 一百零三 -> 103, 廿三 -> 23; also digits. nullopt for anything else.
std::optional<int> chineseNumber(const QString &text);
QString chineseYear(int year); ///< 1 -> 元年, 30 -> 三十年

} // namespace loci::heritage
