// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/expression.h"
#include "tests/support/testmain.h"

#include <QHash>
#include <QTest>

using namespace loci;
using namespace loci::indicators;

namespace {
Quantity evaluated(const QString &text, const QHash<QString, double> &values)
{
    const auto formula = Expression::parse(text);
    return !formula ? std::nullopt : formula->evaluate([&values](const QString &name) {
        return values.contains(name) ? Quantity(values.value(name)) : std::nullopt;
    });
}
} // namespace

class IndicatorExpressionTest : public QObject
{
    Q_OBJECT

private slots:
    void computes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("result");
        QTest::newRow("share") << "100 * near / homes" << 75.0;
        QTest::newRow("precedence") << "1 + 2 * 3 - 4 / 2" << 5.0;
        QTest::newRow("brackets") << "(1 + 2) * -(3 - 4)" << 3.0;
        QTest::newRow("left to right") << "100 / 10 / 2 - 1 - 1" << 3.0;
        QTest::newRow("comparison") << "(near >= 30) + (near < 30) * 10" << 1.0;
        QTest::newRow("logic") << "not (near == 30 and homes != 40) or 0 > 1" << 1.0;
        QTest::newRow("words are no operators") << "order + android" << 3.0;
        QTest::newRow("functions") << "max(near, homes, 1) - min(near, homes) + mean(2, 4)" << 13.0;
        QTest::newRow("half to even") << "round(60.5) + round(61.5) + round(2.345, 1)" << 124.3;
        QTest::newRow("power and roots") << "pow(2, 10) + sqrt(16) + abs(-1) + ln(exp(2))" << 1031.0;
        QTest::newRow("clamp") << "clamp(7, 0, 5) + floor(2.7) + ceil(2.1)" << 10.0;
        QTest::newRow("exponent") << "1.5e3 + .5" << 1500.5;
        QTest::newRow("Chinese names") << QStringLiteral("人口 * 2") << 20.0;
    }
    void computes()
    {
        QFETCH(QString, text);
        QFETCH(double, result);
        const Quantity value = evaluated(text, {{QStringLiteral("near"), 30},
                                                {QStringLiteral("homes"), 40},
                                                {QStringLiteral("order"), 1},
                                                {QStringLiteral("android"), 2},
                                                {QStringLiteral("人口"), 10}});
        QVERIFY(value.has_value());
        QVERIFY2(qAbs(*value - result) < 1e-9, qPrintable(QString::number(*value)));
    }

    void keepsUnknownUnknown_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("known");
        QTest::addColumn<double>("result");
        QTest::newRow("sum") << "a + missing" << false << 0.0;
        QTest::newRow("zero times unknown") << "0 * missing" << false << 0.0;
        QTest::newRow("difference with itself") << "missing - missing" << false << 0.0;
        QTest::newRow("compared with itself") << "missing == missing" << false << 0.0;
        QTest::newRow("maximum") << "max(a, missing)" << false << 0.0;
        QTest::newRow("mean") << "mean(a, missing)" << false << 0.0;
        QTest::newRow("divided by zero") << "a / 0" << false << 0.0;
        QTest::newRow("root of a negative") << "sqrt(0 - a)" << false << 0.0;
        QTest::newRow("overflow") << "exp(a * 1000)" << false << 0.0;
        QTest::newRow("condition") << "if(missing > 1, a, a)" << false << 0.0;
        QTest::newRow("branch not taken") << "if(a > 1, a, missing)" << true << 5.0;
        QTest::newRow("branch taken") << "if(a < 1, a, missing)" << false << 0.0;
        QTest::newRow("false settles and") << "missing > 1 and a < 1" << true << 0.0;
        QTest::newRow("true settles or") << "missing > 1 or a > 1" << true << 1.0;
        QTest::newRow("and does not settle") << "missing > 1 and a > 1" << false << 0.0;
        QTest::newRow("or does not settle") << "missing > 1 or a < 1" << false << 0.0;
        QTest::newRow("asked") << "known(missing) + 2 * known(a)" << true << 2.0;
        QTest::newRow("on purpose") << "firstknown(missing, a)" << true << 5.0;
    }
    void keepsUnknownUnknown()
    {
        QFETCH(QString, text);
        QFETCH(bool, known);
        QFETCH(double, result);
        const Quantity value = evaluated(text, {{QStringLiteral("a"), 5}});
        QCOMPARE(value.has_value(), known);
        QCOMPARE(value.value_or(0), result);
    }

    void refusesWithAPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("place");
        QTest::newRow("empty") << "" << 1;
        QTest::newRow("half") << "a +" << 4;
        QTest::newRow("no bracket") << "(a + b" << 7;
        QTest::newRow("left over") << "a b" << 3;
        QTest::newRow("chained comparison") << "a < b < c" << 7;
        QTest::newRow("no function") << "system(a)" << 1;
        QTest::newRow("too few arguments") << "if(a, b)" << 1;
        QTest::newRow("two points") << "1.2.3" << 1;
        QTest::newRow("strange sign") << "a + $b" << 5;
        QTest::newRow("statement") << "a; b" << 2;
    }
    void refusesWithAPlace()
    {
        QFETCH(QString, text);
        QFETCH(int, place);
        const auto formula = Expression::parse(text);
        QVERIFY(!formula);
        QCOMPARE(formula.error().code, ErrorCode::Invalid);
        QVERIFY2(formula.error().message.contains(QStringLiteral("character %1:").arg(place)),
                 qPrintable(formula.error().message));
    }

    void hasLimits()
    {
        QVERIFY(!Expression::parse(QString(Expression::kMaxLength + 1, QLatin1Char('1'))));
        QVERIFY(!Expression::parse(QString(900, QLatin1Char('(')) + QLatin1Char('1') + QString(900, QLatin1Char(')'))));
        QVERIFY(!Expression::parse(QString(1500, QLatin1Char('-')) + QLatin1Char('1')));
        QVERIFY(!Expression::parse(QStringLiteral("1") + QStringLiteral("+1").repeated(600)));
        QVERIFY(Expression::parse(QStringLiteral("1") + QStringLiteral("+1").repeated(200)));
        QVERIFY(Expression::parse(QString(30, QLatin1Char('(')) + QLatin1Char('1') + QString(30, QLatin1Char(')'))));
    }

    void writesItselfWithNumbers()
    {
        const auto formula = Expression::parse(QStringLiteral("100 * near / near_homes"));
        QVERIFY(formula.has_value());
        QCOMPARE(formula->names(), QStringList({QStringLiteral("near"), QStringLiteral("near_homes")}));
        QCOMPARE(formula->written([](const QString &name) { return QLatin1Char('<') + name + QLatin1Char('>'); }),
                 QStringLiteral("100 * <near> / <near_homes>"));
    }

    void checksUnits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("unit"); // empty: refused
        QTest::newRow("density") << "persons / land"
                                 << "person/km2";
        QTest::newRow("share") << "100 * persons / others"
                               << "%";
        QTest::newRow("sum") << "persons + others"
                             << "person";
        QTest::newRow("sum of unlike") << "persons + land"
                                       << "";
        QTest::newRow("sum of unlike sizes") << "land + garden"
                                             << "";
        QTest::newRow("compared with unlike") << "if(persons > land, 1, 2)"
                                              << "";
        QTest::newRow("number takes the unit") << "max(persons - 5, 0)"
                                               << "person";
        QTest::newRow("logarithm of people") << "ln(persons)"
                                             << "";
        QTest::newRow("logarithm of a ratio") << "ln(persons / others)"
                                              << "1";
        QTest::newRow("area of a square") << "pow(side, 2)"
                                          << "m2";
    }
    void checksUnits()
    {
        QFETCH(QString, text);
        QFETCH(QString, unit);
        static const QHash<QString, QString> units{{QStringLiteral("persons"), QStringLiteral("persons")},
                                                   {QStringLiteral("others"), QStringLiteral("人")},
                                                   {QStringLiteral("land"), QStringLiteral("km²")},
                                                   {QStringLiteral("garden"), QStringLiteral("m2")},
                                                   {QStringLiteral("side"), QStringLiteral("m")}};
        const auto formula = Expression::parse(text);
        QVERIFY(formula.has_value());
        const auto result = formula->unit(
            [](const QString &name) -> std::optional<Unit> { return Unit::parse(units.value(name)).value(); });
        QCOMPARE(result.has_value(), !unit.isEmpty());
        if (result) {
            QVERIFY(result->has_value());
            QVERIFY2((*result)->sameKind(Unit::parse(unit).value()), qPrintable((*result)->text()));
        }
    }

    void readsUnits()
    {
        const auto scale = [](const char *text) { return Unit::parse(QString::fromUtf8(text)).value().scale(); };
        QCOMPARE(scale("km2"), 1e6);
        QCOMPARE(scale("ha"), 1e4);
        QCOMPARE(scale("µg/m³"), 1e-9);
        QCOMPARE(scale("mg/m3") / scale("ug/m3"), 1000.0);
        QCOMPARE(scale("1/100000 persons"), 1e-5);
        QVERIFY(Unit::parse(QStringLiteral("%")).value().isRate());
        QVERIFY(Unit::parse(QStringLiteral("m2/person")).value().isRate());
        QVERIFY(!Unit::parse(QStringLiteral("座")).value().isRate());
        QVERIFY(!Unit::parse(QStringLiteral("m2")).value().isRate());
        QVERIFY(Unit::parse(QStringLiteral("homes")).value() == Unit::parse(QStringLiteral("home")).value());
        for (const char *bad : {"m/", "/m", "m2; drop", "3$", "m0"}) {
            QVERIFY2(!Unit::parse(QLatin1String(bad)), bad);
        }
    }
};
LOCI_TEST_CLASS(IndicatorExpressionTest)
#include "indicators_expressiontest.moc"
