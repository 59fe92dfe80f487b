#!/usr/bin/env python3
"""What holds of any document of leps-results/1, whatever was asked: said of the answer of every case.

usage: laws.py [DOCUMENT ...]

What was recorded may be wrong, and all ways in may agree on it; these laws are of the results among
themselves. First a few documents are spoilt on purpose, and each law must notice its own.
"""
import copy
import json
import pathlib
import sys
from collections import defaultdict
from fractions import Fraction

CASES = pathlib.Path(__file__).resolve().parent / "cases"
ORDER = ["soddisfatto", "parziale", "non_soddisfatto", "non_applicabile", "non_vigente"]
TIMES = {"ore", "giorni", "settimana", "settimane", "mese", "mesi", "anno", "anni", "giorno", "ora"}
ZERO = Fraction(0)


class Broken(Exception):
    """A law that a document does not keep."""


def hold(condition, words):
    if not condition:
        raise Broken(words)


def exact(text):
    return None if text is None else Fraction(text)


def ends(interval):
    return exact(interval["lo"]), exact(interval["hi"])


def added(intervals):
    """The sum of intervals; an end that is not there is infinite."""
    total = (ZERO, ZERO)
    for interval in intervals:
        total = tuple(None if a is None or b is None else a + b for a, b in zip(total, ends(interval)))
    return total


# ---- one gap

def check_interval(interval, least, most, what):
    lo, hi = ends(interval)
    hold(lo is None or least is None or lo >= least, f"{what}: lo {lo} is less than {least}")
    hold(hi is None or most is None or hi <= most, f"{what}: hi {hi} is more than {most}")
    hold(lo is None or hi is None or lo <= hi, f"{what}: lo {lo} is more than hi {hi}")


def check_amount_of_parts(gap, what):
    """A part whose gap is more than zero fails for sure; one whose gap is none holds, unless its level
    must be passed."""
    parts = gap["parts"]
    surely = sum(bool(exact(part["lo"])) or part["unreachable"] for part in parts)
    perhaps = sum(part["hi"] is None or part["strict"] or exact(part["hi"]) > 0 for part in parts)
    lo, hi = ends(gap)
    hold(surely <= lo, f"{what}: {surely} parts fail for sure, lo is {lo}")
    hold(hi <= perhaps, f"{what}: {perhaps} parts may fail, hi is {hi}")
    if not any(part["strict"] for part in parts):
        hold((lo, hi) == (surely, perhaps), f"{what}: {lo}..{hi} parts, and {surely} to {perhaps} fail")
    costs = [part["cost"] for part in parts]
    if None not in costs and len({cost["unit"] for cost in costs if ends(cost) != (0, 0)}) < 2:
        hold(gap["cost"] is not None and ends(gap["cost"]) == added(costs), f"{what}: cost is not that of its parts")
    relative = [ends(part["relative_gap"])[1] for part in parts]
    hold(ends(gap["relative_gap"])[1] == max(relative), f"{what}: relative gap is not that of its widest part")


