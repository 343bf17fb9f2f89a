// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/jsonmembers.h"

namespace loci::city {

namespace {

class Walk
{
public:
    explicit Walk(std::string_view text) : m_text(text) {}

    bool take(char c)
    {
        skipBlanks();
        if (m_at < m_text.size() && m_text[m_at] == c) {
            ++m_at;
            return true;
        }
        return false;
    }

    bool string(std::string_view &inner)
    {
        skipBlanks();
        const std::size_t begin = m_at;
        if (!skipString()) {
            return false;
        }
        inner = m_text.substr(begin + 1, m_at - begin - 2);
        return true;
    }

    bool value(std::string_view &raw)
    {
        skipBlanks();
        const std::size_t begin = m_at;
        int depth = 0;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"') {
                if (!skipString()) {
                    return false;
                }
                continue;
            }
            if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
                break;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            ++m_at;
        }
        std::size_t end = m_at;
        while (end > begin && isBlank(m_text[end - 1])) {
            --end;
        }
        raw = m_text.substr(begin, end - begin);
        return depth == 0 && !raw.empty();
    }

private:
    static bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at])) {
            ++m_at;
        }
    }
    bool skipString()
    {
        if (m_at >= m_text.size() || m_text[m_at] != '"') {
            return false;
        }
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '\\') {
                ++m_at;
            } else if (m_text[m_at] == '"') {
                ++m_at;
                return true;
            }
        }
        return false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

bool eachJsonMember(std::string_view object, const JsonMemberVisit &visit)
{
    Walk walk(object);
    if (!walk.take('{')) {
        return false;
    }
    if (walk.take('}')) {
        return true;
    }
    do {
        std::string_view key, value;
        if (!walk.string(key) || !walk.take(':') || !walk.value(value)) {
            return false;
        }
        visit(key, value);
    } while (walk.take(','));
    return walk.take('}');
}

bool eachJsonItem(std::string_view array, const JsonItemVisit &visit)
{
    Walk walk(array);
    if (!walk.take('[')) {
        return false;
    }
    if (walk.take(']')) {
        return true;
    }
    do {
        std::string_view value;
        if (!walk.value(value)) {
            return false;
        }
        visit(value);
    } while (walk.take(','));
    return walk.take(']');
}

std::string_view jsonMember(std::string_view object, std::string_view key)
{
    std::string_view found;
    eachJsonMember(object, [&](std::string_view name, std::string_view value) {
        if (name == key) {
            found = value;
        }
    });
    return found;
}

std::string changedJsonMember(std::string_view object, std::string_view key, const JsonChange &change)
{
    if (jsonMember(object, key).empty()) {
        return std::string(object);
    }
    std::string text;
    eachJsonMember(object, [&](std::string_view name, std::string_view value) {
        const std::string changed = name == key ? change(value) : std::string(value);
        if (changed.empty()) {
            return;
        }
        text += text.empty() ? "{\"" : ",\"";
        text += name;
        text += "\":";
        text += changed;
    });
    return text.empty() ? std::string() : text + '}';
}

std::string changedJsonItems(std::string_view arrayOrValue, const JsonChange &change)
{
    if (arrayOrValue.empty() || arrayOrValue.front() != '[') {
        return change(arrayOrValue);
    }
    std::string text = "[";
    eachJsonItem(arrayOrValue, [&](std::string_view value) {
        const std::string changed = change(value);
        if (!changed.empty()) {
            text += text.size() > 1 ? "," : "";
            text += changed;
        }
    });
    return text + ']';
}

} // namespace loci::city
