// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/rulerunner.h"

#include "layers/domain/heritage/edtf.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <cmath>

namespace loci::heritage {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::heritage::RuleRunner)
};

constexpr int kShown = 60; ///< characters of a value in a sentence

QString kindSentence(ValueRule::Kind kind, const QString &text)
{
    const QString shown = text.size() > kShown ? text.left(kShown) + QStringLiteral("…") : text;
    switch (kind) {
    case ValueRule::Kind::Number:
        return Texts::tr("“%1” is no number.").arg(shown);
    case ValueRule::Kind::Integer:
        return Texts::tr("“%1” is no whole number.").arg(shown);
    case ValueRule::Kind::Boolean:
        return Texts::tr("“%1” is neither yes nor no.").arg(shown);
    case ValueRule::Kind::Date:
    case ValueRule::Kind::ChineseDate:
        return Texts::tr("“%1” is no date that can be read.").arg(shown);
    case ValueRule::Kind::Text:
        break;
    }
    return Texts::tr("“%1” is not in the table of values.").arg(shown);
}

QJsonValue boolean(const QString &text)
{
    const QString lower = text.toLower();
    for (const char *yes : {"true", "1", "yes", "y", "t", "oui", "是", "有"}) {
        if (lower == QString::fromUtf8(yes)) {
            return true;
        }
    }
    for (const char *no : {"false", "0", "no", "n", "f", "non", "否", "无"}) {
        if (lower == QString::fromUtf8(no)) {
            return false;
        }
    }
    return QJsonValue::Undefined;
}

/// The few entities that short texts have; numbers too.
QString entity(const QString &name)
{
    static const QHash<QString, ushort> named{
        {QStringLiteral("amp"), '&'},      {QStringLiteral("lt"), '<'},        {QStringLiteral("gt"), '>'},
        {QStringLiteral("quot"), '"'},     {QStringLiteral("apos"), '\''},     {QStringLiteral("nbsp"), ' '},
        {QStringLiteral("eacute"), 0xE9},  {QStringLiteral("egrave"), 0xE8},   {QStringLiteral("ecirc"), 0xEA},
        {QStringLiteral("euml"), 0xEB},    {QStringLiteral("agrave"), 0xE0},   {QStringLiteral("acirc"), 0xE2},
        {QStringLiteral("aacute"), 0xE1},  {QStringLiteral("auml"), 0xE4},     {QStringLiteral("atilde"), 0xE3},
        {QStringLiteral("ccedil"), 0xE7},  {QStringLiteral("icirc"), 0xEE},    {QStringLiteral("iuml"), 0xEF},
        {QStringLiteral("iacute"), 0xED},  {QStringLiteral("ocirc"), 0xF4},    {QStringLiteral("ouml"), 0xF6},
        {QStringLiteral("oacute"), 0xF3},  {QStringLiteral("otilde"), 0xF5},   {QStringLiteral("ugrave"), 0xF9},
        {QStringLiteral("ucirc"), 0xFB},   {QStringLiteral("uuml"), 0xFC},     {QStringLiteral("uacute"), 0xFA},
        {QStringLiteral("ntilde"), 0xF1},  {QStringLiteral("aring"), 0xE5},    {QStringLiteral("oslash"), 0xF8},
        {QStringLiteral("Eacute"), 0xC9},  {QStringLiteral("Egrave"), 0xC8},   {QStringLiteral("Agrave"), 0xC0},
        {QStringLiteral("Icirc"), 0xCE},   {QStringLiteral("Ccedil"), 0xC7},   {QStringLiteral("laquo"), 0xAB},
        {QStringLiteral("raquo"), 0xBB},   {QStringLiteral("rsquo"), 0x2019},  {QStringLiteral("lsquo"), 0x2018},
        {QStringLiteral("rdquo"), 0x201D}, {QStringLiteral("ldquo"), 0x201C},  {QStringLiteral("ndash"), 0x2013},
        {QStringLiteral("mdash"), 0x2014}, {QStringLiteral("hellip"), 0x2026}, {QStringLiteral("deg"), 0xB0},
        {QStringLiteral("oelig"), 0x153},  {QStringLiteral("OElig"), 0x152},   {QStringLiteral("iquest"), 0xBF},
        {QStringLiteral("sup2"), 0xB2},    {QStringLiteral("middot"), 0xB7},   {QStringLiteral("szlig"), 0xDF}};
    if (name.startsWith(QLatin1Char('#'))) {
        bool ok = false;
        const bool isHex = name.size() > 1 && name[1].toLower() == QLatin1Char('x');
        const uint code = isHex ? name.mid(2).toUInt(&ok, 16) : name.mid(1).toUInt(&ok);
        const bool isCharacter = ok && code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
        return isCharacter ? QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1) : QString();
    }
    const auto found = named.constFind(name);
    return found == named.constEnd() ? QString() : QString(QChar(*found));
}

} // namespace

