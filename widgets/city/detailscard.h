// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/objectfacts.h"
#include "layers/map/featurefacts.h"
#include "widgets/city/citylibrary.h"
#include "widgets/models/selection.h"

#include <QString>
#include <QVariant>
#include <QWidget>
#include <functional>
#include <utility>
#include <vector>

class QVBoxLayout;
class QLabel;
class QScrollArea;
class QPushButton;

namespace loci::widgets {

/// The card on the right: what is selected, the few actions that make sense, and everything the data says about it.
/// One thing: its card; several: a count by kind; nothing: a hint. An absent value reads "unknown", never zero.
class DetailsCard final : public QWidget
{
    Q_OBJECT
public:
    using FeatureLookup = std::function<map::FeatureFacts(const FeatureRef &)>;
    DetailsCard(CityLibrary &cities, Selection &selection, FeatureLookup features, QWidget *parent = nullptr);

    /// Text of the heading, for tests and accessibility.
    QString heading() const;

signals:
    void hideRequested(const loci::widgets::CityObjectRef &object);
    void isolateRequested(const loci::widgets::CityObjectRef &object);
    void exportRequested(const QString &modelId); ///< the selection is what to export
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void showNothing();
    void showSeveral();
    void showObject(const CityObjectRef &ref);
    void showFeature(const FeatureRef &ref);
    void startCard(const QString &kind, const QString &title, const QString &subtitle);
    void addFacts(const std::vector<std::pair<QString, QString>> &facts);
    void addTable(const QString &title, const std::vector<std::pair<QString, QString>> &rows);
    void addLinks(const QString &title, const CityObjectRef &ref, const std::vector<city::ObjectIndex> &objects);
    void setActions(const SelectedThing &thing);

    CityLibrary &m_cities;
    Selection &m_selection;
    FeatureLookup m_features;
    QScrollArea *m_scroll;
    QWidget *m_actions;
    QLabel *m_heading = nullptr;
    QVBoxLayout *m_body = nullptr;
};

/// A value as the person reads it: numbers with the locale's marks, JSON compact, absent as "unknown".
QString readableValue(const QVariant &value);

} // namespace loci::widgets
