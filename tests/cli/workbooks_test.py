"""What is said of workbooks, word for word: those of tests/sheets/make_workbooks.py against
tests/golden/workbooks.txt.

With LEPS_UPDATE_GOLDEN=1 the expected text is rewritten: review the difference like code.
"""
import json
import os
import pathlib
import resource
import sys
import tempfile
import unittest
import zipfile

from command import ROOT, CommandTest

sys.path.insert(0, str(ROOT / "tests/sheets"))
import make_workbooks  # noqa: E402  (its folder is not on the path before)

EXPECTED = ROOT / "tests/golden/workbooks.txt"


def results(page):
    """`lodi 2025 organico parziale 1/20`, a line for each: what was read, in what it leads to."""
    return "".join(f"{r['ambito']} {r['year']} {r['rule']} {r['verdict']} {r['relative_gap']['hi']}\n"
                   for r in json.loads(page)["results"]) if page else ""


class Workbooks(CommandTest):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.workbooks = pathlib.Path(folder.name)
        make_workbooks.write_all(cls.workbooks)

    def setUp(self):
        super().setUp()
        (self.folder / "fogli").symlink_to(self.workbooks)

    def test_every_workbook(self):
        shown = ""
        for path in sorted((self.folder / "fogli").iterdir()):
            done = self.leps("check", "rules.leps", "--data", f"fogli/{path.name}", "--format", "json")
            shown += f"$ leps check rules.leps --data fogli/{path.name}\n{done.err}"
            shown += f"{results(done.out)}=> {done.status}\n\n"
        if os.environ.get("LEPS_UPDATE_GOLDEN"):
            EXPECTED.write_text(shown, encoding="utf-8")
        self.assertEqual(EXPECTED.read_text(encoding="utf-8"), shown)

    def test_memory_that_runs_out_is_no_damage(self):
        if self.sanitized():
            self.skipTest("sanitizers need the address space for themselves")
        with zipfile.ZipFile(self.workbooks / "buono.xlsx") as small, \
                zipfile.ZipFile(self.folder / "large.xlsx", "w", zipfile.ZIP_DEFLATED) as large:
            for part in small.namelist():
                text = small.read(part)
                if part.startswith("xl/worksheets/"):
                    text = text.replace(b"</sheetData>", b"<row></row>" * 500_000 + b"</sheetData>")
                large.writestr(part, text)
        statuses = set()
        for megabytes in range(30, 200, 17):
            def little_memory(most=megabytes << 20):
                resource.setrlimit(resource.RLIMIT_AS, (most, most))
            done = self.leps("check", "rules.leps", "--data", "large.xlsx", preexec_fn=little_memory)
            self.assertNotIn("sheet/damaged", done.err, f"of {megabytes} MB")
            if done.status == 70:
                self.assertIn("memoria", done.err)
            statuses.add(done.status)
        self.assertIn(70, statuses)

    def test_a_place_in_a_workbook_is_a_cell_wherever_it_is_shown(self):
        self.expect(1, "explain", "organico", "--rules", "rules.leps", "--data", "fogli/buono.ods",
                    "--ambito", "lodi", prints="buono.ods:dati!D2")
        self.expect(4, "check", "rules.leps", "--data", "fogli/testi.xlsx", "--lang", "en",
                    says="fogli/testi.xlsx, sheet “dati”, cell C2: error")
        shown = self.expect(1, "check", "rules.leps", "--data", "fogli/nascosto.xlsx", "--format",
                            "json").out
        self.assertIn('"code": "sheet/hidden-rows"', shown)


if __name__ == "__main__":
    unittest.main()
