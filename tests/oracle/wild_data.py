"""Draws data for a pack, with unknowns; and completes the unknown, in full or in part.

What is known of one datum: None (nothing), a Fraction, a Span, a bool, a word, a day or MAI, a period, a
timetable. A list is None, or its rows: {field: what is known}. A case is {year: {"data", "lists"}}, and where the
Ambito is in a group, {"member": {"data", "lists"}}: another one, this year.
Completions lie inside what was known and inside the bounds of each datum, and prefer their ends, zero, and the
small whole numbers at which levels stand.
"""
from datetime import timedelta
from fractions import Fraction as F

from harness import decimal
from interpreter import Unsaid
from wild_formulas import FIRST_DAY, WORDS
from wild_values import MAI, Span, Values

INTERESTING = [F(n) for n in range(0, 11)] + [F(1, 2), F(3, 2), F(5, 2), F(-1), F(-2), F(-3), F(17), F(100)]
TIMETABLES = ["tutti chiuso", "lun-ven 09:00-17:00", "lun-ven 08:00-18:00; festivi chiuso", "tutti h24",
              "sab-dom 00:00-04:00", "lun-ven 18:00-08:00"]
PERIODS = [("2025-01-01", "2025-12-31"), ("2025-06-01", "2025-06-30"), ("2024-03-01", "2025-03-31"),
           ("2025-10-01", None), ("2023-01-01", "2023-12-31"), ("2025-07-02", "2025-12-31")]


def is_known(found):
    return found is not None and not isinstance(found, Span)


class DataDrawer:
    def __init__(self, pack, rng):
        self.pack, self.rng = pack, rng

    def case(self, group=False):
        """This year and the one before; perhaps most of it known, perhaps little."""
        unknown = self.rng.choice([0.1, 0.25, 0.5, 0.8])
        return {when: self.year(unknown) for when in (2025, 2024, *(["member"] if group else []))}

    def year(self, unknown):
        data = self.fitting(lambda: {name: self.known(datum, unknown) for name, datum in self.pack.data.items()})
        lists = {name: self.rows(fields, unknown) for name, fields in self.pack.lists.items()}
        return {"data": data, "lists": lists}

    def fitting(self, draw):
        """Data in which no part is more than its whole, as far as some tries find any."""
        for _ in range(30):
            data = draw()
            if not any(self.too_great(data, name) for name in self.pack.data):
                break
        return data

    def too_great(self, data, part):
        lo, _ = self.ends(part, data[part])
        return lo is not None and any(hi is not None and lo > hi for hi in
                                      (self.ends(whole, data[whole])[1] for whole in self.pack.wholes(part)))

    def ends(self, name, found):
        datum = self.pack.data[name]
        if found is None:
            return (None, None) if datum.if_missing is not None else (datum.lo, datum.hi)
        return (found.lo, found.hi) if isinstance(found, Span) else (found, found)

    def rows(self, fields, unknown):
        if self.rng.random() < unknown * 0.6:
            return None
        count = self.rng.choice([0, 1, 1, 2, 2, 3])
        return [{name: self.known(field, unknown) for name, field in fields.items()} for _ in range(count)]

    def known(self, datum, unknown):
        rng = self.rng
        if datum.if_missing is not None and rng.random() < 0.8:
            return None
        if rng.random() >= unknown:
            return self.value(datum)
        if datum.is_number() and rng.random() < 0.5:
            a, b = self.value(datum), self.value(datum)
            span = Span(min(a, b), max(a, b)) if rng.random() < 0.9 else Span(a, a)
            if datum.if_missing is not None and span == Span(datum.lo, datum.hi):
                return None  # the language does not say whether what says nothing is given
            return span
        return None

    def value(self, datum, span=None):
        """Something that it could be."""
        rng = self.rng
        if datum.is_number():
            return self.number(datum, span)
        if datum.kind == "sì/no":
            return rng.random() < 0.5
        if datum.kind == "uno":
            return rng.choice(WORDS)
        if datum.kind == "data":
            return MAI if rng.random() < 0.25 else FIRST_DAY + timedelta(days=rng.randrange(-1, 8))
        return rng.choice(PERIODS if datum.kind == "periodo" else TIMETABLES)

    def number(self, datum, span):
        rng = self.rng
        lo, hi = (span.lo, span.hi) if span else (datum.lo, datum.hi)
        if datum.kind == "quota":
            lo, hi = (F(0) if lo is None else lo), (F(1) if hi is None else hi)
            choices = [F(0), F(1), F(1, 2), F(1, 4), F(3, 4), lo, hi]
        else:
            choices = INTERESTING + [end for end in (lo, hi) if end is not None] * 4
            if lo is not None and hi is not None:
                choices = choices + [(lo + hi) / 2, lo + (hi - lo) / 4]
            elif rng.random() < 0.1:
                choices = choices + [F(100000), F(-100000)]
        inside = [c for c in choices if (lo is None or c >= lo) and (hi is None or c <= hi)
                  and (not datum.whole or c.denominator == 1)]
        return rng.choice(inside)

    # Completing.

    def complete(self, case, full=True, keep=lambda name, when: False):
        """A case in which all (or some) of the unknown is known; `keep` says what must stay as it is."""
        self.full = full
        return {when: {"data": self.fitting(lambda known=known, when=when: {
                           name: found if keep(name, when) else self.closer(self.pack.data[name], found)
                           for name, found in known["data"].items()}),
                       "lists": {name: found if found is None and keep(name, when)
                                 else self.closer_rows(name, found, lambda field: keep(f"{name}.{field}", when))
                                 for name, found in known["lists"].items()}}
                for when, known in case.items()}

    def give(self, case):
        """The same, with some of what is worked out given as it would be."""
        data = dict(case[2025]["data"])
        for name, datum in self.pack.data.items():
            if datum.if_missing is None or data[name] is not None or self.rng.random() < 0.5:
                continue
            try:
                found = Values(self.pack, case)(datum.if_missing)
            except Unsaid:
                continue
            if isinstance(found, F) and ends_in_decimals(found) and datum.may_be(found):
                data[name] = found
        return case | {2025: case[2025] | {"data": data}}

    def leaves_open(self):
        return not self.full and self.rng.random() < 0.6

    def closer(self, datum, found):
        rng = self.rng
        if is_known(found) or self.leaves_open() or found is None and datum.if_missing is not None:
            return found  # what is worked out stays so
        if not self.full and datum.is_number() and rng.random() < 0.5:
            a, b = self.value(datum, found), self.value(datum, found)
            return Span(min(a, b), max(a, b))
        return self.value(datum, found)

    def closer_rows(self, name, found, keep):
        fields = self.pack.lists[name]
        if found is None:
            if self.leaves_open():
                return None
            found = [{field: None for field in fields} for _ in range(self.rng.choice([0, 0, 1, 1, 2, 3]))]
        return [{field: cell if keep(field) else self.closer(fields[field], cell) for field, cell in row.items()}
                for row in found]


