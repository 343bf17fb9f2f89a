// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/briefing/briefing.h"
#include "widgets/briefing/operatorconsole.h"
#include "widgets/layers/panel.h"

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QTableWidget;

namespace loci::widgets {

class BriefingDesk;

/// The form of one scene, in place of the details: a preview in wall typography, words in both languages, layout,
/// numbers, time and transition. Every finished edit is an undoable step.
class SceneEditor final : public Panel
{
    Q_OBJECT
public:
    SceneEditor(BriefingDesk &desk, QWidget *parent = nullptr);

    /// Shows a scene; nothing when there is none.
    void show(const QString &briefing, const QString &scene);
    QString sceneId() const { return m_scene.id; }
    void setPreview(const QImage &image, const QStringList &problems);
    /// Codes and names that may be chosen as numbers.
    void setIndicators(const std::vector<std::pair<QString, QString>> &indicators);

signals:
    void takeViewRequested(); ///< the scene is to show what the views show now
    void failed(const QString &message);
    void edited();

private:
    void build();
    QLineEdit *addWords(QFormLayout *form, const char *name, briefing::Words briefing::Scene::*member, bool chinese);
    QPlainTextEdit *addText(QFormLayout *form, const char *name, briefing::Words briefing::Scene::*member,
                            bool chinese);
    void fill();
    void fillFigures();
    void store(const QString &title);
    void addFigure();

    struct Field
    {
        QWidget *widget;
        briefing::Words briefing::Scene::*member;
        bool chinese;
        void set(const briefing::Scene &scene) const;
        bool take(briefing::Scene &scene) const; ///< true when it changed
    };
    BriefingDesk &m_desk;
    QString m_briefing;
    briefing::Scene m_scene;
    std::vector<Field> m_fields;
    WallPreview *m_preview = nullptr;
    QLabel *m_problems = nullptr;
    QComboBox *m_layout = nullptr, *m_transition = nullptr, *m_indicator = nullptr;
    QDoubleSpinBox *m_seconds = nullptr;
    QLineEdit *m_key = nullptr;
    QListWidget *m_figures = nullptr;
    QWidget *m_form = nullptr;
    bool m_filling = false;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace loci::widgets
