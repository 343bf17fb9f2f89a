// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/citymodel.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <string>
#include <unordered_map>
#include <vector>

using namespace loci::city;

class TestCompactTexts : public QObject
{
    Q_OBJECT
private slots:
    void compactTextIsAValue()
    {
        CompactText text;
        QVERIFY(text.empty());
        QCOMPARE(text.size(), std::size_t(0));
        QVERIFY(std::string_view(text).empty());
        text = std::string("{\"slope\":35}");
        QCOMPARE(std::string(text), std::string("{\"slope\":35}"));
        CompactText copy(text);
        QVERIFY(copy == text);
        text = "other";
        QCOMPARE(std::string_view(copy), std::string_view("{\"slope\":35}"));
        copy = copy; // NOLINT: assigned to itself it stays
        QVERIFY(!copy.empty());
        const CompactText moved(std::move(copy));
        QCOMPARE(moved.size(), std::size_t(12));
        text = std::string_view();
        QVERIFY(text.empty());
        QCOMPARE(sizeof(SemanticSurface), std::size_t(16));
    }

    void poolNumbersTextsOnceAndKeepsViews()
    {
        StringPool pool;
        std::unordered_map<std::string, std::uint32_t> expected;
        std::vector<std::string_view> views;
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < 20000; ++i) {
                const std::string text = i % 1000 == 7 ? std::string(20000 + i, 'x') : "text " + std::to_string(i * i);
                const auto number = expected.emplace(text, expected.size()).first->second;
                QCOMPARE(pool.intern(text), number);
                if (views.size() == number) {
                    views.push_back(pool.at(number));
                }
            }
        }
        QCOMPARE(pool.size(), expected.size());
        for (const auto &[text, number] : expected) {
            QCOMPARE(pool.find(text), number);
            QVERIFY(pool.at(number) == text);
            QVERIFY(views[number].data() == pool.at(number).data()); // never moved
        }
        QCOMPARE(pool.find("absent"), StringPool::kNotFound);
        const StringPool moved(std::move(pool));
        QVERIFY(moved.at(3).data() == views[3].data());
    }

    void anEmptyTextIsATextToo()
    {
        StringPool pool;
        QCOMPARE(pool.find(""), StringPool::kNotFound);
        QCOMPARE(pool.intern(""), 0U);
        QCOMPARE(pool.intern("a"), 1U);
        QCOMPARE(pool.intern(""), 0U);
        QVERIFY(pool.at(0).empty());
    }

    void adoptedTextsAreFoundAndMoreMayFollow()
    {
        StringPool pool;
        const std::string bytes = "onetwothree";
        auto block = std::make_unique<char[]>(bytes.size());
        std::copy(bytes.begin(), bytes.end(), block.get());
        const std::vector<std::uint32_t> ends{3, 6, 6, 11};
        pool.adopt(std::move(block), ends);
        QCOMPARE(pool.size(), std::size_t(4));
        QVERIFY(pool.at(1) == "two");
        QCOMPARE(pool.find("three"), 3U);
        QCOMPARE(pool.find(""), 2U);
        QCOMPARE(pool.intern("four"), 4U);
        QCOMPARE(pool.intern("one"), 0U);
    }

    void idsAreFoundBothWays()
    {
        CityModel hashed, sorted;
        for (CityModel *m : {&hashed, &sorted}) {
            m->objectIds = {"b", "a", "c", "a", ""};
        }
        hashed.buildIndex();
        sorted.adoptIdOrder({4, 1, 3, 0, 2});
        for (const char *id : {"a", "b", "c", "", "d", "aa"}) {
            QCOMPARE(sorted.find(id), hashed.find(id));
        }
        QCOMPARE(hashed.find("a"), 1U); // the first of equal ids
        QCOMPARE(hashed.find("d"), kNone);
    }
};

LOCI_TEST_CLASS(TestCompactTexts)
#include "cache_compacttest.moc"