def check_gap(gap, what):
    check_interval(gap, 0, None, f"{what}: gap")
    check_interval(gap["relative_gap"], 0, 1, f"{what}: relative gap")
    hold(None not in ends(gap["relative_gap"]), f"{what}: relative gap without bounds")
    lo, hi = ends(gap)
    kind, failing, unsure, total = gap["kind"], len(gap["failing"]), len(gap["open"]), gap["total"]
    hold(gap["unit"] is None or kind in ("distance", "alternatives"), f"{what}: a count has the unit {gap['unit']}")
    hold(bool(gap["parts"]) <= (kind == "parts"), f"{what}: {kind} has parts")
    hold(bool(gap["alternatives"]) <= (kind == "alternatives"), f"{what}: {kind} has alternatives")
    hold(not gap["unreachable"] or (lo, hi) == (None, None), f"{what}: unreachable, and has bounds")
    if total is not None:
        hold(failing + unsure <= total, f"{what}: {failing} failing and {unsure} open of {total}")
        hold(hi is None or hi <= total, f"{what}: {hi} may fail of {total}")
    if kind == "rows" and total is not None:
        hold((lo, hi) == (failing, failing + unsure), f"{what}: {lo}..{hi} rows, {failing} failing and {unsure} open")
    if kind == "activation" and total is not None and lo is not None:
        hold(lo >= failing, f"{what}: {failing} to be activated for sure, lo is {lo}")
    if kind == "parts":
        check_amount_of_parts(gap, what)
    if gap["chosen"] is not None:
        chosen = gap["chosen"]
        hold(chosen < len(gap["alternatives"]), f"{what}: chosen is {chosen} of {len(gap['alternatives'])}")
        hold(gap["unit"] == gap["alternatives"][chosen]["unit"], f"{what}: the unit is not that of the chosen one")
    if gap["shortfall"]:
        check_interval(gap["shortfall"], 0, None, f"{what}: shortfall")
    if gap["gross_cost"]:
        check_interval(gap["gross_cost"], None, None, f"{what}: gross cost")
    if gap["cost"]:
        check_interval(gap["cost"], None, None, f"{what}: cost")
        hold(gap["gross_cost"] is not None, f"{what}: a net cost and no gross one")
    for name in ("parts", "alternatives"):
        for i, each in enumerate(gap[name]):
            check_gap(each, f"{what}, {name[:-1]} {i}")


# ---- one result

def check_verdict(one, what):
    possible = one["possible"]
    only = possible[0] if len(possible) == 1 else "non_valutabile"
    hold(possible and possible == sorted(set(possible), key=ORDER.index), f"{what}: possible {possible}")
    hold(one["verdict"] == only, f"{what}: verdict {one['verdict']}, possible {', '.join(possible)}")


def check_requirement(requirement, result, what):
    check_verdict(requirement, what)
    gap, verdict = requirement["gap"], requirement["verdict"]
    if gap is None:
        return
    check_gap(gap, what)
    for datum in gap["rests_on"]:
        hold(datum in result["missing"], f"{what}: rests on {datum}, which is not missing")
    relative = ends(gap["relative_gap"])
    if verdict == "soddisfatto" and not requirement["within_tolerance"]:
        hold(relative == (0, 0) and exact(gap["hi"]) == 0, f"{what}: met, and its gap is not zero")
    if requirement["within_tolerance"]:
        hold(verdict == "soddisfatto" and requirement["tolerance"], f"{what}: a tolerance that is none")
    if verdict == "non_soddisfatto":
        hold(gap["lo"] is None or exact(gap["lo"]) > 0 or gap["strict"] or gap["decrease"] is None,
             f"{what}: not met, and its gap may be zero")


def check_cost(result, what):
    """The sum of what its requirements cost that are or may be open, where all have a cost."""
    unmet = [r["gap"] for r in result["requirements"] if "non_soddisfatto" in r["possible"] and r["gap"]]
    costs = [gap["cost"] for gap in unmet]
    if not unmet or None in costs:
        hold(result["cost"] is None, f"{what}: a cost, and nothing that makes it")
        return
    if len({cost["unit"] for cost in costs if ends(cost) != (0, 0)}) > 1:
        return
    lo, hi = added(costs)
    if "non_applicabile" in result["possible"]:
        lo, hi = (None if lo is None else min(lo, ZERO)), (None if hi is None else max(hi, ZERO))
    hold(result["cost"] is not None, f"{what}: no cost, and every open requirement has one")
    hold(ends(result["cost"]) == (lo, hi),
         f"{what}: cost {ends(result['cost'])} is not the sum {(lo, hi)} of its requirements'")


