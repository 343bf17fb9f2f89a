// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/about/personalwords.h"

#include <QDir>
#include <QRegularExpression>
#include <QSysInfo>
#include <algorithm>
#include <pwd.h>
#include <unistd.h>

namespace loci::app {

namespace {

QString replaceWords(QString text, QStringList words, const QString &with)
{
    std::sort(words.begin(), words.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &word : std::as_const(words)) {
        if (!word.trimmed().isEmpty()) {
            const QRegularExpression whole(
                QStringLiteral("(?<![\\w])%1(?![\\w])").arg(QRegularExpression::escape(word)),
                QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
            text.replace(whole, with);
        }
    }
    return text;
}

} // namespace

PersonalWords PersonalWords::ofThisSession()
{
    PersonalWords words;
    words.folders << QDir::homePath();
    words.names << qEnvironmentVariable("USER") << qEnvironmentVariable("LOGNAME");
    if (const passwd *entry = getpwuid(getuid()); entry != nullptr) {
        words.folders << QString::fromLocal8Bit(entry->pw_dir);
        words.names << QString::fromLocal8Bit(entry->pw_name)
                    << QString::fromLocal8Bit(entry->pw_gecos).section(QLatin1Char(','), 0, 0);
    }
    const QString host = QSysInfo::machineHostName();
    words.hosts << host << host.section(QLatin1Char('.'), 0, 0);
    return words;
}

QString withoutPersonalWords(QString text, const PersonalWords &words)
{
    static const QRegularExpression credentials(QStringLiteral("//[^/\\s@]+@"));
    text.replace(credentials, QStringLiteral("//(user)@"));
    QStringList folders = words.folders;
    std::sort(folders.begin(), folders.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &folder : std::as_const(folders)) {
        if (folder.size() > 1) { // "/" is the home of some services
            text.replace(folder, QStringLiteral("~"));
        }
    }
    text = replaceWords(std::move(text), words.names, QStringLiteral("(user)"));
    return replaceWords(std::move(text), words.hosts, QStringLiteral("(computer)"));
}

} // namespace loci::app
