"""What the command says, word for word: tests/golden/cli/<case>/commands against expected.txt.

Each line of `commands` is the words of one run, beside the files of CommandTest and those of the
case. With LEPS_UPDATE_GOLDEN=1 the expected text is rewritten: review the difference like code.
"""
import os
import re
import shlex
import shutil
import unittest

from command import ROOT, CommandTest

CASES = ROOT / "tests/golden/cli"
CODES = ROOT / "engine/diagnostics/codes_cli.def"
# Need a standard output that fails: files_test.py.
# shown by other suites, which look at the files too
ELSEWHERE = {"command/cannot-print", "command/form-exists", "command/out-ending", "command/out-exists", "command/out-folder"}


class Golden(CommandTest):
    maxDiff = None

    def transcript(self, case):
        """Every run of a case as a terminal would show it, and its exit status."""
        extras = [e for e in case.iterdir() if e.name not in ("commands", "expected.txt")]
        for extra in extras:
            shutil.copy(extra, self.folder / extra.name)
        shown = ""
        for line in (case / "commands").read_text(encoding="utf-8").splitlines():
            done = self.leps(*shlex.split(line))
            shown += f"$ leps {line}\n{done.err}{done.out}=> {done.status}\n\n"
        for extra in extras:  # the next case has its own
            (self.folder / extra.name).unlink()
        return shown

    def test_every_case(self):
        cases = sorted(path.parent for path in CASES.glob("*/commands"))
        self.assertGreater(len(cases), 3)
        for case in cases:
            with self.subTest(case.name):
                shown = self.transcript(case)
                expected = case / "expected.txt"
                if os.environ.get("LEPS_UPDATE_GOLDEN"):
                    expected.write_text(shown, encoding="utf-8")
                self.assertEqual(expected.read_text(encoding="utf-8"), shown)

    def test_every_code_has_a_case(self):
        codes = set(re.findall(r'LEPS_CODE\(\w+, "([^"]+)"', CODES.read_text(encoding="utf-8")))
        shown = "".join(path.read_text(encoding="utf-8") for path in CASES.glob("*/expected.txt"))
        self.assertEqual(codes - ELSEWHERE - set(re.findall(r"\[([a-z-]+/[a-z-]+)\]", shown)), set())


if __name__ == "__main__":
    unittest.main()
