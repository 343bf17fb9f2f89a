// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/formats/export/exportmodel.h"
#include "widgets/city/citylibrary.h"
#include "widgets/layers/panel.h"
#include "widgets/layers/viewaccess.h"
#include "widgets/models/selection.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace loci::widgets {

class FilePrompt;

/// Export of a city model: format, level of detail, type and area (all, the map's extent, the selection). The file is
/// written in the background with progress and cancel; what the format cannot carry becomes notes among the findings.
class ExportSheet final : public Panel
{
    Q_OBJECT
public:
    ExportSheet(CityLibrary &cities, Selection &selection, workspace::TaskRunner &tasks, FilePrompt &files,
                ViewAccess view, formats::FootprintWriter footprints, QWidget *parent = nullptr);

    void setModel(const QString &id); ///< empty: keeps the one that is shown, or takes the first
    bool isRunning() const { return m_task != 0; }
    void start(); ///< asks for the file, then writes

signals:
    void exported(const QString &path);
    void failed(const QString &message);
    void findingsReported(const loci::Findings &findings);
    void closed();

private:
    void build();
    void fillModels();
    void fillChoices(); ///< of the chosen model
    void fillAreas();
    void updateButton();
    std::optional<QString> askForPath(const formats::ExportFormatInfo &format, const QString &name);
    city::SubsetCriteria criteria(const CityEntry &entry, formats::ExportFormat format) const;
    void finish(const QString &name, Result<formats::ExportReport> report);
    formats::ExportFormat format() const;

    CityLibrary &m_cities;
    Selection &m_selection;
    workspace::TaskRunner &m_tasks;
    FilePrompt &m_files;
    ViewAccess m_view;
    formats::FootprintWriter m_footprints;
    QComboBox *m_model = nullptr, *m_format = nullptr, *m_lod = nullptr, *m_type = nullptr, *m_area = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_button = nullptr;
    QPushButton *m_cancel = nullptr;
    quint64 m_task = 0;
};

} // namespace loci::widgets
