"""A copy of the sources with a build of its own, where one change at a time is made and tested."""
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess

PRESET = "dev"
# What looks at names, layouts and packages, and not at what the engine answers; and what makes small changes of the
# packs, for minutes.
NOT_OF_MEANING = re.compile(r"^(js$|python\.|consumer\.|mutants\.|layers$|cli\.layout$|cli\.pack_examples$"
                            r"|capi\.(abi|header|reference|symbols|readme|example\.c|nothing\.everywhere|session$))")


class Broken(Exception):
    """The sources as they are do not build, or their tests fail."""


class Workshop:
    def __init__(self, root, folder):
        self.root, self.folder = pathlib.Path(root), pathlib.Path(folder)
        self.build = self.folder / "build" / PRESET
        self.outputs = set()
        self.digest = ""  # of the sources

    def set_up(self):
        """The sources as they are now, built; what was built before is used again."""
        listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=self.root,
                                check=True, capture_output=True).stdout
        names = {name.decode() for name in listed.split(b"\0") if name and (self.root / name.decode()).is_file()}
        digest = hashlib.sha256()
        for name in sorted(names):
            source, copy = self.root / name, self.folder / name
            digest.update(name.encode() + b"\0" + source.read_bytes())
            if copy.exists() and copy.read_bytes() == source.read_bytes():
                continue
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)
            shutil.copymode(source, copy)
        self.digest = digest.hexdigest()
        for copy in self.folder.rglob("*"):
            name = copy.relative_to(self.folder)
            if copy.is_file() and name.parts[0] != "build" and name.as_posix() not in names:
                copy.unlink()
        if self._run(["cmake", "--preset", PRESET]).returncode:
            raise Broken("cmake does not configure the sources")
        done = self.make([])
        if done.returncode:
            raise Broken(done.stdout[-4000:])
        targets = self._run(["ninja", "-C", str(self.build), "-t", "targets", "all"]).stdout
        self.outputs = {line.rsplit(":", 1)[0] for line in targets.splitlines()}

    def make(self, targets):
        return self._run(["ninja", "-C", str(self.build), "-j1", *targets])

    def objects_of(self, path):
        """The objects that a source is compiled to; none for a header."""
        return sorted(each for each in self.outputs if each.endswith(f"/{path.split('/', 1)[1]}.o")
                      and each.startswith(path.split("/", 1)[0]) or each.endswith(f"/{path}.o"))

    def tests(self):
        """The tests of the engine's meaning, by name, each with the targets that it runs."""
        shown = self._run(["ctest", "--test-dir", str(self.build), "--show-only=json-v1"]).stdout
        found = {}
        for test in json.loads(shown)["tests"]:
            if NOT_OF_MEANING.match(test["name"]):
                continue
            needs = set()
            for argument in test.get("command", []):
                name = os.path.relpath(argument.split("=")[-1], self.build)
                if name in self.outputs:
                    needs.add(name)
            found[test["name"]] = sorted(needs) or ["leps"]
        return found

    def costs(self, names):
        """Seconds that each test takes; raises Broken where one fails as things are. Kept for these very sources."""
        kept = self.folder.parent / "costs.json"
        if kept.exists():
            known = json.loads(kept.read_text("utf-8"))
            if known["sources"] == self.digest and set(known["costs"]) == set(names):
                return known["costs"]
        costs = self._measured(names)
        kept.write_text(json.dumps({"sources": self.digest, "costs": costs}), "utf-8")
        return costs

    def _measured(self, names):
        pattern = "^(" + "|".join(re.escape(name) for name in names) + ")$"
        done = self._run(["ctest", "--test-dir", str(self.build), "-j", str(os.cpu_count()), "-R", pattern])
        if done.returncode:
            raise Broken(done.stdout[-4000:])
        took = re.findall(r"Test +#\d+: (\S+) \.* *Passed +([\d.]+) sec", done.stdout)
        return {name: float(seconds) for name, seconds in took}

    def notices(self, name, seconds):
        """Whether a test fails; one that takes ten times as long does."""
        done = self._run(["ctest", "--test-dir", str(self.build), "-R", f"^{re.escape(name)}$", "--timeout",
                          str(int(60 + 10 * seconds)), "--output-on-failure"])
        return done.stdout if done.returncode else None

    def write(self, path, text):
        (self.folder / path).write_text(text, "utf-8")

    def read_objects(self, objects):
        return [(self.build / each).read_bytes() for each in objects]

    def _run(self, command):
        return subprocess.run(command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              errors="replace", check=False)
