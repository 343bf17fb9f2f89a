# SPDX-FileCopyrightText: 2026 The Loci authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule of the layout checks fires on a planted violation, a clean tree has none, and no rule is without one."""
import re
import tempfile
import unittest
from pathlib import Path

import layout_filesize
import layout_guide
import layout_includes
import layout_layering
import layout_tests
import layout_text
import layout_words

CHECKS = (layout_layering, layout_includes, layout_filesize, layout_words, layout_tests, layout_text, layout_guide)
HEAD = "// SPDX-FileCopyrightText: 2026 The Loci authors\n// SPDX-License-Identifier: GPL-3.0-or-later\n"
ROOT = Path(__file__).resolve().parents[2]

CLEAN = {
    "packaging/cmake/LociTargets.cmake": (ROOT / "packaging/cmake/LociTargets.cmake").read_text(encoding="utf-8"),
    "layers/base/CMakeLists.txt": "loci_library(NAME Base KIND SHARED SOURCES a.cpp a.h LINKS Qt6::Core)\n",
    "layers/base/a.h": HEAD + "#pragma once\n\n#include <QString>\n",
    "layers/base/a.cpp": HEAD + '#include "layers/base/a.h"\n',
    "layers/domain/CMakeLists.txt": "loci_library(NAME Domain KIND SHARED SOURCES b.h LINKS Loci::Base)\n",
    "layers/domain/b.h": HEAD + '#pragma once\n\n#include "layers/base/a.h"\n',
    "layers/workspace/w.h": HEAD + "#pragma once\n",
    "layers/formats/f.h": HEAD + "#pragma once\n",
    "layers/storage/s.h": HEAD + "#pragma once\n",
    "layers/storage/CMakeLists.txt": "loci_library(NAME Storage KIND STATIC SOURCES s.h LINKS Loci::Base)\n",
    "plugins/host/h.h": HEAD + "#pragma once\n",
    "widgets/common/c.h": HEAD + "#pragma once\n\n// A QMessageBox is at home in: \"layers\".\n#include <QMessageBox>\n",
    "tests/CMakeLists.txt": "foreach(room IN ITEMS unit)\n",
    "tests/unit/CMakeLists.txt": "loci_test(NAME tst_unit SOURCES good.cpp)\n",
    "tests/unit/good.cpp": HEAD + "class TestGood : public QObject\n{\nprivate slots:\n    void works();\n};\n"
                                  "void TestGood::works()\n{\n    QVERIFY(1 + 1 == 2);\n}\nLOCI_TEST_CLASS(TestGood)\n",
    "resources/icons/i.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" stroke="currentColor"/>',
    "resources/i18n/x.ts": "<TS><context><message><source>%1 roofs</source><translation>%1 Dächer</translation>"
                           "</message></context></TS>",
    "resources/x.json": "{}",
    "resources/guide/en/index.md": "# Guide\n\n- [One](one.md)\n",
    "resources/guide/zh/index.md": "# 指南\n\n- [一](one.md)\n",
    "resources/guide/en/one.md": "# One\n\n**%1 roofs**\n\n![Roofs](../pictures/en/roofs.png)\n",
    "resources/guide/zh/one.md": "# 一\n\n**%1 Dächer**\n\n![屋顶](../pictures/zh/roofs.png)\n",
    "resources/guide/pictures/en/roofs.png": "",
    "resources/guide/pictures/zh/roofs.png": "",
}


def source(line, header=False):
    return HEAD + ("#pragma once\n" if header else "") + line + "\n"


def test_source(body, register="LOCI_TEST_CLASS(TestBad)"):
    return HEAD + "class TestBad : public QObject\n{\nprivate slots:\n    void works();\n};\n" + body + "\n" + register + "\n"


