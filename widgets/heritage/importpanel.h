// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/workspace/heritage/columnmatch.h"
#include "layers/workspace/heritage/importing.h"
#include "widgets/heritage/heritagedesk.h"
#include "widgets/layers/panel.h"

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class QFormLayout;
class QTimer;

namespace loci::widgets {

class FilePrompt;
class PlanModel;
class SegmentedControl;

/// The import assistant: a file with its format and encoding, a mapping (one that comes with the program, one that was
/// saved, or columns matched here), and what would become of every row, shown before anything is written; then all of
/// it as one step of undo.
class ImportPanel final : public Panel
{
    Q_OBJECT
public:
    ImportPanel(HeritageDesk &desk, FilePrompt &files, const QString &mappingFolder, QWidget *parent = nullptr);

    void chooseFile();
    void setFiles(const QStringList &files); ///< a table, with Arches' resource models (.json) and thesauri (.xml)
    /// "match": columns matched here; else a bundled mapping's id or a saved one's path.
    void setMapping(const QString &mapping);
    void setColumn(const QString &target, const QString &column); ///< of the match
    void apply();
    void saveMapping();
    bool isBusy() const; ///< reading, or about to look at the rows
    const workspace::ImportPreview *preview() const { return m_preview.get(); } ///< null: none yet
    PlanModel &model() const { return *m_model; }

signals:
    void closed();
    void failed(const QString &sentence);
    void imported(int records);
    void findingsReported(const loci::Findings &findings);

private:
    void build();
    void buildRows();
    void forget();
    void readFile();
    void take(const heritage::RowTable &table);
    void showFacts();
    void showLayers();
    void fillMappings();
    void fillColumns();
    Result<heritage::ImportMapping> mapping() const;
    void startPreview();
    void showPreview();

    HeritageDesk &m_desk;
    FilePrompt &m_files;
    QString m_mappingFolder; ///< where a person's own mappings are kept
    formats::RowSource m_source;
    QStringList m_columns, m_layers;
    workspace::ColumnMatch m_match;
    std::shared_ptr<workspace::ImportPreview> m_preview;
    QString m_mapping, m_format, m_recognised, m_crs; ///< the last three: of the file
    int m_rows = 0;
    int m_busy = 0, m_asked = 0;
    PlanModel *m_model;
    QLabel *m_facts = nullptr, *m_message = nullptr, *m_counts = nullptr, *m_layerName = nullptr;
    QComboBox *m_encoding = nullptr, *m_layer = nullptr, *m_mappings = nullptr;
    QWidget *m_matchArea = nullptr;
    QFormLayout *m_matchForm = nullptr;
    SegmentedControl *m_fates = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_choose = nullptr, *m_apply = nullptr, *m_save = nullptr;
    QTimer *m_soon;
};

} // namespace loci::widgets
