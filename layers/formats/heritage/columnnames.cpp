// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/columnnames.h"

#include <QCoreApplication>
#include <QSet>

namespace loci::formats {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::RowReader)
};
} // namespace

QStringList uniqueColumnNames(const std::vector<QString> &written, const QString &source, FindingList &findings)
{
    QStringList names;
    QSet<QString> taken;
    for (std::size_t i = 0; i < written.size(); ++i) {
        QString name = written[i].trimmed().isEmpty() ? QStringLiteral("column %1").arg(i + 1) : written[i];
        const QString wanted = name;
        for (int n = 2; taken.contains(name); ++n) {
            name = QStringLiteral("%1 (%2)").arg(wanted).arg(n);
        }
        if (name != written[i]) {
            Finding finding;
            finding.severity = Severity::Warning;
            finding.code = QStringLiteral("column_name");
            finding.where = Texts::tr("column %1").arg(i + 1);
            finding.message = Texts::tr("The column has no name of its own; it is called “%1” here.").arg(name);
            finding.source = source;
            findings.add(std::move(finding));
        }
        taken.insert(name);
        names << name;
    }
    return names;
}

} // namespace loci::formats
