// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <QVariant>
#include <vector>

class QgsVectorLayer;

namespace loci::widgets {

inline constexpr int kMostClasses = 7; ///< more cannot be told apart on a map

enum class StyleKind { Single, Categorised, Graduated, Foreign /**< made elsewhere, kept until changed here */ };
enum class ClassMode { Equal, Quantile, Natural, Pretty };

struct StyleClass
{
    QString label;
    QVariant value;              ///< categorised
    double lower = 0, upper = 0; ///< graduated; the first class includes its lower bound
    QColor colour;
    bool operator==(const StyleClass &) const = default;
};

/// The look of a vector layer as the style editor knows it. Lengths in millimetres, text in points.
struct LayerStyle
{
    StyleKind kind = StyleKind::Single;
    QString field;
    int classCount = 5;
    ClassMode mode = ClassMode::Quantile;
    QString ramp = QStringLiteral("viridis");
    bool inverted = false;
    std::vector<StyleClass> classes;

    QColor fill{0x8f, 0xb8, 0xb2};
    QColor outline{0x4a, 0x5f, 0x5e};
    double outlineWidth = 0.2;
    double size = 2.4; ///< of points; of lines their width
    double opacity = 1;

    bool labels = false;
    QString labelField;
    double labelSize = 9;
    bool labelHalo = true;

    double smallestScale = 0; ///< denominator, shown only when nearer than 1:this; 0: no limit
    double largestScale = 0;  ///< denominator, shown only when farther than 1:this; 0: no limit

    bool operator==(const LayerStyle &) const = default;
};

/// The style of a layer; what was made elsewhere is recognised as far as the editor can show it, else Foreign.
LayerStyle readStyle(const QgsVectorLayer &layer);
/// Makes the layer look so. A classified style always has a hatched grey class "no data" at the end, and categories end
/// with "other values" when there are more values than classes. With Foreign the renderer stays.
void applyStyle(QgsVectorLayer &layer, const LayerStyle &style);

} // namespace loci::widgets
