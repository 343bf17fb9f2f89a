// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/heritage/heritagemap.h"

#include <QObject>
#include <QPointer>

namespace loci::widgets {

class RecordSheet;

/// Gives records their place: a point or an area drawn on the map, a zone, a building pointed at on the map or in 3D.
/// Each is one undoable step. Main thread.
class RecordPlacing final : public QObject
{
    Q_OBJECT
public:
    RecordPlacing(HeritageDesk &desk, HeritageMap &heritageMap, const HeritageMap::Views &views,
                  QObject *parent = nullptr);
    void attach(RecordSheet *sheet); ///< its buttons lead here
    /// The next building that is selected is bound to the record.
    void startBinding(const QString &id);
    void stopBinding();
    bool isBinding() const { return !m_binding.isEmpty(); }

signals:
    void mapWanted();
    void sceneWanted();
    void said(const QString &hint);
    void bindingEnded();

private:
    void drawShape(RecordSheet *sheet, bool area);
    void drawZone(RecordSheet *sheet, const QString &kind, const QString &zoneId);
    void addShape(const QString &id, const std::vector<Vec2> &points, bool area);
    void onSelection();
    void bind(const QString &id, const CityObjectRef &ref);
    void unbind(const QString &id, int index);
    QString wktOf(const std::vector<Vec2> &points, bool area) const; ///< WGS 84

    HeritageDesk &m_desk;
    HeritageMap &m_map;
    HeritageMap::Views m_views;
    QString m_binding; ///< record that waits for a building
};

} // namespace loci::widgets
