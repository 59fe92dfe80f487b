#!/usr/bin/env python3
"""Builds consumer.c as somebody else would, with what find_package or pkg-config says, runs it, and
checks that the library it runs with is the one that was asked for, and that the static one shows
nothing that could clash with the program's own.

usage: consume.py WAY PLACE KIND BUILD COMPILER [FLAG...]

WAY    cmake or pkgconfig
PLACE  tree, where the library was just built, or prefix, where it is first installed, then moved
KIND   shared or static; alone: static, where the prefix has no shared library
"""
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def run(*command, **more):
    print("$", *command, flush=True)
    return subprocess.run([str(word) for word in command], check=True, text=True, **more)


def install(build, components, folder):
    """Into one prefix, then moved to another: nothing in it may remember where it was made."""
    for component in components:
        run("cmake", "--install", build, "--prefix", folder / "first", "--component", component,
            stdout=subprocess.DEVNULL)
    return (folder / "first").rename(folder / "prefix")


def by_cmake(root, kind, folder, compiler, flags):
    link = {"shared": "leps::leps", "static": "leps::leps_static", "alone": "leps::leps"}[kind]
    wanted = {"shared": "", "static": "COMPONENTS;static", "alone": ""}[kind]
    run("cmake", "-S", HERE / "cmake", "-B", folder / "build", f"-DCMAKE_PREFIX_PATH={root}",
        f"-Dleps_DIR={root}" if (root / "leps-config.cmake").exists() else "-Dunused=",
        f"-DCMAKE_C_COMPILER={compiler}", f"-DCMAKE_C_FLAGS={' '.join(flags)}", f"-DLINK={link}",
        f"-DCOMPONENTS={wanted}", "--no-warn-unused-cli", stdout=subprocess.DEVNULL)
    run("cmake", "--build", folder / "build", stdout=subprocess.DEVNULL)
    return folder / "build" / "consumer"


def by_pkgconfig(root, kind, folder, compiler, flags):
    files = next(root.rglob("leps.pc")).parent
    environment = dict(os.environ, PKG_CONFIG_PATH=str(files))
    static = [] if kind == "shared" else ["--static"]
    said = subprocess.run(["pkg-config", *static, "--cflags", "--libs", "leps"], check=True,
                          capture_output=True, env=environment).stdout
    # For a shell: a space in a path has a backslash before it, and so has each byte of an è.
    said = [os.fsdecode(os.fsencode(word)) for word in shlex.split(os.fsdecode(said))]
    if kind == "static":  # both are there, and -l alone takes the shared one
        said = ["-l:libleps.a" if word == "-lleps" else word for word in said]
    run(compiler, *flags, HERE / "consumer.c", "-o", folder / "consumer", *said)
    return folder / "consumer"


def shown_beyond_the_header(root):
    """What libleps.a shows that is not a function of leps.h."""
    symbols = run("nm", "--extern-only", "--defined-only", "--portability",
                  next(root.rglob("libleps.a")), capture_output=True).stdout
    names = [line.split()[0] for line in symbols.splitlines() if not line.endswith("]:")]  # members
    return [name for name in names if not name.startswith("leps_")]


def main(way, place, kind, build, compiler, *flags):
    build = pathlib.Path(build)
    folder = pathlib.Path(tempfile.mkdtemp())
    try:
        if place == "tree":
            root = build / "bindings" / "c"
        else:
            components = {"shared": ["c"], "static": ["c", "c-static"], "alone": ["c-static"]}
            root = install(build, components[kind], folder)
        library = next(root.rglob("libleps.so.*")).parent if kind == "shared" else folder
        make = {"cmake": by_cmake, "pkgconfig": by_pkgconfig}[way]
        program = make(root, kind, folder, compiler, list(flags))

        said = run(program, capture_output=True,
                   env=dict(os.environ, LD_LIBRARY_PATH=str(library))).stdout
        needed = run("readelf", "--dynamic", program, capture_output=True).stdout
        print(said)
        if ("libleps.so" in needed) != (kind == "shared"):
            print(f"a {kind} library was asked for, and the program has the other")
            return 1
        if kind != "shared" and (clashing := shown_beyond_the_header(root)):
            print("libleps.a shows what is not of leps.h:", *clashing)
            return 1
        return 0
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
