// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/heritage/assetlistmodel.h"
#include "widgets/heritage/heritagedesk.h"
#include "widgets/layers/panel.h"

#include <QTimer>
#include <optional>

class QComboBox;
class QLabel;
class QListView;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace loci::widgets {

class AssetDelegate;
class EmptyState;
class FacetBar;
class MessagePrompt;
class RoleChooser;
class SearchField;
class SectionHeader;
class YearBar;

/// The heritage workplace: search and facets, the list of what they find, searches that were kept, what is missing in
/// the catalogue, and who sits here.
class HeritagePanel final : public Panel
{
    Q_OBJECT
public:
    HeritagePanel(HeritageDesk &desk, MessagePrompt &messages, QWidget *parent = nullptr);

    AssetListModel &model() const { return *m_model; }
    FacetBar &facets() const { return *m_facets; }
    SearchField &search() const { return *m_search; }
    RoleChooser &roles() const { return *m_roles; }
    void setQuery(const storage::heritage::AssetQuery &query);
    void setCurrent(const QString &id); ///< marks it in the list; does not emit
    /// The bar of years: list, map and 3D show what stood in its year.
    void showYears(bool shown);
    YearBar &years() const { return *m_years; }
    bool isUpToDate() const { return !m_typing.isActive() && !m_refresh.isActive(); }

signals:
    void recordChosen(const QString &id);
    void newRequested();
    void importRequested();
    void yearChanged(std::optional<int> year); ///< nothing: as it is today
    void workRequested(const QString &page);   ///< of WorkPanel
    void printRequested();
    void thesaurusRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QWidget *buildHead();
    void buildFoot(QVBoxLayout &column);
    void reload(); ///< everything: another workspace, profile or language
    void ask();    ///< list and facets of the query
    void showCounts();
    void showTasks();
    void buildYears(QVBoxLayout &column);
    void takeYear();
    void toggle(storage::heritage::Facet facet, const QString &value);
    void keepSearch();
    void addLink(QVBoxLayout &column, const char *iconName, const QString &text, const QString &remark,
                 const storage::heritage::AssetQuery &query, const QString &name);

    HeritageDesk &m_desk;
    MessagePrompt &m_messages;
    AssetListModel *m_model;
    AssetDelegate *m_delegate = nullptr;
    SearchField *m_search = nullptr;
    FacetBar *m_facets = nullptr;
    QScrollArea *m_facetArea = nullptr;
    QListView *m_list = nullptr;
    QStackedWidget *m_middle = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_title = nullptr, *m_total = nullptr, *m_found = nullptr;
    QPushButton *m_new = nullptr;
    QToolButton *m_clear = nullptr, *m_keep = nullptr, *m_filters = nullptr, *m_who = nullptr, *m_more = nullptr;
    QComboBox *m_sort = nullptr;
    QWidget *m_links = nullptr;
    QVBoxLayout *m_linkColumn = nullptr;
    RoleChooser *m_roles;
    QWidget *m_yearArea = nullptr;
    QLabel *m_yearText = nullptr;
    YearBar *m_years = nullptr;
    QTimer m_typing, m_refresh, m_tasksSoon;
};

} // namespace loci::widgets
