// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <vector>

namespace loci::widgets {

/// One line of the command palette.
struct PaletteItem
{
    QString title;
    QString place; ///< where it lives: "Map", "Layer", "Monuments.gpkg"
    QString shortcut;
    QString icon;
    double score = 0; ///< 0..1, the best stand first; see fuzzyScore() and SearchKeys
    bool enabled = true;
    std::function<void()> run;
};

using PaletteAnswer = std::function<void(std::vector<PaletteItem>)>;

/// A source of lines: commands, layers, places, attribute values, coordinates, recent files. Main thread.
class PaletteProvider
{
public:
    virtual ~PaletteProvider() = default;
    /// Translated heading of its group: "Layers".
    virtual QString heading() const = 0;
    /// Asks for at most `limit` lines for what was typed (never only spaces). May call `answer` at once or later, once,
    /// on the main thread; an answer that comes after the next question is dropped.
    virtual void query(const QString &text, int limit, PaletteAnswer answer) = 0;
    /// Lines for an empty field (recent things); usually none.
    virtual std::vector<PaletteItem> suggestions() { return {}; }
};

} // namespace loci::widgets
