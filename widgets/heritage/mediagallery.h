// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/parts.h"
#include "widgets/heritage/heritagedesk.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace loci::widgets {

class BeforeAfter;
class FilePrompt;
class ThumbnailCache;

/// Photographs and documents of a record: added by drop or dialog, with caption, rights, author and date; one chosen is
/// shown large, two lie under the before and after slider, the earlier one left.
class MediaGallery final : public QWidget
{
    Q_OBJECT
public:
    MediaGallery(HeritageDesk &desk, ThumbnailCache &thumbnails, FilePrompt &files, QWidget *parent = nullptr);
    void setRecord(const heritage::Asset &asset);
    void addByDialog();
    int count() const { return static_cast<int>(m_uses.size()); }
    void choose(const std::vector<int> &rows);
    bool isComparing() const;
    BeforeAfter &comparison() const { return *m_compare; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void fillList();
    void showChosen();
    void showPictures();
    void storeWords();
    std::vector<int> chosenRows() const;

    HeritageDesk &m_desk;
    ThumbnailCache &m_thumbnails;
    FilePrompt &m_files;
    heritage::Asset m_asset;
    std::vector<heritage::MediaUse> m_uses;
    QListWidget *m_list;
    QStackedWidget *m_stage;
    QLabel *m_large;
    BeforeAfter *m_compare;
    QWidget *m_words;
    QLineEdit *m_caption, *m_rights, *m_author, *m_taken;
    QPushButton *m_add, *m_store, *m_overlay;
};

} // namespace loci::widgets
