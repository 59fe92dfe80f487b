"""Verdicts, gaps and costs of a drawn rule where all is known, in exact fractions: language.md's words, naively.

A condition is read with every `non` pushed down to its comparisons and truths. The change of a lever is found by
asking what the comparison is with one unit more of it.
"""
from fractions import Fraction as F

from interpreter import DENIED, RELATIONS, STRICT, Unsaid
from wild_formulas import names_in
from wild_values import NEVER, Values


class Gap:
    """`amount` is None where no change of the lever is enough."""

    def __init__(self, kind, amount, relative, held, **more):
        self.kind, self.amount, self.relative, self.held = kind, amount, relative, held
        self.lever = self.cost = self.gross = self.shortfall = self.chosen = None
        self.strict = self.decrease = False
        self.failing, self.parts, self.alternatives = [], [], []
        if held:
            self.cost = self.gross = F(0)
        self.__dict__.update(more)


class Measure:
    def __init__(self, pack, requirement, case):
        self.pack, self.case, self.requirement = pack, case, requirement
        self.values = Values(pack, case)
        self.levers = {lever["datum"]: lever for lever in requirement["levers"]}

    def __call__(self, formula, denied=False):
        while formula[0] == "non":
            formula, denied = formula[1], not denied
        kind = formula[0]
        if kind == "term":
            return self.comparison(("al massimo", ("min", formula[1], ("survey",)), ("end", *formula[2:])))
        if kind in RELATIONS:
            return self.comparison((DENIED[kind], *formula[1:]) if denied else formula)
        if kind == "tra":
            return self.outside(formula) if denied else self.between(formula)
        if kind == "quanti":
            return self.among((DENIED[formula[1]] if denied else formula[1], *formula[2:]))
        if kind == "se":
            condition = self.values(formula[1])
            if condition is None:
                raise Unsaid
            return self(formula[2] if condition else formula[3], denied)
        if kind in ("e", "o"):
            conjunction = (kind == "e") != denied
            operands = list(self.flat(formula, denied, conjunction))
            if not conjunction:
                return self.alternatives(operands)
            if all(self.is_truth(*operand) for operand in operands):
                return self.activation(operands)
            return self.parts(operands)
        if kind == "per ogni" and not denied:
            return self.rows(formula)
        return self.activation([(formula, denied)])

    def flat(self, formula, denied, conjunction):
        for part in formula[1]:
            inner, under = part, denied
            while inner[0] == "non":
                inner, under = inner[1], not under
            if inner[0] in ("e", "o") and ((inner[0] == "e") != under) == conjunction:
                yield from self.flat(inner, under, conjunction)
            else:
                yield inner, under

    def is_truth(self, formula, denied):
        return formula[0] not in (*RELATIONS, "e", "o", "se", "tra", "quanti") and (formula[0] != "per ogni" or denied)

    def held(self, formula, denied=False):
        found = self.values(formula)
        if found is None:
            raise Unsaid
        return found != denied

    def comparison(self, formula):
        relation, left, right = formula
        a, b = self.values(left), self.values(right)
        if a is None or b is None:
            raise Unsaid
        if a == b == NEVER and relation in STRICT:
            raise Unsaid  # how far a day is from being later than `mai`
        held = RELATIONS[relation](a, b)
        distance = _distance(relation, a, b)
        relative = F(0) if distance == 0 else F(1) if b == 0 or distance == NEVER else min(F(1), distance / abs(F(b)))
        if isinstance(a, int) or isinstance(b, int) or NEVER in (a, b) and self.of_days(left):
            relative = F(0 if held else 1)
        gap = Gap("distance", distance, relative, held, strict=relation in STRICT)
        lever = next((name for name in self.levers if name in names_in(formula)), None)
        if lever:
            gap.lever = lever
            self.close(gap, formula, a, b)
        return gap

    def outside(self, formula):
        return self.alternatives([(("meno di", formula[1], formula[2]), False), (("più di", formula[1], formula[3]), False)])

    def between(self, formula):
        """To the nearer end: of the two comparisons at most one is missed, unless no value is enough."""
        low = self.comparison(("almeno", formula[1], formula[2]))
        high = self.comparison(("al massimo", formula[1], formula[3]))
        if self.values(formula[2]) > self.values(formula[3]):
            return Gap("distance", None, F(1), False)
        return low if high.held else high

    def among(self, formula):
        relation, level, parts = formula
        truths = [self.held(part) for part in parts]
        many = truths.count(True)
        held = RELATIONS[relation](many, level)
        needed = {"almeno": level - many, "più di": level + 1 - many, "al massimo": many - level,
                  "meno di": many - level + 1, "pari a": abs(level - many), "diverso da": F(1)}[relation]
        needed = F(0) if held else F(needed)
        relative = F(0) if held else F(1) if level == 0 else min(F(1), needed / level)
        gap = Gap("activation", needed, relative, held)
        inner = [self(part) for part, truth in zip(parts, truths) if not truth]
        more = relation in ("almeno", "più di") or relation == "pari a" and many < level
        if not held and more and inner and None not in [one.cost for one in inner] and needed <= len(inner):
            cheapest = sorted(inner, key=lambda one: one.cost)[:int(needed)]
            gap.cost, gap.gross = sum(one.cost for one in cheapest), sum(one.gross for one in cheapest)
        return gap

    def of_days(self, formula):
        return formula[0] in ("survey", "day", "shift") or (formula[0] == "name" and formula[1] in self.pack.data
                                                           and self.pack.data[formula[1]].kind == "data")

    def close(self, gap, formula, a, b):
        relation, left, right = formula
        lever = self.levers[gap.lever]
        if self.pack.kin(gap.lever) & self.under(left, right):
            raise Unsaid  # they move with the lever once it is as much: no straight line
        now = self.values.known[gap.lever] if gap.lever in self.values.known else self.values(("name", gap.lever))
        rises = relation in ("almeno", "più di") or relation == "pari a" and a < b
        if gap.held:
            gap.amount = F(0)
            gap.cost = gap.gross = F(0)
            return
        limits = self.limits_on(gap.lever, (left, right))
        if limits is None:
            slope = self.moved(gap.lever, now + 1, left, right) - (a - b)
            gap.decrease = rises != (slope > 0)
            amount = None if slope == 0 else gap.amount / abs(slope)
        elif self.pack.kin(gap.lever):
            raise Unsaid  # by bands, with data that follow the lever: bounds are said, and no more
        else:
            missed = lambda value: self.moved(gap.lever, value, left, right) * (1 if rises else -1)
            gap.decrease, amount = through_bands(missed, now, limits, gap.strict)
        if amount is not None and lever["rounding"]:
            step = F(1) if "passi" not in lever["rounding"] else F(2) if " 2 " in lever["rounding"] else F(1, 2)
            amount = (amount // step + 1) * step if gap.strict else -(-amount // step) * step
            gap.strict = False
        if amount is not None and not self.may_be(gap, now, amount):
            amount = None
        gap.amount = amount
        if amount is None or not lever["cost"]:
            return
        gap.gross = gap.cost = amount * self.values(lever["cost"])
        if lever["net_of"]:
            after = now - amount if gap.decrease else now + amount
            gap.cost -= self.with_lever(gap.lever, after)(lever["net_of"]) - self.values(lever["net_of"])

    def limits_on(self, lever, formula):
        """The limits of the bands in which a lever stands; None where it stands in none."""
        if not isinstance(formula, (tuple, list)) or not formula:
            return None
        if formula[0] == "scaglioni" and formula[1] == ("name", lever):
            return [self.values(limit) for limit, _ in formula[2]]
        return next((found for part in formula if (found := self.limits_on(lever, part)) is not None), None)

    def may_be(self, gap, now, amount):
        datum = self.pack.data[gap.lever]
        after = now - amount if gap.decrease else now + amount
        beyond = (lambda x, y: x >= y) if gap.strict else (lambda x, y: x > y)
        for one in [datum, *self.follows(gap)]:
            if one.hi is not None and not gap.decrease and beyond(after, one.hi):
                return False
            if one.lo is not None and gap.decrease and beyond(one.lo, after):
                return False
        return True

    def follows(self, gap):
        """What the lever takes along once it is as much: its wholes as it grows, its parts as it shrinks."""
        for name in self.pack.kin(gap.lever):
            whole = name in set(self.pack.wholes(gap.lever))
            if whole != gap.decrease and self.case[2025]["data"][name] is not None:  # else it is worked out
                yield self.pack.data[name]

    def under(self, *formulas):
        """Every name on which formulas stand, through amounts and what is worked out."""
        open_, found = names_in(list(formulas)), set()
        while open_:
            name = open_.pop()
            if name in found:
                continue
            found.add(name)
            if name in self.pack.amounts:
                open_ |= names_in(self.pack.amounts[name][1])
            if name in self.pack.data and self.pack.data[name].if_missing is not None:
                open_ |= names_in(self.pack.data[name].if_missing)
        return found

    def with_lever(self, lever, value):
        data = self.case[2025]["data"] | {lever: value}
        return Values(self.pack, self.case | {2025: self.case[2025] | {"data": data}})

    def moved(self, lever, value, left, right):
        then = self.with_lever(lever, value)
        a, b = then(left), then(right)
        if a is None or b is None:
            raise Unsaid
        return a - b

    def activation(self, literals):
        truths = [self.held(*literal) for literal in literals]
        failing = [literal for literal, truth in zip(literals, truths) if not truth]
        gap = Gap("activation", F(len(failing)), F(len(failing), len(literals)), not failing)
        if len(literals) == 1 and literals[0][0][0] == "name" and literals[0][0][1] in self.levers:
            gap.lever = literals[0][0][1]
        prices = [self.levers.get(formula[1] if formula[0] == "name" else None, {"cost": None})["cost"]
                  for formula, _ in failing]
        if failing and None not in prices:
            gap.cost = gap.gross = sum((self.values(price) for price in prices), F(0))
        return gap

    def parts(self, operands):
        inner = [self(*operand) for operand in operands]
        held = [self.held(*operand) for operand in operands]
        open_ = [gap for gap, truth in zip(inner, held) if not truth]
        gap = Gap("parts", F(len(open_)), max(part.relative for part in inner), not open_, parts=inner)
        if open_:
            gap.cost = _sum(part.cost for part in open_)
            gap.gross = _sum(part.gross for part in open_)
        return gap

    def alternatives(self, operands):
        inner = [self(*operand) for operand in operands]
        held = [self.held(*operand) for operand in operands]
        priced = all(gap.cost is not None for gap in inner)
        order = lambda i: (not held[i], inner[i].cost if priced else 0, inner[i].relative)
        chosen = min(range(len(inner)), key=order)
        best = inner[chosen]
        return Gap("alternatives", best.amount, best.relative, any(held), alternatives=inner, chosen=chosen,
                   cost=best.cost, gross=best.gross, strict=best.strict, lever=best.lever, decrease=best.decrease)

    def rows(self, formula):
        failing, total, shortfall = [], 0, F(0)
        body = formula[4]
        measured = body[0] in RELATIONS and not self._row_days(formula)
        for key in self.values.rows(formula):
            total += 1
            if not self.held(body):
                failing.append(key)
            if measured:
                shortfall += _distance(body[0], self.values(body[1]), self.values(body[2]))
        return Gap("rows", F(len(failing)), F(len(failing), total) if total else F(0), not failing, failing=failing,
                   shortfall=shortfall if measured else None)

    def _row_days(self, formula):
        field = formula[4][1]
        if field[0] == "field":
            return self.pack.lists[formula[2]][field[2]].kind == "data"
        return self.of_days(field) or field[0] == "of" and field[1] in ("inizio", "fine") or field[0] in ("min", "max")


def through_bands(met, now, limits, strict):
    """Band by band from where the lever is: (whether it falls, by how much it moves; None where nothing is enough).

    `met` is at least 0 where the comparison holds, more than 0 where it is strict; it goes one way only.
    """
    far = max(abs(one) for one in [*limits, now, F(1)]) + 1
    up = met(far) > met(-far) or met(far + 1) > met(far)
    sign = 1 if up else -1
    ends = sorted((one for one in {F(0), *limits} if (one - now) * sign > 0), key=lambda one: one * sign)
    at = now
    for end in ends:
        here, there = met(at), met(end)
        if there > 0 or there == 0 and not strict:
            return not up, abs(at - now) + abs(end - at) * -here / (there - here)
        at = end
    steeper = met(at + sign) - met(at)
    return not up, None if steeper <= 0 else abs(at - now) + -met(at) / steeper


def _distance(relation, a, b):
    if a == b:
        return F(0)  # both may never be
    found = {"almeno": b - a, "più di": b - a, "al massimo": a - b, "meno di": a - b,
             "pari a": abs(a - b), "diverso da": F(0)}[relation]
    return found if found == NEVER else max(F(0), F(0) if found == -NEVER else F(found))


def _sum(costs):
    costs = list(costs)
    return None if None in costs else sum(costs, F(0))


def outcomes(pack, rule, case):
    """What a rule could still come out as; more than one only where a value does not exist."""
    values = Values(pack, case)

    def truths(formula):
        found = True if formula is None else values(formula)
        return {True, False} if found is None else {found}

    applies = truths(rule["applies_if"])
    found = set() if applies == {True} else {"non_applicabile"}
    if True not in applies:
        return found
    each = []
    for requirement in rule["requirements"]:
        asked = truths(requirement["applies_if"])
        one = {"skipped"} if False in asked else set()
        if True in asked:
            condition = requirement["condition"]
            if condition[0] == "per ogni" and not list(values.rows(condition)):
                one.add("skipped")
            elif condition[0] == "term" and not values.due(condition):
                one.add("skipped")
            else:
                one |= {"passed" if truth else "failed" for truth in truths(condition)}
        each.append(one)
    if any("failed" in one for one in each):
        partial = truths(rule["partial_if"]) if rule["partial_if"] else {False}
        found |= {"parziale" if truth else "non_soddisfatto" for truth in partial}
    if all(one & {"passed", "skipped"} for one in each):
        if any("passed" in one for one in each):
            found.add("soddisfatto")
        if all("skipped" in one for one in each):
            found.add("non_applicabile")
    return found
