// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/roles_town.h"

#include "layers/storage/feeds/observationstore.h"
#include "layers/storage/indicatorstore.h"
#include "layers/workspace/serverhome.h"
#include "tests/storage/heritage_fixture.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <algorithm>

namespace loci::test {

using storage::PostGisDatabase;
using workspace::Workspace;

namespace {
using Parts = std::set<QString>;

const char *const kWords[] = {"", "restricted", "withheld"};

Parts parts(const char *names)
{
    const QStringList list = QString::fromLatin1(names).split(QLatin1Char(' '));
    return {list.begin(), list.end()};
}

QString idOf(int number)
{
    return QStringLiteral("00000000-0000-4000-8000-%1").arg(number, 12, 10, QLatin1Char('0'));
}
} // namespace

bool TownLogin::readsArea(int rank, const QString &district) const
{
    return rank <= readRank && district.startsWith(area);
}

bool TownLogin::writesArea(int rank, const QString &district) const
{
    return rank <= writeRank && district.startsWith(area);
}

const QStringList &RoleTown::districts()
{
    static const QStringList all = {QStringLiteral("320508"), QStringLiteral("320507"), QStringLiteral("310101"),
                                    QStringLiteral("")};
    return all;
}

QByteArray RoleTown::asset(const QString &id, int rank, const QString &district, double longitude)
{
    heritage::Asset made = place(QStringLiteral("园%1").arg(district), longitude, 31);
    made.set(QStringLiteral("/id"), id);
    if (!district.isEmpty()) {
        made.set(QStringLiteral("/district"), district);
    }
    if (rank > 0) {
        made.set(QStringLiteral("/sensitivity/level"), QString::fromLatin1(kWords[rank]));
    }
    return made.bytes();
}

QString RoleTown::begin(bool &isPossible)
{
    QString problem = m_homes.begin(QStringLiteral("server"), isPossible);
    describe();
    if (!isPossible || !problem.isEmpty() || m_hasLogins) {
        return problem;
    }
    QByteArray sql = "GRANT CREATE ON DATABASE city TO keeper;\n";
    // Thousands of refusals would fill the pipe of the server's log, which nobody reads meanwhile.
    const QByteArray quiet = "ALTER SYSTEM SET log_min_messages TO panic;\nSELECT pg_reload_conf();\n";
    QByteArray made = "CREATE ROLE keeper LOGIN CREATEROLE";
    const QByteArray secret =
        " PASSWORD '" + PostgisServer::password().replace(QLatin1Char('\''), QStringLiteral("''")).toUtf8() + "';\n";
    made += secret;
    for (const TownLogin &login : m_logins) {
        made += "CREATE ROLE " + login.name.toUtf8() + " LOGIN" + secret; // layout: built-sql names of this file
    }
    m_hasLogins = true;
    return m_homes.server().run(quiet + made + sql);
}

void RoleTown::describe()
{
    const Parts most = parts("map city planning heritage indicators feeds briefing catalogue");
    const auto with = [](Parts all, const char *more) {
        all.merge(parts(more));
        return all;
    };
    m_logins = {
        {QStringLiteral("ad_min"),
         QStringLiteral("administrator"),
         with(most, "audit roles"),
         with(most, "roles"),
         2,
         2,
         {}},
        {QStringLiteral("plan"),
         QStringLiteral("planner"),
         most,
         parts("map city planning indicators briefing"),
         0,
         -1,
         {}},
        {QStringLiteral("officer"), QStringLiteral("heritage-officer"), most, parts("map heritage catalogue"), 2, 2,
         QStringLiteral("3205")},
        {QStringLiteral("field"), QStringLiteral("field-worker"), parts("map city heritage"), parts("heritage"), 1, 1,
         QStringLiteral("320508")},
        {QStringLiteral("office"), QStringLiteral("district-office"),
         parts("map city planning heritage indicators feeds catalogue"), parts("heritage indicators"), 1, 1,
         QStringLiteral("320507")},
        {QStringLiteral("province"),
         QStringLiteral("province-reader"),
         parts("map city planning heritage indicators briefing catalogue"),
         {},
         1,
         -1,
         QStringLiteral("32")},
        {QStringLiteral("brief"),
         QStringLiteral("briefing"),
         parts("map city planning heritage indicators feeds briefing"),
         parts("briefing"),
         0,
         -1,
         {}},
        {QStringLiteral("auditor"), QStringLiteral("auditor"), parts("audit"), {}, -1, -1, {}},
        {QStringLiteral("ended"), QStringLiteral("heritage-officer"), {}, {}, -1, -1, {}},
        {QStringLiteral("nobody"), QString(), {}, {}, -1, -1, {}},
    };
    m_records.clear();
    int number = 0;
    for (const QString &district : districts()) {
        for (int rank = 0; rank < 3; ++rank) {
            const QString id = idOf(++number);
            add({QStringLiteral("heritage/asset/") + id,
                 {},
                 QStringLiteral("asset"),
                 rank,
                 district,
                 asset(id, rank, district, 100 + number),
                 {}});
        }
    }
    const QString first = districts().front();
    const auto media = [this](const QByteArray &bytes, const TownRecord &user) {
        const QString hash = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        const QJsonObject json{{QStringLiteral("sha256"), hash}, {QStringLiteral("name"), QStringLiteral("a.jpg")}};
        add({QStringLiteral("heritage/media/") + hash,
             {},
             QStringLiteral("medium"),
             0,
             {},
             QJsonDocument(json).toJson(QJsonDocument::Compact),
             {&user}});
        heritage::Asset named = heritage::Asset::parse(user.bytes).value_or(heritage::Asset());
        heritage::MediaUse use;
        use.sha256 = hash;
        named.setParts<heritage::MediaUse>({use});
        m_records.at(user.key).bytes = named.bytes();
    };
    media("photo of what is withheld", record(QStringLiteral("asset"), 2, first));
    media("photo of what is open", record(QStringLiteral("asset"), 0, districts()[1]));
    const auto zone = [this, &number](const TownRecord &one, const TownRecord &other, int rank, const QString &area) {
        const QString asset = one.key.section(QLatin1Char('/'), -1);
        heritage::Zone made = square(asset, 100, 30, 1);
        made.set(QStringLiteral("/id"), idOf(++number));
        if (&one != &other) {
            made.set(QStringLiteral("/assets/1"), other.key.section(QLatin1Char('/'), -1));
        }
        add({QStringLiteral("heritage/zone/") + made.id(), {}, QStringLiteral("zone"), rank, area, made.bytes(), {}});
    };
    const TownRecord &open = record(QStringLiteral("asset"), 0, first);
    const TownRecord &withheld = record(QStringLiteral("asset"), 2, first);
    zone(open, open, 0, first);
    zone(withheld, withheld, 2, first);
    const TownRecord &early = record(QStringLiteral("asset"), 1, districts()[2]);
    zone(early, early, 1, districts()[2]);
    zone(open, record(QStringLiteral("asset"), 0, districts()[1]), 0, QStringLiteral("32050"));
    const std::pair<const char *, const char *> documents[] = {{"map/settings", "map"},
                                                               {"bookmark/b", "map"},
                                                               {"city/model/m", "city"},
                                                               {"planning/scenario/s", "planning"},
                                                               {"indicator/def/i", "indicators"},
                                                               {"board/b", "indicators"},
                                                               {"feed/f", "feeds"},
                                                               {"briefing/scene/s", "briefing"},
                                                               {"contract/c", "catalogue"},
                                                               {"heritage/search/s", "heritage"},
                                                               {"heritage/setting/trash", "setting"},
                                                               {"heritage/sharing/entry/e", "catalogue"}};
    for (const auto &[key, part] : documents) {
        add({QLatin1String(key), QLatin1String(part), {}, 0, {}, QByteArray("{}"), {}});
    }
}

const TownLogin &RoleTown::login(const QString &name) const
{
    return *std::find_if(m_logins.begin(), m_logins.end(), [&name](const TownLogin &one) { return one.name == name; });
}

const TownRecord &RoleTown::record(const QString &kind, int rank, const QString &district) const
{
    const auto found = std::find_if(m_records.begin(), m_records.end(), [&](const auto &one) {
        return one.second.kind == kind && one.second.rank == rank && one.second.district == district;
    });
    return found->second;
}

bool RoleTown::mayRead(const TownLogin &login, const QString &key) const
{
    const TownRecord &wanted = m_records.at(key);
    if (wanted.kind == QLatin1String("asset")) {
        return login.readsArea(wanted.rank, wanted.district);
    }
    if (wanted.kind == QLatin1String("zone")) { // the law of a place is for who is in it
        return wanted.rank <= login.readRank &&
               (wanted.district.startsWith(login.area) || login.area.startsWith(wanted.district));
    }
    if (wanted.kind == QLatin1String("medium")) {
        return std::any_of(wanted.users.begin(), wanted.users.end(),
                           [&](const TownRecord *user) { return mayRead(login, user->key); });
    }
    return login.reads.contains(wanted.part == QLatin1String("setting") ? QStringLiteral("heritage") : wanted.part);
}

bool RoleTown::mayWrite(const TownLogin &login, const QString &key) const
{
    const TownRecord &wanted = m_records.at(key);
    if (wanted.kind == QLatin1String("medium")) {
        return std::all_of(wanted.users.begin(), wanted.users.end(),
                           [&](const TownRecord *user) { return mayWrite(login, user->key); });
    }
    if (!wanted.kind.isEmpty()) {
        return login.writesArea(wanted.rank, wanted.district);
    }
    return login.writes.contains(wanted.part == QLatin1String("setting") ? QStringLiteral("roles") : wanted.part);
}

storage::PostGisAddress RoleTown::address(const QString &login) const
{
    storage::PostGisAddress address = m_homes.address();
    address.user = login;
    return address;
}

Result<std::unique_ptr<PostGisDatabase>> RoleTown::database(const QString &login, PostGisDatabase::Mode mode) const
{
    return PostGisDatabase::open(address(login), PostgisServer::password(), mode);
}

Result<std::unique_ptr<Workspace>> RoleTown::open(const QString &login, workspace::Access access) const
{
    LOCI_TRY(auto opened, Workspace::open(address(login).text(), access, nullptr, PostgisServer::password()));
    opened->setPerson(login);
    return opened;
}

Result<> RoleTown::fill(Workspace &town, bool first)
{
    const auto isEarly = [](const TownRecord &record) {
        return record.rank == 1 || (record.rank == 0 && record.district == districts()[1]);
    };
    bool isTurn = false;
    for (const char *kind : {"asset", "medium", "zone", ""}) { // a zone is protected as its assets are
        for (const auto &[key, record] : m_records) {
            isTurn = record.users.empty() ? !isTurn : isEarly(*record.users.front());
            const bool isNow = record.kind.isEmpty() || !record.users.empty() ? isTurn : isEarly(record);
            if (record.kind == QLatin1String(kind) && isNow == first) {
                LOCI_CHECK(town.commit({QStringLiteral("Add ") + key, {{key, {}, record.bytes}}}));
            }
        }
    }
    return {};
}

std::vector<roles::RoleMember> RoleTown::members() const
{
    std::vector<roles::RoleMember> members;
    for (const TownLogin &login : m_logins) {
        roles::RoleMember member{login.name, login.role, {}, {}, {}, {}};
        if (!login.area.isEmpty()) {
            member.areas = {login.area};
        }
        if (login.name == QLatin1String("ended")) {
            member.until = QDate(2020, 1, 1);
        }
        if (!login.role.isEmpty()) {
            members.push_back(std::move(member));
        }
    }
    return members;
}

QString RoleTown::make()
{
    const auto work = [this]() -> Result<> {
        {
            LOCI_TRY(const auto made, workspace::makeOnServer(address(owner()).text(), PostgisServer::password()));
        }
        LOCI_TRY(const auto town, open(owner()));
        LOCI_CHECK(fill(*town, true));
        LOCI_TRY(const auto base, database(owner()));
        storage::RoleStore store(*base);
        LOCI_TRY(const roles::RoleMatrix matrix, storage::shippedRoles());
        LOCI_CHECK(store.turnOn(matrix));
        LOCI_CHECK(store.setMembers(members()));
        LOCI_CHECK(fill(*town, false));
        for (const QString &district : districts()) {
            storage::IndicatorRow row;
            row.code = QStringLiteral("green");
            row.area = district;
            row.period = QStringLiteral("2026");
            row.calculation = QStringLiteral("c");
            row.quality = QStringLiteral("unknown");
            row.computed = QDateTime::currentDateTimeUtc();
            row.provenance = "{}";
            LOCI_CHECK(town->keepIndicatorValues({row}));
        }
        town->setViewState(QStringLiteral("camera"), "1");
        return base->runScript("INSERT INTO stream (key) VALUES ('s');"
                               "SELECT observation_make(1);"
                               "INSERT INTO observation (stream, time, source, arrival, flags) SELECT id, 1, 1, 1, 0 "
                               "FROM stream;"
                               "INSERT INTO media_part (sha256, part, bytes) SELECT sha256, 0, '' FROM heritage_media;"
                               "INSERT INTO meta (key, value) VALUES ('fact', 'x') ON CONFLICT DO NOTHING");
    };
    const auto done = work();
    return done ? QString() : done.error().message + QStringLiteral(" / ") + done.error().detail;
}

} // namespace loci::test
