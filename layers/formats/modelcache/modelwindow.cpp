// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelcache/modelwindow.h"

#include "layers/domain/city/modelfinish.h"
#include "layers/formats/modelcache/geometrypicker.h"

#include <algorithm>
#include <numeric>

namespace loci::formats::modelcache {

using namespace loci::city;

namespace {

/// One question to a kept model.
class WindowReader
{
public:
    explicit WindowReader(const CacheFile &file) : m_file(file), m_rows(file), m(std::make_shared<CityModel>()) {}

    bool open()
    {
        const auto bytes = m_file.readBytes(Section::Head);
        auto head = bytes ? CacheHead::fromBytes({bytes.get(), static_cast<std::size_t>(m_file.bytes(Section::Head))})
                          : std::nullopt;
        if (!head) {
            return false;
        }
        m_head = std::move(*head);
        m_head.apply(*m);
        for (const std::uint32_t number : {0U, 1U}) {
            GeometryStore &store = number == 0 ? m->geometry : m->templates;
            for (const std::string &name : m_head.themes[number].materials) {
                store.materialThemes.push_back({name, {}});
            }
            for (const std::string &name : m_head.themes[number].textures) {
                store.textureThemes.push_back({name, {}, {}, {}});
            }
        }
        m_objects =
            static_cast<std::uint32_t>(std::min<std::size_t>(m_rows.count<std::uint32_t>(Section::ObjectType), kNone));
        return m->typeNames.size() == m_head.typeNames.size() && m->lodNames.size() == m_head.lodNames.size();
    }

    std::vector<ObjectIndex> inWindow(const Box3 &window)
    {
        std::vector<ObjectIndex> found;
        const auto items = static_cast<std::uint32_t>(
            std::min<std::size_t>(m_rows.count<std::uint32_t>(Section::TreeObjects), kNone - 1));
        if (window.isEmpty()) {
            return found;
        }
        std::vector<Box2> boxes;
        const bool searched = searchPacked(
            items, {window.min.x, window.min.y, window.max.x, window.max.y},
            [&](std::uint32_t first, std::uint32_t count) {
                boxes.clear();
                m_rows.append(Section::TreeBoxes, 0, first, count, boxes);
                return std::span<const Box2>(boxes);
            },
            [&](std::uint32_t item) { found.push_back(m_rows.at<ObjectIndex>(Section::TreeObjects, 0, item)); });
        if (!searched) {
            m_rows.fail();
        }
        return found;
    }

