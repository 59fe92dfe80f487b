#!/usr/bin/env python3
"""Puts every case to every way in and compares the answers byte for byte: tests/conformance/README.md."""

import difflib
import os
import pathlib
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = sorted((ROOT / "tests/conformance/cases").glob("*/case.txt"))


def command_line(program: list[str], case: pathlib.Path) -> list[str]:
    """The `leps` command takes options; every other way in reads the case by itself."""
    if pathlib.Path(program[0]).name != "leps":
        return program + [str(case)]
    rules, rest = [], []
    for line in (ROOT / case).read_text(encoding="utf-8").splitlines():
        word, _, value = line.partition(" ")
        if word == "rules":
            rules.append(value)
        elif word and word != "#":
            rest += [{"data": "--data", "ordering": "--order", "ambito": "--ambito", "year": "--year"}[word], value]
    return program + ["check", *rules, *rest, "--format", "json"]


def answer(program: list[str], case: pathlib.Path) -> bytes:
    done = subprocess.run(command_line(program, case.relative_to(ROOT)), cwd=ROOT, capture_output=True, timeout=300)
    if done.returncode not in (0, 1):  # 1: some level is not met
        raise RuntimeError(f"exit {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}")
    return done.stdout


def first_difference(wanted: bytes, found: bytes) -> str:
    lines = (text.decode(errors="replace").splitlines() for text in (wanted, found))
    return "\n".join(list(difflib.unified_diff(*lines, "expected", "found", lineterm="", n=1))[:12])


def main() -> int:
    ways = [(name, shlex.split(program)) for name, _, program in (way.partition("=") for way in sys.argv[1:])]
    if not ways or not CASES:
        print(__doc__, file=sys.stderr)
        return 2
    passed = failed = 0
    for case in CASES:
        expected = case.with_name("expected.json")
        if os.environ.get("LEPS_UPDATE_CONFORMANCE"):
            expected.write_bytes(answer(ways[0][1], case))
        wanted = expected.read_bytes()
        for name, program in ways:
            try:
                found = answer(program, case)
                problem = "" if found == wanted else first_difference(wanted, found)
            except (OSError, RuntimeError, subprocess.TimeoutExpired) as error:
                problem = str(error)
            passed, failed = passed + (not problem), failed + bool(problem)
            if problem:
                print(f"{case.parent.name}, {name}:\n{problem}\n")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
