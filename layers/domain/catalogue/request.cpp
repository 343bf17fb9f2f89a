// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/catalogue/request.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>
#include <array>
#include <utility>

namespace loci::catalogue {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::catalogue::Request)
};

constexpr std::array kStates{std::pair{State::Requested, "requested"}, std::pair{State::Approved, "approved"},
                             std::pair{State::Refused, "refused"},     std::pair{State::Returned, "returned"},
                             std::pair{State::Delivered, "delivered"}, std::pair{State::Revoked, "revoked"}};

bool follows(State before, State after)
{
    switch (after) {
    case State::Approved:
    case State::Refused:
    case State::Returned:
        return before == State::Requested;
    case State::Requested:
        return before == State::Returned;
    case State::Delivered:
        return before == State::Approved;
    case State::Revoked:
        return before == State::Approved || before == State::Delivered;
    }
    return false;
}

} // namespace

QString toText(State state)
{
    for (const auto &[value, text] : kStates) {
        if (value == state) {
            return QLatin1String(text);
        }
    }
    return {};
}

std::optional<State> stateFrom(const QString &text)
{
    for (const auto &[value, name] : kStates) {
        if (text == QLatin1String(name)) {
            return value;
        }
    }
    return std::nullopt;
}

QString word(State state)
{
    switch (state) {
    case State::Requested:
        return Texts::tr("requested");
    case State::Approved:
        return Texts::tr("approved");
    case State::Refused:
        return Texts::tr("refused");
    case State::Returned:
        return Texts::tr("returned");
    case State::Delivered:
        return Texts::tr("delivered");
    case State::Revoked:
        return Texts::tr("revoked");
    }
    return {};
}

State Request::state() const
{
    return steps.empty() ? State::Requested : steps.back().state;
}

bool Request::isGrant(const QDate &day) const
{
    return (state() == State::Approved || state() == State::Delivered) && until.isValid() && day <= until;
}

QString Request::purpose() const
{
    const auto asked =
        std::find_if(steps.rbegin(), steps.rend(), [](const Step &step) { return step.state == State::Requested; });
    return asked == steps.rend() ? QString() : asked->reason;
}

QJsonObject Request::toJson() const
{
    QJsonArray list;
    for (const Step &step : steps) {
        list.append(QJsonObject{{QStringLiteral("state"), toText(step.state)},
                                {QStringLiteral("by"), step.by},
                                {QStringLiteral("at"), step.at.toUTC().toString(Qt::ISODate)},
                                {QStringLiteral("reason"), step.reason}});
    }
    QJsonObject json{{QStringLiteral("entry"), entry},
                     {QStringLiteral("department"), department},
                     {QStringLiteral("person"), person},
                     {QStringLiteral("state"), toText(state())},
                     {QStringLiteral("steps"), list}};
    if (until.isValid()) {
        json.insert(QStringLiteral("until"), until.toString(Qt::ISODate));
    }
    return json;
}

Result<Request> Request::fromJson(const QString &id, const QJsonObject &json)
{
    Request request;
    request.id = id;
    request.entry = json[QStringLiteral("entry")].toString();
    request.department = json[QStringLiteral("department")].toString();
    request.person = json[QStringLiteral("person")].toString();
    request.until = QDate::fromString(json[QStringLiteral("until")].toString(), Qt::ISODate);
    const QJsonArray list = json[QStringLiteral("steps")].toArray();
    request.steps.reserve(static_cast<std::size_t>(list.size()));
    for (const QJsonValue &value : list) {
        const auto state = stateFrom(value[QStringLiteral("state")].toString());
        if (!state) {
            return fail(ErrorCode::Invalid, Texts::tr("The request %1 cannot be read.").arg(id));
        }
        request.steps.push_back({*state, value[QStringLiteral("by")].toString(),
                                 QDateTime::fromString(value[QStringLiteral("at")].toString(), Qt::ISODate),
                                 value[QStringLiteral("reason")].toString()});
    }
    if (request.entry.isEmpty() || request.department.isEmpty() || request.steps.empty()) {
        return fail(ErrorCode::Invalid, Texts::tr("The request %1 cannot be read.").arg(id));
    }
    return request;
}

Result<Request> stepped(Request request, State state, const QString &by, const QString &reason, const QDate &until,
                        const QDateTime &now)
{
    if (!request.steps.empty() && !follows(request.state(), state)) {
        return fail(ErrorCode::Usage,
                    Texts::tr("A request that is %1 cannot become %2.").arg(word(request.state()), word(state)));
    }
    if (reason.trimmed().isEmpty() && state != State::Delivered) {
        return fail(ErrorCode::Usage, state == State::Requested ? Texts::tr("Say what the data are asked for.")
                                                                : Texts::tr("Give the reason of this answer."));
    }
    if (state == State::Approved) {
        if (!until.isValid() || until < now.toUTC().date()) {
            return fail(ErrorCode::Usage, Texts::tr("A grant needs a day to come on which it ends."));
        }
        request.until = until;
    }
    request.steps.push_back({state, by, now.toUTC(), reason.trimmed()});
    return request;
}

} // namespace loci::catalogue
