"""What a formula of wild_formulas.py is worth where all is known, in exact fractions; it shares nothing with the
engine.

A number is a Fraction, a day its ordinal, `mai` plus infinity; None is a value that does not exist (something
divided by zero, a difference from `mai`, the mean of nothing). Truths follow Kleene: false and None is false.
"""
import math
from datetime import date, timedelta
from fractions import Fraction as F

from interpreter import RELATIONS, Unsaid

MAI = "mai"  # as data write it
NEVER = float("inf")
YEAR_DAYS = [date(2025, 1, 1).toordinal(), date(2025, 12, 31).toordinal()]
SURVEY_DAY = YEAR_DAYS[1]
MONTHS = [(date(2025, m, 1).toordinal(), (date(2025, m + 1, 1) if m < 12 else date(2026, 1, 1)).toordinal() - 1)
          for m in range(1, 13)]
WEEKDAYS, WEEKEND = range(5), range(5, 7)
OPEN_HOURS = {
    "tutti chiuso": set(),
    "lun-ven 09:00-17:00": {(d, h) for d in WEEKDAYS for h in range(9, 17)},
    "lun-ven 08:00-18:00; festivi chiuso": {(d, h) for d in WEEKDAYS for h in range(8, 18)},
    "tutti h24": {(d, h) for d in range(7) for h in range(24)},
    "sab-dom 00:00-04:00": {(d, h) for d in WEEKEND for h in range(4)},
    "lun-ven 18:00-08:00": {(d, h) for d in WEEKDAYS for h in [*range(8), *range(18, 24)]},
}


HOLIDAYS = {date(year, month, day).toordinal() for year in (2024, 2025, 2026, 2027) for day, month in [
    (1, 1), (6, 1), (25, 4), (1, 5), (2, 6), (15, 8), (1, 11), (8, 12), (25, 12), (26, 12)]}
HOLIDAYS |= {date(2024, 4, 1).toordinal(), date(2025, 4, 21).toordinal(), date(2026, 4, 6).toordinal(),
             date(2027, 3, 29).toordinal(), date(2026, 10, 4).toordinal(), date(2027, 10, 4).toordinal()}


def is_sunday(day):
    return date.fromordinal(day).weekday() == 6


def working_days_later(day, length):
    while length > 0:
        day += 1
        length -= date.fromordinal(day).weekday() < 5 and day not in HOLIDAYS
    return day


def months_later(day, months):
    start = date.fromordinal(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(start.day, last)).toordinal()


class Span:
    """A number known only between two ends, both among what it could be."""

    def __init__(self, lo, hi):
        self.lo, self.hi = lo, hi

    def __eq__(self, other):
        return isinstance(other, Span) and (self.lo, self.hi) == (other.lo, other.hi)

    def __repr__(self):
        return f"[{self.lo}, {self.hi}]"


class Period:
    def __init__(self, written):
        first, last = written
        self.first = date.fromisoformat(first).toordinal()
        self.last = NEVER if last is None else date.fromisoformat(last).toordinal()

    def days(self):
        """Those of the year."""
        return set(range(max(self.first, YEAR_DAYS[0]), int(min(self.last, YEAR_DAYS[1])) + 1))

    def months(self):
        return sum(self.first <= first and last <= self.last for first, last in MONTHS)


