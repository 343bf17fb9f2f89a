// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/boardroom.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "app/rooms.h"
#include "app/sampleworkspace.h"
#include "app/workspacehost.h"
#include "layers/formats/samplewriter.h"
#include "layers/workspace/taskrunner.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testmain.h"
#include "widgets/board/boardpanel.h"
#include "widgets/board/boardview.h"
#include "widgets/common/prompts.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace loci::test {

using namespace loci::widgets; // the boards of the window

inline constexpr int kBoardPatience = 120000;

struct OneAnswer final : FilePrompt
{
    OneAnswer(const QString *where, const QStringList *what) : path(where), files(what) {}
    QStringList openFiles(QWidget *, const QString &, const QString &) override { return *files; }
    std::optional<QString> saveFile(QWidget *, const QString &, const QString &, const QString &) override
    {
        return *path;
    }
    std::optional<QString> folder(QWidget *, const QString &) override { return {}; }
    const QString *path;
    const QStringList *files;
};

/// The real program over the sample city, with the indicator workplace open.
class BoardWindow
{
public:
    QTemporaryDir m_folder;
    QString m_saveTo;
    QStringList m_open;
    std::unique_ptr<app::Rooms> m_rooms;
    std::unique_ptr<app::MainWindow> m_window;

    QString at(const QString &name) const { return m_folder.filePath(name); }
    QString workspacePath() const { return app::sampleWorkspacePath(m_folder.path()); }
    app::BoardRoom &room() const { return m_window->boards(); }
    BoardCanvas &canvas() const { return room().view().canvas(); }
    workspace::Workspace &workspace() const { return *m_rooms->services().host.current(); }
    const indicators::Results &results() const { return *room().outcome()->results; }

    int tileOf(Tile::Kind kind) const
    {
        const auto &tiles = canvas().board().tiles;
        for (std::size_t i = 0; i < tiles.size(); ++i) {
            if (tiles[i].kind == kind) {
                return static_cast<int>(i);
            }
        }
        return -1;
    }
    void showBoard(const char *id)
    {
        emit room().panel().boardChosen(QLatin1String(id));
        QCOMPARE(canvas().board().id, QLatin1String(id));
    }
    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("LOCI_PICTURES");
        if (!folder.isEmpty()) {
            QVERIFY(m_window->grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png")));
        }
    }
    void open()
    {
        LOCI_VERIFY_RESULT(formats::writeSample(m_folder.path(), {}));
        auto rooms = app::Rooms::start(at(QStringLiteral("profile")), std::make_unique<OneAnswer>(&m_saveTo, &m_open));
        LOCI_VERIFY_RESULT(rooms);
        m_rooms = std::move(*rooms);
        m_window = std::make_unique<app::MainWindow>(m_rooms->services());
        LOCI_VERIFY_RESULT(m_rooms->services().host.create(workspacePath(), QStringLiteral("planning")));
        QStringList files;
        for (const QString &name : QDir(m_folder.path()).entryList({QStringLiteral("*.geojson")})) {
            files << at(name);
        }
        files << at(QStringLiteral("linjiang.city.json"));
        bool filled = false;
        app::SampleWorkspace::fill(m_rooms->services(), files, [&filled](const Result<> &done) {
            LOCI_VERIFY_RESULT(done);
            filled = true;
        });
        QTRY_VERIFY_WITH_TIMEOUT(filled, kBoardPatience);
        m_window->resize(1600, 1000);
        m_window->show();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), kBoardPatience);
        m_window->setWorkplace(app::BoardRoom::kWorkplace);
        QTRY_VERIFY_WITH_TIMEOUT(room().outcome() != nullptr && m_window->isSettled(), kBoardPatience);
    }
    void close()
    {
        if (m_window) {
            m_window->close();
        }
        m_window.reset();
        m_rooms.reset();
    }
};

} // namespace loci::test