    std::vector<ObjectIndex> byId(std::string_view id)
    {
        std::uint64_t low = 0, high = m_objects;
        while (low < high && m_rows.good()) {
            const std::uint64_t middle = low + (high - low) / 2;
            if (idOf(m_rows.at<ObjectIndex>(Section::ObjectsById, 0, middle)) < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        const bool inside = low < m_objects && m_rows.good();
        const ObjectIndex o = inside ? m_rows.at<ObjectIndex>(Section::ObjectsById, 0, low) : kNone;
        return inside && idOf(o) == id ? std::vector{o} : std::vector<ObjectIndex>();
    }

    std::vector<ObjectIndex> all() const
    {
        std::vector<ObjectIndex> objects(m_objects);
        std::iota(objects.begin(), objects.end(), 0U);
        return objects;
    }

    /// The families of some objects, ascending.
    std::vector<ObjectIndex> families(const std::vector<ObjectIndex> &some)
    {
        std::vector<ObjectIndex> family;
        std::unordered_map<ObjectIndex, bool> seen;
        const auto take = [&](ObjectIndex o) {
            if (seen.try_emplace(o, true).second) {
                family.push_back(o);
            }
        };
        for (const ObjectIndex o : some) {
            take(rootOf(o));
            take(o); // in a circle of parents the root may be anybody
        }
        for (std::size_t i = 0; i < family.size() && m_rows.good(); ++i) {
            if (!isGroup(family[i])) {
                for (const ObjectIndex child : childrenOf(family[i])) {
                    take(child);
                }
            }
        }
        std::sort(family.begin(), family.end());
        return family;
    }

    /// Those of the types, and what they are parts of; ascending.
    std::vector<ObjectIndex> ofTypes(const std::vector<ObjectIndex> &some, const std::vector<std::string> &types)
    {
        if (types.empty()) {
            return some;
        }
        std::vector<ObjectIndex> kept;
        for (const ObjectIndex o : some) {
            if (std::find(types.begin(), types.end(), typeName(o)) == types.end()) {
                continue;
            }
            ObjectIndex up = o;
            for (int level = 0; level < kDeepest && up != kNone && (up == o || !isGroup(up)) && m_rows.good();
                 ++level) {
                kept.push_back(up);
                up = m_rows.at<ObjectIndex>(Section::ObjectParent, 0, up);
            }
        }
        std::sort(kept.begin(), kept.end());
        kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
        return kept;
    }

    std::optional<CityModelPtr> build(const std::vector<ObjectIndex> &objects, const WindowQuery &query)
    {
        GeometryPicker picker(m_rows, m_head, *m);
        const auto newOf = [&objects](ObjectIndex old) {
            const auto found = std::lower_bound(objects.begin(), objects.end(), old);
            return found != objects.end() && *found == old ? static_cast<ObjectIndex>(found - objects.begin()) : kNone;
        };
        for (ObjectIndex row = 0; row < objects.size() && m_rows.good(); ++row) {
            const ObjectIndex old = objects[row];
            m->objectIds.push_back(idOf(old));
            m->objectType.push_back(m_rows.at<std::uint32_t>(Section::ObjectType, 0, old));
            if (m->objectType.back() >= m_head.typeNames.size()) {
                m_rows.fail();
                break;
            }
            m->objectParent.push_back(newOf(m_rows.at<ObjectIndex>(Section::ObjectParent, 0, old)));
            addChildren(old, newOf);
            addGeometries(old, row, query.lods, picker);
        }
        if (m_rows.good()) {
            addAttributes(objects, query.attributes);
            addExtra(objects);
            picker.finish();
        }
        if (!m_rows.good()) {
            return std::nullopt;
        }
        m->buildIndex();
        return std::move(m);
    }

    bool good() const { return m_rows.good(); }

private:
    static constexpr int kDeepest = 64;

    std::string idOf(ObjectIndex o) { return m_rows.text(Section::ObjectIdEnds, Section::ObjectIdBytes, o); }
    std::string_view typeName(ObjectIndex o)
    {
        const auto type = m_rows.at<std::uint32_t>(Section::ObjectType, 0, o);
        return m_rows.good() && type < m_head.typeNames.size() ? std::string_view(m_head.typeNames[type])
                                                               : std::string_view();
    }
    bool isGroup(ObjectIndex o) { return typeName(o) == "CityObjectGroup"; }
    ObjectIndex rootOf(ObjectIndex o)
    {
        ObjectIndex root = o;
        for (int level = 0; level < kDeepest && m_rows.good(); ++level) {
            const auto parent = m_rows.at<ObjectIndex>(Section::ObjectParent, 0, root);
            if (parent == kNone || parent == o || isGroup(parent)) {
                break;
            }
            root = parent;
        }
        return root;
    }
    std::vector<ObjectIndex> childrenOf(ObjectIndex o)
    {
        const auto range = m_rows.at<IndexRange>(Section::ObjectChildren, 0, o);
        std::vector<ObjectIndex> children;
        if (range.begin <= range.end) {
            m_rows.append(Section::Children, 0, range.begin, range.size(), children);
        }
        return children;
    }

    template <class NewOf>
    void addChildren(ObjectIndex old, const NewOf &newOf)
    {
        const auto begin = static_cast<std::uint32_t>(m->children.size());
        for (const ObjectIndex child : childrenOf(old)) {
            if (const ObjectIndex made = newOf(child); made != kNone) {
                m->children.push_back(made);
            }
        }
        m->objectChildren.push_back({begin, static_cast<std::uint32_t>(m->children.size())});
        if (m->children.size() > m_rows.count<ObjectIndex>(Section::Children)) {
            m_rows.fail(); // ranges that overlap
        }
    }

    void addGeometries(ObjectIndex old, ObjectIndex row, const std::vector<std::string> &lods, GeometryPicker &picker)
    {
        const auto range = m_rows.at<IndexRange>(Section::ObjectGeometries, 0, old);
        const auto begin = static_cast<std::uint32_t>(m->geometry.geometries.size());
        std::vector<Geometry> geometries;
        if (range.begin > range.end) {
            m_rows.fail();
        }
        m_rows.append(Section::Geometries, 0, range.begin, range.size(), geometries);
        for (const Geometry &geometry : geometries) {
            const std::uint32_t lod = lods.empty() ? kNone : picker.lodOf(geometry);
            const bool wanted =
                lods.empty() || (lod < m_head.lodNames.size() &&
                                 std::find(lods.begin(), lods.end(), m_head.lodNames[lod]) != lods.end());
            if (wanted && m_rows.good()) {
                picker.add(geometry, row);
            }
        }
        m->objectGeometries.push_back({begin, static_cast<std::uint32_t>(m->geometry.geometries.size())});
        if (m->geometry.geometries.size() > m_rows.count<Geometry>(Section::Geometries)) {
            m_rows.fail();
        }
    }

    void addAttributes(const std::vector<ObjectIndex> &objects, const std::optional<std::vector<std::string>> &wanted)
    {
        const auto texts = m->attributes.sharedTexts();
        for (std::uint32_t c = 0; c < m_head.columns.size() && m_rows.good(); ++c) {
            const ColumnHead &head = m_head.columns[c];
            if (wanted && std::find(wanted->begin(), wanted->end(), head.name) == wanted->end()) {
                continue;
            }
            AttributeColumn::Values values;
            std::uint64_t place = 0;
            const std::uint64_t count = m_rows.count<std::uint32_t>(Section::ColumnRows, c);
            for (ObjectIndex row = 0; row < objects.size() && m_rows.good(); ++row) {
                place = m_rows.lowerBound(Section::ColumnRows, c, place, objects[row]);
                if (place == count || m_rows.at<std::uint32_t>(Section::ColumnRows, c, place) != objects[row]) {
                    continue;
                }
                values.rows.push_back(row);
                addValue(head.kind, c, place, *texts, values);
            }
            if (!m->attributes.add({head.name, texts, head.kind, std::move(values)})) {
                m_rows.fail();
            }
        }
    }

    void addValue(AttributeColumn::Kind kind, std::uint32_t c, std::uint64_t place, StringPool &texts,
                  AttributeColumn::Values &values)
    {
        switch (kind) {
        case AttributeColumn::Kind::Integer:
            values.integers.push_back(m_rows.at<std::int64_t>(Section::ColumnIntegers, c, place));
            break;
        case AttributeColumn::Kind::Real:
            values.reals.push_back(m_rows.at<double>(Section::ColumnReals, c, place));
            break;
        case AttributeColumn::Kind::Boolean:
            values.texts.push_back(m_rows.at<std::uint32_t>(Section::ColumnTexts, c, place) != 0 ? 1 : 0);
            break;
        case AttributeColumn::Kind::Text:
        case AttributeColumn::Kind::Json:
            values.texts.push_back(texts.intern(m_rows.text(Section::TextEnds, Section::TextBytes,
                                                            m_rows.at<std::uint32_t>(Section::ColumnTexts, c, place))));
            break;
        }
    }

    void addExtra(const std::vector<ObjectIndex> &objects)
    {
        std::uint64_t place = 0;
        const std::uint64_t count = m_rows.count<std::uint32_t>(Section::ExtraObjects);
        for (ObjectIndex row = 0; row < objects.size() && m_rows.good(); ++row) {
            place = m_rows.lowerBound(Section::ExtraObjects, 0, place, objects[row]);
            if (place < count && m_rows.at<std::uint32_t>(Section::ExtraObjects, 0, place) == objects[row]) {
                m->objectExtra.emplace_back(row, m_rows.text(Section::ExtraEnds, Section::ExtraBytes, place));
            }
        }
    }

    const CacheFile &m_file;
    RowReader m_rows;
    CacheHead m_head;
    std::shared_ptr<CityModel> m;
    std::uint32_t m_objects = 0;
};

} // namespace

std::optional<CityModelPtr> readWindow(const CacheFile &file, const WindowQuery &query)
{
    WindowReader reader(file);
    if (!reader.open()) {
        return std::nullopt;
    }
    const auto objects = query.window ? reader.families(reader.inWindow(*query.window)) : reader.all();
    return reader.good() ? reader.build(reader.ofTypes(objects, query.types), query) : std::nullopt;
}

std::optional<CityModelPtr> readObject(const CacheFile &file, std::string_view id)
{
    WindowReader reader(file);
    return reader.open() ? reader.build(reader.families(reader.byId(id)), {}) : std::nullopt;
}

std::optional<ObjectIndexTree> readTree(const CacheFile &file)
{
    std::vector<Box2> boxes;
    std::vector<ObjectIndex> objects;
    if (!file.read(Section::TreeBoxes, 0, boxes) || !file.read(Section::TreeObjects, 0, objects)) {
        return std::nullopt;
    }
    return ObjectIndexTree::fromArrays(std::move(boxes), std::move(objects),
                                       static_cast<std::uint32_t>(file.count<std::uint32_t>(Section::ObjectType)));
}

} // namespace loci::formats::modelcache
