"""Draws formulas over everything that a pack can declare: numbers with their units, truths, words, days
with `mai`, periods, timetables, lists under every aggregate; and writes them in the rule language.

Formulas are tuples, as in interpreter.py, with more kinds:

    ("day", date, text)    ("survey",)    ("days", a, b)    ("shift", a, n)    ("of", function, a)
    ("field", variable, field)    ("word", a, word, equal)
    ("conta" | "percentuale", variable, list, where)
    ("somma" | "media" | "minimo" | "massimo" | "giorni_scoperti", variable, list, where, body)
    ("per ogni" | "esiste", variable, list, where, condition)
    ("anno_precedente", name)    ("anni", name, n)    ("union", a, b)
    ("term", x, "giorni" | "giorni lavorativi" | "mesi" | "il giorno", n, d)    ("anno", day, month, years)
    ("media_anni", name, n)    ("membri", group)    ("round", function, a)
    ("tra", x, a, b)    ("fra", a, words)    ("quanti", relation, n, [a, b, …])
    ("scaglioni", x, ((limit, rate), …), rate)    ("frazione", n, m, unit, m's unit, x)    ("tavola", a)

Numbers are small and few, so that what is drawn often stands exactly at a level.
"""
from datetime import date, timedelta
from fractions import Fraction as F

from harness import italian
from interpreter import RELATIONS

MONTHS = ("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
          "dicembre").split()
FIRST_DAY = date(2025, 6, 1)
UNITS = ("FTE", "persone", "", "giorni", "ore")
AGGREGATES = ("somma", "media", "minimo", "massimo")
WORDS = ("alfa", "beta", "gamma")


def number(amount, unit=""):
    if unit == "quota":
        return ("number", F(amount), f"{italian(F(amount) * 100)}%")
    return ("number", F(amount), f"{italian(amount)} {unit}".rstrip())


def day(number_of_day):
    found = FIRST_DAY + timedelta(days=number_of_day)
    return ("day", found, f"{found.day} {MONTHS[found.month - 1]} {found.year}")


