// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/objectlinks.h"

#include <algorithm>

namespace loci::formats {

using namespace loci::city;

namespace {
constexpr const char *kCode = "parents_children_consistency";
}

void ObjectLinks::add(ObjectIndex object, std::string_view id, bool child)
{
    m_links.push_back(
        {object, static_cast<std::uint32_t>(m_text.size()), static_cast<std::uint32_t>(id.size()), child});
    m_text += id;
}

std::vector<ObjectLinks::Pair> ObjectLinks::pairs(ReadContext &context) const
{
    std::vector<Pair> found;
    found.reserve(m_links.size());
    for (const Link &link : m_links) {
        const std::string_view id = std::string_view(m_text).substr(link.text, link.length);
        const ObjectIndex other = context.model.find(id);
        context.currentObject = context.model.objectIds[link.object];
        if (other == kNone) {
            context.report(Severity::Error, kCode,
                           (link.child
                                ? QCoreApplication::translate("loci::formats", "Its child \"%1\" does not exist.")
                                : QCoreApplication::translate("loci::formats", "Its parent \"%1\" does not exist."))
                               .arg(toText(id)));
        } else if (other == link.object) {
            context.report(Severity::Error, kCode,
                           QCoreApplication::translate("loci::formats", "It is its own parent or child."));
        } else {
            const auto order = static_cast<std::uint32_t>(found.size());
            found.push_back(link.child ? Pair{link.object, other, order, true}
                                       : Pair{other, link.object, order, false});
        }
    }
    return found;
}

void ObjectLinks::reportOneSided(ReadContext &context, const std::vector<Pair> &pairs)
{
    for (std::size_t i = 0; i < pairs.size();) {
        std::size_t end = i;
        bool byParent = false, byChild = false;
        for (; end < pairs.size() && pairs[end].parent == pairs[i].parent && pairs[end].child == pairs[i].child;
             ++end) {
            byParent = byParent || pairs[end].stated;
            byChild = byChild || !pairs[end].stated;
        }
        const std::string &parent = context.model.objectIds[pairs[i].parent];
        const std::string &child = context.model.objectIds[pairs[i].child];
        if (!byChild) {
            context.currentObject = parent;
            context.report(Severity::Error, kCode,
                           QCoreApplication::translate("loci::formats", "Its child \"%1\" does not name it as parent.")
                               .arg(toText(child)));
        } else if (!byParent) {
            context.currentObject = child;
            context.report(Severity::Error, kCode,
                           QCoreApplication::translate("loci::formats", "Its parent \"%1\" does not name it as child.")
                               .arg(toText(parent)));
        }
        i = end;
    }
}

void ObjectLinks::breakCircles(ReadContext &context)
{
    CityModel &model = context.model;
    std::vector<std::uint32_t> visit(model.objectCount(), 0); // number of the walk that came by
    for (ObjectIndex start = 0; start < model.objectCount(); ++start) {
        ObjectIndex o = start;
        while (o != kNone && visit[o] == 0) {
            visit[o] = start + 1;
            const ObjectIndex parent = model.objectParent[o];
            if (parent != kNone && visit[parent] == start + 1) {
                context.currentObject = model.objectIds[o];
                context.report(Severity::Error, kCode,
                               QCoreApplication::translate("loci::formats", "It is among its own ancestors."));
                model.objectParent[o] = kNone;
                break;
            }
            o = parent;
        }
    }
}

void ObjectLinks::resolve(ReadContext &context)
{
    CityModel &model = context.model;
    std::vector<Pair> all = pairs(context);
    m_links = {};
    m_text = {};
    for (const bool byParent : {false, true}) { // what a child says of itself goes first: groups list members too
        for (const Pair &pair : all) {
            if (pair.stated == byParent && model.objectParent[pair.child] == kNone) {
                model.objectParent[pair.child] = pair.parent;
            }
        }
    }
    std::sort(all.begin(), all.end(), [](const Pair &a, const Pair &b) {
        return a.parent != b.parent ? a.parent < b.parent : a.child != b.child ? a.child < b.child : a.order < b.order;
    });
    reportOneSided(context, all);
    all.erase(std::unique(all.begin(), all.end(),
                          [](const Pair &a, const Pair &b) { return a.parent == b.parent && a.child == b.child; }),
              all.end());
    std::sort(all.begin(), all.end(), [](const Pair &a, const Pair &b) {
        return a.parent != b.parent ? a.parent < b.parent : a.order < b.order;
    });
    model.objectChildren.assign(model.objectCount(), {});
    model.children.reserve(all.size());
    for (const Pair &pair : all) {
        IndexRange &range = model.objectChildren[pair.parent];
        if (range.isEmpty()) {
            range.begin = static_cast<std::uint32_t>(model.children.size());
        }
        model.children.push_back(pair.child);
        range.end = static_cast<std::uint32_t>(model.children.size());
    }
    breakCircles(context);
}

} // namespace loci::formats
