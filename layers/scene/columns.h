// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/scenetypes.h"

#include <vtkSmartPointer.h>

#include <QString>
#include <functional>
#include <optional>
#include <vector>

class vtkActor;
class vtkRenderer;

namespace loci::scene {

/// A column that stands for a number at a place. Height and colour say how much; stripes say that the data are partial,
/// and a low open frame that there are none.
struct Column
{
    enum class Look { Plain, Striped, Frame };
    QString id;
    Vec2 place; ///< world
    double height = 0, radius = 20;
    Rgb colour;
    Look look = Look::Plain;
    bool operator==(const Column &) const = default;
};

/// Columns on a renderer, standing on the ground. Main thread.
class ColumnLayer
{
public:
    using Ground = std::function<double(double x, double y)>;
    explicit ColumnLayer(vtkRenderer *renderer) : m_renderer(renderer) {}
    ~ColumnLayer();
    ColumnLayer(const ColumnLayer &) = delete;
    ColumnLayer &operator=(const ColumnLayer &) = delete;

    /// Made anew when columns, marked one, accent, origin or the ground below them differ.
    void show(const std::vector<Column> &columns, const QString &marked, const Rgb &accent, const Vec3 &origin,
              const Ground &ground);
    const std::vector<Column> &columns() const { return m_columns; }
    QString marked() const { return m_marked; }
    /// The first column that the ray meets, with the distance to it.
    std::optional<std::pair<QString, double>> pick(const Ray &ray) const;
    std::optional<Vec3> topOf(const QString &id) const; ///< world
    double nearest(const Vec3 &eye) const;              ///< distance to the nearest column; infinite without one

private:
    void make(const Vec3 &origin, const Rgb &accent);

    vtkRenderer *m_renderer;
    std::vector<Column> m_columns;
    std::vector<double> m_feet; ///< by column, world
    QString m_marked;
    Rgb m_accent;
    Vec3 m_origin;
    std::vector<vtkSmartPointer<vtkActor>> m_actors;
};

} // namespace loci::scene
