// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/deskroom.h"
#include "app/mainwindow/heritageactions.h"
#include "app/mainwindow/mainwindow.h"
#include "app/rooms.h"
#include "app/workspacehost.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testenvironment.h"
#include "widgets/common/theme.h"
#include "widgets/common/translator.h"
#include "widgets/heritage/fieldrow.h"
#include "widgets/heritage/heritagedesk.h"
#include "widgets/heritage/recordform.h"
#include "widgets/heritage/recordsheet.h"
#include "widgets/heritage/recordspanel.h"
#include "widgets/map/mapview.h"
#include "widgets/scene/sceneview.h"
#include "widgets/scene/surfaceformat.h"
#include "widgets/shared/mergepanel.h"
#include "widgets/shared/mergequestion.h"
#include "widgets/shared/peoplebar.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSocketNotifier>
#include <QTest>
#include <QTextStream>
#include <unistd.h>

using namespace loci;
using namespace loci::widgets;

namespace {
constexpr int kPatience = 90'000;

/// The real window at one desk of a shared workspace, moved by hand through lines on standard input: a word, a
/// number or name, a text, apart by tabs. Each is answered with "ok" or with what was not there.
class DeskWindow
{
public:
    explicit DeskWindow(app::MainWindow &window) : m_window(window) {}

    QString run(const QStringList &words)
    {
        const QString &verb = words.front();
        const QString first = words.value(1);
        const QString second = words.value(2);
        if (verb == QLatin1String("record")) {
            m_window.setWorkplace(QStringLiteral("heritage"));
            m_window.heritage().openRecord(first, true);
            return until([this] { return sheet() != nullptr && isSettled(); }, "the record opens");
        }
        if (verb == QLatin1String("type")) {
            return type(first, second);
        }
        if (verb == QLatin1String("press")) {
            return press(first);
        }
        if (verb == QLatin1String("choose")) {
            const auto questions = m_window.desks().merge().questions();
            const auto number = static_cast<std::size_t>(first.toInt());
            return number < questions.size() ? pressIn(*questions[number], second) : QStringLiteral("no such question");
        }
        if (verb == QLatin1String("picture")) {
            const QString waited = until([this] { return isSettled(); }, "the window settles");
            return m_window.grab().save(first) ? waited : QStringLiteral("the picture cannot be written");
        }
        return wait(verb, first, second);
    }

private:
    bool isSettled() const
    {
        return m_window.isSettled() && !m_window.map().isRendering() && m_window.scene().isIdle();
    }
    RecordSheet *sheet() const { return m_window.heritage().records().current(); }

    template <class Condition>
    static QString until(Condition condition, const char *what)
    {
        return QTest::qWaitFor(condition, kPatience) ? QString() : QStringLiteral("never: ") + QLatin1String(what);
    }

    QString wait(const QString &verb, const QString &first, const QString &second) const
    {
        if (verb == QLatin1String("person")) { // is in the bar
            return until(
                [&] {
                    const auto &people = m_window.desks().people().people();
                    return m_window.desks().people().isVisible() &&
                           std::any_of(people.begin(), people.end(), [&](const PersonAtWork &one) {
                               return one.person == first && one.work.isEmpty() == second.isEmpty();
                           });
                },
                "the person in the bar");
        }
        if (verb == QLatin1String("notice")) { // of the record
            return until(
                [&] {
                    const auto *notice = sheet()->findChild<QLabel *>(QStringLiteral("recordNotice"));
                    return first.isEmpty() ? notice->isHidden() : notice->isVisible() && notice->text().contains(first);
                },
                "the notice");
        }
        if (verb == QLatin1String("value")) { // as the sheet knows it
            return until([&] { return sheet()->asset().text(first) == second; }, "the value");
        }
        if (verb == QLatin1String("questions")) {
            return until(
                [&] {
                    const MergePanel &panel = m_window.desks().merge();
                    return panel.isVisible() && panel.questions().size() == std::size_t(first.toInt());
                },
                "the questions");
        }
        if (verb == QLatin1String("back")) { // at the record, without unsaved edits
            return until([&] { return sheet() != nullptr && sheet()->isVisible() && !sheet()->hasEdits(); },
                         "the record again");
        }
        return QStringLiteral("unknown word");
    }

    QString type(const QString &path, const QString &text) const
    {
        sheet()->showPage(QStringLiteral("form"));
        sheet()->form().goTo(path);
        FieldRow *row = sheet()->form().row(path);
        auto *line = row != nullptr ? row->findChild<QLineEdit *>() : nullptr;
        if (line == nullptr) {
            return QStringLiteral("no line for ") + path;
        }
        line->selectAll();
        QTest::keyClicks(line, text);
        return sheet()->hasEdits() ? QString() : QStringLiteral("nothing was edited");
    }

    QString press(const QString &name) const
    {
        QWidget *place = m_window.desks().merge().isVisible() ? static_cast<QWidget *>(&m_window.desks().merge())
                                                              : static_cast<QWidget *>(sheet());
        return pressIn(*place, name);
    }
    static QString pressIn(QWidget &place, const QString &name)
    {
        auto *button = place.findChild<QAbstractButton *>(name);
        if (button == nullptr || !button->isVisible() || !button->isEnabled()) {
            return QStringLiteral("no button ") + name;
        }
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
        return {};
    }

    app::MainWindow &m_window;
};
} // namespace

/// ADDRESS PASSWORD PERSON THEME LANGUAGE
int main(int argc, char **argv)
{
    const loci::test::TestEnvironment environment;
    prepareSceneSurfaces();
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QTextStream out(stdout);
    if (arguments.size() < 6) {
        return 2;
    }
    applyTheme(application, arguments[4] == QLatin1String("dark") ? ThemeMode::Dark : ThemeMode::Light);
    QTemporaryDir folder;
    auto rooms = app::Rooms::start(folder.filePath(QStringLiteral("profile")));
    if (!rooms) {
        return 3;
    }
    app::MainWindow window((*rooms)->services());
    (*rooms)->services().translator.setLanguage(arguments[5]);
    window.resize(1280, 800);
    window.show();
    const Result<> opened = (*rooms)->services().host.openServer(arguments[1], arguments[2]);
    if (!opened) {
        out << opened.error().message << Qt::endl;
        return 4;
    }
    window.showWelcome(false);
    window.heritage().desk().setPerson(arguments[3]);
    (*rooms)->services().host.current()->setPerson(arguments[3]);
    DeskWindow desk(window);
    out << "ready" << Qt::endl;
    QTextStream in(stdin);
    QSocketNotifier hears(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&hears, &QSocketNotifier::activated, &window, [&] {
        const QString line = in.readLine();
        if (line.isNull() || line == QLatin1String("quit")) {
            QCoreApplication::quit();
            return;
        }
        const QString problem = desk.run(line.split(QLatin1Char('\t')));
        out << (problem.isEmpty() ? QStringLiteral("ok") : problem) << Qt::endl;
    });
    const int code = QApplication::exec();
    window.close();
    return code;
}
