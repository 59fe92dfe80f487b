"""`leps check` and `leps explain`: exit statuses, what is kept of the data, formats, one output."""
import json
import os
import pty
import subprocess
import unittest

from command import LEPS, MET, PACK, SHORT, CommandTest, data_of

UNKNOWN = {"popolazione": "50000"}
FORMATS = ("text", "json", "csv", "md", "html")


class ExitStatus(CommandTest):
    def test_what_the_verdicts_ask_for(self):
        rows = [
            ("all met", {2025: MET}, 0),
            ("one short", {2025: SHORT}, 1),
            ("not known", {2025: UNKNOWN}, 1),
            ("met before the other was in force", {2024: MET}, 0),
            ("met in one year, short in the next", {2024: MET, 2025: SHORT}, 1),
        ]
        for why, years, status in rows:
            with self.subTest(why):
                self.write("data.yaml", data_of("lodi", years))
                self.assertEqual(self.expect(status, "check", "rules.leps", "--data", "data.yaml").err,
                                 "")

    def test_rules_with_errors(self):
        self.write("bad.leps", PACK.replace("regola pronto", "regla pronto"))
        line = PACK[: PACK.index("regola pronto")].count("\n") + 1
        done = self.expect(3, "check", "bad.leps", "--data", "met.yaml", says=f"bad.leps:{line}:1")
        self.assertEqual(done.out, "")
        self.expect(3, "explain", "organico", "--rules", "bad.leps", "--data", "met.yaml")

    def test_data_with_errors(self):
        self.write("bad.yaml", data_of("lodi", {2025: {**MET, "asistenti": "3"}}))
        done = self.expect(4, "check", "rules.leps", "--data", "bad.yaml", says="bad.yaml:8")
        self.assertIn("assistenti", done.err)
        self.assertEqual(done.out, "")
        self.expect(4, "explain", "organico", "--rules", "rules.leps", "--data", "bad.yaml")

    def test_wrong_rules_are_told_before_wrong_data(self):
        self.write("bad.leps", "pacchetto")
        self.write("bad.yaml", "[")
        self.expect(3, "check", "bad.leps", "--data", "bad.yaml")


class KeepGood(CommandTest):
    def test_the_rest_is_used_and_the_report_says_so(self):
        self.write("data/bad.yaml", data_of("adda", {2025: {**MET, "assistenti": "molti"}}))
        self.write("data/good.yaml", data_of("lodi", {2025: MET}))
        self.assertEqual(self.expect(4, "check", "rules.leps", "--data", "data").out, "")
        done = self.expect(4, "check", "rules.leps", "--data", "data", "--keep-good", "--format",
                           "json", says="bad.yaml:6")
        report = json.loads(done.out)
        verdicts = {(r["ambito"], r["rule"]): r["verdict"] for r in report["results"]}
        self.assertEqual(verdicts[("lodi", "organico")], "soddisfatto")
        self.assertEqual(verdicts[("adda", "organico")], "non_valutabile")
        codes = [diagnostic["code"] for diagnostic in report["diagnostics"]]
        self.assertIn("command/data-left-out", codes)
        self.assertEqual(len(codes), 2)

    def test_a_file_that_cannot_be_read_is_left_out_too(self):
        self.expect(5, "check", "rules.leps", "--data", "met.yaml", "none.yaml")
        self.expect(5, "check", "rules.leps", "--data", "met.yaml", "none.yaml", "--keep-good",
                    prints="lodi", says="none.yaml")

    def test_without_errors_nothing_changes(self):
        plain = self.expect(1, "check", "rules.leps", "--data", "short.yaml")
        kept = self.expect(1, "check", "rules.leps", "--data", "short.yaml", "--keep-good")
        self.assertEqual(plain.out, kept.out)


