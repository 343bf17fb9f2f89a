// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/surfaces.h"
#include "widgets/packs/packrow.h"

class QPushButton;

namespace loci::widgets {

/// One pack in the list: name, department, what it brings, how it stands, and what can be done with it.
class PackCard final : public Card
{
    Q_OBJECT
public:
    explicit PackCard(const PackRow &row, QWidget *parent = nullptr);
    const QString &id() const { return m_id; }

signals:
    void switched(const QString &id, bool on);
    void agreed(const QString &id);
    void retried(const QString &id);
    void opened(const QString &id);

private:
    QPushButton *addButton(QWidget *bar, const QString &text, const char *name);
    QString m_id;
};

} // namespace loci::widgets
