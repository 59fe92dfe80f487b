"""The command line: what `leps` teaches, and what it says of wrong words, in both languages."""
import unittest

from command import CommandTest

# Words that only an English sentence has, and words that only an Italian one has.
ENGLISH = [" the ", "expected", "missing", "required", "argument", "perhaps", "option ", "Usage"]
ITALIAN = ["serve", "manca", "forse", "opzione", "comando", "elenca"]


class Teaching(CommandTest):
    def test_alone_it_teaches(self):
        done = self.expect(2, prints="leps check --data")
        self.assertIn("leps help", done.out)
        self.assertEqual(done.err, "")
        self.assertIn("To begin:", self.expect(2, "--lang", "en").out)

    def test_help_in_every_spelling(self):
        overview = self.expect(0, "help").out
        for words in (["--help"], ["-h"]):
            self.assertEqual(self.expect(0, *words).out, overview)
        for command in ("check", "explain", "test", "lint", "fmt"):
            page = self.expect(0, "help", command, prints=f"leps {command}").out
            for words in ([command, "--help"], [command, "-h"], ["--lang", "it", command, "-h"]):
                self.assertEqual(self.expect(0, *words).out, page)
            english = self.expect(0, command, "--help", "--lang", "en").out
            self.assertNotEqual(english, page)
            self.assertEqual(self.expect(0, "help", command, "--lang=en").out, english)
            self.assertEqual(self.expect(0, "--lang", "en", "help", command).out, english)

    def test_version(self):
        self.assertRegex(self.expect(0, "--version").out, r"^leps \d+\.\d+\.\d+\n$")

    def test_the_language_of_the_system_changes_nothing(self):
        for words in ([], ["help"], ["chek"], ["check"]):
            plain = self.leps(*words)
            english = self.leps(*words, env={"LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8",
                                             "LANGUAGE": "en"})
            self.assertEqual((plain.out, plain.err), (english.out, english.err))


class WrongWords(CommandTest):
    ROWS = [
        # words, what the message names, the code
        (["chek"], "leps check", "command/unknown-command"),
        (["met.yaml"], "leps check --data met.yaml", "command/unknown-command"),
        (["rules.leps"], "leps lint rules.leps", "command/unknown-command"),
        (["dock"], "leps help", "command/unknown-command"),
        (["doc"], "leps doc --out", "command/missing-word"),
        (["help", "lnit"], "leps lint", "command/unknown-command"),
        (["-x"], "-x", "command/unknown-option"),
        (["check", "--dta", "met.yaml"], "--data", "command/unknown-option"),
        (["check", "--data", "met.yaml", "--strict"], "leps lint", "command/unknown-option"),
        (["lint", "--data", "met.yaml"], "leps check", "command/unknown-option"),
        (["--data", "met.yaml"], "leps check", "command/unknown-option"),
        (["check", "--data"], "--data", "command/missing-value"),
        (["check", "--data", "met.yaml", "--out"], "--out", "command/missing-value"),
        (["check", "--year", "--data", "met.yaml"], "--year", "command/missing-value"),
        (["check", "--data", "met.yaml", "--year", "dopodomani"], "2025", "command/wrong-value"),
        (["check", "--data", "met.yaml", "--format", "pdf"], "html", "command/wrong-value"),
        (["check", "--data", "met.yaml", "--format", "josn"], "json", "command/wrong-value"),
        (["check", "--data", "met.yaml", "--color", "rosso"], "never", "command/wrong-value"),
        (["check", "--data", "met.yaml", "--format", "csv", "--format", "md"], "--format",
         "command/given-twice"),
        (["fmt", "--check=sì", "rules.leps"], "--check", "command/takes-no-value"),
        (["check"], "--data", "command/missing-word"),
        (["explain"], "explain", "command/missing-word"),
        (["explain", "organico"], "--data", "command/missing-word"),
        (["fmt"], "leps fmt", "command/missing-word"),
        (["explain", "organico", "pronto", "--data", "met.yaml"], "pronto", "command/extra-word"),
        (["help", "check", "fmt"], "fmt", "command/extra-word"),
        (["test", "--format", "html"], "json", "command/wrong-value"),
    ]

    def test_each_is_explained_in_italian(self):
        for words, named, code in self.ROWS:
            with self.subTest(words=words):
                done = self.expect(2, *words, says=named)
                self.assertIn(f"[{code}]", done.err)
                self.assertEqual(done.out, "")
                sentences = done.err.replace(f"[{code}]", "")
                for word in ENGLISH:
                    self.assertNotIn(word, sentences)

    def test_each_is_explained_in_english(self):
        for words, named, code in self.ROWS:
            for placed in (["--lang", "en", *words], [*words, "--lang=en"]):
                with self.subTest(words=placed):
                    done = self.expect(2, *placed, says=named)
                    self.assertIn(f"[{code}]", done.err)
                    for word in ITALIAN:
                        self.assertNotIn(word, done.err)

    def test_a_wrong_language_is_told_in_italian(self):
        self.expect(2, "--lang", "fr", says="it o en")
        self.expect(2, "check", "--data", "met.yaml", "--lang", "fr", says="it o en")

    def test_all_mistakes_are_told_at_once(self):
        done = self.expect(2, "check", "--dta", "x", "--year", "25", "--format", "pdf")
        self.assertEqual(done.err.count("[command/"), 3)

    def test_control_characters_never_reach_the_terminal(self):
        for words in (["\x1b[31mrosso"], ["check", "--\x1b]0;t\x07"],
                      ["check", "--data", "met.yaml", "--format", "\x1b[2J"],
                      ["check", "--data", "\x1b[2J.yaml"], ["fmt", "\x1b[2J.leps"]):
            done = self.leps(*words)
            self.assertNotIn(b"\x1b", done.out_bytes + done.err_bytes, words)
            self.assertNotIn(b"\x07", done.out_bytes + done.err_bytes, words)


if __name__ == "__main__":
    unittest.main()
