"""The engine that lies beside this file, and what every call of it shares.

ctypes lets go of the interpreter's lock for the length of a call, so threads evaluate side by side.
"""

import ctypes
import pathlib
import weakref
from typing import Self

from leps import _header
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


class Owned:
    """A handle of the library, freed when nobody holds this object any more.

    Whoever calls the library with the pointer holds the object for as long: then no other thread
    can free it in between.
    """

    def __init__(self, pointer: int, free: str) -> None:
        self.pointer = pointer
        # Not at exit: the process gives everything back by itself, and a thread may still be at it.
        weakref.finalize(self, getattr(lib, free), pointer).atexit = False


class Closable:
    """What a program may close before its last reference is gone, also by ``with``."""

    def __init__(self, owned: Owned) -> None:
        self._owned: Owned | None = owned

    def close(self) -> None:
        """Frees the memory of the engine behind it; what was read from it stays good."""
        self._owned = None

    def _open(self) -> Owned:
        owned = self._owned
        if owned is None:
            raise ValueError(f"this {type(self).__name__} is closed")
        return owned

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
