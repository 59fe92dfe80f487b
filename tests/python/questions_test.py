"""Further questions about results: what if, why, where does it turn, as a table."""
import builtins
import dataclasses
from decimal import Decimal
from fractions import Fraction

import pytest

import leps
from small_world import SMALL, SMALL_DATA

KEY = ("prova", 2025, "servizio_sociale")


def test_what_if_is_what_other_data_would_give(small, small_results):
    changed = small_results.what_if({("prova", 2025, "assistenti"): Fraction(250002, 10000)})
    other = small.load({"prova.yaml": SMALL_DATA.replace("assistenti: 25}", "assistenti: 25.0002}")})
    assert changed.find(*KEY) == small.evaluate(other).find(*KEY)
    difference, moved_up = changed.differences
    assert (moved_up.before.rank, moved_up.after.rank) == (2, 1)  # nothing stands before it any more
    assert difference.before == small_results.find(*KEY)
    assert difference.after == changed.find(*KEY)
    assert difference.after.verdict is leps.Verdict.SODDISFATTO
    assert small_results.differences == ()


def test_what_if_of_lists_and_of_what_is_not_known(small_results):
    open_now = small_results.what_if({("prova", 2025, "sedi"): [{"nome": "Lodi", "aperta": True}]})
    assert open_now.find("prova", 2025, "sede").verdict is leps.Verdict.SODDISFATTO
    again = open_now.what_if({("prova", 2025, "sedi"): []})
    assert again.find("prova", 2025, "sede").verdict is leps.Verdict.NON_SODDISFATTO
    unknown = small_results.what_if({("prova", 2025, "popolazione"): None})
    assert unknown.find(*KEY).deciding == ("popolazione",)


def test_what_if_says_what_is_wrong(small_results):
    with pytest.raises(leps.DataError) as caught:
        small_results.what_if({("prova", 2025, "asistenti"): 3})
    assert "assistenti" in str(caught.value)
    with pytest.raises(ValueError, match="no change"):
        small_results.what_if({})
    with pytest.raises(ValueError):
        small_results.what_if({("altrove", 2025, "assistenti"): 3})
    with pytest.raises(TypeError, match="float"):
        small_results.what_if({("prova", 2025, "assistenti"): 3.5})


def test_a_derivation_goes_down_to_law_and_data(invented):
    result = next(each for each in invented if each.rule == "servizio_sociale_professionale")
    explanation = invented.explain(result)
    assert explanation.text.it != explanation.text.en and str(explanation) == explanation.text.it

    seen = {}

    def walk(step):
        if id(step) not in seen:
            seen[id(step)] = step
            for part in step.parts:
                walk(part)

    for step in explanation.steps:
        walk(step)
    data = {each.name: each for each in seen.values() if each.kind is leps.StepKind.DATUM}
    # Read once however often it is used: equal steps at one place are one object.
    assert len({each.name for each in data.values()}) == len(data)
    staff = data["assistenti_sociali"]
    assert staff.place.source == "fixtures/sintetici/ambito_sintetico.yaml"
    line = open(staff.place.source, encoding="utf-8").read().splitlines()[staff.place.line - 1]
    assert "assistenti_sociali" in line and str(float(staff.amount.value)) in line
    assert any(each.sources for each in seen.values())
    assert all(each.name for each in seen.values() if each.kind is leps.StepKind.PARAMETER)


def test_where_a_requirement_turns(small_results):
    result = small_results.find(*KEY)
    turn = small_results.break_even(result, "organico")
    assert turn.lever == "assistenti"
    assert turn.value == leps.Quantity(Fraction(125001, 5000), Fraction(125001, 5000), "FTE")
    assert turn.current.value == 25 and turn.margin.value == Fraction(-1, 5000)
    assert not turn.is_upper_bound and not turn.is_strict
    there = small_results.what_if({("prova", 2025, "assistenti"): turn.value.value})
    assert there.find(*KEY).verdict is leps.Verdict.SODDISFATTO
    with pytest.raises(KeyError, match="it has: organico"):
        small_results.break_even(result, "altro")
    with pytest.raises(ValueError):
        small_results.break_even(result, "organico", "popolazione")


def test_a_result_of_other_results_is_found_by_its_key_or_not_at_all(small_results, invented):
    with pytest.raises(KeyError):
        small_results.explain(invented[0])


def test_examples_run(national):
    outcome = national.run_examples()
    assert outcome.examples and outcome.failed == () and outcome.misses == ()
    wrong = SMALL + (
        'esempio "uno basta"\n'
        "  anno 2025\n"
        "  popolazione = 5.000; assistenti = 1\n"
        "  attesi\n"
        "    servizio_sociale non_soddisfatto\n"
    )
    outcome = leps.compile({"prova.leps": wrong}).run_examples()
    assert [each.title for each in outcome.failed] == ["uno basta"]
    (miss,), lines = outcome.misses, wrong.splitlines()
    assert (miss.code, miss.place.source) == ("example/unmet", "prova.leps")
    assert "servizio_sociale non_soddisfatto" in lines[miss.place.line - 1]
    title = outcome.failed[0].place
    assert title.source == "prova.leps" and "uno basta" in lines[title.line - 1]
    assert {each.code for each in outcome.unreached} == {"example/unreached"}


def test_values_are_frozen_and_compared_by_what_they_hold(small_results):
    first, again = small_results[0], small_results[0]
    assert first == again and hash(first) == hash(again) and first is not again
    with pytest.raises(dataclasses.FrozenInstanceError):
        first.rank = 3


def test_tables_keep_exact_numbers(small_results, national):
    pandas = pytest.importorskip("pandas")
    table = small_results.to_pandas()
    assert list(table["verdict"]) == [each.verdict.value for each in small_results]
    needs = small_results.to_pandas("requirements")
    row = needs[(needs.year == 2025) & (needs.requirement == "organico")].iloc[0]
    assert row.gap_hi == Fraction(1, 5000) and isinstance(row.gap_hi, Fraction)
    assert row.unit == "FTE" and row.lever == "assistenti"
    assert not any(pandas.api.types.is_float_dtype(each) for each in needs.dtypes)
    amounts = national.evaluate(national.load("fixtures/sintetici/ambito_sintetico.yaml"))
    assert len(amounts.to_pandas("computed")) == len(amounts.computed) > 0
    assert small_results.to_pandas("computed").empty
    with pytest.raises(ValueError, match="there are: results, requirements, computed"):
        small_results.to_pandas("altro")


def test_without_pandas_it_says_what_to_install(small_results, monkeypatch):
    real = builtins.__import__

    def without(name, *arguments, **keywords):
        if name == "pandas":
            raise ImportError(name)
        return real(name, *arguments, **keywords)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ImportError, match="python3-pandas"):
        small_results.to_pandas()


def test_decimals_of_a_change_are_read_as_they_are(small_results):
    changed = small_results.what_if({("prova", 2025, "assistenti"): Decimal("25.0001")})
    gap = changed.find(*KEY).requirement("organico").gap
    assert gap.amount.value == Fraction(1, 10000)
