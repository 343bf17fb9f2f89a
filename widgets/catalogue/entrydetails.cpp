// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/catalogue/entrydetails.h"

#include "layers/domain/catalogue/cadence.h"
#include "widgets/common/propertylist.h"
#include "widgets/common/status.h"
#include "widgets/common/tokens.h"

#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

using catalogue::Entry;
using catalogue::Timeliness;

namespace {

Status statusOf(Timeliness timeliness)
{
    switch (timeliness) {
    case Timeliness::OnTime:
        return Status::Good;
    case Timeliness::Late:
        return Status::Stale;
    case Timeliness::NoPromise:
    case Timeliness::Unknown:
        break;
    }
    return Status::Unknown;
}

QString titleOf(const std::vector<Entry> &all, const QString &id, const QString &language)
{
    const auto found = std::find_if(all.begin(), all.end(), [&id](const Entry &one) { return one.id == id; });
    return found == all.end() ? id : found->said.title.in(language);
}

} // namespace

QString timelinessWord(const Entry &entry, const QDateTime &now)
{
    switch (catalogue::timeliness(entry.updated, entry.said.cadence, now)) {
    case Timeliness::OnTime:
        return EntryDetails::tr("on time");
    case Timeliness::Late:
        return EntryDetails::tr("late");
    case Timeliness::NoPromise:
        return EntryDetails::tr("no promise");
    case Timeliness::Unknown:
        return EntryDetails::tr("unknown");
    }
    return {};
}

EntryDetails::EntryDetails(QWidget *parent)
    : QWidget(parent)
    , m_badge(new StatusBadge(Status::Unknown, this))
    , m_rows(new PropertyList(this))
{
    setObjectName(QStringLiteral("catalogue.details"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens().gap);
    column->addWidget(m_badge);
    column->addWidget(m_rows);
}

void EntryDetails::setEntry(const Entry &entry, const std::vector<Entry> &all, const QString &language,
                            const QDateTime &now)
{
    m_badge->setStatus(statusOf(catalogue::timeliness(entry.updated, entry.said.cadence, now)));
    m_badge->setText(timelinessWord(entry, now));
    const QString unknown = tr("unknown");
    std::vector<PropertyRow> rows;
    const auto add = [&rows](const QString &label, const QString &value) {
        if (!value.isEmpty()) {
            rows.push_back({label, value});
        }
    };
    const QString owner = entry.said.department.in(language);
    add(tr("Kind"), catalogue::word(entry.kind));
    add(tr("Owner"), owner.isEmpty() ? tr("nobody has taken it on") : owner);
    add(tr("Description"), entry.said.text.in(language));
    add(tr("Freshness"), catalogue::timelinessWords(entry.updated, entry.said.cadence, now));
    add(tr("Sharing"), catalogue::word(entry.said.sharing));
    add(tr("Conditions"), entry.said.condition.in(language));
    add(tr("Basis"), entry.said.basis);
    if (entry.kind == catalogue::Kind::Layer || entry.kind == catalogue::Kind::Model) {
        const auto degree = [](double value) { return QString::number(value, 'f', 4); };
        add(tr("System"), entry.crs.isEmpty() ? unknown : entry.crs);
        add(tr("Extent"), entry.extent ? tr("%1 to %2 east, %3 to %4 north")
                                             .arg(degree(entry.extent->west), degree(entry.extent->east),
                                                  degree(entry.extent->south), degree(entry.extent->north))
                                       : unknown);
    }
    add(tr("Quality"), entry.said.quality.in(language));
    add(tr("Licence"), entry.said.licence);
    add(tr("Contact"), entry.said.contact);
    if (entry.withheld) {
        add(tr("Withheld"), tr("Place, fields and origin of the data are shown once the owner has granted them."));
    } else {
        QStringList origin{entry.said.lineage.in(language)};
        for (const QString &id : entry.madeFrom) {
            origin << titleOf(all, id, language);
        }
        origin.removeAll(QString());
        add(tr("Origin"), origin.join(QStringLiteral(", ")));
        add(tr("Fields"), entry.items.join(QStringLiteral(", ")));
        add(tr("Source"), entry.source);
    }
    m_rows->setRows(rows);
}

QString EntryDetails::asText() const
{
    return m_rows->asText();
}

} // namespace loci::widgets