def check_result(result):
    what = f"{result['ambito']} {result['year']}, {result['rule']}"
    check_verdict(result, what)
    for requirement in result["requirements"]:
        check_requirement(requirement, result, f"{what}, {requirement['name']}")
    extra = set(result["deciding"]) - set(result["missing"])
    hold(not extra, f"{what}: deciding and not missing: {', '.join(sorted(extra))}")
    hold(len(result["possible"]) > 1 or not result["deciding"],
         f"{what}: {', '.join(result['deciding'])} decides what is decided")
    hold(not result["fragile"] or result["verdict"] == "soddisfatto", f"{what}: fragile and not met")
    within = any(r["within_tolerance"] for r in result["requirements"])
    hold(result["within_tolerance"] == (within and result["verdict"] == "soddisfatto"), f"{what}: within tolerance")
    verdicts = [r["verdict"] for r in result["requirements"]]
    if result["verdict"] == "soddisfatto":
        hold("non_soddisfatto" not in verdicts, f"{what}: met, and a requirement is not")
    gaps = [ends(r["gap"]["relative_gap"]) for r in result["requirements"] if r["gap"]]
    if result["relative_gap"]:
        check_interval(result["relative_gap"], 0, 1, f"{what}: relative gap")
        least = ZERO if "non_applicabile" in result["possible"] else max(lo for lo, _ in gaps)
        hold(ends(result["relative_gap"]) == (least, max(hi for _, hi in gaps)),
             f"{what}: relative gap is not the widest of its requirements'")
    hold((result["rank"] is None) == (result["rank_reason"] is None),
         f"{what}: a rank and no reason, or a reason alone")
    check_cost(result, what)


# ---- the Ambiti and the whole

def check_ranks(results):
    of_ambito = defaultdict(dict)
    for result in results:
        if result["rank"] is not None:
            ranked = of_ambito[result["ambito"], result["year"]]
            hold(result["rank"] not in ranked,
                 f"{result['ambito']} {result['year']}: two rules are the {result['rank']}.")
            ranked[result["rank"]] = result
    for (ambito, year), ranked in of_ambito.items():
        hold(sorted(ranked) == list(range(1, len(ranked) + 1)), f"{ambito} {year}: ranks {sorted(ranked)}")
        # The list without causes: each rule names the next of it, so that all make one chain.
        following = {result["rule"]: result["rank_reason"]["next"] for result in ranked.values()}
        places = {result["rule"]: rank for rank, result in ranked.items()}
        chain = [rule for rule in following if rule not in following.values()]
        hold(len(chain) == 1, f"{ambito} {year}: {len(chain)} rules come after none")
        while following.get(chain[-1]) is not None and len(chain) <= len(following):
            chain.append(following[chain[-1]])
        hold(sorted(chain) == sorted(following), f"{ambito} {year}: {chain} is not the list of the ranked rules")
        for rank, result in ranked.items():
            blocked = result["rank_reason"]["blocks"]
            hold(blocked is None or places.get(blocked, len(places) + 1) > rank,
                 f"{ambito} {year}: {result['rule']} comes after {blocked}, which waits for it")


def check_ambiti(document):
    ambiti = {(a["ambito"], a["year"]): a for a in document["ambiti"]}
    hold(len(ambiti) == len(document["ambiti"]), "an Ambito and year stands there twice")
    keys = [(r["ambito"], r["year"]) for r in document["results"]]
    hold(sorted(keys, key=lambda k: (k[0].encode(), k[1])) == keys, "results are not by Ambito and year")
    hold(set(keys) <= set(ambiti), "results of an Ambito that is not listed")
    for result in document["results"]:
        ambito = ambiti[result["ambito"], result["year"]]
        what = f"{result['ambito']} {result['year']}, {result['rule']}"
        hold(result["forecast"] == ambito["forecast"], f"{what}: a forecast, or not")
        for waiver in result["waivers"]:
            late = waiver["until"] is not None and waiver["until"] < ambito["survey_date"]
            hold(waiver["expired"] == late, f"{what}: a waiver until {waiver['until']} as of {ambito['survey_date']}")


def adds_up(unit):
    """`FTE/abitanti` of two Ambiti do not add up; `ore/settimana` do."""
    return unit is not None and not unit.startswith("1/") and all(
        part.split("^")[0] in TIMES for part in unit.split("/")[1:])


def addend(gap):
    """What a gap adds to a total: its interval and its unit; nothing where it is nothing of the kind."""
    own = gap
    while own["kind"] == "alternatives" and own["chosen"] is not None:
        own = own["alternatives"][own["chosen"]]
    if own["kind"] == "distance" and adds_up(own["unit"]):
        return gap, own["unit"]
    if own["kind"] == "rows" and own["shortfall"] and adds_up(own["shortfall"]["unit"]):
        return own["shortfall"], own["shortfall"]["unit"]
    return None


