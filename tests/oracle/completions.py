#!/usr/bin/env python3
"""Completes the unknown at random: whatever it turns out to be must lie within what was said without it.

Packs and data are drawn; the command judges each Ambito with its unknowns, in part completed, and in full.
Verdicts, gaps, costs and amounts may only become narrower, and what is not named as deciding may not decide.

usage: completions.py LEPS FOLDER    (LEPS_SEED draws others; LEPS_ROUNDS sets how many packs)
"""
import json
import os
import subprocess
import sys

from harness import YEAR, Leps, seed_from_environment
from agreement import Agreement
from failures import Failure, Failures
from lever_laws import trials
from narrowing import Narrowing
from stories import STORIES
from wild_data import DataDrawer, document
from wild_packs import PackDrawer

CASES, PARTIAL, FULL = 5, 3, 8


class Judge:
    """Runs the command on cases; those whose data break a bound are left out."""

    def __init__(self, leps):
        self.leps = leps

    def __call__(self, name, pack_text, cases):
        return self.texts(name, pack_text, {ambito: document(ambito, case) for ambito, case in cases.items()})

    def texts(self, name, pack_text, documents):
        rules = self.leps.write(f"{name}/rules.leps", pack_text)
        for ambito, text in documents.items():
            self.leps.write(f"{name}/data/{ambito}.yaml", text)
        return self.run(rules, os.path.join(self.leps.folder, name, "data"))

    def run(self, rules, data):
        done = self._run(rules, data)
        if done.returncode not in (0, 1, 4):
            sys.stderr.write(done.stderr.decode("utf-8", "replace")[:6000])
            sys.exit(f"leps check {rules} --data {data}: exit status {done.returncode}")
        return Judged(json.loads(done.stdout or '{"results": [], "computed": []}'))

    def _run(self, rules, data):
        return subprocess.run([self.leps.command, "check", rules, "--data", data, "--keep-good", "--format", "json"],
                              capture_output=True, check=False)

    def quietly(self, name, pack_text, cases):
        """The same, or None where the pack or the data are refused."""
        rules = self.leps.write(f"{name}/rules.leps", pack_text)
        for ambito, case in cases.items():
            self.leps.write(f"{name}/data/{ambito}.yaml", document(ambito, case))
        done = self._run(rules, os.path.join(self.leps.folder, name, "data"))
        return Judged(json.loads(done.stdout)) if done.returncode in (0, 1) else None

    def text_of(self, name, ambito):
        with open(os.path.join(self.leps.folder, name, "data", f"{ambito}.yaml"), encoding="utf-8") as file:
            return file.read()


class Judged:
    """Results by Ambito, then by (year, rule) and (year, amount)."""

    def __init__(self, found):
        self.rules, self.computed = {}, {}
        for result in found["results"]:
            self.rules.setdefault(result["ambito"], {})[result["year"], result["rule"]] = result
        for amount in found["computed"]:
            self.computed.setdefault(amount["ambito"], {})[amount["year"], amount["name"]] = amount


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


class Oracle:
    def __init__(self, leps, rng, seed):
        self.judge, self.rng, self.seed = Judge(leps), rng, seed
        self.done, self.unsaid, self.left_out, self.cases = 0, 0, 0, 0
        self.failures = Failures(seed, self.judge, compare)

    def round(self, index):
        rng = self.rng
        pack = PackDrawer(rng).make()
        drawer = DataDrawer(pack, rng)
        cases, pairs = {}, []
        for i in range(CASES):
            base = f"a{i}"
            cases[base] = drawer.case()
            above = [base]
            for j in range(PARTIAL):
                part = f"{base}p{j}"
                cases[part] = drawer.complete(cases[base], full=False)
                pairs.append((base, part, False))
                above.append(part)
            for j in range(FULL):
                whole, start = f"{base}f{j}", above[j % len(above)]
                cases[whole] = drawer.complete(cases[start])
                pairs += [(upper, whole, True) for upper in {base, start}]
        name = f"giro_{index}"
        judged = self.judge(name, pack.text(), cases)
        self.cases += len(cases)
        self.left_out += len(cases) - len(judged.rules)
        for before, after, full in pairs:
            if before not in judged.rules or after not in judged.rules:
                continue
            found, done = compare(judged, before, after, full)
            self.done += done
            for year, what, kind, sentence in found:
                self.out(index, name, before, after, year, what, kind, sentence, pack, cases, full)
        self.agree(index, name, pack, cases, judged)
        self.second(index, name, pack, drawer, cases, judged)

    def agree(self, index, name, pack, cases, judged):
        for ambito, case in cases.items():
            if "f" not in ambito or ambito not in judged.rules:
                continue
            agreement = Agreement(pack, case)
            for amount in pack.amounts:
                agreement.amount(amount, judged.computed.get(ambito, {}))
            for rule in pack.rules:
                agreement.rule(rule, judged.rules[ambito][2025, rule["name"]])
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
                    known = (pack, cases | more) if kind == "deciding" else ()
                    self.out(index, f"{name}_poi", before, ambito, year, rule, kind, sentence, *known)

    def ask_the_rest(self, pack, drawer, ambito, case, judged, more):
        """Completes all but what is said to decide a verdict: it may not change."""
        open_ = [result for (year, _), result in judged.rules[ambito].items()
                 if year == 2025 and len(result["possible"]) > 1]
        for result in self.rng.sample(open_, min(4, len(open_))):
            other = f"{ambito}d{len(more)}"
            kept = set(result["deciding"])
            more[other] = drawer.complete(case, keep=lambda place: place in kept)
            yield other, self.unchanged(ambito, result)

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
                self.out(index, name, ambito, ambito, 2025, rule["name"], "lever bounds", sentence)
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
        sys.exit(1 if self.failures.found or not self.done else 0)


def tell_stories(oracle):
    for story in STORIES:
        texts = {"a": story.known} | {f"a_{i}": then for i, then in enumerate(story.then)}
        judged = oracle.judge.texts(story.name, story.pack, {
            ambito: f"ambito: {ambito}\nnome: Caso {ambito}\nanni:\n  2025: {{{text}}}\n" for ambito, text in texts.items()})
        if "a" not in judged.rules:
            sys.exit(f"{story.name}: the data are refused")
        for ambito in texts:
            if ambito != "a" and ambito in judged.rules:
                found, done = compare(judged, "a", ambito, full=True)
                oracle.done += done
                for year, what, kind, sentence in found:
                    oracle.out("-", story.name, "a", ambito, year, what, kind, sentence)


def main(command, folder):
    seed, rng = seed_from_environment()
    oracle = Oracle(Leps(command, folder), rng, seed)
    tell_stories(oracle)
    for index in range(int(os.environ.get("LEPS_ROUNDS", "10"))):
        oracle.round(index)
    oracle.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
