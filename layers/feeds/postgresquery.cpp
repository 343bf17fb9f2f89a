// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/postgresquery.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>
#include <cmath>
#include <libpq-fe.h>

namespace loci::feeds {

namespace {
constexpr int kDefaultPort = 5432;
// Numbers of types, as the server's catalogue has had them since its beginning.
constexpr std::array<Oid, 6> kNumbers = {20, 21, 23, 700, 701, 1700};
constexpr Oid kBoolean = 16;

using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

bool isThisComputer(const QString &host)
{
    return host == QLatin1String("localhost") || host == QLatin1String("127.0.0.1") || host == QLatin1String("::1");
}

/// Names and values for libpq; the values live as long as this.
struct Parameters
{
    std::vector<std::pair<QByteArray, QByteArray>> pairs;
    Connection connect() const
    {
        std::vector<const char *> names, values;
        names.reserve(pairs.size() + 1);
        values.reserve(pairs.size() + 1);
        for (const auto &[name, value] : pairs) {
            names.push_back(name.constData());
            values.push_back(value.constData());
        }
        names.push_back(nullptr);
        values.push_back(nullptr);
        return {PQconnectdbParams(names.data(), values.data(), 0), PQfinish};
    }
};

Parameters parametersOf(const FeedDescription &feed, const std::optional<Secret> &secret)
{
    const bool near = isThisComputer(feed.address.host()) && feed.authority.isEmpty();
    Parameters parameters;
    parameters.pairs = {{"host", feed.address.host().toUtf8()},
                        {"port", QByteArray::number(feed.address.port(kDefaultPort))},
                        {"dbname", feed.address.path().mid(1).toUtf8()},
                        {"connect_timeout", "5"},
                        {"application_name", "Loci"},
                        {"sslmode", near ? "prefer" : "verify-full"},
                        {"options", "-c default_transaction_read_only=on -c statement_timeout=20000 -c TimeZone=UTC "
                                    "-c DateStyle=ISO"}};
    if (!near) {
        parameters.pairs.emplace_back("sslrootcert", feed.authority.isEmpty() ? "/etc/ssl/certs/ca-certificates.crt"
                                                                              : feed.authority.toUtf8());
    }
    if (secret) {
        parameters.pairs.emplace_back("user", secret->user.toUtf8());
        parameters.pairs.emplace_back("password", secret->password.toUtf8());
    }
    return parameters;
}

QJsonValue cellOf(const PGresult *row, int column)
{
    if (PQgetisnull(row, 0, column) != 0) {
        return QJsonValue::Null; // nothing is no zero
    }
    const QByteArray text(PQgetvalue(row, 0, column), PQgetlength(row, 0, column));
    const Oid type = PQftype(row, column);
    if (std::find(kNumbers.begin(), kNumbers.end(), type) != kNumbers.end()) {
        bool fits = false;
        const double number = text.toDouble(&fits);
        return fits && std::isfinite(number) ? QJsonValue(number) : QJsonValue(QJsonValue::Null);
    }
    return type == kBoolean ? QJsonValue(text == "t") : QJsonValue(QString::fromUtf8(text));
}

QJsonObject rowOf(const PGresult *row, qint64 &bytes)
{
    QJsonObject object;
    for (int column = 0; column < PQnfields(row); ++column) {
        object.insert(QString::fromUtf8(PQfname(row, column)), cellOf(row, column));
        bytes += PQgetlength(row, 0, column);
    }
    return object;
}

void cancel(PGconn *connection)
{
    constexpr std::size_t kRoom = 256;
    std::array<char, kRoom> why{};
    if (PGcancel *request = PQgetCancel(connection)) {
        PQcancel(request, why.data(), static_cast<int>(why.size()));
        PQfreeCancel(request);
    }
}

} // namespace

PostgresQuery::PostgresQuery(ConnectorContext context) : Connector(std::move(context))
{
    m_pool.setMaxThreadCount(1);
    connect(&m_timer, &QTimer::timeout, this, &PostgresQuery::ask);
}

PostgresQuery::~PostgresQuery()
{
    PostgresQuery::stop();
}

void PostgresQuery::start()
{
    emit contactChanged(Contact::Connecting, {});
    m_timer.start(static_cast<int>(feed().pollMs));
    ask();
}

void PostgresQuery::stop()
{
    m_timer.stop();
    ++m_round; // what is still on its way is not handed over
    m_asking = false;
    m_pool.waitForDone();
}

Result<QByteArray> PostgresQuery::rows(const FeedDescription &feed, const std::optional<Secret> &secret)
{
    const QString host = feed.address.host();
    const Connection connection = parametersOf(feed, secret).connect();
    if (PQstatus(connection.get()) != CONNECTION_OK) {
        const bool refused =
            PQconnectionNeedsPassword(connection.get()) != 0 || PQconnectionUsedPassword(connection.get()) != 0;
        return fail(refused ? ErrorCode::Invalid : ErrorCode::NotReadable,
                    refused ? tr("%1 refuses the name or the password of this feed.").arg(host)
                            : tr("%1 does not answer; Loci tries again.").arg(host));
    }
    // With parameters the server takes one statement only.
    if (PQsendQueryParams(connection.get(), feed.query.toUtf8().constData(), 0, nullptr, nullptr, nullptr, nullptr,
                          0) == 0 ||
        PQsetSingleRowMode(connection.get()) == 0) {
        return fail(ErrorCode::NotReadable, tr("%1 does not answer; Loci tries again.").arg(host));
    }
    QJsonArray rows;
    qint64 bytes = 0;
    std::optional<Error> error;
    while (true) {
        const Answer answer(PQgetResult(connection.get()), PQclear);
        if (!answer) {
            break;
        }
        const ExecStatusType status = PQresultStatus(answer.get());
        if (status == PGRES_SINGLE_TUPLE && !error) {
            rows.append(rowOf(answer.get(), bytes));
            if (bytes > feed.sizeLimit) {
                cancel(connection.get());
                error = Error{
                    ErrorCode::NotReadable, tr("The query of the feed takes too long or gives too much."), {}, {}};
            }
        } else if (status != PGRES_TUPLES_OK && status != PGRES_SINGLE_TUPLE && !error) {
            const char *state = PQresultErrorField(answer.get(), PG_DIAG_SQLSTATE);
            const bool cancelled = state != nullptr && qstrcmp(state, "57014") == 0;
            error = cancelled
                        ? Error{ErrorCode::NotReadable,
                                tr("The query of the feed takes too long or gives too much."),
                                {},
                                {}}
                        : Error{ErrorCode::Invalid,
                                tr("The query of the feed is no single reading query that %1 understands.").arg(host),
                                QString::fromUtf8(PQresultErrorMessage(answer.get())),
                                {}};
        }
    }
    if (error) {
        return tl::unexpected<Error>(std::move(*error));
    }
    return QJsonDocument(rows).toJson(QJsonDocument::Compact);
}

void PostgresQuery::ask()
{
    if (m_asking) {
        return; // a slow server is asked once at a time
    }
    m_asking = true;
    m_pool.start([this, round = m_round, feed = feed(), secret = context().secret] {
        auto answer = rows(feed, secret);
        QMetaObject::invokeMethod(
            this,
            [this, round, answer = std::move(answer)] {
                if (round == m_round) {
                    m_asking = false;
                    tell(answer);
                }
            },
            Qt::QueuedConnection);
    });
}

void PostgresQuery::tell(const Result<QByteArray> &answer)
{
    if (!answer) {
        emit contactChanged(answer.error().code == ErrorCode::Invalid ? Contact::Refused : Contact::Retrying,
                            answer.error().message);
        return;
    }
    emit contactChanged(Contact::Connected, {});
    Payload payload;
    payload.bytes = *answer;
    payload.arrival = now();
    hand(std::move(payload), false);
}

} // namespace loci::feeds
