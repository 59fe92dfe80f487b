"""From what a program points at, paths or texts, to named bytes for the engine."""

import errno
import os
import pathlib
import re
import warnings
from collections.abc import Iterable, Mapping
from typing import TypeAlias, Union

_Path: TypeAlias = Union[str, "os.PathLike[str]"]

#: Files: a path of a file or a folder, several of them, or the texts themselves by name.
Files: TypeAlias = Union[_Path, Iterable[_Path], Mapping[str, Union[str, bytes]]]

#: Named bytes.
Texts: TypeAlias = list[tuple[str, bytes]]

RULES = (".leps",)
DATA = (".yaml", ".yml", ".json", ".csv", ".xlsx", ".ods")

#: The packs of rules inside the package, a folder each; one says where the next ones are.
SHIPPED = pathlib.Path(__file__).resolve().parent / "rules"
_PACK = re.compile(r"^\s*(?:pacchetto|package)\s+([\w.]+)", re.MULTILINE)


def _files_in(folder: pathlib.Path, endings: tuple[str, ...]) -> list[str]:
    """The files under a folder, in the order of their names; not those hidden or held open."""
    found = []
    for at, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = [each for each in folders if not each.startswith((".", "~$"))]
        for name in names:
            if name.lower().endswith(endings) and not name.startswith((".", "~$")):
                path = os.path.join(at, name)
                if os.path.exists(path) and not os.path.isfile(path):
                    # Whoever read a pipe that nobody fills would wait for ever.
                    warnings.warn(f"{path}: no file, passed over", RuntimeWarning, stacklevel=4)
                    continue
                found.append(path)
    if not found:
        raise FileNotFoundError(f"{folder}: no file that ends in {', '.join(endings)}")
    return sorted(found)


def _raise(error: OSError) -> None:
    raise error


def read(files: Files, endings: tuple[str, ...]) -> Texts:
    """Reads what was pointed at. OSError where a path cannot be read."""
    if isinstance(files, Mapping):
        texts = [(name, _bytes(name, text)) for name, text in files.items()]
        if not texts:
            raise ValueError("no text was given")
        return texts
    if not isinstance(files, (str, os.PathLike, Iterable)):
        raise TypeError(f"files are a path, several, or texts by name, not {files!r}")
    paths = [files] if isinstance(files, (str, os.PathLike)) else list(files)
    found: dict[str, bytes] = {}
    for given in paths:
        if not isinstance(given, (str, os.PathLike)):
            raise TypeError(f"a path is asked for, not {given!r}; give texts as {{name: text}}")
        if not os.fspath(given):  # to pathlib, the folder where the program happens to run
            raise FileNotFoundError(errno.ENOENT, "an empty path is no file and no folder")
        path = pathlib.Path(given)
        for name in _files_in(path, endings) if path.is_dir() else [os.fspath(given)]:
            if name not in found:
                found[name] = pathlib.Path(name).read_bytes()
    if not found:
        raise ValueError("no path was given")
    return list(found.items())


def _bytes(name: object, text: object) -> bytes:
    if not isinstance(name, str):
        raise TypeError(f"the name of a text is a str, not {name!r}")
    if isinstance(text, str):
        return str.encode(text, "utf-8", "surrogatepass")  # the engine says what is wrong, and where
    if isinstance(text, bytes):
        return text if type(text) is bytes else bytes(memoryview(text))  # as long as it says it is
    raise TypeError(f"{name}: the text of a file is a str or bytes, not {type(text).__name__}")


def shipped(pack: str) -> Texts | None:
    """The files of a pack that the package has with it; None of any other name."""
    for folder in sorted(SHIPPED.iterdir()):
        texts = [
            (f"rules/{folder.name}/{path.name}", path.read_bytes())
            for path in sorted(folder.glob("*.leps"))
        ]
        if any(pack in _PACK.findall(text.decode("utf-8", "replace")) for _, text in texts):
            return texts
    return None
