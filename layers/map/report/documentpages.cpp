// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/report/documentpages.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocumentWriter>
#include <algorithm>

namespace loci::map {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::map::DocumentPages)
};

constexpr int kResolution = 300;           ///< points an inch of the PDF
constexpr double kMillimetre = 300 / 25.4; ///< in them
constexpr double kMargin = 18 * kMillimetre, kHead = 12 * kMillimetre;

Result<> save(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (bytes.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be written: %2").arg(path, file.errorString()));
    }
    return {};
}

void drawFrame(QPainter &painter, const QRectF &page, const PageTexts &texts, int number, int count)
{
    painter.setFont(documentFont(8));
    painter.setPen(QColor(90, 90, 90));
    const QRectF head(page.left(), page.top(), page.width(), kHead * 0.6);
    const QRectF foot(page.left(), page.bottom() - kHead * 0.6, page.width(), kHead * 0.6);
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double room = page.width() * 0.7;
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(texts.head, Qt::ElideRight, room));
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(texts.foot, Qt::ElideRight, room));
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, Texts::tr("Page %1 of %2").arg(number).arg(count));
    painter.setPen(QPen(QColor(180, 180, 180), kMillimetre * 0.2));
    painter.drawLine(head.bottomLeft(), head.bottomRight());
}

} // namespace

QFont documentFont(double points)
{
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans"),
                      QStringLiteral("sans-serif")});
    font.setPointSizeF(points);
    font.setStyleHint(QFont::SansSerif);
    return font;
}

Result<> writePdf(QTextDocument &document, const PageTexts &texts, const QString &path)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kResolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(texts.head);
        writer.setCreator(QStringLiteral("Loci"));
        const QRectF page =
            QRectF(0, 0, writer.width(), writer.height()).adjusted(kMargin, kMargin * 0.6, -kMargin, -kMargin * 0.6);
        const QRectF body = page.adjusted(0, kHead, 0, -kHead);
        document.documentLayout()->setPaintDevice(&writer);
        document.setDocumentMargin(0);
        document.setPageSize(body.size());
        const int count = std::max(1, document.pageCount());
        QPainter painter(&writer);
        for (int i = 0; i < count; ++i) {
            if (i > 0) {
                writer.newPage();
            }
            drawFrame(painter, page, texts, i + 1, count);
            painter.save();
            painter.translate(body.left(), body.top() - i * body.height());
            const QRectF part(0, i * body.height(), body.width(), body.height());
            painter.setClipRect(part);
            QAbstractTextDocumentLayout::PaintContext context;
            context.clip = part;
            context.palette.setColor(QPalette::Text, Qt::black);
            document.documentLayout()->draw(&painter, context);
            painter.restore();
        }
    }
    return save(path, bytes);
}

Result<> writeOdt(const QTextDocument &document, const QString &path)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QTextDocumentWriter writer(&buffer, "odf");
    if (!writer.write(&document)) {
        return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be written as a text document.").arg(path));
    }
    buffer.close();
    return save(path, bytes);
}

} // namespace loci::map
