// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/heritage/heritagelook.h"
#include "layers/storage/heritage/assetquery.h"
#include "widgets/common/status.h"
#include "widgets/heritage/heritagedesk.h"

#include <QColor>
#include <QString>
#include <vector>

namespace loci::widgets {

/// What colours the catalogue in map, 3D, list and legend.
enum class HeritageTheme { Class, Condition };

/// One value of the theme, worded and coloured.
struct HeritageMark
{
    QString code, label;
    QColor colour; ///< of its ground
    QColor text;   ///< readable on it
};

/// How records read and look: one place for list, card, map, 3D and legend, so that the same thing is the same
/// everywhere. A light copyable view on a desk that outlives it.
class HeritageWords
{
public:
    explicit HeritageWords(const HeritageDesk &desk) : m_desk(&desk) {}

    /// The protection of a record: statutory level where the profile has levels, else its grade.
    bool usesLevels() const;
    QString classVocabulary() const;
    const QString &classCode(const heritage::AssetFacts &facts) const;
    HeritageMark classMark(const QString &code) const;
    std::vector<HeritageMark> classMarks() const; ///< in the order of the vocabulary, then "not classified"

    Status conditionStatus(const QString &code) const;
    QString conditionWord(const QString &code) const;
    std::vector<HeritageMark> conditionMarks() const;

    QString themeCode(HeritageTheme theme, const heritage::AssetFacts &facts) const;
    std::vector<HeritageMark> marks(HeritageTheme theme) const;

    QString categoryWord(const QString &code) const;
    QString kindWord(const heritage::AssetFacts &facts) const; ///< category, else its type
    bool usesCategories() const;
    static QString categoryIcon(const QString &code); ///< a name in the icon set
    QString facetWord(storage::heritage::Facet facet, const QString &value) const;
    static QString facetTitle(storage::heritage::Facet facet);
    static QString reviewWord(const QString &state); ///< of "submitted" or "submitted/county"
    static QString levelWord(const QString &level);  ///< of review: "county"
    static QString roleWord(const QString &role);
    static QString missingWord(storage::heritage::Missing missing, qint64 count);
    static QString centuryWord(int century);
    static QString yearsWord(const heritage::AssetFacts &facts);
    static QString zoneWord(const QString &kind);
    static QStringList zoneKinds();
    map::HeritageLook mapLook(HeritageTheme theme) const;

private:
    QString vocabularyOf(const char *path) const;
    const HeritageDesk *m_desk;
};

} // namespace loci::widgets
