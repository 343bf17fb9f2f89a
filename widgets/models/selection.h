// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <cstdint>
#include <variant>
#include <vector>

namespace loci::widgets {

/// A city object, and the semantic surface of it that was pointed at (0xffffffff: the whole object).
struct CityObjectRef
{
    QString modelId; ///< id of the city-model reference in the workspace
    std::uint32_t object = 0xffffffffU;
    std::uint32_t surface = 0xffffffffU;
    bool operator==(const CityObjectRef &) const = default;
};
/// A feature of a map layer.
struct FeatureRef
{
    QString layerId;
    std::int64_t featureId = 0;
    bool operator==(const FeatureRef &) const = default;
};
using SelectedThing = std::variant<CityObjectRef, FeatureRef>;

/// The one selection that map, 3D, layer tree, tables and details share. Main thread.
class Selection final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    const std::vector<SelectedThing> &things() const { return m_things; }
    bool isEmpty() const { return m_things.empty(); }
    bool contains(const SelectedThing &thing) const;
    void set(std::vector<SelectedThing> things);
    void toggle(const SelectedThing &thing); ///< Ctrl+click
    void add(const std::vector<SelectedThing> &things);
    void clear() { set({}); }

signals:
    void changed();
    /// Somebody wants to see it (double click, "zoom to"): views fly there.
    void zoomRequested(const SelectedThing &thing);

private:
    std::vector<SelectedThing> m_things;
};

} // namespace loci::widgets
