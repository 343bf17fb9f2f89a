// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/zoneform.h"

#include "widgets/common/tokens.h"
#include "widgets/heritage/heritagewords.h"
#include "widgets/layers/panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace loci::widgets {

using heritage::ZoneVersion;

namespace {

/// True for an empty field or an ISO day.
bool isDay(const QString &text)
{
    return text.isEmpty() || QDate::fromString(text, QStringLiteral("yyyy-MM-dd")).isValid();
}

} // namespace

ZoneForm::ZoneForm(HeritageDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_kind(new QComboBox(this))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_decree(new QLineEdit(this))
    , m_authority(new QLineEdit(this))
    , m_height(new QLineEdit(this))
    , m_conditions(new QPlainTextEdit(this))
    , m_sketch(new QCheckBox(tr("Only a sketch, not from a document"), this))
    , m_newVersion(new QCheckBox(tr("As a new version; the earlier one stays"), this))
    , m_problem(makeLabel(this, "caption"))
    , m_save(makeButton(this, "primary"))
    , m_cancel(makeButton(this))
    , m_redraw(makeButton(this))
{
    setObjectName(QStringLiteral("zoneForm"));
    const Tokens &t = tokens();
    QLabel *title = makeLabel(this, "title");
    title->setText(tr("Zone"));
    m_from->setPlaceholderText(QStringLiteral("2006-07-01"));
    m_to->setPlaceholderText(tr("still in force"));
    m_conditions->setTabChangesFocus(true);
    m_conditions->setFixedHeight(72);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setStyleSheet(QStringLiteral("color: %1;").arg(t.bad.name()));
    m_save->setText(tr("Save zone"));
    m_save->setObjectName(QStringLiteral("saveZone"));
    m_cancel->setText(tr("Cancel"));
    m_redraw->setText(tr("Draw anew"));
    auto *form = makeForm();
    form->addRow(tr("Kind"), m_kind);
    form->addRow(tr("In force from"), m_from);
    form->addRow(tr("until"), m_to);
    form->addRow(tr("Decree"), m_decree);
    form->addRow(tr("Authority"), m_authority);
    form->addRow(tr("Highest building (m)"), m_height);
    form->addRow(tr("Conditions"), m_conditions);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(t.padding, t.padding, t.padding, t.padding);
    column->setSpacing(t.gap);
    column->addWidget(title);
    column->addLayout(form);
    column->addWidget(m_sketch);
    column->addWidget(m_newVersion);
    column->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_redraw);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &ZoneForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &ZoneForm::cancelled);
    connect(m_redraw, &QPushButton::clicked, this, [this] { emit redrawRequested(m_zone.id()); });
}

void ZoneForm::setZone(const heritage::Zone &zone)
{
    m_zone = zone;
    const HeritageWords words(m_desk);
    m_kind->clear();
    for (const QString &kind : HeritageWords::zoneKinds()) {
        m_kind->addItem(words.zoneWord(kind), kind);
    }
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(zone.kind())));
    const std::vector<ZoneVersion> versions = zone.parts<ZoneVersion>();
    const ZoneVersion version = versions.empty() ? ZoneVersion() : versions.back();
    m_from->setText(version.from);
    m_to->setText(version.to);
    m_decree->setText(version.decree);
    m_authority->setText(version.authority);
    m_height->setText(version.maxHeight ? QString::number(*version.maxHeight, 'g', 8) : QString());
    m_conditions->setPlainText(version.conditions);
    m_sketch->setChecked(version.isSketch);
    const bool known = m_desk.isOpen() && m_desk.catalogue().zone(zone.id()).has_value();
    m_newVersion->setVisible(known);
    m_newVersion->setChecked(false);
    m_redraw->setVisible(known);
    showSentence(m_problem, {});
}

bool ZoneForm::readDates(ZoneVersion &version) const
{
    version.from = m_from->text().trimmed();
    version.to = m_to->text().trimmed();
    return isDay(version.from) && isDay(version.to) &&
           (version.from.isEmpty() || version.to.isEmpty() || version.from <= version.to);
}

heritage::Zone ZoneForm::zone() const
{
    heritage::Zone zone = m_zone;
    zone.set(QStringLiteral("/kind"), m_kind->currentData().toString());
    std::vector<ZoneVersion> versions = zone.parts<ZoneVersion>();
    ZoneVersion version = versions.empty() ? ZoneVersion() : versions.back();
    readDates(version);
    version.decree = m_decree->text().trimmed();
    version.authority = m_authority->text().trimmed();
    bool known = false;
    double height = QLocale().toDouble(m_height->text().trimmed(), &known);
    if (!known) {
        height = m_height->text().trimmed().toDouble(&known);
    }
    version.maxHeight = known ? std::optional(height) : std::nullopt;
    version.conditions = m_conditions->toPlainText().trimmed();
    version.isSketch = m_sketch->isChecked();
    if (version.id.isEmpty() || m_newVersion->isChecked()) {
        version.id = heritage::newId();
    }
    if (versions.empty() || m_newVersion->isChecked()) {
        versions.push_back(version);
    } else {
        versions.back() = version;
    }
    zone.setParts(versions);
    return zone;
}

void ZoneForm::save()
{
    ZoneVersion dates;
    if (!readDates(dates)) {
        showSentence(m_problem, tr("Write days as 2006-07-01; the first one comes before the last one."));
        return;
    }
    const heritage::Zone edited = zone();
    const QString title = tr("Record %1").arg(HeritageWords(m_desk).zoneWord(edited.kind()));
    if (m_desk.attempt(m_desk.catalogue().put(edited, {}, title))) {
        emit saved(edited.id());
    }
}

} // namespace loci::widgets
