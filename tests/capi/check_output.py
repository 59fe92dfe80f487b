#!/usr/bin/env python3
"""Runs a program and compares all that it says, and its exit status, with a recorded file.

usage: check_output.py EXPECTED.txt PROGRAM [ARGUMENT...]

The program runs in the folder of this script, so that the paths in its messages are the same
everywhere. LEPS_UPDATE_GOLDEN=1 rewrites the file; review the diff like code.
"""
import difflib
import os
import pathlib
import subprocess
import sys


def main(expected, *command):
    expected = pathlib.Path(expected).resolve()
    folder = pathlib.Path(__file__).resolve().parent
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=300)
    said = f"{done.stdout}--- messages\n{done.stderr}--- exit status {done.returncode}\n"

    if os.environ.get("LEPS_UPDATE_GOLDEN") == "1":
        expected.write_text(said)
    recorded = expected.read_text() if expected.exists() else ""
    if said == recorded:
        return 0
    sys.stdout.writelines(difflib.unified_diff(recorded.splitlines(True), said.splitlines(True),
                                               str(expected), "what it says now"))
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
