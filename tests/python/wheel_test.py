"""The wheel needs nothing of the system but Python and the C and C++ runtime."""
import pathlib
import re
import subprocess
import sys

import leps

PACKAGE = pathlib.Path(leps.__file__).parent
OF_THE_SYSTEM = {"libc.so.6", "libm.so.6", "libstdc++.so.6", "libgcc_s.so.1", "ld-linux-x86-64.so.2"}


def read_dynamic(library, what):
    said = subprocess.run(
        ["readelf", "--dynamic", "--wide", library], check=True, capture_output=True, text=True
    ).stdout
    return re.findall(rf"\({what}\).*\[(.*)\]", said)


def test_every_library_is_inside_or_of_the_system():
    libraries = [PACKAGE / "libleps.so", PACKAGE / "_flag.so", *PACKAGE.glob("_bundled/*.so*")]
    inside = {each.name for each in PACKAGE.glob("_bundled/*.so*")}
    needed = {name for each in libraries for name in read_dynamic(each, "NEEDED")}
    assert inside and needed - OF_THE_SYSTEM == inside
    assert read_dynamic(PACKAGE / "libleps.so", "RUNPATH") == ["$ORIGIN/_bundled"]


def test_what_a_process_loads_is_inside_or_was_there_before():
    program = (
        "import ctypes, pathlib, re, sys\n"
        "def mapped():\n"
        "  maps = pathlib.Path('/proc/self/maps').read_text()\n"
        "  return set(re.findall(r'/\\S+\\.so\\S*', maps))\n"
        "import datetime, fractions, typing, json, logging, queue, dataclasses, weakref, decimal\n"
        "before = mapped()\n"
        "import leps\n"
        "leps.compile()\n"
        "print(*sorted(mapped() - before), sep='\\n')\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    ).stdout.split()
    outside = [each for each in said if not pathlib.Path(each).is_relative_to(PACKAGE)]
    assert str(PACKAGE / "libleps.so") in said
    assert {pathlib.Path(each).name.split(".so")[0] for each in outside} <= {"libstdc++", "libgcc_s"}


def test_the_licences_of_what_is_inside_are_there():
    assert (PACKAGE / "LICENSE").read_text(encoding="utf-8").startswith("EUROPEAN UNION")
    libraries = list(PACKAGE.glob("_bundled/*.so*"))
    licences = [each.read_text(encoding="utf-8") for each in PACKAGE.glob("_bundled/*.copyright.txt")]
    assert all("Copyright" in each for each in licences)
    # Bundling stops where a library has none; a Debian package may have several of them in it.
    assert 0 < len(licences) <= len(libraries)


def test_the_package_is_typed():
    assert (PACKAGE / "py.typed").is_file()
