// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/packs/resolution.h"

#include <QCoreApplication>
#include <array>
#include <map>

namespace loci::packs {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::packs::Resolution)
};

/// Depth first over what each pack requires; every pack is decided once.
class Resolver
{
public:
    Resolver(const std::vector<Manifest> &packs, const Version &api, const QStringList &left) : m_api(api), m_left(left)
    {
        for (const Manifest &pack : packs) {
            ++m_times[pack.id];
            m_packs.insert({pack.id, &pack});
        }
    }

    std::vector<Resolved> run()
    {
        for (const auto &[id, pack] : m_packs) {
            decide(*pack);
        }
        return std::move(m_done);
    }

private:
    enum class Mark { Open, Deciding, Good, Bad };

    bool decide(const Manifest &pack)
    {
        Mark &mark = m_marks[pack.id];
        if (mark != Mark::Open) {
            return mark == Mark::Good;
        }
        mark = Mark::Deciding;
        QString reason = ownProblem(pack);
        for (std::size_t i = 0; i < pack.needs.size() && reason.isEmpty(); ++i) {
            reason = problemWith(pack.needs[i]);
        }
        m_marks[pack.id] = reason.isEmpty() ? Mark::Good : Mark::Bad;
        m_done.push_back({pack.id, reason.isEmpty() ? State::Resolved : State::Failed, reason});
        return reason.isEmpty();
    }

    QString ownProblem(const Manifest &pack) const
    {
        if (m_times.value(pack.id) > 1) {
            return Texts::tr("Two packs have the id %1; remove one of them.").arg(pack.id);
        }
        if (pack.api.major != m_api.major || pack.api > m_api) {
            return Texts::tr("It is made for version %1 of the pack interface; this program has %2.")
                .arg(pack.api.text(), m_api.text());
        }
        return {};
    }

    QString problemWith(const Requirement &need)
    {
        const auto found = m_packs.find(need.id);
        if (found == m_packs.end()) {
            return Texts::tr("It requires the pack %1, which is not installed.").arg(need.id);
        }
        if (m_left.contains(need.id)) {
            return Texts::tr("It requires the pack %1, which is turned off.").arg(need.id);
        }
        if (!need.isMetBy(found->second->version)) {
            return Texts::tr("It requires version %1 of the pack %2; version %3 is installed.")
                .arg(need.atLeast.text(), need.id, found->second->version.text());
        }
        if (m_marks.value(need.id) == Mark::Deciding) {
            return Texts::tr("It and the pack %1 require each other.").arg(need.id);
        }
        return decide(*found->second) ? QString()
                                      : Texts::tr("It requires the pack %1, which cannot run.").arg(need.id);
    }

    const Version m_api;
    const QStringList m_left;
    QHash<QString, int> m_times;
    std::map<QString, const Manifest *> m_packs; // by id: a stable order
    QHash<QString, Mark> m_marks;
    std::vector<Resolved> m_done;
};

} // namespace

QString toText(State state)
{
    static constexpr std::array kNames = {"found", "read", "resolved", "loaded", "running", "failed", "disabled"};
    return QLatin1String(kNames.at(static_cast<std::size_t>(state)));
}

std::vector<Resolved> resolve(const std::vector<Manifest> &packs, const Version &api, const QStringList &left)
{
    return Resolver(packs, api, left).run();
}

} // namespace loci::packs
