"""The cases that every way into the engine answers alike, byte for byte: tests/conformance."""
import pytest
from conftest import ROOT

import leps

CASES = sorted((ROOT / "tests/conformance/cases").glob("*/case.txt"))


@pytest.mark.parametrize("case", CASES, ids=[case.parent.name for case in CASES])
def test_case(case):
    lines = [line.partition(" ") for line in case.read_text(encoding="utf-8").splitlines()]
    asked = {word: [value for each, _, value in lines if each == word] for word, _, _ in lines}

    def texts(word):  # by the names that the command calls them
        return {name: (ROOT / name).read_bytes().decode("utf-8") for name in asked.get(word, [])}

    rulebook = leps.compile(texts("rules"))
    results = rulebook.evaluate(
        rulebook.load(texts("data")),
        ambiti=asked.get("ambito"),
        year=int(asked["year"][0]) if "year" in asked else None,
        ordering=asked.get("ordering", [None])[0],
    )
    assert results.json.encode() == case.with_name("expected.json").read_bytes()
