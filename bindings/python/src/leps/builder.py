"""Data given value by value, by programs that have no file."""

import ctypes
import datetime
import threading
from collections.abc import Callable
from typing import Any

from leps._calls import Call, check, make
from leps._library import Owned, lib
from leps._structs import encoded, year_number
from leps._values import Rows, Value, value_text
from leps.model import Diagnostics


class Builder:
    """Data in the making.

    >>> builder = Builder()
    >>> lodi = builder.ambito("lodi", 2025, nome="Ambito di Lodi", regione="Lombardia")
    >>> lodi["popolazione"] = 231000
    >>> lodi["assistenti_ti"] = (20, 25)
    >>> lodi.rows("comuni", [{"nome": "Lodi"}, {"nome": "Codogno"}])

    ``rulebook.load(builder)`` reads it, and says all that is wrong with names and values. The
    builder stays as it is: go on, and load it again. Several threads may fill one.
    """

    def __init__(self) -> None:
        out = ctypes.c_void_p()
        check(lib.leps_builder_new(ctypes.byref(out)))
        assert out.value is not None  # LEPS_OK: there is one
        self._owned = Owned(out.value, "leps_builder_free")
        self._lock = threading.RLock()  # the library's builder is for one thread at a time
        self._loading: set[int] = set()  # the threads that wait for a load() of it

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
        begun = AmbitoYear(self, key, year)
        described: dict[str, Value] = {
            "nome": nome,
            "regione": regione,
            "sintetico": sintetico,
            "nota": nota,
            "stato": stato,
            "data_di_rilevazione": data_di_rilevazione,
            "patrono": patrono,
        }
        with self._alone():
            self._at(key, year)
            for name, value in described.items():
                if value is not None:
                    begun._call(lib.leps_builder_describe, name, value_text(value))
        return begun

    def _at(self, key: str, year: int) -> None:
        check(lib.leps_builder_begin(self._owned.pointer, encoded(key), year_number(year)))

    def _alone(self) -> threading.RLock:
        """The lock, to be held. RuntimeError in a callback of load(), which would wait for itself."""
        if threading.get_ident() in self._loading:
            raise RuntimeError("a callback of load() cannot use the builder that is being loaded")
        return self._lock

    def _finish(self, call: Call, rulebook: int, options: Any) -> tuple[Owned, Diagnostics]:
        def work() -> tuple[Owned, Diagnostics]:
            with self._lock:
                return make(
                    lib.leps_builder_finish,
                    "leps_data_free",
                    self._owned.pointer,
                    rulebook,
                    options,
                )

        self._alone()  # only to refuse: the work holds the lock on a thread of its own
        caller = threading.get_ident()
        self._loading.add(caller)
        try:
            return call.run(work)
        finally:
            self._loading.discard(caller)


class AmbitoYear:
    """The data of one Ambito in one year, in the making: ``lodi["popolazione"] = 231000``."""

    def __init__(self, builder: Builder, key: str, year: int) -> None:
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
            for row in rows
        ]
        with self._builder._alone():
            self._call(lib.leps_builder_list, name)
            for row in texts:
                self._call(lib.leps_builder_row, name)
                for field, value in row:
                    check(lib.leps_builder_field(self._builder._owned.pointer, field, value))

    def group(self, kind: str, name: str) -> None:
        """Says which group of a kind (``gruppi``) it belongs to in this year.

        >>> Builder().ambito("lodi", 2025).group("provincia", "Lodi")
        """
        self._call(lib.leps_builder_group, kind, name)

    def _call(self, function: Callable[..., int], *texts: str | None) -> None:
        arguments = [None if each is None else encoded(each) for each in texts]
        with self._builder._alone():
            self._builder._at(self._key, self._year)  # another may have been filled in between
            check(function(self._builder._owned.pointer, *arguments))
