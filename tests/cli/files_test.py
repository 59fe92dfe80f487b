"""Files as they come: missing, unreadable, huge, broken, hostile; disks that fill, readers that go.

Never a crash, never half a file, always a message that says which file and the right exit status.
"""
import os
import resource
import subprocess
import unittest

from command import LEPS, MET, PACK, SECONDS, CommandTest, data_of

NOBODY = 65534


def as_nobody():
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def can_run_as_nobody():
    try:
        return subprocess.run([LEPS, "--version"], preexec_fn=as_nobody, capture_output=True,
                              check=False).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False


# A report that is there: only one of ours is replaced.
OLD = "# Livelli essenziali delle prestazioni sociali\n"

class Reading(CommandTest):
    def test_what_is_not_there(self):
        (self.folder / "empty").mkdir()
        rows = [
            (["check", "none.leps", "--data", "met.yaml"], "none.leps"),
            (["check", "rules.leps", "--data", "none.yaml"], "none.yaml"),
            (["check", "rules.leps", "--data", "met.yaml/x.yaml"], "met.yaml/x.yaml"),
            (["check", "empty", "--data", "met.yaml"], "empty"),
            (["check", "rules.leps", "--data", "empty"], "empty"),
            (["test", "none.leps"], "none.leps"),
            (["lint", "none.leps"], "none.leps"),
            (["lint", "none.leps", "--format", "json"], "none.leps"),
            (["explain", "organico", "--rules", "none", "--data", "met.yaml"], "none"),
        ]
        for words, named in rows:
            with self.subTest(words=words):
                self.expect(5, *words, says=named)

    def test_what_may_not_be_read(self):
        self.folder.chmod(0o755)
        for name in ("rules.leps", "met.yaml"):
            (self.folder / name).chmod(0)
        if os.geteuid() == 0:
            if not can_run_as_nobody():
                self.skipTest("root reads everything, and nobody cannot run the program")
            more = {"preexec_fn": as_nobody}
        else:
            more = {}
        self.expect(5, "lint", "rules.leps", says="rules.leps", **more)
        self.expect(5, "fmt", "rules.leps", says="permesso negato", **more)
        (self.folder / "rules.leps").chmod(0o644)
        self.expect(5, "check", "rules.leps", "--data", "met.yaml", says="met.yaml", **more)
        self.expect(5, "check", "rules.leps", "--data", "met.yaml", "--lang", "en",
                    says="permission denied", **more)

    def test_the_same_text_in_another_dress(self):
        data = data_of("lodi", {2025: MET})
        plain = self.expect(0, "check", "rules.leps", "--data", "met.yaml", "--format", "csv").out
        dresses = {
            "mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
            "crlf": lambda text: text.replace("\n", "\r\n").encode(),
            "cr, as on old Macs": lambda text: text.replace("\n", "\r").encode(),
            "no last newline": lambda text: text.rstrip("\n").encode(),
            "all of them": lambda text: b"\xef\xbb\xbf" + text.strip().replace("\n", "\r\n").encode(),
        }
        for why, dress in dresses.items():
            with self.subTest(why):
                self.write("r.leps", dress(PACK))
                self.write("d.yaml", dress(data))
                self.assertEqual(self.expect(0, "check", "r.leps", "--data", "d.yaml", "--format",
                                             "csv").out.replace("d.yaml", "met.yaml"), plain)


    def test_lines_of_an_old_mac_are_counted(self):
        self.write("old.yaml", data_of("lodi", {2025: {**MET, "nuovo": "1"}}).replace("\n", "\r"))
        done = self.expect(4, "check", "rules.leps", "--data", "old.yaml", says="old.yaml:8:7: ")
        self.assertIn(" 8 |       nuovo: 1\n", done.err)
        self.write("old.leps", PACK.replace("\n", "\r") + "regla\r")
        line = PACK.count("\n") + 1
        self.expect(3, "lint", "old.leps", says=f"old.leps:{line}:1: ")
        self.write("old.csv", "ambito;anno;assistenti\rlodi;2025;1,2,3\r")
        self.expect(4, "check", "rules.leps", "--data", "old.csv", says="old.csv:2:11: ")

    def test_what_is_no_file(self):
        """In a folder it is passed over and named; given by its name it is read, if it can be."""
        self.write("data/met.yaml", data_of("lodi", {2025: MET}))
        os.mkfifo(self.folder / "data/pipe.yaml")
        (self.folder / "data/loop.yml").symlink_to("loop.yml")
        done = self.expect(5, "check", "rules.leps", "--data", "data", says="io/passed-over")
        self.assertIn("data/pipe.yaml: attenzione: non è un file ma una pipe", done.err)
        self.assertIn("data/loop.yml: errore: ", done.err)
        (self.folder / "data/loop.yml").unlink()
        self.expect(0, "check", "rules.leps", "--data", "data", says="io/passed-over")
        for words in (["check", "rules.leps", "--data", "data/pipe.yaml"],
                      ["check", "data/pipe.yaml", "--data", "met.yaml"], ["fmt", "data/pipe.yaml"]):
            self.expect(5, *words, says="nessuno ci scrive")
        self.expect(0, "check", "rules.leps", "--data", "/dev/stdin",
                    stdin=data_of("lodi", {2025: MET}).encode())
        shell = subprocess.run(
            ["bash", "-c", '"$0" check <(cat rules.leps) --data <(cat met.yaml)', LEPS],
            cwd=self.folder, capture_output=True, check=False, timeout=SECONDS)
        self.assertEqual(shell.returncode, 0, shell.stderr)


