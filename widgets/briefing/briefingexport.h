// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "widgets/briefing/briefingstage.h"

#include <QObject>
#include <QPdfWriter>
#include <QStringList>
#include <functional>
#include <memory>

class QSaveFile;

namespace loci::widgets {

class BriefingFilm;

/// Writes a briefing: one scene after the other is composed as the wall shows it, and put into pictures, pages, a web
/// page or a film. Beside the person's work; deletes itself when done. Main thread.
class BriefingExport final : public QObject
{
    Q_OBJECT
public:
    enum class Format { Png, Pdf, Web, Film };
    struct Request
    {
        briefing::Briefing briefing;
        Format format = Format::Png;
        QString path;           ///< a file; of pictures the beginning of their names ("town.png"); *.mp4, *.webm
        QSize size{1920, 1080}; ///< of a scene; of a wall of panels that of one panel
        bool tiles = false;     ///< of a wall of panels: one picture a panel beside the whole
        QString language;
        QDate today;
        QStringList only; ///< ids of scenes; empty: all
    };
    struct Report
    {
        QStringList files;
        Findings findings; ///< what scenes lack
        QSize canvas;
    };
    using Done = std::function<void(Result<Report>)>;
    static void run(BriefingStage &stage, Request request, Done done);
    ~BriefingExport() override;

private:
    BriefingExport(BriefingStage &stage, Request request, Done done);
    void next();
    Result<> take(const WallPicturePtr &picture);
    void note(const WallPicture &picture);
    void film(const WallPicturePtr &picture);
    void go(const Result<> &taken);
    Result<> writePictures(const WallPicture &picture);
    Result<> writePng(const QImage &image, const WallPicture &picture, const QString &path);
    Result<> addPage(const WallPicture &picture);
    Result<> closeFile();
    QSize canvas() const;
    QString pathOf(const WallPicture &picture, const QString &suffix) const;

    BriefingStage &m_stage;
    Request m_request;
    Done m_done;
    Report m_report;
    std::vector<int> m_scenes;
    std::size_t m_number = 0;
    std::unique_ptr<QSaveFile> m_file;
    std::unique_ptr<QPdfWriter> m_pdf;
    std::unique_ptr<QPainter> m_painter;
    std::unique_ptr<BriefingFilm> m_film;
    std::vector<WallPicturePtr> m_pages; ///< of a web page, as small as it shows them
};

/// Everything a scene says about itself: title, date, frozen or live, sources and versions; for files that carry it.
QString provenance(const briefing::Scene &scene, const QDate &today);

} // namespace loci::widgets