class Values:
    """The values of one Ambito in 2025, whose data are all known."""

    def __init__(self, pack, case):
        self.pack, self.case = pack, case
        self.known = {}
        self.row = {}  # by the variable that stands for it

    def __call__(self, formula):
        return getattr(self, KINDS.get(formula[0], "_operation"))(formula)

    def truth(self, formula):
        return self(formula)

    def _number(self, formula):
        return formula[1]

    def _day(self, formula):
        return formula[1].toordinal()

    def _survey(self, formula):
        return SURVEY_DAY

    def _anno(self, formula):
        return date(2025 + formula[3], formula[2], formula[1]).toordinal()

    def _end(self, formula):
        """The last day of a term."""
        _, kind, length, since = formula
        start = self(since)
        if start == NEVER or kind == "il giorno":
            return start
        if kind == "giorni lavorativi":
            return working_days_later(start, length)
        found = start + length if kind == "giorni" else months_later(start, length)
        while is_sunday(found) or found in HOLIDAYS:
            found += 1
        return found

    def _term(self, formula):
        return min(self(formula[1]), SURVEY_DAY) <= self._end(("end", *formula[2:]))

    def due(self, formula):
        """Whether all the terms in a formula are due: not those of lists within it."""
        if not isinstance(formula, (tuple, list)) or not formula:
            return True
        if formula[0] == "term":
            start, end = self(formula[4]), self._end(("end", *formula[2:]))
            return start != NEVER and (self(formula[1]) <= end or SURVEY_DAY > end)
        return all(map(self.due, formula))

    def _name(self, formula):
        name = formula[1]
        if name not in self.known:
            self.known[name] = self._of(name)
        return self.known[name]

    def _of(self, name):
        if name in self.pack.amounts:
            return self(self.pack.amounts[name][1])
        datum, found = self.pack.data[name], self.case[2025]["data"][name]
        if found is None:
            return self(datum.if_missing)
        return _read(found, datum)

    def _field(self, formula):
        row, table = self.row[formula[1]]
        return _read(row[formula[2]], self.pack.lists[table][formula[2]])

    def _anno_precedente(self, formula):
        return self._given(self.case[2024], formula[1])

    def _given(self, known, name):
        found = known["data"][name]
        if found is None:
            raise Unsaid  # worked out, elsewhere than here
        return _read(found, self.pack.data[name])

    def _anni(self, formula):
        own, before = self._name(formula), self._anno_precedente(formula)
        return None if own is None else own + before

    def _media_anni(self, formula):
        """Of the years that the data hold, which are two."""
        own = self._name(formula)
        if formula[2] == 1:
            return own
        before = self._anno_precedente(formula)
        return None if own is None else (own + before) / 2

    def _membri(self, formula):
        return F(2) if "member" in self.case else F(1)

    def _round(self, formula):
        found = self(formula[2])
        if found is None:
            return None
        if abs(found) == NEVER:
            raise Unsaid
        return F(math.ceil(found)) if formula[1] == "per_eccesso" else F(math.floor(found))

    def _tra(self, formula):
        found, low, high = map(self, formula[1:])
        return self._logic(("e", [("truth", None if None in (found, low) else found >= low),
                                  ("truth", None if None in (found, high) else found <= high)]))

    def _fra(self, formula):
        return self(formula[1]) in formula[2]

    def _truth(self, formula):
        return formula[1]

    def _quanti(self, formula):
        """Kleene: decided where it is the same however those without a value are taken."""
        truths = [self(part) for part in formula[3]]
        sure, open_ = truths.count(True), truths.count(None)
        found = {RELATIONS[formula[1]](sure + n, formula[2]) for n in range(open_ + 1)}
        return found.pop() if len(found) == 1 else None

    def _scaglioni(self, formula):
        found, begin, amount = self(formula[1]), F(0), F(0)
        parts = [(self(limit), self(rate)) for limit, rate in formula[2]]
        beyond = self(formula[3])
        if found is None or any(None in part for part in parts):
            return None
        if NEVER in [abs(one) for one in (found, *(limit for limit, _ in parts))]:
            raise Unsaid
        for limit, rate in parts:
            end = max(begin, limit)
            amount += rate * max(F(0), min(found, end) - begin)
            begin = end
        return amount + beyond * max(F(0), found - begin)

    def _frazione(self, formula):
        found = self(formula[5])
        if found is None:
            return None
        if abs(found) == NEVER:
            raise Unsaid
        return formula[1] * math.ceil(found / formula[2])

    def _tavola(self, formula):
        return {"alfa": F(2), "beta": F(0), "gamma": F(5)}[self(formula[1])]

    def _totale(self, formula):
        own = self._name(formula)
        if "member" not in self.case:
            return own  # who is in no group is a group alone
        other = self._given(self.case["member"], formula[1])
        return None if own is None else own + other

    def _word(self, formula):
        return (self(formula[1]) == formula[2]) == formula[3]

    def _days(self, formula):
        a, b = self(formula[1]), self(formula[2])
        if a is None or b is None or b == NEVER:
            return None
        return a if a == NEVER else F(a - b)

    def _shift(self, formula):
        found = self(formula[1])
        return None if found is None else found + formula[2]

    def _of_one(self, formula):
        found = self(formula[2])
        return {"inizio": lambda: found.first, "fine": lambda: found.last,
                "giorni_nell_anno": lambda: F(len(found.days())),
                "giorni_scoperti": lambda: F(365 - len(found.days())),
                "parte_dell_anno": lambda: F(len(found.days()), 365),
                "parte_dell_anno_a_mesi": lambda: F(found.months(), 12),
                "ore_settimana": lambda: F(len(found)),
                "giorni_settimana": lambda: F(len({day for day, _ in found})),
                "ore_scoperte_settimana": lambda: F(168 - len(found))}[formula[1]]()

    def _union(self, formula):
        return self(formula[1]) | self(formula[2])

    def _logic(self, formula):
        decided = formula[0] == "o"
        truths = [self(part) for part in formula[1]]
        if decided in truths:
            return decided
        return None if None in truths else not decided

    def _conditional(self, formula):
        condition = self(formula[1])
        if condition is None:
            raise Unsaid
        return self(formula[2] if condition else formula[3])

    def _operation(self, formula):
        kind, operands = formula[0], [self(part) for part in formula[1:]]
        if None in operands:
            return None
        if kind == "non":
            return not operands[0]
        a, b = operands
        if kind in RELATIONS:
            return RELATIONS[kind](a, b)
        if kind == "min":
            return min(a, b)
        if kind == "max":
            return max(a, b)
        if NEVER in (abs(a), abs(b)):
            raise Unsaid  # what is without end, added up
        if kind == "/":
            return None if b == 0 else a / b
        return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b}[kind]()

    # Lists.

    def rows(self, formula):
        """The rows that count, each in turn standing for the variable."""
        _, variable, table, where = formula[:4]
        for place, row in enumerate(self.case[2025]["lists"][table]):
            self.row[variable] = (row, table)
            if not self.due(formula[3:]):
                continue
            counts = True if where is None else self(where)
            if counts is None:
                raise Unsaid
            if counts:
                yield f"k{place}"

    def _count(self, formula):
        return F(len(list(self.rows(formula))))

    def _share(self, formula):
        total = len(list(self.rows((*formula[:3], None, ("due", *formula[3:])))))
        return self._count(formula) / total if total else None

    def _over(self, formula):
        kind, body = formula[0], formula[4]
        found = [self(body) for _ in self.rows(formula)]
        if kind == "giorni_scoperti":
            return F(365 - len(set().union(*[period.days() for period in found])))
        if None in found:
            return None
        if kind != "somma" and not found:
            return None
        if any(abs(one) == NEVER for one in found):
            raise Unsaid
        return {"somma": lambda: sum(found, F(0)), "media": lambda: sum(found) / len(found),
                "minimo": lambda: min(found), "massimo": lambda: max(found)}[kind]()

    def _quantified(self, formula):
        truths = [self(formula[4]) for _ in self.rows(formula)]
        decided = formula[0] == "esiste"
        if decided in truths:
            return decided
        return None if None in truths else not decided


KINDS = {"number": "_number", "anno": "_anno", "end": "_end", "term": "_term", "day": "_day", "survey": "_survey", "name": "_name", "field": "_field",
         "anno_precedente": "_anno_precedente", "anni": "_anni", "totale": "_totale",
         "media_anni": "_media_anni", "membri": "_membri", "round": "_round", "word": "_word",
         "days": "_days", "shift": "_shift", "of": "_of_one", "union": "_union", "e": "_logic", "o": "_logic",
         "se": "_conditional", "conta": "_count", "percentuale": "_share", "somma": "_over", "media": "_over",
         "minimo": "_over", "massimo": "_over", "giorni_scoperti": "_over", "per ogni": "_quantified",
         "esiste": "_quantified", "tra": "_tra", "fra": "_fra", "quanti": "_quanti", "truth": "_truth",
         "scaglioni": "_scaglioni", "frazione": "_frazione", "tavola": "_tavola"}


def _read(found, datum):
    if isinstance(found, Span):
        return found.lo
    if datum.kind == "data":
        return NEVER if found == MAI else found.toordinal()
    if datum.kind == "periodo":
        return Period(found)
    if datum.kind == "orario":
        return OPEN_HOURS[found]
    return found
