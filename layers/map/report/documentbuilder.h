// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/report/recordtext.h"

#include <QImage>
#include <QTextCursor>
#include <QTextDocument>
#include <memory>
#include <vector>

class QTextTable;

namespace loci::map {

/// Writes a printed document piece by piece, in the one look of all sheets, lists, reports and letters. Any thread.
class DocumentBuilder
{
public:
    DocumentBuilder();
    std::unique_ptr<QTextDocument> take() { return std::move(m_document); }

    void title(const QString &text);    ///< the name of what the document is about
    void subtitle(const QString &text); ///< under it
    void heading(const QString &text);
    void text(const QString &text);                    ///< running text of a letter or report
    void remark(const QString &text);                  ///< quieter and smaller
    void rightText(const QString &text);               ///< date and place of a letter
    void fields(const std::vector<FieldText> &fields); ///< a table of labels and values
    /// A table with a head that is repeated on the next page; `percents` are the widths of its columns.
    void rows(const QStringList &head, const std::vector<QStringList> &rows, const QVector<double> &percents);
    void picture(const QImage &image, double height, const QString &caption); ///< `height` at most, 96 an inch
    /// Two beside each other with their captions, the second may be null.
    void pictures(const QImage &first, const QString &firstCaption, const QImage &second, const QString &secondCaption,
                  double height);
    void signatures(const QStringList &labels); ///< lines to sign on, beside each other
    void newPage();                             ///< what follows begins on a new page

private:
    void paragraph(const QString &text, const QTextCharFormat &style, double above, double below,
                   Qt::Alignment alignment = Qt::AlignLeft, bool keepsWithNext = false);
    QTextTable *table(int rows, int columns, const QVector<double> &percents, bool framed);
    void insertImage(QTextCursor &cursor, const QImage &image, double width, double height);

    std::unique_ptr<QTextDocument> m_document;
    QTextCursor m_cursor;
    bool m_isFirst = true, m_breaks = false;
    int m_pictures = 0;
};

} // namespace loci::map
