#!/usr/bin/env python3
"""Checks the map of the house: a room includes only rooms above it, each library lives in one room.

usage: check_layers.py ROOT

The map itself is engine/CMakeLists.txt (`leps_room(NAME USES …)`): it is read from there, so that
there is one of it. A room may include itself and every room that it uses, directly or not.
"""
import pathlib
import re
import sys

# A library's headers, and the only rooms that may include them. Boost.Multiprecision is the type of
# our numbers: every room sees it through base/rational.hpp, and only base/ includes it.
LIBRARIES = [
    (r"boost/spirit/|boost/fusion/", {"syntax"}),
    (r"boost/graph/", {"schedule"}),
    (r"boost/multiprecision/", {"base"}),
    (r"yaml-cpp/", {"facts"}),
    (r"rapidjson/", {"report"}),
    (r"sodium", {"source"}),
    (r"pugixml", {"sheets", "report"}),  # one reads XML, the other writes it
    (r"zip\.h", {"sheets"}),
    (r"xlsxwriter", {"report"}),
    (r"CLI/|CLI11", {"cli"}),
]
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def rooms_of(cmake):
    """What each room may see: {room: {rooms}}, itself included, in the order of the map."""
    seen = {}
    for name, rest in re.findall(r"^leps_room\((\w+)([^)]*)\)", cmake, re.MULTILINE):
        uses = re.search(r"USES\s+([\w\s]+?)(?:LIBRARIES|$)", rest.strip())
        seen[name] = {name}
        for used in uses.group(1).split() if uses else []:
            if used not in seen:
                sys.exit(f"engine/CMakeLists.txt: {name} uses {used}, which does not stand above it")
            seen[name] |= seen[used]
    return seen


def main(root):
    engine = root / "engine"
    visible = rooms_of((engine / "CMakeLists.txt").read_text())
    # pipeline.cpp is the page that calls every stage; cli/ and the bindings stand on it.
    stages = set(visible) - {"cli"}
    visible["cli"] |= stages
    findings = []
    files = 0

    def check(path, room, rooms, pipeline):
        nonlocal files
        files += 1
        text = path.read_text()
        for match in INCLUDE.finditer(text):
            target = match.group(1)
            place = f"{path.relative_to(root)}:{text.count(chr(10), 0, match.start(1)) + 1}"
            for headers, homes in LIBRARIES:
                if re.match(headers, target) and room not in homes:
                    findings.append(f"{place}: {target} belongs in {', '.join(sorted(homes))}/ only")
            first = target.split("/")[0]
            if target == "pipeline.hpp" and not pipeline:
                findings.append(f"{place}: {room}/ is a stage, and must not know the pipeline")
            if "/" in target and first in visible and first not in rooms:
                findings.append(f"{place}: {room} must not include {first}/, which stands below it")

    for folder in sorted(p for p in engine.iterdir() if p.is_dir()):
        if folder.name not in visible:
            findings.append(f"engine/{folder.name}/ is on no map: add it to engine/CMakeLists.txt")
            continue
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".cpp", ".hpp", ".def", ".h"}:
                check(path, folder.name, visible[folder.name], folder.name == "cli")
    for path in sorted(engine.glob("*.?pp")):
        check(path, "pipeline", stages, True)
    for path in sorted((root / "bindings").rglob("*")):
        if path.suffix in {".cpp", ".hpp", ".c", ".h"}:
            check(path, "bindings", stages, True)

    for finding in findings:
        print(finding)
    print(f"{files} files of {len(visible)} rooms, {len(findings)} out of place")
    return 1 if findings or files == 0 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
