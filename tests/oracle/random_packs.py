"""Random packs: formulas as tuples (see interpreter.py), printed in the rule language, and random
data for them. Formulas are made so that every unit fits; parentheses are written where precedence
asks for them, and now and then where it does not.
"""
from fractions import Fraction as F

from harness import decimal, italian

NUMBERS = {"persone": ["p0", "p1", "p2"], "FTE": ["f0", "f1"], "": ["n0", "n1"]}
TRUTHS = ["b0", "b1", "b2"]
PRECEDENCE = {"o": 1, "e": 2, "non": 3, "+": 5, "-": 5, "*": 6, "/": 6, "di": 7}
RELATIONS = ["almeno", "al massimo", "più di", "meno di", "pari a", "diverso da"]

HEAD = """pacchetto prova.leggi versione "1"
fonte prova "Scelta di prova: il numero non viene da una norma"
unità persone, FTE
categoria LEPS "Livello di prova"
"""


def number(amount, unit="", percent=False):
    if percent:
        return ("number", F(amount) / 100, f"{italian(amount)}%")
    return ("number", F(amount), f"{italian(amount)} {unit}".rstrip())


class Maker:
    """Draws formulas and rules."""

    def __init__(self, rng):
        self.rng = rng
        self.amounts = {}  # computed amounts by unit, so that later formulas use earlier ones

    def quantity(self, unit, depth):
        rng = self.rng
        if depth == 0 or rng.random() < 0.15:
            named = NUMBERS[unit] + self.amounts.get(unit, [])
            if rng.random() < 0.75:
                return ("name", rng.choice(named))
            return number(F(rng.randrange(0, 400), rng.choice([1, 2, 4, 10])), unit)
        shape = rng.choice(["+", "-", "*", "/", "di", "min", "max", "se", "ratio"])
        if shape in ("+", "-", "min", "max"):
            return (shape, self.quantity(unit, depth - 1), self.quantity(unit, depth - 1))
        if shape == "*":
            return ("*", number(rng.choice([2, 3, F(1, 2), F(5, 4)])), self.quantity(unit, depth - 1))
        if shape == "/":
            return ("/", self.quantity(unit, depth - 1), number(rng.choice([2, 3, 7, 8])))
        if shape == "di":
            percent = number(F(rng.randrange(1, 200), 2), percent=True)
            return ("di", percent, self.quantity(unit, depth - 1))
        if shape == "se":
            return ("se", self.truth(depth - 1), self.quantity(unit, depth - 1),
                    self.quantity(unit, depth - 1))
        # Divided by a datum that may be zero: the value may not exist.
        return ("/", self.quantity(unit, depth - 1), ("name", rng.choice(NUMBERS[""])))

    def compare(self, depth, relations=tuple(RELATIONS)):
        unit = self.rng.choice(list(NUMBERS))
        left = self.quantity(unit, depth)
        return (self.rng.choice(relations), ("+", left, ("name", NUMBERS[unit][0])),
                self.quantity(unit, depth))

    def truth(self, depth):
        shape = self.rng.random()
        if depth == 0 or shape < 0.2:
            return ("name", self.rng.choice(TRUTHS))
        if shape < 0.55:
            return self.compare(depth - 1)
        if shape < 0.65:
            return ("non", self.truth(depth - 1))
        kind = self.rng.choice(["e", "o"])
        return (kind, [self.truth(depth - 1) for _ in range(self.rng.choice([2, 2, 3]))])

    def rule(self, name):
        rng = self.rng
        maybe = lambda chance, depth: self.truth(depth) if rng.random() < chance else None
        return {"name": name, "applies_if": maybe(0.2, 1), "partial_if": maybe(0.5, 2),
                "requirements": [{"name": f"q{i}", "applies_if": maybe(0.2, 1), "lever": None,
                                  "condition": self.truth(rng.choice([1, 2, 3]))}
                                 for i in range(rng.choice([1, 1, 2, 3]))]}

    def lever_rule(self, name, lever):
        """One comparison, linear in a datum of its own, which closes it."""
        rng = self.rng
        unit = rng.choice(["persone", "FTE"])
        factor = number(rng.choice([1, 2, 3, F(1, 2), F(5, 4), 7]))
        side = rng.choice([("*", factor, ("name", lever)),
                           ("/", ("name", lever), number(rng.choice([3, 4, 7]))),
                           ("di", number(rng.choice([35, 50, 90]), percent=True), ("name", lever)),
                           ("name", lever)])
        left = ("+", side, self.quantity(unit, 1)) if rng.random() < 0.5 else side
        relation = rng.choice(["almeno", "almeno", "al massimo", "più di", "meno di", "pari a"])
        formula = (relation, left, ("+", self.quantity(unit, 2), number(rng.randrange(1, 90), unit)))
        if rng.random() < 0.2:  # the lever on the side of the level
            mirrored = {"almeno": "al massimo", "al massimo": "almeno", "più di": "meno di",
                        "meno di": "più di", "pari a": "pari a"}
            formula = (mirrored[relation], formula[2], formula[1])
        return {"name": name, "applies_if": None, "partial_if": None, "unit": unit,
                "requirements": [{"name": "q0", "applies_if": None, "lever": lever,
                                  "condition": formula}]}


