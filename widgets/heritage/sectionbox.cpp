// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/sectionbox.h"

#include "widgets/common/icons.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/heritage/fieldrow.h"
#include "widgets/layers/panel.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

SectionBox::SectionBox(const heritage::Section &section, const FormContext &context, heritage::Record &record,
                       QWidget *parent)
    : QWidget(parent)
    , m_section(section)
    , m_context(context)
    , m_record(record)
    , m_head(new QToolButton(this))
    , m_remark(makeLabel(this, "caption"))
    , m_help(makeLabel(this, "caption"))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("section.") + section.id);
    m_head->setCheckable(true);
    m_head->setProperty("kind", "quiet");
    m_head->setProperty("strong", true);
    m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_head->setText(section.label.in(context.language));
    m_help->setWordWrap(true);
    m_help->setText(section.help.in(context.language));
    m_help->hide();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(m_head);
    head->addStretch(1);
    head->addWidget(m_remark);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(tokens().gap);
    m_column->addLayout(head);
    m_column->addWidget(m_help);
    m_column->addWidget(widgets::makeLine(Qt::Horizontal, this));
    connect(m_head, &QToolButton::toggled, this, &SectionBox::setOpen);
    showHead();
}

bool SectionBox::isOpen() const
{
    return m_head->isChecked();
}

void SectionBox::setOpen(bool open)
{
    const QSignalBlocker quiet(m_head);
    m_head->setChecked(open);
    if (open && m_body == nullptr) {
        fill();
    }
    if (m_body != nullptr) {
        m_body->setVisible(open);
    }
    m_help->setVisible(open && !m_help->text().isEmpty());
    showHead();
}

int SectionBox::entryCount() const
{
    return static_cast<int>(m_record.value(m_section.path).toArray().size());
}