# (check, rule) -> files that break it. A list: each of its trees must break it by itself.
PLANTED = {
    (layout_layering, "layering"): [
        {"layers/base/bad.h": source('#include "layers/domain/b.h"', True)},
        {"layers/map/bad.h": source('#include "layers/workspace/w.h"', True)},
        {"layers/scene/bad.h": source('#include "layers/formats/f.h"', True)},
        {"widgets/map/bad.h": source('#include "plugins/host/h.h"', True)},
        {"plugins/heritage/bad.h": source('#include "layers/workspace/w.h"', True)},
    ],
    (layout_layering, "not-linked"): [{"layers/storage/bad.h": source('#include "layers/domain/b.h"', True)}],
    (layout_layering, "room-without-rank"): [{"packaging/cmake/LociTargets.cmake": "set(LOCI_RANK_Base 0)\n"}],
    (layout_layering, "test-in-product"): [{"app/bad.h": source('#include "tests/unit/good.h"', True)}],
    (layout_layering, "qgis-elsewhere"): [{"layers/scene/bad.h": source("#include <qgsmaplayer.h>", True)},
                                          {"widgets/city/bad.h": source("#include <qgsproject.h>", True)}],
    (layout_layering, "vtk-elsewhere"): [{"layers/map/bad.h": source("#include <vtkActor.h>", True)},
                                         {"app/bad.h": source("#include <QVTKOpenGLNativeWidget.h>", True)}],
    (layout_layering, "qt-elsewhere"): [{"layers/map/bad.h": source("#include <QWidget>", True)},
                                        {"layers/domain/bad.h": source("#include <QColor>", True)},
                                        {"layers/domain/bad.h": source("#include <QSqlQuery>", True)},
                                        {"layers/domain/bad.h": source("#include <QNetworkReply>", True)},
                                        {"layers/domain/bad.h": source("#include <QObject>", True)},
                                        {"layers/scene/bad.h": source("#include <QImage>", True)}],
    (layout_includes, "spdx-head"): [{"layers/base/bad.h": "#pragma once\n"}],
    (layout_includes, "pragma-once"): [{"layers/base/bad.h": HEAD + "#include <QString>\n"},
                                       {"layers/base/bad.h": HEAD + "#pragma once\n#ifndef BAD_H\n"}],
    (layout_includes, "own-header-first"): [
        {"layers/base/a.cpp": HEAD + '#include <QString>\n#include "layers/base/a.h"\n'}],
    (layout_includes, "module-include"): [{"layers/base/bad.h": source("#include <QtCore>", True)},
                                          {"layers/base/bad.h": source("#include <QtCore/QString>", True)}],
    (layout_includes, "repo-path"): [{"layers/base/a.cpp": HEAD + '#include "a.h"\n'},
                                     {"layers/base/bad.h": source('#include "layers/base/gone.h"', True)},
                                     {"layers/domain/bad.h": source("#include <layers/base/a.h>", True)}],
    (layout_filesize, "file-size"): [{"layers/base/bad.cpp": "\n" * 601}, {"layers/base/bad.h": "\n" * 251},
                                     {"tests/unit/bad.cpp": "\n" * 501},
                                     {"layers/base/bad.cpp": "\n" * 701,
                                      "tests/layout/filesize.txt": "700 layers/base/bad.cpp a reason\n"}],
    (layout_words, "own-singleton"): [{"app/bad.h": source("static Shop &instance();", True)}],
    (layout_words, "qgis-instance"): [{"app/bad.cpp": source("QgsApplication::instance();")}],
    (layout_words, "qgsproject-instance"): [{"layers/map/bad.cpp": source("QgsProject::instance()->clear();")}],
    (layout_words, "message-box"): [{"widgets/map/bad.cpp": source("QMessageBox::question(this, a, b);")},
                                    {"app/bad.cpp": source("#include <QFileDialog>")}],
    (layout_words, "process-events"): [{"app/bad.cpp": source("QCoreApplication::processEvents();")}],
    (layout_words, "event-loop"): [{"layers/feeds/bad.cpp": source("QEventLoop loop; loop.exec();")}],
    (layout_words, "nested-exec"): [{"app/bad.cpp": source("openDialog.exec();")},
                                    {"app/bad.cpp": source("m_contextMenu->exec(place);")}],
    (layout_words, "terminate"): [{"app/bad.cpp": source("m_thread->terminate();")}],
    (layout_words, "old-connect"): [{"app/bad.cpp": source("connect(a, SIGNAL(b()), c, SLOT(d()));")}],
    (layout_words, "connect-without-context"): [
        {"app/bad.cpp": source("connect(m_button, &QPushButton::clicked, [this] { go(); });")}],
    (layout_words, "q-wait"): [{"tests/unit/bad.cpp": source("QTest::qWait(500);")}],
    (layout_words, "sleep-in-test"): [{"tests/unit/bad.cpp": source("std::this_thread::sleep_for(1s);")},
                                      {"tests/unit/bad.cpp": source("QThread::msleep(50);")}],
    (layout_words, "to-do"): [{"app/bad.cpp": source("// " + "TO" + "DO later")},
                              {"app/bad.cpp": source("// FIX" + "ME")}],
    (layout_words, "built-sql"): [{"app/bad.cpp": source('query("SELECT * FROM a WHERE id=" + id);')},
                                  {"app/bad.cpp": source('QStringLiteral("DELETE FROM %1").arg(name);')}],
    (layout_words, "pasted-sql"): [{"app/bad.cpp": source('head + " WHERE id = 3";')}],
    (layout_words, "shared-pointer"): [{"app/bad.h": source("QSharedPointer<int> p;", True)}],
    (layout_words, "relative-clock"): [{"layers/domain/bad.cpp": source("QDateTime::currentDateTimeUtc();")}],
    (layout_words, "catch-and-forget"): [{"app/bad.cpp": source("try { f(); } catch (...) { }")}],
    (layout_words, "computer-path"): [{"README.md": "See /ho" + "me/anna/loci.\n"},
                                      {"packaging/x.cmake": 'set(X "/ro' + 'ot/x")\n'}],
    (layout_words, "mirror-host"): [{"packaging/x.sh": "curl https://deb.deb" + "ian.org/debian\n"},
                                    {"README.md": "pypi" + ".org\n"}],
    (layout_tests, "not-compiled"): [{"layers/base/forgotten.cpp": source("")},
                                     {"tests/unit/forgotten.cpp": source("")}],
    (layout_tests, "not-registered"): [{"tests/unit/good.cpp": test_source("void TestBad::works() { QVERIFY(f()); }", "")},
                                       {"tests/cli/test_forgotten.py": ""}],
    (layout_tests, "no-assertion"): [{"tests/unit/good.cpp": test_source("void TestBad::works()\n{\n    Thing t;\n}")},
                                     {"tests/unit/good.cpp":
                                      test_source("void TestBad::works()\n{\n    // QVERIFY(t);\n    Thing t;\n}")}],
    (layout_tests, "empty-test"): [{"tests/unit/good.cpp": test_source("void TestBad::works() {}")}],
    (layout_tests, "room-not-listed"): [{"tests/moon/CMakeLists.txt": ""}],
    (layout_text, "not-well-formed"): [{"resources/bad.json": "{"}, {"resources/icons/bad.svg": "<svg>"},
                                       {"resources/bad.qrc": "<RCC>"}, {"packaging/bad.desktop": "no section"},
                                       {"CMakePresets.json": "["}],
    (layout_text, "missing-resource"): [{"resources/bad.qrc": "<RCC><qresource><file>gone.svg</file></qresource></RCC>"}],
    (layout_text, "untranslated"): [
        {"resources/i18n/bad.ts": '<TS><message><source>a</source><translation type="unfinished"/></message></TS>'},
        {"resources/i18n/bad.ts": "<TS><message><source>a</source><translation></translation></message></TS>"}],
    (layout_text, "lost-placeholder"): [
        {"resources/i18n/bad.ts": "<TS><message><source>%1 of %2</source><translation>%1</translation></message></TS>"}],
    (layout_text, "icon-colour"): [{"resources/icons/bad.svg": '<svg viewBox="0 0 24 24" stroke="#000"/>'}],
    (layout_text, "icon-foreign"): [{"resources/icons/bad.svg": '<svg><image href="http://x/y.png"/></svg>'}],
    (layout_guide, "guide-page-missing"): [{"resources/guide/en/two.md": "# Two\n"}],
    (layout_guide, "guide-not-listed"): [{"resources/guide/en/two.md": "# Two\n", "resources/guide/zh/two.md": "# 二\n"}],
    (layout_guide, "guide-headings"): [{"resources/guide/zh/index.md": "# 指南\n\n## 甲\n\n- [一](one.md)\n"},
                                       {"resources/guide/zh/index.md": "## 指南\n\n- [一](one.md)\n"}],
    (layout_guide, "guide-link"): [
        {"resources/guide/en/index.md": "# Guide\n\n- [One](one.md)\n[Two](two.md)\n"},
        {"resources/guide/en/index.md": "# Guide\n\n- [One](one.md)\n[Two](https://example.org)\n"},
        {"resources/guide/en/index.md": "# Guide\n\n- [One](one.md)\n![Two](../pictures/zh/roofs.png)\n"},
        {"resources/guide/en/index.md": "# Guide\n\n- [One](one.md)\n![Two](../pictures/en/two.png)\n"}],
    (layout_guide, "guide-name"): [{"resources/guide/en/index.md": "# Guide\n\n- [One](one.md)\n**%1 Dächer**\n"},
                                   {"resources/guide/zh/index.md": "# 指南\n\n- [一](one.md)\n**%1 roofs**\n"}],
    (layout_guide, "guide-broken-line"): [{"resources/guide/zh/index.md": "# 指南\n\n甲，\n乙。\n\n- [一](one.md)\n"}],
    (layout_guide, "guide-picture-unused"): [{"resources/guide/pictures/en/two.png": ""}],
    (layout_guide, "guide-too-big"): [{"resources/guide/pictures/en/roofs.png": " " * 6_000_001}],
    (layout_text, "desktop-file"): [{"packaging/bad.desktop": "[Desktop Entry]\nType=Application\n"}],
}


