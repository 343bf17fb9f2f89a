// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/base/finding.h"

#include <QJsonArray>
#include <algorithm>

namespace loci {

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return QStringLiteral("info");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Error:
        break;
    }
    return QStringLiteral("error");
}

QJsonObject toJson(const Finding &finding)
{
    QJsonObject json{{QStringLiteral("severity"), severityName(finding.severity)},
                     {QStringLiteral("code"), finding.code},
                     {QStringLiteral("object"), finding.object.isEmpty() ? QJsonValue() : QJsonValue(finding.object)},
                     {QStringLiteral("where"), finding.where},
                     {QStringLiteral("message"), finding.message}};
    if (finding.place) {
        const Box3 &box = *finding.place;
        json.insert(QStringLiteral("place"),
                    QJsonArray{box.min.x, box.min.y, box.min.z, box.max.x, box.max.y, box.max.z});
    }
    if (finding.count > 1) {
        json.insert(QStringLiteral("count"), finding.count);
    }
    return json;
}

bool hasErrors(const Findings &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &finding) { return finding.severity == Severity::Error; });
}

void FindingList::add(Finding finding)
{
    auto entry = std::find_if(m_perCode.begin(), m_perCode.end(),
                              [&finding](const auto &item) { return item.first == finding.code; });
    if (entry == m_perCode.end()) {
        entry = m_perCode.insert(m_perCode.end(), {finding.code, {0, 0}});
    }
    auto &[seen, last] = entry->second;
    if (++seen > m_limit) {
        ++m_findings[last].count;
        return;
    }
    last = m_findings.size();
    m_findings.push_back(std::move(finding));
}

} // namespace loci
