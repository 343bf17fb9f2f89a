// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/zone.h"
#include "widgets/heritage/heritagedesk.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace loci::widgets {

/// Kind, dates of force and decree of a zone: of one that was just drawn, or of a known one, whose latest version is
/// edited or followed by a new one.
class ZoneForm final : public QWidget
{
    Q_OBJECT
public:
    ZoneForm(HeritageDesk &desk, QWidget *parent = nullptr);
    void setZone(const heritage::Zone &zone);
    heritage::Zone zone() const; ///< with what stands in the fields
    QLineEdit *fromField() const { return m_from; }
    void save(); ///< says under the fields what does not fit

signals:
    void saved(const QString &zoneId);
    void cancelled();
    void redrawRequested(const QString &zoneId); ///< another shape

private:
    bool readDates(heritage::ZoneVersion &version) const;

    HeritageDesk &m_desk;
    heritage::Zone m_zone;
    QComboBox *m_kind;
    QLineEdit *m_from, *m_to, *m_decree, *m_authority, *m_height;
    QPlainTextEdit *m_conditions;
    QCheckBox *m_sketch, *m_newVersion;
    QLabel *m_problem;
    QPushButton *m_save, *m_cancel, *m_redraw;
};

} // namespace loci::widgets