QString plainText(const QString &html)
{
    static const QRegularExpression breaks(QStringLiteral("<\\s*(br|/p|/li|/div|/h[1-6])[^>]*>"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tags(QStringLiteral("</?[A-Za-z][^<>]*>"));
    static const QRegularExpression entities(QStringLiteral("&(#?[A-Za-z0-9]{1,10});"));
    QString text = html;
    text.replace(breaks, QStringLiteral("\n"));
    text.remove(tags);
    QString out;
    qsizetype at = 0;
    for (auto matches = entities.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString character = entity(match.captured(1));
        out += text.mid(at, match.capturedStart() - at);
        out += character.isEmpty() ? match.captured(0) : character;
        at = match.capturedEnd();
    }
    out += text.mid(at);
    QStringList lines;
    const QStringList raw = out.split(QLatin1Char('\n'));
    for (const QString &line : raw) {
        const QString simple = line.simplified();
        if (!simple.isEmpty()) {
            lines << simple;
        }
    }
    return lines.join(QLatin1Char('\n'));
}

RuleRunner::RuleRunner(const ValueRule &rule, const RowTable &table, const QStringList &missing,
                       const ReignTable *reigns)
    : m_rule(rule)
    , m_table(table)
    , m_reigns(reigns)
    , m_missing(missing + rule.missing)
{
    m_columns.reserve(static_cast<std::size_t>(rule.columns.size()));
    for (const QString &name : rule.columns) {
        const int column = table.column(name);
        if (column < 0) {
            m_absent << name;
        }
        m_columns.push_back(column);
    }
    if (!rule.pattern.isEmpty()) {
        m_pattern.setPattern(rule.pattern);
        m_pattern.optimize();
    }
}

QString RuleRunner::joined(const RowTable::Row &row) const
{
    QStringList parts;
    for (const int column : m_columns) {
        const QString text = m_table.value(row, column).trimmed();
        if (!isMissing(text)) {
            parts << text;
        }
    }
    return parts.join(m_rule.join);
}

QJsonValue RuleRunner::date(const QString &text) const
{
    if (m_rule.kind == ValueRule::Kind::ChineseDate && m_reigns != nullptr) {
        if (const auto found = m_reigns->toEdtf(text)) {
            return found->text();
        }
    }
    if (m_rule.kind == ValueRule::Kind::ChineseDate) {
        const auto phrase = edtfOfPhrase(text);
        return phrase ? QJsonValue(phrase->text()) : QJsonValue(QJsonValue::Undefined);
    }
    const QStringList forms = m_rule.dateForms.isEmpty() ? QStringList{QStringLiteral("edtf")} : m_rule.dateForms;
    for (const QString &form : forms) {
        if (form == QLatin1String("edtf")) {
            if (const auto parsed = Edtf::parse(text)) {
                return parsed->text();
            }
        } else if (form == QLatin1String("iso")) {
            if (const QDateTime time = QDateTime::fromString(text, Qt::ISODate); time.isValid()) {
                return time.date().toString(Qt::ISODate);
            }
        } else if (const QDate day = QDate::fromString(text, form); day.isValid()) {
            return day.toString(Qt::ISODate);
        }
    }
    return QJsonValue::Undefined;
}

QJsonValue RuleRunner::typed(const QString &text) const
{
    bool ok = false;
    switch (m_rule.kind) {
    case ValueRule::Kind::Text:
        return m_rule.prefix + text + m_rule.suffix;
    case ValueRule::Kind::Number: {
        const double number = text.toDouble(&ok) * m_rule.factor;
        return ok && std::isfinite(number) ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined);
    }
    case ValueRule::Kind::Integer: {
        const qint64 number = text.toLongLong(&ok);
        return ok ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined);
    }
    case ValueRule::Kind::Boolean:
        return boolean(text);
    case ValueRule::Kind::Date:
    case ValueRule::Kind::ChineseDate:
        return date(text);
    }
    return QJsonValue::Undefined;
}

void RuleRunner::addOne(const QString &text, Outcome &outcome) const
{
    const auto otherwise = [&] {
        if (m_rule.otherwise == ValueRule::Otherwise::Keep) {
            outcome.values.emplace_back(m_rule.prefix + text + m_rule.suffix);
        } else if (m_rule.otherwise == ValueRule::Otherwise::Constant) {
            outcome.values.emplace_back(m_rule.otherwiseValue);
        } else {
            outcome.column = m_rule.columns.value(0);
            outcome.problem = kindSentence(m_rule.lookup.isEmpty() ? m_rule.kind : ValueRule::Kind::Text, text);
            outcome.isSkipped = m_rule.otherwise == ValueRule::Otherwise::Skip;
        }
    };
    QString own = text;
    if (!m_rule.lookup.isEmpty()) {
        const auto found = m_rule.lookup.constFind(text);
        if (found == m_rule.lookup.constEnd()) {
            otherwise();
            return;
        }
        own = *found;
        if (own.isEmpty()) {
            return; // the table says: nothing there
        }
    }
    const QJsonValue value = typed(own);
    if (value.isUndefined()) {
        otherwise();
    } else {
        outcome.values.push_back(value);
    }
}

RuleRunner::Outcome RuleRunner::run(const RowTable::Row &row) const
{
    Outcome outcome;
    QString text = m_rule.constant ? *m_rule.constant : joined(row);
    if (!m_pattern.pattern().isEmpty() && !m_rule.constant) {
        const QRegularExpressionMatch match = m_pattern.match(text);
        text = match.hasMatch() ? match.captured(match.lastCapturedIndex() > 0 ? 1 : 0).trimmed() : QString();
    }
    if (m_rule.plain) {
        text = plainText(text);
    }
    if (isMissing(text)) {
        return outcome;
    }
    if (m_rule.split.isEmpty()) {
        addOne(text, outcome);
        return outcome;
    }
    const QStringList parts = text.split(m_rule.split);
    for (const QString &part : parts) {
        const QString own = part.trimmed();
        if (isMissing(own)) {
            outcome.values.emplace_back(QJsonValue::Undefined); // keeps the order of entries that belong together
        } else {
            const std::size_t before = outcome.values.size();
            addOne(own, outcome);
            if (outcome.values.size() == before) {
                outcome.values.emplace_back(QJsonValue::Undefined);
            }
        }
    }
    return outcome;
}

} // namespace loci::heritage
