// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/status.h"

#include <QString>
#include <QWidget>
#include <optional>

namespace loci::widgets {

/// The governing rule as one sentence with a gauge: how far the value goes, where the limit is.
class GoverningBox final : public QWidget
{
    Q_OBJECT
public:
    explicit GoverningBox(QWidget *parent = nullptr);
    void show(Status status, const QString &sentence, std::optional<double> value, std::optional<double> limit,
              const QString &unit);
    const QString &sentence() const { return m_sentence; }
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool hasGauge() const { return m_value && m_limit; }
    int textHeight(int width) const;

    Status m_status = Status::Unknown;
    QString m_sentence, m_unit;
    std::optional<double> m_value, m_limit;
};

} // namespace loci::widgets
