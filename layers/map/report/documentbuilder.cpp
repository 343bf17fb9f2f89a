// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/report/documentbuilder.h"

#include "layers/map/report/documentpages.h"

#include <QTextTable>
#include <QUrl>
#include <algorithm>
#include <array>

namespace loci::map {

namespace {

constexpr double kWidth = 648; ///< of a page, in the 96 to an inch that a document measures pictures in
constexpr double kLine = 1;
const QColor kQuiet(95, 95, 95), kRule(205, 205, 205), kShade(243, 243, 240);

QTextCharFormat styled(double size, QFont::Weight weight = QFont::Normal, const QColor &colour = Qt::black)
{
    QTextCharFormat text;
    QFont font = documentFont(size);
    font.setWeight(weight);
    text.setFont(font);
    text.setForeground(colour);
    return text;
}

void fill(QTextTable &table, int row, int column, const QString &text, const QTextCharFormat &style, bool shaded)
{
    QTextTableCell place = table.cellAt(row, column);
    if (shaded) {
        QTextCharFormat background = place.format();
        background.setBackground(kShade);
        place.setFormat(background);
    }
    place.firstCursorPosition().insertText(text, style);
}

/// A name that stands there already needs no line to write on.
QString toSign(const QString &label)
{
    const bool open = label.endsWith(QLatin1Char(':')) || label.endsWith(QChar(0xFF1A));
    return open ? label + QStringLiteral("  ______________") : label;
}

/// Lines between the rows, above the first and below the last one.
void rule(QTextTable &table)
{
    for (int row = 0; row < table.rows(); ++row) {
        for (int column = 0; column < table.columns(); ++column) {
            QTextTableCell cell = table.cellAt(row, column);
            QTextTableCellFormat format = cell.format().toTableCellFormat();
            format.setBottomBorder(kLine);
            format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setBottomBorderBrush(kRule);
            if (row == 0) {
                format.setTopBorder(kLine);
                format.setTopBorderStyle(QTextFrameFormat::BorderStyle_Solid);
                format.setTopBorderBrush(kRule);
            }
            cell.setFormat(format);
        }
    }
}

} // namespace

DocumentBuilder::DocumentBuilder() : m_document(std::make_unique<QTextDocument>()), m_cursor(m_document.get())
{
    m_document->setDefaultFont(documentFont(9.5));
    m_document->setUndoRedoEnabled(false);
}

void DocumentBuilder::paragraph(const QString &text, const QTextCharFormat &style, double above, double below,
                                Qt::Alignment alignment, bool keepsWithNext)
{
    QTextBlockFormat block;
    block.setTopMargin(above);
    block.setBottomMargin(below);
    block.setAlignment(alignment);
    block.setNonBreakableLines(keepsWithNext);
    if (m_breaks) {
        block.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    }
    m_breaks = false;
    m_isFirst ? m_cursor.setBlockFormat(block) : m_cursor.insertBlock(block);
    m_isFirst = false;
    m_cursor.insertText(text, style);
}

void DocumentBuilder::newPage()
{
    m_breaks = !m_isFirst;
}

void DocumentBuilder::title(const QString &text)
{
    paragraph(text, styled(18, QFont::DemiBold), 0, 1);
}

void DocumentBuilder::subtitle(const QString &text)
{
    paragraph(text, styled(10, QFont::Normal, kQuiet), 0, 5);
}

void DocumentBuilder::heading(const QString &text)
{
    paragraph(text, styled(11.5, QFont::DemiBold), 9, 3, Qt::AlignLeft, true);
}

void DocumentBuilder::text(const QString &text)
{
    paragraph(text, styled(10.5), 0, 7);
}

void DocumentBuilder::remark(const QString &text)
{
    paragraph(text, styled(9, QFont::Normal, kQuiet), 0, 3);
}

void DocumentBuilder::rightText(const QString &text)
{
    paragraph(text, styled(10.5), 0, 4, Qt::AlignRight);
}

QTextTable *DocumentBuilder::table(int rows, int columns, const QVector<double> &percents, bool framed)
{
    if (m_breaks) {
        paragraph({}, styled(1), 0, 0);
    }
    QTextTableFormat format;
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QVector<QTextLength> widths;
    widths.reserve(percents.size());
    for (const double percent : percents) {
        widths.push_back(QTextLength(QTextLength::PercentageLength, percent));
    }
    format.setColumnWidthConstraints(widths);
    format.setBorder(0);
    format.setBorderCollapse(framed);
    format.setCellPadding(3);
    format.setCellSpacing(0);
    format.setTopMargin(2);
    format.setBottomMargin(4);
    m_isFirst = false;
    return m_cursor.insertTable(rows, columns, format);
}

void DocumentBuilder::fields(const std::vector<FieldText> &fields)
{
    if (fields.empty()) {
        return;
    }
    constexpr double kLabels = 27;
    QTextTable *made = table(static_cast<int>(fields.size()), 2, {kLabels, 100 - kLabels}, true);
    rule(*made);
    for (int row = 0; row < static_cast<int>(fields.size()); ++row) {
        const FieldText &field = fields[static_cast<std::size_t>(row)];
        fill(*made, row, 0, field.label, styled(8.5, QFont::Normal, kQuiet), true);
        fill(*made, row, 1, field.value, styled(9.5), false);
    }
    m_cursor.movePosition(QTextCursor::End);
}

void DocumentBuilder::rows(const QStringList &head, const std::vector<QStringList> &rows,
                           const QVector<double> &percents)
{
    QTextTable *made = table(static_cast<int>(rows.size()) + 1, static_cast<int>(head.size()), percents, true);
    QTextTableFormat format = made->format();
    format.setHeaderRowCount(1);
    made->setFormat(format);
    rule(*made);
    for (int column = 0; column < static_cast<int>(head.size()); ++column) {
        fill(*made, 0, column, head[column], styled(8.5, QFont::DemiBold), true);
        for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
            fill(*made, row + 1, column, rows[static_cast<std::size_t>(row)].value(column), styled(8.5), false);
        }
    }
    m_cursor.movePosition(QTextCursor::End);
}

