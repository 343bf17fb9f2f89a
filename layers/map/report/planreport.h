// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/planning/rule.h"
#include "layers/domain/planning/verdict.h"
#include "layers/map/report/documentpages.h"

#include <QDate>
#include <QImage>
#include <memory>
#include <vector>

namespace loci::map {

/// Everything that an evidence dossier prints, ready in words and pictures.
struct PlanReport
{
    struct Picture
    {
        QImage image;
        QString caption;
    };
    struct Table
    {
        QString title, remark;
        QStringList head;
        std::vector<QStringList> rows;
        std::vector<double> widths; ///< per cent, one a column
    };
    QString title, subtitle;
    QString language; ///< of texts that rule packs carry
    QString summary;  ///< which rule decides, in one sentence
    QDate day;        ///< rules in force on it
    QString contentHash;
    std::vector<Picture> maps, scenes, charts;
    std::vector<planning::RuleResult> results; ///< in the order of the paper
    planning::RulePack rules;
    std::vector<Table> studies; ///< sunlight, skyline, indicators
    Table sources;
    QStringList signatures; ///< who signs: one line each
};

/// The dossier as a document: summary, map, pictures, rules with their clauses, studies, sources, signatures. Needs an
/// application with fonts; any thread.
std::unique_ptr<QTextDocument> planDocument(const PlanReport &report);
PageTexts planPageTexts(const PlanReport &report);

} // namespace loci::map
