// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/recordsheet.h"

#include "layers/map/report/papertemplate.h"
#include "widgets/common/icons.h"
#include "widgets/common/prompts.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/heritage/historyview.h"
#include "widgets/heritage/mediagallery.h"
#include "widgets/heritage/recordcard.h"
#include "widgets/heritage/recordform.h"
#include "widgets/heritage/thumbnailcache.h"
#include "widgets/heritage/zoneform.h"
#include "widgets/layers/panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace loci::widgets {

RecordSheet::RecordSheet(HeritageDesk &desk, FilePrompt &files, MessagePrompt &messages, const heritage::Asset &asset,
                         QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_messages(messages)
    , m_id(asset.id())
    , m_asset(asset)
    , m_isNew(!desk.asset(asset.id()).has_value())
    , m_thumbnails(new ThumbnailCache(desk.catalogue().media(), this))
{
    setObjectName(QStringLiteral("recordSheet"));
    build(files);
    buildFoot();
    connectParts();
    showPage(m_isNew ? QStringLiteral("form") : QStringLiteral("card"));
}

RecordSheet::~RecordSheet() = default;

void RecordSheet::build(FilePrompt &files)
{
    const Tokens &t = tokens();
    m_title = makeLabel(this, "heading");
    m_title->setWordWrap(true);
    m_badge = makeLabel(this, "caption");
    m_subtitle = makeLabel(this, "caption");
    m_subtitle->setWordWrap(true);
    m_notice = makeLabel(this, "notice");
    m_notice->setObjectName(QStringLiteral("recordNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->hide();
    m_pages = new SegmentedControl(this);
    m_stack = new QStackedWidget(this);
    m_card = new RecordCard(m_desk, *m_thumbnails, m_stack);
    m_form = new RecordForm(m_stack);
    m_media = new MediaGallery(m_desk, *m_thumbnails, files, m_stack);
    m_history = new HistoryView(m_desk, m_stack);
    m_zone = new ZoneForm(m_desk, m_stack);
    for (QWidget *page : std::initializer_list<QWidget *>{m_card, m_form, m_media, m_history, m_zone}) {
        m_stack->addWidget(page);
    }
    m_pages->addSegment(QStringLiteral("card"), tr("Overview"));
    m_pages->addSegment(QStringLiteral("form"), tr("Form"));
    m_pages->addSegment(QStringLiteral("media"), tr("Photographs"));
    m_pages->addSegment(QStringLiteral("history"), tr("History"));
    auto *name = new QHBoxLayout;
    name->setSpacing(t.gap);
    name->addWidget(m_title, 1);
    name->addWidget(m_badge, 0, Qt::AlignTop);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(t.padding, t.gap, t.padding, t.gap);
    head->setSpacing(t.gap / 2);
    head->addLayout(name);
    head->addWidget(m_subtitle);
    head->addWidget(m_notice);
    head->addWidget(m_pages);
    m_foot = new QWidget(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    column->addWidget(makeRule(this));
    column->addWidget(m_foot);
}

void RecordSheet::buildFoot()
{
    const Tokens &t = tokens();
    m_reason = new QLineEdit(m_foot);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setPlaceholderText(tr("Why (optional)"));
    const auto button = [this](const char *name, const QString &text, const char *kind = nullptr) {
        QPushButton *made = makeButton(m_foot, kind);
        made->setObjectName(QLatin1String(name));
        made->setText(text);
        return made;
    };
    m_edit = button("edit", tr("Edit"));
    m_print = button("print", tr("Print sheet"));
    m_discard = button("discard", tr("Discard"));
    m_save = button("save", tr("Save"), "primary");
    m_return = button("sendBack", tr("Send back"));
    m_submit = button("submit", tr("Submit"), "primary");
    m_approve = button("approve", tr("Approve"), "primary");
    m_more = widgets::makeIconButton(QStringLiteral("more"), m_foot);
    setTip(m_more, tr("More"));
    auto *row = new QHBoxLayout;
    row->setSpacing(t.gap);
    row->addWidget(m_edit);
    row->addWidget(m_print);
    row->addWidget(m_more);
    row->addStretch(1);
    for (QPushButton *each : {m_discard, m_save, m_return, m_submit, m_approve}) {
        row->addWidget(each);
    }
    auto *column = new QVBoxLayout(m_foot);
    column->setContentsMargins(t.padding, t.gap, t.padding, t.padding);
    column->setSpacing(t.gap);
    column->addWidget(m_reason);
    column->addLayout(row);
}

void RecordSheet::connectParts()
{
    connect(m_pages, &SegmentedControl::chosen, this, &RecordSheet::showPage);
    connect(m_edit, &QPushButton::clicked, this, [this] { showPage(QStringLiteral("form")); });
    connect(m_save, &QPushButton::clicked, this, &RecordSheet::save);
    connect(m_discard, &QPushButton::clicked, this, &RecordSheet::discard);
    connect(m_submit, &QPushButton::clicked, this, &RecordSheet::submit);
    connect(m_return, &QPushButton::clicked, this, &RecordSheet::sendBack);
    connect(m_approve, &QPushButton::clicked, this, &RecordSheet::approve);
    connect(m_form, &RecordForm::edited, this, [this] {
        showHead();
        showFoot();
        tellEditing();
    });
    connect(&m_desk, &HeritageDesk::editorsChanged, this, &RecordSheet::showNotice);
    connect(&m_desk, &HeritageDesk::editsSettled, this, [this](const QString &id) {
        if (id == m_id && !m_isNew) {
            refresh();
            discard();
        }
    });
    connect(m_card, &RecordCard::photographsRequested, this, [this] { showPage(QStringLiteral("media")); });
    connect(m_card, &RecordCard::addPhotographsRequested, m_media, &MediaGallery::addByDialog);
    connect(m_card, &RecordCard::historyRequested, this, [this] { showPage(QStringLiteral("history")); });
    connect(m_card, &RecordCard::fieldRequested, this, [this](const QString &path) {
        showPage(QStringLiteral("form"));
        m_form->goTo(path);
    });
    connect(m_card, &RecordCard::zoneEditRequested, this, [this](const QString &zoneId) {
        if (const auto zone = m_desk.catalogue().zone(zoneId)) {
            editZone(*zone);
        }
    });
    connect(m_zone, &ZoneForm::saved, this, [this] { showPage(QStringLiteral("card")); });
    connect(m_zone, &ZoneForm::cancelled, this, [this] { showPage(QStringLiteral("card")); });
    connect(m_print, &QPushButton::clicked, this, [this] { emit printRequested(QStringLiteral("sheet")); });
    connect(m_more, &QToolButton::clicked, this, &RecordSheet::openMenu);
}

void RecordSheet::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(QStringLiteral("target")), tr("Show on map and in 3D"), this, &RecordSheet::showRequested);
    menu->addAction(icon(QStringLiteral("camera")), tr("Add photographs…"), m_media, &MediaGallery::addByDialog);
    QMenu *papers = menu->addMenu(icon(QStringLiteral("print")), tr("Report or letter"));
    for (const QString &id : map::bundledPapers()) {
        const auto paper = map::loadPaper(id);
        if (paper && m_desk.profile() != nullptr && paper->isFor(m_desk.profile()->id)) {
            papers->addAction(paper->name.in(dataLanguage()), this, [this, id] { emit printRequested(id); });
        }
    }
    menu->addAction(icon(QStringLiteral("trash")), tr("Move to the trash"), this, &RecordSheet::trash);
    menu->popup(m_more->mapToGlobal(QPoint(0, -4)));
}

QString RecordSheet::name() const
{
    const heritage::Asset &shown = hasEdits() || m_isNew ? m_form->record() : m_asset;
    return m_isNew && shown.name().isEmpty() ? tr("New record") : m_desk.nameOf(shown);
}

bool RecordSheet::hasEdits() const
{
    return m_form->isChanged();
}

void RecordSheet::showPage(const QString &page)
{
    const QString wanted = m_isNew ? QStringLiteral("form") : page;
    if (wanted == QLatin1String("card")) {
        m_card->setRecord(m_asset);
        m_stack->setCurrentWidget(m_card);
    } else if (wanted == QLatin1String("media")) {
        m_media->setRecord(m_asset);
        m_stack->setCurrentWidget(m_media);
    } else if (wanted == QLatin1String("history")) {
        m_history->setRecord(m_id);
        m_stack->setCurrentWidget(m_history);
    } else if (wanted == QLatin1String("zone")) {
        m_stack->setCurrentWidget(m_zone);
    } else {
        makeForm();
        m_stack->setCurrentWidget(m_form);
    }
    m_pages->setVisible(!m_isNew && wanted != QLatin1String("zone"));
    if (wanted != QLatin1String("zone")) {
        m_pages->setCurrent(wanted);
    }
    showHead();
    showFoot();
}

void RecordSheet::makeForm()
{
    if (!m_formMade) {
        m_formMade = true;
        m_form->setContext(m_desk.formContext());
        m_form->setStrict(!m_isNew);
        m_form->setRecord(m_asset);
    }
}

QString RecordSheet::page() const
{
    return m_stack->currentWidget() == m_zone ? QStringLiteral("zone") : m_pages->current();
}

void RecordSheet::editZone(const heritage::Zone &zone)
{
    m_zone->setZone(zone);
    showPage(QStringLiteral("zone"));
}

void RecordSheet::refresh()
{
    const auto stored = m_desk.asset(m_id);
    if (!stored) {
        if (!m_isNew) {
            emit removed(); // undone, or withheld from who sits here now
        }
        return;
    }
    m_isNew = false;
    m_asset = *stored;
    if (m_formMade && m_desk.isShared()) {
        m_isApart = !m_form->rebaseApart(m_asset);
    } else if (m_formMade) {
        m_form->rebase(m_asset);
    }
    showPage(page());
    showNotice();
    emit nameChanged();
}

void RecordSheet::showHead()
{
    const HeritageWords words(m_desk);
    const heritage::AssetFacts facts = heritage::factsOf(hasEdits() || m_isNew ? m_form->record() : m_asset);
    m_title->setText(name());
    const HeritageMark mark = words.classMark(words.classCode(facts));
    m_badge->setText(mark.label);
    m_badge->setVisible(!mark.code.isEmpty());
    m_badge->setStyleSheet(QStringLiteral("background: %1; color: %2; border-radius: 4px; padding: 1px 6px;")
                               .arg(mark.colour.name(), mark.text.name()));
    QStringList parts{words.kindWord(facts)};
    for (const QString &part : {facts.reference, facts.district}) {
        if (!part.isEmpty()) {
            parts << part;
        }
    }
    m_subtitle->setText(parts.join(QStringLiteral(" · ")));
}

void RecordSheet::showFoot()
{
    using heritage::Action;
    const bool form = m_stack->currentWidget() == m_form;
    const bool zone = m_stack->currentWidget() == m_zone;
    const bool edits = hasEdits() || m_isNew;
    const bool saving = form && edits;
    const QString state = heritage::reviewState(m_asset).section(QLatin1Char('/'), 0, 0);
    const bool waits = state == QLatin1String("submitted");
    m_foot->setVisible(!zone);
    m_reason->setVisible(saving);
    m_save->setVisible(saving);
    m_discard->setVisible(saving);
    m_more->setVisible(!m_isNew && !saving);
    m_print->setVisible(!m_isNew && !saving);
    m_edit->setVisible(!form && m_desk.may(Action::Edit, m_asset));
    m_submit->setVisible(!saving && !m_isNew && !waits && m_desk.may(Action::Submit, m_asset));
    m_return->setVisible(!saving && waits && m_desk.may(Action::Return, m_asset));
    m_approve->setVisible(!saving && waits && m_desk.may(Action::Approve, m_asset));
}

bool RecordSheet::save()
{
    const heritage::Asset edited = m_form->record();
    if (edited.name().isEmpty()) {
        emit m_desk.failed(tr("The record needs a name before it can be saved."));
        m_form->setStrict(true);
        m_form->goTo(QStringLiteral("/names/0/text"));
        return false;
    }
    const QString title =
        m_isNew ? tr("Record %1").arg(m_desk.nameOf(edited)) : tr("Edit %1").arg(m_desk.nameOf(edited));
    const QString reason = m_reason->text().trimmed();
    if (!m_desk.attempt(m_isNew ? m_desk.catalogue().put(edited, reason, title)
                                : m_desk.catalogue().put(edited, m_form->seen(), reason, title))) {
        return false;
    }
    m_reason->clear();
    if (const auto stored = m_desk.asset(m_id)) {
        m_isNew = false;
        m_asset = *stored;
        m_form->setStrict(true);
        m_form->setRecord(m_asset);
    }
    tellEditing();
    showPage(QStringLiteral("card"));
    emit nameChanged();
    emit saved();
    return true;
}

void RecordSheet::discard()
{
    if (m_isNew) {
        emit removed();
        return;
    }
    m_form->setRecord(m_asset);
    m_isApart = false;
    tellEditing();
    showPage(QStringLiteral("card"));
    emit nameChanged();
}

void RecordSheet::tellEditing()
{
    m_desk.setEditing(m_id, hasEdits() && !m_isNew);
    showNotice();
}

void RecordSheet::showNotice()
{
    const QString others = m_desk.editorsOf(m_id).join(tr(", "));
    QString text;
    if (m_isApart && hasEdits()) {
        text =
            tr("%1 changed the same field meanwhile. When you save, both versions are shown; nothing is overwritten.")
                .arg(m_asset.text(QStringLiteral("/updatedBy")));
    } else if (!others.isEmpty()) {
        text = tr("%1 is changing this record at another desk.").arg(others);
    }
    showSentence(m_notice, text);
}

void RecordSheet::submit()
{
    m_desk.attempt(m_desk.catalogue().submit({m_id}, {}));
}

void RecordSheet::sendBack()
{
    const auto remark = m_messages.text(window(), tr("Send back"), tr("What is to be mended?"), {});
    if (remark && !remark->trimmed().isEmpty()) {
        m_desk.attempt(m_desk.catalogue().sendBack({m_id}, remark->trimmed()));
    }
}

void RecordSheet::approve()
{
    m_desk.attempt(m_desk.catalogue().approve({m_id}, {}));
}

void RecordSheet::trash()
{
    if (m_desk.attempt(m_desk.catalogue().trash({m_id}, {}))) {
        emit removed();
    }
}

} // namespace loci::widgets
