// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/citygml/gmltree.h"

#include <QString>
#include <functional>
#include <memory>

namespace loci::formats {

/// Cuts a GML document into its members while the bytes come in: each child of the root (or of a collection below it)
/// becomes a GmlTree, is handed out and forgotten. Nothing outside the bytes is ever touched: no document type, no
/// entity and no schema is fetched, and a document that declares entities of its own is refused.
class GmlScanner
{
public:
    using MemberFunction = std::function<void(GmlTree &)>;

    GmlScanner(GmlNames &names, MemberFunction member);
    ~GmlScanner();
    GmlScanner(const GmlScanner &) = delete;
    GmlScanner &operator=(const GmlScanner &) = delete;

    /// Room for up to `bytes`, to be filled and given to parse(); null when memory is short.
    char *buffer(int bytes);
    /// False when the document is damaged from here on (error()), or refused; no more bytes then.
    bool parse(int bytes, bool last);
    /// After damage: hands out what the open member has so far.
    void endEarly();

    struct Fault
    {
        QString message; ///< translated
        std::uint64_t line = 0;
        bool refused = false; ///< entities: nothing of the document may be used
    };
    const Fault &fault() const { return m_fault; }
    /// The root's name, null before it; and the namespaces that it declares, by prefix.
    const GmlName *root() const { return m_root; }
    std::string_view rootId() const { return m_rootId; }
    const std::vector<std::pair<std::string, std::string>> &namespaces() const { return m_namespaces; }
    std::uint32_t tooDeep() const { return m_tooDeep; } ///< elements left out because they are nested too deeply
    bool hasDoctype() const { return m_hasDoctype; }

private:
    struct Callbacks; // expat's C functions
    struct ParserDeleter
    {
        void operator()(void *parser) const;
    };
    void start(const char *raw, const char **attributes);
    void end();
    void text(const char *bytes, int length);
    void refuse(const QString &why);
    std::uint32_t nameNumber(std::string_view raw);
    void bind(std::string_view prefix, std::string_view space);
    void unbind();
    void countLines(std::int64_t until); ///< expat's own count reads every byte twice
    std::uint32_t lineHere();

    std::unique_ptr<void, ParserDeleter> m_parser;
    GmlNames &m_names;
    MemberFunction m_member;
    GmlTree m_tree;
    std::vector<std::pair<GmlNode, GmlNode>> m_open; ///< open elements of the member, each with its last child
    std::string m_text, m_rawName;
    const GmlName *m_root = nullptr;
    std::string m_rootId;
    std::vector<std::pair<std::string, std::string>> m_namespaces; ///< of the root
    struct Binding
    {
        std::string prefix, space;
        std::size_t depth; ///< of the element that declares it
    };
    std::vector<Binding> m_bindings; ///< the last one of a prefix counts
    std::unordered_map<std::string, std::uint32_t>
        m_rawNames; ///< "bldg:Building" to its number, until a prefix changes
    std::size_t m_depth = 0;
    std::uint32_t m_collections = 0; ///< open elements above the members
    std::uint32_t m_skipped = 0;     ///< open elements below the deepest that is kept
    std::uint32_t m_tooDeep = 0;
    bool m_hasDoctype = false;
    const char *m_bytes = nullptr;                ///< the piece that is parsed
    std::int64_t m_pieceStart = 0, m_counted = 0; ///< places in the document
    std::int64_t m_pieceSize = 0;
    std::uint32_t m_line = 1; ///< at m_counted
    Fault m_fault;
};

} // namespace loci::formats
