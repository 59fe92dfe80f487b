"""Draws small changes of the sources, and tells which of them no test notices.

usage: run.py [--seed S] [--count N] [--jobs J] [FOLDER…]

Change i is drawn with the seed S + i: `--seed THAT --count 1` with the same folders draws it again. A change that does
not compile, or that compiles to the same machine code, is drawn anew.
Exit status: 0, whatever survives: that is for a person to read; 1 where the sources as they are fail.
"""
import argparse
import collections
import concurrent.futures
import os
import pathlib
import queue
import random
import re
import sys
import time

from draw import Drawer
from workshop import Broken, Workshop

ROOT = pathlib.Path(__file__).resolve().parents[2]
DRAWS = 50  # before a seed is given up
SLOWEST = 60.0  # seconds of a test that is asked


def sources_in(folders):
    texts = {}
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.cpp")):
            texts[path.relative_to(ROOT).as_posix()] = path.read_text("utf-8")
    return texts


def room_of(path):
    parts = path.split("/")
    return "/".join(parts[:2]) if len(parts) > 2 else parts[0]


class Judge:
    """Makes the change of a seed in a workshop, and asks the tests."""

    def __init__(self, drawer, tests, costs):
        self.drawer, self.tests, self.costs = drawer, tests, costs

    def run(self, shop, seed):
        for attempt in range(DRAWS):
            change = self.drawer.draw(seed * DRAWS + attempt)
            text = self.drawer.texts[change.path]
            objects = shop.objects_of(change.path)
            before = shop.read_objects(objects)
            shop.write(change.path, change.applied(text))
            try:
                if shop.make(objects).returncode == 0 and shop.read_objects(objects) != before:
                    return change, self._ask(shop, change)
            finally:
                shop.write(change.path, text)
                shop.make(objects)
        return None, None

    def _ask(self, shop, change):
        unit = "unit." + change.path.split("/")[1]
        for name in sorted(self.costs, key=lambda each: (each != unit, self.costs[each])):
            if shop.make(self.tests[name]).returncode:
                return f"{name} (does not link)"
            said = shop.notices(name, self.costs[name])
            if said:
                return f"{name}: {first_words(said)}"
        return None


def first_words(said):
    """What a failing test says first, on one line."""
    found = re.search(r"TEST CASE: +(.*)|^((?:AssertionError|seed|FAIL|E  ).*)$", said, re.M)
    return " ".join((found.group(1) or found.group(2)).split())[:70] if found else ""


def brief(text):
    text = " ".join(text.split())
    return text if len(text) < 60 else text[:57] + "…"


def main():
    parser = argparse.ArgumentParser(prog="tests/mutants.sh")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("folders", nargs="*", default=["engine"], metavar="FOLDER")
    asked = parser.parse_args()
    seed = asked.seed if asked.seed is not None else random.SystemRandom().randrange(10**6)
    texts = sources_in(asked.folders)
    drawer = Drawer(texts)
    if not drawer.changes:
        sys.exit(f"no C++ source in {', '.join(asked.folders)}")

    began = time.monotonic()
    shops = [Workshop(ROOT, ROOT / "build" / "mutants" / str(i)) for i in range(max(1, asked.jobs))]
    print(f"seed {seed}: {asked.count} of {len(drawer.changes)} changes in {len(texts)} files", flush=True)
    try:
        with concurrent.futures.ThreadPoolExecutor(len(shops)) as pool:
            list(pool.map(Workshop.set_up, shops))
        tests = shops[0].tests()
        costs = shops[0].costs(tests)
    except Broken as broken:
        sys.exit(f"{broken}\nThe sources as they are do not pass.")
    slow = [name for name, seconds in costs.items() if seconds > SLOWEST]
    costs = {name: seconds for name, seconds in costs.items() if name not in slow}
    print(f"ready after {(time.monotonic() - began) / 60:.0f} min: {len(costs)} tests"
          + (f"; not asked, for they take over {SLOWEST:.0f} s: {', '.join(slow)}" if slow else ""), flush=True)

    free, judge = queue.Queue(), Judge(drawer, tests, costs)
    for shop in shops:
        free.put(shop)

    def one(number):
        shop = free.get()
        try:
            return number, *judge.run(shop, number)
        finally:
            free.put(shop)

    rows = []
    with concurrent.futures.ThreadPoolExecutor(len(shops)) as pool:
        for done in concurrent.futures.as_completed([pool.submit(one, seed + i) for i in range(asked.count)]):
            number, change, noticed = done.result()
            if change is None:
                continue
            row = (number, change, f"{change.path}:{change.line(texts[change.path])}", noticed)
            rows.append(row)
            print(f"{number}  {row[2]}  {change.kind}: {brief(change.old)} → {brief(change.new) or '(nothing)'}  "
                  f"{noticed or 'SURVIVED'}", flush=True)
    tell(rows, time.monotonic() - began)


def tell(rows, seconds):
    by_room = collections.defaultdict(lambda: [0, 0])
    for _, change, _, noticed in rows:
        by_room[room_of(change.path)][0] += bool(noticed)
        by_room[room_of(change.path)][1] += 1
    print("\nnoticed, by room")
    for room, (noticed, all_of_them) in sorted(by_room.items()):
        print(f"  {room:28} {noticed:3} of {all_of_them}")
    print("\nsurvived\n  seed       place                                         change")
    for number, change, place, noticed in sorted(rows, key=lambda row: row[0]):
        if not noticed:
            print(f"  {number:<10} {place:45} {brief(change.old)} → {brief(change.new) or '(nothing)'}")
    noticed = sum(bool(row[3]) for row in rows)
    print(f"\n{noticed} of {len(rows)} noticed, in {seconds / 60:.0f} min")


if __name__ == "__main__":
    main()
