#!/usr/bin/env python3
"""Compiles the first program of bindings/c/README.md, runs it, and compares what it prints with
what the page says that it prints.

usage: check_readme.py README.md COMPILER LIBRARY [FLAG...]
"""
import pathlib
import re
import subprocess
import sys
import tempfile


def main(readme, compiler, library, *flags):
    readme, library = pathlib.Path(readme), pathlib.Path(library)
    text = readme.read_text()
    program = re.search(r"^```c\n(.*?)^```$", text, re.MULTILINE | re.DOTALL).group(1)
    promised = re.search(r"^It prints `([^`]*)`", text, re.MULTILINE).group(1)

    with tempfile.TemporaryDirectory() as folder:
        source, binary = pathlib.Path(folder, "program.c"), pathlib.Path(folder, "program")
        source.write_text(program)
        subprocess.run([compiler, "-std=c11", "-pedantic", "-Wall", "-Wextra", "-Werror", *flags,
                        f"-I{readme.parent / 'include'}", str(source), "-o", str(binary),
                        str(library), f"-Wl,-rpath,{library.parent}"], check=True)
        said = subprocess.run([str(binary)], check=True, capture_output=True, text=True).stdout

    print(f"promised: {promised}\nprinted:  {said.strip()}")
    return 0 if said == promised + "\n" else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
