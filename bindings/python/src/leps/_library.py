"""The engine that lies beside this file, and what every call of it shares.

ctypes lets go of the interpreter's lock for the length of a call, so threads evaluate side by side.
"""

import ctypes
import pathlib

from leps import _header
from leps._owned import Owned, Recipe
from leps._structs import CANCELLED

_HERE = pathlib.Path(__file__).resolve().parent
_HEADER = (_HERE / "leps.h").read_text(encoding="utf-8")


def _load(name: str) -> ctypes.CDLL:
    try:
        return ctypes.CDLL(str(_HERE / name))
    except OSError as error:
        raise ImportError(f"the engine of the package leps cannot be loaded: {error}") from None


lib = _load("libleps.so")
if lib.leps_abi_version() != _header.abi_version(_HEADER):
    raise ImportError("libleps.so and leps.h beside the package are of different versions")
_header.declare(lib, _HEADER)

#: Written in C, so that the engine may ask it without Python's lock; see native/flag.c.
flag_is_raised = CANCELLED(("leps_flag_is_raised", _load("_flag.so")))


def version() -> str:
    """The version of the engine."""
    return text(lib.leps_version())


def features() -> frozenset[str]:
    """What this build of the engine can do: the names that ``leps.h`` lists under `leps_feature`."""
    return frozenset(text(lib.leps_feature(i)) for i in range(lib.leps_feature_count()))


def text(read: bytes | None) -> str:
    """A text that the library always gives."""
    if read is None:
        raise MemoryError
    return read.decode()


def optional_text(read: bytes | None) -> str | None:
    return None if read is None else read.decode()


def owned(pointer: int, free: str, recipe: Recipe | None = None) -> Owned:
    """What the library has just made, and the name of what frees it."""
    return Owned(pointer, free.removesuffix("_free"), getattr(lib, free), recipe)
