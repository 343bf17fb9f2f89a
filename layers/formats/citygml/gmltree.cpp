// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/citygml/gmltree.h"

#include <algorithm>
#include <charconv>

namespace loci::formats {

namespace {

constexpr std::size_t kKeepBytes = std::size_t(16) << 20; ///< of each array, between two members

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

template <class T>
void release(T &array)
{
    array.clear();
    if (array.capacity() * sizeof(array[0]) > kKeepBytes) {
        array = T();
    }
}

} // namespace

GmlNode GmlTree::open(std::uint32_t name, GmlNode parent, GmlNode before, std::uint32_t line)
{
    const auto node = static_cast<GmlNode>(m_nodes.size());
    m_nodes.push_back(
        {name, line, parent, kNoNode, kNoNode, 0, 0, static_cast<std::uint32_t>(m_attributes.size()), 0, false});
    if (before != kNoNode) {
        m_nodes[before].next = node;
    } else if (parent != kNoNode) {
        m_nodes[parent].firstChild = node;
    }
    return node;
}

void GmlTree::addAttribute(GmlAttribute which, std::string_view value)
{
    m_attributes.push_back(
        {static_cast<std::uint32_t>(m_text.size()), static_cast<std::uint32_t>(value.size()), which});
    m_text += value;
    ++m_nodes.back().attributes;
    m_links += which == GmlAttribute::Href ? 1 : 0;
    m_srsNames += which == GmlAttribute::SrsName ? 1 : 0;
    m_dimensions += which == GmlAttribute::SrsDimension ? 1 : 0;
}

void GmlTree::setText(GmlNode node, std::string_view text)
{
    Node &n = m_nodes[node];
    if (tag(node) == GmlTag::Coordinates) {
        setNumbers(n, text, node);
        return;
    }
    text = trimmed(text);
    n.begin = static_cast<std::uint32_t>(m_text.size());
    n.length = static_cast<std::uint32_t>(text.size());
    m_text += text;
}

void GmlTree::setNumbers(Node &node, std::string_view text, GmlNode number)
{
    node.begin = static_cast<std::uint32_t>(m_numbers.size());
    const std::string_view decimal = attribute(number, GmlAttribute::Decimal);
    std::string exchanged;
    if (decimal == "," || name(number).local == "coordinates") { // GML 2: "x,y,z x,y,z" and its separators
        const std::string_view cs = attribute(number, GmlAttribute::Cs);
        const std::string_view ts = attribute(number, GmlAttribute::Ts);
        exchanged = text;
        for (char &c : exchanged) {
            const bool between = (cs.empty() ? c == ',' : cs.find(c) != std::string_view::npos) ||
                                 (!ts.empty() && ts.find(c) != std::string_view::npos);
            c = between ? ' ' : decimal == "," && c == ',' ? '.' : c;
        }
        text = exchanged;
    }
    const char *p = text.data();
    const char *end = p + text.size();
    for (;;) {
        while (p < end && isBlank(*p)) {
            ++p;
        }
        if (p == end) {
            break;
        }
        p += *p == '+' ? 1 : 0;
        double value = 0;
        const auto [stop, error] = std::from_chars(p, end, value);
        if (error != std::errc() || (stop < end && !isBlank(*stop))) {
            node.broken = true;
            break;
        }
        m_numbers.push_back(value);
        p = stop;
    }
    node.length = static_cast<std::uint32_t>(m_numbers.size()) - node.begin;
}

GmlTree GmlTree::taken()
{
    GmlTree content(*m_names);
    std::swap(content, *this);
    content.m_ids = {}; // its views are into a string that moved
    content.m_indexed = false;
    return content;
}

void GmlTree::clear()
{
    release(m_nodes);
    release(m_attributes);
    release(m_text);
    release(m_numbers);
    release(m_ids);
    m_links = m_srsNames = m_dimensions = 0;
    m_indexed = false;
}

GmlNode GmlTree::child(GmlNode node, std::string_view local) const
{
    for (const GmlNode c : children(node)) {
        if (name(c).local == local) {
            return c;
        }
    }
    return kNoNode;
}

std::string_view GmlTree::text(GmlNode node) const
{
    const Node &n = m_nodes[node];
    return tag(node) == GmlTag::Coordinates ? std::string_view() : std::string_view(m_text).substr(n.begin, n.length);
}

std::span<const double> GmlTree::numbers(GmlNode node) const
{
    const Node &n = m_nodes[node];
    return tag(node) == GmlTag::Coordinates ? std::span(m_numbers).subspan(n.begin, n.length)
                                            : std::span<const double>();
}

std::string_view GmlTree::attribute(GmlNode node, GmlAttribute which) const
{
    const Node &n = m_nodes[node];
    for (std::uint32_t i = n.firstAttribute; i < n.firstAttribute + n.attributes; ++i) {
        if (m_attributes[i].which == which) {
            return std::string_view(m_text).substr(m_attributes[i].begin, m_attributes[i].length);
        }
    }
    return {};
}

std::string_view GmlTree::inherited(GmlNode node, GmlAttribute which) const
{
    for (; node != kNoNode; node = parent(node)) {
        if (const std::string_view value = attribute(node, which); !value.empty()) {
            return value;
        }
    }
    return {};
}

std::string_view GmlTree::href(GmlNode node) const
{
    const std::string_view link = trimmed(attribute(node, GmlAttribute::Href));
    return link.starts_with('#') ? link.substr(1) : link;
}

GmlNode GmlTree::find(std::string_view wanted)
{
    if (!m_indexed) {
        for (GmlNode node = 0; node < m_nodes.size(); ++node) {
            if (const std::string_view own = id(node); !own.empty()) {
                m_ids.emplace_back(own, node);
            }
        }
        std::sort(m_ids.begin(), m_ids.end());
        m_indexed = true;
    }
    const auto found = std::lower_bound(m_ids.begin(), m_ids.end(), std::pair(wanted, GmlNode(0)));
    return found != m_ids.end() && found->first == wanted ? found->second : kNoNode;
}

} // namespace loci::formats
