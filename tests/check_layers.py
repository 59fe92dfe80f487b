#!/usr/bin/env python3
"""Checks the map of the house: a room includes only rooms above it, each library lives in one room.

usage: check_layers.py ROOT

The map itself is engine/CMakeLists.txt (`leps_room(NAME USES …)`): it is read from there, so that
there is one of it. A room is a folder of engine/; a PAGE is one file beside the folders. A room may
include itself and every room that it uses, directly or not; the bindings may include every room. No
file stands outside a room. What a .cpp defines is declared in the header that it includes first: of
its own name, or of the beginning of its name where a class has several files (`print_value.cpp`,
`print.hpp`).

A room's names stand in a namespace of its own, so that two rooms may use one word: `leps::inline NAME`
where the others may leave it out, `leps::NAME` where they say it. NAME is the room's, or the one
that the map gives it (`NAMESPACE checking`: `check` is a function). Names of a page stand in `leps`.
"""
import pathlib
import re
import sys

# A library's headers, and the only rooms that may include them.
LIBRARIES = [
    (r"boost/spirit/|boost/fusion/", {"syntax"}),
    (r"boost/graph/", {"schedule"}),
    (r"boost/multiprecision/", {"base"}),
    (r"yaml-cpp/", {"trees"}),
    (r"rapidjson/", {"json"}),
    (r"sodium", {"source"}),
    (r"pugixml", {"sheets", "html", "lawbook", "report"}),  # one reads XML, the others write it
    (r"zip\.h", {"sheets"}),
    (r"xlsxwriter", {"xlsx"}),
    (r"CLI/|CLI11", {"cli"}),
]
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)
NAMESPACE = re.compile(r"^namespace (leps(?:::(?:inline )?\w+)*) \{", re.MULTILINE)
SOURCES = {".cpp", ".hpp", ".def", ".h", ".c"}


class Map:
    """The rooms, in the order of the map, each with those that it may see."""

    def __init__(self, cmake):
        self.sees = {}   # {room: {rooms}}, itself included
        self.pages = set()
        self.namespaces = {}
        for name, rest in re.findall(r"^leps_room\((\w+)([^)]*)\)", cmake, re.MULTILINE):
            uses = re.search(r"USES\s+([\w\s]+?)(?:LIBRARIES|COMMAND_FILES|NAMESPACE|$)", rest.strip())
            self.sees[name] = {name}
            called = re.search(r"NAMESPACE\s+(\w+)", rest)
            self.namespaces[name] = called.group(1) if called else name
            if re.search(r"\bPAGE\b", rest):
                self.pages.add(name)
            for used in uses.group(1).split() if uses else []:
                if used not in self.sees:
                    sys.exit(f"engine/CMakeLists.txt: {name} uses {used}, which does not stand above it")
                self.sees[name] |= self.sees[used]

    def room_of(self, header):
        """The room of a file as it is included; None for what is no room's."""
        folder, slash, _ = header.partition("/")
        if slash:
            return folder if folder in self.sees and folder not in self.pages else None
        page = header.partition(".")[0]
        return page if page in self.pages else None


def is_own(header, source):
    """Whether a header declares what a source defines."""
    stem, own = header.removesuffix(".hpp"), source.removesuffix(".cpp")
    return own == stem or own.startswith(stem + "_")


def check_file(path, name, room, sees, the_map):
    """Findings about one file. `name`: as it is included."""
    text = path.read_text()
    includes = [(m.group(1), text.count("\n", 0, m.start(1)) + 1) for m in INCLUDE.finditer(text)]
    for target, line in includes:
        for headers, homes in LIBRARIES:
            if re.match(headers, target) and room not in homes:
                yield line, f"{target} belongs in {', '.join(sorted(homes))}/ only"
        of = the_map.room_of(target)
        if of and of not in sees:
            yield line, f"{room} must not include {target}, which stands below it"
    for match in NAMESPACE.finditer(text):
        inner = the_map.namespaces.get(room)
        if room == "bindings":
            allowed = "capi"
        elif room in the_map.pages:
            allowed = ""
        else:
            allowed = inner
        words = match.group(1).replace("inline ", "").split("::")[1:]
        if words[:1] != ([allowed] if allowed else []):
            line = text.count("\n", 0, match.start()) + 1
            yield line, f"namespace {match.group(1)}, not leps{'::' if allowed else ''}{allowed}"
    if the_map.room_of(name) and path.suffix == ".cpp" and path.name != "main.cpp":
        first = includes[0][0] if includes else ""
        if not is_own(first, name):
            yield 1, f"the first include is {first or 'none'}, not the header of what it defines"


def main(root):
    engine = root / "engine"
    the_map = Map((engine / "CMakeLists.txt").read_text())
    findings = []
    files = 0
    for top in (engine, root / "bindings"):
        for path in sorted(top.rglob("*")):
            if path.suffix not in SOURCES:
                continue
            files += 1
            place = path.relative_to(root)
            name = str(path.relative_to(engine)) if top == engine else str(place)
            room = the_map.room_of(name) if top == engine else "bindings"
            if room is None:
                findings.append(f"{place}: in no room: add its folder to engine/CMakeLists.txt, or move it")
                continue
            sees = the_map.sees.get(room, set(the_map.sees) - {"cli"})
            for line, finding in check_file(path, name, room, sees, the_map):
                findings.append(f"{place}:{line}: {finding}")
    for finding in findings:
        print(finding)
    print(f"{files} files of {len(the_map.sees)} rooms, {len(findings)} out of place")
    return 1 if findings or files == 0 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
