// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/httppoller.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrlQuery>
#include <cmath>

namespace loci::feeds {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::feeds::HttpPoller)
};

constexpr int kTimeoutMs = 30'000;
constexpr int kRedirects = 5;
constexpr int kMostPages = 500;
constexpr qint64 kOverlapCadences = 10;
constexpr qint64 kOverlapMs = 3'600'000;
constexpr qint64 kLongestPauseMs = 3'600'000;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host() && one.port() == other.port();
}
} // namespace

QNetworkRequest requestOf(const ConnectorContext &context, const QUrl &address)
{
    QNetworkRequest request(address);
    request.setTransferTimeout(kTimeoutMs);
    request.setMaximumRedirectsAllowed(kRedirects);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Loci"));
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, context.secret
                                                                       ? QNetworkRequest::SameOriginRedirectPolicy
                                                                       : QNetworkRequest::NoLessSafeRedirectPolicy);
    if (context.secret && isSameOrigin(address, context.feed.address)) {
        request.setRawHeader("Authorization", context.secret->authorization());
    }
    if (!context.feed.authority.isEmpty()) {
        QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
        ssl.setCaCertificates(QSslCertificate::fromPath(context.feed.authority));
        request.setSslConfiguration(ssl);
    }
    return request;
}

QUrl backfillAddress(const FeedDescription &feed, std::optional<qint64> cursor)
{
    const bool observations = feed.address.path().endsWith(QLatin1String("Observations"));
    if (feed.format != Format::SensorThings || !observations || !cursor) {
        return feed.address;
    }
    const qint64 from = *cursor - std::max(kOverlapCadences * feed.cadenceMs, kOverlapMs);
    const QString filter = QStringLiteral("phenomenonTime ge %1")
                               .arg(QDateTime::fromMSecsSinceEpoch(from, Qt::UTC).toString(Qt::ISODateWithMs));
    QUrlQuery query(feed.address);
    const QString own = query.queryItemValue(QStringLiteral("$filter"), QUrl::FullyDecoded);
    query.removeQueryItem(QStringLiteral("$filter"));
    query.removeQueryItem(QStringLiteral("$orderby"));
    query.addQueryItem(QStringLiteral("$filter"),
                       own.isEmpty() ? filter : QStringLiteral("(%1) and %2").arg(own, filter));
    query.addQueryItem(QStringLiteral("$orderby"), QStringLiteral("phenomenonTime asc"));
    QUrl address = feed.address;
    address.setQuery(query);
    return address;
}

QString explainReply(const QNetworkReply &reply, const QString &host, bool &refused)
{
    const int status = statusOf(reply);
    refused = true;
    if (status == 401 || status == 403) {
        return Texts::tr("%1 refuses the name or the password of this feed.").arg(host);
    }
    if (reply.error() == QNetworkReply::SslHandshakeFailedError) {
        return Texts::tr("The certificate of %1 is not valid for it: expired, of another server, or of an unknown "
                         "authority. Nothing was read.")
            .arg(host);
    }
    refused = false;
    if (status >= 400) {
        return Texts::tr("%1 answers with an error (%2); Loci tries again.").arg(host).arg(status);
    }
    return Texts::tr("%1 does not answer; Loci tries again.").arg(host);
}

HttpPoller::HttpPoller(ConnectorContext context)
    : Connector(std::move(context))
    , m_backoff([] { return QRandomGenerator::global()->generateDouble(); })
{
    m_cursor = this->context().newest;
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_pages = 0;
        const QUrl address = m_behind ? backfillAddress(feed(), m_cursor) : feed().address;
        if (address != feed().address) { // what is known of one address says nothing of another
            m_entityTag.clear();
            m_modified.clear();
        }
        fetch(address);
    });
}

HttpPoller::~HttpPoller()
{
    HttpPoller::stop();
}

void HttpPoller::start()
{
    stop();
    m_running = true;
    m_backoff.reset();
    m_behind = true;
    emit contactChanged(Contact::Connecting, {});
    m_timer.start(0);
}

