// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/report/documentpages.h"
#include "layers/map/report/recordtext.h"

#include <QImage>
#include <QTextCursor>
#include <QTextTable>
#include <QUrl>
#include <algorithm>
#include <memory>
#include <vector>

namespace loci::map {

/// Builds a document for paper piece by piece: one look for all of the program's reports.
class SheetBuilder
{
public:
    SheetBuilder() : m_document(std::make_unique<QTextDocument>()), m_cursor(m_document.get())
    {
        m_document->setDefaultFont(documentFont(9.5));
        m_document->setUndoRedoEnabled(false);
    }
    static QColor quiet() { return {95, 95, 95}; }
    std::unique_ptr<QTextDocument> take() { return std::move(m_document); }

    void paragraph(const QString &text, double size, QFont::Weight weight = QFont::Normal,
                   const QColor &colour = Qt::black, double above = 0, double below = 2)
    {
        QTextBlockFormat block;
        block.setTopMargin(above);
        block.setBottomMargin(below);
        m_isFirst ? m_cursor.setBlockFormat(block) : m_cursor.insertBlock(block);
        m_isFirst = false;
        m_cursor.insertText(text, format(size, weight, colour));
    }
    void heading(const QString &text) { paragraph(text, 11.5, QFont::DemiBold, Qt::black, 9, 3); }

    /// Two columns: labels and values.
    void fields(const std::vector<FieldText> &fields)
    {
        QTextTableFormat table;
        table.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        table.setColumnWidthConstraints(
            {QTextLength(QTextLength::PercentageLength, 27), QTextLength(QTextLength::PercentageLength, 73)});
        table.setBorder(0.5);
        table.setBorderBrush(QColor(205, 205, 205));
        table.setBorderCollapse(true);
        table.setCellPadding(3);
        table.setCellSpacing(0);
        table.setBottomMargin(4);
        QTextTable *made = m_cursor.insertTable(static_cast<int>(fields.size()), 2, table);
        for (int row = 0; row < static_cast<int>(fields.size()); ++row) {
            const FieldText &field = fields[static_cast<std::size_t>(row)];
            cell(*made, row, 0, field.label, format(8.5, QFont::Normal, quiet()), true);
            cell(*made, row, 1, field.value, format(9.5, QFont::Normal, Qt::black), false);
        }
        m_cursor.movePosition(QTextCursor::End);
    }
    void rows(const QStringList &head, const std::vector<QStringList> &rows, const QVector<QTextLength> &widths)
    {
        QTextTableFormat table;
        table.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        table.setColumnWidthConstraints(widths);
        table.setBorder(0.5);
        table.setBorderBrush(QColor(205, 205, 205));
        table.setBorderCollapse(true);
        table.setCellPadding(3);
        table.setCellSpacing(0);
        table.setHeaderRowCount(1);
        QTextTable *made =
            m_cursor.insertTable(static_cast<int>(rows.size()) + 1, static_cast<int>(head.size()), table);
        for (int column = 0; column < static_cast<int>(head.size()); ++column) {
            cell(*made, 0, column, head[column], format(8.5, QFont::DemiBold, Qt::black), true);
            for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
                cell(*made, row + 1, column, rows[static_cast<std::size_t>(row)].value(column),
                     format(8.5, QFont::Normal, Qt::black), false);
            }
        }
        m_cursor.movePosition(QTextCursor::End);
    }
    void picture(const QImage &image, double height, const QString &caption)
    {
        constexpr double kWidth = 480; // points of a page that pictures may take
        const double scale = std::min(kWidth / image.width(), height / image.height());
        const QString name = QStringLiteral("picture:%1").arg(m_pictures++);
        m_document->addResource(QTextDocument::ImageResource, QUrl(name), image);
        QTextBlockFormat block;
        block.setTopMargin(6);
        block.setNonBreakableLines(true);
        block.setPageBreakPolicy(QTextFormat::PageBreak_Auto);
        m_cursor.insertBlock(block);
        QTextImageFormat picture;
        picture.setName(name);
        picture.setWidth(image.width() * scale);
        picture.setHeight(image.height() * scale);
        m_cursor.insertImage(picture);
        if (!caption.isEmpty()) {
            paragraph(caption, 8, QFont::Normal, quiet(), 1, 5);
        }
    }

private:
    static QTextCharFormat format(double size, QFont::Weight weight, const QColor &colour)
    {
        QTextCharFormat text;
        QFont font = documentFont(size);
        font.setWeight(weight);
        text.setFont(font);
        text.setForeground(colour);
        return text;
    }
    static void cell(QTextTable &table, int row, int column, const QString &text, const QTextCharFormat &style,
                     bool shaded)
    {
        QTextTableCell place = table.cellAt(row, column);
        QTextCharFormat background = place.format();
        if (shaded) {
            background.setBackground(QColor(243, 243, 240));
            place.setFormat(background);
        }
        place.firstCursorPosition().insertText(text, style);
    }

    std::unique_ptr<QTextDocument> m_document;
    QTextCursor m_cursor;
    bool m_isFirst = true;
    int m_pictures = 0;
};

} // namespace loci::map
