// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/catalogue/entry.h"

#include <QWidget>

namespace loci::widgets {

class PropertyList;
class StatusBadge;

/// All that the catalogue knows of one entry, in words. What is withheld is said to be.
class EntryDetails final : public QWidget
{
    Q_OBJECT
public:
    explicit EntryDetails(QWidget *parent = nullptr);
    void setEntry(const catalogue::Entry &entry, const std::vector<catalogue::Entry> &all, const QString &language,
                  const QDateTime &now);
    QString asText() const;

private:
    StatusBadge *m_badge;
    PropertyList *m_rows;
};

/// "late", "on time", ... as the list shows it.
QString timelinessWord(const catalogue::Entry &entry, const QDateTime &now);

} // namespace loci::widgets
