// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/feeds/units.h"

#include <QCoreApplication>
#include <QHash>
#include <array>
#include <mutex>
#include <udunits2.h>

namespace loci::feeds {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::feeds::Units)
};

/// Codes of UN/CEFACT recommendation 20 and of UCUM for what a city measures, and how UDUNITS writes it.
struct Code
{
    const char *code;
    const char *unit;
};
constexpr std::array kCodes = {
    Code{"GQ", "ug/m3"},    Code{"GP", "mg/m3"}, Code{"59", "ppm"},   Code{"61", "ppb"},      Code{"CEL", "degC"},
    Code{"Cel", "degC"},    Code{"FAH", "degF"}, Code{"KEL", "K"},    Code{"P1", "percent"},  Code{"MTS", "m/s"},
    Code{"KMH", "km/h"},    Code{"A97", "hPa"},  Code{"PAL", "Pa"},   Code{"KPA", "kPa"},     Code{"MTR", "m"},
    Code{"CMT", "cm"},      Code{"MMT", "mm"},   Code{"LTR", "l"},    Code{"MTQ", "m3"},      Code{"KWH", "kW h"},
    Code{"KWT", "kW"},      Code{"WTT", "W"},    Code{"SEC", "s"},    Code{"MIN", "min"},     Code{"HUR", "h"},
    Code{"DD", "degree"},   Code{"D54", "W/m2"}, Code{"LUX", "lx"},   Code{"C62", "1"},       Code{"KGM", "kg"},
    Code{"GRM", "g"},       Code{"MQS", "m3/s"}, Code{"mbd", "mbar"}, Code{"[degF]", "degF"}, Code{"m[H2O]", "mH2O"},
    Code{"mm[Hg]", "mmHg"},
};

constexpr qsizetype kMostKnown = 1000;

QString plainWords(const QString &unit)
{
    for (const Code &code : kCodes) {
        if (unit == QLatin1String(code.code)) {
            return QLatin1String(code.unit);
        }
    }
    QString text = unit;
    text.replace(QChar(0x00B5), QLatin1Char('u')).replace(QChar(0x03BC), QLatin1Char('u'));
    text.replace(QChar(0x00B3), QLatin1Char('3')).replace(QChar(0x00B2), QLatin1Char('2'));
    text.replace(QStringLiteral("%"), QStringLiteral("percent")).replace(QChar(0x2103), QStringLiteral("degC"));
    return text;
}

struct FreeUnit
{
    void operator()(ut_unit *unit) const { ut_free(unit); }
};
using UnitPointer = std::unique_ptr<ut_unit, FreeUnit>;
} // namespace

struct Units::Table
{
    explicit Table(ut_system *read) : system(read) {}
    ~Table() { ut_free_system(system); }
    Q_DISABLE_COPY_MOVE(Table)

    UnitPointer parse(const QString &unit) const
    {
        const QByteArray words = plainWords(unit).trimmed().toUtf8();
        constexpr qsizetype kLongest = 64;
        if (words.isEmpty() || words.size() > kLongest) {
            return nullptr;
        }
        return UnitPointer(ut_parse(system, words.constData(), UT_UTF8));
    }

    ut_system *system;
    mutable std::mutex use; // the library's parser keeps its state in globals
    QHash<std::pair<QString, QString>, UnitConversion> known;
};

Result<Units> Units::load()
{
    ut_set_error_message_handler(ut_ignore);
    ut_system *system = ut_read_xml(nullptr);
    if (!system) {
        return fail(ErrorCode::NotReadable, Texts::tr("The table of units (UDUNITS) is not installed."));
    }
    return Units(std::make_shared<Table>(system));
}

bool Units::knows(const QString &unit) const
{
    const std::lock_guard lock(m_table->use);
    return m_table->parse(unit) != nullptr;
}

Result<UnitConversion> Units::conversion(const QString &from, const QString &to) const
{
    if (from == to || from.isEmpty()) {
        return UnitConversion{};
    }
    const std::lock_guard lock(m_table->use);
    const auto known = m_table->known.constFind({from, to});
    if (known != m_table->known.constEnd()) {
        return *known;
    }
    const UnitPointer source = m_table->parse(from);
    const UnitPointer target = m_table->parse(to);
    if (!source || !target) {
        return fail(ErrorCode::Invalid, Texts::tr("“%1” is no unit that Loci knows.").arg(source ? to : from));
    }
    cv_converter *converter =
        ut_are_convertible(source.get(), target.get()) != 0 ? ut_get_converter(source.get(), target.get()) : nullptr;
    if (!converter) {
        return fail(ErrorCode::Invalid, Texts::tr("Values in “%1” cannot be shown in “%2”.").arg(from, to));
    }
    UnitConversion conversion;
    conversion.offset = cv_convert_double(converter, 0);
    conversion.factor = cv_convert_double(converter, 1) - conversion.offset;
    cv_free(converter);
    if (m_table->known.size() >= kMostKnown) {
        m_table->known.clear();
    }
    m_table->known.insert({from, to}, conversion);
    return conversion;
}

} // namespace loci::feeds
