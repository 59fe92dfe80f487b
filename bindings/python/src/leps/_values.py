"""Values of Python as the texts in which the engine takes data. Nothing is rounded on the way."""

import datetime
import decimal
import fractions
import json
import numbers
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias, Union

#: A number that is exact. A ``str`` is read as a file of data has it: ``"17.5"``.
Number: TypeAlias = Union[int, fractions.Fraction, decimal.Decimal, str]

#: What a datum may be given: a number; a truth; a day; a word or a timetable, as text; a pair of
#: numbers for what is known only between two bounds (``None``: no bound on that side); a mapping
#: ``{"dal": …, "al": …}`` for a period; ``None`` for what is not known.
Value: TypeAlias = Union[
    Number,
    bool,
    datetime.date,
    tuple[Number | None, Number | None],
    Mapping[str, Union[datetime.date, str]],
    None,
]

#: The rows of a list (``elenco``), each a value for each field.
Rows: TypeAlias = Sequence[Mapping[str, Value]]

UNKNOWN = "n.d."
_NO_BOUND = "~"
_MOST_ZEROS = 1000  # far more than the engine takes; a Decimal of a few characters can have billions
_TOO_LARGE = 10**_MOST_ZEROS


def _fraction_text(number: fractions.Fraction) -> str:
    """``17.5`` of 35/2; ``1/3`` where no decimal ends, which the engine takes for shares only."""
    if max(abs(number.numerator), number.denominator) >= _TOO_LARGE:
        raise ValueError("a number has too many digits")
    below = number.denominator
    twos = fives = 0
    while below % 2 == 0:
        below //= 2
        twos += 1
    while below % 5 == 0:
        below //= 5
        fives += 1
    if below != 1:
        return f"{number.numerator}/{number.denominator}"
    places = max(twos, fives)
    digits = str(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    if places == 0:
        return sign + digits
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def number_text(number: object) -> str:
    """An exact number as a text. TypeError for a ``float``, which is no longer exact."""
    if isinstance(number, str):
        return number
    if isinstance(number, float):
        shown = format(float(number), "g")
        raise TypeError(
            f"a float is a rounded number, and verdicts are exact: instead of {shown} give "
            f"'{shown}', Decimal('{shown}') or a Fraction"
        )
    if isinstance(number, decimal.Decimal):
        if not number.is_finite():
            raise ValueError(f"{number} is no number: give None for what is not known")
        exponent = number.as_tuple().exponent
        assert isinstance(exponent, int)  # of a finite number
        if max(abs(exponent), abs(number.adjusted())) > _MOST_ZEROS:
            raise ValueError(f"{number} has too many digits")
        return _fraction_text(fractions.Fraction(number))
    if isinstance(number, numbers.Rational) and not isinstance(number, bool):  # int, Fraction
        return _fraction_text(fractions.Fraction(int(number.numerator), int(number.denominator)))
    raise TypeError(f"not a number: {number!r}; give an int, a Fraction, a Decimal or a str")


def _plain(value: object) -> str | list[str] | dict[str, str]:
    """A value as JSON has it, all its leaves being texts: the rules say what each of them is."""
    if value is None:
        return UNKNOWN
    if isinstance(value, bool):
        return "sì" if value else "no"
    if isinstance(value, datetime.datetime):
        raise TypeError(f"a day has no hour: instead of {value!r} give its .date()")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): str(_plain(each)) for key, each in value.items()}
    if isinstance(value, tuple):
        if len(value) != 2:
            raise TypeError(f"a pair (least, most) is asked for, not {value!r}")
        return [_NO_BOUND if each is None else number_text(each) for each in value]
    return number_text(value)


def value_text(value: object) -> str:
    """A value as a file of data has it: ``n.d.``, ``sì``, ``17.5``, ``[0, 4]``, ``2025-12-31``."""
    plain = _plain(value)
    if isinstance(plain, list):
        return "[" + ", ".join(plain) + "]"
    if isinstance(plain, dict):
        return "{" + ", ".join(f"{key}: {each}" for key, each in plain.items()) + "}"
    return plain


def checked_rows(rows: Rows) -> list[Mapping[str, Value]]:
    """The rows of a list. TypeError of what is none."""
    if isinstance(rows, (str, bytes)) or not isinstance(rows, Iterable):
        raise TypeError(f"rows are mappings from fields to values, not {rows!r}")
    given = list(rows)
    for row in given:
        if not isinstance(row, Mapping):
            raise TypeError(f"a row is a mapping from fields to values, not {row!r}")
    return given


def rows_text(rows: Rows) -> str:
    """The rows of a list as JSON."""
    plain = [{field: _plain(each) for field, each in row.items()} for row in checked_rows(rows)]
    return json.dumps(plain, ensure_ascii=False)
