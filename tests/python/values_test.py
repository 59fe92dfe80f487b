"""Values go in as they are: nothing is rounded between Python and the engine."""
import datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from leps._values import rows_text, value_text

ROWS = [
    (0, "0"),
    (-7, "-7"),
    (10**40, "1" + "0" * 40),
    (Fraction(35, 2), "17.5"),
    (Fraction(-1, 8), "-0.125"),
    (Fraction(1, 5000), "0.0002"),
    (Fraction(3, 1), "3"),
    (Fraction(1, 3), "1/3"),
    (Fraction(-22, 7), "-22/7"),
    (Decimal("17.50"), "17.5"),
    (Decimal("1E+3"), "1000"),
    (Decimal("1E-3"), "0.001"),
    (Decimal("-0"), "0"),
    ("17.50", "17.50"),
    (True, "sì"),
    (False, "no"),
    (None, "n.d."),
    ((0, 4), "[0, 4]"),
    ((Decimal("2.5"), None), "[2.5, ~]"),
    (datetime.date(2025, 12, 31), "2025-12-31"),
    ({"dal": datetime.date(2025, 10, 1), "al": "2025-12-31"}, "{dal: 2025-10-01, al: 2025-12-31}"),
]


@pytest.mark.parametrize("value, text", ROWS, ids=lambda each: str(each))
def test_text_of_a_value(value, text):
    assert value_text(value) == text


def test_rows_are_json_of_texts():
    assert (
        rows_text([{"nome": 'L"odi', "aperta": True, "ore": (0, Fraction(1, 2)), "altro": None}])
        == '[{"nome": "L\\"odi", "aperta": "sì", "ore": ["0", "0.5"], "altro": "n.d."}]'
    )
    assert rows_text([]) == "[]"
    with pytest.raises(TypeError, match="mapping"):
        rows_text(["Lodi"])


def test_a_day_has_no_hour():
    with pytest.raises(TypeError, match="date"):
        value_text(datetime.datetime(2025, 12, 31, 12))


def test_a_short_decimal_of_endless_digits_is_refused_at_once():
    for number in ("1e999999999", "1e-999999999"):
        with pytest.raises(ValueError, match="digits"):
            value_text(Decimal(number))
