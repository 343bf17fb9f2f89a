// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/briefing/briefing.h"

#include <QDate>
#include <QLocale>
#include <QString>

namespace loci::widgets {

/// The words and numbers of a wall in one language, whatever the window speaks.
class WallWords
{
public:
    explicit WallWords(const QString &language); ///< "en", "zh_CN"
    const QString &language() const { return m_language; }
    bool isChinese() const { return m_chinese; }

    QString say(const char *source) const;                    ///< of the context "Wall"
    QString number(const briefing::Snapshot &snapshot) const; ///< "unknown" in words when it is
    QString unit(const QString &unit) const;
    QString lightWord(briefing::Light light) const;
    QString date(const QDate &date) const;
    QString period(const briefing::Snapshot &snapshot) const;

private:
    QString m_language;
    bool m_chinese;
    QLocale m_locale;
};

} // namespace loci::widgets
