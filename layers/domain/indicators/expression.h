// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/domain/indicators/unit.h"

#include <QString>
#include <QStringList>
#include <functional>
#include <optional>
#include <vector>

namespace loci::indicators {

/// A number, or unknown. Unknown is never zero.
using Quantity = std::optional<double>;

/// A formula over named inputs: + - * / ( ), comparisons < <= > >= == != (1 or 0), and, or, not, and the functions
/// min max sum mean abs sqrt ln exp pow round floor ceil clamp if known firstknown.
///
/// Unknown spreads exactly: every operation with an unknown operand is unknown, and so are a division by zero and a
/// result that is no finite number. "and"/"or" know their result when one side settles it; if() looks only at the
/// branch that is taken; known() and firstknown() are there to handle it on purpose.
class Expression
{
public:
    static constexpr int kMaxLength = 2000; ///< characters
    static constexpr int kMaxDepth = 40;    ///< nested brackets and calls
    static constexpr int kMaxNodes = 500;

    using Lookup = std::function<Quantity(const QString &name)>;
    using UnitLookup = std::function<std::optional<Unit>(const QString &name)>; ///< empty: unit not stated
    using Format = std::function<QString(const QString &name)>;

    Expression() = default; ///< unknown
    /// Refused with one sentence that names the place.
    static Result<Expression> parse(const QString &text);

    const QString &text() const { return m_text; }
    const QStringList &names() const { return m_names; } ///< inputs, in order of first appearance
    bool isEmpty() const { return m_nodes.empty(); }
    Quantity evaluate(const Lookup &lookup) const;
    /// The unit of the result. Sums and comparisons need equal units; a bare number takes the unit beside it. Empty
    /// when only bare numbers or inputs without a unit decide it.
    Result<std::optional<Unit>> unit(const UnitLookup &lookup) const;
    /// The formula with each name replaced: "100 * 32417 / 45402".
    QString written(const Format &format) const;

    enum class Op {
        Number,
        Name,
        Negate,
        Not,
        Add,
        Subtract,
        Multiply,
        Divide,
        Less,
        LessEqual,
        Greater,
        GreaterEqual,
        Equal,
        NotEqual,
        And,
        Or,
        Min,
        Max,
        Sum,
        Mean,
        Abs,
        Sqrt,
        Ln,
        Exp,
        Pow,
        Round,
        Floor,
        Ceil,
        Clamp,
        If,
        Known,
        FirstKnown
    };
    struct Node
    {
        Op op = Op::Number;
        double number = 0;
        int name = -1;             ///< in names()
        std::vector<int> children; ///< in nodes(), all before this one
    };
    struct Word ///< where a name stands in the text
    {
        int name = 0;
        qsizetype at = 0, length = 0;
    };
    const std::vector<Node> &nodes() const { return m_nodes; }

private:
    friend class ExpressionParser;
    QString m_text;
    QStringList m_names;
    std::vector<Word> m_words;
    std::vector<Node> m_nodes; ///< the last one is the result
};

} // namespace loci::indicators
