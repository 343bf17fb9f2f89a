// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/expression.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace loci::indicators {

namespace {

using Op = Expression::Op;
using Node = Expression::Node;

Quantity finite(double value)
{
    return std::isfinite(value) ? Quantity(value) : std::nullopt;
}

double truth(bool value)
{
    return value ? 1 : 0;
}

double halfToEven(double value, double decimals)
{
    const double factor = std::pow(10, decimals);
    const double scaled = value * factor;
    const double down = std::floor(scaled);
    const double rest = scaled - down;
    if (std::abs(rest - 0.5) < 1e-9) {
        return (std::fmod(down, 2) == 0 ? down : down + 1) / factor;
    }
    return std::round(scaled) / factor;
}

double arithmetic(Op op, double a, double b)
{
    switch (op) {
    case Op::Add:
        return a + b;
    case Op::Subtract:
        return a - b;
    case Op::Multiply:
        return a * b;
    case Op::Divide:
        return b == 0 ? std::nan("") : a / b;
    case Op::Less:
        return truth(a < b);
    case Op::LessEqual:
        return truth(a <= b);
    case Op::Greater:
        return truth(a > b);
    case Op::GreaterEqual:
        return truth(a >= b);
    case Op::Equal:
        return truth(a == b);
    case Op::NotEqual:
        return truth(a != b);
    case Op::Pow:
        return std::pow(a, b);
    default:
        return std::nan("");
    }
}

double ofOne(Op op, double a)
{
    switch (op) {
    case Op::Negate:
        return -a;
    case Op::Not:
        return truth(a == 0);
    case Op::Abs:
        return std::abs(a);
    case Op::Sqrt:
        return std::sqrt(a);
    case Op::Ln:
        return a > 0 ? std::log(a) : std::nan("");
    case Op::Exp:
        return std::exp(a);
    case Op::Round:
        return halfToEven(a, 0);
    case Op::Floor:
        return std::floor(a);
    case Op::Ceil:
        return std::ceil(a);
    default:
        return std::nan("");
    }
}

double ofMany(Op op, const std::vector<double> &values)
{
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    switch (op) {
    case Op::Min:
        return *std::min_element(values.begin(), values.end());
    case Op::Max:
        return *std::max_element(values.begin(), values.end());
    case Op::Sum:
        return sum;
    case Op::Mean:
        return sum / static_cast<double>(values.size());
    case Op::Clamp:
        return values[1] <= values[2] ? std::clamp(values[0], values[1], values[2]) : std::nan("");
    case Op::Round:
        return halfToEven(values[0], values[1]);
    default:
        return arithmetic(op, values[0], values[1]);
    }
}

/// Kleene's logic: one side may settle it.
Quantity logic(Op op, const Quantity &a, const Quantity &b)
{
    const bool settling = op == Op::Or;
    if ((a && (*a != 0) == settling) || (b && (*b != 0) == settling)) {
        return truth(settling);
    }
    return a && b ? Quantity(truth(!settling)) : std::nullopt;
}

class Evaluation
{
public:
    Evaluation(const Expression &expression, const Expression::Lookup &lookup)
        : m_expression(expression)
        , m_lookup(lookup)
    {}

    Quantity of(int index) const
    {
        const Node &node = m_expression.nodes()[static_cast<std::size_t>(index)];
        switch (node.op) {
        case Op::Number:
            return finite(node.number);
        case Op::Name:
            return named(node);
        case Op::And:
        case Op::Or:
            return logic(node.op, of(node.children[0]), of(node.children[1]));
        case Op::If:
            return chosen(node);
        case Op::Known:
            return truth(of(node.children[0]).has_value());
        case Op::FirstKnown:
            return firstKnown(node);
        default:
            return plain(node);
        }
    }

private:
    Quantity named(const Node &node) const
    {
        const Quantity value = m_lookup(m_expression.names().at(node.name));
        return value ? finite(*value) : std::nullopt;
    }
    Quantity chosen(const Node &node) const
    {
        const Quantity condition = of(node.children[0]);
        return condition ? of(node.children[*condition != 0 ? 1 : 2]) : std::nullopt;
    }
    Quantity firstKnown(const Node &node) const
    {
        for (const int child : node.children) {
            if (const Quantity value = of(child)) {
                return value;
            }
        }
        return std::nullopt;
    }
    Quantity plain(const Node &node) const
    {
        std::vector<double> values;
        values.reserve(node.children.size());
        for (const int child : node.children) {
            const Quantity value = of(child);
            if (!value) {
                return std::nullopt;
            }
            values.push_back(*value);
        }
        const bool list =
            values.size() > 1 || node.op == Op::Min || node.op == Op::Max || node.op == Op::Sum || node.op == Op::Mean;
        return finite(list ? ofMany(node.op, values) : ofOne(node.op, values[0]));
    }

    const Expression &m_expression;
    const Expression::Lookup &m_lookup;
};

} // namespace

Quantity Expression::evaluate(const Lookup &lookup) const
{
    return m_nodes.empty() ? std::nullopt : Evaluation(*this, lookup).of(static_cast<int>(m_nodes.size()) - 1);
}

QString Expression::written(const Format &format) const
{
    QString result;
    qsizetype from = 0;
    for (const Word &word : m_words) {
        result += m_text.mid(from, word.at - from) + format(m_names.at(word.name));
        from = word.at + word.length;
    }
    return result + m_text.mid(from);
}

} // namespace loci::indicators