def text(formula, rng, outer=0):
    """A formula as a pack writes it, in parentheses where it stands within a tighter one."""
    kind = formula[0]
    if kind == "number":
        return formula[2]
    if kind == "name":
        return formula[1]
    if kind in ("min", "max"):
        return f"{kind}({text(formula[1], rng)}; {text(formula[2], rng)})"
    if kind == "se":
        condition, yes, no = (text(part, rng) for part in formula[1:])
        return f"(se {condition} allora {yes} altrimenti {no})"
    mine = PRECEDENCE.get(kind, 4)
    if kind in ("e", "o"):
        written = f" {kind} ".join(text(part, rng, mine + 1) for part in formula[1])
    elif kind == "non":
        written = f"non {text(formula[1], rng, 8)}"
    else:
        # The right operand stands one step tighter: a - (b - c); comparisons do not chain.
        written = (f"{text(formula[1], rng, mine if mine != 4 else 5)} {kind} "
                   f"{text(formula[2], rng, mine + 1)}")
    return f"({written})" if mine < outer or rng.random() < 0.05 else written


def pack_text(rules, amounts, rng):
    lines = [HEAD]
    for unit, names in NUMBERS.items():
        for name in names:
            lines.append(f'dato {name} : {unit or "numero"} "Prova {name}"\n  almeno 0\n')
    for name in TRUTHS:
        lines.append(f'dato {name} : sì/no "Prova {name}"\n')
    for rule in rules:
        for requirement in rule["requirements"]:
            if requirement["lever"]:
                lines.append(f'dato {requirement["lever"]} : {rule["unit"]} "Leva di {rule["name"]}"\n')
    for name, (unit, formula) in amounts.items():
        lines.append(f'calcolo {name} : {unit or "numero"} "Prova {name}"\n  = {text(formula, rng)}\n')
    for rule in rules:
        lines.append(_rule_text(rule, rng))
    return "".join(lines)


def _rule_text(rule, rng):
    lines = [f'regola {rule["name"]} "Prova {rule["name"]}"', "  categoria LEPS", "  secondo prova",
             "  in vigore dal 1 gennaio 2021"]
    if rule["applies_if"]:
        lines.append(f'  si applica se {text(rule["applies_if"], rng)}')
    for requirement in rule["requirements"]:
        lines.append(f'  requisito {requirement["name"]}: {text(requirement["condition"], rng)}')
        if requirement["applies_if"]:
            lines.append(f'    si applica se {text(requirement["applies_if"], rng)}')
        if requirement["lever"]:
            lines.append(f'    si colma con {requirement["lever"]}')
    if rule["partial_if"]:
        lines.append(f'  parziale se {text(rule["partial_if"], rng)}')
    return "\n".join(lines) + "\n"


def draw_data(rules, rng):
    """Values for every datum: {name: Fraction | bool}."""
    data = {}
    for names in NUMBERS.values():
        for name in names:
            data[name] = F(rng.choice([0, 1, rng.randrange(0, 100), rng.randrange(0, 4000)]),
                           rng.choice([1, 1, 4, 10, 100]))
    for name in TRUTHS:
        data[name] = rng.random() < 0.5
    for rule in rules:
        for requirement in rule["requirements"]:
            if requirement["lever"]:
                data[requirement["lever"]] = F(rng.randrange(-200, 2000), rng.choice([1, 2, 10]))
    return data


def cells(data):
    """The same as YAML: `sì`, `17.5`; amounts that are computed are no cells."""
    written = {}
    for name, found in data.items():
        if isinstance(found, bool):
            written[name] = "sì" if found else "no"
        elif isinstance(found, F):
            written[name] = decimal(found)
    return written