void DocumentBuilder::insertImage(QTextCursor &cursor, const QImage &image, double width, double height)
{
    const double scale = std::min(width / image.width(), height / image.height());
    const QString name = QStringLiteral("picture:%1").arg(m_pictures++);
    m_document->addResource(QTextDocument::ImageResource, QUrl(name), image);
    QTextImageFormat picture;
    picture.setName(name);
    picture.setWidth(image.width() * scale);
    picture.setHeight(image.height() * scale);
    cursor.insertImage(picture);
}

void DocumentBuilder::picture(const QImage &image, double height, const QString &caption)
{
    paragraph({}, styled(8.5), 6, 0, Qt::AlignLeft, true);
    insertImage(m_cursor, image, kWidth, height);
    if (!caption.isEmpty()) {
        paragraph(caption, styled(8, QFont::Normal, kQuiet), 1, 5);
    }
}

void DocumentBuilder::pictures(const QImage &first, const QString &firstCaption, const QImage &second,
                               const QString &secondCaption, double height)
{
    constexpr double kGutter = 12;
    constexpr double kHalf = 50;
    QTextTable *made = table(2, 2, {kHalf, kHalf}, false);
    const std::array<std::pair<const QImage &, const QString &>, 2> both{
        {{first, firstCaption}, {second, secondCaption}}};
    for (int column = 0; column < 2; ++column) {
        const auto &[image, caption] = both.at(static_cast<std::size_t>(column));
        if (image.isNull()) {
            continue;
        }
        QTextCursor cursor = made->cellAt(0, column).firstCursorPosition();
        insertImage(cursor, image, (kWidth - kGutter) / 2, height);
        fill(*made, 1, column, caption, styled(8, QFont::Normal, kQuiet), false);
    }
    m_cursor.movePosition(QTextCursor::End);
}

void DocumentBuilder::signatures(const QStringList &labels)
{
    const auto columns = static_cast<int>(labels.size());
    if (columns == 0) {
        return;
    }
    paragraph({}, styled(9.5), 22, 0, Qt::AlignLeft, true);
    QTextTable *made = table(1, columns, QVector<double>(columns, 100.0 / columns), false);
    for (int column = 0; column < columns; ++column) {
        fill(*made, 0, column, toSign(labels[column]), styled(9.5), false);
    }
    m_cursor.movePosition(QTextCursor::End);
}

} // namespace loci::map
