// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>

/// Few big test binaries instead of many slow links: every class registers itself, one main runs them all.
/// In a source: `class TestThing : public QObject { Q_OBJECT private slots: ... }; LOCI_TEST_CLASS(TestThing)` and
/// `#include "<source>.moc"` at the end. Run one: `tst_room TestThing` or `tst_room TestThing someSlot`.
namespace loci::test {

using TestFactory = std::function<std::unique_ptr<QObject>()>;
bool registerTest(const char *name, TestFactory factory);

} // namespace loci::test

#define LOCI_TEST_CLASS(Class)                                                                                         \
    static const bool registered_##Class =                                                                             \
        loci::test::registerTest(#Class, [] { return std::unique_ptr<QObject>(new Class); });

#define LOCI_VERIFY_RESULT(expression)                                                                                 \
    do {                                                                                                               \
        const auto &loci_result = (expression);                                                                        \
        QVERIFY2(loci_result.has_value(),                                                                              \
                 loci_result ? "" : qPrintable(loci_result.error().message + " / " + loci_result.error().detail));     \
    } while (false)
