// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/character/characterfigure.h"

#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/common/unittext.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <algorithm>

namespace loci::widgets {

using analysis::CharacterProfile;
using analysis::Shares;
using analysis::Spread;

namespace {

constexpr double kRow = 30, kHead = 28, kBar = 6, kWords = 18;
constexpr std::size_t kMostWords = 5;

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

QString spreadText(const Spread &spread, const QString &unit, int decimals)
{
    if (spread.values.empty()) {
        return CharacterFigure::tr("not known");
    }
    return QStringLiteral("%1 · %2 · %3 %4")
        .arg(number(*spread.at(0.1), decimals), number(*spread.at(0.5), decimals), number(*spread.at(0.9), decimals),
             shownUnit(unit))
        .trimmed();
}

QString percent(const std::optional<double> &share)
{
    return share ? number(100 * *share, 0) + QStringLiteral(" %") : CharacterFigure::tr("not known");
}

QString ageName(const QString &code)
{
    if (code.startsWith(QLatin1Char('<'))) {
        return CharacterFigure::tr("before %1").arg(code.mid(1));
    }
    if (code.endsWith(QLatin1Char('+'))) {
        return CharacterFigure::tr("%1 and later").arg(code.chopped(1));
    }
    return QString(code).replace(QLatin1Char('-'), QChar(0x2013));
}

} // namespace

CharacterFigure::CharacterFigure(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("character.figure"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CharacterFigure::show(const CharacterProfile &profile, const std::optional<CharacterProfile> &reference)
{
    m_profile = profile;
    m_reference = reference;
    build();
}

void CharacterFigure::addSpread(const QString &name, const Spread &now, const Spread *before, const QString &unit,
                                int decimals)
{
    Line line;
    line.name = name;
    line.value = spreadText(now, unit, decimals);
    double most = now.at(1).value_or(0);
    if (before != nullptr) {
        most = std::max(most, before->at(1).value_or(0));
        line.before = spreadText(*before, unit, decimals);
    }
    const std::size_t all = now.values.size() + now.unknown;
    line.unknown = all > 0 ? static_cast<double>(now.unknown) / static_cast<double>(all) : 0;
    if (most > 0 && !now.values.empty()) {
        line.from = *now.at(0.1) / most;
        line.middle = *now.at(0.5) / most;
        line.to = *now.at(0.9) / most;
    }
    if (most > 0 && before != nullptr && !before->values.empty()) {
        line.oldFrom = *before->at(0.1) / most;
        line.oldMiddle = *before->at(0.5) / most;
        line.oldTo = *before->at(0.9) / most;
    }
    m_lines.push_back(line);
}

void CharacterFigure::addShares(const QString &name, const Shares &now, const Shares *before)
{
    Line head;
    head.isHead = true;
    head.name = name;
    const std::size_t all = now.known() + now.unknown;
    head.value = now.unknown > 0 ? tr("%1 of %2 not known").arg(now.unknown).arg(all) : QString();
    m_lines.push_back(head);
    std::vector<std::pair<QString, std::size_t>> words(now.counts.begin(), now.counts.end());
    if (before != nullptr) {
        for (const auto &[word, count] : before->counts) {
            if (!now.counts.contains(word)) {
                words.emplace_back(word, 0);
            }
        }
    }
    std::stable_sort(words.begin(), words.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    for (std::size_t i = 0; i < std::min(kMostWords, words.size()); ++i) {
        Line line;
        line.name = &now == &m_profile.age ? ageName(words[i].first) : words[i].first;
        line.from = 0;
        line.to = now.share(words[i].first);
        line.value = percent(line.to);
        if (before != nullptr) {
            line.oldFrom = 0;
            line.oldTo = before->share(words[i].first);
            line.before = percent(line.oldTo);
        }
        m_lines.push_back(line);
    }
    if (words.size() > kMostWords) {
        Line rest;
        rest.name = tr("%n others", nullptr, static_cast<int>(words.size() - kMostWords));
        m_lines.push_back(rest);
    }
}

void CharacterFigure::build()
{
    m_lines.clear();
    const CharacterProfile *old = m_reference ? &*m_reference : nullptr;
    const auto from = [old](Spread CharacterProfile::*member) { return old != nullptr ? &(old->*member) : nullptr; };
    addSpread(tr("Height"), m_profile.height, from(&CharacterProfile::height), QStringLiteral("m"), 1);
    addSpread(tr("Eaves"), m_profile.eaves, from(&CharacterProfile::eaves), QStringLiteral("m"), 1);
    addSpread(tr("Ground covered by a building"), m_profile.footprint, from(&CharacterProfile::footprint),
              QStringLiteral("m2"), 0);
    addSpread(tr("Roof pitch"), m_profile.pitch, from(&CharacterProfile::pitch), QStringLiteral("deg"), 0);
    addSpread(tr("Gap to the next building"), m_profile.gap, from(&CharacterProfile::gap), QStringLiteral("m"), 1);
    addShares(tr("Roofs"), m_profile.roof, old != nullptr ? &old->roof : nullptr);
    addShares(tr("Materials"), m_profile.material, old != nullptr ? &old->material : nullptr);
    addShares(tr("Built"), m_profile.age, old != nullptr ? &old->age : nullptr);
    setAccessibleName(words());
    updateGeometry();
    update();
}

QString CharacterFigure::words() const
{
    QStringList all;
    for (const Line &line : m_lines) {
        QString text = line.value.isEmpty() ? line.name : line.name + QStringLiteral(": ") + line.value;
        if (!line.before.isEmpty() && line.before != line.value) {
            text += QStringLiteral(" (") + tr("reference %1").arg(line.before) + QLatin1Char(')');
        }
        all << text;
    }
    return all.join(QLatin1Char('\n'));
}

QSize CharacterFigure::sizeHint() const
{
    double height = 8;
    for (const Line &line : m_lines) {
        height += line.isHead ? kHead : line.from ? kRow : kWords;
    }
    return {240, static_cast<int>(height)};
}

double CharacterFigure::paintLine(QPainter &painter, const Line &line, double top) const
{
    const Tokens &t = tokens();
    const double wide = width();
    if (line.isHead) {
        painter.setFont(tokenFont(t.fontCaption, QFont::DemiBold));
        painter.setPen(t.textMuted);
        painter.drawText(QRectF(0, top + 8, wide, kWords), Qt::AlignVCenter, line.name);
        painter.setFont(tokenFont(t.fontCaption));
        painter.setPen(t.textFaint);
        painter.drawText(QRectF(0, top + 8, wide, kWords), Qt::AlignVCenter | Qt::AlignRight, line.value);
        return top + kHead;
    }
    painter.setFont(tokenFont(t.fontCaption));
    const double value = painter.fontMetrics().horizontalAdvance(line.value) + t.gap;
    painter.setPen(t.text);
    painter.drawText(
        QRectF(0, top, wide - value, kWords), Qt::AlignVCenter,
        painter.fontMetrics().elidedText(line.name, Qt::ElideRight, static_cast<int>(std::max(0.0, wide - value))));
    painter.setPen(t.textMuted);
    painter.drawText(QRectF(0, top, wide, kWords), Qt::AlignVCenter | Qt::AlignRight, line.value);
    if (!line.from || !line.to) {
        return top + kWords;
    }
    const auto bar = [&](double from, double to, double y, double height, const QColor &colour) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(wide * from, y, std::max(2.0, wide * (to - from)), height), height / 2,
                                height / 2);
    };
    const double y = top + kWords + 1;
    bar(0, 1, y, kBar, t.sunken);
    bar(*line.from, *line.to, y, kBar, t.accent);
    if (line.middle) {
        painter.setBrush(t.surface);
        painter.drawEllipse(QPointF(wide * *line.middle, y + kBar / 2), 2.2, 2.2);
    }
    if (line.oldFrom && line.oldTo) {
        bar(*line.oldFrom, *line.oldTo, y + kBar + 1, 2.5, t.textFaint);
    }
    return top + kRow;
}

void CharacterFigure::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    double top = 0;
    for (const Line &line : m_lines) {
        top = paintLine(painter, line, top);
    }
}

void CharacterFigure::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        build();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
