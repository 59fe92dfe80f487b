#!/usr/bin/env python3
"""Checks that libleps.so exports what tests/capi/symbols.txt records, under its name, and no more.

usage: check_symbols.py LIBRARY SYMBOLS.txt ABI_VERSION

A symbol that is new belongs in the list; one that is gone breaks every program that used it, and
needs a new LEPS_ABI_VERSION. LEPS_UPDATE_GOLDEN=1 rewrites the list; review the diff like code.
"""
import os
import pathlib
import re
import subprocess
import sys


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def exported(library):
    names = set()
    for line in run("nm", "--dynamic", "--defined-only", "--format=posix", library).splitlines():
        name, kind = line.split()[:2]
        if kind == "A":  # the version node itself
            continue
        names.add(re.sub(r"@.*", "", name))
    return sorted(names)


def main(library, recorded, abi):
    recorded = pathlib.Path(recorded)
    found = exported(library)
    findings = []

    if os.environ.get("LEPS_UPDATE_GOLDEN") == "1":
        recorded.write_text("".join(name + "\n" for name in found))
    listed = recorded.read_text().split()
    findings += [f"exported, but not in the list: {name}" for name in found if name not in listed]
    findings += [f"in the list, but not exported: {name}" for name in listed if name not in found]
    findings += [f"not ours to export: {name}" for name in found if not name.startswith("leps_")]

    soname = re.search(r"\(SONAME\).*\[(.*)\]", run("readelf", "--dynamic", "--wide", library))
    wanted = f"libleps.so.{abi}"
    if not soname or soname.group(1) != wanted:
        findings.append(f"the SONAME is {soname and soname.group(1)}, it should be {wanted}")

    for finding in findings:
        print(finding)
    print(f"{len(found)} symbols, {len(findings)} findings")
    return 1 if findings or not found else 0


if __name__ == "__main__":
    os.environ["LC_ALL"] = "C"
    sys.exit(main(*sys.argv[1:]))
