#!/usr/bin/env python3
"""Installs as the READMEs say, after each build that they say: what was built gets there and works,
with a component and without, under DESTDIR and under a relative prefix.

usage: install.py BUILD COMPILER

Nothing is built for it: the folder BUILD, where all is there, is copied without what a build would
not have made.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from consume import by_cmake, by_pkgconfig

COMMAND = {"bin/leps", "share/leps/rules/nazionale/00_basi.leps"}
PACKAGE = {"include/leps/leps.h", "lib/pkgconfig/leps.pc", "lib/cmake/leps/leps-config.cmake"}
SHARED = PACKAGE | {"lib/libleps.so", "lib/cmake/leps/leps-shared.cmake"}
STATIC = PACKAGE | {"lib/libleps.a", "lib/cmake/leps/leps-static.cmake"}

ROWS = [
    # what was built, the component, what is there afterwards: None where it must fail
    ("leps", None, COMMAND),
    ("leps", "c", None),
    ("leps_c leps_c_static", None, SHARED),
    ("leps_c leps_c_static", "c", SHARED),
    ("leps_c leps_c_static", "c-static", STATIC),
    ("leps_c", "c-static", None),
    ("leps leps_c leps_c_static", None, COMMAND | SHARED),
]
FILES = {"leps": "leps", "leps_c": "bindings/c/libleps.so*", "leps_c_static": "bindings/c/libleps.a"}


def as_built(build, targets, folder, empty=False):
    """A copy of what `cmake --install` reads of a build folder, with some targets built.

    Empty files in their stead are enough to see where they get.
    """
    for script in [*build.rglob("cmake_install.cmake")]:
        if "Export" not in script.parts:
            copied = folder / script.relative_to(build)
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_text(script.read_text().replace(str(build), str(folder)))
    for part in ("bindings/c/install", "bindings/c/CMakeFiles/Export"):
        shutil.copytree(build / part, folder / part)
    shutil.copy(build / "bindings/c/leps-config-version.cmake", folder / "bindings/c")
    for target in targets.split():
        for file in build.glob(FILES[target]):
            if empty and not file.is_symlink():
                (folder / file.relative_to(build)).touch()
            else:
                shutil.copy(file, folder / file.relative_to(build), follow_symlinks=False)
    return folder


def install(folder, component, prefix, **more):
    words = ["cmake", "--install", folder, "--prefix", prefix]
    if component:
        words += ["--component", component]
    return subprocess.run(words, capture_output=True, text=True, check=False, **more)


def there(prefix):
    """The files of a prefix that this test knows by name."""
    return {each for each in COMMAND | SHARED | STATIC if (prefix / each).exists()}


def check_files(build, scratch):
    for number, (targets, component, wanted) in enumerate(ROWS):
        what = f"{component or 'all'} after {targets}"
        folder = as_built(build, targets, scratch / f"build{number}", empty=True)
        prefix = scratch / f"prefix{number}"
        run = install(folder, component, prefix)
        if wanted is None:
            assert run.returncode != 0, f"{what}: installed what is not there\n{run.stdout}"
            continue
        assert run.returncode == 0, f"{what}\n{run.stdout}{run.stderr}"
        assert there(prefix) == wanted, f"{what}: {there(prefix) ^ wanted}"


def check_use(build, compiler, scratch):
    folder = as_built(build, "leps leps_c", scratch / "build")
    stage = scratch / "stage/usr"
    run = install(folder, None, "/usr", env=dict(os.environ, DESTDIR=str(scratch / "stage")))
    assert run.returncode == 0 and there(stage) == COMMAND | SHARED, run.stderr
    run = install(folder, None, "a/b", cwd=scratch)
    assert run.returncode == 0 and there(scratch / "a/b") == COMMAND | SHARED, run.stderr

    # The command reads the rules that came with it: when these are wrong, it says so.
    judge = [scratch / "a/b/bin/leps", "check", "--data", "fixtures/sintetici", "--format", "csv"]
    assert subprocess.run(judge, stdout=subprocess.DEVNULL, check=False).returncode == 1
    with open(scratch / "a/b/share/leps/rules/nazionale/00_basi.leps", "a") as rules:
        rules.write("regola")
    assert subprocess.run(judge, stderr=subprocess.DEVNULL, check=False).returncode == 3

    for by in (by_cmake, by_pkgconfig):
        program = by(stage, "shared", scratch, compiler, [])
        subprocess.run([program], check=True, env=dict(os.environ, LD_LIBRARY_PATH=stage / "lib"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder).resolve()
        check_files(pathlib.Path(sys.argv[1]), folder)
        check_use(pathlib.Path(sys.argv[1]), sys.argv[2], folder)
