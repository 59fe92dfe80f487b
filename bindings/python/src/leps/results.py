"""Verdicts, gaps and priorities of Ambiti, and further questions about them."""

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Union, cast, overload

from leps import _frames, _read
from leps._calls import Call, IsCancelled, Limits, Progress, make
from leps._handle import Closable
from leps._library import lib
from leps._owned import Owned
from leps._structs import Change, encoded, year_number
from leps._values import Rows, Value, rows_text, value_text
from leps.model import (
    BreakEven,
    Computed,
    Diagnostics,
    Difference,
    Explanation,
    Result,
)

if TYPE_CHECKING:
    import pandas


class Results(Closable, Sequence[Result]):
    """What every rule says of every Ambito and year: a sequence of :class:`Result`.

    By Ambito, then year, then the rules as the packs declare them. Never changes; any number of
    threads may read one. Each result is read when it is asked for, and stays good for ever.
    """

    _comes_from = "rulebook.evaluate and what_if give one"
    _places: dict[tuple[str, int, str], int] | None = None

    def __len__(self) -> int:
        return cast(int, lib.leps_results_count(self._open()))

    @overload
    def __getitem__(self, index: int) -> Result: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Result, ...]: ...

    def __getitem__(self, index: int | slice) -> Result | tuple[Result, ...]:
        owned = self._open()
        places = range(lib.leps_results_count(owned))[index]
        if isinstance(places, range):
            return tuple(self._at(owned, i) for i in places)
        return self._at(owned, places)

    def __iter__(self) -> Iterator[Result]:
        owned = self._open()
        return (self._at(owned, i) for i in range(lib.leps_results_count(owned)))

    @staticmethod
    def _at(owned: Owned, index: int) -> Result:
        return _read.result(lib.leps_results_at(owned, index))

    def find(self, ambito: str, year: int, rule: str) -> Result:
        """The result of one rule. KeyError where there is none."""
        owned = self._open()
        return self._at(owned, self._place(owned, (ambito, year, rule)))

    def of(
        self, *, ambito: str | None = None, year: int | None = None, rule: str | None = None
    ) -> tuple[Result, ...]:
        """The results of an Ambito, a year, a rule, or of all that are given."""
        owned = self._open()
        return tuple(
            self._at(owned, i)
            for (its_ambito, its_year, its_rule), i in self._index(owned).items()
            if ambito in (None, its_ambito) and year in (None, its_year) and rule in (None, its_rule)
        )

    def to_do(self, ambito: str, year: int) -> tuple[Result, ...]:
        """What is to be done in one Ambito and year, what comes first at the front."""
        ranked = [each for each in self.of(ambito=ambito, year=year) if each.rank is not None]
        return tuple(sorted(ranked, key=lambda each: each.rank or 0))

    @property
    def json(self) -> str:
        """All of it as ``leps-results/1``: what ``leps check --format json`` writes."""
        owned = self._open()
        return _read.json_text(lib.leps_results_json, owned)

    @property
    def computed(self) -> tuple[Computed, ...]:
        """The amounts that the packs compute (``calcolo``), by Ambito, then year."""
        owned = self._open()
        return _read.each(
            lib.leps_results_computed_count,
            lib.leps_results_computed_at,
            _read.computed,
            owned,
        )

    @property
    def diagnostics(self) -> Diagnostics:
        """What reading the rules and the data found without refusing them."""
        owned = self._open()
        return _read.diagnostics(lib.leps_results_diagnostics(owned))

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Of the results of :meth:`what_if`: what is not as it was. Of others: nothing."""
        owned = self._open()
        return _read.each(
            lib.leps_results_difference_count,
            lib.leps_results_difference,
            _read.difference,
            owned,
        )

    def what_if(
        self,
        changes: Mapping[tuple[str, int, str], Union[Value, Rows]],
        *,
        timeout: float | None = None,
        cancelled: IsCancelled | None = None,
        progress: Progress | None = None,
        limits: Limits | None = None,
    ) -> "Results":
        """What would come out if some values were others.

        Only what the changes touch is evaluated again, and the answer holds that alone; its
        :attr:`differences` say what changed. It is a basis for further questions like any other.

        :param changes: by ``(ambito, year, datum)`` the value that it would have; of a list
            (``elenco``) all its rows; None for not known
        :raises DataError: a value or a name is wrong
        :raises ValueError: there is no change, or the data do not hold its Ambito and year

        The other arguments are those of ``leps.compile``.
        """
        owned = self._open()
        array = _change_array(changes)
        call = Call(timeout, cancelled, progress, limits)
        made, _ = call.run(
            lambda: make(
                lib.leps_what_if,
                "leps_results_free",
                owned,
                array,
                len(array),
                ctypes.byref(call.control),
            )
        )
        return Results(made)

    def explain(self, result: Result) -> Explanation:
        """Why one of these results is what it is: the whole derivation, down to law and data."""
        owned, pointer = self._pointer(result)
        made, _ = make(
            lib.leps_explain, "leps_explanation_free", owned, pointer, has_findings=False
        )
        return Explanation(
            text=_read.words(lib.leps_explanation_text, made),
            steps=_read.steps(made),
        )

    def break_even(
        self, result: Result, requirement: str, lever: str | None = None
    ) -> BreakEven:
        """The value of a lever at which a requirement begins to hold, all else being as it is.

        :param lever: a datum that the requirement names as a lever (``si colma con``); None: its
            first
        :raises KeyError: the rule has no such requirement
        :raises ValueError: the requirement is not in force, or has no such lever
        """
        owned, pointer = self._pointer(result)
        result.requirement(requirement)
        made, _ = make(
            lib.leps_compute_break_even,
            "leps_break_even_free",
            owned,
            pointer,
            encoded(requirement),
            None if lever is None else encoded(lever),
            has_findings=False,
        )
        return _read.break_even(made)

    def to_pandas(self, table: str = "results") -> "pandas.DataFrame":
        """A table for pandas, which must be there: ``results``, ``requirements`` or ``computed``.

        Exact numbers are ``Fraction`` objects in columns that end in ``_lo`` and ``_hi``, the least
        and the most; ``float(…)`` of them is for drawing alone. A number that is not there is None.
        """
        return _frames.frame(self, table)

    def _pointer(self, result: Result) -> tuple[Owned, int]:
        """Where the library has a result, and what is to be held while it is used."""
        owned = self._open()
        if not isinstance(result, Result):
            raise TypeError(f"a Result is asked for, not {result!r}")
        place = self._place(owned, (result.ambito, result.year, result.rule))
        return owned, lib.leps_results_at(owned, place)

    def _place(self, owned: Owned, key: tuple[str, int, str]) -> int:
        try:
            return self._index(owned)[key]
        except KeyError:
            raise KeyError(f"no result of {key[0]!r}, {key[1]}, {key[2]!r}") from None
        except TypeError:  # a list, say
            raise TypeError(f"a result is found by texts and a year, not by {key!r}") from None

    def _index(self, owned: Owned) -> dict[tuple[str, int, str], int]:
        places = self._places
        if places is None:  # two threads may both make it; they make the same
            keys = _read.each(
                lib.leps_results_count, lib.leps_results_at, _read.key, owned
            )
            self._places = places = {key: i for i, key in enumerate(keys)}
        return places


def _change_array(changes: Mapping[tuple[str, int, str], Value | Rows]) -> "ctypes.Array[Change]":
    """Changes as the array that the library reads; the texts live as long as it does."""
    if not isinstance(changes, Mapping):
        raise TypeError(f"changes are {{(ambito, year, datum): value}}, not {changes!r}")
    given = list(changes.items())
    if not given:
        raise ValueError("no change was given")
    array = (Change * len(given))()
    for row, (key, value) in zip(array, given):
        if not isinstance(key, tuple) or len(key) != 3:
            raise TypeError(f"a change is of (ambito, year, datum), not of {key!r}")
        ambito, year, datum = key
        row.ambito, row.year, row.datum = encoded(ambito), year_number(year), encoded(datum)
        row.value = encoded(_change_text(value))
    return array


def _change_text(value: Value | Rows) -> str:
    if isinstance(value, Sequence) and not isinstance(value, (str, tuple)):
        return rows_text(value)
    return value_text(value)
