// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/citygml/gmlscanner.h"

#include <QCoreApplication>
#include <algorithm>
#include <expat.h>

namespace loci::formats {

namespace {

constexpr std::size_t kDeepest = 128;                      ///< elements below a member; real ones have about 20
constexpr std::size_t kLongestText = std::size_t(1) << 30; ///< of one element

template <class Deleter>
XML_Parser parserOf(const std::unique_ptr<void, Deleter> &pointer)
{
    return static_cast<XML_Parser>(pointer.get());
}

/// Elements that only hold members: their children are the members.
bool isCollection(const GmlName &name)
{
    return name.local == "featureMembers" || name.local == "members" || name.local == "cityObjectMembers" ||
           name.local == "primalSpaceFeatures" || name.local == "PrimalSpaceFeatures";
}

/// Windows' Latin letters, which old writers declare; everything else expat knows or is refused.
int unknownEncoding(void *, const XML_Char *name, XML_Encoding *encoding)
{
    static constexpr int kHigh[32] = {0x20AC, -1,     0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, -1,     0x017D, -1,
                                      -1,     0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, -1,     0x017E, 0x0178};
    if (QString::fromLatin1(name).compare(QLatin1String("windows-1252"), Qt::CaseInsensitive) != 0) {
        return XML_STATUS_ERROR;
    }
    for (int i = 0; i < 256; ++i) {
        encoding->map[i] = i >= 0x80 && i < 0xA0 ? kHigh[i - 0x80] : i;
    }
    encoding->data = nullptr;
    encoding->convert = nullptr;
    encoding->release = nullptr;
    return XML_STATUS_OK;
}

} // namespace

struct GmlScanner::Callbacks
{
    static GmlScanner *scanner(void *data) { return static_cast<GmlScanner *>(data); }
    static void start(void *data, const XML_Char *name, const XML_Char **attributes)
    {
        scanner(data)->start(name, attributes);
    }
    static void end(void *data, const XML_Char *) { scanner(data)->end(); }
    static void text(void *data, const XML_Char *bytes, int length) { scanner(data)->text(bytes, length); }
    static void doctype(void *data, const XML_Char *, const XML_Char *, const XML_Char *, int)
    {
        scanner(data)->m_hasDoctype = true;
    }
    static void entity(void *data, const XML_Char *, int, const XML_Char *, int, const XML_Char *, const XML_Char *,
                       const XML_Char *, const XML_Char *)
    {
        scanner(data)->refuse(QCoreApplication::translate(
            "loci::formats", "it declares XML entities, which could fetch or multiply data; they are not read"));
    }
};

void GmlScanner::ParserDeleter::operator()(void *parser) const
{
    XML_ParserFree(static_cast<XML_Parser>(parser));
}

GmlScanner::GmlScanner(GmlNames &names, MemberFunction member)
    : m_parser(XML_ParserCreate(nullptr))
    , m_names(names)
    , m_member(std::move(member))
    , m_tree(names)
{
    const XML_Parser parser = parserOf(m_parser);
    if (parser == nullptr) {
        return;
    }
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, Callbacks::start, Callbacks::end);
    XML_SetCharacterDataHandler(parser, Callbacks::text);
    XML_SetStartDoctypeDeclHandler(parser, Callbacks::doctype);
    XML_SetEntityDeclHandler(parser, Callbacks::entity);
    XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_NEVER);
    XML_SetUnknownEncodingHandler(parser, unknownEncoding, nullptr);
}

GmlScanner::~GmlScanner() = default;

char *GmlScanner::buffer(int bytes)
{
    char *room = m_parser == nullptr ? nullptr : static_cast<char *>(XML_GetBuffer(parserOf(m_parser), bytes));
    m_bytes = room;
    return room;
}

bool GmlScanner::parse(int bytes, bool last)
{
    const XML_Parser parser = parserOf(m_parser);
    m_pieceSize = bytes;
    const bool good = XML_ParseBuffer(parser, bytes, last ? 1 : 0) == XML_STATUS_OK;
    if (good) {
        countLines(m_pieceStart + m_pieceSize);
        m_pieceStart += m_pieceSize;
        return true;
    }
    if (!m_fault.refused) {
        m_fault.line = lineHere();
        m_fault.message = QString::fromLatin1(XML_ErrorString(XML_GetErrorCode(parser)));
    }
    return false;
}

void GmlScanner::refuse(const QString &why)
{
    m_fault = {why, lineHere(), true};
    XML_StopParser(parserOf(m_parser), XML_FALSE);
}

void GmlScanner::countLines(std::int64_t until)
{
    const std::int64_t from = std::max(m_counted, m_pieceStart);
    until = std::min(until, m_pieceStart + m_pieceSize);
    if (until > from) {
        m_line += static_cast<std::uint32_t>(
            std::count(m_bytes + (from - m_pieceStart), m_bytes + (until - m_pieceStart), '\n'));
        m_counted = until;
    }
}

