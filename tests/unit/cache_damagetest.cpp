// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/mesh.h"
#include "layers/domain/city/objectfacts.h"
#include "layers/domain/city/objectindex.h"
#include "layers/formats/modelcache/cachefile.h"
#include "layers/formats/modelcache/modelstore.h"
#include "layers/formats/modelcache/modelwindow.h"
#include "tests/support/samemodel.h"
#include "tests/support/testmain.h"
#include "tests/unit/cache_fixture.h"

#include <QTest>
#include <random>
#include <xxhash.h>

using namespace loci;
using namespace loci::formats;
using namespace loci::formats::modelcache;
using namespace loci::test;

namespace {

/// Makes all checks of a changed cache file right again, as somebody could who knows the key.
void seal(QByteArray &bytes)
{
    Header header;
    std::memcpy(static_cast<void *>(&header), bytes.constData(), sizeof header);
    char *data = bytes.data() + kDataStart, *tables = data + header.dataBytes;
    for (std::uint64_t b = 0; b < header.blocks; ++b) {
        const std::size_t length = std::min<std::uint64_t>(kBlock, header.dataBytes - b * kBlock);
        const std::uint64_t check = XXH3_64bits_withSeed(data + b * kBlock, length, kKey);
        std::memcpy(tables + header.entries * sizeof(Entry) + b * sizeof check, &check, sizeof check);
    }
    header.tablesCheck =
        XXH3_64bits_withSeed(tables, header.entries * sizeof(Entry) + header.blocks * sizeof(std::uint64_t), kKey);
    header.headerCheck = XXH3_64bits_withSeed(&header, offsetof(Header, headerCheck), kKey);
    std::memcpy(bytes.data(), &header, sizeof header);
}

std::optional<LoadedModel> load(const QString &path)
{
    const auto file = CacheFile::open(path, kKey);
    return file ? loadModel(*file, QStringLiteral("source")) : std::nullopt;
}

/// Uses everything of a model that somebody may use: whatever its content, nothing must go astray.
std::size_t useAll(const city::CityModel &m)
{
    city::MeshOptions options;
    for (const city::TextureTheme &theme : m.geometry.textureThemes) {
        options.textureTheme = theme.name;
    }
    const auto mesh = city::triangulate(m, options);
    const auto outlines = city::footprints(m);
    std::size_t sum = mesh->triangleCount() + outlines->size() + city::ObjectIndexTree::build(m).size();
    for (city::ObjectIndex o = 0; o < m.objectCount(); ++o) {
        sum += static_cast<std::size_t>(city::factsOf(m, o).surfaces) + (m.find(m.objectIds[o]) != city::kNone ? 1 : 0);
        sum += m.rootOf(o);
    }
    for (city::SurfaceIndex s = 0; s < m.geometry.surfaceCount(); ++s) {
        sum += m.objectOfSurface(s) + m.semanticOf(s).size();
    }
    for (const city::Shell &shell : m.geometry.shells) {
        sum += shell.surfaces.size();
    }
    return sum;
}

/// The same with what is read by window and by id.
std::size_t useParts(const QString &path, int number)
{
    const auto file = CacheFile::open(path, kKey);
    std::size_t sum = 0;
    if (file) {
        WindowQuery query;
        if (number % 2 == 0) {
            query.window = Box3{{0, 0, 0}, {1e7, 1e7, 0}};
            query.types = {"Building"};
        }
        const auto part = readWindow(*file, query);
        sum += part ? useAll(**part) : 0;
        const auto object = part && (*part)->objectCount() > 0 ? readObject(*file, (*part)->objectIds[0]) : part;
        sum += object ? useAll(**object) : 0;
        const auto tree = readTree(*file);
        sum += tree ? tree->query({{0, 0, 0}, {1e7, 1e7, 0}}).size() : 0;
    }
    return sum;
}

/// Values that break programs, beside the one that is there.
std::uint32_t nasty(std::mt19937 &random, std::uint32_t old)
{
    switch (random() % 8) {
    case 0:
        return 0;
    case 1:
        return 0xffffffffU;
    case 2:
        return 0xfffffffeU;
    case 3:
        return 0x7fffffffU;
    case 4:
        return old + 1;
    case 5:
        return old - 1;
    case 6:
        return old ^ (1U << (random() % 32));
    default:
        return static_cast<std::uint32_t>(random());
    }
}

} // namespace

