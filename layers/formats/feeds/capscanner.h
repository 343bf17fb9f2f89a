// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/formats/feeds/feedalert.h"

#include <QByteArray>

namespace loci::formats {

/// Reads alerts of CAP 1.0 to 1.2, alone, in an Atom index or in an EDXL envelope. Entities are refused, depth and
/// lengths are bounded.
class CapScanner
{
public:
    struct Found
    {
        FeedAlert alert;
        QString scope;
        QStringList badShapes;
    };
    Result<> scan(const QByteArray &bytes);
    const std::vector<Found> &found() const { return m_found; }
    const QStringList &links() const { return m_links; } ///< of the entries of an index, to alerts
    int entries() const { return m_entries; }
    bool isIndex() const { return m_isIndex; }

private:
    struct Callbacks;
    void begin(const QString &name, const char **attributes);
    void end(const QString &name);
    void endAlertPart(const QString &name, const QString &text);
    void endInfoPart(const QString &name, const QString &text);
    void endAreaPart(const QString &name, const QString &text);
    void refuse(const QString &why);

    std::vector<Found> m_found;
    QStringList m_links;
    QStringList m_path; // local names
    QString m_text;
    QString m_fault;
    void *m_parser = nullptr;
    int m_entries = 0;
    bool m_isIndex = false;
    bool m_inAlert = false;
};

} // namespace loci::formats
