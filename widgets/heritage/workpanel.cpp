// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/workpanel.h"

#include "widgets/common/icons.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/tokens.h"
#include "widgets/heritage/fieldrow.h"
#include "widgets/heritage/linesmodel.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace loci::widgets {

namespace sh = storage::heritage;

namespace {

constexpr int kRowHeight = 40; // two lines of words
using Pairs = std::vector<sh::DuplicatePair>;

/// In a worker, through a connection of its own.
Result<Pairs> readDoubles(const workspace::Workspace::Reader &reader)
{
    LOCI_TRY(const auto database, reader());
    const sh::HeritageStore store(*database);
    return store.duplicates();
}

QString missingShort(sh::Missing missing)
{
    switch (missing) {
    case sh::Missing::Photograph:
        return WorkPanel::tr("no photograph");
    case sh::Missing::RecentSurvey:
        return WorkPanel::tr("no survey for five years");
    case sh::Missing::Zone:
        return WorkPanel::tr("no zone");
    case sh::Missing::FourHaves:
        return WorkPanel::tr("four haves incomplete");
    case sh::Missing::Place:
        return WorkPanel::tr("no place");
    case sh::Missing::Date:
        return WorkPanel::tr("no date");
    }
    return {};
}

bool isBatchField(const heritage::Section &section, const heritage::Field &field)
{
    using Type = heritage::Field::Type;
    return !section.isRepeated && field.type != Type::Geometry && field.type != Type::Media &&
           field.type != Type::LocalText;
}

} // namespace

WorkPanel::WorkPanel(HeritageDesk &desk, QWidget *parent) : Panel(parent), m_desk(desk), m_lines(new LinesModel(this))
{
    setObjectName(QStringLiteral("heritage.work"));
    build();
    connect(&m_desk, &HeritageDesk::opened, this, [this] {
        m_query = {};
        fillFields();
        refresh();
    });
    connect(&m_desk, &HeritageDesk::assetsChanged, this, [this] {
        if (isVisible()) {
            refresh();
        }
    });
    connect(&m_desk, &HeritageDesk::personChanged, this, &WorkPanel::refresh);
}

void WorkPanel::build()
{
    const Tokens &t = tokens();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(t.padding, t.gap, t.padding, t.padding);
    column->setSpacing(t.gap);
    auto *head = new QHBoxLayout;
    QLabel *title = makeLabel(this, "title");
    QToolButton *close = makeIconButton(this);
    head->addWidget(title, 1);
    head->addWidget(close);
    column->addLayout(head);
    m_pages = new SegmentedControl(this);
    for (const char *page : {"tasks", "approve", "edit", "doubles"}) {
        m_pages->addSegment(QLatin1String(page), QLatin1String(page));
    }
    column->addWidget(m_pages);
    m_remark = makeLabel(this, "muted");
    m_remark->setObjectName(QStringLiteral("remark"));
    m_remark->setWordWrap(true);
    column->addWidget(m_remark);
    m_edit = new QWidget(this);
    m_editColumn = new QVBoxLayout(m_edit);
    m_editColumn->setContentsMargins(0, 0, 0, 0);
    m_editColumn->setSpacing(t.gap);
    m_fields = new QComboBox(m_edit);
    m_fields->setObjectName(QStringLiteral("field"));
    m_fields->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_editColumn->addWidget(m_fields);
    column->addWidget(m_edit);
    m_table = new QTableView(this);
    m_table->setModel(m_lines);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setStretchLastSection(true);
    column->addWidget(m_table, 1);
    m_reason = new QLineEdit(this);
    column->addWidget(m_reason);
    m_apply = makeButton(this, "primary");
    m_apply->setObjectName(QStringLiteral("applyWork"));
    column->addWidget(m_apply, 0, Qt::AlignRight);
    connect(close, &QToolButton::clicked, this, &WorkPanel::closed);
    connect(m_pages, &SegmentedControl::chosen, this, &WorkPanel::showPage);
    connect(m_fields, &QComboBox::activated, this, [this] { setField(m_fields->currentData().toString()); });
    connect(m_apply, &QPushButton::clicked, this, &WorkPanel::apply);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        const WorkLine line = m_lines->line(index.row());
        if (!line.other.isEmpty()) {
            emit recordChosen(line.other);
        }
        emit recordChosen(line.id);
    });
    onLanguage([this, title, close] {
        title->setText(tr("Many records"));
        close->setToolTip(tr("Close"));
        close->setAccessibleName(tr("Close"));
        m_pages->setSegmentText(QStringLiteral("tasks"), tr("To do"));
        m_pages->setSegmentText(QStringLiteral("approve"), tr("Approve"));
        m_pages->setSegmentText(QStringLiteral("edit"), tr("Edit"));
        m_pages->setSegmentText(QStringLiteral("doubles"), tr("Doubles"));
        m_reason->setPlaceholderText(tr("Why (optional)"));
        m_fields->setAccessibleName(tr("Field"));
        fillFields();
        showPage(page().isEmpty() ? QStringLiteral("tasks") : page());
    });
    onTheme([close] { close->setIcon(icon(QStringLiteral("close"))); });
}

