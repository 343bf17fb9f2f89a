// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "widgets/common/prompts.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QInputMethodEvent>
#include <QStringList>
#include <cmath>
#include <optional>
#include <vector>

namespace loci::test {

/// What the person would choose next.
struct Choices
{
    QStringList open;
    std::optional<QString> save;
};

/// Answers with the files that the test made.
class ChosenFiles final : public widgets::FilePrompt
{
public:
    explicit ChosenFiles(const Choices &choices) : m_choices(choices) {}
    QStringList openFiles(QWidget *, const QString &, const QString &) override { return m_choices.open; }
    std::optional<QString> saveFile(QWidget *, const QString &, const QString &, const QString &) override
    {
        return m_choices.save;
    }
    std::optional<QString> folder(QWidget *, const QString &) override { return std::nullopt; }

private:
    const Choices &m_choices;
};

struct Outline
{
    double area = 0;
    Vec2 middle; ///< centre of gravity
    bool holdsMiddle = false;
};

inline Outline outlineOf(const std::vector<Vec2> &ring)
{
    Outline outline;
    double twice = 0;
    Vec2 sum;
    const Vec2 o = ring[0];
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 a{ring[i].x - o.x, ring[i].y - o.y};
        const Vec2 b{ring[(i + 1) % ring.size()].x - o.x, ring[(i + 1) % ring.size()].y - o.y};
        const double part = a.x * b.y - b.x * a.y;
        twice += part;
        sum = {sum.x + (a.x + b.x) * part, sum.y + (a.y + b.y) * part};
    }
    outline.area = std::abs(twice) / 2;
    if (twice != 0) {
        outline.middle = {o.x + sum.x / (3 * twice), o.y + sum.y / (3 * twice)};
    }
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Vec2 &p = outline.middle;
        if ((ring[i].y > p.y) != (ring[j].y > p.y) &&
            p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x) {
            outline.holdsMiddle = !outline.holdsMiddle;
        }
    }
    return outline;
}

/// What was written; left beside the screenshots for whoever looks at them.
inline QByteArray keptBytes(const QString &path)
{
    QFile file(path);
    const QString folder = qEnvironmentVariable("LOCI_SCREENS");
    if (!folder.isEmpty()) {
        const QString kept = folder + QLatin1Char('/') + QFileInfo(path).fileName();
        QFile::remove(kept);
        file.copy(kept);
    }
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// As an input method does it: Chinese is not typed key by key.
inline void compose(QWidget *field, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(field, &event);
}

} // namespace loci::test
