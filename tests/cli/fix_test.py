"""`leps fmt --fix`: mends what can be mended in one way, shows it, and loses nothing."""
import json
import unittest

from command import PACK, CommandTest

# Each a mistake with one reading, and the line that was meant.
WRONG = (PACK.replace("assistenti almeno livello", "assistenti maggiore o uguale al livello")
             .replace("regola pronto", "Regola pronto")
             .replace("50.000;", "50 000;")
             .replace("almeno 1  intero", "minimo 1  intero /* almeno uno */"))
MEANT = PACK.replace("almeno 1  intero", "almeno 1  intero /* almeno uno */")
# Nobody knows what this is meant to be.
HOPELESS = WRONG.replace("dopo organico", "dopo di organico e basta")


class Fix(CommandTest):
    def canonical(self, text):
        self.write("canonical.leps", text)
        self.expect(0, "fmt", "canonical.leps")
        return self.read("canonical.leps")

    def test_mends_formats_and_then_leaves_alone(self):
        self.write("wrong.leps", WRONG)
        self.expect(3, "fmt", "wrong.leps")
        done = self.expect(0, "fmt", "--fix", "wrong.leps")
        self.assertEqual(self.read("wrong.leps"), self.canonical(MEANT))
        self.assertEqual(done.out, "")
        again = self.expect(0, "fmt", "--fix", "wrong.leps")
        self.assertEqual((again.out, again.err), ("", ""))

    def test_shows_each_place_with_its_lines(self):
        self.write("wrong.leps", WRONG)
        said = self.expect(0, "fmt", "--fix", "wrong.leps").err
        line = WRONG.splitlines().index("Regola pronto \"Pronto intervento sociale\"") + 1
        self.assertIn(f"wrong.leps:{line}:1: corretto: ", said)
        self.assertIn("  - Regola pronto \"Pronto intervento sociale\"\n"
                      "  + regola pronto \"Pronto intervento sociale\"\n", said)
        self.assertEqual(said.count("  - "), 4)
        self.assertIn("wrong.leps: 4 correzioni\n", said)
        self.write("wrong.leps", WRONG)
        said = self.expect(0, "fmt", "--fix", "--lang", "en", "wrong.leps").err
        self.assertIn(f"wrong.leps:{line}:1: mended: ", said)
        self.assertIn("wrong.leps: 4 mistakes mended\n", said)

    def test_what_it_may_not_mend_stays_and_is_told(self):
        self.write("wrong.leps", HOPELESS)
        done = self.expect(3, "fmt", "--fix", "wrong.leps", says="[syntax/")
        self.assertIn("wrong.leps: 4 correzioni; resta", done.err)
        left = self.read("wrong.leps").decode()
        self.assertIn("maggiore o uguale", HOPELESS)
        self.assertNotIn("maggiore o uguale", left)
        # All but what was mended is as it was, its layout too.
        self.assertEqual(left, HOPELESS.replace("maggiore o uguale al livello", "almeno livello")
                         .replace("Regola", "regola").replace("50 000", "50.000")
                         .replace("minimo", "almeno"))
        again = self.expect(3, "fmt", "--fix", "wrong.leps", says="0 correzioni; resta")
        self.assertEqual(self.read("wrong.leps").decode(), left)
        self.assertNotIn("  - ", again.err)

    def test_line_ends_and_the_mark_stay_where_the_layout_does(self):
        content = b"\xef\xbb\xbf" + HOPELESS.replace("\n", "\r\n").encode()
        self.write("wrong.leps", content)
        self.expect(3, "fmt", "--fix", "wrong.leps")
        left = self.read("wrong.leps")
        self.assertTrue(left.startswith(b"\xef\xbb\xbf"))
        self.assertEqual(left.count(b"\r\n"), content.count(b"\r\n"))
        self.assertNotIn(b"maggiore", left)
        # Where all is mended they become plain, as fmt makes them.
        self.write("wrong.leps", b"\xef\xbb\xbf" + WRONG.replace("\n", "\r\n").encode())
        self.expect(0, "fmt", "--fix", "wrong.leps")
        self.assertEqual(self.read("wrong.leps"), self.canonical(MEANT))

    def test_check_writes_nothing_and_says_what_it_would_do(self):
        self.write("wrong.leps", WRONG)
        done = self.expect(1, "fmt", "--fix", "--check", "wrong.leps", says="da correggere: ")
        self.assertEqual(done.out, "wrong.leps\n")
        self.assertIn("4 correzioni da fare\n", done.err)
        self.assertEqual(self.read("wrong.leps"), WRONG.encode())
        self.write("hopeless.leps", HOPELESS)
        self.expect(3, "fmt", "--check", "--fix", "hopeless.leps", prints="hopeless.leps\n")
        self.assertEqual(self.read("hopeless.leps"), HOPELESS.encode())
        self.write("right.leps", self.canonical(MEANT))
        self.assertEqual(self.expect(0, "fmt", "--fix", "--check", "right.leps").out, "")

    def test_standard_input(self):
        done = self.expect(0, "fmt", "--fix", "-", stdin=WRONG.encode(), says="4 correzioni")
        self.assertEqual(done.out_bytes, self.canonical(MEANT))

    def test_in_the_other_language(self):
        self.write("wrong.leps", WRONG)
        self.expect(0, "fmt", "--fix", "--to", "en", "wrong.leps")
        self.assertIn(b"assistenti at least livello of popolazione", self.read("wrong.leps"))

    def test_numbers_with_two_readings_are_never_touched(self):
        wrong = PACK.replace("5.000 abitanti", "5,000 abitanti")
        self.write("wrong.leps", wrong)
        self.expect(3, "fmt", "--fix", "wrong.leps", says="0 correzioni; resta 1 errore")
        self.assertEqual(self.read("wrong.leps"), wrong.encode())

    def test_a_near_name_is_never_written(self):
        wrong = PACK.replace("requisito abbastanza", "requisit abbastanza")
        self.write("wrong.leps", wrong)
        self.expect(3, "fmt", "--fix", "wrong.leps", says="forse volevi scrivere 'requisito'")
        self.assertEqual(self.read("wrong.leps"), wrong.encode())

    def test_what_is_no_text_or_no_file_is_left_alone(self):
        self.write("bad.leps", b"pacchetto prova versione \"1\" \xff")
        self.expect(3, "fmt", "--fix", "bad.leps", says="text/not-utf8")
        self.expect(5, "fmt", "--fix", "none.leps", says="none.leps")
        self.assertEqual(self.read("bad.leps"), b"pacchetto prova versione \"1\" \xff")

    def test_bad_combinations(self):
        self.expect(2, "fmt", "--fix", says="manca")
        self.expect(2, "fmt", "--fix=all", "rules.leps", says="--fix")
        self.expect(2, "lint", "--fix", "rules.leps", says="--fix")


