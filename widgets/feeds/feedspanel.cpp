// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/feeds/feedspanel.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/feeds/alertlist.h"
#include "widgets/feeds/feedform.h"
#include "widgets/feeds/streamlist.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPointer>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <map>

namespace loci::widgets {

namespace {
enum Page { ListPage, EmptyPage, FormPage };

bool isChinese()
{
    return QLocale().language() == QLocale::Chinese;
}
} // namespace

FeedsPanel::FeedsPanel(FeedSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new StreamListModel(this))
    , m_panel(new SidePanel({}, this))
    , m_pages(new QStackedWidget(this))
    , m_counts(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_empty(new EmptyState(QStringLiteral("service"), this))
    , m_parts(new SegmentedControl(this))
    , m_lists(new QStackedWidget(this))
    , m_alerts(new AlertList(session, this))
    , m_form(new FeedForm)
{
    setObjectName(QStringLiteral("feeds.panel"));
    m_add = m_panel->addAction(QStringLiteral("plus"), {});
    m_edit = m_panel->addAction(QStringLiteral("edit"), {});
    m_pause = m_panel->addAction(QStringLiteral("pause"), {});
    m_remove = m_panel->addAction(QStringLiteral("minus"), {});
    m_close = m_panel->addAction(QStringLiteral("close"), {});
    m_add->setObjectName(QStringLiteral("feeds.add"));
    auto *listPage = new QWidget(m_pages);
    auto *column = new QVBoxLayout(listPage);
    column->setContentsMargins(0, 0, 0, 0);
    m_words = new SearchField(listPage);
    m_list = makeStreamList(*m_model, session, listPage);
    for (QLabel *label : {m_counts, m_problem}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setProperty("role", QStringLiteral("caption"));
        label->setIndent(12);
    }
    m_counts->setObjectName(QStringLiteral("feeds.counts"));
    m_problem->setObjectName(QStringLiteral("feeds.problem"));
    auto *streams = new QWidget(m_lists);
    auto *rows = new QVBoxLayout(streams);
    rows->setContentsMargins(0, 0, 0, 0);
    auto *search = new QHBoxLayout;
    search->setContentsMargins(tokens().padding, 0, tokens().padding, 0);
    search->addWidget(m_words);
    rows->addLayout(search);
    rows->addWidget(m_counts);
    rows->addWidget(m_problem);
    rows->addWidget(m_list, 1);
    m_lists->addWidget(streams);
    m_lists->addWidget(m_alerts);
    m_parts->addSegment(QStringLiteral("streams"), tr("Streams"));
    m_parts->addSegment(QStringLiteral("alerts"), tr("Alerts"));
    m_parts->setCurrent(QStringLiteral("streams"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(tokens().padding, 0, tokens().padding, 0);
    head->addWidget(m_parts);
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(m_lists, 1);
    auto *scroll = new QScrollArea(m_pages);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_form);
    m_pages->addWidget(listPage);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(scroll);
    m_panel->addWidget(m_pages, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    connect(m_add, &QToolButton::clicked, this, &FeedsPanel::addFeed);
    connect(m_empty, &EmptyState::stepRequested, this, &FeedsPanel::addFeed);
    connect(m_edit, &QToolButton::clicked, this, &FeedsPanel::editCurrent);
    connect(m_pause, &QToolButton::clicked, this, &FeedsPanel::pauseCurrent);
    connect(m_remove, &QToolButton::clicked, this, &FeedsPanel::removeCurrent);
    connect(m_close, &QToolButton::clicked, this, &FeedsPanel::closeRequested);
    connect(m_words, &QLineEdit::textChanged, m_model, &StreamListModel::setWords);
    connect(m_form, &FeedForm::testRequested, this, &FeedsPanel::test);
    connect(m_form, &FeedForm::saveRequested, this, &FeedsPanel::save);
    connect(m_form, &FeedForm::cancelled, this, [this] {
        m_pages->setCurrentIndex(ListPage);
        refresh();
    });
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { emit streamChosen(index.data(StreamListModel::IdRole).toString()); });
    connect(m_parts, &SegmentedControl::chosen, this, &FeedsPanel::showPart);
    connect(m_alerts, &AlertList::alertChosen, this, &FeedsPanel::alertChosen);
    connect(m_list, &QListView::entered, this,
            [this](const QModelIndex &index) { emit streamEntered(index.data(StreamListModel::IdRole).toString()); });
    m_list->viewport()->installEventFilter(this);
    connect(&m_session, &FeedSession::changed, this, [this] {
        if (isVisible()) { // nobody looks: nothing to do
            refresh();
        }
    });
    retranslate();
}

void FeedsPanel::refresh()
{
    const std::vector<feeds::StreamStatus> &streams = m_session.streams();
    std::map<feeds::StreamState, int> counts;
    for (const feeds::StreamStatus &stream : streams) {
        ++counts[stream.state];
    }
    QStringList words;
    for (const auto &[state, count] : counts) {
        words << tr("%1 %2").arg(count).arg(feeds::stateName(state));
    }
    if (m_session.moment()) {
        words.prepend(tr("Replay"));
    }
    if (const QString recorder = m_session.recorder(); !recorder.isEmpty()) {
        words << recorder;
    }
    m_counts->setText(words.join(QStringLiteral(" · ")));
    QString problem;
    const std::vector<feeds::FeedStatus> sources = m_session.feeds();
    for (const feeds::FeedStatus &source : sources) {
        if (problem.isEmpty() && source.contact != feeds::Contact::Connected) {
            problem = source.sentence;
        }
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_model->setStreams(streams, isChinese());
    m_alerts->refresh();
    const int unseen = m_session.unseenAlerts();
    m_parts->setSegmentText(QStringLiteral("streams"), tr("Streams"));
    m_parts->setSegmentText(QStringLiteral("alerts"),
                            unseen > 0 ? tr("Alerts (%1)").arg(QLocale().toString(unseen)) : tr("Alerts"));
    if (m_pages->currentIndex() != FormPage) {
        m_pages->setCurrentIndex(sources.empty() ? EmptyPage : ListPage);
    }
    for (QToolButton *button : {m_edit, m_pause, m_remove}) {
        button->setEnabled(!sources.empty() && !m_session.isReadOnly());
    }
    m_add->setEnabled(!m_session.isReadOnly());
}

void FeedsPanel::retranslate()
{
    m_panel->setTitle(tr("Live feeds"));
    setTip(m_add, tr("Add a feed"));
    setTip(m_edit, tr("Change the feed of this stream"));
    setTip(m_pause, tr("Pause the feed of this stream, or go on"));
    setTip(m_remove, tr("Remove the feed of this stream"));
    setTip(m_close, tr("Close"));
    m_words->setPlaceholderText(tr("Find a stream"));
    m_list->setAccessibleName(tr("Streams"));
    m_empty->setTexts(tr("Sensors, vehicles and warnings of the city appear here, each with its state and age."),
                      tr("Add a feed"));
    refresh();
}

void FeedsPanel::addFeed()
{
    m_form->setEmpty();
    m_pages->setCurrentIndex(FormPage);
}

void FeedsPanel::save()
{
    const auto feed = m_form->feed();
    keepSecret();
    const Result<> saved = feed ? m_session.saveFeed(*feed) : Result<>(fail(feed.error()));
    if (!saved) {
        m_form->showResult(saved.error().message, false);
        return;
    }
    m_pages->setCurrentIndex(ListPage);
    refresh();
}

void FeedsPanel::keepSecret()
{
    const auto feed = m_form->feed();
    const auto secret = m_form->secret();
    if (feed && secret && !feed->credentials.isEmpty()) {
        m_session.keepSecret(feed->credentials, *secret);
    }
}

void FeedsPanel::test()
{
    const auto feed = m_form->feed();
    if (!feed) {
        m_form->showResult(feed.error().message, false);
        return;
    }
    keepSecret();
    const QPointer<FeedForm> form(m_form);
    m_session.testFeed(*feed, [form](const QString &sentence, bool good) {
        if (form) {
            form->showResult(sentence, good);
        }
    });
}

/// Of the chosen stream, or the only one.
QString FeedsPanel::currentFeed() const
{
    const QString chosen = m_list->currentIndex().data(StreamListModel::FeedRole).toString();
    const auto sources = m_session.feeds();
    return chosen.isEmpty() && sources.size() == 1 ? sources.front().feed.id : chosen;
}

void FeedsPanel::editCurrent()
{
    for (const feeds::FeedStatus &source : m_session.feeds()) {
        if (source.feed.id == currentFeed()) {
            m_form->setFeed(source.feed);
            m_pages->setCurrentIndex(FormPage);
        }
    }
}

void FeedsPanel::pauseCurrent()
{
    for (const feeds::FeedStatus &source : m_session.feeds()) {
        if (source.feed.id == currentFeed()) {
            if (const Result<> done = m_session.setPaused(source.feed.id, !source.feed.paused); !done) {
                emit failed(done.error().message);
            }
        }
    }
}

void FeedsPanel::removeCurrent()
{
    const QString feed = currentFeed();
    if (feed.isEmpty()) {
        return;
    }
    if (const Result<> done = m_session.removeFeed(feed); !done) {
        emit failed(done.error().message);
    }
}

void FeedsPanel::showPart(const QString &id)
{
    m_parts->setCurrent(id);
    m_lists->setCurrentIndex(id == QLatin1String("alerts") ? 1 : 0);
}

void FeedsPanel::markStream(const QString &id)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        if (index.data(StreamListModel::IdRole).toString() == id) {
            m_list->setCurrentIndex(index);
            m_list->scrollTo(index);
            return;
        }
    }
}

void FeedsPanel::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

bool FeedsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::Leave) {
        emit streamEntered({});
    }
    return QWidget::eventFilter(watched, event);
}

void FeedsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
