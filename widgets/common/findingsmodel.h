// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read the concepts header behind these
#include "layers/base/finding.h"
#endif

#include <QAbstractItemModel>
#include <array>
#include <vector>

namespace loci::widgets {

/// Findings as a tree of two levels: group (source or code, and severity, worst first) and finding. Filtered by words
/// and by severity.
class FindingsModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { SeverityRole = Qt::UserRole + 1, ObjectRole, CountRole };
    explicit FindingsModel(QObject *parent = nullptr);
    void setFindings(loci::Findings findings);
    void append(const loci::Findings &findings);
    void removeSource(const QString &source);
    const loci::Findings &findings() const { return m_all; }
    /// Only findings whose message, object, code or source contain the words; empty: all.
    void setWords(const QString &words);
    void setShown(loci::Severity severity, bool shown);
    /// One group a code instead of one a source.
    void setGroupedByCode(bool byCode);
    bool isGroupedByCode() const { return m_byCode; }
    int count(loci::Severity severity) const;                     ///< of all, folded ones counted
    const loci::Finding *finding(const QModelIndex &index) const; ///< nullptr for a group
    loci::Findings shown() const;
    void retranslate();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Group
    {
        QString key; ///< source or code
        loci::Severity severity;
        std::vector<std::size_t> rows; // into m_all
    };
    void regroup();
    const QString &keyOf(const loci::Finding &finding) const { return m_byCode ? finding.code : finding.source; }
    loci::Findings m_all;
    std::vector<Group> m_groups;
    QString m_words;
    bool m_byCode = false;
    std::array<bool, 3> m_shown{true, true, true};
};

/// One line a finding with a heading row; separators and quotes as RFC 4180 wants them, UTF-8.
QByteArray findingsAsCsv(const loci::Findings &findings);
/// An array of the objects that the command line prints.
QByteArray findingsAsJson(const loci::Findings &findings);

} // namespace loci::widgets
