// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/paletteprovider.h"
#include "widgets/layers/panel.h"

#include <QPixmap>
#include <QTimer>
#include <memory>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTextBrowser;

namespace loci::widgets {

class BriefingShow;

/// A picture that keeps its shape; the console's own pointer is sent from it to the wall.
class WallPreview final : public QWidget
{
    Q_OBJECT
public:
    explicit WallPreview(QWidget *parent = nullptr);
    void setImage(const QImage &image);
    void setPointing(bool pointing);

signals:
    void pointed(const std::optional<QPointF> &share); ///< of the picture, 0 to 1

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QRect place() const;
    QImage m_image;
    QPixmap m_scaled;
    bool m_pointing = false;
};

/// The operator's window: present and next scene, notes, clock and timer, all scenes with search, blackout, pointer,
/// and "ask the city". What is wrong with a scene is said here and nowhere else.
class OperatorConsole final : public Panel
{
    Q_OBJECT
public:
    OperatorConsole(BriefingShow &show, QWidget *parent = nullptr);
    ~OperatorConsole() override;

    /// Where "ask the city" looks; a chosen line does what it does anywhere (it selects).
    void setProviders(std::vector<std::unique_ptr<PaletteProvider>> providers);
    void setLanguage(const QString &language);
    void refresh();
    void tell(const QString &sentence);
    void ask(const QString &text); ///< as if it was typed

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *buildLeft();
    QWidget *buildRight();
    void fillScenes();
    void filterScenes(const QString &text);
    void showPictures();
    void showTime();

    BriefingShow &m_show;
    QString m_language = QStringLiteral("en");
    std::vector<std::unique_ptr<PaletteProvider>> m_providers;
    std::vector<PaletteItem> m_found;
    WallPreview *m_now = nullptr, *m_next = nullptr;
    QLabel *m_title = nullptr, *m_nextTitle = nullptr, *m_clock = nullptr, *m_timer = nullptr, *m_problems = nullptr;
    QTextBrowser *m_notes = nullptr;
    QListWidget *m_scenes = nullptr, *m_answers = nullptr;
    QLineEdit *m_search = nullptr, *m_ask = nullptr;
    QPushButton *m_black = nullptr, *m_point = nullptr, *m_loop = nullptr;
    QTimer m_tick;
    QString m_told;
    quint64 m_question = 0;
};

} // namespace loci::widgets
