"""The package answers what the command answers; and by its types what it answers as JSON."""
import json
import os
import subprocess
from fractions import Fraction

import pytest

import leps
from small_world import SMALL, SMALL_DATA

CASES = [
    # rules, data
    (["rules/nazionale"], ["fixtures/reali"]),
    (["rules/nazionale"], ["fixtures/sintetici"]),
    (["rules/nazionale", "rules/anteprima_2027"], ["fixtures/reali/lodi.yaml"]),
    (["rules/nazionale", "rules/lombardia"], ["fixtures/reali", "fixtures/sintetici/regione"]),
    (["tests/golden/packs/esempio.leps"], ["tests/capi/data/ambiti"]),
]


def names(case):
    return " ".join(name for names in case for name in names)


@pytest.fixture(params=CASES, ids=map(names, CASES))
def results_and_command(request):
    rules, data = request.param
    rulebook = leps.compile(rules)
    results = rulebook.evaluate(rulebook.load(data))
    arguments = [each for path in data for each in ("--data", path)]
    command = subprocess.run(
        [os.environ["LEPS"], "check", *rules, *arguments, "--format", "json"], capture_output=True
    )
    assert command.returncode in (0, 1), command.stderr.decode()
    return results, command.stdout


def quantity(read, with_unit=True):
    if read is None:
        return None
    ends = {"lo": read.lo, "hi": read.hi}
    ends = {name: None if end is None else str(end) for name, end in ends.items()}
    return ends | {"unit": read.unit} if with_unit else ends


def gap(read):
    if read is None:
        return None
    return quantity(read.amount) | {
        "lever": read.lever,
        "strict": read.is_strict,
        "failing": list(read.failing),
        "parts": [gap(each) for each in read.parts],
        "alternatives": [gap(each) for each in read.alternatives],
        "shortfall": quantity(read.shortfall),
        "kind": read.kind.value,
        "decrease": read.lever_goes_down,
        "unreachable": read.is_unreachable,
        "open": list(read.open),
        "total": read.total or None,
        "relative_gap": quantity(read.relative, with_unit=False),
        "cost": quantity(read.cost),
        "gross_cost": quantity(read.gross_cost),
    }


def result(read):
    return {
        "ambito": read.ambito,
        "year": read.year,
        "rule": read.rule,
        "title": read.title,
        "category": read.category,
        "verdict": read.verdict.value,
        "possible": [each.value for each in read.possible],
        "fragile": read.is_fragile,
        "within_tolerance": read.is_within_tolerance,
        "forecast": read.is_forecast,
        "rank": read.rank,
        "relative_gap": quantity(read.relative_gap, with_unit=False),
        "requirements": [
            {"name": each.name, "verdict": each.verdict.value, "gap": gap(each.gap)}
            for each in read.requirements
        ],
        "missing": list(read.missing),
        "deciding": list(read.deciding),
        "assumptions": list(read.assumptions),
        "waivers": [
            {
                "act": each.act,
                "reason": each.reason,
                "until": each.until and each.until.isoformat(),
                "expired": each.is_expired,
            }
            for each in read.waivers
        ],
        "cost": quantity(read.cost),
    }


def finding(read):
    return {
        "code": read.code,
        "severity": read.severity.value,
        "file": read.place.source or None,
        "line": read.place.line or None,
        "column": read.place.column or None,
        "message": {"it": read.message.it, "en": read.message.en},
        "hints": [{"it": hint.it, "en": hint.en} for hint in read.hints],
        "replacement": replacement(read.replacement),
    }


def replacement(read):
    if read is None:
        return None
    place = read.place
    return {
        "file": place.source,
        "line": place.line,
        "column": place.column,
        # On one line, as all of these: a column for each character.
        "end_line": place.line,
        "end_column": place.column + place.end - place.begin,
        "text": read.text,
        "certain": read.certain,
    }


def without_the_rest(document, model):
    """What a document says under the keys that the types have too."""
    if isinstance(model, dict) and document is not None:
        return {key: without_the_rest(document[key], model[key]) for key in model}
    if isinstance(model, list) and document is not None:
        assert len(document) == len(model)
        return [without_the_rest(one, another) for one, another in zip(document, model)]
    return document


def test_every_byte_is_the_commands(results_and_command):
    results, said = results_and_command
    assert results.json.encode() == said


def test_types_say_what_json_says(results_and_command):
    results, said = results_and_command
    document = json.loads(said)

    read = [result(each) for each in results]
    assert read == without_the_rest(document["results"], read)
    synthetic = {(each["ambito"], each["year"]): each["synthetic"] for each in document["ambiti"]}
    assert all(each.is_synthetic == synthetic[each.ambito, each.year] for each in results)

    amounts = [
        {"ambito": each.ambito, "year": each.year, "name": each.name, "value": each.value}
        | (quantity(each.amount) or {"lo": None, "hi": None})
        for each in results.computed
    ]
    assert amounts == without_the_rest(document["computed"], amounts)

    findings = [finding(each) for each in results.diagnostics]
    assert findings == document["diagnostics"] == json.loads(results.diagnostics.json)


def test_findings_are_json_too(small, small_results):
    with pytest.raises(leps.RulesError) as rules:
        leps.compile({"prova.leps": SMALL.replace("assistenti almeno", "assistente almeno")})
    with pytest.raises(leps.DataError) as data:
        small.load({"prova.yaml": SMALL_DATA.replace("assistenti: 25", "assistenti: tanti")})
    for findings in (rules.value.diagnostics, data.value.diagnostics, small.lint()):
        assert findings and json.loads(findings.json) == [finding(each) for each in findings]
    for nothing in (small.diagnostics, small_results.diagnostics):
        assert nothing == () and json.loads(nothing.json) == []


def test_numbers_are_exact(small_results):
    read = small_results.find("prova", 2025, "servizio_sociale")
    assert read.verdict is leps.Verdict.NON_SODDISFATTO
    assert read.requirement("organico").gap.amount.value == Fraction(1, 5000)
    assert small_results.find("prova", 2024, "servizio_sociale").verdict is leps.Verdict.SODDISFATTO


def test_a_sequence_like_any_other(small_results):
    listed = list(small_results)
    assert len(small_results) == len(listed) == 4
    assert small_results[1] == listed[1] and small_results[-1] == listed[-1]
    assert small_results[1:3] == tuple(listed[1:3])
    assert listed[2] in small_results and list(reversed(small_results)) == listed[::-1]
    with pytest.raises(IndexError):
        small_results[4]
    assert small_results.of(year=2025) == tuple(listed[2:])
    assert [each.rank for each in small_results.to_do("prova", 2025)] == [1, 2]
    with pytest.raises(KeyError, match="servizio_sociale"):
        small_results.find("altrove", 2025, "servizio_sociale")
