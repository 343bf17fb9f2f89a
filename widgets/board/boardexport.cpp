// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/boardexport.h"

#include "widgets/board/boardcanvas.h"
#include "widgets/common/tokens.h"

#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QLocale>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace loci::widgets {

using namespace indicators;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::Board)
};

tl::unexpected<Error> notWritten(const QString &path, const QString &why)
{
    return fail(ErrorCode::NotWritable,
                Texts::tr("The board cannot be written to %1.").arg(QDir::toNativeSeparators(path)), why);
}

Result<> writeBytes(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return notWritten(path, file.errorString());
    }
    return {};
}

/// Tiles with their cards, as the canvas has them.
void paintBoard(QPainter &painter, const BoardCanvas &canvas, const TileContext &context)
{
    const Tokens &t = tokens();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(0, 0, canvas.width(), canvas.heightFor(canvas.width())), t.window);
    for (const Tile &tile : canvas.board().tiles) {
        const QRectF place = QRectF(canvas.placeOf(tile)).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(QPen(t.hairline, 1));
        painter.setBrush(t.surface);
        painter.drawRoundedRect(place, t.radius, t.radius);
        painter.save();
        painter.setClipRect(place);
        paintTile(painter, place.adjusted(t.padding, t.padding - 2, -t.padding, -t.padding), tile, context);
        painter.restore();
    }
}

QString quoted(QString text)
{
    // a cell that begins with such a sign is a formula to spreadsheets
    if (!text.isEmpty() && QStringLiteral("=+@\t").contains(text.front())) {
        text.prepend(QLatin1Char('\''));
    }
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

QStringList codesOf(const BoardCanvas &canvas)
{
    QStringList codes;
    for (const Tile &tile : canvas.board().tiles) {
        if (!tile.code.isEmpty() && !codes.contains(tile.code)) {
            codes << tile.code;
        }
        if (tile.kind == Tile::Kind::Table) {
            for (const auto &definition : canvas.outcome()->results->definitions()) {
                const QString &framework = canvas.board().framework;
                if (!codes.contains(definition->code) && (framework.isEmpty() || definition->framework == framework)) {
                    codes << definition->code;
                }
            }
        }
    }
    return codes;
}

QStringList provenanceLines(const BoardCanvas &canvas, const TileContext &context)
{
    QStringList lines;
    for (const QString &code : codesOf(canvas)) {
        const Definition *definition = context.outcome.results->definition(code);
        const Calculated *value = context.outcome.results->latest(code, context.area);
        if (definition != nullptr && value != nullptr) {
            QStringList sources;
            for (const UsedInput &input : value->inputs) {
                sources << QStringLiteral("%1 %2").arg(input.source, input.version);
            }
            lines << QStringLiteral("%1  %2: %3, %4, %5, %6")
                         .arg(code, definition->name.in(context.language),
                              value->period.isEmpty() ? Texts::tr("now") : value->period, value->coverage(), value->id,
                              sources.join(QStringLiteral("; ")));
        }
    }
    return lines;
}

} // namespace

Result<> writeBoardPng(BoardCanvas &canvas, const QString &path)
{
    const auto context = canvas.context();
    if (!context) {
        return fail(ErrorCode::Usage, Texts::tr("There is no board to export."));
    }
    constexpr int scale = 2;
    QImage image(canvas.width() * scale, canvas.heightFor(canvas.width()) * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    paintBoard(painter, canvas, *context);
    painter.end();
    image.setText(QStringLiteral("Provenance"), provenanceLines(canvas, *context).join(QLatin1Char('\n')));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit()) {
        return notWritten(path, file.errorString());
    }
    return {};
}

