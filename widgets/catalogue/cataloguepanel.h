// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/catalogue/access.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace loci::widgets {

class DeliveriesPage;
class DescriptionForm;
class EmptyState;
class EntryDetails;
class LocationPage;
class RequestList;
class SearchField;
class SegmentedControl;
class SidePanel;

/// What the panel shows: the catalogue as whoever looks may see it.
struct CatalogueShown
{
    std::vector<catalogue::Entry> entries;
    std::vector<catalogue::Request> requests;
    catalogue::Viewer viewer;
    QStringList people; ///< that may look, besides the public
    bool isPublic = false;
    bool readOnly = false;
    QDateTime now;
};

/// The data catalogue: search, list by kind, one entry in words, requests, and the form of an entry; beside it the page
/// of the deliveries. It changes nothing itself.
class CataloguePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit CataloguePanel(QWidget *parent = nullptr);
    void setLanguage(const QString &language);
    void setCatalogue(CatalogueShown shown);
    void showReport(const QString &sentence);
    void setSharing(bool on); ///< the end point of this computer
    void choose(const QString &entry);
    const catalogue::Entry *chosen() const;
    DeliveriesPage &deliveries() const { return *m_deliveries; }
    LocationPage &location() const { return *m_location; }
    void showPart(const QString &part); ///< "data", "deliveries" or "location"

signals:
    /// An empty name: the public.
    void viewerChosen(const QString &person);
    void described(const QString &id, const loci::catalogue::Description &said);
    void askRequested(const QString &id);
    void answered(const QString &request, loci::catalogue::State state);
    void exportRequested(bool iso);
    void peopleRequested();
    void shareRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildList();
    QPushButton *addButton(QWidget *parent, const char *name);
    void fillList();
    void fillViewers();
    void showChosen();
    void retranslate();

    CatalogueShown m_shown;
    QString m_language = QStringLiteral("en");
    SidePanel *m_panel;
    QStackedWidget *m_pages;
    QWidget *m_list;
    DescriptionForm *m_form;
    SegmentedControl *m_parts;
    DeliveriesPage *m_deliveries;
    LocationPage *m_location;
    QComboBox *m_viewers = nullptr;
    SearchField *m_search = nullptr;
    QLabel *m_report = nullptr;
    QTreeWidget *m_tree = nullptr;
    EmptyState *m_empty = nullptr;
    EntryDetails *m_details = nullptr;
    RequestList *m_requests = nullptr;
    QPushButton *m_describe = nullptr, *m_ask = nullptr, *m_dcat = nullptr, *m_iso = nullptr, *m_people = nullptr,
                *m_share = nullptr;
    bool m_sharing = false;
};

} // namespace loci::widgets