class Drawer:
    """Draws formulas. `names` says what there is: {kind: [names]}; `lists` likewise, by list:
    {list: {kind: [fields]}}. A kind is a unit, or sì/no, data, uno, periodo, orario, quota."""

    def __init__(self, rng, names, lists):
        self.rng, self.names, self.lists = rng, names, lists
        self.row = None  # (variable, list) of the row on which a formula stands
        self.variables = 0

    def small(self):
        return self.rng.choice([F(0), F(1), F(1), F(2), F(2), F(3), F(4), F(5), F(6), F(1, 2), F(5, 2)])

    def leaf(self, kind):
        """A datum, a computed amount or a field of the row."""
        named = [("name", name) for name in self.names.get(kind, [])]
        if self.row:
            variable, table = self.row
            fields = [("field", variable, field) for field in self.lists[table].get(kind, [])]
            if fields and (not named or self.rng.random() < 0.7):
                return self.rng.choice(fields)
        return self.rng.choice(named) if named else None

    def quantity(self, unit, depth):
        rng = self.rng
        special = self.special(unit, depth)
        if special is not None:
            return special
        if depth <= 0 or rng.random() < 0.2:
            found = self.leaf(unit) if rng.random() < 0.8 else None
            return found or number(self.small(), unit)
        shape = rng.choice(["+", "-", "*", "/", "min", "max", "se", "ratio", "aggregate", "aggregate", "round",
                            "level"])
        if shape == "level":
            return self.level(unit, depth)
        if shape == "round" and unit in ("FTE", "persone", ""):
            inner = self.quantity(unit, depth - 1)
            return ("round", rng.choice(["per_eccesso", "per_difetto"]), ("/", inner, number(rng.choice([2, 3]))))
        if shape == "round":
            return self.quantity(unit, depth - 1)
        if shape in ("+", "-", "min", "max"):
            return (shape, self.quantity(unit, depth - 1), self.quantity(unit, depth - 1))
        if shape == "*":
            return ("*", number(rng.choice([2, 3, F(1, 2)])), self.quantity(unit, depth - 1))
        if shape == "/":
            return ("/", self.quantity(unit, depth - 1), number(rng.choice([2, 3, 4])))
        if shape == "se":
            return ("se", self.truth(depth - 1), self.quantity(unit, depth - 1),
                    self.quantity(unit, depth - 1))
        if shape == "ratio":  # divided by what may be zero
            divisor = self.quantity("", depth - 1)
            zero = divisor[0] == "number" and divisor[1] == 0  # an error of the pack
            return ("/", self.quantity(unit, depth - 1), number(2) if zero else divisor)
        return self.aggregate(unit, depth) or self.quantity(unit, depth - 1)

    def level(self, unit, depth):
        """By bands, by portions that are begun, by words."""
        rng = self.rng
        shape = rng.random()
        if unit == "" and shape < 0.4:
            return ("tavola", self.leaf("uno"))
        if unit in ("FTE", "persone") and shape < 0.6:
            served = rng.choice(["FTE", "persone", "giorni"])
            return ("frazione", F(rng.choice([1, 2, 3])), F(rng.choice([2, 3, 5])), unit, served,
                    self.quantity(served, depth - 1))
        if unit not in ("FTE", "persone", ""):
            return self.quantity(unit, depth - 1)
        rates = [number(rng.choice([0, 1, 2, F(1, 2), -1])) for _ in range(3)]
        limits = sorted(rng.sample([F(0), F(1), F(2), F(3), F(5), F(5, 2)], rng.choice([1, 2])))
        bounds = [self.quantity(unit, 0) if rng.random() < 0.3 else number(limit, unit) for limit in limits]
        if len(bounds) == 2 and bounds[0][0] == bounds[1][0] == "number" and bounds[0][1] >= bounds[1][1]:
            bounds.pop()  # an error of the pack
        return ("scaglioni", self.quantity(unit, depth - 1), tuple(zip(bounds, rates)), rates[-1])

    def special(self, unit, depth):
        """What only some units have: days between days, hours of a timetable, shares."""
        rng = self.rng
        if unit == "quota":
            shape = rng.random()
            if shape < 0.4 and depth > 0 and not self.row:
                return self.counted("percentuale", depth)
            if shape < 0.6 and self.leaf("periodo"):
                return ("of", rng.choice(["parte_dell_anno", "parte_dell_anno_a_mesi"]), self.leaf("periodo"))
            return self.leaf("quota") or number(F(1, 2), "quota")
        if unit == "giorni" and rng.random() < 0.7:
            shape = rng.random()
            if shape < 0.15 and self.leaf("periodo"):
                return ("of", rng.choice(["giorni_nell_anno", "giorni_scoperti"]), self.leaf("periodo"))
            if shape < 0.25 and depth > 0 and not self.row and self.lists_with("periodo"):
                return self.over("giorni_scoperti", "periodo", depth)
            if shape < 0.35 and self.names.get("orario"):
                return ("of", "giorni_settimana", self.timetable())
            return ("days", self.day(), self.day())
        if unit == "ore":
            return ("of", rng.choice(["ore_settimana", "ore_scoperte_settimana"]), self.timetable())
        return None

    def timetable(self):
        one = ("name", self.rng.choice(self.names["orario"]))
        if self.rng.random() < 0.5:
            return one
        return ("union", one, ("name", self.rng.choice(self.names["orario"])))

    def aggregate(self, unit, depth):
        if self.row:
            return None  # no list inside a list: enough is said by one
        if unit == "":
            return self.counted("conta", depth)
        if not self.lists_with(unit):
            return None
        return self.over(self.rng.choice(AGGREGATES), unit, depth)

    def lists_with(self, kind):
        return [table for table, fields in self.lists.items() if fields.get(kind)]

    def counted(self, kind, depth):
        variable, table = self.enter(self.rng.choice(list(self.lists)))
        where = self.row_truth(depth) if self.rng.random() < 0.6 or kind == "percentuale" else None
        self.row = None
        return (kind, variable, table, where)

    def over(self, kind, unit, depth):
        """An aggregate of a field, or of a formula with a field in it."""
        rng = self.rng
        variable, table = self.enter(rng.choice(self.lists_with(unit)))
        body = ("field", variable, rng.choice(self.lists[table][unit]))
        if unit != "periodo" and rng.random() < 0.4:
            other = self.quantity(unit, 0)
            body = rng.choice([(rng.choice(["+", "-", "min", "max"]), body, other),
                               ("*", number(rng.choice([2, -1])), body)])
        where = self.row_truth(depth) if rng.random() < 0.4 else None
        self.row = None
        return (kind, variable, table, where, body)

    def enter(self, table):
        variable = f"z{self.variables}"
        self.variables += 1
        self.row = (variable, table)
        return variable, table

    def row_truth(self, depth):
        """A condition in which a field of the row stands."""
        rng = self.rng
        variable, table = self.row
        kind = rng.choice([kind for kind in self.lists[table] if kind not in ("periodo",)])
        field = ("field", variable, rng.choice(self.lists[table][kind]))
        if kind == "sì/no":
            return rng.choice([field, field, ("non", field)])
        if kind == "uno":
            return ("word", field, rng.choice(WORDS), rng.random() < 0.7)
        if kind == "data" and rng.random() < 0.4:
            return rng.choice([self.term(field), self.term(field), ("non", self.term(field))])
        if kind == "data":
            return (rng.choice(list(RELATIONS)), field, self.day())
        return (rng.choice(list(RELATIONS)), field, self.quantity(kind, min(depth - 1, 1)))

    def term(self, what):
        """Often one that ends about the survey day, or on a holiday."""
        rng = self.rng
        if rng.random() < 0.15:
            return ("term", what, "il giorno", 0, rng.choice([self.day(), self.year_day()]))
        kind, lengths = rng.choice([("giorni", (0, 1, 5, 29, 75, 207, 210, 400)), ("mesi", (0, 1, 2, 6, 7)),
                                    ("giorni lavorativi", (0, 1, 3, 146, 150))])
        return ("term", what, kind, rng.choice(lengths), rng.choice([self.day(), self.day(), self.year_day()]))

    def year_day(self):
        return ("anno", *self.rng.choice([(31, 3), (1, 6), (5, 6), (31, 12), (1, 1)]), self.rng.choice([-1, 0, 0, 1]))

    def day(self):
        rng = self.rng
        shape = rng.random()
        found = self.leaf("data")
        if shape < 0.2 or not found:
            return rng.choice([day(rng.randrange(0, 6)), day(rng.randrange(0, 6)), ("survey",), ("survey",),
                               self.year_day()])
        if shape < 0.3:
            return ("shift", found, rng.choice([1, 2, 5]))
        if shape < 0.38:
            return (rng.choice(["min", "max"]), found, self.leaf("data"))
        if shape < 0.45 and self.leaf("periodo"):
            return ("of", rng.choice(["inizio", "fine"]), self.leaf("periodo"))
        return found

    def compare(self, depth, relations=tuple(RELATIONS)):
        rng = self.rng
        relation = rng.choice(relations)
        kind = rng.choice(["FTE", "FTE", "persone", "", "giorni", "ore", "quota", "data", "data"])
        if self.row and kind == "ore":
            kind = "FTE"
        if kind == "data":
            left = self.leaf("data") or self.day()
            return (relation, left, self.day())
        if kind == "quota":
            return (relation, self.quantity("quota", depth), number(rng.choice([0, F(1, 2), 1, F(1, 4)]), "quota"))
        if kind == "ore":
            return (relation, self.quantity("ore", depth), number(rng.choice([0, 4, 8, 20, 40, 168]), "ore"))
        left = self.quantity(kind, depth)
        if left[0] == "number":  # a level that nobody can miss says nothing
            left = self.leaf(kind) or left
        return (relation, left, self.quantity(kind, depth - 1))

    def truth(self, depth):
        rng = self.rng
        shape = rng.random()
        if depth <= 0 or shape < 0.12:
            return self.leaf("sì/no")
        if shape < 0.5:
            return self.compare(depth - 1)
        if shape < 0.53:
            return ("word", self.leaf("uno"), rng.choice(WORDS), rng.random() < 0.6)
        if shape < 0.56:
            return ("fra", self.leaf("uno"), tuple(rng.sample(WORDS, rng.choice([2, 2, 3]))))
        if shape < 0.62:
            return ("non", self.truth(depth - 1))
        if shape < 0.66:
            return ("se", self.truth(depth - 1), self.truth(depth - 1), self.truth(depth - 1))
        if shape < 0.8 and not self.row:
            return self.rows(rng.choice(["per ogni", "esiste"]), depth)
        if shape < 0.86:
            return self.between(depth - 1)
        if shape < 0.9:
            parts = tuple({text(part): part for part in [self.truth(depth - 1) for _ in range(3)]}.values())
            if len(parts) > 1:
                return ("quanti", rng.choice(list(RELATIONS)), F(rng.choice([0, 1, 1, 2, 2, 3])), parts)
        return (rng.choice(["e", "o"]), tuple(self.truth(depth - 1) for _ in range(rng.choice([2, 2, 3]))))

    def between(self, depth):
        kind = self.rng.choice(["FTE", "persone", "", "giorni", "data"])
        ends = (self.day(), self.day()) if kind == "data" else (self.quantity(kind, 0), self.quantity(kind, depth - 1))
        what = (self.leaf("data") or self.day()) if kind == "data" else self.quantity(kind, depth)
        return ("tra", what, *ends)

    def rows(self, kind, depth, measured=False):
        rng = self.rng
        variable, table = self.enter(rng.choice(list(self.lists)))
        where = self.row_truth(depth) if rng.random() < 0.4 else None
        body = self.row_truth(depth) if measured or rng.random() < 0.7 else self.truth(min(depth, 1))
        self.row = None
        return (kind, variable, table, where, body)


