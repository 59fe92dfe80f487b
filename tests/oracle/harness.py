"""Runs `leps` on rules and data made up by a test, and finds its results by name.

Nothing here knows what a rule means: that is the business of the two tests beside this file, each
with its own idea of the truth, written in Python's exact fractions and sharing nothing with the
engine.
"""
import json
import os
import random
import subprocess
import sys
from fractions import Fraction

YEAR = 2025


class Leps:
    """The command under test, in a folder of its own."""

    def __init__(self, command, folder):
        self.command, self.folder = command, folder

    def write(self, path, text):
        full = os.path.join(self.folder, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8") as file:
            file.write(text)
        return full

    def check(self, pack, data, name):
        """`data` is {ambito: {datum: text as in YAML}}; a datum left out is missing."""
        rules = self.write(f"{name}/rules.leps", pack)
        for ambito, values in data.items():
            cells = "".join(f"      {datum}: {value}\n" for datum, value in values.items())
            self.write(f"{name}/data/{ambito}.yaml",
                       f"ambito: {ambito}\nnome: Caso {ambito}\nanni:\n  {YEAR}:\n    dati:\n{cells}"
                       if cells else
                       f"ambito: {ambito}\nnome: Caso {ambito}\nanni:\n  {YEAR}:\n    dati: {{}}\n")
        where = os.path.join(self.folder, name, "data")
        return Results(json.loads(self.run("check", rules, "--data", where, "--format", "json")))

    def run(self, *arguments):
        done = subprocess.run([self.command, *arguments], capture_output=True, check=False)
        if done.returncode not in (0, 1):
            sys.stderr.write(done.stderr.decode("utf-8", "replace")[:6000])
            sys.exit(f"leps {' '.join(arguments)}: exit status {done.returncode}")
        return done.stdout.decode("utf-8")


class Results:
    """A `leps-results/1` document, by name."""

    def __init__(self, document):
        assert document["schema"] == "leps-results/1", document["schema"]
        self.rules = {(r["ambito"], r["rule"]): r for r in document["results"]}
        self.computed = {(c["ambito"], c["name"]): c for c in document["computed"]}


class Checks:
    """Counts comparisons and keeps the first that differ."""

    def __init__(self):
        self.done, self.wrong = 0, []

    def same(self, what, found, expected):
        self.done += 1
        if found != expected:
            self.wrong.append(f"{what}: leps says {found}, the oracle {expected}")

    def holds(self, what, condition):
        self.done += 1
        if not condition:
            self.wrong.append(what)

    def close(self, seed):
        for line in self.wrong[:20]:
            print(line)
        print(f"seed {seed}: {self.done} comparisons, {len(self.wrong)} differ")
        if self.done == 0:
            sys.exit("nothing was compared")
        sys.exit(1 if self.wrong else 0)


def exact(value):
    """A number as results write it: whole, or a fraction in lowest terms."""
    return None if value is None else str(Fraction(value))


def bounds(lo, hi=None):
    return {"lo": exact(lo), "hi": exact(lo if hi is None else hi)}


def only_bounds(gap):
    return None if gap is None else {"lo": gap["lo"], "hi": gap["hi"]}


def decimal(value):
    """A fraction that ends, as YAML writes it: `17.5`."""
    value = Fraction(value)
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
        assert places < 40, f"{value} does not end in decimals"
    whole, rest = divmod(abs(value) * 10**places, 10**places)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}" + (f".{int(rest):0{places}d}" if places else "")


def italian(value):
    """The same as a pack writes it: `5.000`, `17,5`."""
    whole, _, rest = decimal(value).partition(".")
    return f"{int(whole):,}".replace(",", ".") + (f",{rest}" if rest else "")


def seed_from_environment():
    """LEPS_SEED, so that a failure can be drawn again; without it, the same draw every time."""
    seed = int(os.environ.get("LEPS_SEED", "20250101"))
    return seed, random.Random(seed)
