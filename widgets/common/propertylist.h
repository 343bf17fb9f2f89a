// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

class QGridLayout;

namespace loci::widgets {

enum class Status;

/// One row of a details card.
struct PropertyRow
{
    QString label;
    QString value;
    QString unit = {};                 ///< in a lighter tone behind the value
    std::optional<Status> status = {}; ///< its shape stands before the value
};

/// Label and value rows of a details card. Values can be marked with the mouse; a menu copies one value or all rows.
class PropertyList final : public QWidget
{
    Q_OBJECT
public:
    explicit PropertyList(QWidget *parent = nullptr);
    void setRows(const std::vector<PropertyRow> &rows);
    int count() const { return static_cast<int>(m_rows.size()); }
    QString asText() const; ///< "label<tab>value unit" lines

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    QGridLayout *m_grid;
    std::vector<PropertyRow> m_rows;
    QColor m_tint;
};

} // namespace loci::widgets
