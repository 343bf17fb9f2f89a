// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/status.h"

#include <QString>
#include <QWidget>
#include <vector>

namespace loci::widgets {

/// One survey in the chart.
struct SurveyPoint
{
    double year = 0; ///< with its fraction
    QString date;    ///< as it is written below
    int rank = 0;    ///< 0 best to 4 worst
    Status status = Status::Unknown;
    QString word;
};

/// The condition of a record through its surveys as steps, best on top: a state holds until the next survey.
class ConditionChart final : public QWidget
{
    Q_OBJECT
public:
    explicit ConditionChart(QWidget *parent = nullptr);
    void setPoints(std::vector<SurveyPoint> points); ///< oldest first
    QSize sizeHint() const override { return {280, 96}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<SurveyPoint> m_points;
};

} // namespace loci::widgets
