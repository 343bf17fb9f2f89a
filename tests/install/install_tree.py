# SPDX-FileCopyrightText: 2026 The Loci authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs Loci below a temporary folder as a package would, and uses it there: without a variable of the environment,
without a path of the build in it, with all its verbs in manual and completion.

install_tree.py CMAKE SOURCES BUILD PREFIX VERSION"""
import configparser
import contextlib
import functools
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

CMAKE, SOURCES, BUILD, PREFIX, VERSION = sys.argv[1:6]
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
PATIENCE = 240


def run(*command, **more):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=PATIENCE, check=False,
                          **more)


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory(prefix="loci install ")
        cls.root = Path(cls.holder.name).resolve()
        for component in ("program", "sdk"):
            done = run(CMAKE, "--install", BUILD, "--component", component, "--strip", "--prefix", "/usr",
                       env={"DESTDIR": str(cls.root / "tree"), "PATH": "/usr/bin:/bin"})
            if done.returncode != 0:
                raise AssertionError("it cannot be installed: " + done.stdout[-2000:] + done.stderr[-2000:])
        cls.usr = cls.root / "tree/usr"
        # In memory where there is room: what Loci writes is flushed to the disk, which may be busy.
        memory = Path("/dev/shm")
        roomy = memory.is_dir() and shutil.disk_usage(memory).free > 500_000_000
        cls.home_holder = tempfile.TemporaryDirectory(prefix="loci home ", dir=memory if roomy else None)
        cls.home = Path(cls.home_holder.name)

    @classmethod
    def tearDownClass(cls):
        cls.holder.cleanup()
        cls.home_holder.cleanup()

    def loci(self, *arguments, program=None, display=False):
        environment = {"HOME": str(self.home), "PATH": f"{self.usr}/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        before = [f"{SOURCES}/packaging/dev/with-display"] if display else []
        return run(*before, program or self.usr / "bin/loci", *arguments, cwd=self.home, env=environment)

    def binaries(self):
        found = []
        for path in sorted(self.usr.rglob("*")):
            if path.is_file() and not path.is_symlink():
                with path.open("rb") as file:
                    if file.read(4) == b"\x7fELF":
                        found.append(path)
        self.assertGreater(len(found), 10)
        return found

    @functools.cache
    def help(self):
        return self.loci("--help", "--lang", "en").stdout

    def verbs(self):
        verbs = re.findall(r"^  ([a-z][a-z-]*) ", self.help(), re.M)
        self.assertGreater(len(verbs), 10)
        return verbs

    def test_tells_its_version(self):
        answer = self.loci("--version")
        self.assertEqual((answer.returncode, answer.stdout.strip()), (0, f"loci {VERSION}"), answer.stderr)

    def test_starts_through_a_link_as_well(self):
        link = self.home / "my-loci"
        link.symlink_to(self.usr / "bin/loci")
        listed = self.loci("pack", "list", "--json", program=link)
        self.assertEqual(listed.returncode, 0, listed.stderr)
        self.assertIn("org.loci.health", listed.stdout)

    def test_binaries_look_for_libraries_beside_themselves_only(self):
        for path in self.binaries():
            paths = re.findall(r"\((?:RPATH|RUNPATH)\)[^\[]*\[([^\]]*)\]", run("readelf", "-dW", path).stdout)
            for place in ":".join(paths).split(":"):
                self.assertTrue(place in ("", "$ORIGIN") or place.startswith("$ORIGIN/"), f"{path}: {place}")

    def test_no_binary_of_ours_names_the_folders_of_the_build(self):
        theirs = {path.name for path in Path(PREFIX, "lib").rglob("*.so*")}
        ours = [path for path in self.binaries() if path.name not in theirs]
        self.assertTrue({"loci", "loci-ifc", "libloci_base.so", "libloci-preservation.so"} <= {p.name for p in ours})
        for path in ours:
            content = path.read_bytes()
            for folder in (SOURCES, BUILD, PREFIX):
                self.assertNotIn(str(folder).encode(), content, path)

    def test_every_library_is_found_and_private_ones_in_the_tree(self):
        private = {"libqgis_core", "libqca-qt6", "libvtkGUISupportQt6", "libloci_base", "libloci_domain"}
        seen = set()
        for path in self.binaries():
            if path.parent.name == "crypto":
                continue  # the library that loads it is the one that it needs
            listing = run("ldd", path, env={"PATH": "/usr/bin:/bin"}).stdout
            self.assertNotIn("not found", listing, f"{path}: {listing}")
            for name, place in re.findall(r"^\s*(\S+) => (.+?) \(0x", listing, re.M):
                if name.split(".so")[0] in private:
                    seen.add(name.split(".so")[0])
                    self.assertIn(self.usr, Path(place).resolve().parents, f"{path} takes {name} from {place}")
        self.assertEqual(seen, private)

    def test_works_on_the_sample_city(self):
        made = self.loci("sample", "city", "--json")
        self.assertEqual(made.returncode, 0, made.stderr)
        workspace = next((self.home / "city").glob("*.loci"))
        checked = json.loads(self.loci("workspace", "check", workspace, "--json").stdout)
        self.assertEqual(checked["integrity"], "ok")
        self.assertGreater(checked["layers"], 0)
        model = next((self.home / "city").rglob("*.city.json"))
        told = json.loads(self.loci("info", model, "--json").stdout)
        self.assertGreater(told["objects"], 1000)
        drawn = self.loci("render-map", workspace, "map.png", "--size", "400x300", display=True)
        self.assertEqual(drawn.returncode, 0, drawn.stderr)
        self.assertEqual((self.home / "map.png").read_bytes()[:8], b"\x89PNG\r\n\x1a\n")

    def test_refuses_a_workspace_of_a_newer_version_and_leaves_it(self):
        self.assertEqual(self.loci("workspace", "new", "later.loci").returncode, 0)
        workspace = self.home / "later.loci"
        with contextlib.closing(sqlite3.connect(workspace)) as database:
            database.execute("PRAGMA user_version = 9999")
        before = workspace.read_bytes()
        answer = self.loci("workspace", "check", workspace)
        self.assertEqual(answer.returncode, 3, answer.stderr)
        self.assertIn("was made by a newer version of Loci (schema 9999", answer.stderr)
        self.assertEqual(workspace.read_bytes(), before)

    def test_packs_are_there_and_their_code_runs(self):
        listed = self.loci("pack", "list", "--json")
        self.assertEqual(listed.returncode, 0, listed.stderr)
        expected = {path.parent.name for path in Path(SOURCES, "plugins").glob("*/pack.json")}
        self.assertEqual({path.name for path in (self.usr / "lib/loci/packs").iterdir()}, expected)
        for name in expected:
            self.assertIn(f"org.loci.{name}", listed.stdout)
        checked = self.loci("pack", "check", self.usr / "lib/loci/packs/preservation", "--json")
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)

    def test_manual_knows_every_verb(self):
        manual = (self.usr / "share/man/man1/loci.1").read_text(encoding="utf-8").replace("\\-", "-")
        self.assertEqual([verb for verb in self.verbs() if not re.search(rf"^\.B {verb}$", manual, re.M)], [])

    def complete(self, *words):
        script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _loci 2>/dev/null; '
                  'printf "%s\\n" "${COMPREPLY[@]}"')
        answer = run("bash", "-c", script, "bash", self.usr / "share/bash-completion/completions/loci", *words,
                     cwd=self.home, env={"HOME": str(self.home), "PATH": f"{self.usr}/bin:/usr/bin:/bin"})
        return set(answer.stdout.split())

    def test_completion_offers_verbs_parts_options_and_files(self):
        (self.home / "river.loci").touch()
        self.assertLessEqual(set(self.verbs()), self.complete("loci", ""))
        self.assertLessEqual({"new", "info", "check", "pack", "unpack", "backup"}, self.complete("loci", "workspace", ""))
        self.assertIn("--template", self.complete("loci", "workspace", "--t"))
        self.assertEqual(self.complete("loci", "--theme", "d"), {"dark"})
        self.assertIn("river.loci", self.complete("loci", "info", "riv"))

    def test_desktop_knows_it(self):
        entry = configparser.ConfigParser(interpolation=None, strict=True)
        entry.optionxform = str
        desktop = self.usr / "share/applications/org.loci.Loci.desktop"
        entry.read(desktop, encoding="utf-8")
        main = entry["Desktop Entry"]
        self.assertTrue((self.usr / "bin" / main["Exec"].split()[0]).exists())
        icons = self.usr / "share/icons/hicolor"
        self.assertGreater(len(list(icons.glob(f"*/apps/{main['Icon']}.*"))), 5)
        types = ElementTree.parse(self.usr / "share/mime/packages/loci.xml").getroot().findall(f"{MIME}mime-type")
        self.assertEqual({one.get("type") for one in types}, set(main["MimeType"].strip(";").split(";")))
        patterns = {glob.get("pattern") for one in types for glob in one.findall(f"{MIME}glob")}
        self.assertLessEqual({"*.loci", "*.city.json"}, patterns)
        for one in types:
            self.assertTrue((icons / "scalable/mimetypes" / (one.find(f"{MIME}icon").get("name") + ".svg")).exists())
        metainfo = self.usr / "share/metainfo/org.loci.Loci.metainfo.xml"
        self.assertEqual(ElementTree.parse(metainfo).find("releases/release").get("version"), VERSION)
        if shutil.which("desktop-file-validate"):
            self.assertEqual(run("desktop-file-validate", desktop).stdout, "")
        if shutil.which("appstreamcli"):
            told = run("appstreamcli", "validate", "--no-net", metainfo)
            self.assertEqual(told.returncode, 0, told.stdout)

    def test_sdk_is_beside_it(self):
        self.assertTrue((self.usr / "include/loci/plugins/api/departmentpack.h").exists())
        self.assertTrue((self.usr / "lib/cmake/LociPack/LociPackConfig.cmake").exists())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
