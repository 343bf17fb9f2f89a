// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>
#include <vector>

namespace loci::widgets {

/// A page of the user guide as its contents name it.
struct GuidePage
{
    QString name;  ///< file without its ending: "planning-hour"
    QString title; ///< in the guide's language
    QString group; ///< heading of the contents it stands below; empty: the contents themselves
};

/// The user guide that is embedded below ":/guide/<en|zh>", in Markdown. Its page "index" is the table of contents and
/// the only list of the pages.
class GuideBook
{
public:
    /// `language` as the window has it: "zh_CN" or "en"; others count as English.
    explicit GuideBook(const QString &language);

    const std::vector<GuidePage> &pages() const { return m_pages; } ///< the index first, then in its order
    QUrl url(const QString &name) const;                            ///< of a page
    static QString nameOf(const QUrl &url);                         ///< of the page behind an address; empty: none
    /// Names of the pages whose title or text has every word of `words`, in the order of the contents.
    QStringList pagesWith(const QString &words) const;

private:
    QString m_folder;
    std::vector<GuidePage> m_pages;
};

} // namespace loci::widgets