def check_totals(document):
    regions = {(a["ambito"], a["year"]): a["regione"] for a in document["ambiti"]}
    of_year = defaultdict(set)
    for (_, year), region in regions.items():
        of_year[year].add(region)
    found = defaultdict(list)
    unknown = set()  # lists that are missing: their unit is not in the document
    for result in document["results"]:
        region = regions[result["ambito"], result["year"]]
        scopes = [None] + [region] * (len(of_year[result["year"]]) > 1 and bool(region))
        for requirement in result["requirements"]:
            gap = requirement["gap"]
            for scope in scopes if gap else []:
                if gap["kind"] == "rows" and gap["total"] is None:
                    unknown.add((result["year"], scope, result["rule"], requirement["name"]))
                elif (own := addend(gap)) is not None:
                    key = (result["year"], scope, result["rule"], requirement["name"], own[1], gap["lever"])
                    found[key].append((own[0], requirement, result))
    totals = {}
    for total in document["totals"]:
        key = tuple(total[name] for name in ("year", "regione", "rule", "requirement", "unit", "lever"))
        hold(key not in totals, f"total {key} stands there twice")
        totals[key] = total
    for key in found:
        hold(key in totals, f"no total of {key}")
    for key, total in totals.items():
        what = f"total {total['year']}, {total['regione'] or 'all'}, {total['rule']}, {total['requirement']}"
        check_interval(total, 0, None, what)
        hold(total["failing"] + total["open"] <= total["ambiti"],
             f"{what}: {total['failing']} failing and {total['open']} open of {total['ambiti']}")
        if key[:4] in unknown:
            hold(total["hi"] is None or total["ambiti"] > len(found[key]) - 1, f"{what}: of a list that is missing")
            continue
        parts = found[key]
        hold(parts, f"{what}: no gap that it is the sum of")
        hold(total["ambiti"] == len(parts), f"{what}: {len(parts)} Ambiti, and not {total['ambiti']}")
        for name, verdict in (("failing", "non_soddisfatto"), ("open", "non_valutabile")):
            count = sum(requirement["verdict"] == verdict for _, requirement, _ in parts)
            hold(total[name] == count, f"{what}: {name} {total[name]}, and {count} are")
        count = sum(result["forecast"] for _, _, result in parts)
        hold(total["forecasts"] == count, f"{what}: forecasts {total['forecasts']}, and {count} are")
        lacking = [(interval, requirement) for interval, requirement, _ in parts
                   if requirement["verdict"] != "soddisfatto"]
        hold(ends(total) == added(interval for interval, _ in lacking),
             f"{what}: {ends(total)} is not the sum of the gaps, {added(i for i, _ in lacking)}")
        costs = [requirement["gap"]["cost"] for _, requirement in lacking]
        if any(cost is None or None in ends(cost) for cost in costs):
            hold(total["cost"] is None, f"{what}: a cost, and some gap has none")
        elif total["cost"] is not None:
            hold(ends(total["cost"]) == added(costs), f"{what}: cost is not the sum of the costs")


LAWS = {"results": lambda document: [check_result(result) for result in document["results"]],
        "ranks": lambda document: check_ranks(document["results"]),
        "ambiti": check_ambiti, "totals": check_totals}


def broken_laws(document):
    said = []
    for check in LAWS.values():
        try:
            check(document)
        except Broken as broken:
            said.append(str(broken))
    return said


# ---- documents that are spoilt on purpose

def first(document, wanted):
    return next(result for result in document["results"] if wanted(result))


def first_gap(document, wanted):
    return next(requirement["gap"] for result in document["results"] for requirement in result["requirements"]
                if requirement["gap"] and wanted(requirement["gap"]))


def raised(text):
    return str(Fraction(text) + 1)


