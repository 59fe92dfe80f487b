"""`leps explain CODE`: every code of the program is explained, in both languages, on any terminal."""
import re
import unittest

from command import ROOT, CommandTest

CODES = [name for path in sorted((ROOT / "engine/diagnostics").glob("codes*.def"))
         for name in re.findall(r'LEPS_CODE\(\w+,\s*"([^"]+)"', path.read_text(encoding="utf-8"))]
ENTRIES = {name for path in (ROOT / "engine/diagnostics/explain").glob("*.md")
           for name in re.findall(r"^## (\S+/\S+)$", path.read_text(encoding="utf-8"), re.M)
           if path.name != "README.md"}


class ExplainCode(CommandTest):
    def test_the_lists_name_every_code(self):
        listed = [line.split()[0] for line in self.expect(0, "explain", "--codes").out.splitlines()]
        self.assertEqual(sorted(listed), sorted(CODES))
        rooms = {code.partition("/")[0] for code in CODES}
        found = []
        for room in rooms:
            done = self.expect(0, "explain", f"{room}/", "--lang", "en")
            found += [line.split()[0] for line in done.out.splitlines()]
        self.assertEqual(sorted(found), sorted(CODES))

    def test_no_entry_explains_a_code_that_is_gone(self):
        self.assertEqual(ENTRIES - set(CODES), set())

    def test_every_explanation_is_text_in_the_language_asked_for(self):
        for code in sorted(ENTRIES):
            with self.subTest(code):
                italian = self.expect(0, "explain", code).out
                english = self.expect(0, "explain", code, "--lang", "en").out
                self.assertTrue(italian.startswith(code + "\n"))
                self.assertNotEqual(italian, english)
                for text in (italian, english):
                    self.assertNotIn("```", text)
                    for line in text.splitlines():
                        if not line.startswith("    "):
                            self.assertLessEqual(len(line), 80, line)

    def test_an_unknown_code_gets_the_nearest(self):
        self.expect(2, "explain", "schedule/circle-rule", says="'schedule/circle-rules'")
        self.expect(2, "explain", "shedule/", says="'schedule/'")
        self.expect(2, "explain", "a/b/c", "--lang", "en", says="leps explain --codes")
        self.expect(2, "explain", "unit/mismatch", "--data", "met.yaml", says="--data")

    def test_a_rule_is_explained_as_before(self):
        self.expect(0, "explain", "organico", "--rules", "rules.leps", "--data", "met.yaml",
                    prints="Un assistente sociale ogni 5.000 abitanti")


if __name__ == "__main__":
    unittest.main()
