#!/usr/bin/env python3
"""Builds the wheel as the README says, without a network, and installs it in a folder of its own.

usage: install_wheel.py PACKAGE WHEELS SITE
"""
import pathlib
import shutil
import subprocess
import sys


def pip(*arguments):
    subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", *arguments], check=True
    )


def main(package, wheels, site):
    for folder in (wheels, site):
        shutil.rmtree(folder, ignore_errors=True)
    pip("wheel", "--no-index", "--no-build-isolation", "--no-deps", "--wheel-dir", wheels, package)
    built = list(pathlib.Path(wheels).iterdir())
    if [each.name.split("-", 2)[2].rsplit("-", 1)[0] for each in built] != ["py3-none"]:
        sys.exit(f"one wheel for every Python 3 was to come out, not {built}")
    pip("install", "--no-index", "--no-deps", "--target", site, *map(str, built))


if __name__ == "__main__":
    main(*sys.argv[1:])
