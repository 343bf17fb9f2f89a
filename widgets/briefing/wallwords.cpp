// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/wallwords.h"

#include "widgets/board/tilepaint.h"
#include "widgets/common/resources.h"

#include <QCoreApplication>
#include <QTranslator>

namespace loci::widgets {

namespace {

const char *const kLights[] = {QT_TRANSLATE_NOOP("Wall", "unknown"), QT_TRANSLATE_NOOP("Wall", "good"),
                               QT_TRANSLATE_NOOP("Wall", "watch"), QT_TRANSLATE_NOOP("Wall", "bad")};

/// Both languages stay at hand: a wall may speak another one than the window, or two.
const QTranslator &chinese(const char *name)
{
    static const auto load = [](const char *file) {
        initLociResources();
        auto translator = std::make_unique<QTranslator>();
        static_cast<void>(translator->load(QStringLiteral(":/i18n/") + QLatin1String(file)));
        return translator;
    };
    static const std::unique_ptr<QTranslator> own = load("briefing_zh_CN.qm");
    static const std::unique_ptr<QTranslator> indicators = load("indicators_zh_CN.qm");
    return QLatin1String(name) == QLatin1String("Units") ? *indicators : *own;
}

} // namespace

WallWords::WallWords(const QString &language)
    : m_language(language)
    , m_chinese(language.startsWith(QLatin1String("zh")))
    , m_locale(m_chinese ? QLocale(QLocale::Chinese, QLocale::China)
                         : QLocale(QLocale::English, QLocale::UnitedKingdom))
{}

QString WallWords::say(const char *source) const
{
    const QString translated = m_chinese ? chinese("Wall").translate("Wall", source) : QString();
    return translated.isEmpty() ? QString::fromUtf8(source) : translated;
}

QString WallWords::number(const briefing::Snapshot &snapshot) const
{
    return snapshot.value ? m_locale.toString(*snapshot.value, 'f', snapshot.decimals)
                          : say(QT_TRANSLATE_NOOP("Wall", "unknown"));
}

QString WallWords::unit(const QString &unit) const
{
    if (!m_chinese) {
        QString text = unit;
        return text.replace(QLatin1String("m2"), QStringLiteral("m²"))
            .replace(QLatin1String("m3"), QStringLiteral("m³"));
    }
    QStringList parts = shownUnit(unit).split(QLatin1Char('/'));
    for (QString &part : parts) {
        const QString translated = chinese("Units").translate("Units", part.toUtf8().constData());
        part = translated.isEmpty() ? part : translated;
    }
    return parts.join(QLatin1Char('/'));
}

QString WallWords::lightWord(briefing::Light light) const
{
    return say(kLights[static_cast<int>(light)]);
}

QString WallWords::date(const QDate &date) const
{
    return m_chinese ? m_locale.toString(date, QStringLiteral("yyyy年M月d日"))
                     : m_locale.toString(date, QStringLiteral("d MMM yyyy"));
}

QString WallWords::period(const briefing::Snapshot &snapshot) const
{
    return snapshot.period.isEmpty() ? say(QT_TRANSLATE_NOOP("Wall", "now")) : snapshot.period;
}

} // namespace loci::widgets
