// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/feeds/streamcard.h"

#include "widgets/common/propertylist.h"
#include "widgets/common/status.h"
#include "widgets/common/tokens.h"
#include "widgets/feeds/streamchart.h"
#include "widgets/feeds/streamlist.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace loci::widgets {

using feeds::StreamState;

namespace {

QString timeText(qint64 moment)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(moment), QLocale::ShortFormat);
}

QString flagWords(feeds::QualityFlags flags)
{
    QStringList words;
    const auto say = [&](feeds::Quality flag, const QString &word) {
        if (flags & flag) {
            words << word;
        }
    };
    say(feeds::Quality::Late, StreamCard::tr("arrived late"));
    say(feeds::Quality::OutOfOrder, StreamCard::tr("out of order"));
    say(feeds::Quality::ClockSkew, StreamCard::tr("clock of the source is wrong"));
    say(feeds::Quality::ArrivalTime, StreamCard::tr("time of arrival"));
    say(feeds::Quality::Retained, StreamCard::tr("kept by the broker"));
    say(feeds::Quality::Corrected, StreamCard::tr("corrected"));
    say(feeds::Quality::Doubtful, StreamCard::tr("doubtful, says the source"));
    return words.isEmpty() ? StreamCard::tr("good") : words.join(QStringLiteral(", "));
}

QString sharingWord(feeds::Sharing sharing)
{
    switch (sharing) {
    case feeds::Sharing::Public:
        return StreamCard::tr("everybody");
    case feeds::Sharing::Internal:
        return StreamCard::tr("inside the administration");
    case feeds::Sharing::Restricted:
        return StreamCard::tr("restricted");
    }
    return {};
}

} // namespace

