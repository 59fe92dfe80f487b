"""What a typed program sees: mypy --strict reads this file, and fails if a type gets lost."""

from fractions import Fraction
from typing import assert_type

import leps

rulebook = leps.compile({"prova.leps": ""}, include=leps.shipped)
assert_type(rulebook, leps.Rulebook)
data = rulebook.load("dati")
results = rulebook.evaluate(data, ambiti=["lodi"], progress=print)
assert_type(results, leps.Results)
assert_type(results.diagnostics, leps.Diagnostics)
assert_type(rulebook.lint()[0], leps.Diagnostic)
assert_type(results[0], leps.Result)
assert_type(results[0:1], tuple[leps.Result, ...])
for result in results:
    assert_type(result.verdict, leps.Verdict)
    for requirement in result.requirements:
        assert_type(requirement.gap, leps.Gap | None)
        if requirement.gap:
            assert_type(requirement.gap.amount.lo, Fraction | None)
with results.what_if({("lodi", 2025, "assistenti"): Fraction(1, 2)}) as changed:
    assert_type(changed, leps.Results)

ambito = leps.Builder().ambito("lodi", 2025)
ambito["popolazione"] = 3
ambito["popolazione"] = 3.5  # type: ignore[assignment]
