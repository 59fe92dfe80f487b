"""One Ambito judged again and again through the Python package: embedding.py RULES DATA SECONDS"""
import sys
import time

import leps


def main(rules: str, data: str, seconds: float) -> None:
    begin = time.perf_counter()
    rulebook = leps.compile(rules)
    print(f"leps in Python: compile\t{(time.perf_counter() - begin) * 1e3:.3f}\tms")
    base = rulebook.evaluate(rulebook.load(data))
    values = ["20", "21.5", "23", "24.5", "26", "27.5"]
    count, begin = 0, time.perf_counter()
    while time.perf_counter() - begin < seconds:
        change = {("sintetico_prova", 2025, "assistenti"): values[count % 6]}
        for result in base.what_if(change):
            _ = result.verdict, [requirement.gap for requirement in result.requirements]
        count += 1
    print(f"leps in Python: one value changed\t{count / (time.perf_counter() - begin):.0f}\t/s")


main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
