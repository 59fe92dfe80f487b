#!/usr/bin/env python3
"""Compares the binary interface of libleps.so with the recorded one: functions, their arguments,
and every type of leps.h that a compiled program holds in itself. libabigail reads it from what the
debugger would.

usage: check_abi.py LIBRARY RECORDED.abi INCLUDE

LEPS_UPDATE_GOLDEN=1 records the interface as it is; review the diff like code.
Exit status: 0 as recorded; 1 not; 77 this build says nothing to debuggers, or abigail-tools is not
there.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ADDED = """
The binary interface grew. Programs that were already built go on running: if this is what you
want, record it and commit the file with the change:

    LEPS_UPDATE_GOLDEN=1 ctest --preset dev -R capi.abi
"""
BROKEN = """
The binary interface changed: programs that were already built would break. bindings/c/README.md
promises that they do not. Add a function beside the old one, or a field at the end of a struct that
carries its size, and leave the rest. Only where that cannot be: a new LEPS_ABI_VERSION in leps.h, a
new node in leps.map, a line in CHANGELOG.md for whoever has to rebuild, and then

    LEPS_UPDATE_GOLDEN=1 ctest --preset dev -R capi.abi
"""


def describe(library, include, to):
    subprocess.run(["abidw", "--headers-dir", include, "--drop-private-types", "--no-show-locs",
                    "--no-corpus-path", "--no-comp-dir-path", "--no-elf-needed",
                    "--exported-interfaces-only", "--no-parameter-names", "--type-id-style",
                    "hash", "--out-file", str(to), library], check=True)


def main(library, recorded, include):
    if not shutil.which("abidw"):
        print("abidw is not here: bash tests/setup.sh ci installs abigail-tools")
        return 77
    sections = subprocess.run(["readelf", "--sections", "--wide", library], check=True,
                              capture_output=True, text=True).stdout
    if ".debug_info" not in sections:
        print("the library was built without debug information")
        return 77
    recorded = pathlib.Path(recorded)
    if os.environ.get("LEPS_UPDATE_GOLDEN") == "1":
        describe(library, include, recorded)
        return 0

    with tempfile.TemporaryDirectory() as folder:
        now = pathlib.Path(folder, recorded.name)
        describe(library, include, now)
        done = subprocess.run(["abidiff", "--harmless", str(recorded), str(now)],
                              capture_output=True, text=True)
    print(done.stdout, done.stderr, sep="")
    # Its status is a set of bits: 1 and 2 it failed, 4 something changed, 8 incompatibly.
    if done.returncode & 3 or done.stderr:
        return 1
    gone = "[D]" in done.stdout or done.returncode & 8
    changed = "[C]" in done.stdout
    if done.returncode:
        print(BROKEN if gone or changed else ADDED)
        return 1
    print("as recorded")
    return 0


if __name__ == "__main__":
    os.environ["LC_ALL"] = "C"
    sys.exit(main(*sys.argv[1:]))
