# SPDX-FileCopyrightText: 2026 The Loci authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of the root explain themselves and fail with one sentence that says what to do. Tools of the computer
(sudo, df, dpkg-query) are replaced by fakes on the PATH, so nothing is installed or built here."""
import fcntl
import os
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PREPARE = ROOT / "packaging/deps/prepare"
NO_PACKAGE = "exit 0"  # dpkg-query knows nothing: everything is missing
NO_DISK = "echo head; echo /dev/x 100 99 1000 99% /"


class Commands(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="loci commands ")
        self.addCleanup(holder.cleanup)
        self.home = Path(holder.name)
        self.prefix = self.home / "prefix"
        self.cache = self.home / "cache"

    def complete_prefix(self):
        (self.prefix / "lib").mkdir(parents=True)
        (self.prefix / "lib/a.so").write_text("a", encoding="utf-8")
        (self.prefix / ".complete").touch()

    def fake(self, **tools):
        (self.home / "bin").mkdir(exist_ok=True)
        for name, body in tools.items():
            tool = self.home / "bin" / name.replace("_", "-")
            tool.write_text("#!/bin/sh\n" + body + "\n", encoding="utf-8")
            tool.chmod(0o755)

    def environment(self, **more):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("LOCI_")}
        environment["PATH"] = f"{self.home}/bin:{environment['PATH']}"
        return {**environment, "HOME": str(self.home), "XDG_CACHE_HOME": str(self.cache), **more}

    def call(self, *command, **environment):
        return subprocess.run([str(part) for part in command], env=self.environment(**environment), timeout=60,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, start_new_session=True)

    def prepare(self, *arguments, **environment):
        return self.call(PREPARE, *arguments, **environment)

    def assert_sentence(self, answer, *words):
        self.assertEqual(answer.returncode, 1, answer.stderr)
        last = answer.stderr.strip().splitlines()[-1]
        self.assertTrue(last.startswith("loci: ") and last.endswith((".", ").")), last)
        for word in words:
            self.assertIn(word, last)
        self.assertNotIn("line ", answer.stderr.replace("command line", ""))

    def test_another_distribution_is_named(self):
        release = self.home / "os-release"
        release.write_text('ID=ubuntu\nVERSION_ID="24.04"\nPRETTY_NAME="Ubuntu 24.04 LTS"\n', encoding="utf-8")
        self.assert_sentence(self.prepare(LOCI_OS_RELEASE=str(release)), "Ubuntu 24.04 LTS", "Debian 12")

    def test_without_root_it_says_who_may(self):
        self.fake(dpkg_query=NO_PACKAGE, id="echo 1000", sudo="exit 1")
        self.assert_sentence(self.prepare(), "packages are missing", "root")

    def test_without_network_it_says_what_to_check(self):
        self.fake(dpkg_query=NO_PACKAGE, id="echo 1000",
                  sudo='[ "$1" = -n ] && exit 0; echo "E: Could not resolve the mirror" >>"$2"; exit 100')
        self.assert_sentence(self.prepare(), "mirror", "network")

    def test_a_full_disk_is_told_before_anything_starts(self):
        self.fake(df=NO_DISK)
        self.assert_sentence(self.prepare("--groups", "none"), "5 GiB", "free")
        self.fake(df=NO_DISK, dpkg_query=NO_PACKAGE, id="echo 0")
        self.assert_sentence(self.prepare(), "4 GiB", "free")

    def test_a_cache_that_cannot_be_written_is_named(self):
        blocked = self.home / "file"
        blocked.touch()
        self.assert_sentence(self.prepare("--groups", "none", XDG_CACHE_HOME=str(blocked)), str(blocked), "XDG_CACHE_HOME")

    def test_nothing_to_do_is_quick_and_names_the_prefix_last(self):
        self.complete_prefix()
        began = time.monotonic()
        answer = self.prepare("--groups", "none", LOCI_DEPS_PREFIX=str(self.prefix))
        self.assertLess(time.monotonic() - began, 2)
        self.assertEqual((answer.returncode, answer.stdout, answer.stderr), (0, f"{self.prefix}\n", ""))

    def test_a_packed_prefix_is_used_when_its_name_fits(self):
        self.complete_prefix()
        packed = self.home / "packed"
        self.assertEqual(self.prepare("--groups", "none", "--pack", packed, LOCI_DEPS_PREFIX=str(self.prefix)).returncode, 0)
        name = f"loci-deps-{self.prepare('--hash').stdout.strip()}-debian12-amd64.tar.zst"
        self.assertEqual(os.listdir(packed), [name])
        answer = self.prepare("--groups", "none", LOCI_DEPS_CACHE=str(packed))
        self.assertEqual(answer.returncode, 0, answer.stderr)
        unpacked = Path(answer.stdout.strip())
        self.assertTrue((unpacked / ".complete").exists() and (unpacked / "lib/a.so").exists())

    def test_a_packed_prefix_completes_an_interrupted_build(self):
        self.complete_prefix()
        packed = self.home / "packed"
        self.prepare("--groups", "none", "--pack", packed, LOCI_DEPS_PREFIX=str(self.prefix))
        half = self.home / "half"
        (half / "lib").mkdir(parents=True)
        answer = self.prepare("--groups", "none", LOCI_DEPS_CACHE=str(packed), LOCI_DEPS_PREFIX=str(half))
        self.assertEqual(answer.returncode, 0, answer.stderr)
        self.assertTrue((half / ".complete").exists() and (half / "lib/a.so").exists())

    def test_a_damaged_or_foreign_packed_prefix_is_not_used(self):
        packed = self.home / "packed"
        packed.mkdir()
        (packed / "loci-deps-0123456789abcdef-debian12-amd64.tar.zst").touch()
        self.fake(df=NO_DISK)  # so that the build that follows does not begin
        self.assert_sentence(self.prepare("--groups", "none", LOCI_DEPS_CACHE=str(packed)), "5 GiB")
        (packed / f"loci-deps-{self.prepare('--hash').stdout.strip()}-debian12-amd64.tar.zst").write_bytes(b"no archive")
        answer = self.prepare("--groups", "none", LOCI_DEPS_CACHE=str(packed))
        self.assertIn("damaged", answer.stderr)
        self.assert_sentence(answer, "5 GiB")

    def test_the_second_of_two_waits_and_says_so(self):
        (self.cache / "loci").mkdir(parents=True)
        with open(self.cache / "loci/prepare.lock", "w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            second = subprocess.Popen([PREPARE, "--groups", "none"], stdin=subprocess.DEVNULL, text=True,
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                      env=self.environment(LOCI_DEPS_PREFIX=str(self.prefix)))
            self.assertIn("Another preparation", second.stderr.readline())
            self.complete_prefix()
        out, _ = second.communicate(timeout=30)
        self.assertEqual((second.returncode, out), (0, f"{self.prefix}\n"))

    def test_the_commands_explain_themselves(self):
        for command, word in (("run", "--build-only"), ("test", "--fast"), ("packaging/dev/dev", "format"),
                              ("packaging/deps/prepare", "LOCI_DEPS_CACHE")):
            with self.subTest(command=command):
                answer = self.call(ROOT / command, "--help")
                self.assertEqual((answer.returncode, answer.stderr), (0, ""))
                self.assertIn(word, answer.stdout)

    def test_wrong_usage_is_one_sentence(self):
        for command, arguments in (("run", ["--fly"]), ("run", ["no such city.json"]), ("test", ["--fly"]),
                                   ("test", ["--label"]), ("packaging/dev/dev", ["fly"]), ("packaging/dev/gates", ["fly"])):
            with self.subTest(command=command, arguments=arguments):
                self.assert_sentence(self.call(ROOT / command, *arguments))

    def test_every_script_is_executable(self):
        scripts = [ROOT / name for name in ("run", "test", ".ci/run")]
        scripts += [path for path in (ROOT / "packaging").rglob("*") if path.is_file() and path.read_bytes()[:3] == b"#!/"]
        self.assertGreater(len(scripts), 8)
        for script in scripts:
            self.assertTrue(os.access(script, os.X_OK), script)


if __name__ == "__main__":
    unittest.main()
