// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/sqlitequery.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <sqlite3.h>

namespace loci::feeds {

namespace {
constexpr int kBusyMs = 1000;
constexpr int kStepsBetweenChecks = 10'000;
constexpr int kMostChecks = 20'000; // a query that joins everything with everything ends

int readOnly(void *, int action, const char *, const char *second, const char *, const char *)
{
    if (action == SQLITE_FUNCTION && second && qstricmp(second, "load_extension") == 0) {
        return SQLITE_DENY;
    }
    const bool reading =
        action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_FUNCTION || action == SQLITE_RECURSIVE;
    return reading ? SQLITE_OK : SQLITE_DENY;
}

int countChecks(void *checks)
{
    return ++*static_cast<int *>(checks) > kMostChecks ? 1 : 0;
}

QJsonValue cellOf(sqlite3_stmt *row, int column)
{
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER:
        return static_cast<qint64>(sqlite3_column_int64(row, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(row, column);
    case SQLITE_TEXT:
        return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(row, column)),
                                 sqlite3_column_bytes(row, column));
    default:
        return QJsonValue::Null;
    }
}

using Connection = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
using Query = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;
} // namespace

SqliteQuery::SqliteQuery(ConnectorContext context) : Connector(std::move(context))
{
    connect(&m_timer, &QTimer::timeout, this, &SqliteQuery::ask);
}

void SqliteQuery::start()
{
    emit contactChanged(Contact::Connecting, {});
    m_timer.start(static_cast<int>(feed().pollMs));
    ask();
}

void SqliteQuery::stop()
{
    m_timer.stop();
}

Result<QByteArray> SqliteQuery::rows(const QString &path, const QString &query, qint64 sizeLimit)
{
    const QString shown = QDir::toNativeSeparators(path);
    sqlite3 *opened = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const Connection connection(opened, sqlite3_close);
    if (code != SQLITE_OK) {
        return fail(ErrorCode::NotReadable, tr("The database %1 cannot be opened.").arg(shown));
    }
    int checks = 0;
    sqlite3_busy_timeout(opened, kBusyMs);
    sqlite3_set_authorizer(opened, readOnly, nullptr);
    sqlite3_progress_handler(opened, kStepsBetweenChecks, countChecks, &checks);
    sqlite3_stmt *prepared = nullptr;
    const QByteArray utf8 = query.toUtf8();
    const char *rest = nullptr;
    const bool good = sqlite3_prepare_v2(opened, utf8.constData(), -1, &prepared, &rest) == SQLITE_OK;
    const Query statement(prepared, sqlite3_finalize);
    if (!good || !prepared || !QByteArray(rest).trimmed().isEmpty()) {
        return fail(ErrorCode::Invalid,
                    tr("The query of the feed is no single reading query that %1 understands.").arg(shown),
                    QString::fromUtf8(sqlite3_errmsg(opened)));
    }
    QJsonArray rows;
    qint64 bytes = 0;
    int step = sqlite3_step(prepared);
    for (; step == SQLITE_ROW && bytes < sizeLimit; step = sqlite3_step(prepared)) {
        QJsonObject row;
        for (int column = 0; column < sqlite3_column_count(prepared); ++column) {
            row.insert(QString::fromUtf8(sqlite3_column_name(prepared, column)), cellOf(prepared, column));
            bytes += sqlite3_column_bytes(prepared, column);
        }
        rows.append(row);
    }
    if (step != SQLITE_DONE) {
        return fail(ErrorCode::NotReadable, tr("The query of the feed takes too long or gives too much."));
    }
    return QJsonDocument(rows).toJson(QJsonDocument::Compact);
}

void SqliteQuery::ask()
{
    const auto answer = rows(feed().address.toLocalFile(), feed().query, feed().sizeLimit);
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