def text(formula, outer=True):
    """A formula as a pack writes it; whatever is not a leaf stands in parentheses inside another."""
    written = _text(formula)
    simple = formula[0] in ("number", "name", "field", "day", "survey", "min", "max", "of", "union", "anno",
                            "conta", "percentuale", *AGGREGATES, "giorni_scoperti", "anno_precedente",
                            "anni", "totale", "media_anni", "membri", "round", "tavola")
    return written if outer or simple else f"({written})"


def _text(formula):
    kind = formula[0]
    inner = lambda part: text(part, outer=False)
    if kind in ("number", "day"):
        return formula[2]
    if kind == "name":
        return formula[1]
    if kind == "survey":
        return "data_di_rilevazione"
    if kind == "anno":
        of_year = {-1: " precedente", 0: "", 1: " successivo"}[formula[3]]
        return f"{formula[1]} {MONTHS[formula[2] - 1]} dell'anno{of_year}"
    if kind == "term":
        _, what, counted, length, since = formula
        if counted == "il giorno":
            return f"{inner(what)} entro {inner(since)}"
        return f"{inner(what)} entro {length} {counted} da {inner(since)}"
    if kind == "tra":
        return f"{inner(formula[1])} tra {inner(formula[2])} e {inner(formula[3])}"
    if kind == "fra":
        return f"{inner(formula[1])} fra {', '.join(formula[2])}"
    if kind == "quanti":
        return f"{formula[1]} {italian(formula[2])} fra {', '.join(map(inner, formula[3]))}"
    if kind == "scaglioni":
        bands = "".join(f" fino a {inner(limit)} vale {inner(rate)};" for limit, rate in formula[2])
        return f"a scaglioni di {inner(formula[1])}:{bands} oltre vale {inner(formula[3])}"
    if kind == "frazione":
        level = " ".join([italian(formula[1]), formula[3], "ogni", italian(formula[2]), formula[4]])
        return f"({level}) di {inner(formula[5])} o frazione"
    if kind == "tavola":
        return f"tavola[{text(formula[1])}]"
    if kind == "field":
        return f"{formula[1]}.{formula[2]}"
    if kind in ("min", "max"):
        return f"{kind}({text(formula[1])}; {text(formula[2])})"
    if kind == "union":
        return f"unione({text(formula[1])}; {text(formula[2])})"
    if kind == "of":
        return f"{formula[1]}({text(formula[2])})"
    if kind == "days":
        return f"{inner(formula[1])} - {inner(formula[2])}"
    if kind == "shift":
        return f"{inner(formula[1])} + {formula[2]} giorni"
    if kind == "word":
        return f"{inner(formula[1])} {'pari a' if formula[3] else 'diverso da'} {formula[2]}"
    if kind == "se":
        return f"se {inner(formula[1])} allora {inner(formula[2])} altrimenti {inner(formula[3])}"
    if kind in ("e", "o"):
        return f" {kind} ".join(map(inner, formula[1]))
    if kind == "non":
        return f"non {inner(formula[1])}"
    if kind == "neg":
        return f"0 - {inner(formula[1])}"
    if kind in ("conta", "percentuale"):
        return f"{kind}({formula[1]} in {formula[2]}{_where(formula[3])})"
    if kind in AGGREGATES or kind == "giorni_scoperti":
        return f"{kind}({text(formula[4])} per ogni {formula[1]} in {formula[2]}{_where(formula[3])})"
    if kind in ("per ogni", "esiste"):
        return f"{kind} {formula[1]} in {formula[2]}{_where(formula[3])}: {inner(formula[4])}"
    if kind == "anno_precedente":
        return f"anno_precedente({formula[1]})"
    if kind == "anni":
        return f"somma({formula[1]}; anni {formula[2]})"
    if kind == "media_anni":
        return f"media({formula[1]}; anni {formula[2]})"
    if kind == "membri":
        return f"membri({formula[1]})"
    if kind == "round":
        return f"{formula[1]}({text(formula[2])})"
    if kind == "totale":
        return f"totale({formula[1]}; {formula[2]})"
    return f"{inner(formula[1])} {kind} {inner(formula[2])}"


def _where(condition):
    return "" if condition is None else f" dove {text(condition, outer=False)}"


def names_in(formula):
    """The data, amounts, lists and fields on which a formula stands."""
    if not isinstance(formula, (tuple, list)):
        return set()
    if isinstance(formula, tuple) and formula:
        if formula[0] in ("name", "anno_precedente", "anni", "media_anni", "totale"):
            return {formula[1]}
        if formula[0] == "field":
            return {formula[2]}
        if formula[0] in ("conta", "percentuale", "per ogni", "esiste", "giorni_scoperti", *AGGREGATES):
            return {formula[2]}.union(*map(names_in, formula[3:]))
    return set().union(*map(names_in, formula)) if formula else set()
