// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/postgisaddress.h"
#include "layers/storage/postgislink.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>
#include <memory>
#include <optional>

namespace loci::storage {

/// Hears what is committed to a schema of a server, on a connection of its own. Never waits: everything goes on with
/// the event loop of its thread. It asks now and then whether the server is still there, and knows within kBeat and
/// kPatience that it is not; then it tries again every few seconds, and tells of changes when it is back: some may
/// have been missed.
class PostGisListener final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kBeat = 5000;       ///< milliseconds between two questions
    static constexpr int kFollow = 400;      ///< the same, to a server that follows another one
    static constexpr int kPatience = 10'000; ///< for an answer, and for a connection

    enum class Begin { Now, Later }; ///< Later: the server is known to be lost
    PostGisListener(PostGisAddress address, const QString &password, Begin begin = Begin::Now);
    ~PostGisListener() override;
    bool isConnected() const { return m_isListening; }
    void lose(); ///< lets go of the connection, which may be dead, and tries for another one

signals:
    void heard();        ///< somebody, perhaps this desk, changed something
    void heardOfDesks(); ///< somebody came, went, or began to change a record
    void connectionChanged(bool isConnected);
    void refused(const QString &sentence); ///< the server is there, but does not let this desk in

private:
    struct Later
    {
        void operator()(QSocketNotifier *notifier) const;
    };
    enum class Question { None, Role, Listen, Beat, News };
    void advance();
    void ask(Question question);
    QByteArray textOf(Question question) const;
    void answered(Question question);
    void settle();
    void read();
    bool readAnswers();
    void readNotices();
    void tellRefusal();
    void timeOut();
    void watch(QSocketNotifier::Type type, void (PostGisListener::*then)());

    PostGisAddress m_address;
    PostGisLink m_link;
    std::unique_ptr<QSocketNotifier, Later> m_notifier;
    QTimer m_timer; ///< what is due next: a question, an answer, another try
    bool m_isListening = false;
    bool m_isReplica = false; ///< it follows another server and tells nothing by itself: it is asked
    Question m_asked = Question::None;
    QByteArray m_answer, m_last; ///< of the question; number of the last change that a replica had
    bool m_isAway = false;       ///< it was told that the connection is lost
};

} // namespace loci::storage
