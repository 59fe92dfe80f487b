"""Everything frees itself, in any order, and nothing is left behind."""
import gc
import pathlib

import pytest

import leps
from small_world import SMALL, SMALL_DATA


def resident_pages():
    return int(pathlib.Path("/proc/self/statm").read_text().split()[1])


def one_round():
    """What a program does, its mistakes too."""
    rulebook = leps.compile({"prova.leps": SMALL}, include=lambda pack: None)
    builder = leps.Builder()
    builder.ambito("prova", 2025)["popolazione"] = 125001
    rulebook.load(builder)
    data = rulebook.load({"prova.yaml": SMALL_DATA}, progress=lambda *_: None)
    results = rulebook.evaluate(data, cancelled=lambda: False)
    changed = results.what_if({("prova", 2025, "assistenti"): 26})
    for each in (results, changed):
        list(each), each.json, each.computed, each.diagnostics, each.differences
    results.explain(results[0])
    results.break_even(results[0], "organico")
    rulebook.lint(), rulebook.run_examples()
    with pytest.raises(leps.RulesError):
        leps.compile({"prova.leps": SMALL + "regola"})
    with pytest.raises(leps.DataError):
        rulebook.load({"prova.yaml": SMALL_DATA + "altro: 1\n"})
    with pytest.raises(leps.DataError):
        results.what_if({("prova", 2025, "assistenti"): "tanti"})
    with pytest.raises(leps.LimitExceeded):
        rulebook.evaluate(data, limits=leps.Limits(results=1))
    with pytest.raises(ZeroDivisionError):
        rulebook.evaluate(data, progress=lambda *_: 1 / 0)


def test_rounds_leave_nothing_behind():
    rounds = 60
    for _ in range(rounds):  # what is made once and kept: caches of Python and of the allocator
        one_round()
    gc.collect()
    before = resident_pages()
    for _ in range(rounds):
        one_round()
    gc.collect()
    # A leaked rulebook alone is some 30 pages: sixty of them would be eighteen hundred.
    assert resident_pages() - before < 600


def test_a_handle_outlives_what_it_came_from():
    rulebook = leps.compile({"prova.leps": SMALL})
    data = rulebook.load({"prova.yaml": SMALL_DATA})
    results = rulebook.evaluate(data)
    json = results.json
    rulebook.close(), data.close()
    del rulebook, data
    changed = results.what_if({("prova", 2025, "assistenti"): 26})
    assert results.json == json
    results.close()
    assert [each.after.rule for each in changed.differences] == ["servizio_sociale", "sede"]


def test_what_is_read_stays_when_the_engine_has_forgotten_it():
    rulebook = leps.compile({"prova.leps": SMALL})
    with rulebook.evaluate(rulebook.load({"prova.yaml": SMALL_DATA})) as results:
        rows = iter(results)
        first = next(rows)
        explanation = results.explain(first)
    assert str(first.requirement("organico").gap.amount) == "0 FTE"
    assert explanation.steps[0].name == "organico"
    assert len(list(rows)) == 3  # an iteration that has begun holds what it reads
