#!/usr/bin/env python3
"""The laws of the engine, on packs and data drawn by the thousand and run through the command.

  * On known data, verdicts, amounts and gaps are those of the naive interpreter beside this file.
  * Law of gaps: apply the gap to the lever and the requirement holds; apply any less and it does not.
  * Monotony: more of a lever never widens a gap, and what is known about a missing datum never
    contradicts what was said without it: outcomes only fall away, and gaps only narrow.

usage: laws.py LEPS FOLDER        (LEPS_SEED draws others; LEPS_PACKS sets how many packs)
"""
import os
import sys
from fractions import Fraction as F

from harness import Checks, Leps, bounds, exact, only_bounds, seed_from_environment
from interpreter import Unsaid, gap, outcomes, value
from random_packs import NUMBERS, TRUTHS, Maker, cells, draw_data, pack_text

RULES, LEVER_RULES, AMOUNTS, AMBITI = 14, 12, 4, 25
# Where a gap does not end in decimals, data can only come this near to it, from both sides.
GRAIN = F(1, 10**14)


def main(command, folder):
    seed, rng = seed_from_environment()
    leps, checks = Leps(command, folder), Checks()
    unsaid = 0
    packs = int(os.environ.get("LEPS_PACKS", "6"))
    for index in range(packs):
        unsaid += one_pack(leps, checks, rng, f"leggi_{index}")
    print(f"{packs} packs of {RULES + LEVER_RULES} rules on {AMBITI} Ambiti each, "
          f"{unsaid} comparisons left out because the language does not say")
    checks.close(seed)


def one_pack(leps, checks, rng, name):
    maker = Maker(rng)
    amounts = {}
    for i in range(AMOUNTS):
        unit = rng.choice(list(NUMBERS))
        amounts[f"c{i}"] = (unit, ("+", ("name", rng.choice(NUMBERS[unit])), maker.quantity(unit, 2)))
        maker.amounts.setdefault(unit, []).append(f"c{i}")
    rules = [maker.rule(f"r{i}") for i in range(RULES)]
    rules += [maker.lever_rule(f"l{i}", f"leva{i}") for i in range(LEVER_RULES)]
    pack = pack_text(rules, amounts, rng)

    known = {f"a{i:03d}": draw_data(rules, rng) for i in range(AMBITI)}
    missing = {ambito: hide(data, rng) for ambito, data in known.items()}
    more = {ambito: push_levers(data, rng) for ambito, data in known.items()}
    first = leps.check(pack, {
        **{ambito: cells(data) for ambito, data in known.items()},
        **{f"{ambito}_ignoto": cells(data) for ambito, data in missing.items()},
        **{f"{ambito}_di_piu": cells(data) for ambito, data in more.items()},
    }, name)

    unsaid = 0
    for ambito, data in known.items():
        unsaid += agree(checks, first, ambito, rules, amounts, data)
        for rule in rules:
            narrows(checks, f"{name} {ambito} {rule['name']}", first.rules[f"{ambito}_ignoto", rule["name"]],
                    first.rules[ambito, rule["name"]])
            if rule["requirements"][0]["lever"]:
                never_widens(checks, f"{name} {ambito} {rule['name']}", rule,
                             first.rules[ambito, rule["name"]], first.rules[f"{ambito}_di_piu", rule["name"]])
    law_of_gaps(leps, checks, pack, rules, known, first, name)
    return unsaid


def agree(checks, results, ambito, rules, amounts, data):
    """The command and the naive interpreter say the same where all is known."""
    unsaid = 0
    everything = data | {name: formula for name, (_, formula) in amounts.items()}
    for name, (_, formula) in amounts.items():
        try:
            amount = value(formula, everything)
        except Unsaid:
            amount = None
        if amount is None:
            unsaid += 1
        else:
            checks.same(f"{ambito} {name}", only_bounds(results.computed[ambito, name]), bounds(amount))
    for rule in rules:
        found = results.rules[ambito, rule["name"]]
        what = f"{ambito} {rule['name']}"
        try:
            checks.same(what, set(found["possible"]), outcomes(rule, everything))
        except Unsaid:
            unsaid += 1
            continue
        if rule["requirements"][0]["lever"] or found["verdict"] in ("non_applicabile", "non_valutabile"):
            continue
        for requirement, result in zip(rule["requirements"], found["requirements"]):
            try:
                if requirement["applies_if"] and value(requirement["applies_if"], everything) is not True:
                    continue
                expected = gap(requirement["condition"], everything)
            except Unsaid:
                unsaid += 1
                continue
            same_gap(checks, f"{what}.{requirement['name']}", result["gap"], expected)
    return unsaid


def same_gap(checks, what, found, expected):
    checks.same(f"{what}: gap", only_bounds(found), bounds(expected.amount))
    for kind in ("parts", "alternatives"):
        own = getattr(expected, kind)
        checks.same(f"{what}: {kind}", len(found[kind]), len(own))
        for i, (inner, part) in enumerate(zip(found[kind], own)):
            same_gap(checks, f"{what}: {kind} {i}", inner, part)
    if not expected.parts and not expected.alternatives and expected.strict:
        checks.same(f"{what}: strict", found["strict"], True)


