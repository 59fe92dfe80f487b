#!/usr/bin/env python3
"""Runs what the documentation shows, so that it cannot grow old.

usage: run_docs.py LEPS ROOT FOLDER FILE.md…

In each file, between ``` fences:
  ```leps            a whole pack: `leps test` on it must end with 0
  ```leps continua   a pack that extends the whole pack shown before it: the test is of both
  ```leps nazionale  a pack that extends the shipped one: the test is of both
  ```leps errore X   a pack with a mistake: `leps lint` must end with 3 and name the code X
  ```yaml            data of an Ambito: `leps check` on them, with the last whole pack shown before
                     them or else with the shipped rules, must end with 0 or 1
  ```sh              every line that begins with `leps` or `build/release/leps` is run; it must end
                     with 0, or with N where the line ends in `# esce con N` or `# exits with N`
The commands run in a copy of rules/ and fixtures/, so that they may write.
"""
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

FENCE = re.compile(r"^```(.*?)\n(.*?)^```\s*$", re.MULTILINE | re.DOTALL)
STATUS = re.compile(r"\s+#\s*(?:esce con|exits with)\s+(\d)\s*$")


class Docs:
    def __init__(self, leps, root, folder):
        self.leps, self.root, self.folder = leps, root, folder
        self.passed, self.failed = 0, 0
        self.pack = None  # the last whole pack shown
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for part in ("rules", "fixtures"):
            shutil.copytree(root / part, folder / part)

    def run(self, place, arguments, expected, mentions=""):
        done = subprocess.run([self.leps, *arguments], cwd=self.folder, capture_output=True,
                              text=True, check=False, timeout=120)
        if done.returncode in expected and mentions in done.stdout + done.stderr:
            self.passed += 1
            return
        self.failed += 1
        wanted = " or ".join(map(str, expected)) + (f", naming {mentions}" if mentions else "")
        print(f"{place}: leps {shlex.join(arguments)} ended with {done.returncode}, not {wanted}")
        print((done.stdout + done.stderr)[-2000:])

    def file(self, path):
        text = path.read_text(encoding="utf-8")
        for match in FENCE.finditer(text):
            kind, body = match.group(1).split(), match.group(2)
            place = f"{path.relative_to(self.root)}:{text.count(chr(10), 0, match.start()) + 1}"
            name = place.replace("/", "_").replace(":", "_")
            if kind[:1] == ["leps"]:
                shown = self.folder / f"{name}.leps"
                shown.write_text(body, encoding="utf-8")
                if kind[1:2] == ["errore"]:
                    self.run(place, ["lint", shown.name], [3], f"[{kind[2]}]")
                elif kind[1:2] == ["continua"]:
                    self.run(place, ["test", self.pack, shown.name], [0])
                elif kind[1:2] == ["nazionale"]:
                    self.run(place, ["test", "rules/nazionale", shown.name], [0])
                else:
                    self.pack = shown.name
                    self.run(place, ["test", shown.name], [0])
            elif kind == ["yaml"]:
                shown = self.folder / f"{name}.yaml"
                shown.write_text(body, encoding="utf-8")
                packs = [self.pack] if self.pack else []
                self.run(place, ["check", *packs, "--data", shown.name], [0, 1])
            elif kind[:1] in (["sh"], ["console"]):
                self.shell(place, body)

    def shell(self, place, body):
        for line in body.splitlines():
            line = line.removeprefix("$ ").strip()
            status = STATUS.search(line)
            words = shlex.split(line, comments=True)
            if words[:1] in (["leps"], ["build/release/leps"]):
                self.run(place, words[1:], [int(status.group(1)) if status else 0])


def main():
    docs = Docs(sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))
    for file in sys.argv[4:]:
        docs.file(docs.root / file)
    print(f"documentation: {docs.passed} passed, {docs.failed} failed")
    sys.exit(1 if docs.failed or not docs.passed else 0)


if __name__ == "__main__":
    main()
