"""A naive interpreter of a part of the rule language, in Python's exact fractions.

Formulas are tuples, made by laws.py and printed as a pack for `leps`; here they are worth something.
A number is a Fraction, a truth is a bool; None is a value that does not exist (something divided by
zero), and truths follow Kleene: false and None is false. Every datum is known.

    ("number", Fraction, text)        ("name", name)             ("truth", bool)
    ("+" | "-" | "*" | "/" | "di", a, b)    ("min" | "max", a, b)      ("neg", a)
    ("almeno" | "al massimo" | "più di" | "meno di" | "pari a" | "diverso da", a, b)
    ("non", a)    ("e" | "o", [a, b, …])    ("se", condition, a, b)
"""
from fractions import Fraction as F

RELATIONS = {
    "almeno": lambda a, b: a >= b,
    "al massimo": lambda a, b: a <= b,
    "più di": lambda a, b: a > b,
    "meno di": lambda a, b: a < b,
    "pari a": lambda a, b: a == b,
    "diverso da": lambda a, b: a != b,
}
STRICT = {"più di", "meno di", "diverso da"}


class Unsaid(Exception):
    """The language reference leaves this to the engine: nothing to compare."""


def value(formula, data):
    kind = formula[0]
    if kind in ("number", "truth"):
        return formula[1]
    if kind == "name":
        found = data[formula[1]]
        return value(found, data) if isinstance(found, tuple) else found  # a computed amount
    if kind in ("e", "o"):
        return _logic(kind, [value(part, data) for part in formula[1]])
    if kind == "se":
        condition = value(formula[1], data)
        if condition is None:
            raise Unsaid
        return value(formula[2] if condition else formula[3], data)
    operands = [value(part, data) for part in formula[1:]]
    if None in operands:
        return None
    if kind == "non":
        return not operands[0]
    if kind == "neg":
        return -operands[0]
    a, b = operands
    if kind in RELATIONS:
        return RELATIONS[kind](a, b)
    if kind == "/":
        return None if b == 0 else a / b
    return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "di": lambda: a * b,
            "min": lambda: min(a, b), "max": lambda: max(a, b)}[kind]()


def _logic(kind, truths):
    decided = kind == "o"  # one truth of this worth decides the whole
    if decided in truths:
        return decided
    return None if None in truths else not decided


class Gap:
    """A gap where all is known: its amount, its relative amount, and what it is made of."""

    def __init__(self, amount, relative, strict=False, parts=(), alternatives=()):
        self.amount, self.relative, self.strict = amount, relative, strict
        self.parts, self.alternatives = list(parts), list(alternatives)


def gap(formula, data):
    """The gap of a condition without a lever; every `non` is pushed down to what it denies."""
    formula = _without_not(formula)
    kind = formula[0]
    if kind in RELATIONS:
        return _distance(kind, value(formula[1], data), value(formula[2], data))
    if kind == "se":  # the branch that holds
        condition = value(formula[1], data)
        if condition is None:
            raise Unsaid
        return gap(formula[2] if condition else formula[3], data)
    if kind not in ("e", "o"):
        return _activation([value(formula, data)])
    operands = list(_flat(kind, formula))
    if kind == "e" and all(part[0] in ("name", "non") for part in operands):
        return _activation([value(part, data) for part in operands])
    inner = [gap(part, data) for part in operands]
    held = [value(part, data) for part in operands]
    if kind == "e":
        if None in held:
            raise Unsaid
        return Gap(F(held.count(False)), max(part.relative for part in inner), parts=inner)
    # One that holds, else the nearest; of equals, the first written.
    chosen = min(zip(inner, held), key=lambda one: (one[1] is not True, one[0].relative))[0]
    return Gap(chosen.amount, chosen.relative, chosen.strict, alternatives=inner)


DENIED = {"almeno": "meno di", "meno di": "almeno", "al massimo": "più di", "più di": "al massimo",
          "pari a": "diverso da", "diverso da": "pari a"}


def _without_not(formula, denied=False):
    """`non (a o b)` is `non a e non b`; a `non` is left only before a name."""
    kind = formula[0]
    if kind == "non":
        return _without_not(formula[1], not denied)
    if not denied:
        return formula
    if kind in DENIED:
        return (DENIED[kind], *formula[1:])
    if kind in ("e", "o"):
        return ("o" if kind == "e" else "e", [("non", part) for part in formula[1]])
    if kind == "se":
        return ("se", formula[1], ("non", formula[2]), ("non", formula[3]))
    return ("non", formula)


def _flat(kind, formula):
    """The operands of `a e b e c`, parentheses or not."""
    for part in map(_without_not, formula[1]):
        if part[0] == kind:
            yield from _flat(kind, part)
        else:
            yield part


def _activation(truths):
    failing = F(sum(not truth for truth in truths))
    return Gap(failing, failing / len(truths))


def _distance(relation, a, b):
    if a is None or b is None:
        raise Unsaid
    distance = {"almeno": max(F(0), b - a), "più di": max(F(0), b - a),
                "al massimo": max(F(0), a - b), "meno di": max(F(0), a - b),
                "pari a": abs(a - b), "diverso da": F(0)}[relation]
    relative = F(0) if distance == 0 else F(1) if b == 0 else min(F(1), distance / abs(b))
    return Gap(distance, relative, relation in STRICT)


def outcomes(rule, data):
    """What a rule could still come out as: {verdict}, more than one only where a value does not
    exist. Requirements are taken as independent, as the language says."""
    applies = _truths(rule["applies_if"], data)
    found = set() if applies == {True} else {"non_applicabile"}
    if False in applies and True not in applies:
        return found
    # What the requirements could be together: which of "failed", "passed", "skipped" are left.
    each = []
    for requirement in rule["requirements"]:
        asked, held = _truths(requirement["applies_if"], data), _truths(requirement["condition"], data)
        one = {"skipped"} if False in asked else set()
        if True in asked:
            one |= {"passed" if truth else "failed" for truth in held}
        each.append(one)
    if any("failed" in one for one in each):
        partial = _truths(rule["partial_if"], data) if rule["partial_if"] else {False}
        found |= {"parziale" if truth else "non_soddisfatto" for truth in partial}
    if all(one & {"passed", "skipped"} for one in each):
        if any("passed" in one for one in each):
            found.add("soddisfatto")
        if all("skipped" in one for one in each):
            found.add("non_applicabile")
    return found


def _truths(formula, data):
    """What a condition could be; an absent `si applica se` is true."""
    truth = value(formula, data) if formula is not None else True
    return {True, False} if truth is None else {truth}
