#!/usr/bin/env python3
"""Checks that the tests which give NULL to leps.h give it everywhere: to every pointer that every
function takes, in one call or another; and call what takes none.

usage: check_nothing.py leps.h TEST.c...
"""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bindings/c/docs"))

from make_reference import Header  # noqa: E402  the reader of the header that its reference has


def calls(text):
    """Each call of the library, as its name and its arguments."""
    text = re.sub(r'/\*.*?\*/|"(?:\\.|[^"\\])*"', '""', text, flags=re.S)
    for found in re.finditer(r"\b(leps_\w+)\(", text):
        arguments, depth = [""], 1
        for letter in text[found.end():]:
            depth += (letter in "([{") - (letter in ")]}")
            if depth == 0:
                break
            if letter == "," and depth == 1:
                arguments.append("")
            else:
                arguments[-1] += letter
        yield found[1], [each.strip() for each in arguments]


def main(header, *tests):
    functions = Header(pathlib.Path(header).read_text()).functions
    given = {}  # by function, the places at which some call gives NULL
    for test in tests:
        for name, arguments in calls(pathlib.Path(test).read_text()):
            places = given.setdefault(name, set())
            places |= {i for i, argument in enumerate(arguments) if argument == "NULL"}
    findings = []
    for function in functions:
        if function.name not in given:
            findings.append(f"{function.name} is never called")
            continue
        for i, (kind, name) in enumerate(function.parameters):
            if "*" in kind and i not in given[function.name]:
                findings.append(f"{function.name} is never given NULL as its {name}")
    print(*findings, sep="\n")
    print(f"{len(functions)} functions, {len(findings)} findings")
    return 1 if findings or not functions else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
