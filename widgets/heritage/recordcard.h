// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/heritage/heritagewords.h"

#include <QScrollArea>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace loci::widgets {

class ThumbnailCache;

/// What a record says at a glance: photographs, dates and protection, condition through time, zones, the four haves,
/// where it is on map and in 3D, its review and who changed it last. What is not known reads so.
class RecordCard final : public QScrollArea
{
    Q_OBJECT
public:
    RecordCard(HeritageDesk &desk, ThumbnailCache &thumbnails, QWidget *parent = nullptr);
    void setRecord(const heritage::Asset &asset); ///< builds it anew

signals:
    void photographsRequested(); ///< the gallery
    void addPhotographsRequested();
    void placeRequested();
    void areaRequested();
    void bindRequested();
    void unbindRequested(int index);
    void bindingShown(int index);
    void zoneRequested(const QString &kind);
    void zoneEditRequested(const QString &zoneId);
    void historyRequested();
    void fieldRequested(const QString &path); ///< in the form

private:
    void addPhotographs();
    void addFacts();
    void addCondition();
    void addZones();
    void addFourHaves();
    void addPosition();
    void addReview();
    void addLastChanges();
    void addRow(const QString &label, const QString &value, const QString &path);
    QHBoxLayout *startSection(const QString &title, const QString &remark = {});
    QLabel *addText(const QString &text, const char *role);
    void rule();

    HeritageDesk &m_desk;
    ThumbnailCache &m_thumbnails;
    HeritageWords m_words;
    heritage::Asset m_asset;
    heritage::AssetFacts m_facts;
    QVBoxLayout *m_column = nullptr;
    bool m_editable = false;
};

} // namespace loci::widgets
