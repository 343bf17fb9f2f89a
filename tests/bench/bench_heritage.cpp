// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue at size: import, search, facets, opening a record, bulk approval. Milliseconds.
//   bench_heritage [N]    100000 unless said
#include "layers/domain/heritage/canonicaljson.h"
#include "layers/workspace/heritage/catalogue.h"
#include "layers/workspace/workspace.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace loci;
using namespace loci::storage::heritage;
using workspace::Catalogue;
using workspace::Workspace;

namespace {
constexpr int kMediaEach = 2;

QString hashOf(int number)
{
    return heritage::sha256(QByteArray::number(number));
}

MediumFacts photograph(int number)
{
    MediumFacts facts;
    facts.sha256 = hashOf(number);
    facts.name = QStringLiteral("IMG_%1.jpg").arg(number);
    facts.mime = QStringLiteral("image/jpeg");
    facts.size = 3'000'000 + number;
    facts.taken = QStringLiteral("2024-05-01T10:00:00");
    facts.longitude = 119 + number % 1000 / 400.0;
    facts.latitude = 31 + number % 777 / 400.0;
    facts.width = 4000;
    facts.height = 3000;
    return facts;
}

heritage::Asset made(int number, QRandomGenerator &random)
{
    static const QString signs =
        QStringLiteral("东西南北上下大小古新石木龙凤山水云月园塔桥寺庙祠堂门楼台阁院井街坊村镇");
    QString name;
    for (int i = random.bounded(2, 6); i > 0; --i) {
        name += signs[random.bounded(int(signs.size()))];
    }
    heritage::Asset asset = heritage::Asset::make(name, QStringLiteral("zh"));
    asset.set(QStringLiteral("/references/0/number"), QStringLiteral("4-%1").arg(number, 6, 10, QLatin1Char('0')));
    asset.set(QStringLiteral("/level"), QString::number(random.bounded(1, 6)));
    asset.set(QStringLiteral("/category"), QStringLiteral("0%100").arg(random.bounded(1, 7)));
    asset.set(QStringLiteral("/district"), QString::number(320500 + random.bounded(1, 80)));
    asset.set(QStringLiteral("/description/zh"), QStringLiteral("始建于清代，砖木结构，保存较好。%1").arg(name));
    const int year = random.bounded(600, 1900);
    asset.set(QStringLiteral("/dating/edtf"),
              QStringLiteral("%1/%2").arg(year, 4, 10, QLatin1Char('0')).arg(year + 50, 4, 10, QLatin1Char('0')));
    asset.set(QStringLiteral("/geometries/0/wkt"), QStringLiteral("POINT(%1 %2)")
                                                       .arg(119 + random.generateDouble() * 3, 0, 'f', 6)
                                                       .arg(31 + random.generateDouble() * 2, 0, 'f', 6));
    for (int survey = 0; survey < 5; ++survey) {
        const QString at = QStringLiteral("/surveys/%1").arg(survey);
        asset.set(at + QStringLiteral("/date"), QString::number(2000 + survey * 5));
        asset.set(at + QStringLiteral("/condition"),
                  random.bounded(2) == 0 ? QStringLiteral("good") : QStringLiteral("fair"));
    }
    for (int medium = 0; medium < kMediaEach; ++medium) {
        asset.set(QStringLiteral("/media/%1/sha256").arg(medium), hashOf(number * kMediaEach + medium));
    }
    return asset;
}

/// Milliseconds on the clock on the wall, and of this process's own: the second one does not hear of other programs.
struct Cost
{
    double wall = 0, own = 0;
};

double ownMilliseconds()
{
    timespec time = {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

Cost milliseconds(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    const double before = ownMilliseconds();
    work();
    return {double(clock.nsecsElapsed()) / 1e6, ownMilliseconds() - before};
}

Cost percentile95(const std::vector<Cost> &costs)
{
    const auto at = [&costs](double Cost::*part) {
        std::vector<double> times;
        times.reserve(costs.size());
        for (const Cost &cost : costs) {
            times.push_back(cost.*part);
        }
        std::sort(times.begin(), times.end());
        return times[std::size_t(double(times.size()) * 0.95)];
    };
    return {at(&Cost::wall), at(&Cost::own)};
}

void say(const char *what, const Cost &cost)
{
    std::printf("%s: %.2f ms, of its own %.2f ms\n", what, cost.wall, cost.own);
    std::fflush(stdout);
}

struct Town
{
    QTemporaryDir folder;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<Catalogue> catalogue;
    QStringList ids;
    Cost import;

    bool fill(int count)
    {
        auto opened = Workspace::create(folder.filePath(QStringLiteral("town.loci")));
        if (!opened) {
            return false;
        }
        workspace = std::move(*opened);
        catalogue = std::make_unique<Catalogue>(*workspace);
        catalogue->setPerson(QStringLiteral("anna"));
        QRandomGenerator random(1);
        std::vector<heritage::Asset> assets;
        assets.reserve(std::size_t(count));
        for (int i = 0; i < count; ++i) {
            assets.push_back(made(i, random));
            ids << assets.back().id();
        }
        std::vector<MediumFacts> media;
        media.reserve(std::size_t(count) * kMediaEach);
        for (int i = 0; i < count * kMediaEach; ++i) {
            media.push_back(photograph(i));
        }
        bool done = false;
        import = milliseconds(
            [&] { done = catalogue->putAll(assets, {}, media, {}, QStringLiteral("Import")).has_value(); });
        return done;
    }
};

void measureReading(const Town &town)
{
    const char *words[] = {"园", "古桥", "lft", "始建于清代", "dxnb", "石塔", "4-0123", "南山"};
    std::vector<Cost> searches;
    std::vector<Cost> facets;
    std::vector<Cost> records;
    QRandomGenerator random(2);
    (void)town.catalogue->search({}); // the first one loads the columns
    for (int round = 0; round < 200; ++round) {
        AssetQuery query;
        query.text = round % 3 == 0 ? QString() : QString::fromUtf8(words[random.bounded(8)]);
        query.facets = {{Facet::Level, {QString::number(random.bounded(1, 6))}}};
        searches.push_back(milliseconds([&] { (void)town.catalogue->search(query); }));
        facets.push_back(milliseconds([&] { (void)town.catalogue->facetCounts(query); }));
        const QString id = town.ids[random.bounded(int(town.ids.size()))];
        records.push_back(milliseconds([&] { (void)town.catalogue->asset(id); }));
    }
    say("search p95", percentile95(searches));
    say("facets p95", percentile95(facets));
    say("record p95", percentile95(records));
}

void measureApproval(Town &town)
{
    const QStringList some = town.ids.mid(0, 5000);
    const auto entries = [&town] { return town.workspace->heritage().verifyChain(false)->entries; };
    const Cost submit = milliseconds([&] { (void)town.catalogue->submit(some, {}); });
    town.catalogue->setPerson(QStringLiteral("ben"));
    const qint64 before = entries();
    bool done = false;
    const Cost approve = milliseconds([&] { done = town.catalogue->approve(some, {}).has_value(); });
    say("submit 5000", submit);
    say(done ? "approve 5000" : "approval failed", approve);
    std::printf("audit entries of the approval: %lld\n", static_cast<long long>(entries() - before));
    const Cost verify = milliseconds([&] { done = town.workspace->heritage().verifyChain()->isIntact; });
    say(done ? "verify" : "verify: broken", verify);
}
} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 100'000;
    double smaller = 0;
    for (const int size : {count / 4, count}) {
        Town town;
        if (!town.fill(size)) {
            std::printf("the import failed\n");
            return 1;
        }
        std::printf("%d: ", size);
        say("import", town.import);
        if (size == count) {
            std::printf("exponent of import: %.2f\n", std::log(town.import.own / smaller) / std::log(4.0));
            measureReading(town);
            measureApproval(town);
        }
        smaller = town.import.own;
    }
    return 0;
}
