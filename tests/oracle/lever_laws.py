"""The law of gaps, where all is known: apply the gap to its levers and the requirement holds; apply any less and
it does not. A lever stays within the bounds of its datum, and one that cannot close its gap there is
unreachable: no value that it may take is enough.

An alternative of an `o` is closed alone, the parts of an `e` all together.
"""
from fractions import Fraction as F

from interpreter import RELATIONS
from wild_formulas import names_in

GRAIN = F(1, 10**9)  # where a gap does not end in decimals, data come this near to it
FAR = F(10**6)


class Trial:
    """A case with some levers moved, and the verdict that a requirement must then have."""

    def __init__(self, rule, requirement, changes, expected, said):
        self.rule, self.requirement, self.changes = rule, requirement, changes
        self.expected, self.said = expected, said


class OutOfBounds(Exception):
    """A lever said to close a gap where its datum cannot go."""


class Unclosed(Exception):
    """Nothing is said that would close it."""


def trials(pack, rule, result, data):
    """What must hold of the requirements that certainly fail, and what cannot be: (trials, wrong)."""
    found, wrong = [], []
    for requirement, said in zip(rule["requirements"], result["requirements"]):
        if said["verdict"] != "non_soddisfatto" or not said["gap"] or requirement["tolerance"]:
            continue
        gap = said["gap"]
        for alternative in gap["alternatives"] or [gap]:
            closing = Closing(pack, requirement, data)
            try:
                found += closing.of(rule["name"], requirement["name"], alternative)
            except OutOfBounds as out:
                wrong.append(f"{requirement['name']}: {out}")
            except Unclosed:
                pass
    return found, wrong


class Closing:
    def __init__(self, pack, requirement, data):
        self.pack, self.data, self.condition = pack, data, requirement["condition"]
        self.levers = {lever["datum"]: lever for lever in requirement["levers"]}

    def of(self, rule, requirement, gap):
        trial = lambda changes, expected, said: Trial(rule, requirement, self.with_wholes(changes), expected, said)
        if gap["kind"] == "distance" and gap["unreachable"]:
            if not gap["lever"]:  # so far as what never was
                raise Unclosed
            return [trial({gap["lever"]: value}, "non_soddisfatto", f"unreachable, and {gap['lever']} is {value}")
                    for value in self.everywhere(gap["lever"]) if self.moves_alone(gap["lever"], value)]
        enough = self.changes(gap)
        found = [trial(enough, "soddisfatto", f"with the gap applied, {_written(enough)}")]
        if gap["kind"] == "distance":
            less = self.less(gap)
            if less is not None and self.moves_alone(gap["lever"], less):
                changes = {gap["lever"]: less}
                found.append(trial(changes, "non_soddisfatto", f"with less than the gap applied, {_written(changes)}"))
        return found

    def with_wholes(self, changes):
        """A part that grows takes its wholes along, as far as it must."""
        found = dict(changes)
        for name, value in changes.items():
            for whole in self.pack.wholes(name):
                if self.data[whole] is None:  # it is worked out
                    raise Unclosed
                before = found.get(whole, self.data[whole])
                found[whole] = max(before, -(-value // 1) * F(1) if self.pack.data[whole].whole else value)
        return found

    def moves_alone(self, lever, value):
        """Whether no whole moves along, which may meet the requirement by another of its conditions."""
        changes = {lever: value}
        return self.with_wholes(changes) == changes

    def everywhere(self, lever):
        datum = self.pack.data[lever]
        ends = [-FAR if datum.lo is None else datum.lo, FAR if datum.hi is None else datum.hi]
        middle = sum(ends) / 2
        found = [*ends, F(int(middle)) if datum.whole else middle]
        if not self.levers[lever]["rounding"]:
            return found
        now, step = self.data[lever], _step(self.levers[lever])
        below = [now + (end - now) // step * step for end in found]
        return [one for one in below + [one + step for one in below] if datum.may_be(one)]

    def changes(self, gap):
        """The levers as they are once the gap is closed."""
        if gap["kind"] == "alternatives":
            best = gap["chosen"]
            if best is None:
                raise Unclosed
            return self.changes(gap["alternatives"][best])
        if gap["kind"] == "parts":
            if any(part["lo"] is None and part["hi"] is None for part in gap["parts"]):
                raise Unclosed
            moved = {}
            for part in gap["parts"]:
                if part["hi"] != "0":
                    moved |= self.changes(part)
                elif part["strict"]:  # it holds, or stands at the level
                    if not part["lever"]:
                        raise Unclosed
                    try:
                        moved |= self.changes(part)
                    except OutOfBounds:
                        pass
            return moved
        lever = gap["lever"]
        if not lever or gap["lo"] is None or gap["lo"] != gap["hi"]:
            raise Unclosed
        if gap["kind"] == "activation":
            return {lever: not self.data[lever]}
        return {lever: self.moved(gap, self.amount(gap))}

    def amount(self, gap):
        """What data can hold of a gap, and is enough."""
        amount = F(gap["lo"])
        exactly = _relation(self.condition, gap["lever"]) == "pari a"
        if self.pack.data[gap["lever"]].whole:  # of a fraction, the whole number beyond
            if exactly and amount.denominator != 1:
                raise Unclosed
            return (amount // 1 + 1) * F(1) if gap["strict"] else -(-amount // 1) * F(1)
        if exactly and (amount / GRAIN).denominator != 1:
            raise Unclosed  # a level to be hit exactly, at a place that decimals do not reach
        return -(-amount // GRAIN) * GRAIN + (GRAIN if gap["strict"] else 0)

    def less(self, gap):
        lever = self.levers[gap["lever"]]
        amount, whole = F(gap["lo"]), self.pack.data[gap["lever"]].whole
        step = _step(lever) if lever["rounding"] else F(1) if whole else GRAIN
        if gap["strict"]:
            less = amount // step * step  # the level itself is not enough
        else:
            less = -(-amount // step) * step - step
        value = self.data[gap["lever"]] + (-less if gap["decrease"] else less)
        return value if less >= 0 and self.pack.data[gap["lever"]].may_be(value) else None

    def moved(self, gap, amount):
        lever = gap["lever"]
        value = self.data[lever] + (-amount if gap["decrease"] else amount)
        datum = self.pack.data[lever]
        if not datum.may_be(value):
            raise OutOfBounds(f"the gap of {gap['lo']} takes {lever} from {self.data[lever]} to {value}, and it may be"
                              f"{datum.clauses()}: it is not said to be unreachable")
        return value


def _step(lever):
    if "passi" not in lever["rounding"]:
        return F(1)
    return F(2) if " 2 " in lever["rounding"] else F(1, 2)


def _relation(formula, lever):
    """The relation of the comparison in which a lever stands."""
    if formula[0] in RELATIONS:
        return formula[0] if lever in names_in(formula) else None
    parts = formula[1] if formula[0] in ("e", "o") else formula[1:]
    return next((found for part in parts if isinstance(part, tuple) and (found := _relation(part, lever))), None)


def _written(changes):
    return ", ".join(f"{name} = {value}" for name, value in changes.items())
