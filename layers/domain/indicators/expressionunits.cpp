// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/expression.h"

#include <QCoreApplication>
#include <cmath>

namespace loci::indicators {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::indicators::Expression)
};

using Op = Expression::Op;
using MaybeUnit = std::optional<Unit>; // empty: takes the unit beside it

class UnitCheck
{
public:
    UnitCheck(const Expression &expression, const Expression::UnitLookup &lookup)
        : m_expression(expression)
        , m_lookup(lookup)
    {}

    Result<MaybeUnit> of(int index) const
    {
        const Expression::Node &node = m_expression.nodes()[static_cast<std::size_t>(index)];
        std::vector<MaybeUnit> parts;
        parts.reserve(node.children.size());
        for (const int child : node.children) {
            LOCI_TRY(MaybeUnit part, of(child));
            parts.push_back(std::move(part));
        }
        switch (node.op) {
        case Op::Number:
            return MaybeUnit();
        case Op::Name:
            return m_lookup(m_expression.names().at(node.name));
        case Op::Multiply:
            return product(parts, 1);
        case Op::Divide:
            return product(parts, -1);
        case Op::Sqrt:
        case Op::Pow:
            return power(node, parts);
        case Op::Ln:
        case Op::Exp:
            return plain(parts);
        case Op::Round:
            return parts.front();
        case Op::Not:
        case Op::And:
        case Op::Or:
        case Op::Known:
            return MaybeUnit(Unit());
        case Op::If:
            return same({parts[1], parts[2]}, false);
        default:
            return same(parts, node.op >= Op::Less && node.op <= Op::NotEqual);
        }
    }

private:
    static Result<MaybeUnit> product(const std::vector<MaybeUnit> &parts, int sign)
    {
        if (!parts[0] && !parts[1]) {
            return MaybeUnit();
        }
        return MaybeUnit(parts[0].value_or(Unit()).times(parts[1].value_or(Unit()), sign));
    }
    static Result<MaybeUnit> same(const std::vector<MaybeUnit> &parts, bool compares)
    {
        MaybeUnit common;
        for (const MaybeUnit &part : parts) {
            if (common && part && !(*common == *part)) {
                return fail(ErrorCode::Invalid,
                            Texts::tr("The formula adds or compares %1 and %2.").arg(common->text(), part->text()));
            }
            common = common ? common : part;
        }
        return compares ? MaybeUnit(Unit()) : common;
    }
    static Result<MaybeUnit> plain(const std::vector<MaybeUnit> &parts)
    {
        if (parts[0] && !parts[0]->isPlain()) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("A logarithm or exponential of %1 has no meaning.").arg(parts[0]->text()));
        }
        return MaybeUnit(Unit());
    }
    Result<MaybeUnit> power(const Expression::Node &node, const std::vector<MaybeUnit> &parts) const
    {
        if (!parts[0] || parts[0]->isPlain()) {
            return parts[0];
        }
        const Expression::Node *exponent =
            node.op == Op::Pow ? &m_expression.nodes()[static_cast<std::size_t>(node.children[1])] : nullptr;
        if (exponent == nullptr || exponent->op != Op::Number || exponent->number != std::floor(exponent->number) ||
            std::abs(exponent->number) > 6) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("Only whole powers can be taken of a value in %1.").arg(parts[0]->text()));
        }
        return MaybeUnit(parts[0]->power(static_cast<int>(exponent->number)));
    }

    const Expression &m_expression;
    const Expression::UnitLookup &m_lookup;
};

} // namespace

Result<std::optional<Unit>> Expression::unit(const UnitLookup &lookup) const
{
    if (m_nodes.empty()) {
        return MaybeUnit();
    }
    return UnitCheck(*this, lookup).of(static_cast<int>(m_nodes.size()) - 1);
}

} // namespace loci::indicators