void WorkPanel::fillFields()
{
    m_fields->clear();
    delete m_row;
    m_row = nullptr;
    if (m_desk.profile() == nullptr) {
        return;
    }
    m_fields->addItem(tr("Choose a field…"), QString());
    for (const heritage::Section &section : m_desk.profile()->sections) {
        for (const heritage::Field &field : section.fields) {
            if (isBatchField(section, field)) {
                m_fields->addItem(
                    QStringLiteral("%1 · %2").arg(section.label.in(dataLanguage()), field.label.in(dataLanguage())),
                    section.path + field.path);
            }
        }
    }
}

void WorkPanel::setQuery(const sh::AssetQuery &query)
{
    m_query = query;
    refresh();
}

void WorkPanel::showPage(const QString &page)
{
    m_pages->setCurrent(page);
    refresh();
}

QString WorkPanel::page() const
{
    return m_pages->current();
}

QString WorkPanel::nameOf(const QString &id) const
{
    const auto asset = m_desk.asset(id);
    return asset ? m_desk.nameOf(*asset) : QString();
}

void WorkPanel::refresh()
{
    const QString now = page();
    const bool acts = now == QLatin1String("approve") || now == QLatin1String("edit");
    m_edit->setVisible(now == QLatin1String("edit"));
    m_reason->setVisible(acts);
    m_apply->setVisible(acts);
    m_apply->setEnabled(false);
    m_ids.clear();
    if (!m_desk.isOpen()) {
        show({}, {}, tr("No workspace is open."));
    } else if (now == QLatin1String("approve")) {
        showApproval();
    } else if (now == QLatin1String("edit")) {
        showEdit();
    } else if (now == QLatin1String("doubles")) {
        findDoubles();
    } else {
        showTasks();
    }
}

void WorkPanel::show(const QStringList &headings, std::vector<WorkLine> lines, const QString &remark)
{
    m_lines->setLines(headings, std::move(lines));
    m_remark->setText(remark);
    m_table->setVisible(m_lines->rowCount() > 0);
    m_table->resizeColumnsToContents();
    constexpr int kWidest = 140;
    if (m_lines->columnCount() > 1) {
        m_table->setColumnWidth(0, std::min(kWidest, m_table->columnWidth(0)));
    }
}

void WorkPanel::showTasks()
{
    QHash<QString, QStringList> missing;
    QStringList order;
    for (const sh::Missing kind : {sh::Missing::Zone, sh::Missing::FourHaves, sh::Missing::RecentSurvey,
                                   sh::Missing::Photograph, sh::Missing::Place, sh::Missing::Date}) {
        sh::AssetQuery query;
        query.missing = {kind};
        query.sort = sh::SortBy::Level;
        const auto ids = m_desk.catalogue().store().ids(query);
        for (const QString &id : ids ? *ids : QStringList()) {
            if (!missing.contains(id)) {
                order << id;
            }
            missing[id] << missingShort(kind);
        }
    }
    std::stable_sort(order.begin(), order.end(), [&missing](const QString &a, const QString &b) {
        return missing.value(a).size() > missing.value(b).size();
    });
    std::vector<WorkLine> lines;
    lines.reserve(static_cast<std::size_t>(order.size()));
    for (const QString &id : std::as_const(order)) {
        const QString name = nameOf(id);
        if (!name.isEmpty()) { // else it is withheld from this person
            lines.push_back({id, {}, {name, missing.value(id).join(QStringLiteral(" · "))}, false});
        }
    }
    const auto count = static_cast<int>(lines.size());
    show({tr("Record"), tr("What is missing")}, std::move(lines),
         count == 0 ? tr("Nothing is missing.") : tr("%n records are incomplete, the worst first.", nullptr, count));
}

void WorkPanel::showApproval()
{
    const auto preview = m_desk.catalogue().previewApproval(m_query);
    if (!preview) {
        show({}, {}, preview.error().message);
        return;
    }
    m_ids = preview->ids;
    std::vector<WorkLine> lines;
    lines.reserve(static_cast<std::size_t>(m_ids.size()) + preview->refused.size());
    for (const QString &id : std::as_const(m_ids)) {
        lines.push_back({id, {}, {nameOf(id), tr("is approved")}, false});
    }
    for (const Finding &finding : preview->refused) {
        lines.push_back({finding.object, {}, {nameOf(finding.object), finding.message}, true});
    }
    const auto refused = static_cast<int>(preview->refused.size());
    show({tr("Record"), tr("What happens")}, std::move(lines),
         tr("Of what the list shows, %1 would be approved; %2 cannot be.").arg(m_ids.size()).arg(refused));
    m_apply->setText(tr("Approve %n records", nullptr, static_cast<int>(m_ids.size())));
    m_apply->setEnabled(!m_ids.isEmpty());
}

