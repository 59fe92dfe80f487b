#!/usr/bin/env python3
"""Runs the example: its numbers are what the law says of Lodi's residents, and its drawing is one.

usage: run_example.py EXAMPLE.py DRAWING.png
"""
import importlib.util
import pathlib
import subprocess
import sys

# 235 427 residents: one in 6 500, in 5 000, in 4 000; 40 000 euros each up to the second, then 20 000.
WANTED = [
    "contributo: da 235427/6500 a 235427/5000 FTE 40000 euro a FTE",
    "contributo pieno: 8710799/13 euro, con 235427/4000 FTE",
    "con 41 FTE (dato sintetico): 2485840/13 euro",
]


def run(*command):
    return subprocess.run(command, capture_output=True, text=True)


def main(example, drawing):
    drawing = pathlib.Path(drawing)
    drawing.unlink(missing_ok=True)
    findings = []

    said = run(sys.executable, "-B", example)
    if said.returncode != 0 or said.stdout.splitlines() != WANTED:
        findings.append(f"not what was to be said: {said.stdout}{said.stderr}")

    drawn = run(sys.executable, "-B", example, drawing)
    if importlib.util.find_spec("matplotlib"):
        if drawn.returncode != 0 or not drawing.read_bytes().startswith(b"\x89PNG"):
            findings.append(f"no drawing: {drawn.stderr}")
    elif drawn.returncode == 0 or "python3-matplotlib" not in drawn.stderr:
        findings.append(f"without matplotlib it does not say what to install: {drawn.stderr}")

    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
