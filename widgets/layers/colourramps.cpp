// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/colourramps.h"

#include <qgscolorbrewerpalette.h>

#include <algorithm>

namespace loci::widgets {

namespace {
using Kind = ColourRamp::Kind;

// Published tables, sampled at equal steps.
constexpr QRgb kViridis[] = {0x440154, 0x482878, 0x3e4a89, 0x31688e, 0x26828e,
                             0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725};
constexpr QRgb kCividis[] = {0x00224e, 0x123570, 0x3b496c, 0x575d6d, 0x707173,
                             0x8a8678, 0xa59c74, 0xc3b369, 0xe1cc55, 0xfee838};
constexpr QRgb kOkabeIto[] = {0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xd55e00, 0xf0e442};

template <std::size_t N>
QColor interpolated(const QRgb (&stops)[N], double t)
{
    const double place = std::clamp(t, 0.0, 1.0) * (N - 1);
    const auto low = std::min(std::size_t(place), N - 2);
    const double f = place - double(low);
    const QColor a(QRgb(0xff000000U | stops[low]));
    const QColor b(QRgb(0xff000000U | stops[low + 1]));
    return QColor::fromRgbF(float(a.redF() + (b.redF() - a.redF()) * f),
                            float(a.greenF() + (b.greenF() - a.greenF()) * f),
                            float(a.blueF() + (b.blueF() - a.blueF()) * f));
}

QList<QColor> brewer(const QString &scheme, int count)
{
    // ColorBrewer has schemes of at least three colours.
    QList<QColor> colours = QgsColorBrewerPalette::listSchemeColors(scheme, std::max(count, 3));
    if (count == 2 && colours.size() == 3) {
        colours.removeAt(1);
    }
    return colours.mid(0, count);
}
} // namespace

const std::vector<ColourRamp> &colourRamps()
{
    static const std::vector<ColourRamp> ramps{
        {QStringLiteral("viridis"), QStringLiteral("Viridis"), Kind::Sequential},
        {QStringLiteral("cividis"), QStringLiteral("Cividis"), Kind::Sequential},
        {QStringLiteral("YlGnBu"), QStringLiteral("Yellow–green–blue"), Kind::Sequential},
        {QStringLiteral("Blues"), QStringLiteral("Blues"), Kind::Sequential},
        {QStringLiteral("BuGn"), QStringLiteral("Blue–green"), Kind::Sequential},
        {QStringLiteral("OrRd"), QStringLiteral("Orange–red"), Kind::Sequential},
        {QStringLiteral("Purples"), QStringLiteral("Purples"), Kind::Sequential},
        {QStringLiteral("RdBu"), QStringLiteral("Red–blue"), Kind::Diverging},
        {QStringLiteral("BrBG"), QStringLiteral("Brown–blue-green"), Kind::Diverging},
        {QStringLiteral("PuOr"), QStringLiteral("Purple–orange"), Kind::Diverging},
        {QStringLiteral("okabe-ito"), QStringLiteral("Okabe–Ito"), Kind::Qualitative},
        {QStringLiteral("Set2"), QStringLiteral("Set 2"), Kind::Qualitative},
        {QStringLiteral("Dark2"), QStringLiteral("Dark 2"), Kind::Qualitative}};
    return ramps;
}

QList<QColor> rampColours(const QString &id, int count, bool inverted)
{
    QList<QColor> colours;
    const bool known =
        std::any_of(colourRamps().begin(), colourRamps().end(), [&](const auto &r) { return r.id == id; });
    if (id == QLatin1String("okabe-ito")) {
        for (int i = 0; i < count; ++i) {
            colours.append(QColor(QRgb(0xff000000U | kOkabeIto[std::size_t(i) % std::size(kOkabeIto)])));
        }
    } else if (!known || id == QLatin1String("viridis") || id == QLatin1String("cividis")) {
        for (int i = 0; i < count; ++i) {
            const double t = count > 1 ? double(i) / (count - 1) : 0.5;
            colours.append(id == QLatin1String("cividis") ? interpolated(kCividis, t) : interpolated(kViridis, t));
        }
    } else {
        colours = brewer(id, count);
    }
    if (inverted) {
        std::reverse(colours.begin(), colours.end());
    }
    return colours;
}

} // namespace loci::widgets
