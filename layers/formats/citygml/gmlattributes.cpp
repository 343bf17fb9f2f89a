// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/citygml/gmlattributes.h"

#include "layers/domain/city/jsontext.h"

#include <algorithm>
#include <charconv>

namespace loci::formats {

using namespace loci::city;

namespace {

constexpr std::string_view kReals[] = {"measuredHeight", "averageHeight", "trunkDiameter", "crownDiameter"};
constexpr std::string_view kIntegers[] = {"storeysAboveGround", "storeysBelowGround", "yearOfConstruction",
                                          "yearOfDemolition"};

template <std::size_t N>
bool isOneOf(const std::string_view (&names)[N], std::string_view name)
{
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

template <class T>
bool parse(std::string_view text, T &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return !text.empty() && error == std::errc() && end == text.data() + text.size();
}

bool isMetre(std::string_view unit)
{
    return unit == "m" || unit == "#m" || unit == "metre" || unit == "meter" || unit == "urn:adv:uom:m" ||
           unit.ends_with(":9001") || unit.ends_with("/9001");
}

std::string nameOf(const GmlName &name)
{
    return name.isForeign && !name.prefix.empty() ? name.prefix + ':' + name.local : name.local;
}

std::string jsonOf(const GmlAttributes::Attribute &attribute)
{
    if (const auto *integer = std::get_if<std::int64_t>(&attribute.value)) {
        return jsonNumber(*integer);
    }
    if (const auto *real = std::get_if<double>(&attribute.value)) {
        return jsonNumber(*real);
    }
    const std::string &text = std::get<std::string>(attribute.value);
    return attribute.isJson ? text : jsonString(text);
}

constexpr std::size_t kFew = 16;

/// Place of the item called `name`, or its size; `places` takes over when there are many.
template <class Items, class NameOf>
std::size_t placeOf(const Items &items, const std::string &name, std::unordered_map<std::string, std::size_t> &places,
                    NameOf nameOf)
{
    if (items.size() <= kFew) {
        const auto found = std::find_if(items.begin(), items.end(), [&](const auto &i) { return nameOf(i) == name; });
        return static_cast<std::size_t>(found - items.begin());
    }
    for (std::size_t i = places.size(); i < items.size(); ++i) {
        places.emplace(nameOf(items[i]), i);
    }
    const auto found = places.find(name);
    return found == places.end() ? items.size() : found->second;
}

/// Members of an object text; a key that comes again becomes a list.
struct Members
{
    std::vector<std::pair<std::string, std::vector<std::string>>> all;
    std::unordered_map<std::string, std::size_t> places;

    void add(std::string name, std::string json)
    {
        const std::size_t place =
            placeOf(all, name, places, [](const auto &m) -> const std::string & { return m.first; });
        if (place == all.size()) {
            all.emplace_back(std::move(name), std::vector{std::move(json)});
        } else {
            all[place].second.push_back(std::move(json));
        }
    }
    std::string text() const
    {
        std::string object;
        for (const auto &[name, values] : all) {
            std::string list = values.size() > 1 ? "[" : "";
            for (const std::string &value : values) {
                list += list.size() > 1 ? "," : "";
                list += value;
            }
            appendJsonMember(object, name, values.size() > 1 ? list + ']' : list);
        }
        closeJsonObject(object);
        return object.empty() ? "{}" : object;
    }
};

std::string numbersJson(std::span<const double> numbers)
{
    std::string list = "[";
    for (const double number : numbers) {
        list += (list.size() > 1 ? "," : "") + jsonNumber(number);
    }
    return list + ']';
}

bool sameButCase(std::string_view a, std::string_view b)
{
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

} // namespace

void GmlAttributes::begin()
{
    m_attributes.clear();
    m_places.clear();
}

void GmlAttributes::put(std::string name, Value value, bool isJson)
{
    const std::size_t place =
        placeOf(m_attributes, name, m_places, [](const Attribute &a) -> const std::string & { return a.name; });
    Attribute attribute{std::move(name), std::move(value), isJson, false};
    if (place == m_attributes.size()) {
        m_attributes.push_back(std::move(attribute));
        return;
    }
    Attribute &found = m_attributes[place];
    if (!found.isList) {
        found.value = '[' + jsonOf(found) + ']';
        found.isJson = found.isList = true;
    }
    std::string &list = std::get<std::string>(found.value);
    list.back() = ',';
    list += jsonOf(attribute);
    list += ']';
}

GmlAttributes::Value GmlAttributes::typed(const GmlTree &tree, GmlNode node, std::string_view text, bool real,
                                          bool integer) const
{
    std::int64_t whole = 0;
    double number = 0;
    if (integer && parse(text, whole)) {
        return whole;
    }
    if ((real || integer) && parse(text, number) && std::isfinite(number)) {
        return number;
    }
    if (real || integer) {
        m_context.report(Severity::Warning, "attribute",
                         QCoreApplication::translate("loci::formats", "\"%1\" is no number; it was kept as a text.")
                             .arg(toText(text)),
                         QStringLiteral("line %1").arg(tree.line(node)));
    }
    return std::string(text);
}

void GmlAttributes::addSimple(const GmlTree &tree, GmlNode property, const std::string &name)
{
    const std::string_view text = tree.text(property);
    const std::string_view unit = tree.attribute(property, GmlAttribute::Uom);
    const std::string &local = tree.name(property).local;
    double ignored = 0;
    const bool measured = !unit.empty() && parse(text, ignored); // lists of measures stay text
    put(name, typed(tree, property, text, measured || isOneOf(kReals, local), isOneOf(kIntegers, local)));
    if (!unit.empty() && !isMetre(unit)) {
        put(name + "_uom", std::string(unit));
    }
    const std::string_view meaning = m_codeLists.text(tree.attribute(property, GmlAttribute::CodeSpace), text);
    if (!meaning.empty()) {
        put(name + "_text", std::string(meaning));
    }
}

void GmlAttributes::addGeneric(const GmlTree &tree, GmlNode node)
{
    const std::string &kind = tree.name(node).local;
    const GmlNode nameElement = tree.child(node, "name");
    std::string name(nameElement == kNoNode ? tree.attribute(node, GmlAttribute::Name) : tree.text(nameElement));
    if (name.empty()) {
        name = kind;
    }
    if (sameButCase(kind, "genericAttributeSet")) {
        put(std::move(name), genericSet(tree, node), true);
        return;
    }
    const GmlNode value = tree.child(node, "value");
    if (value == kNoNode) {
        return;
    }
    const bool real = sameButCase(kind, "doubleAttribute") || sameButCase(kind, "measureAttribute");
    const std::string_view unit = tree.attribute(value, GmlAttribute::Uom);
    const std::string_view text = tree.text(value);
    put(name, typed(tree, value, text, real, sameButCase(kind, "intAttribute")));
    if (!unit.empty() && !isMetre(unit)) {
        put(name + "_uom", std::string(unit));
    }
    const std::string_view meaning = m_codeLists.text(tree.attribute(value, GmlAttribute::CodeSpace), text);
    if (!meaning.empty()) {
        put(name + "_text", std::string(meaning));
    }
}

std::string GmlAttributes::genericSet(const GmlTree &tree, GmlNode node)
{
    std::vector<Attribute> outer = std::exchange(m_attributes, {});
    auto outerPlaces = std::exchange(m_places, {});
    for (const GmlNode member : tree.children(node)) {
        if (tree.tag(member) == GmlTag::GenericAttribute) {
            addGeneric(tree, member);
            continue;
        }
        for (const GmlNode inner : tree.children(member)) { // CityGML 3: gen:genericAttribute/gen:StringAttribute
            if (tree.tag(inner) == GmlTag::GenericAttribute) {
                addGeneric(tree, inner);
            }
        }
    }
    std::string object;
    writeTo(object);
    m_attributes = std::move(outer);
    m_places = std::move(outerPlaces);
    closeJsonObject(object);
    return object.empty() ? "{}" : object;
}

void GmlAttributes::add(const GmlTree &tree, GmlNode property)
{
    const GmlName &name = tree.name(property);
    if (name.tag == GmlTag::GenericAttribute) {
        addGeneric(tree, property);
        return;
    }
    const GmlNode child = tree.firstChild(property);
    if (child == kNoNode) {
        if (!tree.text(property).empty()) {
            addSimple(tree, property, nameOf(name));
        } else if (const std::string_view link = tree.attribute(property, GmlAttribute::Href); !link.empty()) {
            put(nameOf(name), std::string(link));
        }
        return;
    }
    if (tree.tag(child) == GmlTag::GenericAttribute) { // CityGML 3: core:genericAttribute
        for (const GmlNode generic : tree.children(property)) {
            addGeneric(tree, generic);
        }
        return;
    }
    if (name.local.starts_with("adeOf")) { // CityGML 3: the properties of an extension, one element deeper
        for (const GmlNode extension : tree.children(property)) {
            for (const GmlNode inner : tree.children(extension)) {
                add(tree, inner);
            }
        }
        return;
    }
    if (const GmlNode value = tree.child(child, "value");
        name.local == "height" && value != kNoNode && !name.isForeign) {
        double height = 0; // CityGML 3 says which height; the ones before called it measuredHeight
        const bool known = std::any_of(m_attributes.begin(), m_attributes.end(),
                                       [](const Attribute &a) { return a.name == "measuredHeight"; });
        if (!known && parse(tree.text(value), height)) {
            put("measuredHeight", height);
        }
    }
    put(nameOf(name), json(tree, property), true);
}

std::string GmlAttributes::json(const GmlTree &tree, GmlNode node)
{
    const GmlNode child = tree.firstChild(node);
    if (child == kNoNode) {
        if (tree.tag(node) == GmlTag::Coordinates) {
            return numbersJson(tree.numbers(node));
        }
        const std::string_view text = tree.text(node);
        double number = 0;
        if (!tree.attribute(node, GmlAttribute::Uom).empty() && parse(text, number) && std::isfinite(number)) {
            return jsonNumber(number);
        }
        return jsonString(text.empty() ? tree.attribute(node, GmlAttribute::Href) : text);
    }
    // A property holds an object, which holds properties: the object's own level says nothing but its type.
    const bool isProperty = !tree.name(node).local.empty() && tree.name(node).local.front() >= 'a';
    if (isProperty && tree.next(child) == kNoNode && tree.name(child).local.front() < 'a') {
        std::string object = jsonMembers(tree, child);
        if (!sameButCase(tree.name(child).local, tree.name(node).local) && object.front() == '{') {
            const std::string type = "\"type\":" + jsonString(nameOf(tree.name(child)));
            object = object == "{}" ? '{' + type + '}' : '{' + type + ',' + object.substr(1);
        }
        return object;
    }
    return jsonMembers(tree, node);
}

std::string GmlAttributes::jsonMembers(const GmlTree &tree, GmlNode node)
{
    if (tree.firstChild(node) == kNoNode) {
        return json(tree, node);
    }
    Members members;
    for (const GmlNode member : tree.children(node)) {
        const std::string name = nameOf(tree.name(member));
        members.add(name, json(tree, member));
        const std::string_view unit = tree.attribute(member, GmlAttribute::Uom);
        if (!unit.empty() && !isMetre(unit)) {
            members.add(name + "_uom", jsonString(unit));
        }
        const std::string_view meaning =
            m_codeLists.text(tree.attribute(member, GmlAttribute::CodeSpace), tree.text(member));
        if (!meaning.empty()) {
            members.add(name + "_text", jsonString(meaning));
        }
    }
    return members.text();
}

std::string GmlAttributes::address(const GmlTree &tree, GmlNode node) const
{
    Members members;
    std::vector<GmlNode> open{node};
    while (!open.empty()) {
        const GmlNode element = open.back();
        open.pop_back();
        std::vector<GmlNode> inner;
        for (const GmlNode child : tree.children(element)) {
            inner.push_back(child);
        }
        open.insert(open.end(), inner.rbegin(), inner.rend());
        const std::string &local = tree.name(element).local;
        if (!inner.empty()) {
            continue;
        }
        const std::string &above = element == node ? local : tree.name(tree.parent(element)).local;
        const bool isPart = local == "NameElement" || local == "Name" || local == "Identifier";
        if (tree.tag(element) == GmlTag::Coordinates) {
            members.add("location", numbersJson(tree.numbers(element)));
        } else if (const std::string_view text = tree.text(element); !text.empty()) {
            members.add(isPart ? above : local == "Number" ? above + "Number" : local, jsonString(text));
        }
    }
    return members.text();
}

void GmlAttributes::writeTo(AttributeTable &table, ObjectIndex row) const
{
    for (const Attribute &attribute : m_attributes) {
        AttributeColumn &column = table.column(attribute.name);
        if (const auto *integer = std::get_if<std::int64_t>(&attribute.value)) {
            column.append(row, *integer);
        } else if (const auto *real = std::get_if<double>(&attribute.value)) {
            column.append(row, *real);
        } else if (attribute.isJson) {
            column.appendJson(row, std::get<std::string>(attribute.value));
        } else {
            column.appendText(row, std::get<std::string>(attribute.value));
        }
    }
}

void GmlAttributes::writeTo(std::string &jsonObject) const
{
    for (const Attribute &attribute : m_attributes) {
        appendJsonMember(jsonObject, attribute.name, jsonOf(attribute));
    }
}

} // namespace loci::formats
