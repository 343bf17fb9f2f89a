// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/readcontext.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace loci::formats {

/// Code lists (GML dictionaries) beside the document: the text of a code. Only files below the document's folder are
/// read; of a path that leads out of it ("../../codelists/X.xml", as PLATEAU writes) only the file of that name in the
/// folder "codelists" beside the document.
class GmlCodeLists
{
public:
    explicit GmlCodeLists(ReadContext &context) : m_context(context) {}

    /// Empty when the list is not there or does not have the code. Views stay valid.
    std::string_view text(std::string_view codeSpace, std::string_view code);

private:
    using List = std::unordered_map<std::string, std::string>;
    const List &list(std::string_view codeSpace);
    QString pathOf(std::string_view codeSpace) const;

    ReadContext &m_context;
    std::map<std::string, List, std::less<>> m_lists;
};

} // namespace loci::formats
