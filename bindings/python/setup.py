"""Builds the wheel: the Python of src/, the engine with all the libraries it needs, the packs.

The engine is compiled by CMake into build/python of the repository. Where LEPS_BUILD_DIR names a
build folder that has the target leps_python_libraries built already, it is taken from there.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

from setuptools import setup
from setuptools.command.build_py import build_py
from setuptools.dist import Distribution
from wheel.bdist_wheel import bdist_wheel

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))

from bundle import bundle  # noqa: E402  beside this file, which pip does not put in the path


def project_version():
    """The version of the project, which CMake has too."""
    if not (ROOT / "CMakeLists.txt").is_file():
        sys.exit("setup.py: the engine is not here: build the package inside the leps repository")
    found = re.search(r"project\(leps VERSION ([\d.]+)", (ROOT / "CMakeLists.txt").read_text())
    return found.group(1)


GIVEN = os.environ.get("LEPS_BUILD_DIR")
BUILD = pathlib.Path(GIVEN) if GIVEN else ROOT / "build" / "python"


def built_libraries():
    """The build folder with the engine in it."""
    folder = BUILD
    if GIVEN:
        return folder
    configure = ["cmake", "-S", ROOT, "-B", folder, "-DCMAKE_BUILD_TYPE=Release", "-DLEPS_TESTS=OFF"]
    if not (folder / "CMakeCache.txt").exists() and shutil.which("ninja"):
        configure += ["-G", "Ninja"]
    subprocess.run(configure, check=True)
    jobs = str(os.cpu_count() or 1)
    subprocess.run(
        ["cmake", "--build", folder, "--target", "leps_python_libraries", "--parallel", jobs],
        check=True,
    )
    return folder


class BuildWithEngine(build_py):
    """Copies beside the Python what is not Python."""

    def run(self):
        super().run()
        package = pathlib.Path(self.build_lib) / "leps"
        built = built_libraries()
        shutil.copy(ROOT / "bindings/c/include/leps/leps.h", package)
        shutil.copy(built / "bindings/python/_flag.so", package)
        bundle(built / "bindings/c/libleps.so", package)
        rules = package / "rules"
        shutil.rmtree(rules, ignore_errors=True)
        for pack in sorted((ROOT / "rules").glob("*/*.leps")):
            (rules / pack.parent.name).mkdir(parents=True, exist_ok=True)
            shutil.copy(pack, rules / pack.parent.name)
        shutil.copy(ROOT / "LICENSE", package)


class WithEngine(Distribution):
    """Not the same on every machine, though there is no extension module in it."""

    def has_ext_modules(self):
        return True


class WheelOfAnyPython(bdist_wheel):
    """ctypes asks nothing of the interpreter's own interface: one wheel for every Python 3."""

    def get_tag(self):
        return ("py3", "none", super().get_tag()[2])


# Beside the engine, and new each time: what is left of an older build would end up in the wheel.
scratch = BUILD / "wheel"
shutil.rmtree(scratch, ignore_errors=True)
scratch.mkdir(parents=True)

setup(
    options={"build": {"build_base": str(scratch)}, "egg_info": {"egg_base": str(scratch)}},
    version=project_version(),
    package_dir={"": "src"},
    packages=["leps"],
    package_data={"leps": ["py.typed"]},
    distclass=WithEngine,
    cmdclass={"build_py": BuildWithEngine, "bdist_wheel": WheelOfAnyPython},
)
