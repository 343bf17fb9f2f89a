// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide/guidebook.h"

#include "layers/base/logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>

// A static library's resources are only linked when somebody says so; the macro wants to stand outside a namespace.
static void initGuideResources()
{
    Q_INIT_RESOURCE(guide);
}

namespace loci::widgets {

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(logUi) << "The page of the user guide is missing:" << path;
        return {};
    }
    return QString::fromUtf8(file.readAll());
}

} // namespace

GuideBook::GuideBook(const QString &language)
    : m_folder(language.startsWith(QLatin1String("zh")) ? QStringLiteral("/guide/zh") : QStringLiteral("/guide/en"))
{
    initGuideResources();
    static const QRegularExpression link(QStringLiteral("^- \\[([^\\]]+)\\]\\(([\\w-]+)\\.md\\)"));
    QString group;
    const QStringList lines =
        textOf(QLatin1Char(':') + m_folder + QStringLiteral("/index.md")).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        if (line.startsWith(QLatin1String("# "))) {
            m_pages.push_back({QStringLiteral("index"), line.mid(2).trimmed(), {}});
        } else if (line.startsWith(QLatin1String("## "))) {
            group = line.mid(3).trimmed();
        } else if (const auto match = link.match(line); match.hasMatch()) {
            m_pages.push_back({match.captured(2), match.captured(1), group});
        }
    }
}

QUrl GuideBook::url(const QString &name) const
{
    return QUrl(QStringLiteral("qrc:%1/%2.md").arg(m_folder, name));
}

QString GuideBook::nameOf(const QUrl &url)
{
    const QFileInfo file(url.path());
    return file.suffix() == QLatin1String("md") ? file.completeBaseName() : QString();
}

QStringList GuideBook::pagesWith(const QString &words) const
{
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList found;
    for (const GuidePage &page : m_pages) {
        const QString text = page.title + QLatin1Char('\n') +
                             textOf(QStringLiteral(":%1/%2.md").arg(m_folder, page.name)).remove(QLatin1Char('*'));
        if (std::all_of(wanted.begin(), wanted.end(),
                        [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); })) {
            found << page.name;
        }
    }
    return found;
}

} // namespace loci::widgets