class TestCacheDamage : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_fixture = std::make_unique<CacheFixture>(3);
        m_read = *openAndKeep(m_fixture->model, m_fixture->folder);
        m_read.loaded.value = load(m_fixture->keptFile())->value; // the same with the path that load() gives
        m_bytes = bytesOf(m_fixture->keptFile());
        m_path = m_fixture->path(QStringLiteral("damaged"));
        QVERIFY(m_bytes.size() > 10000);
    }

    void aFlippedBitIsNoticed()
    {
        std::mt19937 random(1);
        int refused = 0;
        constexpr int kTimes = 1500;
        for (int i = 0; i < kTimes; ++i) {
            QByteArray bytes = m_bytes;
            const qsizetype at =
                i < 400 ? i : static_cast<qsizetype>(random() % static_cast<std::size_t>(bytes.size()));
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
            QVERIFY(writeBytes(m_path, bytes));
            const auto loaded = load(m_path);
            refused += loaded ? 0 : 1;
            if (loaded) { // only the unused bytes behind the header are nobody's
                QVERIFY2(at >= static_cast<qsizetype>(sizeof(Header)) && at < static_cast<qsizetype>(kDataStart),
                         qPrintable(QString::number(at)));
                QCOMPARE(differenceOf(*loaded->value, *m_read.loaded.value), QString());
            }
        }
        QVERIFY(refused > kTimes - 100);
    }

    void aCutFileIsNoticed()
    {
        for (qsizetype length = 0; length < m_bytes.size(); length += length < 400 ? 1 : 997) {
            QVERIFY(writeBytes(m_path, m_bytes.left(length)));
            QVERIFY2(!load(m_path), qPrintable(QString::number(length)));
        }
        QVERIFY(writeBytes(m_path, m_bytes + "x"));
        QVERIFY(!load(m_path));
        QVERIFY(writeBytes(m_path, m_bytes));
        QVERIFY(load(m_path));
    }

    void damageLeadsToTheSource()
    {
        QByteArray bytes = m_bytes;
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        QVERIFY(writeBytes(m_fixture->keptFile(), bytes));
        const auto opened = openModel(m_fixture->model, m_fixture->folder);
        QVERIFY(opened && !opened->fromCache);
        LOCI_VERIFY_RESULT(keepModel(*opened, m_fixture->folder)); // and the damaged one is replaced
        QVERIFY(openModel(m_fixture->model, m_fixture->folder)->fromCache);
    }

    void forgedNumbersDoNoHarm()
    {
        std::mt19937 random(2);
        int taken = 0, refused = 0;
        std::size_t used = 0;
        Header header;
        std::memcpy(static_cast<void *>(&header), m_bytes.constData(), sizeof header);
        for (int i = 0; i < 1200; ++i) {
            QByteArray bytes = m_bytes;
            for (std::uint32_t changes = 1 + random() % 3; changes > 0; --changes) {
                Entry entry; // a number of one section, so that small sections get their share
                const std::size_t table = kDataStart + header.dataBytes + random() % header.entries * sizeof entry;
                std::memcpy(static_cast<void *>(&entry), bytes.constData() + table, sizeof entry);
                if (entry.bytes < 4) {
                    continue;
                }
                char *at = bytes.data() + kDataStart + entry.offset + random() % (entry.bytes / 4) * 4;
                std::uint32_t value = 0;
                std::memcpy(&value, at, sizeof value);
                value = nasty(random, value);
                std::memcpy(at, &value, sizeof value);
            }
            seal(bytes);
            QVERIFY(writeBytes(m_path, bytes));
            const auto loaded = load(m_path);
            used += useParts(m_path, i);
            if (loaded) {
                used += useAll(*loaded->value);
                ++taken;
            } else {
                ++refused;
            }
        }
        QVERIFY2(taken > 100 && refused > 100, qPrintable(QStringLiteral("%1 %2").arg(taken).arg(refused)));
        QVERIFY(used > 0);
    }

    void forgedTablesDoNoHarm()
    {
        std::mt19937 random(3);
        Header header;
        std::memcpy(static_cast<void *>(&header), m_bytes.constData(), sizeof header);
        std::size_t used = 0;
        int taken = 0;
        for (int i = 0; i < 800; ++i) {
            QByteArray bytes = m_bytes;
            const std::size_t table = kDataStart + header.dataBytes + random() % header.entries * sizeof(Entry);
            char *at = bytes.data() + table + random() % (sizeof(Entry) / 4) * 4;
            std::uint32_t value = 0;
            std::memcpy(&value, at, sizeof value);
            value = random() % 2 == 0 ? nasty(random, value) : static_cast<std::uint32_t>(random() % 4096) * 4;
            std::memcpy(at, &value, sizeof value);
            seal(bytes);
            QVERIFY(writeBytes(m_path, bytes));
            if (const auto loaded = load(m_path)) {
                used += useAll(*loaded->value);
                ++taken;
            }
        }
        QVERIFY(taken > 0 && taken < 800);
        QVERIFY(used > 0);
    }

    void stampsTellOneStateOfTheFile()
    {
        const QString source = m_fixture->model;
        const CacheFolder &folder = m_fixture->folder;
        FileStamp stamp = *stampOf(source);
        const ContentHash hash = *hashOf(source);
        QVERIFY(stamp.isFresh());
        folder.remember(source, stamp, hash);
        QVERIFY(!folder.knownHash(source, stamp)); // it could still change unseen
        constexpr std::int64_t kHour = 3'600'000'000'000;
        stamp.modified -= kHour;
        stamp.changed -= kHour;
        QVERIFY(!stamp.isFresh());
        folder.remember(source, stamp, hash);
        QVERIFY(folder.knownHash(source, stamp) == hash);
        for (auto *part : {&stamp.modified, &stamp.changed}) {
            ++*part;
            QVERIFY(!folder.knownHash(source, stamp));
            --*part;
        }
        for (auto *part : {&stamp.bytes, &stamp.inode}) {
            ++*part;
            QVERIFY(!folder.knownHash(source, stamp));
            --*part;
        }
        QVERIFY(!folder.knownHash(source + "x", stamp));
        QVERIFY(folder.knownHash(source, stamp) == hash);
        const QString file =
            folder.path() + "/" + QDir(folder.path()).entryList({QStringLiteral("stamp-*")}, QDir::Files).value(0);
        const QByteArray good = bytesOf(file);
        for (qsizetype i = 0; i < good.size(); ++i) {
            QByteArray bytes = good;
            bytes[i] = static_cast<char>(bytes[i] ^ 4);
            QVERIFY(writeBytes(file, bytes));
            QVERIFY2(!folder.knownHash(source, stamp), qPrintable(QString::number(i)));
        }
    }

private:
    std::unique_ptr<CacheFixture> m_fixture;
    OpenedModel m_read;
    QByteArray m_bytes;
    QString m_path;
};

LOCI_TEST_CLASS(TestCacheDamage)
#include "cache_damagetest.moc"
