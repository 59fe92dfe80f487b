"""Draws whole packs: data with bounds, lists, amounts, rules whose requirements have levers and costs;
and writes them in the rule language. The formulas are those of wild_formulas.py.

A pack stays in this form, so that data can be drawn for it, and a rule that fails can be made smaller.
"""
from fractions import Fraction as F

from harness import italian
from wild_formulas import WORDS, Drawer, names_in, number, text

HEAD = """pacchetto prova.completamenti versione "1"
fonte prova "Scelta di prova: il numero non viene da una norma"
unità persone, FTE, euro
categoria LEPS "Livello di prova"
gruppo progetto "Gruppo di prova"
parametro tariffa_fte : euro/FTE
  dal 1 gennaio 2021 vale 3 euro/FTE  verificato  secondo prova
parametro tariffa_persona : euro/persone
  dal 1 gennaio 2021 vale 2 euro/persone  verificato  secondo prova
"""
TABLE = """parametro tavola : numero
  per alfa  dal 1 gennaio 2021 vale 2  verificato  secondo prova
  per beta  dal 1 gennaio 2021 vale 0  verificato  secondo prova
  per gamma  dal 1 gennaio 2021 vale 5  verificato  secondo prova
"""
TARIFFS = {"FTE": ("number", F(3), "tariffa_fte"), "persone": ("number", F(2), "tariffa_persona")}
BOUNDS = [(0, None), (0, None), (0, None), (None, None), (1, None), (0, 6), (1, 9), (-3, 3), (2, 5), (-3, 0)]
TYPES = {"": "numero", "uno": f"uno di {', '.join(WORDS)}"}


class Datum:
    """A datum, or a field of a list."""

    def __init__(self, name, kind, lo=None, hi=None, whole=False, if_missing=None):
        self.name, self.kind, self.whole, self.if_missing = name, kind, whole, if_missing
        self.part_of = None  # the name of the datum that it is part of
        self.lo = None if lo is None else F(lo)
        self.hi = None if hi is None else F(hi)

    def is_number(self):
        return self.kind not in ("sì/no", "data", "uno", "periodo", "orario", "testo")

    def may_be(self, value):
        return not (self.lo is not None and value < self.lo or self.hi is not None and value > self.hi
                    or self.whole and value.denominator != 1)

    def clauses(self):
        unit = f" {self.kind}" if self.kind not in ("", "quota") else ""
        found = "" if self.lo is None else f"  almeno {italian(self.lo)}{unit}"
        found += "" if self.hi is None else f"  al massimo {italian(self.hi)}{unit}"
        found += "  intero" if self.whole else ""
        return found + (f"  parte di {self.part_of}" if self.part_of else "")


class Pack:
    def __init__(self):
        self.data, self.lists, self.amounts, self.rules = {}, {}, {}, []

    def tie(self, part, whole):
        """Makes a datum part of another, where their bounds let it."""
        part, whole = self.data[part], self.data[whole]
        fits = part.lo is None or whole.hi is None or part.lo <= whole.hi
        if part.kind == whole.kind and fits:
            part.part_of = whole.name

    def wholes(self, name):
        """The wholes that a datum is part of, the nearest first."""
        while name in self.data and self.data[name].part_of:
            name = self.data[name].part_of
            yield name

    def kin(self, name):
        """The data that a datum is part of, and those that are part of it."""
        return set(self.wholes(name)) | {other for other in self.data if name in self.wholes(other)}

    def text(self, only=None):
        """The pack; `only` one of its rules, and what that rests on."""
        rules = self.rules if only is None else [rule for rule in self.rules if rule["name"] == only]
        needed = None if only is None else self.under_name(only)
        wanted = lambda name: needed is None or name in needed
        lines = [HEAD, TABLE]
        for name, datum in self.data.items():
            if wanted(name):
                worked_out = f"  se manca {text(datum.if_missing)}" if datum.if_missing else ""
                lines.append(f'dato {name} : {TYPES.get(datum.kind, datum.kind)} "Prova {name}"'
                             f"{datum.clauses()}{worked_out}\n")
        for name, fields in self.lists.items():
            if wanted(name):
                lines.append(f'elenco {name} "Prova {name}"\n  campo chiave_{name} : testo  chiave\n')
                lines += [f"  campo {field.name} : {TYPES.get(field.kind, field.kind)}{field.clauses()}\n"
                          for field in fields.values() if wanted(field.name)]
        for name, (unit, formula) in self.amounts.items():
            if wanted(name):
                lines.append(f'calcolo {name} : {TYPES.get(unit, unit)} "Prova {name}"\n  = {text(formula)}\n')
        if not rules:  # no data can be read where no rule is in force
            lines.append('dato innocuo : sì/no "Prova innocuo"\n')
            rules = [{"name": "regola_innocua", "applies_if": None, "partial_if": None, "requirements": [
                {"name": "q0", "applies_if": None, "condition": ("name", "innocuo"), "levers": [], "tolerance": None}]}]
        return "".join(lines) + "".join(map(_rule_text, rules))

    def under_name(self, name):
        """Every name on which a rule, or an amount, stands."""
        open_ = {name} if name in self.amounts else set()
        rules = [rule for rule in self.rules if rule["name"] == name]
        for rule in rules:
            for requirement in rule["requirements"]:
                open_ |= names_in([requirement["condition"], requirement["applies_if"]])
                for lever in requirement["levers"]:
                    open_ |= {lever["datum"]} | names_in([lever["cost"], lever["net_of"]])
            open_ |= names_in([rule["applies_if"], rule["partial_if"]])
        found = set()
        while open_:
            name = open_.pop()
            if name in found:
                continue
            found.add(name)
            open_ |= self.kin(name)
            if name in self.amounts:
                open_ |= names_in(self.amounts[name][1])
            elif name in self.data and self.data[name].if_missing:
                open_ |= names_in(self.data[name].if_missing)
        return found


