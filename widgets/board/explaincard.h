// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/outcome.h"

#include <QWidget>
#include <memory>

class QLabel;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;

namespace loci::indicators {
struct Explanation;
}

namespace loci::widgets {

class SidePanel;
class StatusBadge;

/// The details of one indicator for one area: value and status, definition, formula with its numbers, targets, inputs
/// with source and version, and the way down to the rows.
class ExplainCard final : public QWidget
{
    Q_OBJECT
public:
    explicit ExplainCard(QWidget *parent = nullptr);
    void show(std::shared_ptr<const indicators::Outcome> outcome, const QString &code, int area,
              const QString &language);
    QString code() const { return m_code; }
    QStringList rows() const; ///< every row below the number
    QString words() const;    ///< everything it says, for tests and copying

signals:
    void closeRequested();
    void showOnMapRequested(const QString &areaCode);
    void rowsRequested(const QStringList &rows, const QString &fileName); ///< select them on the map
    void copyRequested(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    QString firstSource() const; ///< file of the first input
    void addSection(const QString &title, const QString &text, const char *role = nullptr);
    void addTargets();
    void addInputs(const indicators::Calculated &value);
    void addTree();

    std::shared_ptr<const indicators::Outcome> m_outcome;
    QString m_code, m_language;
    int m_area = 0;
    SidePanel *m_panel;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_layout = nullptr;
    QStringList m_words;
};

} // namespace loci::widgets
