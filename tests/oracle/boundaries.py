#!/usr/bin/env python3
"""Exactly at the level: where binary floating point and decimals go wrong, an oracle in Python's
exact fractions decides, and `leps` must say the same verdicts, gaps, relative gaps and amounts.

usage: boundaries.py LEPS FOLDER        (LEPS_SEED draws other cases)

Each Trial is a rule, a way to draw data at the level or one step off it, and the truth about them.
Each Ambito carries one draw of every trial, so that one run of the command decides them all.
"""
import sys
from fractions import Fraction as F

from harness import Checks, Leps, bounds, decimal, italian, only_bounds, seed_from_environment

DRAWS = 120
HEAD = """pacchetto prova.soglie versione "1"
fonte prova "Scelta di prova: il numero non viene da una norma"
unità abitanti, FTE, persone, euro, gruppi
categoria LEPS "Livello di prova"
"""


class Trial:
    """A rule of the same name, or an amount where `amount` is set.

    `fixed` are cases with a story; `draw` makes another; `truth` says what must come out of one, as
    {"verdict", "gap", "relative", "strict", "value"}: what it leaves out is not compared.
    """

    def __init__(self, name, pack, truth, draw, fixed=(), amount=False):
        self.name, self.pack, self.truth, self.draw = name, pack, truth, draw
        self.fixed, self.amount = list(fixed), amount


def rule(name, requirement, lever="", more=""):
    closed = f"    si colma con {lever}\n" if lever else ""
    return (f'regola {name} "Prova {name}"\n  categoria LEPS\n  secondo prova\n'
            f"  in vigore dal 1 gennaio 2021\n  requisito livello: {requirement}\n{closed}{more}")


def datum(name, unit, more="almeno 0"):
    return f'dato {name} : {unit} "Prova {name}"\n  {more}\n'


def judged(distance, level, met, unmet="non_soddisfatto", strict=False, gap=None):
    """The truth about a comparison: its distance, and the size of its level."""
    relative = F(0) if distance == 0 else F(1) if level == 0 else min(F(1), distance / abs(level))
    return {"verdict": "soddisfatto" if met else unmet, "strict": strict, "relative": relative,
            "gap": distance if gap is None else gap}


def ratio(residents_each):
    """One worker for so many residents, in part met from one for every 6 500 on."""
    name = f"livello_{residents_each}"
    people, workers = f"abitanti_{residents_each}", f"operatori_{residents_each}"
    pack = datum(people, "abitanti", "almeno 1  intero") + datum(workers, "FTE") + rule(
        name, f"{workers} almeno 1 FTE ogni {italian(residents_each)} abitanti di {people}", workers,
        f"  parziale se {workers} almeno 1 FTE ogni 6.500 abitanti di {people}\n")

    def truth(case):
        level = case[people] / residents_each
        partial = case[workers] * 6500 >= case[people]
        return judged(max(F(0), level - case[workers]), level, case[workers] >= level,
                      "parziale" if partial else "non_soddisfatto")

    def draw(rng):
        # For 1:6 500 the level ends in decimals only where 13 divides the residents.
        level = F(rng.randrange(1, 40_000), 100)
        residents = level * residents_each
        assert residents.denominator == 1
        return {people: residents + rng.choice([-1, 0, 0, 1]),
                workers: level + rng.choice([0, 0, 0, F(-1, 100), F(1, 10**12), F(-1, 10**12)])}

    fixed = [{people: F(940_850), workers: F("188.17")},
             {people: F(940_851), workers: F("188.17")},
             {people: F(940_849), workers: F("188.17")},
             {people: F(130_000), workers: F(20)},
             {people: F(130_001), workers: F(20)},
             {people: F(1), workers: F(0)}]
    return Trial(name, pack, truth, draw, fixed)


def summed(name, parts, level, relation="almeno"):
    """Posts that add up to a level: the nine shares of a post, ten tenths."""
    names = [f"{name}_{i}" for i in range(len(parts))]
    level = F(level)
    pack = "".join(datum(n, "FTE") for n in names) + rule(
        name, f"{' + '.join(names)} {relation} {italian(level)} FTE")

    def truth(case):
        total = sum(case[n] for n in names)
        if relation == "pari a":
            return judged(abs(total - level), level, total == level)
        return judged(max(F(0), level - total), level, total >= level)

    def draw(rng):
        cents = [rng.randrange(1, 100) for _ in names[1:]]
        first = max(F(0), level - F(sum(cents), 100))
        values = [first, *(F(c, 100) for c in cents)]
        values[rng.randrange(len(values))] += rng.choice([0, 0, 0, F(1, 10**9), F(1, 10**15)])
        return dict(zip(names, values))

    return Trial(name, pack, truth, draw, [dict(zip(names, map(F, parts)))])


