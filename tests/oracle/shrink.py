"""Makes what came out smaller: the one rule, the data that it needs, each formula and each clause as short as it
may be while the same kind of thing still comes out.

Every candidate is tried with the command; one that does not compile, or whose data are refused, is no candidate.
"""
import copy
from fractions import Fraction as F

from wild_formulas import number

TRIES = 400


class Shrink:
    """`comes_out(pack, only, before, after)` says whether it still does."""

    def __init__(self, pack, only, before, after, comes_out):
        self.pack, self.only = copy.deepcopy(pack), only
        self.before, self.after = copy.deepcopy(before), copy.deepcopy(after)
        self.comes_out, self.left = comes_out, TRIES

    def run(self):
        if not self.still(self.pack, self.before, self.after):
            return None
        progress = True
        while progress and self.left > 0:
            progress = any([self.years(), self.known(), self.rules(), self.bounds(), self.values()])
        return self.pack, self.before, self.after

    def still(self, pack, before, after):
        self.left -= 1
        return self.left > 0 and self.comes_out(pack, self.only, before, after)

    def rules(self):
        """Clauses left out, formulas replaced by a part of them."""
        progress = False
        for place in list(self._places()):
            again = True
            while again and self.left > 0:
                again = False
                if "levers" in place and place[5] >= len(self.pack.rules[place[1]]["requirements"][place[3]]["levers"]):
                    break  # its lever is left out
                for smaller in _smaller(self._at(self.pack, place), place[-1] in OPTIONAL):
                    pack = copy.deepcopy(self.pack)
                    self._put(pack, place, smaller)
                    if self.still(pack, self.before, self.after):
                        self.pack, again, progress = pack, True, True
                        break
        return progress

    def _places(self):
        needed = self.pack.under_name(self.only)
        for i, rule in enumerate(self.pack.rules):
            if rule["name"] != self.only:
                continue
            yield from ((("rules", i, key)) for key in ("partial_if", "applies_if"))
            for j, requirement in enumerate(rule["requirements"]):
                yield ("rules", i, "requirements", j, "applies_if")
                yield ("rules", i, "requirements", j, "condition")
                for k in range(len(requirement["levers"])):
                    yield from ((("rules", i, "requirements", j, "levers", k, key)) for key in ("net_of", "cost", "rounding"))
        for name in self.pack.amounts:
            if name in needed:
                yield ("amounts", name)
        for name, datum in self.pack.data.items():
            if name in needed and datum.if_missing is not None:
                yield ("data", name)

    def _at(self, pack, place):
        if place[0] == "amounts":
            return pack.amounts[place[1]][1]
        if place[0] == "data":
            return pack.data[place[1]].if_missing
        found = pack.rules
        for step in place[1:]:
            found = found[step]
        return found

    def _put(self, pack, place, formula):
        if place[0] == "amounts":
            pack.amounts[place[1]] = (pack.amounts[place[1]][0], formula)
        elif place[0] == "data":
            pack.data[place[1]].if_missing = formula
        else:
            found = pack.rules
            for step in place[1:-1]:
                found = found[step]
            found[place[-1]] = formula
            if place[-1] == "condition":  # levers that no longer stand in it
                text = repr(formula)
                found["levers"] = [lever for lever in found["levers"] if f"'{lever['datum']}'" in text]

    def known(self):
        """What is unknown before, known as it is after."""
        progress = False
        for year in self.before:
            for kind in ("data", "lists"):
                for name in list(self.before[year][kind]):
                    if self.before[year][kind][name] == self.after[year][kind][name]:
                        continue
                    before = copy.deepcopy(self.before)
                    before[year][kind][name] = self.after[year][kind][name]
                    if self.still(self.pack, before, self.after):
                        self.before, progress = before, True
        return progress

    def bounds(self):
        progress = False
        for name in self.pack.under_name(self.only):
            for key in ("lo", "hi", "whole", "part_of"):
                if name not in self.pack.data or not getattr(self.pack.data[name], key) and getattr(self.pack.data[name], key) != 0:
                    continue
                if getattr(self.pack.data[name], key) is False:
                    continue
                pack = copy.deepcopy(self.pack)
                setattr(pack.data[name], key, False if key == "whole" else None)
                if self.still(pack, self.before, self.after):
                    self.pack, progress = pack, True
        return progress

    def years(self):
        """Only this year; no group."""
        if len(self.before) == 1:
            return False
        before, after = ({2025: case[2025]} for case in (self.before, self.after))
        if not self.still(self.pack, before, after):
            return False
        self.before, self.after = before, after
        return True

    def values(self):
        """Known numbers made 0 or 1, rows left out, cells left unknown."""
        progress = False
        needed = self.pack.under_name(self.only)
        for year in self.before:
            for name, found in list(self.before[year]["data"].items()):
                if name not in needed or not isinstance(found, F) or found in (0, 1):
                    continue
                if self.after[year]["data"][name] != found:
                    continue
                progress = self._set(year, "data", name, F(0)) or self._set(year, "data", name, F(1)) or progress
            for name, rows in list(self.before[year]["lists"].items()):
                if name in needed and rows and len(self.after[year]["lists"][name] or []) == len(rows):
                    for i in reversed(range(len(rows))):
                        progress = self._without_row(year, name, i) or progress
        return progress

    def _set(self, year, kind, name, value):
        before, after = copy.deepcopy(self.before), copy.deepcopy(self.after)
        before[year][kind][name] = after[year][kind][name] = value
        if not self.still(self.pack, before, after):
            return False
        self.before, self.after = before, after
        return True

    def _without_row(self, year, name, i):
        before, after = copy.deepcopy(self.before), copy.deepcopy(self.after)
        for case in (before, after):
            if i >= len(case[year]["lists"][name]):
                return False
            del case[year]["lists"][name][i]
        if not self.still(self.pack, before, after):
            return False
        self.before, self.after = before, after
        return True


OPTIONAL = ("partial_if", "applies_if", "net_of", "cost", "rounding")


def _smaller(formula, optional):
    """The formula with some part of it replaced by a part of that part, the shortest first."""
    if optional and formula:
        yield "" if isinstance(formula, str) else None
    if not isinstance(formula, tuple):
        return
    found = sorted(set(_variants(formula)), key=lambda one: len(repr(one)))
    yield from (one for one in found if len(repr(one)) < len(repr(formula)))


def _variants(formula):
    if formula[0] in ("number", "name", "day", "field", "survey"):
        return
    yield from _parts(formula)
    if formula[0] in ("+", "-", "*", "/", "min", "max", "se"):
        yield number(1)
    if formula[0] in ("e", "o"):
        operands = formula[1]
        if len(operands) > 2:
            for i in range(len(operands)):
                yield (formula[0], tuple(operands[:i] + operands[i + 1:]))
        for i, operand in enumerate(operands):
            for smaller in _variants(operand):
                yield (formula[0], (*operands[:i], smaller, *operands[i + 1:]))
        return
    if formula[0] in ("conta", "somma", "media", "minimo", "massimo", "per ogni", "esiste") and formula[3] is not None:
        yield (*formula[:3], None, *formula[4:])
    for i, part in enumerate(formula):
        if isinstance(part, tuple):
            for smaller in _variants(part):
                yield (*formula[:i], smaller, *formula[i + 1:])


def _parts(formula):
    for part in formula[1:]:
        if isinstance(part, (list, tuple)) and part and isinstance(part[0], (list, tuple)):
            yield from part
        elif isinstance(part, tuple):
            yield part