def _rule_text(rule):
    lines = [f'regola {rule["name"]} "Prova {rule["name"]}"', "  categoria LEPS", "  secondo prova",
             "  in vigore dal 1 gennaio 2021"]
    if rule["applies_if"]:
        lines.append(f'  si applica se {text(rule["applies_if"])}')
    for requirement in rule["requirements"]:
        lines.append(f'  requisito {requirement["name"]}: {text(requirement["condition"])}')
        if requirement["applies_if"]:
            lines.append(f'    si applica se {text(requirement["applies_if"])}')
        if requirement["tolerance"]:
            lines.append(f'    tolleranza {requirement["tolerance"]}')
        for lever in requirement["levers"]:
            cost = f'  costo {text(lever["cost"])}' if lever["cost"] else ""
            net = f'  al netto di {text(lever["net_of"])}' if lever["net_of"] else ""
            lines.append(f'    si colma con {lever["datum"]}{lever["rounding"]}{cost}{net}')
    if rule["partial_if"]:
        lines.append(f'  parziale se {text(rule["partial_if"])}')
    return "\n".join(lines) + "\n"


class PackDrawer:
    """Draws a pack."""

    def __init__(self, rng):
        self.rng, self.pack = rng, Pack()
        self.names = {}
        self.lists = {}
        self.draw = Drawer(rng, self.names, self.lists)

    def declare(self, name, kind, **more):
        self.pack.data[name] = Datum(name, kind, **more)
        self.names.setdefault(kind, []).append(name)

    def some_bounds(self):
        lo, hi = self.rng.choice(BOUNDS)
        return {"lo": lo, "hi": hi, "whole": self.rng.random() < 0.25}

    def make(self, rules=8, lever_rules=8, amounts=6):
        rng = self.rng
        for name, kind in [("f0", "FTE"), ("f1", "FTE"), ("p0", "persone"), ("p1", "persone"), ("n0", ""), ("n1", ""),
                           ("g0", "giorni")]:
            self.declare(name, kind, **self.some_bounds())
        for name in ("b0", "b1", "b2"):
            self.declare(name, "sì/no")
        for name, kind in [("d0", "data"), ("d1", "data"), ("d2", "data"), ("w0", "uno"), ("durata0", "periodo"),
                           ("t0", "orario"), ("t1", "orario"), ("quota0", "quota")]:
            self.declare(name, kind)
        self.declare("costo_fte", "euro/FTE", lo=0)
        self.declare("costo_persona", "euro/persone", lo=0, hi=rng.choice([None, 9]))
        self.declare("costo_uno", "euro", lo=0)
        for table in ("righe", "altre"):
            fields = [Datum(f"{table[0]}_ore", "FTE", lo=0, hi=rng.choice([None, 4])),
                      Datum(f"{table[0]}_saldo", "FTE", *rng.choice([(None, None), (-2, 5), (1, 3), (None, 2)])),
                      Datum(f"{table[0]}_posti", "persone", lo=0, whole=rng.random() < 0.5),
                      Datum(f"{table[0]}_attivo", "sì/no"), Datum(f"{table[0]}_quando", "data"),
                      Datum(f"{table[0]}_tipo", "uno"), Datum(f"{table[0]}_durata", "periodo")]
            self.pack.lists[table] = {field.name: field for field in fields}
            self.lists[table] = {}
            for field in fields:
                self.lists[table].setdefault(field.kind, []).append(field.name)
        for i in range(3):  # worked out where nobody gives it; its bounds are its own
            unit = rng.choice(["FTE", "persone"])
            formula = self.draw.aggregate(unit, 1) if rng.random() < 0.7 else self.draw.quantity(unit, 2)
            self.pack.data[f"s{i}"] = Datum(f"s{i}", unit, *rng.choice(BOUNDS), if_missing=formula)
            self.names[unit].append(f"s{i}")
        self.some_parts()
        for i in range(amounts):
            unit = rng.choice(["FTE", "FTE", "persone", "", "giorni", "quota", "sì/no"])
            formula = self.draw.truth(2) if unit == "sì/no" else self.draw.quantity(unit, 3)
            self.pack.amounts[f"c{i}"] = (unit, formula)
            if unit not in ("quota", "sì/no"):
                self.names.setdefault(unit, []).append(f"c{i}")
        # Each datum once: its ends are tight.
        once = [("name", "f0"), rng.choice([("name", "f1"), ("*", number(rng.choice([2, -1])), ("name", "f1"))])]
        self.pack.amounts["stretto"] = ("FTE", (rng.choice(["+", "-", "min", "max"]), *once))
        for i in range(rules):
            self.pack.rules.append(self.rule(f"r{i}"))
        for i in range(lever_rules):
            self.pack.rules.append(self.lever_rule(f"l{i}"))
        return self.pack

    def some_parts(self):
        """Chains of two or three, of what is given and of what is worked out."""
        rng = self.rng
        for part, whole in [("f1", "f0"), ("p1", "p0"), ("s0", "f1"), ("s1", "f0"), ("s1", "p1"), ("p0", "s2"),
                            ("f0", "s2")]:
            # What is worked out is rarely within what it is part of: then the whole case is left out.
            chance = 0.1 if "s" in part + whole else 0.3
            if rng.random() < chance and self.pack.data[part].part_of is None:
                self.pack.tie(part, whole)

    def maybe(self, chance, depth):
        return self.draw.truth(depth) if self.rng.random() < chance else None

    def requirement(self, name, condition, levers=(), applies=0.2):
        return {"name": name, "applies_if": self.maybe(applies, 1), "condition": condition,
                "levers": list(levers), "tolerance": None}

    def rule(self, name):
        rng = self.rng
        requirements = [self.requirement(f"q{i}", self.condition()) for i in range(rng.choice([1, 1, 2]))]
        if rng.random() < 0.15:
            unit = rng.choice(["FTE", "persone"])
            requirements[0]["condition"] = (rng.choice(["almeno", "al massimo"]), self.draw.leaf(unit),
                                            ("+", self.draw.quantity(unit, 1), number(2, unit)))
            requirements[0]["tolerance"] = rng.choice(["10%", "50%"])
        return {"name": name, "applies_if": self.maybe(0.2, 1), "partial_if": self.maybe(0.4, 2),
                "requirements": requirements}

    def condition(self):
        rng = self.rng
        shape = rng.random()
        if rng.random() < 0.12:
            return self.draw.term(self.draw.leaf("data"))
        if shape < 0.3:
            return self.draw.compare(3)
        if shape < 0.45:
            return self.draw.rows("per ogni", 2, measured=rng.random() < 0.6)
        if shape < 0.6:
            return self.over_years()
        return self.draw.truth(3)

    def over_years(self):
        """This year with the one before; with the group."""
        rng = self.rng
        name = rng.choice(["f0", "f1", "p0", "p1", "s0", "s1"])
        unit = self.pack.data[name].kind
        side = rng.choice([("anno_precedente", name), ("anni", name, 2), ("totale", name, "progetto"),
                           ("media_anni", name, rng.choice([1, 2, 3]))])
        if unit in ("FTE", "persone") and rng.random() < 0.2:
            side = ("/", side, ("membri", "progetto"))
        return (rng.choice(["almeno", "al massimo", "più di", "pari a"]), side,
                rng.choice([self.draw.quantity(unit, 1), number(self.draw.small(), unit)]))

    def lever_rule(self, name):
        """One requirement, of comparisons with levers of their own under `e` and `o`."""
        levers = []
        priced = self.rng.choice([0, 0.5, 1, 1])
        condition = self.with_levers(name, levers, priced, self.rng.choice([0, 1, 1, 1, 2]))
        applies = 0.15
        return {"name": name, "applies_if": None, "partial_if": self.maybe(0.2, 1),
                "requirements": [self.requirement("q0", condition, levers, applies)]}

    def with_levers(self, rule, levers, priced, depth):
        rng = self.rng
        if depth > 0:
            kind = rng.choice(["o", "o", "e"])
            return (kind, tuple(self.with_levers(rule, levers, priced, depth - 1) for _ in range(rng.choice([2, 2, 3]))))
        shape = rng.random()
        if shape < 0.15:
            return self.draw.truth(1)
        if shape < 0.3:
            return self.truth_lever(rule, levers, priced)
        if shape < 0.36:
            return ("se", self.draw.truth(0), self.closed(rule, levers, priced), self.closed(rule, levers, priced))
        return self.closed(rule, levers, priced)

    def truth_lever(self, rule, levers, priced):
        rng = self.rng
        name = f"{rule}_leva{len(levers)}"
        self.pack.data[name] = Datum(name, "sì/no")
        cost = rng.choice([("name", "costo_uno"), number(rng.choice([1, 5]), "euro")]) if rng.random() < priced else None
        levers.append({"datum": name, "rounding": "", "cost": cost, "net_of": None})
        return ("name", name)

    def closed(self, rule, levers, priced):
        """A comparison linear in a datum of its own, which closes it."""
        rng = self.rng
        unit = rng.choice(["FTE", "FTE", "persone"])
        name = f"{rule}_leva{len(levers)}"
        whole = rng.random() < 0.2
        self.pack.data[name] = Datum(name, unit, *rng.choice(BOUNDS), whole=whole)
        if rng.random() < 0.2:
            self.pack.tie(name, "f0" if unit == "FTE" else "p0")
        lever = ("name", name)
        side = rng.choice([lever, lever, lever, ("*", number(rng.choice([2, 3, F(1, 2), -1])), lever),
                           ("*", self.draw.leaf(""), lever), ("*", ("-", self.draw.leaf(""), number(2)), lever),
                           ("/", lever, self.draw.leaf("")), ("+", lever, self.draw.quantity(unit, 1)),
                           ("*", ("se", self.draw.leaf("sì/no"), number(2), number(-1)), lever),
                           ("-", self.draw.quantity(unit, 1), lever), self.in_bands(lever, unit),
                           ("+", self.in_bands(lever, unit), self.draw.quantity(unit, 0))])
        other = rng.choice([number(rng.choice([1, 2, 3, 4, 10]), unit), self.draw.quantity(unit, 1)])
        if side[0] == "scaglioni" and rng.random() < 0.5:  # where a band ends, and the next may be flat
            other = number(self.worth_at(rng.choice(side[2])[0][1], side), unit)
        exact = rng.random() < 0.1
        relation = "pari a" if exact else rng.choice(["almeno", "almeno", "almeno", "al massimo", "più di", "meno di"])
        rounding = "" if exact else rng.choice(["", "", "  a unità intere", f"  a passi di {'2' if whole else '0,5'} {unit}"])
        lever = {"datum": name, "rounding": rounding, "cost": None, "net_of": None}
        if rng.random() < priced:
            per = f"euro/{unit}"
            asked = ("name", "costo_fte" if unit == "FTE" else "costo_persona")
            lever["cost"] = rng.choice([asked, ("*", number(2), asked), TARIFFS[unit], ("max", asked, TARIFFS[unit]),
                                        number(rng.choice([1, 2, 7]), per), number(0, per)])
            if rng.random() < 0.2:
                lever["net_of"] = ("*", number(rng.choice([1, 3]), per), ("min", ("name", name), number(3, unit)))
        levers.append(lever)
        return (relation, side, other) if rng.random() < 0.85 else (MIRRORED[relation], other, side)


    @staticmethod
    def worth_at(value, bands):
        begin, worth = F(0), F(0)
        for limit, rate in [*((limit[1], rate[1]) for limit, rate in bands[2]), (value, bands[3][1])]:
            worth += rate * max(F(0), min(value, limit) - begin)
            begin = max(begin, limit)
        return worth

    def in_bands(self, lever, unit):
        """With flat bands, too: there a lever that grows changes nothing."""
        rng = self.rng
        limits = sorted(rng.sample([F(0), F(1), F(2), F(3), F(5), F(5, 2)], rng.choice([1, 2, 2])))
        rates = [number(rng.choice([0, 1, 1, 2, F(1, 2)])) for _ in range(3)]
        rates[0] = rates[0] if any(rate[1] for rate in rates[1:]) else number(1)
        return ("scaglioni", lever, tuple(zip([number(limit, unit) for limit in limits], rates)), rates[-1])


MIRRORED = {"almeno": "al massimo", "al massimo": "almeno", "più di": "meno di", "meno di": "più di",
            "pari a": "pari a"}
