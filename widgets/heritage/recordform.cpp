// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/recordform.h"

#include "layers/domain/heritage/recordmerge.h"
#include "widgets/common/tokens.h"
#include "widgets/heritage/fieldrow.h"
#include "widgets/heritage/sectionbox.h"

#include <QComboBox>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

namespace {
constexpr int kTypingMs = 250;
constexpr std::size_t kOpenAtFirst = 2;
} // namespace

RecordForm::RecordForm(QWidget *parent) : QWidget(parent), m_jump(new QComboBox(this)), m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("recordForm"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(tokens().padding, tokens().gap, tokens().padding, tokens().gap);
    top->addWidget(m_jump);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_scroll, 1);
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(kTypingMs);
    connect(&m_checkSoon, &QTimer::timeout, this, &RecordForm::check);
    connect(m_jump, &QComboBox::activated, this, [this](int index) {
        if (index > 0 && index <= static_cast<int>(m_sections.size())) {
            SectionBox *box = m_sections[static_cast<std::size_t>(index - 1)];
            box->setOpen(true);
            m_scroll->widget()->layout()->activate();
            m_scroll->ensureWidgetVisible(box);
        }
        m_jump->setCurrentIndex(0);
    });
}

RecordForm::~RecordForm() = default;

void RecordForm::setContext(FormContext context)
{
    m_context = std::move(context);
    if (!m_record.id().isEmpty()) {
        build();
    }
}

void RecordForm::setRecord(const heritage::Asset &asset)
{
    const bool same = asset.id() == m_record.id() && !m_sections.empty();
    m_stored = asset;
    m_record = asset;
    if (same) {
        for (SectionBox *box : m_sections) {
            box->reload();
        }
        check();
    } else {
        build();
    }
}

void RecordForm::rebase(const heritage::Asset &asset)
{
    const std::vector<heritage::FieldChange> edits =
        heritage::changesBetween(QJsonValue(m_stored.json()), QJsonValue(m_record.json()));
    setRecord(asset);
    if (edits.empty()) {
        return;
    }
    m_record = heritage::Asset(heritage::applied(QJsonValue(asset.json()), edits).toObject());
    for (SectionBox *box : m_sections) {
        box->reload();
    }
    check();
}

bool RecordForm::rebaseApart(const heritage::Asset &asset)
{
    if (isChanged() && !heritage::mergedRecord(m_stored.json(), m_record.json(), asset.json()).conflicts.empty()) {
        return false;
    }
    rebase(asset);
    return true;
}

bool RecordForm::isChanged() const
{
    return !(m_record == m_stored);
}

bool RecordForm::hasErrors() const
{
    return loci::hasErrors(m_findings);
}

void RecordForm::build()
{
    m_sections.clear();
    m_jump->clear();
    m_jump->addItem(tr("Go to a section…"));
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().padding);
    column->setSpacing(tokens().gap);
    if (m_context.profile != nullptr) {
        m_sections.reserve(m_context.profile->sections.size());
        for (const heritage::Section &section : m_context.profile->sections) {
            auto *box = new SectionBox(section, m_context, m_record, body);
            connect(box, &SectionBox::edited, this, [this] {
                m_checkSoon.start();
                emit edited();
            });
            column->addWidget(box);
            m_jump->addItem(section.label.in(m_context.language));
            box->setOpen(m_sections.size() < kOpenAtFirst);
            m_sections.push_back(box);
        }
    }
    column->addStretch(1);
    if (QWidget *old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    m_scroll->setWidget(body);
    check();
}

void RecordForm::check()
{
    m_checkSoon.stop();
    if (m_context.profile == nullptr || m_record.id().isEmpty()) {
        m_findings.clear();
        return;
    }
    m_findings = heritage::validate(m_record, *m_context.profile, m_context.language);
    Findings told = m_findings;
    std::erase_if(told, [this](const Finding &finding) { // the field's own mark says it
        return finding.code == QLatin1String("recommended_missing") ||
               (!m_strict && finding.code == QLatin1String("required_missing"));
    });
    for (SectionBox *box : m_sections) {
        box->setFindings(told);
    }
}

void RecordForm::setStrict(bool strict)
{
    m_strict = strict;
    check();
}

SectionBox *RecordForm::section(const QString &id) const
{
    const auto found = std::find_if(m_sections.begin(), m_sections.end(),
                                    [&id](const SectionBox *box) { return box->section().id == id; });
    return found != m_sections.end() ? *found : nullptr;
}

FieldRow *RecordForm::row(const QString &path)
{
    for (SectionBox *box : m_sections) {
        if (box->holds(path)) {
            box->setOpen(true);
            if (FieldRow *found = box->row(path)) {
                return found;
            }
        }
    }
    return nullptr;
}

void RecordForm::goTo(const QString &path)
{
    if (FieldRow *found = row(path)) {
        m_scroll->widget()->layout()->activate();
        m_scroll->ensureWidgetVisible(found);
        found->editor().setFocus();
    }
}

} // namespace loci::widgets
