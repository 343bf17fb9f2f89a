// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/canonicaljson.h"
#include "layers/storage/heritage/auditjson.h"
#include "layers/storage/heritage/heritagestore_p.h"
#include "layers/storage/roles/rolestore.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace loci::storage::heritage {

using loci::heritage::FieldChange;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::heritage::StoreHistory)
};

bool isSameStep(const RecordState &state, const AuditEntry &entry, const QString &lastBefore)
{
    return state.hash == entry.stateAfter && lastBefore == entry.stateBefore && state.time == entry.time &&
           state.number + 1 == entry.number;
}

tl::unexpected<Error> lost(const QString &key)
{
    return fail(
        ErrorCode::Invalid,
        Texts::tr("The audit of %1 does not give the state that it names: it or the record was changed by hand.")
            .arg(key));
}
} // namespace

Result<QString> HeritageStore::origin() const
{
    QString hash;
    LOCI_CHECK(d->database.run("SELECT hash FROM heritage_audit WHERE number = 1", {},
                               [&hash](const Statement &row) { hash = row.text(0); }));
    LOCI_TRY(const bool hasRoles, RoleStore(d->database).isEnforced());
    if (hash.isEmpty() && hasRoles) { // of a record that this login may not read
        LOCI_CHECK(d->database.run("SELECT role_origin()", {},
                                   [&hash](const Statement &row) { hash = row.isNull(0) ? QString() : row.text(0); }));
    }
    return hash;
}

Result<std::vector<RecordState>> HeritageStore::history(const QString &key) const
{
    LOCI_TRY(std::vector<AuditEntry> entries, AuditLog(d->database).entries(key));
    std::vector<RecordState> states;
    QString lastBefore;
    for (AuditEntry &entry : entries) {
        if (states.empty() || !isSameStep(states.back(), entry, lastBefore)) {
            RecordState state;
            state.time = entry.time;
            state.author = entry.author;
            state.action = entry.action;
            state.reason = entry.reason;
            state.title = entry.title;
            state.hash = entry.stateAfter;
            states.push_back(std::move(state));
            lastBefore = entry.stateBefore;
        }
        states.back().number = entry.number;
        states.back().changes.push_back(std::move(entry.change));
    }
    return states;
}

Result<std::optional<QByteArray>> HeritageStore::stateAt(const QString &key, qint64 number) const
{
    LOCI_TRY(const std::vector<RecordState> states, history(key));
    LOCI_TRY(const auto present, value(key));
    QString wanted;
    QJsonValue json = documentValue(present);
    std::size_t count = 0;
    while (count < states.size() && states[count].number - qint64(states[count].changes.size()) < number) {
        wanted = states[count++].hash;
    }
    for (std::size_t i = states.size(); i > count; --i) {
        json = loci::heritage::takenBack(json, states[i - 1].changes);
    }
    const std::optional<QByteArray> state = documentBytes(json);
    if ((state ? loci::heritage::sha256(*state) : QString()) != wanted) {
        return lost(key);
    }
    return state;
}

Result<std::vector<FieldChange>> HeritageStore::compare(const QString &key, qint64 first, qint64 second) const
{
    LOCI_TRY(const auto before, stateAt(key, first));
    LOCI_TRY(const auto after, stateAt(key, second));
    return loci::heritage::changesBetween(documentValue(before), documentValue(after));
}

} // namespace loci::storage::heritage
