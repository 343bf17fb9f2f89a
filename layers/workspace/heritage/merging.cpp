// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/capturebundle.h"
#include "layers/workspace/heritage/capture.h"
#include "layers/workspace/heritage/mergememory.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>

namespace loci::workspace {

using formats::BundleDocument;
using formats::CaptureBundle;
using heritage::Action;
using heritage::Asset;
using heritage::MergeConflict;
using heritage::ReviewPolicy;
using storage::heritage::RecordState;
namespace stored = storage::heritage::key;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::HeritageCapture)
};

bool isAssetKey(const QString &key)
{
    return key.startsWith(QLatin1String(stored::kAsset));
}

QJsonObject objectOf(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

/// One record on its way in.
struct Incoming
{
    QString key;
    std::optional<QByteArray> mine;
    std::vector<RecordState> states;
    MergeMemory memory;
    MergeCase theirs;
    qint64 last = 0; ///< audit entry of the record
};

class BundleMerger
{
public:
    BundleMerger(Catalogue &catalogue, Workspace &workspace, const CaptureBundle &bundle, const QString &path,
                 TakeSide take)
        : m_catalogue(catalogue)
        , m_workspace(workspace)
        , m_bundle(bundle)
        , m_name(QFileInfo(path).fileName())
        , m_take(take)
        , m_rules(catalogue.policy())
    {}

    Result<> add(const BundleDocument &document)
    {
        const bool isOurs = isAssetKey(document.key) || document.key.startsWith(QLatin1String(stored::kZone));
        if (!isOurs || document.theirs.isEmpty() || !isAllowed(document)) {
            return {};
        }
        LOCI_TRY(Incoming in, incoming(document));
        if (isKnown(in)) {
            ++report.unchanged;
            return {};
        }
        LOCI_TRY(const QJsonObject base, baseOf(in, document));
        return merge(in, base);
    }
    Result<> takeMedia(const CancelToken &cancel)
    {
        QStringList hashes = m_media.values();
        hashes.sort();
        for (const QString &hash : std::as_const(hashes)) {
            LOCI_CHECK(takeMedium(hash, cancel));
        }
        return {};
    }
    Command command;
    MergeReport report;

private:
    void find(const char *code, const QString &key, const QString &message)
    {
        report.findings.push_back(
            {Severity::Warning, QLatin1String(code), key.section(QLatin1Char('/'), -1), key, message});
    }
    bool isAllowed(const BundleDocument &document)
    {
        if (document.isCoarse && document.theirs != document.base) {
            find("merge_coarse", document.key,
                 Texts::tr("A record went out without its exact place and was changed there; that is not taken back."));
        }
        return !document.isCoarse;
    }

    Result<Incoming> incoming(const BundleDocument &document) const
    {
        Incoming in;
        in.key = document.key;
        const auto &store = m_catalogue.store();
        LOCI_TRY(const QByteArray bytes, store.accepted(document.key, document.theirs));
        LOCI_TRY(in.mine, store.value(document.key));
        LOCI_TRY(in.states, store.history(document.key));
        in.memory = MergeMemory::parse(m_workspace.document(MergeMemory::keyFor(document.key)).value_or(""));
        in.last = in.states.empty() ? 0 : in.states.back().number;
        in.theirs = {stateName(bytes), m_bundle.person, m_name, document.ancestors, objectOf(bytes), {}};
        if (!document.base.isEmpty()) {
            in.theirs.ancestors << stateName(document.base);
        }
        return in;
    }
    static bool isKnown(const Incoming &in)
    {
        const QString &name = in.theirs.name;
        return std::any_of(in.states.begin(), in.states.end(),
                           [&name](const RecordState &state) { return stateNameOfHash(state.hash) == name; }) ||
               in.memory.seen.contains(name) ||
               std::any_of(in.memory.cases.begin(), in.memory.cases.end(),
                           [&name](const MergeCase &one) { return one.name == name; });
    }

    /// The latest state of our own or merged into ours that the other copy came from.
    Result<QJsonObject> baseOf(const Incoming &in, const BundleDocument &document) const
    {
        const QSet<QString> theirs(in.theirs.ancestors.begin(), in.theirs.ancestors.end());
        qint64 own = 0;
        for (const RecordState &state : in.states) {
            own = !state.hash.isEmpty() && theirs.contains(stateNameOfHash(state.hash)) ? state.number : own;
        }
        const auto merged = std::find_if(in.memory.states.rbegin(), in.memory.states.rend(),
                                         [&](const MergedState &one) { return theirs.contains(one.name); });
        if (merged != in.memory.states.rend() && merged->after >= own) {
            return merged->document;
        }
        if (own > 0) {
            LOCI_TRY(const auto state, m_catalogue.store().stateAt(in.key, own));
            return objectOf(state.value_or(QByteArray()));
        }
        return in.memory.seen.contains(stateName(document.base)) ? objectOf(document.base) : QJsonObject();
    }

    /// Nothing comes in by this way that the person could not have written in the window.
    bool hasRight(const QString &key, const QJsonObject &before, QJsonObject &after)
    {
        const Asset was(before);
        Asset is(after);
        if (!isAssetKey(key)) {
            return m_rules.allows(m_catalogue.person(), Action::Edit);
        }
        for (const Asset &state : {before.isEmpty() ? is : was, is}) {
            if (!m_rules.allows(m_catalogue.person(), Action::Edit, state)) {
                find("merge_refused", key, m_rules.refusal(m_catalogue.person(), Action::Edit, state).message);
                return false;
            }
        }
        const QString review = QStringLiteral("/review");
        if (is.text(QStringLiteral("/review/state")) == QLatin1String("approved") &&
            is.value(review) != was.value(review) && !m_rules.allows(m_catalogue.person(), Action::Approve, is)) {
            is.set(review, was.value(review));
            after = is.json();
            find("merge_review_kept", key,
                 Texts::tr("“%1” comes back approved; %2 may not approve it, so its review stays as it is here.")
                     .arg(is.name(), m_catalogue.person()));
        }
        return true;
    }

    QJsonObject decided(const Incoming &in, const std::vector<MergeConflict> &conflicts, QJsonObject merged)
    {
        for (const MergeConflict &conflict : conflicts) {
            if (m_take == TakeSide::Theirs) {
                merged = heritage::withMergeField(merged, conflict.path, conflict.theirs).toObject();
            }
        }
        report.decided += int(conflicts.size());
        return isAssetKey(in.key)
                   ? heritage::edited(Asset(merged), m_catalogue.person(), m_workspace.clock().nowUtc()).json()
                   : merged;
    }

    Result<> merge(Incoming &in, const QJsonObject &base)
    {
        const QJsonObject mine = objectOf(in.mine.value_or(QByteArray()));
        heritage::MergeOutcome outcome = in.mine ? heritage::mergedRecord(base, mine, in.theirs.document)
                                                 : heritage::MergeOutcome{in.theirs.document, {}};
        if (!outcome.conflicts.empty() && m_take != TakeSide::Ask) {
            outcome.merged = decided(in, outcome.conflicts, std::move(outcome.merged));
            outcome.conflicts.clear();
        }
        if (!hasRight(in.key, mine, outcome.merged)) {
            return {};
        }
        count(in, outcome);
        if (isAssetKey(in.key)) {
            const auto uses = Asset(outcome.merged).parts<heritage::MediaUse>();
            for (const heritage::MediaUse &use : uses) {
                m_media << use.sha256;
            }
        }
        const QByteArray bytes = heritage::Record(outcome.merged).bytes();
        command.changes.push_back({in.key, {}, bytes});
        std::erase_if(in.memory.cases, [&in](const MergeCase &one) {
            return in.theirs.ancestors.contains(one.name); // what waited there was decided there, or came again
        });
        if (outcome.conflicts.empty()) {
            in.memory.close(in.theirs, in.last, stateName(bytes) == in.theirs.name);
        } else {
            in.theirs.fields = std::move(outcome.conflicts);
            in.memory.cases.push_back(in.theirs);
        }
        command.changes.push_back({MergeMemory::keyFor(in.key), {}, in.memory.bytes()});
        return {};
    }
    void count(const Incoming &in, const heritage::MergeOutcome &outcome)
    {
        report.conflicts += int(outcome.conflicts.size());
        (!in.mine ? report.created : outcome.merged == in.theirs.document ? report.taken : report.merged) += 1;
    }

    Result<> takeMedium(const QString &hash, const CancelToken &cancel)
    {
        const storage::heritage::MediaFolder folder = m_catalogue.media();
        const QString key = QLatin1String(stored::kMedium) + hash;
        const QString file = m_bundle.files.value(hash);
        const bool isDescribed = m_workspace.document(key).has_value();
        if (file.isEmpty() && !folder.contains(hash)) {
            find("medium_missing", key,
                 Texts::tr("A photograph is named by a record, but its file is neither here nor in the bundle: %1.")
                     .arg(hash));
        }
        if (file.isEmpty() || (isDescribed && folder.checkFixity({hash}, cancel).empty())) {
            return {};
        }
        LOCI_TRY(const auto facts, folder.import(file, cancel));
        if (facts.sha256 != hash) {
            find("medium_altered", key, Texts::tr("The file %1 of the bundle is not the one that went out.").arg(file));
            return {};
        }
        ++report.media;
        if (!isDescribed) {
            command.changes.push_back({key, {}, facts.json()});
        }
        return {};
    }

    Catalogue &m_catalogue;
    Workspace &m_workspace;
    const CaptureBundle &m_bundle;
    QString m_name;
    TakeSide m_take;
    ReviewPolicy m_rules;
    QSet<QString> m_media;
};

} // namespace