StreamCard::StreamCard(FeedSession &session, QWidget *parent)
    : SidePanel({}, parent)
    , m_session(session)
    , m_state(new StatusBadge(Status::Unknown, this))
    , m_value(new QLabel(this))
    , m_note(new QLabel(this))
    , m_chart(new StreamChart(this))
    , m_facts(new PropertyList(this))
    , m_goTo(new QPushButton(this))
    , m_board(new QPushButton(this))
    , m_pause(new QPushButton(this))
    , m_close(addAction(QStringLiteral("close"), {}))
{
    setObjectName(QStringLiteral("feeds.card"));
    m_value->setTextFormat(Qt::PlainText);
    m_value->setObjectName(QStringLiteral("feeds.card.value"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setProperty("role", QStringLiteral("caption"));
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    const Tokens &t = tokens();
    column->setContentsMargins(t.padding, 0, t.padding, t.padding);
    column->setSpacing(t.gap);
    column->addWidget(m_state);
    column->addWidget(m_value);
    column->addWidget(m_note);
    column->addWidget(m_chart);
    column->addWidget(m_facts);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_goTo);
    buttons->addWidget(m_board);
    buttons->addWidget(m_pause);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(1);
    addWidget(content, 1);
    connect(m_close, &QToolButton::clicked, this, &StreamCard::closeRequested);
    connect(m_goTo, &QPushButton::clicked, this, [this] { emit goToRequested(m_id); });
    m_board->setObjectName(QStringLiteral("feeds.card.board"));
    connect(m_board, &QPushButton::clicked, this, [this] { emit boardRequested(m_id); });
    connect(m_pause, &QPushButton::clicked, this, &StreamCard::togglePause);
    connect(&m_session, &FeedSession::changed, this, [this] {
        if (isVisible()) {
            refresh();
        }
    });
    retranslate();
}

void StreamCard::showStream(const QString &id)
{
    m_id = id;
    refresh();
}

QString StreamCard::words() const
{
    return QStringList{title(), m_state->text(), m_value->text(), m_note->text(), m_facts->asText()}.join(
        QLatin1Char('\n'));
}

const feeds::FeedStatus *StreamCard::feedOf(const std::vector<feeds::FeedStatus> &feeds) const
{
    const feeds::StreamStatus *status = m_session.stream(m_id);
    for (const feeds::FeedStatus &feed : feeds) {
        if (status != nullptr && feed.feed.id == status->tally.description.feed) {
            return &feed;
        }
    }
    return nullptr;
}

void StreamCard::refresh()
{
    const feeds::StreamStatus *status = m_session.stream(m_id);
    const std::vector<feeds::FeedStatus> all = m_session.feeds();
    const feeds::FeedStatus *source = feedOf(all);
    m_goTo->setEnabled(status != nullptr && status->tally.description.place);
    m_pause->setEnabled(source != nullptr && !m_session.isReadOnly());
    if (status == nullptr) {
        m_state->setStatus(Status::Unknown);
        m_state->setText(tr("This stream is not here any more."));
        m_facts->setRows({});
        return;
    }
    const bool chinese = QLocale().language() == QLocale::Chinese;
    const feeds::StreamDescription &stream = status->tally.description;
    setTitle(stream.name(chinese));
    setCaption(source != nullptr ? source->feed.name(chinese) : stream.feed);
    m_state->setStatus(statusOf(status->state));
    const QString age = status->ageMs ? feeds::ageText(*status->ageMs) : tr("never");
    m_state->setText(QStringLiteral("%1 · %2").arg(feeds::stateName(status->state), age));
    const bool fresh = status->state == StreamState::Live;
    m_value->setFont(tokenFont(tokens().fontDisplay, fresh ? QFont::DemiBold : QFont::Normal));
    m_value->setEnabled(fresh); // an old value never looks like a new one
    m_value->setText(valueText(*status));
    QString note = status->simulated ? tr("Simulated: invented inside this program, not measured.") : QString();
    if (m_session.moment()) {
        note = tr("As it was at %1.").arg(timeText(m_session.now())) + QLatin1Char(' ') + note;
    } else if (source != nullptr && !source->sentence.isEmpty()) {
        note += QLatin1Char(' ') + source->sentence;
    }
    m_note->setText(note.trimmed());
    m_note->setVisible(!m_note->text().isEmpty());
    m_chart->setPoints(m_session.recent(m_id), stream.cadenceMs, m_session.now(), fresh);
    std::vector<PropertyRow> rows;
    if (status->tally.last) {
        rows.push_back({tr("Time of the value"), timeText(status->tally.last->phenomenon)});
        rows.push_back({tr("Quality"), flagWords(status->tally.last->flags)});
    }
    rows.push_back({tr("Expected every"), stream.cadenceMs > 0 ? feeds::ageText(stream.cadenceMs) : tr("not known")});
    rows.push_back({tr("Came, stored, twice, refused"), QStringLiteral("%1 · %2 · %3 · %4")
                                                            .arg(status->tally.received)
                                                            .arg(status->tally.stored)
                                                            .arg(status->tally.duplicates)
                                                            .arg(status->tally.rejected)});
    if (source != nullptr) {
        rows.push_back({tr("Who may see it"), sharingWord(source->feed.sharing)});
        m_pause->setText(source->feed.paused ? tr("Go on") : tr("Pause feed"));
    }
    rows.push_back({tr("Id"), m_id});
    m_facts->setRows(rows);
}

void StreamCard::togglePause()
{
    const std::vector<feeds::FeedStatus> all = m_session.feeds();
    if (const feeds::FeedStatus *source = feedOf(all)) {
        if (const Result<> done = m_session.setPaused(source->feed.id, !source->feed.paused); !done) {
            emit failed(done.error().message);
        }
    }
}

void StreamCard::retranslate()
{
    setTip(m_close, tr("Close"));
    m_goTo->setText(tr("Show on map"));
    m_board->setText(tr("Put on board"));
    m_board->setToolTip(tr("A tile with value, state and age on the board that was shown last"));
    m_pause->setText(tr("Pause feed"));
    refresh();
}

void StreamCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    SidePanel::changeEvent(event);
}

void StreamCard::showEvent(QShowEvent *event)
{
    refresh();
    SidePanel::showEvent(event);
}

} // namespace loci::widgets