SPOILT = {
    "a verdict that was not possible": lambda d: d["results"][0].update(
        verdict="parziale", possible=["soddisfatto"]),
    "a verdict where several are possible": lambda d: first(d, lambda r: len(r["possible"]) > 1).update(
        verdict="soddisfatto"),
    "a deciding datum that is not missing": lambda d: first(d, lambda r: len(r["possible"]) > 1)["deciding"].append(
        "inventato"),
    "ends swapped": lambda d: (lambda g: g.update(lo=g["hi"], hi="0"))(
        first_gap(d, lambda g: g["kind"] == "distance" and g["hi"] not in (None, "0"))),
    "a gap below zero": lambda d: first_gap(d, lambda g: g["lo"] == "0").update(lo="-1"),
    "a relative gap of more than all": lambda d: first_gap(d, lambda g: True)["relative_gap"].update(hi="3/2"),
    "a met requirement that lacks": lambda d: (lambda r: r["requirements"][0]["gap"].update(hi="1"))(
        first(d, lambda r: r["verdict"] == "soddisfatto" and r["requirements"][0]["gap"])),
    "a rank left out": lambda d: first(d, lambda r: r["rank"] == 1).update(rank=99),
    "a rank twice": lambda d: first(d, lambda r: r["rank"] == 2).update(rank=1),
    "a rule that comes after itself": lambda d: first(d, lambda r: r["rank"] == 1)["rank_reason"].update(
        next=first(d, lambda r: r["rank"] == 1)["rule"]),
    "a cost that is not the sum": lambda d: (lambda r: r["cost"].update(hi=raised(r["cost"]["hi"])))(
        first(d, lambda r: r["cost"] and r["cost"]["hi"])),
    "more failing than there are": lambda d: d["totals"][0].update(failing=d["totals"][0]["ambiti"], open=1),
    "a total that is not the sum": lambda d: (lambda t: t.update(lo="0", hi=raised(t["hi"])))(
        next(t for t in d["totals"] if t["hi"])),
    "a total left out": lambda d: d["totals"].pop(0),
    "an Ambito that counts twice": lambda d: d["totals"][0].update(ambiti=d["totals"][0]["ambiti"] + 1),
    "a cost of a total": lambda d: (lambda t: t["cost"].update(hi=raised(t["cost"]["hi"])))(
        next(t for t in d["totals"] if t["cost"])),
    "a forecast that is none": lambda d: d["results"][0].update(forecast=not d["results"][0]["forecast"]),
    "results in another order": lambda d: d["results"].reverse(),
}


# Of a document with parts.
SPOILT_PARTS = {
    f"{what} of its parts": lambda d, change=change: change(first_gap(d, lambda g: g["kind"] == "parts" and g["cost"]))
    for what, change in {
        "one that fails too many": lambda g: g.update(lo=raised(g["lo"]), hi=raised(g["hi"])),
        "one that fails too few": lambda g: g.update(lo="0", hi="0"),
        "another cost than": lambda g: g["cost"].update(hi=raised(g["cost"]["hi"])),
        "another relative gap than": lambda g: g["relative_gap"].update(lo="0", hi="1/7"),
    }.items()}


def unnoticed(document, spoilings):
    """The spoilings of a good document that no law notices."""
    left = []
    for name, spoil in spoilings.items():
        spoilt = copy.deepcopy(document)
        spoil(spoilt)
        if not broken_laws(spoilt):
            left.append(name)
    return left


def main():
    paths = [pathlib.Path(path) for path in sys.argv[1:]] or sorted(CASES.glob("*/expected.json"))
    failed = 0
    for path in paths:
        for words in broken_laws(json.loads(path.read_text(encoding="utf-8"))):
            print(f"{path.parent.name}: {words}")
            failed += 1
    for case, spoilings in (("nazionale_regione", SPOILT), ("parti", SPOILT_PARTS)):
        good = json.loads((CASES / case / "expected.json").read_text(encoding="utf-8"))
        for name in unnoticed(good, spoilings):
            print(f"no law notices {name}")
            failed += 1
    print(f"{len(paths)} documents, {len(SPOILT) + len(SPOILT_PARTS)} spoilt, {failed} failed")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
