#!/usr/bin/env python3
"""Completes the unknown at random: whatever it turns out to be must lie within what was said without it.

Packs and data are drawn; the command judges each Ambito with its unknowns, in part completed, and in full.
Verdicts, gaps, costs and amounts may only become narrower, and what is not named as deciding may not decide.

usage: completions.py LEPS FOLDER    (LEPS_SEED draws others; LEPS_ROUNDS sets how many packs, `7` the first seven,
                                      `7-7` only the one that is called 7)
"""
import os
import random
import sys

import tightness
from agreement import Agreement
from failures import Failure, Failures, said
from harness import YEAR, Leps, seed_from_environment
from judge import Judge
from lever_laws import trials
from narrowing import Narrowing
from stories import STORIES, differs
from wild_data import DataDrawer, named
from wild_packs import PackDrawer

CASES, PARTIAL, FULL = 5, 3, 8


def compare(judged, before, after, full):
    """What of `after` came out of `before`: (year, rule or amount, kind, sentence)."""
    found, done = [], 0
    for kind, results in (("rule", judged.rules), ("computed", judged.computed)):
        for (year, name), old in results.get(before, {}).items():
            if year != YEAR or (year, name) not in results.get(after, {}):
                continue  # a datum that was worked out, and is given
            narrowing = Narrowing(full)
            getattr(narrowing, kind)(old, results[after][year, name])
            done += narrowing.done
            found += [(year, name, *out) for out in narrowing.out]
    return found, done


def rests_on_worked_out_kin(pack, names):
    """Whether a part or a whole of what is named is worked out: from data that results need not name."""
    return any(pack.data[one].if_missing is not None
               for name in names for one in pack.kin(name.split("@")[0].split(" ")[0]))


