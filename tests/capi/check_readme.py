#!/usr/bin/env python3
"""Compiles every program of bindings/c/README.md, runs it, and compares what it prints with what the
page says right after it: `It prints` and a line, or a block of text.

usage: check_readme.py README.md COMPILER LIBRARY [FLAG...]

LEPS_UPDATE_GOLDEN=1 rewrites the blocks of text; review the diff like code.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAM = re.compile(r"^```c\n(?P<program>(?:(?!^```).)*)^```$\s+It prints"
                     r"(?: `(?P<line>[^`]*)`|:\s+```text\n(?P<block>.*?)^```$)",
                     re.MULTILINE | re.DOTALL)


def main(readme, compiler, library, *flags):
    readme, library = pathlib.Path(readme), pathlib.Path(library)
    text = readme.read_text()
    programs = list(PROGRAM.finditer(text))
    if len(programs) != text.count("\nint main("):
        print("a program of the page does not say what it prints")
        return 1

    wrong = 0
    for found in reversed(programs):
        with tempfile.TemporaryDirectory() as folder:
            source, binary = pathlib.Path(folder, "program.c"), pathlib.Path(folder, "program")
            source.write_text(found["program"])
            subprocess.run([compiler, "-std=c11", "-pedantic", "-Wall", "-Wextra", "-Werror",
                            *flags, f"-I{readme.parent / 'include'}", str(source), "-o",
                            str(binary), str(library), f"-Wl,-rpath,{library.parent}"], check=True)
            said = subprocess.run([str(binary)], check=True, capture_output=True, text=True).stdout
        if found["block"] is not None and os.environ.get("LEPS_UPDATE_GOLDEN") == "1":
            text = text[:found.start("block")] + said + text[found.end("block"):]
            readme.write_text(text)
            continue
        promised = found["block"] if found["line"] is None else found["line"] + "\n"
        print(f"promised: {promised}printed:  {said}")
        wrong += said != promised
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
