// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/domain/heritage/profile.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <utility>
#include <vector>

namespace loci::map {

/// One piece of a paper. Texts may name values of the record in braces, see paper.h.
struct PaperBlock
{
    enum class Kind {
        Title,
        Subtitle,
        Heading,
        Text,
        Remark,
        Right,
        Fields,
        Section,
        FourHaves,
        Surveys,
        Zones,
        Map,
        Photographs,
        Signatures
    };
    Kind kind = Kind::Text;
    heritage::LocalText text;                                                ///< of a text
    std::vector<std::pair<heritage::LocalText, heritage::LocalText>> fields; ///< labels and values
    std::vector<heritage::LocalText> labels;                                 ///< of signatures
    QString section;                                                         ///< id, of the profile
    int most = 0;                                                            ///< photographs, surveys
};

/// A report or letter as data (resources/heritage/papers/<id>.json, or a file of one's own):
/// {"id", "name": T, "profiles": ["china"], "blocks": [{"title"|"subtitle"|"heading"|"text"|"remark"|"right": T} |
/// {"fields": [{"label": T, "value": T}]} | {"section": "risks"} | {"fourHaves": true} | {"surveys": 5} |
/// {"zones": true} | {"map": true} | {"photographs": 4} | {"signatures": [T]}]}; T is {"zh", "en"}. Without profiles it
/// is for each of them.
class PaperTemplate
{
public:
    static Result<PaperTemplate> parse(const QByteArray &json);
    bool isFor(const QString &profile) const { return profiles.isEmpty() || profiles.contains(profile); }

    QString id;
    heritage::LocalText name;
    QStringList profiles;
    std::vector<PaperBlock> blocks;
};

/// Those that come with the program, by their id.
QStringList bundledPapers();
/// One of them, or a file by its path.
Result<PaperTemplate> loadPaper(const QString &idOrPath);

} // namespace loci::map
