// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/showstate.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <cerrno>
#include <csignal>

namespace loci::widgets {

QString ShowState::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/briefing-show.json");
}

Result<> ShowState::write(const QString &path) const
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    const QByteArray bytes = QJsonDocument({{QStringLiteral("workspace"), workspace},
                                            {QStringLiteral("briefing"), briefing},
                                            {QStringLiteral("scene"), scene},
                                            {QStringLiteral("kiosk"), kiosk},
                                            {QStringLiteral("screen"), screen},
                                            {QStringLiteral("process"), process},
                                            {QStringLiteral("began"), began.toString(Qt::ISODate)}})
                                 .toJson(QJsonDocument::Compact);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(ErrorCode::NotWritable,
                    QCoreApplication::translate("loci::widgets::ShowState",
                                                "Where the show stands cannot be kept in %1: after a crash it would "
                                                "begin anew.")
                        .arg(QDir::toNativeSeparators(path)),
                    file.errorString());
    }
    return {};
}

std::optional<ShowState> ShowState::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    ShowState state;
    state.workspace = json.value(QStringLiteral("workspace")).toString();
    state.briefing = json.value(QStringLiteral("briefing")).toString();
    state.scene = json.value(QStringLiteral("scene")).toString();
    state.kiosk = json.value(QStringLiteral("kiosk")).toBool();
    state.screen = json.value(QStringLiteral("screen")).toString();
    state.process = json.value(QStringLiteral("process")).toInteger();
    state.began = QDateTime::fromString(json.value(QStringLiteral("began")).toString(), Qt::ISODate);
    return state.briefing.isEmpty() ? std::nullopt : std::optional(state);
}

void ShowState::remove(const QString &path)
{
    QFile::remove(path);
}

bool ShowState::isRunning() const
{
    return process > 0 && (::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM);
}

} // namespace loci::widgets
