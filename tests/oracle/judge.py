"""Judges cases of wild_data.py with the command, and finds its results by Ambito, year and name."""
import json
import os
import shutil
import subprocess
import sys

from wild_data import documents


class Judge:
    """Runs the command on cases; those whose data break a bound, or are parts of less, are left out."""

    def __init__(self, leps):
        self.leps = leps

    def __call__(self, name, pack_text, cases):
        judged = self.texts(name, pack_text, _documents(cases))
        for ambito, case in cases.items():
            if not judged.has_all(ambito, case):
                judged.leave_out(ambito)
        return judged

    def texts(self, name, pack_text, texts):
        """The same, of files of data by Ambito."""
        done = self._run(name, pack_text, texts)
        if done.returncode not in (0, 1, 4):
            sys.stderr.write(done.stderr.decode("utf-8", "replace")[:6000])
            sys.exit(f"leps check on {self.leps.folder}/{name}: exit status {done.returncode}")
        return Judged(json.loads(done.stdout or '{"results": [], "computed": []}'))

    def quietly(self, name, pack_text, cases):
        """The same, or None where the pack or the data are refused."""
        done = self._run(name, pack_text, _documents(cases))
        return Judged(json.loads(done.stdout)) if done.returncode in (0, 1) else None

    def _run(self, name, pack_text, texts):
        folder = os.path.join(self.leps.folder, name)
        shutil.rmtree(folder, ignore_errors=True)
        rules = self.leps.write(f"{name}/rules.leps", pack_text)
        for ambito, text in texts.items():
            self.leps.write(f"{name}/data/{ambito}.yaml", text)
        return subprocess.run([self.leps.command, "check", rules, "--data", os.path.join(folder, "data"), "--keep-good",
                               "--format", "json"], capture_output=True, check=False)

    def text_of(self, name, ambito):
        with open(os.path.join(self.leps.folder, name, "data", f"{ambito}.yaml"), encoding="utf-8") as file:
            return file.read()


def _documents(cases):
    return {name: text for ambito, case in cases.items() for name, text in documents(ambito, case).items()}


class Judged:
    """Results by Ambito, then by (year, rule) and (year, amount)."""

    def __init__(self, found):
        self.rules, self.computed = {}, {}
        for result in found["results"]:
            self.rules.setdefault(result["ambito"], {})[result["year"], result["rule"]] = result
        for amount in found["computed"]:
            self.computed.setdefault(amount["ambito"], {})[amount["year"], amount["name"]] = amount

    def has_all(self, ambito, case):
        """Whether every year of a case was judged, and the other member of its group."""
        years = {(ambito, when) for when in case if when != "member"}
        if "member" in case:
            years.add((f"{ambito}-m", 2025))
        return all(any(year == when for year, _ in self.rules.get(one, ())) for one, when in years)

    def leave_out(self, ambito):
        self.rules.pop(ambito, None)
        self.computed.pop(ambito, None)