Result<> writeBoardPdf(BoardCanvas &canvas, const QString &path)
{
    const auto context = canvas.context();
    if (!context) {
        return fail(ErrorCode::Usage, Texts::tr("There is no board to export."));
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return notWritten(path, file.errorString());
    }
    const Tokens &t = tokens();
    const QStringList lines = provenanceLines(canvas, *context);
    const double wide = canvas.width();
    const double high = canvas.heightFor(canvas.width()) + 60 + 15.0 * static_cast<double>(lines.size()) + 24;
    QPdfWriter writer(&file);
    writer.setTitle(canvas.board().name.in(context->language));
    writer.setResolution(144);
    writer.setPageSize(QPageSize(QSizeF(wide * 0.75, high * 0.75), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    painter.scale(writer.width() / wide, writer.width() / wide);
    painter.fillRect(QRectF(0, 0, wide, high), t.window);
    painter.setFont(tokenFont(t.fontHeading, QFont::DemiBold));
    painter.setPen(t.text);
    painter.drawText(QRectF(12, 8, wide, 28), Qt::AlignVCenter, canvas.board().name.in(context->language));
    painter.setFont(tokenFont(t.fontCaption));
    painter.setPen(t.textMuted);
    painter.drawText(QRectF(12, 34, wide, 18), Qt::AlignVCenter,
                     Texts::tr("%1, as known on %2")
                         .arg(context->outcome.results->areas().at(context->area).name.in(context->language),
                              QLocale().toString(context->outcome.now.toLocalTime(), QLocale::ShortFormat)));
    painter.translate(0, 52);
    paintBoard(painter, canvas, *context);
    double y = canvas.heightFor(canvas.width());
    painter.setFont(tokenFont(t.fontCaption));
    painter.setPen(t.textMuted);
    for (const QString &line : lines) {
        painter.drawText(QRectF(12, y, wide - 24, 15), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(line, Qt::ElideRight, static_cast<int>(wide) - 24));
        y += 15;
    }
    painter.end();
    if (!file.commit()) {
        return notWritten(path, file.errorString());
    }
    return {};
}

QByteArray boardCsv(const BoardCanvas &canvas)
{
    const auto context = canvas.context();
    QStringList lines{QStringLiteral("code,name,area,area_name,level,period,value,unit,quality,have,need,calculation,"
                                     "computed,formula,inputs,sources,standard")};
    if (context) {
        const Results &results = *context->outcome.results;
        const QStringList codes = codesOf(canvas);
        for (const Calculated &value : results.values()) {
            const Definition *definition = results.definition(value.code);
            if (!codes.contains(value.code) || definition == nullptr) {
                continue;
            }
            QStringList inputs, sources;
            for (const UsedInput &input : value.inputs) {
                inputs << input.name + QLatin1Char('=') +
                              (input.value ? QString::number(*input.value, 'g', 12) : QStringLiteral("unknown"));
                sources << input.source + QLatin1Char(' ') + input.version;
            }
            const Area &area = results.areas().at(value.area);
            lines << QStringList{quoted(value.code),
                                 quoted(definition->name.in(context->language)),
                                 quoted(area.code),
                                 quoted(area.name.in(context->language)),
                                 quoted(results.areas().levels().value(area.level)),
                                 quoted(value.period),
                                 value.value ? QString::number(*value.value, 'g', 15) : QString(),
                                 quoted(definition->unit),
                                 quoted(toText(value.quality)),
                                 QString::number(value.have),
                                 QString::number(value.need),
                                 quoted(value.id),
                                 quoted(value.computedAt.toString(Qt::ISODate)),
                                 quoted(value.written),
                                 quoted(inputs.join(QStringLiteral("; "))),
                                 quoted(sources.join(QStringLiteral("; "))),
                                 quoted(definition->standard)}
                         .join(QLatin1Char(','));
        }
    }
    return "\xEF\xBB\xBF" + lines.join(QLatin1Char('\n')).toUtf8() + '\n';
}

Result<> writeBoardCsv(const BoardCanvas &canvas, const QString &path)
{
    return writeBytes(path, boardCsv(canvas));
}

} // namespace loci::widgets