std::uint32_t GmlScanner::lineHere()
{
    countLines(XML_GetCurrentByteIndex(parserOf(m_parser)));
    return m_line;
}

void GmlScanner::bind(std::string_view prefix, std::string_view space)
{
    const auto known = std::find_if(m_bindings.rbegin(), m_bindings.rend(),
                                    [prefix](const Binding &binding) { return binding.prefix == prefix; });
    if (known == m_bindings.rend() || known->space != space) {
        m_bindings.push_back({std::string(prefix), std::string(space), m_depth});
        m_rawNames.clear();
    }
}

void GmlScanner::unbind()
{
    while (!m_bindings.empty() && m_bindings.back().depth > m_depth) {
        m_bindings.pop_back();
        m_rawNames.clear();
    }
}

std::uint32_t GmlScanner::nameNumber(std::string_view raw)
{
    m_rawName = raw;
    const auto [entry, isNew] = m_rawNames.try_emplace(m_rawName, 0);
    if (isNew) {
        const std::size_t colon = raw.find(':');
        const std::string_view prefix = colon == std::string_view::npos ? std::string_view() : raw.substr(0, colon);
        const auto bound = std::find_if(m_bindings.rbegin(), m_bindings.rend(),
                                        [prefix](const Binding &binding) { return binding.prefix == prefix; });
        const std::string local(colon == std::string_view::npos ? raw : raw.substr(colon + 1));
        std::string triplet = bound == m_bindings.rend() ? std::string() : bound->space;
        entry->second =
            m_names.intern(triplet + GmlNames::kSeparator + local + GmlNames::kSeparator + std::string(prefix));
    }
    return entry->second;
}

void GmlScanner::start(const char *raw, const char **attributes)
{
    ++m_depth;
    if (m_skipped > 0 || m_open.size() >= kDeepest) {
        ++m_skipped;
        ++m_tooDeep;
        return;
    }
    for (const char **a = attributes; *a != nullptr; a += 2) {
        if (std::string_view key(*a); key.starts_with("xmlns") && (key.size() == 5 || key[5] == ':')) {
            key.remove_prefix(key.size() == 5 ? 5 : 6);
            bind(key, a[1]);
            if (m_root == nullptr) {
                m_namespaces.emplace_back(key, a[1]);
            }
        }
    }
    const std::uint32_t number = nameNumber(raw);
    const GmlName &info = m_names.at(number);
    const auto each = [attributes](const auto &use) {
        for (const char **a = attributes; *a != nullptr; a += 2) {
            const std::string_view key(*a);
            const std::size_t colon = key.find(':');
            use(gmlAttribute(colon == std::string_view::npos ? key : key.substr(colon + 1)), std::string_view(a[1]));
        }
    };
    if (m_root == nullptr) {
        m_root = &info;
        m_collections = 1;
        each([this](GmlAttribute which, std::string_view value) {
            if (which == GmlAttribute::Id) {
                m_rootId = value;
            }
        });
        return;
    }
    if (m_open.empty() && isCollection(info)) {
        ++m_collections;
        return;
    }
    GmlNode parent = kNoNode;
    GmlNode before = kNoNode;
    if (!m_open.empty()) {
        std::tie(parent, before) = m_open.back();
    }
    const GmlNode node = m_tree.open(number, parent, before, lineHere());
    if (!m_open.empty()) {
        m_open.back().second = node;
    }
    m_open.emplace_back(node, kNoNode);
    each([this](GmlAttribute which, std::string_view value) {
        if (which != GmlAttribute::Other) {
            m_tree.addAttribute(which, value);
        }
    });
    m_text.clear();
}

void GmlScanner::end()
{
    --m_depth;
    unbind();
    if (m_skipped > 0) {
        --m_skipped;
        return;
    }
    if (m_open.empty()) {
        m_collections -= m_collections > 0 ? 1 : 0;
        return;
    }
    const auto [node, lastChild] = m_open.back();
    if (lastChild == kNoNode && !m_text.empty()) {
        m_tree.setText(node, m_text);
    }
    m_text.clear();
    m_open.pop_back();
    if (m_open.empty()) {
        m_member(m_tree);
        m_tree.clear();
    }
}

void GmlScanner::text(const char *bytes, int length)
{
    if (m_skipped == 0 && !m_open.empty() && m_open.back().second == kNoNode && m_text.size() < kLongestText) {
        m_text.append(bytes, static_cast<std::size_t>(length));
    }
}

void GmlScanner::endEarly()
{
    if (m_open.empty()) {
        return;
    }
    m_tree.setBroken(m_open.back().first); // numbers may be cut in the middle
    m_open.clear();
    m_member(m_tree);
    m_tree.clear();
}

} // namespace loci::formats
