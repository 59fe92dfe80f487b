"""Where all is known, the command and the naive reading of wild_values.py and wild_gaps.py say the same."""
from fractions import Fraction as F

from harness import exact
from interpreter import Unsaid
from wild_gaps import Measure, outcomes
from wild_values import NEVER, Values


class Agreement:
    """Collects what differs, as (rule or amount, kind, sentence); counts what the language leaves unsaid."""

    def __init__(self, pack, case):
        self.pack, self.case = pack, case
        self.out, self.done, self.unsaid = [], 0, 0

    def same(self, what, kind, at, found, expected):
        self.done += 1
        if found != expected:
            self.out.append((what, kind, f"{at}: leps says {found}, the oracle {expected}"))

    def amount(self, name, computed):
        found = computed[2025, name]
        try:
            expected = Values(self.pack, self.case)(("name", name))
        except Unsaid:
            self.unsaid += 1
            return
        if expected is None:
            one = found["value"] is not None or (found["lo"] is not None and found["lo"] == found["hi"])
            self.same(name, "truth: amount", "a value that does not exist", one, False)
        elif self.pack.amounts[name][0] == "sì/no":
            self.same(name, "truth: amount", "value", found["value"], "sì" if expected else "no")
        elif expected != NEVER:
            self.same(name, "truth: amount", "lo, hi", (found["lo"], found["hi"]), (exact(expected),) * 2)

    def rule(self, rule, result):
        name = rule["name"]
        if any(requirement["tolerance"] for requirement in rule["requirements"]):
            return
        try:
            expected = outcomes(self.pack, rule, self.case)
        except Unsaid:
            self.unsaid += 1
            return
        if len(expected) > 1:  # no value: every word is possible, says the language
            self.same(name, "truth: verdict", "possible", len(result["possible"]) > 1, True)
            return
        self.same(name, "truth: verdict", "possible", set(result["possible"]), expected)
        for requirement, found in zip(rule["requirements"], result["requirements"]):
            if found["gap"] is None or len(found["possible"]) != 1:
                continue
            try:
                gap = Measure(self.pack, requirement, self.case)(requirement["condition"])
            except Unsaid:
                self.unsaid += 1
                continue
            self.gap(name, requirement["name"], found["gap"], gap)

    def gap(self, name, at, found, gap):
        same = lambda key, expected: self.same(name, f"truth: {key}", f"{at} {key}", found[key], expected)
        same("kind", gap.kind)
        if found["kind"] != gap.kind:
            return
        if gap.amount is None:
            same("unreachable", True)
            same("lo", None)
        elif gap.amount == NEVER:
            same("hi", None)
        else:
            same("unreachable", False)
            self.same(name, "truth: gap", f"{at} lo, hi", (found["lo"], found["hi"]), (exact(gap.amount),) * 2)
        self.same(name, "truth: relative gap", f"{at} relative gap",
                  (found["relative_gap"]["lo"], found["relative_gap"]["hi"]), (exact(gap.relative),) * 2)
        if gap.kind != "alternatives":
            same("lever", gap.lever)
        if gap.kind == "distance" and gap.lever and gap.amount:
            same("decrease", gap.decrease)
        if gap.kind in ("rows", "activation") and gap.kind == "rows":
            same("failing", gap.failing)
        if gap.kind == "alternatives":
            same("chosen", gap.chosen)
        if gap.shortfall is not None and gap.shortfall != NEVER:
            self.same(name, "truth: shortfall", f"{at} shortfall", found["shortfall"] and found["shortfall"]["hi"],
                      exact(gap.shortfall))
        for key, expected in (("cost", gap.cost), ("gross_cost", gap.gross)):
            ends = found[key] and (found[key]["lo"], found[key]["hi"])
            if ends == (None, None):
                ends = None  # a gap that cannot be closed costs without end
            self.same(name, f"truth: {key}", f"{at} {key}", ends, None if expected is None else (exact(expected),) * 2)
        for key, inner in (("parts", gap.parts), ("alternatives", gap.alternatives)):
            same_count = len(found[key]) == len(inner)
            self.same(name, f"truth: {key}", f"{at} how many {key}", same_count, True)
            for i, (one, own) in enumerate(zip(found[key], inner)):
                self.gap(name, f"{at}.{key}[{i}]", one, own)
