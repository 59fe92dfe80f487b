"""Data given value by value, by programs that have no file."""

import ctypes
import datetime
import os
import threading
import weakref
from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

from leps._calls import Call, check, make
from leps._handle import Handle
from leps._library import lib, owned
from leps._owned import Owned, refuse_to_pickle
from leps._structs import encoded, year_number
from leps._values import Rows, Value, checked_rows, value_text
from leps.model import Diagnostics

_T = TypeVar("_T")


class Builder(Handle):
    """Data in the making.

    >>> builder = Builder()
    >>> lodi = builder.ambito("lodi", 2025, nome="Ambito di Lodi", regione="Lombardia")
    >>> lodi["popolazione"] = 231000
    >>> lodi["assistenti_ti"] = (20, 25)
    >>> lodi.rows("comuni", [{"nome": "Lodi"}, {"nome": "Codogno"}])

    ``rulebook.load(builder)`` reads it, and says all that is wrong with names and values. The
    builder stays as it is: go on, and load it again. Several threads may fill one.
    """

    _comes_from = "leps.Builder() makes one"

    def __init__(self) -> None:
        out = ctypes.c_void_p()
        check(lib.leps_builder_new(ctypes.byref(out)))
        assert out.value is not None  # LEPS_OK: there is one
        super().__init__(owned(out.value, "leps_builder_free"))
        self._lock = threading.RLock()  # the library's builder is for one thread at a time
        self._is_busy = False  # what only the thread that holds the lock can find to be so
        self._loading: set[int] = set()  # the threads that wait for a load() of it
        _builders.add(self)

    def __reduce_ex__(self, _protocol: object) -> NoReturn:
        refuse_to_pickle("leps_builder")  # nor copied: both would fill the same

    def ambito(
        self,
        key: str,
        year: int,
        *,
        nome: str | None = None,
        regione: str | None = None,
        sintetico: bool | None = None,
        nota: str | None = None,
        stato: str | None = None,
        data_di_rilevazione: datetime.date | str | None = None,
        patrono: str | None = None,
    ) -> "AmbitoYear":
        """An Ambito, by its key, in a year: to be filled, also where it was begun before.

        The keywords say what a file of data says beside the data, by the same words.
        """
        described: dict[str, Value] = {
            "nome": nome,
            "regione": regione,
            "sintetico": sintetico,
            "nota": nota,
            "stato": stato,
            "data_di_rilevazione": data_di_rilevazione,
            "patrono": patrono,
        }
        texts = [
            (encoded(name), encoded(value_text(value)))
            for name, value in described.items()
            if value is not None
        ]

        def describe(builder: Owned) -> None:
            for name, text in texts:
                check(lib.leps_builder_describe(builder, name, text))

        self._fill(key, year, describe)
        return AmbitoYear(self, key, year)

    def _fill(self, key: str, year: int, work: Callable[[Owned], None]) -> None:
        """Begins an Ambito and year, for another may have been filled in between, and fills it."""

        def begin(builder: Owned) -> None:
            check(lib.leps_builder_begin(builder, encoded(key), year_number(year)))
            work(builder)

        self._check_is_not_loading()
        self._alone(begin)

    def _alone(self, work: Callable[[Owned], _T]) -> _T:
        """Does what needs the builder, while nobody else has it."""
        with self._lock:
            if self._is_busy:  # in a signal handler, a __del__, a handler of the log
                raise RuntimeError("this Builder is in use by the very call that is interrupted here")
            self._is_busy = True
            try:
                return work(self._open())
            finally:
                self._is_busy = False

    def _check_is_not_loading(self) -> None:
        """RuntimeError in a callback of load(), which would wait for itself."""
        self._open()
        if threading.get_ident() in self._loading:
            raise RuntimeError("a callback of load() cannot use the builder that is being loaded")

    def _finish(self, call: Call, rulebook: Owned, options: Any) -> tuple[Owned, Diagnostics]:
        def finish(builder: Owned) -> tuple[Owned, Diagnostics]:
            return make(lib.leps_builder_finish, "leps_data_free", builder, rulebook, options)

        self._check_is_not_loading()
        caller = threading.get_ident()
        self._loading.add(caller)
        try:
            return call.run(lambda: self._alone(finish))
        finally:
            self._loading.discard(caller)

    def _forget_other_threads(self) -> None:
        """In the child of a fork: a thread that held the lock does not exist here."""
        self._loading &= {threading.get_ident()}
        if self._lock.acquire(blocking=False):
            self._lock.release()
            return
        self._lock = threading.RLock()
        self._gone = "lost: another thread was at it when the process forked; fill another"
        if self._owned is not None:
            self._owned.abandon()
            self._owned = None


_builders: "weakref.WeakSet[Builder]" = weakref.WeakSet()


def _after_fork() -> None:
    for each in tuple(_builders):
        each._forget_other_threads()


os.register_at_fork(after_in_child=_after_fork)


class AmbitoYear:
    """The data of one Ambito in one year, in the making: ``lodi["popolazione"] = 231000``."""

    _builder: Builder | None = None

    def __init__(self, builder: Builder, key: str, year: int) -> None:
        if not isinstance(builder, Builder):
            raise TypeError(f"an AmbitoYear is of a Builder, not of {builder!r}")
        self._builder = builder
        self._key = key
        self._year = year

    def __setitem__(self, datum: str, value: Value) -> None:
        self._call(lib.leps_builder_set, datum, value_text(value))

    def add(
        self,
        datum: str,
        value: Value,
        *,
        fonte: str | None = None,
        al: datetime.date | str | None = None,
    ) -> None:
        """Gives a value with its source and the day that it speaks of.

        Further calls with other sources add to it, as the rules' ``precedenza`` asks.

        >>> lodi = Builder().ambito("lodi", 2025)
        >>> lodi.add("popolazione", 231000, fonte="ISTAT", al=datetime.date(2026, 1, 1))
        >>> lodi.add("popolazione", 230950, fonte="anagrafe", al="2025-12-31")
        """
        day = None if al is None else value_text(al)
        self._call(lib.leps_builder_set_from, datum, value_text(value), fonte, day)

    def rows(self, name: str, rows: Rows) -> None:
        """Adds rows to a list (``elenco``). No row at all: it is known to be empty."""
        # All that can be wrong before the first row: rows are added together, or none is.
        texts = [
            [(encoded(field), encoded(value_text(value))) for field, value in row.items()]
            for row in checked_rows(rows)
        ]
        listed = encoded(name)

        def fill(builder: Owned) -> None:
            check(lib.leps_builder_list(builder, listed))
            for row in texts:
                check(lib.leps_builder_row(builder, listed))
                for field, value in row:
                    check(lib.leps_builder_field(builder, field, value))

        self._fill(fill)

    def group(self, kind: str, name: str) -> None:
        """Says which group of a kind (``gruppi``) it belongs to in this year.

        >>> Builder().ambito("lodi", 2025).group("provincia", "Lodi")
        """
        self._call(lib.leps_builder_group, kind, name)

    def _call(self, function: Callable[..., int], *texts: str | None) -> None:
        arguments = [None if each is None else encoded(each) for each in texts]
        self._fill(lambda builder: check(function(builder, *arguments)))

    def _fill(self, work: Callable[[Owned], None]) -> None:
        if self._builder is None:
            raise ValueError("this AmbitoYear was never made: builder.ambito(...) gives one")
        self._builder._fill(self._key, self._year, work)
