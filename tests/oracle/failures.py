"""What came out, told so that it can be run again: seed, round, the pack, the data before and after, what is out of
what. LEPS_SHOWN says how many; LEPS_SHRINK how many of each kind are also made as small as they can be, and
LEPS_SHRINK_KINDS of which kinds (words of them, commas between).
"""
import os
import sys
from collections import Counter

from agreement import Agreement
from lever_laws import trials
from shrink import Shrink
from wild_data import named, same_where

SHOWN = int(os.environ.get("LEPS_SHOWN", "30"))


class Failure:
    """`before` and `after` are names of Ambiti; `cases` holds both where the pack was drawn."""

    def __init__(self, index, folder, before, after, year, what, kind, sentence):
        self.index, self.folder, self.before, self.after = index, folder, before, after
        self.year, self.what, self.kind, self.sentence = year, what, kind, sentence
        self.pack = self.cases = None
        self.full = False

    def two_cases(self):
        """Before and after; of a gap that is applied, twice the one to which it is."""
        applied = self.kind in ("law of gaps", "lever bounds")
        return self.cases[self.before], self.cases[self.before if applied else self.after]

    def told(self, seed):
        return (f"seed {seed} round {self.index}: {self.kind}: {self.what} {self.year}: {self.sentence}\n"
                f"  leps check {self.folder}/rules.leps --data {self.folder}/data/{self.before}.yaml, then {self.after}.yaml")


class Failures:
    def __init__(self, seed, judge, compare):
        self.seed, self.judge, self.compare = seed, judge, compare
        self.found = []

    def add(self, failure):
        self.found.append(failure)

    def kinds(self):
        return Counter(failure.kind for failure in self.found)

    def tell(self):
        shown = Counter()
        for failure in self.found:
            shown[failure.kind] += 1
            if shown[failure.kind] <= max(3, SHOWN // len(self.kinds())):
                print(failure.told(self.seed))
        if os.environ.get("LEPS_SHRINK"):
            self.shrink(int(os.environ["LEPS_SHRINK"]))

    def shrink(self, each):
        """The first few of each kind."""
        done, seen = Counter(), set()
        kinds = os.environ.get("LEPS_SHRINK_KINDS", "").split(",")
        for failure in self.found:
            if failure.pack is None or done[failure.kind] >= each or not any(kind in failure.kind for kind in kinds):
                continue
            if (failure.index, failure.what, failure.kind) in seen:
                continue
            seen.add((failure.index, failure.what, failure.kind))
            done[failure.kind] += 1
            small = Shrink(failure.pack, failure.what, *failure.two_cases(), self.again(failure)).run()
            if small is None:
                continue
            pack, before, after = small
            name = f"ridotto_{failure.kind.replace(' ', '_').replace(':', '')}_{done[failure.kind]}"
            told = self.run(name, pack, failure, before, after)
            print(f"\n### {failure.kind} (seed {self.seed} round {failure.index}, {failure.what})")
            print("\n".join(told))
            print(_body(pack.text(failure.what)))
            for ambito in ("a", "b") if before != after else ("a",):
                print(_body(self.judge.text_of(name, ambito)))
            sys.stdout.flush()

    def again(self, failure):
        return lambda pack, only, before, after: bool(self.run("tentativo", pack, failure, before, after))

    def run(self, name, pack, failure, before, after):
        """What of the same kind comes out of one rule, alone."""
        needed, what = pack.under_name(failure.what), failure.what
        cases = {"a": _only(before, needed), "b": _only(after, needed)}
        judged = self.judge.quietly(name, pack.text(what), cases)
        if judged is None or not {"a", "b"} <= set(judged.rules):
            return []
        if failure.kind.startswith("truth"):
            agreement = Agreement(pack, after)
            try:
                if what in pack.amounts:
                    agreement.amount(what, judged.computed["b"])
                else:
                    rule = next(rule for rule in pack.rules if rule["name"] == what)
                    agreement.rule(rule, judged.rules["b"][2025, what])
            except (TypeError, KeyError, AttributeError):  # a candidate that the oracle cannot read
                return []
            return [sentence for _, kind, sentence in agreement.out if kind == failure.kind]
        if failure.kind in ("law of gaps", "lever bounds"):
            rule = next(rule for rule in pack.rules if rule["name"] == what)
            found, wrong = trials(pack, rule, judged.rules["a"][2025, what], before[2025]["data"])
            if failure.kind == "lever bounds":
                return wrong
            for trial in found:
                moved = cases["a"] | {2025: cases["a"][2025] | {"data": cases["a"][2025]["data"] | trial.changes}}
                later = self.judge.quietly(f"{name}_poi", pack.text(what), {"b": moved})
                if later is None or "b" not in later.rules:
                    continue
                result = later.rules["b"][2025, what]["requirements"]
                verdict = next(r["verdict"] for r in result if r["name"] == trial.requirement)
                if verdict != trial.expected:
                    return [f"{verdict} {trial.said}"]
            return []
        if failure.kind == "rests on":
            old, new = judged.rules["a"][2025, what], judged.rules["b"][2025, what]
            if said(old) == said(new) or not same_where(named(old["missing"], pack), before, after):
                return []
            return [f"{said(old)} became {said(new)}, missing {old['missing']}"]
        if failure.kind == "deciding":
            old, new = judged.rules["a"][2025, what], judged.rules["b"][2025, what]
            if old["possible"] == new["possible"] or not same_where(named(old["deciding"], pack), before, after):
                return []
            return [f"{old['possible']} became {new['possible']}, deciding {old['deciding']}"]
        found, _ = self.compare(judged, "a", "b", full=failure.full)
        return [sentence for _, rule, kind, sentence in found if kind == failure.kind and rule == what]


def said(result):
    """What must not change where only what a result does not rest on becomes known."""
    gaps = [requirement["gap"] for requirement in result["requirements"]]
    return result["possible"], [gap and [gap[key] for key in ("lo", "hi", "relative_gap")] for gap in gaps]


def _only(case, needed):
    only = lambda known: {name: found for name, found in known.items() if name in needed}
    return {year: {"data": only(known["data"]),
                   "lists": {name: rows and [only(row) for row in rows] for name, rows in only(known["lists"]).items()}}
            for year, known in case.items()}


def _body(text):
    return "\n".join("    " + line for line in text.splitlines()
                     if not line.startswith(("pacchetto", "fonte", "unità", "categoria", "gruppo", "nome:")))
