// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/meshcontext.h"

namespace loci::formats {

bool MeshContext::spend(std::uint64_t count)
{
    if (count <= budget) {
        budget -= count;
        return true;
    }
    if (!m_full) {
        m_full = true;
        report(Severity::Error, "too_large",
               QCoreApplication::translate("loci::formats", "The model is larger than what fits in memory; the rest of "
                                                            "it is left out."));
    }
    return false;
}

void MeshContext::report(Severity severity, const char *code, const QString &message, const QString &where,
                         const QString &object)
{
    Finding finding;
    finding.severity = severity;
    finding.code = QString::fromLatin1(code);
    finding.object = object;
    finding.where = where;
    finding.message = message;
    finding.source = source;
    findings.add(std::move(finding));
}

void MeshContext::damaged(const QString &what, const QString &where)
{
    report(Severity::Error, "damaged",
           QCoreApplication::translate("loci::formats", "A part of the file is damaged and left out: %1.").arg(what),
           where);
}

void MeshContext::unsupported(const QString &what, const QString &where)
{
    report(
        Severity::Warning, "unsupported",
        QCoreApplication::translate("loci::formats", "%1 is not supported here; what needs it is left out.").arg(what),
        where);
}

tl::unexpected<Error> MeshContext::cancelled() const
{
    return fail(ErrorCode::Cancelled,
                QCoreApplication::translate("loci::formats", "Reading %1 was cancelled.").arg(source));
}

} // namespace loci::formats