class Hostile(CommandTest):
    def rules(self, content, says):
        self.write("bad.leps", content)
        for words in (["check", "bad.leps", "--data", "met.yaml"], ["lint", "bad.leps"],
                      ["test", "bad.leps"], ["fmt", "bad.leps"]):
            done = self.expect(3, *words, says=says)
            self.assertIn("bad.leps", done.err)
            self.assertLess(len(done.err), 100_000, "a message is no dump")

    def data(self, content, says=""):
        self.write("bad.yaml", content)
        done = self.expect(4, "check", "rules.leps", "--data", "bad.yaml", says=says)
        self.assertIn("bad.yaml", done.err)
        self.assertEqual(done.out, "")
        self.assertLess(len(done.err), 100_000, "a message is no dump")

    def test_bytes_that_are_no_text(self):
        self.rules(PACK.encode("latin-1"), "text/not-utf8")
        self.rules(PACK.encode("utf-16"), "text/other-encoding")
        self.rules(PACK.encode() + b"\xff", "text/not-utf8")
        self.rules(PACK.replace("Una norma", "Una\x00norma"), "text/control-character")
        self.data(data_of("lodi", {2025: MET}).encode("latin-1"), "text/not-utf8")
        self.data(data_of("lodi", {2025: MET}).encode("utf-16"), "text/other-encoding")
        self.data(data_of("lo\x1bdi", {2025: MET}), "text/control-character")

    def test_files_of_a_hundred_megabytes(self):
        for name in ("huge.leps", "huge.yaml"):
            self.write(name, b"")
            os.truncate(self.folder / name, 100 << 20)
        self.expect(3, "check", "huge.leps", "--data", "met.yaml", says="text/too-large")
        self.expect(3, "fmt", "huge.leps", says="text/too-large")
        self.expect(4, "check", "rules.leps", "--data", "huge.yaml", says="text/too-large")
        with open("/dev/zero", "rb") as endless:
            done = subprocess.run([LEPS, "fmt", "-"], stdin=endless, capture_output=True,
                                  check=False, timeout=SECONDS)
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"text/too-large", done.stderr)

    def test_nesting(self):
        for opening, closing in (("(", ")"), ("non ", ""), ("- ", ""),
                                 ("se pronto_attivo allora ", ""), ("max(", ")")):
            deep = opening * 10_000 + "assistenti" + closing * 10_000
            self.rules(PACK.replace("assistenti almeno livello di popolazione",
                                    f"{deep} almeno livello di popolazione"), "syntax/")
        for opening, closing in (("[", "]"), ("{a: ", "}"), ("- ", "")):
            self.data(opening * 10_000 + "1" + closing * 10_000)
        self.data("".join(" " * i + "a:\n" for i in range(2_000)))

    def test_numbers_of_a_million_digits(self):
        self.rules(PACK.replace("5.000", "9" * 1_000_000), "syntax/number")
        self.rules(PACK.replace("5.000", "0," + "9" * 1_000_000), "syntax/number")
        self.data(data_of("lodi", {2025: {**MET, "assistenti": "9" * 1_000_000}}))
        self.data(data_of("lodi", {2025: {**MET, "assistenti": "1e999999999"}}))
        self.data(data_of("lodi", {2025: {**MET, "assistenti": "0." + "3" * 1_000_000}}))

    def test_aliases_that_explode(self):
        bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n"
        for one, next_one in zip("abcdefgh", "bcdefghi"):
            bomb += f"{next_one}: &{next_one} [{','.join(['*' + one] * 9)}]\n"
        self.data(bomb + "ambito: *i\n")

    def test_mistakes_beyond_twenty_are_counted(self):
        """Eight thousand on one line, as programs write JSON: each told once would be a book."""
        start = '{"ambito": "lodi", "anni": {"2025": {"dati": {'
        self.write("bad.json", start + ", ".join(f'"nuovo{i}": 1' for i in range(8_000)) + "}}}}")
        done = self.expect(4, "check", "rules.leps", "--data", "bad.json")
        self.assertEqual(done.err.count("[data/unknown-datum]"), 21)
        self.assertIn("errore: altri 7.980 come questo [data/unknown-datum]", done.err)
        self.assertLess(len(done.err), 30_000)
        self.expect(4, "check", "rules.leps", "--data", "bad.json", "--lang", "en",
                    says="error: 7,980 more like this [data/unknown-datum]")
        self.write("bad.csv", "ambito;anno;" + ";".join(f"nuova{i}" for i in range(8_000)) +
                   "\nlodi;2025" + ";1" * 8_000 + "\n")
        done = self.expect(4, "check", "rules.leps", "--data", "bad.csv",
                           says="altri 7.980 come questo [table/unknown-column]")
        self.assertLess(len(done.err), 30_000)
        flood = "".join(f"dato d{i} intero, minimo x\n" for i in range(300))
        self.write("flood.leps", PACK + flood)
        self.expect(3, "lint", "flood.leps", says=" come questo [")

    def test_signs_without_end_take_no_memory(self):
        if self.sanitized():
            self.skipTest("sanitizers need the address space for themselves")
        def a_gigabyte():
            resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
        for opening, unit in (("[", ", "), ("{", ", "), ("", "- "), ("", "? "), ("[", "&a,"),
                              ("[", "*a,"), ("[", '""'), ("[", "a,"), ("[", "["), ("", "a\n")):
            signs = sum(map(',[]{}:?"\'#&*!|>'.count, unit))
            for times in (990_000 // max(1, signs), (16 << 20) // len(unit) - 1):
                with self.subTest(opening=opening, unit=unit, times=times):
                    self.write("bad.yaml", opening + unit * times)
                    self.expect(4, "check", "rules.leps", "--data", "bad.yaml",
                                preexec_fn=a_gigabyte)

    def test_files_with_nothing_in_them(self):
        for content in (b"", b"\n", b"\xef\xbb\xbf", b"   \n\t\n"):
            self.rules(content, "bad.leps")
            self.data(content)
        self.data(b"ambito: lodi\n")
        self.data(b"- 1\n- 2\n")

    def test_a_flood_of_mistakes(self):
        self.rules(PACK + "regla\n" * 50_000, "syntax/")
        self.write("bad.yaml", data_of("lodi", {2025: MET}) +
                   "".join(f"k{i}: 1\n" for i in range(20_000)))
        done = self.expect(4, "check", "rules.leps", "--data", "bad.yaml",
                           says="errore: altri 19.980 come questo [")
        self.assertEqual(done.err.count(": errore: "), 21)


class Writing(CommandTest):
    def words(self, *more):
        return ["check", "rules.leps", "--data", "met.yaml", "--format", "html", *more]

    def left_behind(self):
        return sorted(p.name for p in self.folder.iterdir()
                      if p.name not in ("rules.leps", "met.yaml", "short.yaml"))

    def test_a_full_standard_output(self):
        for words in (self.words(), ["help"], [], ["test", "rules.leps"], ["--version"]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([LEPS, *words], stdout=full, stderr=subprocess.PIPE,
                                      cwd=self.folder, check=False, timeout=SECONDS)
            self.assertEqual(done.returncode, 5, words)
            self.assertIn("il disco è pieno", done.stderr.decode(), words)

    def test_a_closed_standard_output(self):
        for words in (self.words(), ["help"], []):
            done = subprocess.run([LEPS, *words], stderr=subprocess.PIPE, cwd=self.folder,
                                  preexec_fn=lambda: os.close(1), check=False, timeout=SECONDS)
            self.assertEqual(done.returncode, 5, words)
            self.assertIn("command/cannot-print", done.stderr.decode())
        done = subprocess.run([LEPS, *self.words("--out", "result.html")], stderr=subprocess.PIPE,
                              cwd=self.folder, preexec_fn=lambda: os.close(1), check=False,
                              timeout=SECONDS)
        self.assertEqual((done.returncode, done.stderr), (0, b"result.html: 1 Ambito, 2025\n"))

    def test_messages_never_land_in_a_result(self):
        """With standard error closed, the file of --out must not take its number."""
        plain = self.leps(*self.words()).out_bytes
        self.write("bad.yaml", data_of("adda", {2025: {"sconosciuto": "1"}}))
        for closed in ([2], [1, 2], [0, 1, 2]):
            def close(closed=closed):
                for number in closed:
                    os.close(number)
            done = subprocess.run([LEPS, *self.words("--out", "result.html")], cwd=self.folder,
                                  preexec_fn=close, check=False, timeout=SECONDS)
            self.assertEqual(done.returncode, 0)
            self.assertEqual(self.read("result.html"), plain)
            done = subprocess.run([LEPS, "check", "rules.leps", "--data", "bad.yaml"],
                                  cwd=self.folder, preexec_fn=close, check=False, timeout=SECONDS)
            self.assertEqual(done.returncode, 4)

    def test_a_closed_standard_input(self):
        done = subprocess.run([LEPS, "fmt", "-"], stderr=subprocess.PIPE, stdout=subprocess.PIPE,
                              preexec_fn=lambda: os.close(0), check=False, timeout=SECONDS)
        self.assertEqual(done.returncode, 5)
        self.assertIn("io/cannot-read", done.stderr.decode())
        done = subprocess.run([LEPS, *self.words()], capture_output=True, cwd=self.folder,
                              preexec_fn=lambda: os.close(0), check=False, timeout=SECONDS)
        self.assertEqual(done.returncode, 0)

    def test_a_reader_who_has_had_enough(self):
        ours, theirs = os.pipe()
        os.close(ours)
        done = subprocess.run([LEPS, *self.words()], stdout=theirs, stderr=subprocess.PIPE,
                              cwd=self.folder, check=False, timeout=SECONDS)
        os.close(theirs)
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_where_a_result_cannot_go(self):
        self.write("old.html", "old")
        (self.folder / "folder").mkdir()
        for name, says in (("/dev/full", "il disco è pieno"), ("none/result.html", "none"),
                           ("old.html/x", "old.html"),
                           ("x" * 300, "io/cannot-write")):
            with self.subTest(name):
                done = self.expect(5, *self.words("--out", name), says=says)
                self.assertEqual(done.out, "")
        self.assertEqual(self.left_behind(), ["folder", "old.html"])
        self.assertEqual(self.read("old.html"), b"old")

        self.expect(2, *self.words("--out", "folder"), says="command/out-folder")

    def test_a_file_that_may_grow_no_more(self):
        """A disk that fills half way: the old result stays whole, and nothing else is left."""
        def small_files():
            resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))
        self.write("result.html", OLD)
        self.expect(5, *self.words("--out", "result.html"), says="result.html",
                    preexec_fn=small_files)
        self.assertEqual(self.read("result.html"), OLD.encode())
        self.assertEqual(self.left_behind(), ["result.html"])

        untidy = PACK.replace("\n", "\n\n")
        self.write("untidy.leps", untidy)
        self.expect(5, "fmt", "untidy.leps", says="untidy.leps", preexec_fn=small_files)
        self.assertEqual(self.read("untidy.leps"), untidy.encode())
        self.assertEqual(self.left_behind(), ["result.html", "untidy.leps"])

    def test_a_result_never_replaces_what_it_is_made_from(self):
        (self.folder / "link.yaml").symlink_to("met.yaml")
        for words in (self.words("--out", "met.yaml"), self.words("--out", "link.yaml"),
                      self.words("--out", "rules.leps"), ["test", "rules.leps", "--out", "rules.leps"],
                      ["lint", "rules.leps", "--out", "./rules.leps"],
                      ["explain", "organico", "--rules", "rules.leps", "--data", "met.yaml", "--out",
                       "met.yaml"]):
            with self.subTest(words=words):
                self.expect(2, *words, says="command/out-is-input")
        self.assertEqual(self.read("rules.leps"), PACK.encode())
        self.assertEqual(self.read("met.yaml"), data_of("lodi", {2025: MET}).encode())

    def test_memory_that_runs_out(self):
        """Where the system has no memory left: a message and a status of its own, not a crash."""
        if self.sanitized():
            self.skipTest("sanitizers need the address space for themselves")
        def little_memory():
            resource.setrlimit(resource.RLIMIT_AS, (64 << 20, 64 << 20))
        rows = "".join(f'fonte f{i} "{"x" * 50}"\n' for i in range(50_000))
        self.write("large.leps", 'pacchetto prova versione "1"\n' + rows)
        done = self.leps("lint", "large.leps", preexec_fn=little_memory)
        self.assertIn(done.status, (0, 3, 70))
        if done.status == 70:
            self.assertIn("memoria", done.err)



if __name__ == "__main__":
    unittest.main()
