// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <array>
#include <cmath>
#include <span>

namespace loci::formats {

/// A 4x4 matrix whose last row is 0 0 0 1, row-major: what nodes, tiles and instances place things with.
struct Affine
{
    std::array<double, 16> m{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};

    static Affine translation(const Vec3 &t) { return {{1, 0, 0, t.x, 0, 1, 0, t.y, 0, 0, 1, t.z, 0, 0, 0, 1}}; }
    static Affine scaling(const Vec3 &s) { return {{s.x, 0, 0, 0, 0, s.y, 0, 0, 0, 0, s.z, 0, 0, 0, 0, 1}}; }
    static Affine columns(const Vec3 &x, const Vec3 &y, const Vec3 &z)
    {
        return {{x.x, y.x, z.x, 0, x.y, y.y, z.y, 0, x.z, y.z, z.z, 0, 0, 0, 0, 1}};
    }
    static Affine rotation(double x, double y, double z, double w) ///< of a quaternion, made a unit one
    {
        const double n = std::sqrt(x * x + y * y + z * z + w * w);
        if (!(n > 0)) {
            return {};
        }
        x /= n, y /= n, z /= n, w /= n;
        return columns({1 - 2 * (y * y + z * z), 2 * (x * y + z * w), 2 * (x * z - y * w)},
                       {2 * (x * y - z * w), 1 - 2 * (x * x + z * z), 2 * (y * z + x * w)},
                       {2 * (x * z + y * w), 2 * (y * z - x * w), 1 - 2 * (x * x + y * y)});
    }
    /// As glTF and 3D Tiles write it.
    static Affine columnMajor(std::span<const double, 16> c)
    {
        return {{c[0], c[4], c[8], c[12], c[1], c[5], c[9], c[13], c[2], c[6], c[10], c[14], 0, 0, 0, 1}};
    }
    static Affine yUpToZUp() { return {{1, 0, 0, 0, 0, 0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1}}; }

    Vec3 operator()(const Vec3 &p) const
    {
        return {m[0] * p.x + m[1] * p.y + m[2] * p.z + m[3], m[4] * p.x + m[5] * p.y + m[6] * p.z + m[7],
                m[8] * p.x + m[9] * p.y + m[10] * p.z + m[11]};
    }
    Vec3 origin() const { return {m[3], m[7], m[11]}; }

    Affine operator*(const Affine &b) const
    {
        Affine r;
        for (std::size_t row = 0; row < 4; ++row) {
            for (std::size_t column = 0; column < 4; ++column) {
                double sum = 0;
                for (std::size_t k = 0; k < 4; ++k) {
                    sum += m[4 * row + k] * b.m[4 * k + column];
                }
                r.m[4 * row + column] = sum;
            }
        }
        return r;
    }
};

} // namespace loci::formats
