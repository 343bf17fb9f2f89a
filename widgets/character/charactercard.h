// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/character/characterprofile.h"

#include <QWidget>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;
class QTreeWidget;

namespace loci::widgets {

class CharacterFigure;
class SidePanel;

/// What a card shows of an area: how it is, what it is held against, and its buildings from the most foreign on.
struct CharacterView
{
    analysis::CharacterProfile profile;
    std::optional<analysis::CharacterProfile> reference; ///< kept earlier, or the town without the proposal
    QString held;                                        ///< what the reference is, in words; empty: the area itself
    std::vector<analysis::Conformity> buildings;
    QString method; ///< source of the rule
};

/// The character of an area beside the views: choose an area, see its measures against the reference, the buildings
/// that fit it least, and keep it as reference.
class CharacterCard final : public QWidget
{
    Q_OBJECT
public:
    explicit CharacterCard(QWidget *parent = nullptr);
    struct Area
    {
        QString id, name;
    };
    void setAreas(const std::vector<Area> &areas, const QString &current);
    QString area() const;
    void show(const CharacterView &view);
    void showNothing(const QString &why); ///< no case, no area, being computed
    void setKeeping(bool possible);
    const std::optional<CharacterView> &view() const { return m_view; }
    QString words() const; ///< for tests and copying

signals:
    void areaChosen(const QString &id);
    void buildingChosen(const QString &id);
    void foreignRequested(const QStringList &ids); ///< show all that fit badly
    void keepRequested();
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();
    void fillBuildings();

    SidePanel *m_panel;
    QComboBox *m_areas;
    QLabel *m_facts, *m_index, *m_held, *m_method, *m_empty;
    CharacterFigure *m_figure;
    QTreeWidget *m_buildings;
    QPushButton *m_keep, *m_foreign;
    QToolButton *m_close;
    QWidget *m_content;
    std::optional<CharacterView> m_view;
    bool m_filling = false;
};

} // namespace loci::widgets