void HttpPoller::stop()
{
    m_running = false;
    m_timer.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void HttpPoller::fetch(const QUrl &address)
{
    QNetworkRequest request = requestOf(context(), address);
    if (m_pages == 0 && !m_entityTag.isEmpty()) {
        request.setRawHeader("If-None-Match", m_entityTag);
    }
    if (m_pages == 0 && !m_modified.isEmpty()) {
        request.setRawHeader("If-Modified-Since", m_modified);
    }
    m_tooLarge = false;
    QNetworkReply *reply = m_network.get(request);
    m_reply = reply;
    connect(reply, &QNetworkReply::readyRead, this, [this, reply] {
        if (reply->bytesAvailable() > feed().sizeLimit) {
            m_tooLarge = true;
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply] { onFinished(reply); });
}

void HttpPoller::later(qint64 milliseconds)
{
    if (m_running) {
        m_timer.start(static_cast<int>(std::clamp<qint64>(milliseconds, 0, kLongestPauseMs)));
    }
}

void HttpPoller::onFinished(QNetworkReply *reply)
{
    reply->deleteLater();
    m_reply.clear();
    const int status = statusOf(*reply);
    if (m_tooLarge) {
        emit contactChanged(Contact::Retrying, tr("%1 sends more than this feed may hold.").arg(host()));
        later(std::max(m_backoff.next(), feed().pollMs));
        return;
    }
    if (status != 304 && (reply->error() != QNetworkReply::NoError || status >= 400)) {
        onFailure(reply, status);
        return;
    }
    m_backoff.reset();
    emit contactChanged(Contact::Connected, {});
    if (status != 304) {
        deliver(reply);
    }
    m_behind = m_behind && m_pages > 0;
    const double jitter = 0.9 + 0.2 * QRandomGenerator::global()->generateDouble();
    later(std::llround(static_cast<double>(std::max(feed().pollMs, m_lifetimeMs)) * jitter));
}

void HttpPoller::onFailure(QNetworkReply *reply, int status)
{
    bool refused = false;
    const QString sentence = explainReply(*reply, host(), refused);
    emit contactChanged(refused ? Contact::Refused : Contact::Retrying, sentence);
    m_behind = true;
    if (status == 401 || status == 403) {
        return; // until somebody gives another password
    }
    bool stated = false;
    const qint64 seconds = reply->rawHeader("Retry-After").toLongLong(&stated);
    const qint64 wanted = stated && seconds > 0 ? seconds * 1000 : 0;
    later(std::max(wanted, m_backoff.next()));
}

void HttpPoller::deliver(QNetworkReply *reply)
{
    if (m_pages == 0 && reply->request().url() == feed().address) {
        m_entityTag = reply->rawHeader("ETag");
        m_modified = reply->rawHeader("Last-Modified");
    }
    Payload payload;
    payload.bytes = reply->readAll();
    payload.topic = reply->url().path();
    payload.arrival = now();
    const QDateTime date = QDateTime::fromString(QString::fromLatin1(reply->rawHeader("Date")), Qt::RFC2822Date);
    if (date.isValid()) {
        payload.serverTime = date.toMSecsSinceEpoch();
    }
    const QPointer<HttpPoller> self(this);
    const QUrl page = reply->url();
    payload.read = [self, page](const PayloadFacts &facts) {
        QMetaObject::invokeMethod(
            qApp,
            [self, facts, page] {
                if (self) {
                    self->onRead(facts, page);
                }
            },
            Qt::QueuedConnection);
    };
    hand(std::move(payload), false);
}

void HttpPoller::onRead(const PayloadFacts &facts, const QUrl &page)
{
    m_lifetimeMs = facts.lifetimeMs.value_or(0);
    if (facts.next.isEmpty()) {
        m_cursor = now();
    }
    if (facts.next.isEmpty() || !m_running || m_reply) {
        return;
    }
    const QUrl next = page.resolved(QUrl(facts.next));
    if (!isSameOrigin(next, feed().address) || next == page || ++m_pages >= kMostPages) {
        return; // a page elsewhere is not of this feed
    }
    m_timer.stop();
    fetch(next);
}

} // namespace loci::feeds
