"""What goes wrong says so: mistakes in rules and data with their places, wrong calls by name."""
import pickle
import re
from decimal import Decimal
from fractions import Fraction

import pytest

import leps
from small_world import SMALL, SMALL_DATA


def test_every_mistake_of_the_rules_is_there():
    wrong = SMALL.replace("assistenti almeno", "assistente almeno").replace("in sedi", "in sede")
    with pytest.raises(leps.RulesError) as caught:
        leps.compile({"prova.leps": wrong})
    error = caught.value
    found = [each for each in error.diagnostics if each.severity is leps.Severity.ERROR]
    assert len(found) == 2
    first = found[0]
    line = wrong.splitlines()[first.place.line - 1]
    assert first.place.source == "prova.leps"
    assert line[first.place.column - 1 :].startswith("assistente ")
    at = wrong.encode()[first.place.begin : first.place.end]
    assert at == b"assistente"
    assert "assistenti" in first.hints[0].it  # the nearest name
    assert first.replacement == leps.Replacement(first.place, "assistenti", False)
    assert first.message.it in str(error) and first.message.en in error.in_english
    assert first.code in str(error)


def test_a_mistake_that_can_be_mended_in_one_way_says_so():
    wrong = SMALL.replace("assistenti almeno", "assistenti non inferiore a")
    with pytest.raises(leps.RulesError) as caught:
        leps.compile({"prova.leps": wrong})
    with_ = caught.value.diagnostics[0].replacement
    assert with_ is not None and with_.certain
    mended = wrong.encode()
    mended = mended[: with_.place.begin] + with_.text.encode() + mended[with_.place.end :]
    assert mended.decode() == SMALL
    with pytest.raises(leps.RulesError) as caught:
        leps.compile({"prova.leps": SMALL.replace("5.000", "5,000")})
    assert caught.value.diagnostics[0].replacement is None


def test_every_mistake_of_the_data_is_there(small):
    wrong = SMALL_DATA.replace("assistenti: 25", "assistenti: tanti, sede: 1")
    with pytest.raises(leps.DataError) as caught:
        small.load({"prova.yaml": wrong})
    assert {each.place.line for each in caught.value.diagnostics} == {4}
    assert len(caught.value.diagnostics) == 2


def test_an_error_of_another_process_arrives_whole(small):
    with pytest.raises(leps.DataError) as caught:
        small.load({"prova.yaml": SMALL_DATA.replace("assistenti: 25", "assistenti: tanti")})
    sent = pickle.loads(pickle.dumps(caught.value))
    assert type(sent) is leps.DataError and str(sent) == str(caught.value)
    assert sent.diagnostics == caught.value.diagnostics
    assert sent.diagnostics.json == caught.value.diagnostics.json


def test_warnings_are_no_errors():
    unused = SMALL.replace("elenco sedi", 'dato altro : FTE "Altro"\nelenco sedi')
    rulebook = leps.compile({"prova.leps": unused})
    lint = rulebook.lint()
    assert any("altro" in each.message.it for each in lint)
    assert all(each.severity is not leps.Severity.ERROR for each in lint)


def test_paths_that_cannot_be_read(tmp_path, small):
    with pytest.raises(FileNotFoundError):
        leps.compile(tmp_path / "nessuno.leps")
    with pytest.raises(FileNotFoundError, match="yaml"):
        small.load(tmp_path)
    for empty in ("", [""]):  # not the folder where the program happens to run
        with pytest.raises(FileNotFoundError, match="empty path"):
            small.load(empty)
    with pytest.raises(TypeError, match="name: text"):
        leps.compile([SMALL.encode()])
    with pytest.raises(ValueError, match="no path"):
        leps.compile([])
    with pytest.raises(TypeError, match="str or bytes"):
        leps.compile({"prova.leps": 3})


def test_a_float_is_refused_with_what_to_write_instead():
    ambito = leps.Builder().ambito("prova", 2025)
    with pytest.raises(TypeError, match=re.escape("'17.5', Decimal('17.5') or a Fraction")):
        ambito["assistenti"] = 17.5
    with pytest.raises(TypeError, match="not a number"):
        ambito["assistenti"] = object()
    with pytest.raises(ValueError, match="None for what is not known"):
        ambito["assistenti"] = Decimal("NaN")
    with pytest.raises(TypeError, match="pair"):
        ambito["assistenti"] = (1, 2, 3)
    with pytest.raises(TypeError, match="float"):
        ambito["assistenti"] = (1, 2.5)


def test_names_that_are_not_there(small):
    data = small.load({"prova.yaml": SMALL_DATA})
    with pytest.raises(ValueError, match="no ordering 'altro'; there are: usuale"):
        small.evaluate(data, ordering="altro")
    with pytest.raises(ValueError, match="no Ambito 'altrove'; there are: prova"):
        small.evaluate(data, ambiti=["prova", "altrove"])
    with pytest.raises(ValueError, match="no year 2031; there are: 2024, 2025"):
        small.evaluate(data, year=2031)
    with pytest.raises(ValueError, match="leave it out"):
        small.evaluate(data, ambiti=[])
    assert {each.year for each in small.evaluate(data, ambiti="prova", year=2025)} == {2025}


def test_data_of_other_rules(small, national):
    with pytest.raises(ValueError):
        national.evaluate(small.load({"prova.yaml": SMALL_DATA}))


def test_text_that_no_c_string_can_hold(small_results):
    with pytest.raises(ValueError, match="NUL"):
        small_results.what_if({("prova", 2025, "popola\0zione"): 3})
    with pytest.raises(ValueError, match="not Unicode"):
        leps.compile({"\ud800": SMALL})


def test_a_text_that_is_no_unicode_is_a_mistake_of_the_rules():
    with pytest.raises(leps.RulesError):
        leps.compile({"prova.leps": SMALL + '// \ud800\n'})
    with pytest.raises(leps.RulesError):
        leps.compile({"prova.leps": SMALL.encode("utf-16")})


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf")])
def test_a_timeout_is_a_positive_number(timeout):
    with pytest.raises(ValueError, match="positive"):
        leps.compile({"prova.leps": SMALL}, timeout=timeout)


def test_limits_are_positive_whole_numbers():
    with pytest.raises(ValueError, match="results"):
        leps.Limits(results=0)
    with pytest.raises(ValueError, match="memory"):
        leps.Limits(memory=1.5)


def test_numbers_that_c_cannot_hold_are_never_cut_short(small, small_results):
    beyond = 2**32
    with pytest.raises(ValueError, match="not a year"):
        leps.Builder().ambito("prova", beyond + 2025)
    with pytest.raises(ValueError, match="not a year"):
        small_results.what_if({("prova", beyond + 2025, "assistenti"): 26})
    data = small.load({"prova.yaml": SMALL_DATA}, timeout=1e300)
    assert len(small.evaluate(data, limits=leps.Limits(results=2**64 + 1))) == 4


def test_closed_is_closed(small):
    data = small.load({"prova.yaml": SMALL_DATA})
    with small.evaluate(data) as results:
        kept = results[0]
    with pytest.raises(ValueError, match="this Results is closed"):
        results[0]
    assert kept.ambito == "prova"
    data.close()
    data.close()
    with pytest.raises(ValueError, match="this Data is closed"):
        small.evaluate(data)


def test_quantities_that_are_not_known():
    between = leps.Quantity(Fraction(0), Fraction(5, 2), "FTE")
    assert str(between) == "0..5/2 FTE" and not between.is_known
    with pytest.raises(ValueError, match="0..5/2 FTE"):
        between.value
    assert not leps.Quantity(None, None, None).is_known
