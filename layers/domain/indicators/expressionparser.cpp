// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/expression.h"

#include <QCoreApplication>
#include <QHash>

namespace loci::indicators {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::indicators::Expression)
};

using Op = Expression::Op;

struct Function
{
    Op op;
    int least, most;
};

const QHash<QString, Function> &functions()
{
    constexpr int many = 50;
    static const QHash<QString, Function> list{
        {QStringLiteral("min"), {Op::Min, 1, many}},  {QStringLiteral("max"), {Op::Max, 1, many}},
        {QStringLiteral("sum"), {Op::Sum, 1, many}},  {QStringLiteral("mean"), {Op::Mean, 1, many}},
        {QStringLiteral("abs"), {Op::Abs, 1, 1}},     {QStringLiteral("sqrt"), {Op::Sqrt, 1, 1}},
        {QStringLiteral("ln"), {Op::Ln, 1, 1}},       {QStringLiteral("exp"), {Op::Exp, 1, 1}},
        {QStringLiteral("pow"), {Op::Pow, 2, 2}},     {QStringLiteral("round"), {Op::Round, 1, 2}},
        {QStringLiteral("floor"), {Op::Floor, 1, 1}}, {QStringLiteral("ceil"), {Op::Ceil, 1, 1}},
        {QStringLiteral("clamp"), {Op::Clamp, 3, 3}}, {QStringLiteral("if"), {Op::If, 3, 3}},
        {QStringLiteral("known"), {Op::Known, 1, 1}}, {QStringLiteral("firstknown"), {Op::FirstKnown, 1, many}}};
    return list;
}

struct Sign
{
    const char *text;
    Op op;
};

bool startsName(QChar c)
{
    return c.isLetter() || c == QLatin1Char('_');
}

bool goesOnName(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

} // namespace

/// Recursive descent; the depth is counted at each bracket, call and sign, so that no text exhausts the stack.
class ExpressionParser
{
public:
    explicit ExpressionParser(const QString &text) { m_result.m_text = text; }

    Result<Expression> run()
    {
        if (m_result.m_text.size() > Expression::kMaxLength) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("The formula is longer than %1 characters.").arg(Expression::kMaxLength));
        }
        const int last = either();
        skipSpace();
        if (last >= 0 && m_at < m_result.m_text.size()) {
            stop(Texts::tr("something is left over"));
        }
        if (!m_problem.isEmpty()) {
            return fail(
                ErrorCode::Invalid,
                Texts::tr("The formula cannot be read at character %1: %2.").arg(m_problemAt + 1).arg(m_problem));
        }
        return std::move(m_result);
    }

