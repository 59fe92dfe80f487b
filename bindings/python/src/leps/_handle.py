"""What a program holds of the engine. A handle is open, closed, or was never made."""

from typing import ClassVar, Self

from leps._owned import Owned


class Handle:
    """An object with a handle of the library behind it."""

    #: Where a program gets one.
    _comes_from: ClassVar[str] = "the package makes it"

    # Of an object that no __init__ has seen: by object.__new__, or of a class that forgot its base's.
    _owned: Owned | None = None
    _is_made = False
    _gone = "closed"  # what became of one without a handle that was made

    def __init__(self, owned: Owned) -> None:
        if not isinstance(owned, Owned):
            raise TypeError(f"a {type(self).__name__} is not made from {owned!r}: {self._comes_from}")
        if self._is_made:
            raise TypeError(f"this {type(self).__name__} is made already")
        self._owned = owned
        self._is_made = True

    def _open(self) -> Owned:
        self._check_is_made()
        owned = self._owned
        if not isinstance(owned, Owned):
            raise ValueError(f"this {type(self).__name__} is {self._gone}")
        return owned

    def _check_is_made(self) -> None:
        if not self._is_made:
            raise ValueError(
                f"this {type(self).__name__} was never made, or without the __init__ of leps: "
                f"{self._comes_from}"
            )


class Closable(Handle):
    """What a program may close before its last reference is gone, also by ``with``."""

    def close(self) -> None:
        """Frees the memory of the engine behind it; what was read from it stays good."""
        self._owned = None

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
