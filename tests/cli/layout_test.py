"""`leps fmt`: the canonical layout, in place, and nothing lost."""
import os
import unittest

from command import PACK, CommandTest

UNTIDY = """pacchetto   prova versione "1" /* un commento */
fonte norma
   "Una norma"  unità FTE
dato assistenti:FTE   almeno 0
"""


class Layout(CommandTest):
    def canonical(self, text=UNTIDY):
        self.write("canonical.leps", text)
        self.expect(0, "fmt", "canonical.leps")
        return self.read("canonical.leps")

    def test_rewrites_in_place_and_then_leaves_alone(self):
        tidy = self.canonical()
        self.assertNotEqual(tidy, UNTIDY.encode())
        self.assertIn("/* un commento */".encode(), tidy)
        os.utime(self.folder / "canonical.leps", (1, 1))
        done = self.expect(0, "fmt", "canonical.leps")
        self.assertEqual((done.out, done.err), ("", ""))
        self.assertEqual((self.folder / "canonical.leps").stat().st_mtime, 1, "written for nothing")

    def test_check_writes_nothing(self):
        self.write("untidy.leps", UNTIDY)
        self.write("tidy.leps", self.canonical())
        done = self.expect(1, "fmt", "--check", "tidy.leps", "untidy.leps")
        self.assertEqual(done.out, "untidy.leps\n")
        self.assertEqual(self.read("untidy.leps"), UNTIDY.encode())
        self.assertEqual(self.expect(0, "fmt", "--check", "tidy.leps").out, "")

    def test_line_ends_and_marks_are_made_plain(self):
        tidy = self.canonical()
        variants = {
            "crlf": UNTIDY.replace("\n", "\r\n").encode(),
            "mark": b"\xef\xbb\xbf" + UNTIDY.encode(),
            "no last newline": UNTIDY.rstrip("\n").encode(),
            "tidy with crlf": tidy.replace(b"\n", b"\r\n"),
            "tidy with mark": b"\xef\xbb\xbf" + tidy,
        }
        for why, content in variants.items():
            with self.subTest(why):
                self.write("variant.leps", content)
                self.expect(1, "fmt", "--check", "variant.leps")
                self.expect(0, "fmt", "variant.leps")
                self.assertEqual(self.read("variant.leps"), tidy)

    def test_the_other_language_and_back(self):
        self.expect(0, "fmt", "rules.leps")
        italian = self.read("rules.leps")
        self.expect(0, "fmt", "--to", "en", "rules.leps")
        english = self.read("rules.leps")
        self.assertTrue(english.startswith(b"package prova"))
        self.assertIn(b"5,000", english)
        self.expect(0, "check", "rules.leps", "--data", "met.yaml")
        self.expect(1, "check", "rules.leps", "--data", "short.yaml")
        self.expect(0, "fmt", "rules.leps")
        self.assertEqual(self.read("rules.leps"), english, "without --to the language stays")
        self.expect(0, "fmt", "--to", "it", "rules.leps")
        self.assertEqual(self.read("rules.leps"), italian)

    def test_standard_input(self):
        tidy = self.canonical()
        done = self.expect(0, "fmt", "-", stdin=UNTIDY.encode())
        self.assertEqual(done.out_bytes, tidy)
        self.expect(1, "fmt", "--check", "-", stdin=UNTIDY.encode())
        self.assertEqual(self.expect(0, "fmt", "--check", "-", stdin=tidy).out, "")
        self.expect(3, "fmt", "-", stdin=b"pacchetto", says="-:1")

    def test_mistakes_leave_the_file_alone(self):
        for content in (PACK.replace("regola organico", "regla organico").encode(), b"",
                        b"pacchetto prova versione \"1\" \xff", b"ambito: lodi\n"):
            self.write("bad.leps", content)
            self.expect(3, "fmt", "bad.leps", says="bad.leps")
            self.assertEqual(self.read("bad.leps"), content)

    def test_the_others_are_formatted_all_the_same(self):
        tidy = self.canonical()
        self.write("bad.leps", "pacchetto")
        self.write("good.leps", UNTIDY)
        self.expect(3, "fmt", "bad.leps", "good.leps")
        self.assertEqual(self.read("good.leps"), tidy)

    def test_a_folder_is_no_file(self):
        self.write("packs/one.leps", UNTIDY)
        self.expect(5, "fmt", "packs", says="io/is-a-folder")
        self.expect(5, "fmt", "none.leps", says="none.leps")
        self.assertEqual(self.read("packs/one.leps"), UNTIDY.encode())

    def test_mode_and_links_are_kept(self):
        self.write("real.leps", UNTIDY)
        (self.folder / "real.leps").chmod(0o640)
        (self.folder / "link.leps").symlink_to("real.leps")
        self.expect(0, "fmt", "link.leps")
        self.assertTrue((self.folder / "link.leps").is_symlink())
        self.assertEqual(self.read("real.leps"), self.canonical())
        self.assertEqual((self.folder / "real.leps").stat().st_mode & 0o777, 0o640)


if __name__ == "__main__":
    unittest.main()
