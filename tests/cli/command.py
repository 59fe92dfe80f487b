"""Runs the built command in a folder of its own, with a small pack and data beside it.

The command is named by the environment: LEPS=build/dev/leps python3 files_test.py
"""
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Nothing else of the tester's environment reaches the command.
SANITIZERS = {name: os.environ[name] for name in ("LSAN_OPTIONS",) if name in os.environ}
LEPS = os.path.abspath(os.environ.get("LEPS", ROOT / "build/dev/leps"))
SECONDS = 120  # under sanitizers, on a busy machine; alone, nothing here needs one

PACK = """pacchetto prova versione "1"

fonte norma "Una norma"

unità abitanti, FTE
categoria LEPS "Livello essenziale" inderogabile

dato popolazione : abitanti "Popolazione residente"
  almeno 1  intero
dato assistenti : FTE "Assistenti sociali"
  almeno 0
dato pronto_attivo : sì/no "Pronto intervento attivo"
parametro livello : FTE/abitanti
  dal 1 gennaio 2021 vale 1 FTE ogni 5.000 abitanti  verificato  secondo norma

regola organico "Un assistente sociale ogni 5.000 abitanti"
  categoria LEPS
  secondo norma
  in vigore dal 1 gennaio 2021
  requisito abbastanza: assistenti almeno livello di popolazione
    si colma con assistenti
regola pronto "Pronto intervento sociale"
  categoria LEPS
  secondo norma
  in vigore dal 1 gennaio 2025
  requisito attivo: pronto_attivo
  dopo organico

/* Due liste delle stesse cose: quanto manca, e quanto manca
   ma prima ciò da cui il resto dipende. */
ordine per_lacuna
  per lacuna relativa

ordine per_cause
  per prima le cause, lacuna relativa

esempio "alla soglia"
  anno 2025
  popolazione = 50.000; assistenti = 10; pronto_attivo = sì
  attesi
    organico soddisfatto
    organico.abbastanza soddisfatto lacuna 0 FTE
    pronto soddisfatto
"""

MET = {"popolazione": "50000", "assistenti": "10", "pronto_attivo": "sì"}
SHORT = {"popolazione": "50000", "assistenti": "9", "pronto_attivo": "sì"}


def data_of(ambito, years, name=None):
    """The data of an Ambito: {year: {datum: its text in YAML}}."""
    text = f"ambito: {ambito}\n" + (f"nome: {name}\n" if name else "") + "anni:\n"
    for year, values in years.items():
        text += f"  {year}:\n    dati:\n"
        text += "".join(f"      {name}: {value}\n" for name, value in values.items())
    return text


class Done:
    """How a run ended, and what it wrote."""

    def __init__(self, process):
        self.status = process.returncode  # a signal is a negative number
        self.out_bytes, self.err_bytes = process.stdout, process.stderr

    @property
    def out(self):
        return self.out_bytes.decode("utf-8", "replace")

    @property
    def err(self):
        return self.err_bytes.decode("utf-8", "replace")


class CommandTest(unittest.TestCase):
    maxDiff = 4000

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.write("rules.leps", PACK)
        self.write("met.yaml", data_of("lodi", {2025: MET}))
        self.write("short.yaml", data_of("lodi", {2025: SHORT}))

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    def read(self, name):
        return (self.folder / name).read_bytes()

    def leps(self, *words, stdin=b"", env=None, cwd=None, preexec_fn=None, seconds=SECONDS):
        return Done(subprocess.run([LEPS, *map(str, words)], input=stdin, capture_output=True,
                                   env={**SANITIZERS, **(env or {})}, cwd=cwd or self.folder, preexec_fn=preexec_fn,
                                   timeout=seconds, check=False))

    @staticmethod
    def sanitized():
        with open(LEPS, "rb") as program:
            return b"__asan_init" in program.read()

    def expect(self, status, *words, says="", prints="", **more):
        """Runs the command; it must end with `status`, name `says` in its messages and `prints` in
        its results."""
        done = self.leps(*words, **more)
        self.assertEqual(done.status, status, f"{words}\n{done.err[-3000:]}")
        self.assertIn(says, done.err)
        self.assertIn(prints, done.out)
        return done
