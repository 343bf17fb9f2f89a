// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/heritage/heritagewords.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace loci::widgets {

class FilePrompt;
class HistoryView;
class MediaGallery;
class MessagePrompt;
class RecordCard;
class RecordForm;
class SegmentedControl;
class ThumbnailCache;
class ZoneForm;

/// One open record: card, form, photographs and history, with the steps of its review below. A record that was never
/// saved has its form only.
class RecordSheet final : public QWidget
{
    Q_OBJECT
public:
    RecordSheet(HeritageDesk &desk, FilePrompt &files, MessagePrompt &messages, const heritage::Asset &asset,
                QWidget *parent = nullptr);
    ~RecordSheet() override;

    const QString &id() const { return m_id; }
    QString name() const;
    const heritage::Asset &asset() const { return m_asset; } ///< as stored, or as it was made
    bool isNew() const { return m_isNew; }
    bool hasEdits() const;
    void showPage(const QString &page); ///< "card", "form", "media", "history", "zone"
    QString page() const;
    void refresh(); ///< from the store; unsaved edits stay in the form
    void editZone(const heritage::Zone &zone);
    bool save(); ///< what the form holds, with the reason
    void discard();

    RecordForm &form() const { return *m_form; }
    RecordCard &card() const { return *m_card; }
    MediaGallery &media() const { return *m_media; }
    HistoryView &history() const { return *m_history; }
    ZoneForm &zoneForm() const { return *m_zone; }

signals:
    void saved();
    void nameChanged();
    void showRequested(); ///< on map and in 3D
    /// The sheet ("sheet"), or a report or letter by its template.
    void printRequested(const QString &kind);
    void removed(); ///< a new one was given up, or the record went to the trash

private:
    void build(FilePrompt &files);
    void buildFoot();
    void connectParts();
    void openMenu();
    void makeForm();
    void showHead();
    void showFoot();
    void showNotice();
    void tellEditing();
    void submit();
    void sendBack();
    void approve();
    void trash();

    HeritageDesk &m_desk;
    MessagePrompt &m_messages;
    QString m_id;
    heritage::Asset m_asset;
    bool m_isNew = false;
    bool m_formMade = false; ///< made when first wanted: it is large
    bool m_isApart = false;  ///< somebody else changed a field that is edited here
    ThumbnailCache *m_thumbnails;
    QLabel *m_title, *m_badge, *m_subtitle, *m_notice;
    SegmentedControl *m_pages;
    QStackedWidget *m_stack;
    RecordCard *m_card;
    RecordForm *m_form;
    MediaGallery *m_media;
    HistoryView *m_history;
    ZoneForm *m_zone;
    QWidget *m_foot;
    QLineEdit *m_reason;
    QPushButton *m_edit, *m_print, *m_save, *m_discard, *m_submit, *m_return, *m_approve;
    QToolButton *m_more;
};

} // namespace loci::widgets
