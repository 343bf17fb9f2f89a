// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/heritage/concepts.h"

#include "layers/workspace/heritage/thesauri.h"

#include <QRegularExpression>
#include <algorithm>

namespace loci::workspace {

using loci::heritage::Choice;
using loci::heritage::LanguageText;
using loci::heritage::LocalText;
using loci::heritage::Term;
using loci::heritage::Thesaurus;

namespace {

LocalText localText(const std::vector<LanguageText> &texts)
{
    LocalText local;
    for (const LanguageText &text : texts) {
        const QString language = text.language.isEmpty() ? QStringLiteral("en") : text.language.left(2).toLower();
        if (!local.byLanguage.contains(language)) {
            local.byLanguage.insert(language, text.text);
        }
    }
    return local;
}

class Lister
{
public:
    Lister(const Thesaurus &thesaurus, const QString &language)
        : m_thesaurus(thesaurus)
        , m_language(language)
        , m_listed(thesaurus.terms().size(), false)
    {}

    std::vector<Choice> list()
    {
        m_choices.reserve(m_thesaurus.terms().size() + 1);
        Choice group;
        group.code = m_thesaurus.uri;
        group.label = localText(m_thesaurus.titles);
        if (group.label.byLanguage.isEmpty()) {
            group.label.byLanguage.insert(QStringLiteral("en"), m_thesaurus.title(m_language));
        }
        group.help = localText(m_thesaurus.descriptions);
        group.scheme = m_thesaurus.uri;
        group.isGroup = true;
        m_choices.push_back(std::move(group));
        add(m_thesaurus.roots(m_language), m_thesaurus.uri);
        for (std::size_t i = 0; i < m_listed.size(); ++i) { // terms of a circle that no root leads to
            add({static_cast<int>(i)}, m_thesaurus.uri);
        }
        return std::move(m_choices);
    }

private:
    struct Waiting
    {
        int term;
        QString parent;
    };

    void add(std::vector<int> terms, const QString &parent)
    {
        std::vector<Waiting> waiting;
        push(std::move(terms), parent, waiting);
        while (!waiting.empty()) {
            const Waiting next = waiting.back();
            waiting.pop_back();
            if (m_listed[static_cast<std::size_t>(next.term)]) {
                continue;
            }
            m_listed[static_cast<std::size_t>(next.term)] = true;
            m_choices.push_back(choiceOf(next.term, next.parent));
            push(m_thesaurus.children(next.term, m_language), m_thesaurus.at(next.term).uri, waiting);
        }
    }
    /// The last one waits on top, so they go in backwards: living terms come first, then deprecated ones.
    void push(std::vector<int> terms, const QString &parent, std::vector<Waiting> &waiting) const
    {
        std::stable_partition(terms.begin(), terms.end(),
                              [this](int term) { return !m_thesaurus.at(term).deprecated; });
        waiting.reserve(waiting.size() + terms.size());
        for (auto term = terms.rbegin(); term != terms.rend(); ++term) {
            waiting.push_back({*term, parent});
        }
    }
    Choice choiceOf(int index, const QString &parent) const
    {
        const Term &term = m_thesaurus.at(index);
        Choice choice;
        choice.code = term.uri;
        choice.label = localText(term.preferred);
        if (choice.label.byLanguage.isEmpty()) {
            choice.label.byLanguage.insert(QStringLiteral("en"), m_thesaurus.label(index, m_language));
        }
        choice.parent = parent;
        choice.help = localText(term.scopeNotes);
        choice.scheme = m_thesaurus.uri;
        choice.isDeprecated = term.deprecated;
        if (const int instead = m_thesaurus.indexOf(term.replacedBy); term.deprecated && instead >= 0) {
            choice.help = localText(m_thesaurus.at(instead).preferred);
        }
        choice.otherNames.reserve(static_cast<qsizetype>(term.alternative.size()) + 1);
        for (const LanguageText &name : term.alternative) {
            choice.otherNames << name.text;
        }
        if (!term.notation.isEmpty()) {
            choice.otherNames << term.notation;
        }
        return choice;
    }

    const Thesaurus &m_thesaurus;
    QString m_language;
    std::vector<bool> m_listed;
    std::vector<Choice> m_choices;
};

bool fits(const Thesaurus &thesaurus, const QString &scheme)
{
    if (!scheme.contains(QLatin1Char('*'))) {
        return thesaurus.uri == scheme || (!scheme.isEmpty() && thesaurus.identifier == scheme);
    }
    const QString stars = QRegularExpression::escape(scheme).replace(QLatin1String("\\*"), QLatin1String(".*"));
    const QRegularExpression form(QRegularExpression::anchoredPattern(stars),
                                  QRegularExpression::CaseInsensitiveOption);
    return form.match(thesaurus.uri).hasMatch() ||
           std::any_of(thesaurus.titles.begin(), thesaurus.titles.end(),
                       [&form](const LanguageText &title) { return form.match(title.text).hasMatch(); });
}

} // namespace

std::vector<Choice> choicesOf(const Thesaurus &thesaurus, const QString &language)
{
    return Lister(thesaurus, language).list();
}

void ConceptShelf::read()
{
    if (!m_isRead) {
        m_isRead = true;
        m_thesauri = thesauri(m_workspace);
    }
}

int ConceptShelf::count()
{
    read();
    return static_cast<int>(m_thesauri.size());
}

void ConceptShelf::forget()
{
    m_isRead = false;
    m_thesauri.clear();
    m_terms.clear();
}

std::vector<const Thesaurus *> ConceptShelf::fitting(const QString &scheme) const
{
    std::vector<const Thesaurus *> found;
    found.reserve(m_thesauri.size());
    for (const Thesaurus &thesaurus : m_thesauri) {
        if (fits(thesaurus, scheme)) {
            found.push_back(&thesaurus);
        }
    }
    if (found.empty() && scheme.contains(QLatin1Char('*'))) {
        for (const Thesaurus &thesaurus : m_thesauri) {
            found.push_back(&thesaurus);
        }
    }
    return found;
}

ConceptShelf::Terms ConceptShelf::terms(const QString &scheme, const QString &language)
{
    read();
    const QString key = language + QLatin1Char('\n') + scheme;
    const auto known = m_terms.constFind(key);
    if (known != m_terms.constEnd()) {
        return *known;
    }
    std::vector<Choice> all;
    for (const Thesaurus *thesaurus : fitting(scheme)) {
        std::vector<Choice> own = choicesOf(*thesaurus, language);
        all.insert(all.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    }
    const Terms made = all.empty() ? nullptr : std::make_shared<const std::vector<Choice>>(std::move(all));
    m_terms.insert(key, made);
    return made;
}

} // namespace loci::workspace
