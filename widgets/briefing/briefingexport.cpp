// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/briefingexport.h"

#include "widgets/briefing/briefingfilm.h"
#include "widgets/briefing/webexport.h"
#include "widgets/common/tokens.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPageLayout>
#include <QPainter>
#include <QSaveFile>

namespace loci::widgets {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::BriefingExport)
};

tl::unexpected<Error> notWritten(const QString &path, const QString &why)
{
    return fail(ErrorCode::NotWritable,
                Texts::tr("The briefing cannot be written to %1.").arg(QDir::toNativeSeparators(path)), why);
}

} // namespace

QString provenance(const briefing::Scene &scene, const QDate &today)
{
    QStringList lines{scene.title.in(QStringLiteral("en")), today.toString(Qt::ISODate)};
    if (!scene.source.en.isEmpty()) {
        lines << scene.source.en;
    }
    for (const briefing::Figure &figure : scene.figures) {
        if (figure.frozen) {
            lines << QStringLiteral("%1 %2 %3, %4, %5, frozen on %6")
                         .arg(figure.code,
                              figure.frozen->value ? QString::number(*figure.frozen->value) : QStringLiteral("unknown"),
                              figure.frozen->unit, figure.frozen->source.en, figure.frozen->version,
                              figure.frozen->date.toString(Qt::ISODate));
        } else {
            lines << QStringLiteral("%1, live").arg(figure.code);
        }
    }
    lines << QStringLiteral("Loci ") + QCoreApplication::applicationVersion();
    return lines.join(QLatin1Char('\n'));
}

void BriefingExport::run(BriefingStage &stage, Request request, Done done)
{
    auto *job = new BriefingExport(stage, std::move(request), std::move(done));
    job->next();
}

BriefingExport::BriefingExport(BriefingStage &stage, Request request, Done done)
    : QObject(&stage)
    , m_stage(stage)
    , m_request(std::move(request))
    , m_done(std::move(done))
{
    for (int i = 0; i < static_cast<int>(m_request.briefing.scenes.size()); ++i) {
        const QString &id = m_request.briefing.scenes[static_cast<std::size_t>(i)].id;
        if (m_request.only.isEmpty() || m_request.only.contains(id)) {
            m_scenes.push_back(i);
        }
    }
    m_report.canvas = canvas();
}

BriefingExport::~BriefingExport() = default;

QSize BriefingExport::canvas() const
{
    const briefing::Wall &wall = m_request.briefing.wall;
    return m_request.tiles && wall.isTiled() ? wallTiles(wall, m_request.size).canvas : m_request.size;
}

void BriefingExport::next()
{
    if (m_number == m_scenes.size()) {
        const Result<> closed = closeFile();
        m_done(closed ? Result<Report>(m_report) : tl::unexpected<Error>(closed.error()));
        deleteLater();
        return;
    }
    BriefingStage::Order order{m_request.briefing, m_scenes[m_number], canvas(), m_request.language, m_request.today};
    m_stage.compose(std::move(order), [this](const WallPicturePtr &picture) {
        m_request.format == Format::Film ? film(picture) : go(take(picture));
    });
}

void BriefingExport::go(const Result<> &taken)
{
    if (!taken) {
        m_done(tl::unexpected<Error>(taken.error()));
        deleteLater();
        return;
    }
    ++m_number;
    next();
}

void BriefingExport::film(const WallPicturePtr &picture)
{
    note(*picture);
    if (!m_film) {
        QStringList facts;
        for (const int scene : m_scenes) {
            facts << provenance(m_request.briefing.scenes[static_cast<std::size_t>(scene)], m_request.today);
        }
        auto file =
            FilmWriter::create(m_request.path, picture->image.size(),
                               {m_request.briefing.name.in(m_request.language), facts.join(QStringLiteral("\n\n"))});
        if (!file) {
            go(tl::unexpected<Error>(file.error()));
            return;
        }
        m_film = std::make_unique<BriefingFilm>(m_stage.city(), std::move(*file), nullptr);
    }
    m_film->add(picture, [this](const Result<> &added) { go(added); });
}

void BriefingExport::note(const WallPicture &picture)
{
    for (const QString &problem : picture.problems) {
        m_report.findings.push_back(
            {Severity::Warning, QStringLiteral("scene_incomplete"), picture.scene.id, {}, problem});
    }
}

Result<> BriefingExport::take(const WallPicturePtr &picture)
{
    note(*picture);
    switch (m_request.format) {
    case Format::Png:
        return writePictures(*picture);
    case Format::Pdf:
        return addPage(*picture);
    case Format::Web:
        m_pages.push_back(picture);
        break;
    case Format::Film:
        break;
    }
    return {};
}

