// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/planning_town.h"

#include "app/sampleworkspace.h"
#include "app/workspacehost.h"
#include "layers/formats/samplewriter.h"
#include "layers/workspace/workspace.h"
#include "widgets/common/tokens.h"
#include "widgets/common/translator.h"
#include "widgets/planning/planningpanel.h"

#include <QApplication>
#include <QDir>
#include <QTest>

namespace loci::test {

using namespace widgets;

namespace {

struct Answers final : FilePrompt
{
    explicit Answers(const PlanTown *whose) : town(whose) {}
    QStringList openFiles(QWidget *, const QString &, const QString &) override { return town->openFrom; }
    std::optional<QString> saveFile(QWidget *, const QString &, const QString &, const QString &) override
    {
        return town->saveTo;
    }
    std::optional<QString> folder(QWidget *, const QString &) override { return {}; }
    const PlanTown *town;
};

} // namespace

PlanTown::PlanTown() = default;

PlanTown::~PlanTown()
{
    if (m_window) {
        m_window->close();
    }
    m_window.reset();
    m_rooms.reset();
}

bool PlanTown::wait(const std::function<bool()> &condition) const
{
    return QTest::qWaitFor(condition, kPlanPatience);
}

bool PlanTown::settle() const
{
    return wait([this] { return m_window->isSettled(); });
}

QString PlanTown::workspacePath() const
{
    return app::sampleWorkspacePath(m_folder.path());
}

workspace::Workspace &PlanTown::workspace() const
{
    return *m_rooms->services().host.current();
}

QString PlanTown::start()
{
    const auto written = formats::writeSample(m_folder.path(), {});
    auto rooms = app::Rooms::start(at(QStringLiteral("profile")), std::make_unique<Answers>(this));
    if (!written || !rooms) {
        return !written ? written.error().message : rooms.error().message;
    }
    m_rooms = std::move(*rooms);
    m_window = std::make_unique<app::MainWindow>(m_rooms->services());
    const auto made = m_rooms->services().host.create(workspacePath(), QStringLiteral("planning"));
    if (!made) {
        return made.error().message;
    }
    QStringList files;
    for (const QString &name : QDir(m_folder.path()).entryList({QStringLiteral("*.geojson")})) {
        files << at(name);
    }
    files << at(QStringLiteral("linjiang.city.json"));
    std::optional<Result<>> filled;
    app::SampleWorkspace::fill(m_rooms->services(), files, [&filled](const Result<> &done) { filled = done; });
    if (!wait([&filled] { return filled.has_value(); }) || !*filled) {
        return filled ? filled->error().message : QStringLiteral("The sample takes too long.");
    }
    m_window->resize(1440, 900);
    m_window->show();
    if (!settle()) {
        return QStringLiteral("The window does not settle.");
    }
    m_window->setWorkplace(app::PlanningRoom::kWorkplace);
    const bool ready = wait([this] { return desk().outcome() != nullptr && m_window->isSettled(); });
    return ready ? QString() : QStringLiteral("The rules do not answer.");
}

bool PlanTown::choose(const char *id) const
{
    emit room().panel().scenarioChosen(QLatin1String(id));
    return desk().current() == QLatin1String(id) && settle() && desk().outcome() != nullptr;
}

void PlanTown::picture(const QString &name) const
{
    const QString folder = qEnvironmentVariable("LOCI_PICTURES");
    if (!folder.isEmpty()) {
        QVERIFY(settle());
        QVERIFY(m_window->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
    }
}

void PlanTown::pictures(const QString &name, const std::function<void()> &check) const
{
    const bool wanted = qEnvironmentVariableIsSet("LOCI_PICTURES");
    std::vector<QSize> sizes{QSize(1280, 800)};
    if (wanted) {
        sizes.emplace_back(1920, 1080);
    }
    Translator &translator = m_rooms->services().translator;
    for (const QSize size : sizes) {
        m_window->resize(size);
        for (const char *language : {"en", "zh_CN"}) {
            translator.setLanguage(QLatin1String(language));
            for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
                if (!wanted && (mode == ThemeMode::Dark) != (language[0] == 'z')) {
                    continue; // without anybody who looks: each language and each theme once
                }
                applyTheme(*qApp, mode);
                QVERIFY(settle());
                if (check) {
                    check();
                }
                picture(QStringLiteral("%1-%2-%3-%4")
                            .arg(name)
                            .arg(size.width())
                            .arg(QLatin1String(language),
                                 mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light")));
            }
        }
    }
    translator.setLanguage(QStringLiteral("en"));
    applyTheme(*qApp, ThemeMode::Light);
}

} // namespace loci::test
