"""A handle of the library as an object of Python: freed once, and taken for no other kind.

Whatever a program does with objects (copy, pickle, ``object.__new__``, an edit of ``vars()``), it
never has a pointer in its hand: none of them is in an object.
"""

import ctypes
import sys
from collections.abc import Callable
from typing import Any, ClassVar, NamedTuple, NoReturn, Self, TypeAlias

#: How pickle makes one again elsewhere: what to call, and with what.
Recipe: TypeAlias = Callable[["Owned"], tuple[Callable[..., "Owned"], tuple[Any, ...]]]


class _Held(NamedTuple):
    pointer: int
    kind: str
    free: Callable[[int], None]
    recipe: Recipe | None


# By identity: an object that was made in any other way than by Owned(...) holds nothing.
_held: dict[int, _Held] = {}

# By kind: what a program may send to another process in its stead.
_INSTEAD = {
    "leps_data": "send the texts or the paths, and load them there with the Rulebook, which can be sent",
    "leps_results": "send tuple(results), results.json or results.to_pandas(), which are plain values",
    "leps_builder": "fill another Builder with the same values",
}


class Owned:
    """A handle of the library, freed when nobody holds this object any more.

    Whoever calls the library with it holds the object for as long: then no other thread can free it
    in between. Copies are the same object, for what is behind it never changes.
    """

    __slots__ = ("__weakref__",)

    def __init__(
        self, pointer: int, kind: str, free: Callable[[int], None], recipe: Recipe | None = None
    ) -> None:
        _held[id(self)] = _Held(pointer, kind, free, recipe)

    # Not weakref.finalize: in a circle that is collected its callback comes before the __del__ of
    # the others, which may still use the handle. Not at exit: the process gives everything back by
    # itself, and a thread may still be at it.
    def __del__(
        self,
        held: dict[int, _Held] = _held,
        is_finalizing: Callable[[], bool] = sys.is_finalizing,
    ) -> None:
        mine = held.pop(id(self), None)
        if mine is not None and not is_finalizing():
            mine.free(mine.pointer)

    def abandon(self) -> None:
        """Leaves the handle unfreed: it is in pieces, and to free it could end the process."""
        _held.pop(id(self), None)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _memo: object) -> Self:
        return self

    def __reduce_ex__(self, _protocol: object) -> Any:
        mine = _held.get(id(self))
        if mine is not None and mine.recipe is not None:
            return mine.recipe(self)
        refuse_to_pickle(mine.kind if mine else "a handle")


def refuse_to_pickle(kind: str) -> NoReturn:
    """TypeError, with what to do instead. Of a Builder also where it is copied."""
    instead = _INSTEAD.get(kind, "send what was read from it")
    name = kind.removeprefix("leps_").capitalize()
    raise TypeError(f"{name} cannot be pickled, for it is memory of the engine: {instead}")


class Parameter:
    """What a function of the library takes where its header says a pointer to a handle."""

    kind: ClassVar[str]

    @classmethod
    def from_param(cls, given: object) -> ctypes.c_void_p:
        """The pointer. TypeError of another kind of handle, which C could not tell from it."""
        if given is None or isinstance(given, int):  # that the library has just lent
            return ctypes.c_void_p(given)
        mine = _held.get(id(given)) if isinstance(given, Owned) else None
        if mine is None or mine.kind != cls.kind:
            raise TypeError(f"{cls.kind} is asked for, not {mine.kind if mine else repr(given)}")
        return ctypes.c_void_p(mine.pointer)


def parameter(kind: str) -> type[Parameter]:
    """The parameter type of a kind of handle."""
    return type(kind, (Parameter,), {"kind": kind})
