// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/citygml/gmlnames.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace loci::formats {

using GmlNode = std::uint32_t;
inline constexpr GmlNode kNoNode = 0xffffffffU;

/// One member of a GML document: an element and all below it, in flat arrays. Coordinates are kept as numbers, text
/// only of elements without children. It is filled, used and cleared for one top-level object after the other.
class GmlTree
{
public:
    explicit GmlTree(GmlNames &names) : m_names(&names) {}

    // Reading
    bool isEmpty() const { return m_nodes.empty(); }
    std::size_t size() const { return m_nodes.size(); }
    const GmlName &name(GmlNode node) const { return m_names->at(m_nodes[node].name); }
    GmlTag tag(GmlNode node) const { return name(node).tag; }
    std::uint32_t line(GmlNode node) const { return m_nodes[node].line; }
    GmlNode parent(GmlNode node) const { return m_nodes[node].parent; }
    GmlNode firstChild(GmlNode node) const { return m_nodes[node].firstChild; }
    GmlNode next(GmlNode node) const { return m_nodes[node].next; }
    GmlNode child(GmlNode node, std::string_view local) const;         ///< first one of that name or kNoNode
    std::string_view text(GmlNode node) const;                         ///< trimmed; empty for elements with children
    std::span<const double> numbers(GmlNode node) const;               ///< of GmlTag::Coordinates
    bool isBroken(GmlNode node) const { return m_nodes[node].broken; } ///< numbers that are none, or that do not end
    std::string_view attribute(GmlNode node, GmlAttribute which) const;
    std::string_view id(GmlNode node) const { return attribute(node, GmlAttribute::Id); }
    /// Id that an xlink names ("#id"), empty when the element has none; links to other documents come whole.
    std::string_view href(GmlNode node) const;
    std::uint32_t linkCount() const { return m_links; }           ///< elements with an xlink
    std::uint32_t srsNameCount() const { return m_srsNames; }     ///< elements that state a reference system
    std::uint32_t dimensionCount() const { return m_dimensions; } ///< elements that state a srsDimension
    /// The attribute of the element or of the nearest one above that has it.
    std::string_view inherited(GmlNode node, GmlAttribute which) const;
    GmlNode find(std::string_view id); ///< the element of this id; indexes at the first call

    class Children
    {
    public:
        struct Iterator
        {
            const GmlTree *tree;
            GmlNode node;
            GmlNode operator*() const { return node; }
            Iterator &operator++()
            {
                node = tree->next(node);
                return *this;
            }
            bool operator!=(const Iterator &other) const { return node != other.node; }
        };
        Children(const GmlTree &tree, GmlNode parent) : m_tree(tree), m_first(tree.firstChild(parent)) {}
        Iterator begin() const { return {&m_tree, m_first}; }
        Iterator end() const { return {&m_tree, kNoNode}; }

    private:
        const GmlTree &m_tree;
        GmlNode m_first;
    };
    Children children(GmlNode node) const { return {*this, node}; }

    // Filling, in document order
    GmlNode open(std::uint32_t name, GmlNode parent, GmlNode before, std::uint32_t line);
    void addAttribute(GmlAttribute which, std::string_view value);
    void setText(GmlNode node, std::string_view text);
    void setBroken(GmlNode node) { m_nodes[node].broken = true; }
    void clear();
    GmlTree taken(); ///< the content; this tree is empty afterwards

private:
    struct Node
    {
        std::uint32_t name, line;
        GmlNode parent, firstChild, next;
        std::uint32_t begin, length; ///< of the text, or of the numbers
        std::uint32_t firstAttribute;
        std::uint16_t attributes;
        bool broken;
    };
    struct Attribute
    {
        std::uint32_t begin, length;
        GmlAttribute which;
    };
    void setNumbers(Node &node, std::string_view text, GmlNode number);

    GmlNames *m_names;
    std::vector<Node> m_nodes;
    std::vector<Attribute> m_attributes;
    std::string m_text;
    std::vector<double> m_numbers;
    std::vector<std::pair<std::string_view, GmlNode>> m_ids; // views into m_text; filled when asked for
    std::uint32_t m_links = 0, m_srsNames = 0, m_dimensions = 0;
    bool m_indexed = false;
};

} // namespace loci::formats