Result<MergeReport> mergeBundle(Catalogue &catalogue, Workspace &workspace, const QString &path, TakeSide take,
                                const QString &reason, const CancelToken &cancel)
{
    LOCI_TRY(const CaptureBundle bundle, formats::readCaptureBundle(path, cancel));
    LOCI_TRY(const QString origin, catalogue.store().origin());
    if (bundle.catalogue != origin || origin.isEmpty()) {
        return fail(
            ErrorCode::Invalid,
            Texts::tr("%1 was made from another catalogue; nothing was merged.").arg(QFileInfo(path).fileName()));
    }
    BundleMerger merger(catalogue, workspace, bundle, path, take);
    merger.report.findings = bundle.findings;
    merger.command.title = Texts::tr("Merge the bundle “%1”").arg(QFileInfo(path).fileName());
    merger.command.reason = reason;
    merger.command.author = catalogue.person();
    for (const BundleDocument &document : bundle.documents) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("The merge was cancelled; nothing was written."));
        }
        LOCI_CHECK(merger.add(document));
    }
    LOCI_CHECK(merger.takeMedia(cancel));
    LOCI_CHECK(workspace.commit(std::move(merger.command)));
    for (auto file = bundle.files.constBegin(); file != bundle.files.constEnd(); ++file) {
        if (catalogue.media().checkFixity({file.key()}, cancel).empty()) {
            merger.report.confirmed << file.key();
        }
    }
    merger.report.confirmed.sort();
    return std::move(merger.report);
}

} // namespace loci::workspace
