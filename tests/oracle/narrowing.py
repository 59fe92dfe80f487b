"""What is known later must lie within what was said before: compares two results of the same rule, or of the
same amount, and says what came out of what.

`full`: nothing is unknown later, so that an answer which is open then is one that does not exist (something
divided by zero, a difference from `mai`). The language leaves every word possible there, so what was said before
must not have been definite, and every word that is possible then was possible before.
"""
from fractions import Fraction as F

INFINITE = float("inf")


class Narrowing:
    """Collects what came out, as (kind, sentence)."""

    def __init__(self, full):
        self.full, self.out, self.done = full, [], 0

    def holds(self, kind, condition, sentence):
        self.done += 1
        if not condition:
            self.out.append((kind, sentence))

    # Rules.

    def rule(self, before, after):
        self.possible("possible", "", before["possible"], after["possible"], self.undefined(after))
        self.holds("missing", set(before["deciding"]) <= set(before["missing"]),
                   f"deciding {before['deciding']} is not in missing {before['missing']}")
        if self.full:
            self.holds("missing", not after["missing"] and not after["deciding"],
                       f"all is known, and missing is {after['missing']}, deciding {after['deciding']}")
        if not self.undefined(after):
            self.share("relative gap", "", before["relative_gap"], after["relative_gap"])
            # Of a rule that is met nothing is open.
            if self.full and set(after["possible"]) & {"parziale", "non_soddisfatto"}:
                self.cost("rule cost", "", before["cost"], after["cost"])
        if after["possible"] == ["non_applicabile"]:
            return  # the rule is not asked, nor are its requirements
        for old, new in zip(before["requirements"], after["requirements"]):
            at = old["name"]
            self.possible("requirement", at, old["possible"], new["possible"], self.undefined(new, after))
            if self.undefined(new, after):
                continue  # nothing can be said of how far a value is that does not exist
            if old["gap"] is None:
                self.holds("gap", new["gap"] is None, f"{at}: no gap before, {brief(new['gap'])} after")
            elif new["gap"] is not None:
                self.gap(at, old["gap"], new["gap"])

    def undefined(self, result, rule=None):
        open_ = len(result["possible"]) > 1
        return open_ and (self.full or bool((rule or result)["zero_divisors"]))

    def possible(self, kind, at, before, after, undefined):
        if undefined:
            self.holds(kind, len(before) > 1 and set(after) <= set(before),
                       f"{at}: {before} before, and after there is no value: {after}")
        else:
            self.holds(kind, set(after) <= set(before), f"{at}: possible {after} came out of {before}")

    # Gaps.

    def gap(self, at, before, after):
        if self.full and point(after["relative_gap"]) is None:
            return  # of an alternative, or a part, that has no value
        self.share("relative gap", at, before["relative_gap"], after["relative_gap"])
        # Which alternative is the cheapest is loosely said while several could be: only what it turns out to be
        # must lie within.
        if self.full or not before["alternatives"]:
            for name in ("cost", "gross_cost"):
                self.cost(name, at, before[name], after[name])
        self.amount(at, before, after)
        if before["kind"] != after["kind"]:
            return  # of a `se`: another branch
        if before["kind"] in ("rows", "activation"):
            self.holds("failing", set(before["failing"]) <= set(after["failing"]),
                       f"{at}: failing {after['failing']} came out of {before['failing']}")
            known = set(before["open"]) | set(before["failing"])
            self.holds("open", before["kind"] != "rows" or not known or set(after["open"]) <= set(before["open"]),
                       f"{at}: open {after['open']} came out of {before['open']}")
        if before["shortfall"] and after["shortfall"]:
            self.holds("shortfall", within(after["shortfall"], before["shortfall"]),
                       f"{at}: shortfall {span(after['shortfall'])} came out of {span(before['shortfall'])}")
        for kind in ("parts", "alternatives"):
            if len(before[kind]) != len(after[kind]):
                continue
            for i, (old, new) in enumerate(zip(before[kind], after[kind])):
                self.gap(f"{at}.{kind}[{i}]", old, new)

    def amount(self, at, before, after):
        said = f"{at}: gap {brief(after)} came out of {brief(before)}"
        if before["unreachable"]:
            self.holds("unreachable", after["unreachable"], said)
            return
        if nothing_said(before):
            return
        if before["kind"] == "alternatives" and nothing_said(after) and not after["unreachable"]:
            self.holds("gap", False, said)
            return
        if lower(after) == upper(after) == 0:  # nothing to close has no unit of its own
            self.holds("gap", lower(before) <= 0, said)
            return
        # Alternatives that share a unit are spanned by lo and hi, whichever lever is named; of a `se` it may not be
        # known which of two levers.
        alike = before["unit"] == after["unit"] and (
            before["lever"] in (None, after["lever"]) or before["kind"] == "alternatives")
        self.holds("gap unit", alike or before["kind"] != after["kind"], said)
        if not alike:
            return
        self.holds("gap", within(after, before), said)
        closes = (lower(after) > 0 and not after["unreachable"] and after["lever"]
                  and before["lever"] == after["lever"])
        self.holds("direction", not closes or before["decrease"] in (None, after["decrease"]), said)

    def share(self, kind, at, before, after):
        if before is None or after is None:
            self.holds(kind, after is None, f"{at}: {kind} {after} came out of {before}")
            return
        self.holds(kind, within(after, before), f"{at}: {kind} {span(after)} came out of {span(before)}")

    def cost(self, kind, at, before, after):
        if before is None:
            return
        if after is None:
            self.holds(f"{kind} lost", False, f"{at}: {kind} {span(before)} before, none after")
            return
        if nothing_said(after):  # a gap that cannot be closed costs without end
            self.holds(kind, before["hi"] is None, f"{at}: {kind} {span(after)} came out of {span(before)}")
            return
        alike = before["unit"] == after["unit"] or point(after) == 0 or point(before) == 0
        self.holds(kind, alike and within(after, before, signed=True),
                   f"{at}: {kind} {span(after)} {after['unit']} came out of {span(before)} {before['unit']}")

    # Amounts.

    def computed(self, before, after):
        said = f"amount {span(after)} {after['value']} came out of {span(before)} {before['value']}"
        one_before = point(before) is not None or before["value"] is not None
        nothing = after["value"] is None and point(after) is None
        if after["zero_divisors"]:
            self.holds("amount", not one_before or bool(before["zero_divisors"]), f"{said}, which has no value")
        elif nothing and nothing_said(after):  # no value, or without end: `mai` less a day
            self.holds("amount", not one_before and None in (before["lo"], before["hi"]), said)
        elif before["value"] is not None or after["value"] is not None:
            self.holds("amount", before["value"] in (None, after["value"]), said)
        else:
            self.holds("amount", within(after, before, signed=True), said)


def nothing_said(gap):
    return gap["lo"] is None and gap["hi"] is None


def lower(found, signed=False):
    if found.get("unreachable"):
        return INFINITE
    if found["lo"] is None:
        return -INFINITE if signed else 0
    return F(found["lo"])


def upper(found):
    return INFINITE if found["hi"] is None else F(found["hi"])


def point(found):
    return F(found["lo"]) if found["lo"] is not None and found["lo"] == found["hi"] else None


def within(inner, outer, signed=False):
    return lower(inner, signed) >= lower(outer, signed) and upper(inner) <= upper(outer)


def span(found):
    return "none" if found is None else f"[{found['lo']}, {found['hi']}]"


def brief(gap):
    if gap is None:
        return "none"
    if gap["unreachable"]:
        return f"unreachable by {gap['lever']}"
    way = {True: "-", False: "", None: "±"}[gap["decrease"]]
    lever = f" by {way}{gap['lever']}" if gap["lever"] else ""
    return f"{gap['kind']} {span(gap)} {gap['unit'] or ''}{lever}".strip()
