// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/heritage_peers.h"

#include <QJsonObject>
#include <QProcess>

namespace loci::test {

using workspace::TakeSide;

namespace {
constexpr int kPatience = 60'000;
constexpr int kMostRounds = 12;

QString pathOf(const QString &field)
{
    return QLatin1Char('/') + field.section(QLatin1Char(' '), 1);
}
} // namespace

bool Peer::open()
{
    auto opened = workspace::Workspace::open(path, workspace::Access::ReadWrite, &clock);
    if (!opened || (*opened)->isReadOnly()) {
        return false;
    }
    workspace = std::move(*opened);
    catalogue = std::make_unique<workspace::Catalogue>(*workspace);
    catalogue->setPerson(name);
    return true;
}

void Peer::close()
{
    catalogue.reset();
    workspace.reset();
}

void Ledger::wrote(const QString &field, const QString &before, const QString &value)
{
    QSet<QString> seen = m_seen.value(field + before);
    seen << before;
    m_seen.insert(field + value, seen);
}

void Ledger::wroteOver(const QString &field, const QString &first, const QString &second, const QString &value)
{
    QSet<QString> seen = m_seen.value(field + first) + m_seen.value(field + second);
    seen << first << second;
    m_seen.insert(field + value, seen);
}

bool Ledger::hasSeen(const QString &field, const QString &value, const QString &other) const
{
    return m_seen.value(field + value).contains(other);
}

bool PeerTown::say(const QString &what)
{
    problem = problem.isEmpty() ? what : problem;
    return false;
}

QString PeerTown::field(const QString &id, int number) const
{
    return QStringLiteral("%1 field%2").arg(id).arg(number);
}

QString PeerTown::nextValue(const Peer &peer)
{
    return QStringLiteral("%1.%2").arg(peer.name).arg(++m_value);
}

bool PeerTown::make()
{
    for (int i = 0; i < kPeers; ++i) {
        Peer &peer = m_peers[std::size_t(i)];
        peer.name = QStringLiteral("peer%1").arg(i);
        peer.path = m_folder.filePath(peer.name + QStringLiteral(".loci"));
        peer.clock.skew = (i - 1) * 200'000;
    }
    Peer &first = m_peers.front();
    const bool isMade = workspace::Workspace::create(first.path).has_value(); // and let go again
    if (!isMade || !first.open()) {
        return say(QStringLiteral("no workspace"));
    }
    for (int i = 0; i < kRecords; ++i) {
        const heritage::Asset asset = place(QStringLiteral("塔%1").arg(i), 120 + i, 31);
        m_ids << asset.id();
        if (!first.catalogue->put(asset, {})) {
            return say(QStringLiteral("no record"));
        }
    }
    first.close();
    for (Peer &peer : m_peers) {
        if ((&peer != &first && !QFile::copy(first.path, peer.path))) {
            return say(QStringLiteral("no copy"));
        }
    }
    return std::all_of(m_peers.begin(), m_peers.end(), [](Peer &peer) { return peer.open(); });
}

PeerTown::Values PeerTown::valuesOf(const Peer &peer) const
{
    Values values;
    for (const QString &id : m_ids) {
        const auto asset = peer.catalogue->asset(id);
        for (int i = 0; asset && i < kFields; ++i) {
            values.insert(field(id, i), asset->text(pathOf(field(id, i))));
        }
    }
    return values;
}

bool PeerTown::addSurvey(Peer &peer, heritage::Asset &asset)
{
    std::vector<heritage::Survey> surveys = asset.parts<heritage::Survey>();
    heritage::Survey survey;
    survey.id = heritage::newId();
    survey.text = peer.name;
    surveys.insert(surveys.begin() + m_random.bounded(int(surveys.size()) + 1), survey);
    asset.setParts(surveys);
    m_ledger.surveys << survey.id;
    return true;
}

bool PeerTown::addPhotograph(Peer &peer, heritage::Asset &asset)
{
    const auto facts = peer.catalogue->media().importBytes(nextValue(peer).toUtf8(), QStringLiteral("a.txt"));
    std::vector<heritage::MediaUse> uses = asset.parts<heritage::MediaUse>();
    heritage::MediaUse use;
    use.sha256 = facts ? facts->sha256 : QString();
    uses.push_back(use);
    asset.setParts(uses);
    m_ledger.media << use.sha256;
    return facts && peer.catalogue->putAll({asset}, {}, {*facts}, {}, QStringLiteral("Photograph"));
}

bool PeerTown::edit(Peer &peer)
{
    ++edits;
    const QString id = m_ids[m_random.bounded(int(m_ids.size()))];
    auto asset = peer.catalogue->asset(id);
    if (!asset) {
        return say(QStringLiteral("a record is gone"));
    }
    const int kind = m_random.bounded(10);
    if (kind == 0) {
        return addPhotograph(peer, *asset) || say(QStringLiteral("no photograph"));
    }
    if (kind < 3) {
        return (addSurvey(peer, *asset) && peer.catalogue->put(*asset, {})) || say(QStringLiteral("no survey"));
    }
    const QString where = field(id, m_random.bounded(kFields));
    const QString value = nextValue(peer);
    m_ledger.wrote(where, asset->text(pathOf(where)), value);
    asset->set(pathOf(where), value);
    return peer.catalogue->put(*asset, {}) || say(QStringLiteral("no edit"));
}

bool PeerTown::check(const Values &before, const Values &theirs, Peer &to)
{
    const Values now = valuesOf(to);
    QSet<QString> waiting;
    for (const auto &conflict : workspace::pendingConflicts(*to.catalogue, *to.workspace)) {
        waiting << conflict.record.section(QLatin1Char('/'), -1) + QLatin1Char(' ') + conflict.field.path.mid(1);
    }
    for (auto it = before.constBegin(); it != before.constEnd(); ++it) {
        const QString &where = it.key();
        const QString &mine = it.value();
        const QString other = theirs.value(where);
        const QString result = now.value(where);
        const bool isKept = result == mine && (mine == other || m_ledger.hasSeen(where, mine, other));
        const bool isTaken = result == other && m_ledger.hasSeen(where, other, mine);
        const bool waits = result == mine && waiting.contains(where);
        if (!isKept && !isTaken && !waits) {
            return say(QStringLiteral("%1: %2 and %3 became %4").arg(where, mine, other, result));
        }
    }
    return true;
}

bool PeerTown::exchange(Peer &from, Peer &to)
{
    ++merges;
    const QString file = m_folder.filePath(from.name + QStringLiteral(".gpkg"));
    const Values theirs = valuesOf(from);
    const Values before = valuesOf(to);
    if (const auto out = workspace::writeBundle(*from.catalogue, *from.workspace, {}, {}, file); !out) {
        return say(out.error().message);
    }
    const auto done = workspace::mergeBundle(*to.catalogue, *to.workspace, file, TakeSide::Ask, {});
    if (!done) {
        return say(done.error().message + done.error().detail);
    }
    conflicts += done->conflicts;
    return check(before, theirs, to);
}

bool PeerTown::decideAll(Peer &peer)
{
    for (;;) {
        const auto waiting = workspace::pendingConflicts(*peer.catalogue, *peer.workspace);
        if (waiting.empty()) {
            return true;
        }
        const auto &one = waiting.front();
        const TakeSide side = m_random.bounded(2) == 0 ? TakeSide::Theirs : TakeSide::Ours;
        if (const auto done = workspace::decideConflict(*peer.catalogue, *peer.workspace, one, side, {}); !done) {
            return say(done.error().message);
        }
        // The decision is written down as a value of its own, so that the ledger can tell who had seen what.
        const QString id = one.record.section(QLatin1Char('/'), -1);
        auto asset = peer.catalogue->asset(id);
        const QString where = id + QLatin1Char(' ') + one.field.path.mid(1);
        if (!one.field.path.startsWith(QLatin1String("/field")) || !asset) {
            continue;
        }
        const QString value = nextValue(peer);
        m_ledger.wroteOver(where, one.field.mine.toString(), one.field.theirs.toString(), value);
        asset->set(one.field.path, value);
        if (!peer.catalogue->put(*asset, {})) {
            return say(QStringLiteral("no decision"));
        }
    }
}

bool PeerTown::killWhileEditing(Peer &peer)
{
    ++kills;
    const QString id = m_ids[m_random.bounded(int(m_ids.size()))];
    const QString where = field(id, 0);
    const QString prefix = nextValue(peer);
    const QString before = peer.catalogue->asset(id)->text(pathOf(where));
    peer.close();
    QProcess child;
    child.start(QStringLiteral(LOCI_STORAGE_CHILD), {QStringLiteral("edit"), peer.path, id, prefix});
    const int some = m_random.bounded(1, 5);
    int acknowledged = 0;
    for (int lines = 0; lines < some && (child.canReadLine() || child.waitForReadyRead(kPatience)); ++lines) {
        acknowledged = qMax(acknowledged, child.readLine().trimmed().toInt());
    }
    child.kill();
    if (child.state() != QProcess::NotRunning && !child.waitForFinished(kPatience)) {
        return say(QStringLiteral("the child lives"));
    }
    for (const QByteArray &line : child.readAll().split('\n')) {
        acknowledged = qMax(acknowledged, line.trimmed().toInt());
    }
    if (!peer.open()) {
        return say(QStringLiteral("not openable after a kill"));
    }
    const QString now = peer.catalogue->asset(id)->text(pathOf(where));
    const int last = now == before ? 0 : now.section(QLatin1Char('-'), 1).toInt();
    QString previous = before;
    for (int number = 1; number <= last; ++number) {
        const QString value = QStringLiteral("%1-%2").arg(prefix).arg(number);
        m_ledger.wrote(where, previous, value);
        previous = value;
    }
    return (last >= acknowledged && last <= acknowledged + 1) ||
           say(QStringLiteral("%1 acknowledged, %2 there").arg(acknowledged).arg(last));
}

bool PeerTown::mergeInChild(Peer &from, Peer &to, bool fullDisk)
{
    ++(fullDisk ? fullDisks : kills);
    const QString file = m_folder.filePath(from.name + QStringLiteral(".gpkg"));
    const Values theirs = valuesOf(from);
    const Values before = valuesOf(to);
    if (!workspace::writeBundle(*from.catalogue, *from.workspace, {}, {}, file)) {
        return say(QStringLiteral("no bundle"));
    }
    to.close();
    const qint64 limit = QFileInfo(to.path).size() / 2 + m_random.bounded(40'000);
    QProcess child;
    child.start(QStringLiteral(LOCI_STORAGE_CHILD),
                {QStringLiteral("merge"), to.path, file, QString::number(fullDisk ? limit : 0)});
    if (!fullDisk) {
        child.waitForReadyRead(kPatience); // it has opened the workspace
        child.waitForFinished(m_random.bounded(30));
        child.kill();
    }
    const bool ended = child.state() == QProcess::NotRunning || child.waitForFinished(kPatience);
    if (!ended || !to.open()) {
        return say(QStringLiteral("not openable after a broken merge"));
    }
    // All of the merge or nothing of it.
    return valuesOf(to) == before || check(before, theirs, to);
}

bool PeerTown::step()
{
    Peer &peer = some();
    Peer *other = &some();
    while (other == &peer) {
        other = &some();
    }
    const int kind = m_random.bounded(100);
    if (kind < 60) {
        return edit(peer);
    }
    if (kind < 82) {
        return exchange(peer, *other) && (m_random.bounded(2) == 0 || decideAll(*other));
    }
    if (kind < 94) {
        ++skews;
        peer.clock.skew = m_random.bounded(-1'000'000, 1'000'000);
        return true;
    }
    return kind < 96   ? killWhileEditing(peer)
           : kind < 98 ? mergeInChild(peer, *other, false)
                       : mergeInChild(peer, *other, true);
}

bool PeerTown::isSame() const
{
    return std::all_of(m_ids.begin(), m_ids.end(), [this](const QString &id) {
        const QString key = QStringLiteral("heritage/asset/") + id;
        const auto first = m_peers.front().workspace->document(key);
        return first && std::all_of(m_peers.begin(), m_peers.end(),
                                    [&](const Peer &peer) { return peer.workspace->document(key) == first; });
    });
}

bool PeerTown::converge()
{
    for (int round = 0; round < kMostRounds; ++round) {
        for (int i = 0; i < kPeers; ++i) {
            Peer &to = m_peers[std::size_t(i + 1) % kPeers];
            if (!exchange(m_peers[std::size_t(i)], to) || !decideAll(to)) {
                return false;
            }
        }
        if (isSame()) {
            return hasEverything();
        }
    }
    return say(QStringLiteral("they do not come together"));
}

bool PeerTown::hasEverything()
{
    for (Peer &peer : m_peers) {
        QSet<QString> surveys;
        QSet<QString> media;
        for (const QString &id : m_ids) {
            const auto asset = peer.catalogue->asset(id);
            for (const auto &survey : asset->parts<heritage::Survey>()) {
                surveys << survey.id;
            }
            for (const auto &use : asset->parts<heritage::MediaUse>()) {
                media << use.sha256;
            }
        }
        if (surveys != m_ledger.surveys || media != m_ledger.media || !peer.catalogue->checkMedia().empty()) {
            return say(QStringLiteral("%1 has %2 of %3 surveys, %4 of %5 files")
                           .arg(peer.name)
                           .arg(surveys.size())
                           .arg(m_ledger.surveys.size())
                           .arg(media.size())
                           .arg(m_ledger.media.size()));
        }
        const auto report = peer.workspace->heritage().verifyChain();
        if (!report || !report->isIntact || !peer.workspace->check().empty()) {
            return say(QStringLiteral("the audit of %1 is broken").arg(peer.name));
        }
    }
    return true;
}

} // namespace loci::test
