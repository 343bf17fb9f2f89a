// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/recents.h"

#include <QImage>
#include <QWidget>
#include <functional>
#include <vector>

class QGridLayout;
class QLabel;

namespace loci::widgets {

class WelcomeTile;

/// The first thing one sees: recent workspaces, the sample city, templates, a file, the tour. It only asks.
class WelcomePage final : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);
    /// `thumbnail` may be empty or give null images.
    void setRecents(const std::vector<RecentEntry> &recents,
                    const std::function<QImage(const QString &)> &thumbnail = {});

signals:
    void recentChosen(const QString &path);
    void sampleRequested();
    void templateChosen(const QString &id); ///< "planning", "heritage", "briefing"
    void fileRequested();
    void tourRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Recent
    {
        RecentEntry entry;
        QImage picture;
    };
    void build();
    void retranslate();
    void arrange();
    QWidget *m_content;
    QLabel *m_title;
    QLabel *m_sentence;
    QLabel *m_recentTitle;
    QLabel *m_startTitle;
    QLabel *m_templateTitle;
    QGridLayout *m_recentGrid;
    QGridLayout *m_startGrid;
    QGridLayout *m_templateGrid;
    std::vector<WelcomeTile *> m_start, m_templates, m_recentTiles;
    std::vector<Recent> m_recents;
    int m_columns = 3;
};

} // namespace loci::widgets
