"""`leps test` and `leps lint`: examples that hold or fail, findings, exit statuses."""
import json
import unittest

from command import PACK, CommandTest

FAILING = PACK + """
esempio "un errore di chi scrive"
  anno 2025
  popolazione = 50.000; assistenti = 9; pronto_attivo = ?
  attesi
    organico soddisfatto
    pronto non_valutabile
"""


class Examples(CommandTest):
    line = FAILING[: FAILING.rindex("organico soddisfatto")].count("\n") + 1

    def test_all_hold(self):
        done = self.expect(0, "test", "rules.leps", prints="esempi: 1; tornano: 1; non tornano: 0")
        self.assertEqual(done.err, "")
        self.expect(0, "test", "rules.leps", "--lang", "en", prints="examples: 1; hold: 1; fail: 0")

    def test_one_fails(self):
        self.write("failing.leps", FAILING)
        done = self.expect(1, "test", "failing.leps", prints=f"failing.leps:{self.line}:5")
        for words in ("un errore di chi scrive", "organico soddisfatto", "non_soddisfatto",
                      "example/unmet", "esempi: 2; tornano: 1; non tornano: 1"):
            self.assertIn(words, done.out)
        self.assertNotIn("pronto non_valutabile", done.out)

    def test_as_json(self):
        self.write("failing.leps", FAILING)
        document = json.loads(self.expect(1, "test", "failing.leps", "--format", "json").out)
        self.assertEqual(document["schema"], "leps-test/1")
        held, failed = document["examples"]
        self.assertEqual((held["title"], held["holds"], held["misses"]), ("alla soglia", True, []))
        self.assertFalse(failed["holds"])
        (miss,) = failed["misses"]
        self.assertEqual(miss["expected"], "organico soddisfatto")
        self.assertIn("non_soddisfatto", miss["found"]["it"])
        self.assertEqual((miss["file"], miss["line"], miss["column"]), ("failing.leps", self.line, 5))

    def test_what_no_example_reaches(self):
        done = self.expect(0, "test", "rules.leps")
        document = json.loads(self.expect(0, "test", "rules.leps", "--format", "json").out)
        self.assertGreater(len(document["unreached"]), 0)
        self.assertIn(f"punti che nessun esempio raggiunge: {len(document['unreached'])}", done.out)
        for each in document["unreached"]:
            self.assertIn(each["what"]["it"], done.out)

    def test_rules_with_errors_are_not_run(self):
        self.write("bad.leps", PACK.replace("almeno livello di", "almeno lvello di"))
        done = self.expect(3, "test", "bad.leps", says="livello")
        self.assertEqual(done.out, "")

    def test_several_files_and_folders(self):
        self.write("packs/one.leps", PACK)
        self.write("packs/two/other.leps", PACK.replace("pacchetto prova", "pacchetto altro")
                   .replace("organico", "organico2").replace("pronto ", "pronto2 ")
                   .replace("livello", "livello2").replace("per_", "poi_"))
        self.expect(0, "test", "packs", prints="esempi: 2")


class Lint(CommandTest):
    def test_clean_rules(self):
        self.expect(0, "lint", "rules.leps", prints="0 errori")
        self.expect(0, "lint", "rules.leps", "--lang", "en", prints="0 errors")

    def test_warnings_pass_unless_strict(self):
        done = self.expect(0, "lint", "rules.leps", says="example/unreached")
        self.assertNotIn("0 avvisi", done.out)
        self.expect(1, "lint", "rules.leps", "--strict")

    def test_errors(self):
        self.write("bad.leps", PACK.replace("almeno livello di", "almeno lvello di"))
        done = self.expect(3, "lint", "bad.leps", prints="1 errore")
        line = PACK[: PACK.index("almeno livello di")].count("\n") + 1
        self.assertIn(f"bad.leps:{line}:", done.err)

    def test_as_json(self):
        self.write("bad.leps", PACK.replace("almeno livello di", "almeno lvello di"))
        done = self.expect(3, "lint", "bad.leps", "--format", "json")
        self.assertEqual(done.err, "")
        document = json.loads(done.out)
        self.assertEqual(document["schema"], "leps-lint/1")
        (finding,) = document["diagnostics"]
        self.assertEqual(finding["severity"], "error")
        self.assertEqual(finding["file"], "bad.leps")
        self.assertNotEqual(finding["message"]["it"], finding["message"]["en"])


if __name__ == "__main__":
    unittest.main()