class Oracle:
    def __init__(self, leps, seed):
        self.judge, self.seed = Judge(leps), seed
        self.done, self.unsaid, self.left_out, self.cases = 0, 0, 0, 0
        self.failures = Failures(seed, self.judge, compare)

    def round(self, index):
        # Each of its own, so that what one is does not hang on what was said of those before.
        rng = self.rng = random.Random(f"{self.seed} {index}")
        pack = PackDrawer(rng).make()
        drawer = DataDrawer(pack, rng)
        cases, pairs = {}, []
        for i in range(CASES):
            base = f"a{i}"
            cases[base] = drawer.case(group=rng.random() < 0.2)
            above = [base]
            for j in range(PARTIAL):
                part = f"{base}p{j}"
                cases[part] = drawer.complete(cases[base], full=False)
                pairs.append((base, part, False))
                above.append(part)
            for j in range(FULL):
                whole, start = f"{base}f{j}", above[j % len(above)]
                cases[whole] = drawer.complete(cases[start])
                if rng.random() < 0.3:
                    cases[whole] = drawer.give(cases[whole])
                pairs += [(upper, whole, True) for upper in dict.fromkeys([base, start])]
        name = f"giro_{index}"
        judged = self.judge(name, pack.text(), cases)
        self.cases += len(cases)
        self.left_out += sum(ambito not in judged.rules for ambito in cases)
        for before, after, full in pairs:
            if before not in judged.rules or after not in judged.rules:
                continue
            found, done = compare(judged, before, after, full)
            self.done += done
            for year, what, kind, sentence in found:
                self.out(index, name, before, after, year, what, kind, sentence, pack, cases, full)
        self.pack = pack
        self.agree(index, name, pack, cases, judged)
        self.second(index, name, pack, drawer, cases, judged)

    def agree(self, index, name, pack, cases, judged):
        for ambito, case in cases.items():
            if ambito not in judged.rules:
                continue
            agreement = Agreement(pack, case)
            if "f" not in ambito:
                tightness.check(pack, case, judged.computed[ambito], agreement.same)
                self.tell_agreement(agreement, index, name, ambito, pack, cases)
                continue
            for amount in pack.amounts:
                agreement.amount(amount, judged.computed.get(ambito, {}))
            for rule in pack.rules:
                agreement.rule(rule, judged.rules[ambito][2025, rule["name"]])
            self.tell_agreement(agreement, index, name, ambito, pack, cases)

    def tell_agreement(self, agreement, index, name, ambito, pack, cases):
        self.done += agreement.done
        self.unsaid += agreement.unsaid
        for what, kind, sentence in agreement.out:
            self.out(index, name, ambito, ambito, 2025, what, kind, sentence, pack, cases)

    def second(self, index, name, pack, drawer, cases, judged):
        """What the first results promise: what does not decide may be anything; a gap that is applied closes."""
        asked, more = [], {}
        for ambito, case in cases.items():
            if ambito not in judged.rules:
                continue
            if "f" not in ambito:
                asked += self.ask_the_rest(pack, drawer, ambito, case, judged, more)
            elif ambito[-1] in "01":
                asked += self.apply_gaps(index, name, pack, ambito, case, judged, more)
        if not more:
            return
        later = self.judge(f"{name}_poi", pack.text(), more)
        for ambito, check in asked:
            if ambito in later.rules:
                self.done += 1
                wrong = check(later.rules[ambito])
                if wrong:
                    before, year, rule, kind, sentence = wrong
                    self.out(index, f"{name}_poi", before, ambito, year, rule, kind, sentence, pack, cases | more)

    def ask_the_rest(self, pack, drawer, ambito, case, judged, more):
        """Completes all but what is said to decide a verdict: it may not change."""
        open_ = [result for (year, _), result in judged.rules[ambito].items()
                 if year == 2025 and len(result["possible"]) > 1]
        for result in self.rng.sample(open_, min(4, len(open_))):
            if rests_on_worked_out_kin(pack, result["deciding"]):
                continue
            other = f"{ambito}d{len(more)}"
            more[other] = drawer.complete(case, keep=named(result["deciding"], pack))
            yield other, self.unchanged(ambito, result)
        for result in self.rng.sample(list(judged.rules[ambito].values()), 3):
            if result["year"] == YEAR and not rests_on_worked_out_kin(pack, result["missing"]):
                other = f"{ambito}d{len(more)}"
                more[other] = drawer.complete(case, keep=named(result["missing"], pack))
                yield other, self.rests_on_nothing_else(ambito, result)

    def rests_on_nothing_else(self, ambito, before):
        # A price decides which alternative is the cheapest, and stands in no list of what is missing.
        priced = any(lever["cost"] for rule in self.pack.rules if rule["name"] == before["rule"]
                     for requirement in rule["requirements"] for lever in requirement["levers"])
        of = said if not priced else lambda result: result["possible"]

        def check(after):
            now = after[2025, before["rule"]]
            if of(now) != of(before):
                return (ambito, 2025, before["rule"], "rests on",
                        f"{of(before)} became {of(now)} though {before['missing']} stayed as they were")
            return None
        return check

    def unchanged(self, ambito, before):
        def check(after):
            now = after[2025, before["rule"]]["possible"]
            if now != before["possible"]:
                return (ambito, 2025, before["rule"], "deciding",
                        f"{before['possible']} became {now} though {before['deciding']} stayed as they were")
            return None
        return check

    def apply_gaps(self, index, name, pack, ambito, case, judged, more):
        for rule in pack.rules:
            result = judged.rules[ambito][2025, rule["name"]]
            found, wrong = trials(pack, rule, result, case[2025]["data"])
            for sentence in wrong:
                self.out(index, name, ambito, ambito, YEAR, rule["name"], "lever bounds", sentence, pack, {ambito: case})
            for trial in found:
                other = f"{ambito}g{len(more)}"
                data = case[2025]["data"] | trial.changes
                more[other] = case | {2025: case[2025] | {"data": data}}
                yield other, self.closes(ambito, trial)

    def closes(self, ambito, trial):
        def check(after):
            result = after[2025, trial.rule]
            found = next(r["verdict"] for r in result["requirements"] if r["name"] == trial.requirement)
            if found != trial.expected:
                return (ambito, 2025, trial.rule, "law of gaps", f"{trial.requirement}: {found} {trial.said}")
            return None
        return check

    def out(self, index, name, before, after, year, what, kind, sentence, pack=None, cases=None, full=False):
        failure = Failure(index, os.path.join(self.judge.leps.folder, name), before, after, year, what, kind, sentence)
        failure.pack, failure.cases, failure.full = pack, cases, full
        self.failures.add(failure)

    def close(self):
        self.failures.tell()
        print(f"seed {self.seed}: {self.cases} cases, {self.left_out} left out because they break a bound; "
              f"{self.done} comparisons, {self.unsaid} left out because the language does not say, "
              f"{len(self.failures.found)} came out {dict(self.failures.kinds())}")
        sys.exit(1 if self.failures.found or not self.done or 2 * self.left_out > self.cases else 0)


def tell_stories(oracle):
    for story in STORIES:
        texts = {"a": story.known} | {f"a_{i}": then for i, then in enumerate(story.then)}
        judged = oracle.judge.texts(story.name, story.pack, {
            ambito: f"ambito: {ambito}\nnome: Caso {ambito}\nanni:\n  2025: {{{text}}}\n" for ambito, text in texts.items()})
        if "a" not in judged.rules:
            sys.exit(f"{story.name}: the data are refused")
        for i, says in story.says.items():
            if f"a_{i}" in judged.rules:
                oracle.done += 1
                wrong = differs(says, judged.rules[f"a_{i}"][YEAR, "r"])
                if wrong:
                    oracle.out("-", story.name, "a", f"a_{i}", YEAR, "r", "story", wrong)
        for ambito in texts:
            if ambito != "a" and ambito in judged.rules:
                found, done = compare(judged, "a", ambito, full=True)
                oracle.done += done
                for year, what, kind, sentence in found:
                    oracle.out("-", story.name, "a", ambito, year, what, kind, sentence)


def main(command, folder):
    seed, _ = seed_from_environment()
    oracle = Oracle(Leps(command, folder), seed)
    tell_stories(oracle)
    first, _, last = os.environ.get("LEPS_ROUNDS", "10").rpartition("-")
    for index in range(int(first or 0), int(last) + 1 if first else int(last)):
        oracle.round(index)
    oracle.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
