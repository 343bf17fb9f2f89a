// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <QJsonObject>
#include <QString>
#include <optional>
#include <vector>

namespace loci {

enum class Severity { Info, Warning, Error };

/// One problem of an input, next to everything that could be read (cli.md, "A finding is"). Shown in the findings
/// panel, where it zooms to its place; printed by the command line as JSON.
struct Finding
{
    Severity severity = Severity::Error;
    QString code;                   ///< stable, never translated; cjval's and val3dity's where they have one
    QString object;                 ///< id of the object, empty when it concerns the whole input
    QString where;                  ///< line, JSON pointer, row or field
    QString message;                ///< translated sentence
    QString source = {};            ///< file or layer it was found in
    std::optional<Box3> place = {}; ///< where to zoom, in `placeCrs`
    EpsgCode placeCrs = {};
    int count = 1; ///< how often, when equal findings were folded into one
};
using Findings = std::vector<Finding>;

/// A value and the problems met while reading it: partial success is normal here.
template <class T>
struct Loaded
{
    T value;
    Findings findings;
};

QString severityName(Severity severity); ///< "info", "warning", "error"
QJsonObject toJson(const Finding &finding);
bool hasErrors(const Findings &findings);

/// Collects findings with a limit per code, so that a broken file of a million objects does not fill the memory:
/// after `limitPerCode` the last one's count grows instead.
class FindingList
{
public:
    explicit FindingList(int limitPerCode = 200) : m_limit(limitPerCode) {}
    void add(Finding finding);
    const Findings &findings() const { return m_findings; }
    template <class Each>
    void forEach(Each each) ///< may complete them, but not change their code
    {
        for (Finding &finding : m_findings) {
            each(finding);
        }
    }
    Findings take() { return std::move(m_findings); }

private:
    int m_limit;
    Findings m_findings;
    std::vector<std::pair<QString, std::pair<int, std::size_t>>> m_perCode; // code, (seen, index of the last kept)
};

} // namespace loci