def hide(data, rng):
    """The same data with some of them missing."""
    hidden = rng.sample(TRUTHS + [name for names in NUMBERS.values() for name in names],
                        rng.choice([1, 1, 2, 4]))
    return {name: found for name, found in data.items() if name not in hidden}


def narrows(checks, what, before, after):
    """What is known later was possible before, and stands within the bounds given before."""
    checks.holds(f"{what}: {after['possible']} came out of {before['possible']}",
                 set(after["possible"]) <= set(before["possible"]))
    if before["relative_gap"] is not None and after["relative_gap"] is not None:
        checks.holds(f"{what}: relative gap {after['relative_gap']} came out of "
                     f"{before['relative_gap']}", within(after["relative_gap"], before["relative_gap"]))
    for old, new in zip(before["requirements"], after["requirements"]):
        if old["gap"] is not None and new["gap"] is not None and not old["gap"]["alternatives"]:
            checks.holds(f"{what}.{old['name']}: gap {only_bounds(new['gap'])} came out of "
                         f"{only_bounds(old['gap'])}", within(new["gap"], old["gap"]))


def within(inner, outer):
    least, most = lower(outer), upper(outer)
    return lower(inner) >= least and (most is None or (upper(inner) is not None and upper(inner) <= most))


def lower(gap_found):
    return F(gap_found["lo"]) if gap_found["lo"] is not None else F(0)


def upper(gap_found):
    return F(gap_found["hi"]) if gap_found["hi"] is not None else None


def push_levers(data, rng):
    return {name: found + F(rng.randrange(0, 900), 10) if name.startswith("leva") else found
            for name, found in data.items()}


def never_widens(checks, what, rule, before, after):
    """A lever that grows closes `almeno` and opens `al massimo`; the gap itself says which way."""
    old, new = before["requirements"][0]["gap"], after["requirements"][0]["gap"]
    if old is None or new is None or upper(old) is None or upper(new) is None:
        return
    condition = rule["requirements"][0]["condition"]
    if condition[0] == "pari a":
        return
    on_left = _mentions(condition[1], rule["requirements"][0]["lever"])
    up = (condition[0] in ("almeno", "più di")) == on_left
    checks.holds(f"{what}: the gap went from {old['hi']} to {new['hi']}",
                 upper(new) <= upper(old) if up else upper(new) >= upper(old))


def _mentions(formula, name):
    return formula == ("name", name) or any(
        _mentions(part, name) for part in formula[1:] if isinstance(part, tuple))


def law_of_gaps(leps, checks, pack, rules, known, first, name):
    """Applies every lever's gap at once: each rule has a lever of its own."""
    enough, short, open_ = {}, {}, []
    for ambito, data in known.items():
        at, below = dict(data), dict(data)
        for rule in rules:
            requirement = rule["requirements"][0]
            found = first.rules[ambito, rule["name"]]["requirements"][0]
            if not requirement["lever"] or found["gap"] is None or found["gap"]["hi"] is None \
                    or found["gap"]["lo"] != found["gap"]["hi"]:
                continue
            amount, strict = F(found["gap"]["hi"]), found["gap"]["strict"]
            checks.holds(f"{name} {ambito} {rule['name']}: {found['verdict']} with gap {exact(amount)}",
                         (found["verdict"] == "soddisfatto") <= (amount == 0)
                         and (found["verdict"] == "non_soddisfatto") <= (amount > 0 or strict))
            if found["verdict"] != "non_soddisfatto":
                continue
            direction = -1 if lever_goes_down(rule, data, first, ambito) else 1
            ends = (amount / GRAIN).denominator == 1
            up = -(-amount // GRAIN) * GRAIN
            exactly = requirement["condition"][0] == "pari a"
            if exactly and not ends:
                continue  # a level to be hit exactly, at a place that decimals do not reach
            at[requirement["lever"]] += direction * (up + (GRAIN if strict else 0))
            below[requirement["lever"]] += direction * (up - (0 if strict and ends else GRAIN))
            open_.append((ambito, rule["name"]))
        enough[f"{ambito}_colmato"], short[f"{ambito}_quasi"] = cells(at), cells(below)
    second = leps.check(pack, enough | short, f"{name}_colmato")
    for ambito, rule in open_:
        checks.same(f"{name} {ambito} {rule}: with the gap applied",
                    second.rules[f"{ambito}_colmato", rule]["requirements"][0]["verdict"], "soddisfatto")
        checks.same(f"{name} {ambito} {rule}: with less than the gap applied",
                    second.rules[f"{ambito}_quasi", rule]["requirements"][0]["verdict"], "non_soddisfatto")


def lever_goes_down(rule, data, first, ambito):
    """Every coefficient drawn is positive: the lever goes down where its side must."""
    condition, lever = rule["requirements"][0]["condition"], rule["requirements"][0]["lever"]
    on_left = _mentions(condition[1], lever)
    if condition[0] == "pari a":
        amounts = {name: ("number", F(c["lo"]), "") for (where, name), c in first.computed.items()
                   if where == ambito and c["lo"] is not None}
        everything = data | amounts
        left, right = value(condition[1], everything), value(condition[2], everything)
        return (left > right) == on_left
    return (condition[0] in ("al massimo", "meno di")) == on_left


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