def plant(root, tree):
    for name, text in tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def rules_found(check, tree):
    with tempfile.TemporaryDirectory(prefix="loci layout ") as folder:
        root = Path(folder)
        plant(root, CLEAN)
        plant(root, tree)
        return [problem.rule for problem in check.check(root)]


class SelfTest(unittest.TestCase):
    def test_clean_tree_has_no_problem(self):
        for check in CHECKS:
            with self.subTest(check=check.__name__):
                self.assertEqual(rules_found(check, {}), [])

    def test_every_rule_fires_on_its_violation(self):
        for (check, rule), trees in PLANTED.items():
            for tree in trees:
                with self.subTest(rule=rule, tree=list(tree)):
                    self.assertIn(rule, rules_found(check, tree))

    def test_every_rule_has_a_planted_violation(self):
        for check in CHECKS:
            text = Path(check.__file__).read_text(encoding="utf-8")
            rules = set(re.findall(r'(?:Problem|report|Word)\(\s*"([a-z][a-z-]+)"', text))
            self.assertTrue(rules)
            self.assertEqual(rules - {rule for planted, rule in PLANTED if planted is check}, set())

    def test_an_excuse_names_its_rule(self):
        line = 'QStringLiteral("DROP TABLE %1").arg(quoted(name));'
        self.assertIn("built-sql", rules_found(layout_words, {"app/x.cpp": source(line)}))
        self.assertNotIn("built-sql", rules_found(layout_words, {
            "app/x.cpp": source(line + " // layout: built-sql the name is quoted and ours")}))
        self.assertIn("built-sql", rules_found(layout_words, {
            "app/x.cpp": source(line + " // layout: to-do wrong rule")}))

    def test_a_listed_long_file_may_stay_or_shrink(self):
        listed = {"tests/layout/filesize.txt": "700 layers/base/long.cpp a reason\n"}
        self.assertEqual(rules_found(layout_filesize, {**listed, "layers/base/long.cpp": "\n" * 700}), [])
        self.assertEqual(rules_found(layout_filesize, {**listed, "layers/base/long.cpp": "\n" * 650}), [])


if __name__ == "__main__":
    unittest.main()
