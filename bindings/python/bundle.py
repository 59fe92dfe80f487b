"""Puts a shared library into a package together with every library that it needs.

What is left to the system is the C and C++ runtime, which any Debian has: apt itself needs it.
The others are renamed after their content: a process that has loaded another libzip keeps that, and
ours stays ours.
"""

import hashlib
import pathlib
import re
import shutil
import subprocess
import sys

OF_THE_SYSTEM = re.compile(
    r"(linux-vdso|ld-linux.*|libc|libm|libdl|librt|libpthread|libgcc_s|libstdc\+\+)\.so.*"
)
FOLDER = "_bundled"


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def needed(library):
    """The libraries that a library names itself."""
    return re.findall(r"\(NEEDED\).*\[(.*)\]", run("readelf", "--dynamic", "--wide", library))


def found(library):
    """Where each library lies that it needs, itself or through others."""
    paths = {}
    for line in run("ldd", library).splitlines():
        name, _, path = line.strip().partition(" => ")
        if path.startswith("not found"):
            sys.exit(f"bundle.py: {library} needs {name}, which is not on this machine")
        if path:
            paths[name] = pathlib.Path(path.split(" (")[0]).resolve()
    return {name: path for name, path in paths.items() if not OF_THE_SYSTEM.fullmatch(name)}


def copy_licence(library, folder):
    """The licence of the Debian package that a library is from: its authors ask for it."""
    for path in (library, pathlib.Path(str(library).removeprefix("/usr"))):
        owner = subprocess.run(["dpkg", "-S", path], capture_output=True, text=True)
        if owner.returncode == 0:
            package = owner.stdout.split(":")[0]
            shutil.copy(f"/usr/share/doc/{package}/copyright", folder / f"{package}.copyright.txt")
            return
    sys.exit(f"bundle.py: no package owns {library}, so its licence is not known")


def bundle(library, package):
    """Copies `library` to `package` under its own name, and what it needs to a folder within."""
    if not shutil.which("patchelf"):
        sys.exit("bundle.py: patchelf is missing (on Debian: apt-get install patchelf)")
    folder = package / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)

    renamed = {}
    for name, path in found(library).items():
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
        stem, _, rest = name.partition(".so")
        renamed[name] = f"{stem}-{digest}.so{rest}"
        shutil.copy(path, folder / renamed[name])
        copy_licence(path, folder)
    copied = package / library.name
    copied.unlink(missing_ok=True)
    shutil.copy(library, copied)

    for each in [copied, *(folder / name for name in renamed.values())]:
        each.chmod(0o755)
        run("strip", "--strip-unneeded", each)  # first: strip may break what patchelf has written
        if each != copied:
            run("patchelf", "--set-soname", each.name, each)
        for name in needed(each):
            if name in renamed:
                run("patchelf", "--replace-needed", name, renamed[name], each)
        run("patchelf", "--set-rpath", f"$ORIGIN/{FOLDER}" if each == copied else "$ORIGIN", each)