def share(name, written, value):
    """So many of so many: 378 of 675 are exactly 56%."""
    reached, all_ = f"raggiunte_{name}", f"totale_{name}"
    pack = (datum(reached, "persone", "almeno 0  intero") + datum(all_, "persone", "almeno 0  intero")
            + rule(f"quota_{name}", f"{reached} almeno {written} di {all_}", reached))

    def truth(case):
        level = value * case[all_]
        return judged(max(F(0), level - case[reached]), level, case[reached] >= level)

    def draw(rng):
        people = value.denominator * rng.randrange(1, 2000)
        return {all_: F(people), reached: max(F(0), people * value + rng.choice([-1, 0, 0, 1]))}

    return Trial(f"quota_{name}", pack, truth, draw,
                 [{all_: F(675), reached: F(378)}, {all_: F(675), reached: F(377)},
                  {all_: F(0), reached: F(0)}])


def there_and_back(name, formula):
    """x / 7 * 7 is x, whatever x."""
    x = f"x_{name}"
    pack = datum(x, "FTE") + rule(name, f"{formula.replace('x', x)} pari a {x}")
    return Trial(name, pack, lambda case: judged(F(0), case[x], True),
                 lambda rng: {x: F(rng.randrange(0, 10**6), 10**rng.randrange(0, 7))},
                 [{x: F("0.1")}, {x: F("1.1")}, {x: F(49)}])


def strict(name, relation, sign):
    """`più di` and `meno di`: at the level itself the distance is nothing, and still not enough."""
    x = f"x_{name}"
    pack = datum(x, "persone") + rule(name, f"{x} {relation} 12,3 persone")
    level = F("12.3")

    def truth(case):
        short = sign * (level - case[x])
        return judged(max(F(0), short), level, short < 0, strict=True)

    return Trial(name, pack, truth,
                 lambda rng: {x: level + rng.choice([F(0), F(1, 10**rng.randrange(1, 12)),
                                                     F(-1, 10**rng.randrange(1, 12))])},
                 [{x: level}])