void WorkPanel::setField(const QString &path)
{
    m_fields->setCurrentIndex(std::max(0, m_fields->findData(path)));
    delete m_row;
    m_row = nullptr;
    const heritage::Field *field =
        m_desk.profile() != nullptr && !path.isEmpty() ? m_desk.profile()->field(path) : nullptr;
    if (field != nullptr) {
        m_row = new FieldRow(*field, path, m_desk.formContext(), m_edit);
        m_editColumn->addWidget(m_row);
        connect(m_row, &FieldRow::edited, this, &WorkPanel::showEdit);
    }
    showEdit();
}

heritage::Asset WorkPanel::changed(heritage::Asset asset) const
{
    if (m_row != nullptr) {
        m_row->store(asset);
    }
    return asset;
}

void WorkPanel::showEdit()
{
    m_ids.clear();
    m_apply->setEnabled(false);
    m_apply->setText(tr("Change"));
    const auto ids = m_desk.catalogue().store().ids(m_query);
    if (!ids || m_row == nullptr) {
        show({}, {},
             ids ? tr("Choose what is to be the same in the %n records of the list.", nullptr,
                      static_cast<int>(ids->size()))
                 : ids.error().message);
        return;
    }
    std::vector<WorkLine> lines;
    lines.reserve(static_cast<std::size_t>(ids->size()));
    const QString path = m_row->path();
    const auto shown = [&](const heritage::Asset &asset) { return m_desk.valueText(asset, path); };
    for (const QString &id : *ids) {
        const auto asset = m_desk.asset(id);
        if (!asset) {
            continue;
        }
        const heritage::Asset after = changed(*asset);
        if (after == *asset) {
            continue;
        }
        const bool may = m_desk.may(heritage::Action::Edit, *asset);
        if (may) {
            m_ids << id;
        }
        lines.push_back({id,
                         {},
                         {m_desk.nameOf(*asset), may ? QStringLiteral("%1 → %2").arg(shown(*asset), shown(after))
                                                     : tr("You may not edit this record.")},
                         !may});
    }
    const auto count = static_cast<int>(m_ids.size());
    show({tr("Record"), tr("Before and after")}, std::move(lines),
         tr("%1 of %2 records change.").arg(count).arg(ids->size()));
    m_apply->setText(tr("Change %n records", nullptr, count));
    m_apply->setEnabled(count > 0);
}

void WorkPanel::apply()
{
    if (m_ids.isEmpty() || !m_desk.isOpen()) {
        return;
    }
    const QStringList ids = m_ids;
    const auto count = static_cast<int>(ids.size());
    if (page() == QLatin1String("approve")) {
        if (m_desk.attempt(m_desk.catalogue().approve(ids, m_reason->text().trimmed()))) {
            emit said(tr("%n records were approved", nullptr, count));
        }
    } else if (m_row != nullptr) {
        const QString title = tr("Change “%1” of %2 records").arg(m_row->field().label.in(dataLanguage())).arg(count);
        const auto done = m_desk.catalogue().edit(
            ids, [this](heritage::Asset asset) { return changed(std::move(asset)); }, m_reason->text().trimmed(),
            title);
        if (m_desk.attempt(done ? Result<>() : Result<>(tl::unexpected<Error>(done.error())))) {
            emit said(tr("%n records were changed", nullptr, *done));
        }
    }
    m_reason->clear();
    refresh();
}

void WorkPanel::findDoubles()
{
    ++m_busy;
    const int asked = ++m_asked;
    show({}, {}, tr("Looking for records with like names at the same place…"));
    m_desk.tasks().run(
        this, tr("Look for doubles"),
        [reader = m_desk.reader()](const CancelToken &, const ProgressFunction &) { return readDoubles(reader); },
        [this, asked](const Result<Pairs> &pairs) {
            --m_busy;
            if (asked != m_asked || page() != QLatin1String("doubles") || !m_desk.isOpen()) {
                return;
            }
            if (!pairs) {
                show({}, {}, pairs.error().message);
                return;
            }
            std::vector<WorkLine> lines;
            lines.reserve(pairs->size());
            for (const sh::DuplicatePair &pair : *pairs) {
                if (!m_desk.asset(pair.first) || !m_desk.asset(pair.second)) {
                    continue;
                }
                const QString away = pair.metres < 0 ? tr("distance not known")
                                                     : tr("%1 m").arg(QLocale().toString(qRound(pair.metres)));
                constexpr int kPercent = 100;
                lines.push_back({pair.first,
                                 pair.second,
                                 {pair.firstName, pair.secondName,
                                  tr("%1 % alike, %2").arg(qRound(pair.similarity * kPercent)).arg(away)},
                                 false});
            }
            const auto count = static_cast<int>(lines.size());
            show({tr("Record"), tr("and this one"), tr("Name and distance")}, std::move(lines),
                 count == 0 ? tr("No two records look alike.")
                            : tr("%n pairs may be the same place. A click opens both.", nullptr, count));
        });
}

} // namespace loci::widgets