class Choosing(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("data/a.yaml", data_of("adda", {2024: MET, 2025: SHORT}))
        self.write("data/sub/b.yml", data_of("brembo", {2025: MET}))
        self.write("data/readme.txt", "not data")

    def results(self, *words):
        done = self.leps("check", "rules.leps", "--data", "data", "--format", "json", *words)
        return done.status, [(r["ambito"], r["year"], r["rule"])
                             for r in json.loads(done.out)["results"]]

    def test_folders_are_read_to_the_bottom(self):
        status, results = self.results()
        self.assertEqual(status, 1)
        self.assertEqual(results, [(ambito, year, rule)
                                   for ambito, year in (("adda", 2024), ("adda", 2025),
                                                        ("brembo", 2025))
                                   for rule in ("organico", "pronto")])

    def test_one_year_or_one_ambito(self):
        status, results = self.results("--year", "2024")
        self.assertEqual((status, {r[:2] for r in results}), (0, {("adda", 2024)}))
        status, results = self.results("--ambito", "brembo")
        self.assertEqual((status, {r[:2] for r in results}), (0, {("brembo", 2025)}))

    def test_several_ambiti_by_key_or_name(self):
        self.write("data/c.yaml", data_of("cherio", {2025: MET}, name="Val Cherio"))
        self.write("data/d.yaml", data_of("dezzo", {2025: MET}, name="Val Dezzo"))
        both = {("brembo", 2025), ("cherio", 2025)}
        for words in (["--ambito", "brembo", "--ambito", "cherio"], ["--ambito=cherio", "--ambito", "brembo"],
                      ["--ambito", "val cherio", "--ambito", "brembo"], ["--ambito", "cherio", "--ambito", "Val Cherio",
                                                                        "--ambito", "brembo"]):
            with self.subTest(words=words):
                self.assertEqual({r[:2] for r in self.results(*words)[1]}, both)
        for words, says in ((["--ambito", "brembo", "--ambito", "Val Cherrio"], "Val Cherio"),
                            (["--ambito", "Cherrio"], "cherio")):
            with self.subTest(words=words):
                self.expect(2, "check", "rules.leps", "--data", "data", *words, says=says)
        self.write("data/d.yaml", data_of("dezzo", {2025: MET}, name="Val Cherio"))
        done = self.expect(2, "check", "rules.leps", "--data", "data", "--ambito", "Val Cherio", says="cherio, dezzo")
        self.assertIn("command/ambiti-of-one-name", done.err)
        # A key comes before a name that is written in the same way.
        self.write("data/d.yaml", data_of("dezzo", {2025: MET}, name="cherio"))
        self.assertEqual({r[:2] for r in self.results("--ambito", "cherio")[1]}, {("cherio", 2025)})

    def test_names_that_the_data_or_the_rules_do_not_have(self):
        rows = [
            (["--year", "2019"], "2024, 2025", "command/no-such-year"),
            (["--ambito", "brembio"], "brembo", "command/no-such-ambito"),
            (["--ambito", "brembo", "--year", "2024"], "2025", "command/no-such-year"),
            (["--order", "per_causa"], "per_cause", "command/no-such-order"),
            (["--order", "zzz"], "per_lacuna, per_cause", "command/no-such-order"),
        ]
        for words, named, code in rows:
            with self.subTest(words=words):
                done = self.expect(2, "check", "rules.leps", "--data", "data", *words, says=named)
                self.assertIn(code, done.err)
                self.assertEqual(done.out, "")

    def test_the_order_decides_the_ranks(self):
        self.write("data/a.yaml", data_of("adda", {2025: {**SHORT, "pronto_attivo": "no"}}))
        for order, first in (("per_lacuna", "pronto"), ("per_cause", "organico")):
            done = self.leps("check", "rules.leps", "--data", "data/a.yaml", "--format", "json",
                             "--order", order)
            ranks = {r["rule"]: r["rank"] for r in json.loads(done.out)["results"]}
            self.assertEqual(ranks[first], 1, order)

    def test_explain_one_and_all(self):
        one = self.expect(1, "explain", "organico", "--rules", "rules.leps", "--data", "data",
                          "--ambito", "adda", "--year", "2025", prints="norma")
        met = self.expect(0, "explain", "organico", "--rules", "rules.leps", "--data", "data",
                          "--year", "2024")
        every = self.expect(1, "explain", "organico", "--rules", "rules.leps", "--data", "data")
        self.assertIn(one.out, every.out)
        self.assertIn(met.out, every.out)
        self.assertNotEqual(one.out, met.out)

    def test_explain_an_unknown_rule(self):
        done = self.expect(2, "explain", "organigo", "--rules", "rules.leps", "--data", "data",
                           says="organico")
        self.assertIn("command/no-such-rule", done.err)


class Formats(CommandTest):
    def test_out_writes_what_would_be_printed(self):
        for name in FORMATS:
            with self.subTest(name):
                words = ["check", "rules.leps", "--data", "short.yaml", "--format", name]
                printed = self.expect(1, *words).out_bytes
                self.assertGreater(len(printed), 0)
                done = self.expect(1, *words, "--out", "result")
                self.assertEqual(done.out, "")
                self.assertEqual(self.read("result"), printed)

    def test_the_name_of_the_file_decides_the_format(self):
        for name, ending in (("json", "json"), ("csv", "csv"), ("md", "md"), ("html", "html")):
            words = ["check", "rules.leps", "--data", "short.yaml"]
            self.expect(1, *words, "--out", f"result.{ending}")
            self.assertEqual(self.read(f"result.{ending}"),
                             self.expect(1, *words, "--format", name).out_bytes)

    def test_the_same_bytes_everywhere(self):
        worlds = [
            {},
            {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8"},
            {"TZ": "America/Los_Angeles", "LC_ALL": "C", "NO_COLOR": "1", "COLUMNS": "40"},
        ]
        words = [str(self.folder / "rules.leps"), "--data", str(self.folder / "short.yaml")]
        for language in ("it", "en"):
            for name in FORMATS:
                outputs = {self.expect(1, "check", *words, "--format", name, "--lang", language,
                                       env=world, cwd=cwd).out_bytes
                           for world in worlds for cwd in (self.folder, "/")}
                self.assertEqual(len(outputs), 1, (language, name))

    def test_json_is_the_same_in_both_languages(self):
        words = ["check", "rules.leps", "--data", "short.yaml", "--format", "json"]
        self.assertEqual(self.expect(1, *words).out, self.expect(1, *words, "--lang", "en").out)

    def test_text_is_in_the_language_asked_for(self):
        words = ["check", "rules.leps", "--data", "short.yaml"]
        self.assertNotEqual(self.expect(1, *words).out, self.expect(1, *words, "--lang", "en").out)


class Color(CommandTest):
    def test_always_and_never(self):
        words = ["check", "rules.leps", "--data", "short.yaml", "--color"]
        self.assertIn("\x1b[", self.expect(1, *words, "always").out)
        self.assertNotIn("\x1b[", self.expect(1, *words, "never").out)
        self.assertNotIn("\x1b[", self.expect(1, *words, "auto").out)

    def on_a_terminal(self, *words, env=None):
        """What a terminal would show."""
        ours, theirs = pty.openpty()
        with subprocess.Popen([LEPS, *words], stdout=theirs, stderr=theirs, cwd=self.folder,
                              env=env or {}) as process:
            os.close(theirs)
            shown = b""
            while True:
                try:
                    chunk = os.read(ours, 65536)
                except OSError:  # Linux: the other end is closed
                    break
                if not chunk:
                    break
                shown += chunk
        os.close(ours)
        return process.returncode, shown

    def test_only_on_a_terminal(self):
        words = ["check", "rules.leps", "--data", "short.yaml"]
        status, shown = self.on_a_terminal(*words)
        self.assertEqual(status, 1)
        self.assertIn(b"\x1b[", shown)
        self.assertNotIn(b"\x1b[", self.on_a_terminal(*words, env={"NO_COLOR": "1"})[1])
        self.assertIn(b"\x1b[", self.on_a_terminal(*words, env={"NO_COLOR": ""})[1])
        self.assertNotIn(b"\x1b[", self.on_a_terminal(*words, "--color", "never")[1])
        self.assertIn(b"\x1b[", self.on_a_terminal("chek")[1])

    def test_never_in_a_file(self):
        words = ["check", "rules.leps", "--data", "short.yaml", "--out", "result"]
        self.on_a_terminal(*words)
        self.assertNotIn(b"\x1b[", self.read("result"))


class ShippedRules(CommandTest):
    def test_used_where_none_are_named(self):
        done = self.expect(0, "lint", prints="0 errori")
        self.assertEqual(done.status, 0)
        shipped = self.expect(0, "test", "--format", "json")
        for example in json.loads(shipped.out)["examples"]:
            self.assertTrue(example["holds"], example)
            # Named alike on every machine.
            self.assertTrue(example["file"].startswith("rules/nazionale/"), example)


if __name__ == "__main__":
    unittest.main()