def rounded_lever(name, rounding, step):
    """Groups of at most 15 persons; posts by the half: the gap is brought up to what can be had."""
    people, groups = f"persone_{name}", f"gruppi_{name}"
    pack = datum(people, "persone", "almeno 0  intero") + datum(groups, "gruppi") + rule(
        name, f"{groups} * 15 persone/gruppi almeno {people}", f"{groups}  {rounding}")

    def truth(case):
        short = max(F(0), case[people] / 15 - case[groups])
        found = judged(max(F(0), case[people] - 15 * case[groups]), case[people], short == 0)
        return found | {"gap": -(-short // step) * step}

    def draw(rng):
        groups_needed = F(rng.randrange(0, 40), 2)
        return {people: max(F(0), F(int(groups_needed * 15)) + rng.choice([-1, 0, 1])),
                groups: max(F(0), groups_needed - rng.choice([0, 0, 1, F(1, 2), F("1.3")]))}

    return Trial(name, pack, truth, draw, [{people: F(31), groups: F(2)}, {people: F(30), groups: F(2)}])


def hours_and_days():
    """48 hours are two days: exact conversions exist for hours, days and weeks."""
    pack = datum("attesa", "ore") + rule("entro_due_giorni", "attesa al massimo 2 giorni")
    return Trial("entro_due_giorni", pack,
                 lambda case: {"verdict": "soddisfatto" if case["attesa"] <= 48 else "non_soddisfatto",
                               "relative": min(F(1), max(F(0), case["attesa"] - 48) / 48)},
                 lambda rng: {"attesa": 48 + rng.choice([F(0), F(1, 10**9), F(-1, 10**9), F(50)])},
                 [{"attesa": F(48)}])


def cost():
    """89,25 hours at 40,62 euro are 3 625,335 euro: a half cent, which doubles cannot hold."""
    pack = (datum("ore_incarico", "ore")
            + 'calcolo costo_incarico : euro "Prova del costo"\n  = ore_incarico * 40,62 euro/ore\n')
    return Trial("costo_incarico", pack, lambda case: {"value": case["ore_incarico"] * F("40.62")},
                 lambda rng: {"ore_incarico": F(rng.randrange(0, 40_000), 4)},
                 [{"ore_incarico": F("89.25")}], amount=True)


def contribution():
    """The two bands of the contribution for permanent social workers, as the domain reference
    checks them: 130 000 residents, 22 workers, 80 000 euro."""
    pack = datum("residenti", "abitanti", "almeno 1  intero") + datum("stabili", "FTE") + (
        'calcolo contributo : euro "Prova del contributo"\n'
        "  = 40.000 euro/FTE * max(0 FTE; min(stabili; 1 FTE ogni 5.000 abitanti di residenti)"
        " - 1 FTE ogni 6.500 abitanti di residenti)\n"
        "  + 20.000 euro/FTE * max(0 FTE; min(stabili; 1 FTE ogni 4.000 abitanti di residenti)"
        " - 1 FTE ogni 5.000 abitanti di residenti)\n")

    def truth(case):
        p, t = case["residenti"], case["stabili"]
        return {"value": 40_000 * max(F(0), min(t, p / 5000) - p / 6500)
                         + 20_000 * max(F(0), min(t, p / 4000) - p / 5000)}

    def draw(rng):
        residents = rng.randrange(1, 400_000)
        at = F(residents, rng.choice([5000, 4000]))
        return {"residenti": F(residents), "stabili": at + rng.choice([0, F(1, 1000)])}

    known = [(18, 0), (20, 0), (22, 80_000), (26, 240_000), (29, 300_000), ("32.5", 370_000)]
    fixed = [{"residenti": F(130_000), "stabili": F(workers)} for workers, _ in known]
    for case, (_, euro) in zip(fixed, known):
        assert truth(case)["value"] == euro
    return Trial("contributo", pack, truth, draw, fixed, amount=True)


def known_between():
    """A datum known only between bounds, of which one stands exactly at the level."""
    pack = datum("tra", "FTE") + rule("tra_due_estremi", "tra almeno 7,7 FTE", "tra")
    level = F("7.7")

    def truth(case):
        lo, hi = case["tra"]
        outcomes = ["soddisfatto"] * (hi >= level) + ["non_soddisfatto"] * (lo < level)
        gap = (max(F(0), level - hi), max(F(0), level - lo))
        return {"verdict": outcomes[0] if len(outcomes) == 1 else "non_valutabile",
                "possible": outcomes, "gap": gap, "relative": tuple(g / level for g in gap)}

    def draw(rng):
        width = F(rng.randrange(1, 700), 100)
        return {"tra": rng.choice([(level - width, level), (level, level + width),
                                   (level - width, level - F(1, 10**10)), (level - width, level + width)])}

    return Trial("tra_due_estremi", pack, truth, draw,
                 [{"tra": (level, level)}, {"tra": (F(0), level)}])


NINE = "0.41 0.88 0.56 0.50 0.24 0.03 0.90 0.05 0.80".split()
TRIALS = [
    ratio(5000), ratio(4000), ratio(6500),
    summed("dieci_decimi", ["0.1"] * 10, "1"), summed("dieci_decimi_pari", ["0.1"] * 10, "1", "pari a"),
    summed("nove_quote", NINE, "4.37"), summed("nove_quote_pari", NINE, "4.37", "pari a"),
    share("cinquantasei", "56%", F(56, 100)), share("un_terzo", "1/3", F(1, 3)),
    share("due_terzi", "2/3", F(2, 3)), share("mezzo_punto", "0,5%", F(5, 1000)),
    there_and_back("settimi", "x / 7 * 7"), there_and_back("quarantanovesimi", "x / 49 * 49"),
    there_and_back("tre_terzi", "x / 3 + x / 3 + x / 3"),
    strict("oltre", "più di", 1), strict("sotto", "meno di", -1),
    rounded_lever("gruppi_interi", "a unità intere", F(1)),
    rounded_lever("mezzi_gruppi", "a passi di 0,5 gruppi", F(1, 2)),
    hours_and_days(), cost(), contribution(), known_between(),
]


def cell(value):
    if isinstance(value, tuple):
        return f"[{decimal(value[0])}, {decimal(value[1])}]"
    return decimal(value)


def compare(trial, case, ambito, results, checks):
    truth = trial.truth(case)
    what = f"{trial.name} with {', '.join(f'{k}={cell(v)}' for k, v in case.items())}"
    if trial.amount:
        found = results.computed[ambito, trial.name]
        checks.same(what, only_bounds(found), bounds(truth["value"]))
        return
    found = results.rules[ambito, trial.name]
    gap = found["requirements"][0]["gap"]
    checks.same(what, found["verdict"], truth["verdict"])
    checks.same(what, found["possible"], truth.get("possible", [truth["verdict"]]))
    checks.same(f"{what}: relative gap", found["relative_gap"], _interval(truth["relative"]))
    if "gap" in truth:
        checks.same(f"{what}: gap", only_bounds(gap), _interval(truth["gap"]))
    if "strict" in truth:
        checks.same(f"{what}: strict", gap["strict"], truth["strict"])


def _interval(value):
    return bounds(*value) if isinstance(value, tuple) else bounds(value)


def main(command, folder):
    seed, rng = seed_from_environment()
    draws = max(DRAWS, max(len(trial.fixed) for trial in TRIALS))
    cases = {f"a{i:04d}": [t.fixed[i] if i < len(t.fixed) else t.draw(rng) for t in TRIALS]
             for i in range(draws)}
    data = {ambito: {name: cell(value) for case in row for name, value in case.items()}
            for ambito, row in cases.items()}
    leps = Leps(command, folder)
    results = leps.check(HEAD + "".join(trial.pack for trial in TRIALS), data, "soglie")
    checks = Checks()
    for ambito, row in cases.items():
        for trial, case in zip(TRIALS, row):
            compare(trial, case, ambito, results, checks)

    # The report rounds, half away from zero, and it alone: 3 625,335 is 3.625,34 to the cent.
    report = leps.run("check", f"{folder}/soglie/rules.leps", "--data", f"{folder}/soglie/data/a0000.yaml",
                      "--format", "text", "--lang", "it", "--color", "never")
    checks.holds("89,25 hours at 40,62 euro are not shown as 3.625,34", "3.625,34" in report)
    print(f"{len(TRIALS)} trials, {draws} draws of each")
    checks.close(seed)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
