// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>
#include <vector>

namespace loci::heritage {

/// A text in one language; the language is a tag of BCP 47 ("en", "zh-CN"), empty when not stated.
struct LanguageText
{
    QString language;
    QString text;
    bool operator==(const LanguageText &) const = default;
};

/// One term of a thesaurus, after SKOS. Relations are positions in Thesaurus::terms().
struct Term
{
    QString uri;      ///< stable id; what records store
    QString notation; ///< code or published identifier, may be empty
    std::vector<LanguageText> preferred;
    std::vector<LanguageText> alternative; ///< altLabel and hiddenLabel
    std::vector<LanguageText> scopeNotes;  ///< scopeNote and definition
    std::vector<int> broader, narrower, related;
    bool deprecated = false; ///< stays readable, is offered last and marked
    QString replacedBy;      ///< URI, of a deprecated term
    int sortOrder = -1;      ///< -1: none
};

/// A concept scheme: terms in a hierarchy that may have several roots, and terms with several parents. A value.
class Thesaurus
{
public:
    QString uri;
    QString identifier; ///< where the scheme is published, may be empty
    std::vector<LanguageText> titles;
    std::vector<LanguageText> descriptions;

    /// Ids of single labels with the term they belong to: Arches' business data refer to terms by them.
    QHash<QString, int> labelIds;

    const std::vector<Term> &terms() const { return m_terms; }
    const Term &at(int index) const { return m_terms[static_cast<std::size_t>(index)]; }
    Term &at(int index) { return m_terms[static_cast<std::size_t>(index)]; }
    int indexOf(const QString &termUri) const { return m_index.value(termUri, -1); }
    /// The position of the term with this URI, made when it is new.
    int obtain(const QString &termUri);
    /// Both directions at once; what is there already, and a term below itself, is left out.
    void relateBroader(int narrower, int broader);
    void relate(int one, int other);
    void setTop(int index);

    /// Terms without a broader one, or named as top, in order of sortOrder and label.
    std::vector<int> roots(const QString &language) const;
    std::vector<int> children(int index, const QString &language) const;
    /// From a root down to the term, by the first broader one each; ends where a circle would begin.
    std::vector<int> path(int index) const;
    /// True when `ancestor` is the term itself or anywhere above it.
    bool isWithin(int index, int ancestor) const;

    /// The preferred label: in the language, else in its base language, English, any, at last the URI's end.
    QString label(int index, const QString &language) const;
    QString scopeNote(int index, const QString &language) const;
    QString title(const QString &language) const;
    /// A term with this preferred or alternative label, whatever the case; -1 when none or several differ.
    int findLabel(const QString &label) const;

private:
    bool isNewLink(int from, int to, bool hierarchical);
    std::vector<int> ordered(std::vector<int> indexes, const QString &language) const;

    std::vector<Term> m_terms;
    std::vector<bool> m_top;
    QSet<quint64> m_links; ///< narrower and broader, and related both ways, that are there
    QHash<QString, int> m_index;
};

/// The text for a language: that one, its base ("zh" for "zh-CN"), English, else the first; empty for none.
QString textFor(const std::vector<LanguageText> &texts, const QString &language);

} // namespace loci::heritage
