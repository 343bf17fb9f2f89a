// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/paletteprovider.h"

#include <QWidget>
#include <memory>
#include <vector>

class QTimer;

namespace loci::widgets {

class ActionRegistry;
class SearchField;

/// The list under the search field: commands of the registry and the lines of all providers, grouped, best first.
/// The field keeps the focus; up, down, page keys and Enter work the list, Esc closes it.
class CommandPalette final : public QWidget
{
    Q_OBJECT
public:
    /// `window` is what it floats over. The field may sit anywhere in it.
    CommandPalette(SearchField &field, ActionRegistry &actions, QWidget *window);
    ~CommandPalette() override;
    void addProvider(std::unique_ptr<PaletteProvider> provider);
    /// Ctrl+K: focus in the field, list open.
    void open();
    void close();
    /// Titles shown now from top to bottom.
    QStringList titles() const;
    int currentRow() const { return m_current; }

    static constexpr int kMostPerGroup = 6;
    static constexpr int kShadow = 12;

signals:
    void ran(const QString &title);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    struct Group
    {
        QString heading;
        std::vector<PaletteItem> items;
    };
    struct Row
    {
        QRect box;                         ///< in the list, before scrolling
        const PaletteItem *item = nullptr; ///< nullptr: heading
        QString heading;
    };
    void ask();
    void take(std::size_t group, std::vector<PaletteItem> items);
    void rebuild();
    void place();
    void step(int by);
    void activate(int row);
    void paintRow(QPainter &painter, const Row &row, const QRect &box, bool current) const;
    int rowAt(const QPoint &position) const;
    bool handleKey(int key);

    SearchField &m_field;
    std::vector<std::unique_ptr<PaletteProvider>> m_providers;
    std::vector<Group> m_groups;
    std::vector<Row> m_rows;
    QTimer *m_delay;
    quint64 m_question = 0;
    int m_current = -1;
    int m_scroll = 0;
    int m_contentHeight = 0;
};

/// The commands of a registry as palette lines; the palette makes its own.
std::unique_ptr<PaletteProvider> makeActionProvider(ActionRegistry &actions);

} // namespace loci::widgets