def named(names, pack):
    """Whether what results name (as `missing`, as `deciding`) is a datum of this year, of the one before, or of
    another member of the group; or a part or a whole of it, which decides as much."""
    def keep(name, when):
        return any(named_itself(one, when) for one in {name} | pack.kin(name))

    def named_itself(name, when):
        if when == 2025:
            return name in names
        if when == 2024:
            return f"{name}@2024" in names
        return any(one.startswith(f"{name}@gruppo:") for one in names)
    return keep


def same_where(keep, before, after):
    """Whether two cases are the same in all that `keep` names."""
    for when, known in before.items():
        for name, found in known["data"].items():
            if keep(name, when) and found != after[when]["data"][name]:
                return False
        for name, rows in known["lists"].items():
            later = after[when]["lists"][name]
            if keep(name, when) and rows != later:
                return False
            if rows and later and any(keep(f"{name}.{field}", when) and old != new[field]
                                      for one, new in zip(rows, later) for field, old in one.items()):
                return False
    return True


def ends_in_decimals(number):
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1 and number.denominator < 10**9


# Writing.

def documents(ambito, case):
    """A case as files of data: {Ambito: text}."""
    years = {when: known for when, known in case.items() if when != "member"}
    if "member" not in case:
        return {ambito: _document(ambito, years)}
    group = f"    gruppi: {{progetto: {{nome: g-{ambito}, membri: [{ambito}, {ambito}-m]}}}}"
    return {ambito: _document(ambito, years, group), f"{ambito}-m": _document(f"{ambito}-m", {2025: case["member"]}, group)}


def _document(ambito, years, group=None):
    lines = [f"ambito: {ambito}", f"nome: Caso {ambito}", "anni:"]
    for year, known in years.items():
        lines.append(f"  {year}:")
        cells = [f"      {name}: {cell(found)}" for name, found in known["data"].items() if found is not None]
        lines += ["    dati:", *cells] if cells else ["    dati: {}"]
        lists = [_rows(name, rows) for name, rows in known["lists"].items() if rows is not None]
        if lists:
            lines += ["    elenchi:", *lists]
        if group and year == 2025:
            lines.append(group)
    return "\n".join(lines) + "\n"


def _rows(name, rows):
    if not rows:
        return f"      {name}: []"
    written = [f"      {name}:"]
    for i, row in enumerate(rows):
        cells = [f"chiave_{name}: k{i}"] + [f"{field}: {cell(found)}" for field, found in row.items() if found is not None]
        written.append(f"        - {{{', '.join(cells)}}}")
    return "\n".join(written)


def cell(found):
    if isinstance(found, bool):
        return "sì" if found else "no"
    if isinstance(found, F):
        return decimal(found)
    if isinstance(found, Span):
        return f"[{decimal(found.lo)}, {decimal(found.hi)}]"
    if isinstance(found, tuple):
        return f"{{dal: {found[0]}" + (f", al: {found[1]}}}" if found[1] else "}")
    if isinstance(found, str) and found not in WORDS and found != MAI:
        return f'"{found}"'
    return str(found)