QString BriefingExport::pathOf(const WallPicture &picture, const QString &suffix) const
{
    const QFileInfo file(m_request.path);
    return file.dir().filePath(QStringLiteral("%1-%2-%3%4.png")
                                   .arg(file.completeBaseName())
                                   .arg(m_number + 1, 2, 10, QLatin1Char('0'))
                                   .arg(picture.scene.id, suffix));
}

Result<> BriefingExport::writePng(const QImage &image, const WallPicture &picture, const QString &path)
{
    QImage stamped = image;
    stamped.setText(QStringLiteral("Provenance"), provenance(picture.scene, m_request.today));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !stamped.save(&file, "PNG") || !file.commit()) {
        return notWritten(path, file.errorString());
    }
    m_report.files << path;
    return {};
}

Result<> BriefingExport::writePictures(const WallPicture &picture)
{
    LOCI_CHECK(writePng(picture.image, picture, pathOf(picture, {})));
    const briefing::Wall &wall = m_request.briefing.wall;
    if (!m_request.tiles || !wall.isTiled()) {
        return {};
    }
    const briefing::WallTiles tiles = wallTiles(wall, m_request.size);
    for (std::size_t i = 0; i < tiles.tiles.size(); ++i) {
        const int row = static_cast<int>(i) / wall.columns, column = static_cast<int>(i) % wall.columns;
        LOCI_CHECK(writePng(picture.image.copy(tiles.tiles[i]), picture,
                            pathOf(picture, QStringLiteral("-r%1c%2").arg(row + 1).arg(column + 1))));
    }
    return {};
}

/// The scene over the whole width, below it what the speaker says and where the numbers come from.
Result<> BriefingExport::addPage(const WallPicture &picture)
{
    constexpr int kDpi = 300;
    if (!m_pdf) {
        m_file = std::make_unique<QSaveFile>(m_request.path);
        if (!m_file->open(QIODevice::WriteOnly)) {
            return notWritten(m_request.path, m_file->errorString());
        }
        m_pdf = std::make_unique<QPdfWriter>(m_file.get());
        m_pdf->setResolution(kDpi);
        m_pdf->setPageSize(QPageSize(QPageSize::A4));
        m_pdf->setPageOrientation(QPageLayout::Portrait);
        m_pdf->setPageMargins(QMarginsF(14, 14, 14, 14), QPageLayout::Millimeter);
        m_pdf->setTitle(m_request.briefing.name.in(m_request.language));
        m_pdf->setCreator(QStringLiteral("Loci ") + QCoreApplication::applicationVersion());
        m_painter = std::make_unique<QPainter>(m_pdf.get());
    } else {
        m_pdf->newPage();
    }
    QPainter &painter = *m_painter;
    const Tokens t = readTokens(ThemeMode::Light);
    const int width = painter.viewport().width();
    const QRect place(0, 0, width, width * picture.image.height() / std::max(1, picture.image.width()));
    painter.drawImage(place, picture.image);
    QRectF rest(0, place.bottom() + kDpi / 4.0, width, painter.viewport().height() - place.height() - kDpi / 4.0);
    const auto write = [&](const QString &text, double points, int weight, const QColor &colour) {
        if (text.isEmpty()) {
            return;
        }
        painter.setFont(tokenFont(static_cast<int>(points * kDpi / 72), weight));
        painter.setPen(colour);
        const QRectF used = painter.boundingRect(rest, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, text);
        painter.drawText(rest, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, text);
        rest.setTop(used.bottom() + points * kDpi / 72 * 0.8);
    };
    for (const QString &language : spoken(m_request.briefing, m_request.language)) {
        write(picture.scene.title.in(language), 14, QFont::DemiBold, t.text);
        write(picture.scene.notes.in(language), 10, QFont::Normal, t.text);
    }
    write(provenance(picture.scene, m_request.today), 7.5, QFont::Normal, t.textMuted);
    return {};
}

Result<> BriefingExport::closeFile()
{
    if (m_painter) {
        m_painter->end();
        m_painter.reset();
        m_pdf.reset();
        if (!m_file->commit()) {
            return notWritten(m_request.path, m_file->errorString());
        }
        m_report.files << m_request.path;
    }
    if (m_film) {
        LOCI_CHECK(m_film->finish());
        m_report.files << m_request.path;
    }
    if (m_request.format == Format::Web) {
        QSaveFile file(m_request.path);
        const QByteArray page = webPage(m_request.briefing, m_pages, m_request.language, m_request.today);
        if (!file.open(QIODevice::WriteOnly) || file.write(page) != page.size() || !file.commit()) {
            return notWritten(m_request.path, file.errorString());
        }
        m_report.files << m_request.path;
    }
    return {};
}

} // namespace loci::widgets