void SectionBox::showHead()
{
    m_head->setIcon(icon(isOpen() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    const auto errors = std::count_if(m_findings.begin(), m_findings.end(),
                                      [](const Finding &finding) { return finding.severity != Severity::Info; });
    QString remark = m_section.isRepeated && entryCount() > 0 ? QLocale().toString(entryCount()) : QString();
    if (errors > 0) {
        remark = tr("%n to mend", nullptr, static_cast<int>(errors));
    }
    m_remark->setText(remark);
    m_remark->setStyleSheet(errors > 0 ? QStringLiteral("color: %1;").arg(tokens().bad.name()) : QString());
}

void SectionBox::fill()
{
    if (m_body != nullptr) {
        m_body->hide();
        m_body->deleteLater(); // its button may have led here
    }
    m_rows.clear();
    m_body = new QWidget(this);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(tokens().gap, 0, 0, tokens().gap);
    column->setSpacing(tokens().padding);
    if (!m_section.isRepeated) {
        addFields(*column, m_section.path);
    } else {
        const int count = entryCount();
        for (int i = 0; i < count; ++i) {
            addEntryHead(*column, i, count);
            addFields(*column, QStringLiteral("%1/%2").arg(m_section.path).arg(i));
        }
        if (isFilledElsewhere()) {
            QLabel *hint = makeLabel(m_body, "caption");
            hint->setWordWrap(true);
            hint->setText(tr("Entries come from the card: “Place on map”, “Add photographs”, “Bind to building”."));
            column->addWidget(hint);
            m_column->insertWidget(2, m_body);
            applyFindings();
            return;
        }
        auto *add = new QPushButton(icon(QStringLiteral("plus")), tr("Add an entry"), m_body);
        add->setObjectName(QStringLiteral("add"));
        add->setAutoDefault(false);
        connect(add, &QPushButton::clicked, this, &SectionBox::addEntry);
        column->addWidget(add, 0, Qt::AlignLeft);
    }
    m_column->insertWidget(2, m_body);
    applyFindings();
}

void SectionBox::addFields(QVBoxLayout &column, const QString &base)
{
    const auto wordsOf = [&](const QString &path) {
        return std::find_if(m_section.fields.begin(), m_section.fields.end(),
                            [&](const heritage::Field &field) { return base + field.path == path; });
    };
    QStringList written;
    for (const heritage::Field &field : m_section.fields) {
        written << FieldRow::writtenPathOf(base + field.path);
    }
    for (heritage::Field field : m_section.fields) {
        if (written.contains(base + field.path)) {
            continue; // the date's own editor keeps it
        }
        const auto words = wordsOf(FieldRow::writtenPathOf(base + field.path));
        if (words != m_section.fields.end()) { // date and words are one field to the person
            field.label = words->label;
            field.need = std::max(field.need, words->need);
        }
        auto *row = new FieldRow(field, base + field.path, m_context, m_body);
        row->load(m_record);
        connect(row, &FieldRow::edited, this, [this, row] { storeRow(*row); });
        column.addWidget(row);
        m_rows.push_back(row);
    }
}

/// Shapes, media and bindings come from the map, from files and from 3D.
bool SectionBox::isFilledElsewhere() const
{
    return m_section.path == QLatin1String("/geometries") || m_section.path == QLatin1String("/media") ||
           m_section.path == QLatin1String("/bindings");
}

QString SectionBox::entryTitle(int index) const
{
    return QStringLiteral("%1 %2").arg(m_section.label.in(m_context.language), QLocale().toString(index + 1));
}

void SectionBox::addEntryHead(QVBoxLayout &column, int index, int count)
{
    auto *row = new QHBoxLayout;
    QLabel *title = makeLabel(m_body, "section");
    title->setText(entryTitle(index));
    row->addWidget(title, 1);
    const auto button = [&](const char *name, const QString &tip, bool enabled, auto run) {
        QToolButton *made = widgets::makeIconButton(QLatin1String(name), m_body);
        setTip(made, tip);
        made->setEnabled(enabled);
        connect(made, &QToolButton::clicked, this, run);
        row->addWidget(made);
    };
    button("chevron-up", tr("Move up"), index > 0, [this, index] { moveEntry(index, -1); });
    button("chevron-down", tr("Move down"), index + 1 < count, [this, index] { moveEntry(index, 1); });
    button("trash", tr("Remove this entry"), true, [this, index] { removeEntry(index); });
    column.addLayout(row);
}

void SectionBox::storeRow(const FieldRow &row)
{
    row.store(m_record);
    for (FieldRow *each : m_rows) {
        each->setVisible(FieldRow::applies(each->field(), m_record));
    }
    emit edited();
}

void SectionBox::addEntry()
{
    QJsonArray entries = m_record.value(m_section.path).toArray();
    QJsonObject entry;
    if (m_section.path == QLatin1String("/phases") || m_section.path == QLatin1String("/surveys")) {
        entry.insert(QStringLiteral("id"), heritage::newId());
    }
    if (m_section.path == QLatin1String("/surveys")) {
        entry.insert(QStringLiteral("scale"), m_context.profile->conditionScale);
    }
    entries.append(entry);
    m_record.set(m_section.path, entries);
    setOpen(true);
    reload();
    emit edited();
    if (const auto first = std::find_if(m_rows.begin(), m_rows.end(),
                                        [base = QStringLiteral("%1/%2/").arg(m_section.path).arg(entries.size() - 1)](
                                            const FieldRow *row) { return row->path().startsWith(base); });
        first != m_rows.end()) {
        (*first)->editor().setFocus();
    }
}

void SectionBox::removeEntry(int index)
{
    QJsonArray entries = m_record.value(m_section.path).toArray();
    entries.removeAt(index);
    m_record.set(m_section.path, entries.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(entries));
    reload();
    emit edited();
}

void SectionBox::moveEntry(int index, int by)
{
    QJsonArray entries = m_record.value(m_section.path).toArray();
    const QJsonValue entry = entries.takeAt(index);
    entries.insert(index + by, entry);
    m_record.set(m_section.path, entries);
    reload();
    emit edited();
}

void SectionBox::reload()
{
    if (m_body != nullptr) {
        const bool open = isOpen();
        fill();
        m_body->setVisible(open);
    }
    showHead();
}

bool SectionBox::holds(const QString &path) const
{
    if (m_section.isRepeated) {
        return path == m_section.path || path.startsWith(m_section.path + QLatin1Char('/'));
    }
    return std::any_of(m_section.fields.begin(), m_section.fields.end(), [&](const heritage::Field &field) {
        const QString own = m_section.path + field.path;
        return path == own || path.startsWith(own + QLatin1Char('/'));
    });
}

void SectionBox::setFindings(const Findings &findings)
{
    m_findings.clear();
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(m_findings),
                 [this](const Finding &finding) { return holds(finding.where); });
    applyFindings();
    showHead();
}

void SectionBox::applyFindings()
{
    for (FieldRow *row : m_rows) {
        const auto found = std::find_if(m_findings.begin(), m_findings.end(), [row](const Finding &finding) {
            return finding.where == row->path() || finding.where.startsWith(row->path() + QLatin1Char('/')) ||
                   (!finding.where.isEmpty() && finding.where == FieldRow::writtenPathOf(row->path()));
        });
        row->setFinding(found != m_findings.end() ? &*found : nullptr);
    }
}

FieldRow *SectionBox::row(const QString &path) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&path](const FieldRow *row) { return row->path() == path; });
    return found != m_rows.end() ? *found : nullptr;
}

} // namespace loci::widgets