class Names(CommandTest):
    """What a name means other files of its pack say."""

    SHARE = PACK.replace("pronto_attivo : sì/no", "pronto_attivo : booleano")

    def test_a_type_by_another_name_is_mended(self):
        self.write("rules.leps", self.SHARE)
        self.expect(0, "fmt", "--fix", "rules.leps", says="booleano")
        self.assertIn("pronto_attivo : sì/no".encode(), self.read("rules.leps"))
        self.expect(0, "lint", "rules.leps")

    def test_a_value_in_other_words_is_mended(self):
        self.write("rules.leps", PACK.replace("pronto_attivo = sì", "pronto_attivo = SÌ"))
        self.expect(0, "fmt", "--fix", "rules.leps")
        self.assertIn("pronto_attivo = sì".encode(), self.read("rules.leps"))

    def test_a_unit_of_another_file_of_the_pack_stays(self):
        (self.folder / "rules.leps").unlink()
        own = self.SHARE.replace("pronto_attivo = sì", "pronto_attivo = 1 booleano") \
                        .replace("requisito attivo: pronto_attivo",
                                 "requisito attivo: pronto_attivo almeno 1 booleano")
        self.write("a.leps", own)
        self.write("b.leps", 'pacchetto prova versione "1"\n\nunità booleano\n')
        self.expect(0, "lint", "a.leps", "b.leps")
        self.expect(0, "fmt", "--fix", "a.leps")
        self.assertIn("pronto_attivo : booleano", self.read("a.leps").decode())

    def test_nothing_is_said_of_names_where_a_file_of_the_pack_may_be_missing(self):
        self.write("rules.leps", self.SHARE.replace("livello di popolazione", "altrove_dichiarato"))
        self.expect(0, "fmt", "--fix", "rules.leps")
        self.assertIn("pronto_attivo : booleano", self.read("rules.leps").decode())
        self.write("rules.leps", self.SHARE.replace(
            'versione "1"\n', 'versione "1"\nestende un.altro versione "1"\n'))
        self.expect(0, "fmt", "--fix", "rules.leps")
        self.assertIn("pronto_attivo : booleano", self.read("rules.leps").decode())

    def test_of_several_files_each_is_judged_as_the_others_will_be(self):
        half = PACK.index("regola organico")
        head = 'pacchetto prova versione "1"\n\n'
        for first, second in (("a.leps", "b.leps"), ("d.leps", "c.leps")):
            (self.folder / "rules.leps").unlink(missing_ok=True)
            self.write(first, self.SHARE[:half])
            self.write(second, head + PACK[half:].replace("Regola", "regola")
                       .replace("regola pronto", "REGOLA pronto"))
            self.expect(0, "fmt", "--fix", first, second)
            self.assertIn("pronto_attivo : sì/no", self.read(first).decode())
            (self.folder / first).unlink()
            (self.folder / second).unlink()


class Replacements(CommandTest):
    """The same in the JSON of `leps lint`."""

    def found(self, text):
        self.write("wrong.leps", text)
        done = self.leps("lint", "--format", "json", "wrong.leps")
        return json.loads(done.out)["diagnostics"]

    def test_place_text_and_whether_it_is_certain(self):
        found = self.found(PACK.replace("assistenti almeno livello", "assistenti superiore a livello"))
        line = next(i for i, each in enumerate(PACK.splitlines(), 1) if "requisito abbastanza" in each)
        self.assertEqual([each["replacement"] for each in found], [
            {"file": "wrong.leps", "line": line, "column": 36, "end_line": line, "end_column": 47,
             "text": "più di", "certain": True}])

    def test_a_near_name_is_not_certain(self):
        found = self.found(PACK.replace("livello di popolazione", "livello di popolazzione"))
        self.assertEqual(found[0]["replacement"]["text"], "popolazione")
        self.assertIs(found[0]["replacement"]["certain"], False)

    def test_two_readings_carry_none(self):
        for each in self.found(PACK.replace("5.000 abitanti", "5,000 abitanti")):
            self.assertIsNone(each["replacement"])


if __name__ == "__main__":
    unittest.main()