private:
    int stop(const QString &problem)
    {
        if (m_problem.isEmpty()) {
            m_problem = problem;
            m_problemAt = m_at;
        }
        return -1;
    }
    int add(Expression::Node node)
    {
        if (m_result.m_nodes.size() >= Expression::kMaxNodes) {
            return stop(Texts::tr("the formula has too many parts"));
        }
        for (const int child : node.children) {
            if (child < 0) {
                return -1;
            }
        }
        m_result.m_nodes.push_back(std::move(node));
        return static_cast<int>(m_result.m_nodes.size()) - 1;
    }
    void skipSpace()
    {
        while (m_at < m_result.m_text.size() && m_result.m_text.at(m_at).isSpace()) {
            ++m_at;
        }
    }
    bool take(const char *sign)
    {
        skipSpace();
        const QLatin1String wanted(sign);
        if (!QStringView(m_result.m_text).mid(m_at).startsWith(wanted)) {
            return false;
        }
        if (startsName(QLatin1Char(sign[0])) && m_at + wanted.size() < m_result.m_text.size() &&
            goesOnName(m_result.m_text.at(m_at + wanted.size()))) {
            return false; // "order" is no "or"
        }
        m_at += wanted.size();
        return true;
    }
    template <std::size_t N>
    std::optional<Op> takeOne(const Sign (&signs)[N])
    {
        for (const Sign &sign : signs) {
            if (take(sign.text)) {
                return sign.op;
            }
        }
        return std::nullopt;
    }
    /// a OP b OP c ..., from the left.
    template <std::size_t N>
    int chain(const Sign (&signs)[N], int (ExpressionParser::*part)())
    {
        int left = (this->*part)();
        while (left >= 0) {
            const std::optional<Op> op = takeOne(signs);
            if (!op) {
                return left;
            }
            const int right = (this->*part)();
            left = add({*op, 0, -1, {left, right}});
        }
        return -1;
    }
    int either()
    {
        static constexpr Sign signs[] = {{"or", Op::Or}};
        return chain(signs, &ExpressionParser::both);
    }
    int both()
    {
        static constexpr Sign signs[] = {{"and", Op::And}};
        return chain(signs, &ExpressionParser::comparison);
    }
    int comparison()
    {
        static constexpr Sign signs[] = {{"<=", Op::LessEqual}, {">=", Op::GreaterEqual}, {"==", Op::Equal},
                                         {"!=", Op::NotEqual},  {"<", Op::Less},          {">", Op::Greater}};
        const int left = total();
        const std::optional<Op> op = left < 0 ? std::nullopt : takeOne(signs);
        if (!op) {
            return left;
        }
        const int right = total();
        return add({*op, 0, -1, {left, right}}); // "a < b < c" is left over, and so refused
    }
    int total()
    {
        static constexpr Sign signs[] = {{"+", Op::Add}, {"-", Op::Subtract}};
        return chain(signs, &ExpressionParser::product);
    }
    int product()
    {
        static constexpr Sign signs[] = {{"*", Op::Multiply}, {"/", Op::Divide}};
        return chain(signs, &ExpressionParser::signedPart);
    }
    int signedPart()
    {
        if (++m_depth > Expression::kMaxDepth) {
            return stop(Texts::tr("the formula is nested too deeply"));
        }
        int result = -1;
        if (take("-")) {
            const int part = signedPart();
            result = add({Op::Negate, 0, -1, {part}});
        } else if (take("not")) {
            const int part = signedPart();
            result = add({Op::Not, 0, -1, {part}});
        } else {
            result = primary();
        }
        --m_depth;
        return result;
    }
    int primary()
    {
        skipSpace();
        if (m_at >= m_result.m_text.size()) {
            return stop(Texts::tr("a value is missing"));
        }
        const QChar c = m_result.m_text.at(m_at);
        if (take("(")) {
            const int inner = either();
            return inner >= 0 && !take(")") ? stop(Texts::tr("a closing bracket is missing")) : inner;
        }
        if (c.isDigit() || c == QLatin1Char('.')) {
            return number();
        }
        return startsName(c) ? name() : stop(Texts::tr("“%1” does not belong here").arg(c));
    }
    int number()
    {
        const qsizetype from = m_at;
        const QString &text = m_result.m_text;
        const auto digits = [&] {
            while (m_at < text.size() && (text.at(m_at).isDigit() || text.at(m_at) == QLatin1Char('.'))) {
                ++m_at;
            }
        };
        digits();
        if (m_at < text.size() && text.at(m_at).toLower() == QLatin1Char('e')) {
            ++m_at;
            m_at += m_at < text.size() && (text.at(m_at) == QLatin1Char('-') || text.at(m_at) == QLatin1Char('+'));
            digits();
        }
        bool good = false;
        const double value = QStringView(text).mid(from, m_at - from).toDouble(&good);
        if (!good) {
            m_at = from;
            return stop(Texts::tr("this is no number"));
        }
        return add({Op::Number, value, -1, {}});
    }
    int name()
    {
        const qsizetype from = m_at;
        while (m_at < m_result.m_text.size() && goesOnName(m_result.m_text.at(m_at))) {
            ++m_at;
        }
        const QString word = m_result.m_text.mid(from, m_at - from);
        if (take("(")) {
            return call(word, from);
        }
        int index = static_cast<int>(m_result.m_names.indexOf(word));
        if (index < 0) {
            index = static_cast<int>(m_result.m_names.size());
            m_result.m_names << word;
        }
        m_result.m_words.push_back({index, from, word.size()});
        return add({Op::Name, 0, index, {}});
    }
    int call(const QString &word, qsizetype from)
    {
        const auto found = functions().constFind(word);
        if (found == functions().constEnd()) {
            m_at = from;
            return stop(Texts::tr("there is no function “%1”").arg(word));
        }
        std::vector<int> arguments;
        do {
            const int argument = either();
            if (argument < 0) {
                return -1;
            }
            arguments.push_back(argument);
        } while (take(","));
        if (!take(")")) {
            return stop(Texts::tr("a closing bracket is missing"));
        }
        const int count = static_cast<int>(arguments.size());
        if (count < found->least || count > found->most) {
            m_at = from;
            return stop(Texts::tr("the number of arguments of “%1” is wrong").arg(word));
        }
        return add({found->op, 0, -1, std::move(arguments)});
    }

    Expression m_result;
    qsizetype m_at = 0;
    int m_depth = 0;
    QString m_problem;
    qsizetype m_problemAt = 0;
};

Result<Expression> Expression::parse(const QString &text)
{
    return ExpressionParser(text).run();
}

} // namespace loci::indicators
