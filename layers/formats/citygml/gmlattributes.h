// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/citygml/gmlcodelists.h"
#include "layers/formats/citygml/gmltree.h"

#include <variant>

namespace loci::formats {

/// What a feature says of itself beside geometry and parts: its properties as attributes.
///
/// - simple properties keep their name; of an extension with its prefix ("uro:buildingDetails"). Those that are numbers
///   in the schema, or have a unit, become numbers; a unit other than the metre stands beside as `<name>_uom`.
/// - a code with a list beside the document keeps its value, and its text stands beside as `<name>_text`.
/// - generic attributes of all kinds by their own name; sets, and properties that hold elements, as nested JSON.
/// - a property that is repeated becomes a list.
class GmlAttributes
{
public:
    using Value = std::variant<std::int64_t, double, std::string>;
    struct Attribute
    {
        std::string name;
        Value value;
        bool isJson = false; ///< the text is JSON
        bool isList = false; ///< grown from several of one name
    };

    GmlAttributes(ReadContext &context) : m_context(context), m_codeLists(context) {}

    void begin();
    /// Adds what one property of a feature means; `property` holds neither geometry nor features.
    void add(const GmlTree &tree, GmlNode property);
    /// Ends them as attributes of an object, or as the members of a JSON object.
    void writeTo(city::AttributeTable &table, city::ObjectIndex row) const;
    void writeTo(std::string &jsonObject) const;

    /// An address (xAL) as one JSON object of its parts; a repeated part becomes a list.
    std::string address(const GmlTree &tree, GmlNode node) const;

private:
    void put(std::string name, Value value, bool isJson = false);
    void addGeneric(const GmlTree &tree, GmlNode node);
    void addSimple(const GmlTree &tree, GmlNode property, const std::string &name);
    Value typed(const GmlTree &tree, GmlNode node, std::string_view text, bool real, bool integer) const;
    std::string genericSet(const GmlTree &tree, GmlNode node);
    /// The element's content as JSON: text, or an object of its properties.
    std::string json(const GmlTree &tree, GmlNode node);
    std::string jsonMembers(const GmlTree &tree, GmlNode node);

    ReadContext &m_context;
    GmlCodeLists m_codeLists;
    std::vector<Attribute> m_attributes;
    std::unordered_map<std::string, std::size_t> m_places; ///< of names, once there are many
};

} // namespace loci::formats
