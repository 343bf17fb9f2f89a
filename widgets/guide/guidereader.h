// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

class QTextBlock;

namespace loci::widgets {

/// A page of the user guide, set for reading: one column in the middle, type and colours from the tokens, pictures
/// scaled once and smoothly. A click on a picture shows it as large as it was taken. Opens nothing but what is
/// embedded.
class GuideReader final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit GuideReader(QWidget *parent = nullptr);
    QVariant loadResource(int type, const QUrl &name) override;
    const QUrl &page() const { return m_shown; }      ///< what is shown, a page or a picture
    QStringList missing() const { return m_missing; } ///< what pages asked for and was not there

    static constexpr int kColumn = 780; ///< logical pixels

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;

private:
    QImage pictureOf(const QUrl &url) const;
    void onSource(const QUrl &url);
    void setType();
    void setBlock(const QTextBlock &block);
    void setWords(const QTextBlock &block);
    void setTables();
    void centre();
    QUrl m_shown; ///< source() follows only when a page is complete
    QUrl m_page;  ///< the last page that was no picture: names are relative to it
    QStringList m_missing;
};

} // namespace loci::widgets
