#!/usr/bin/env python3
"""The reference of leps.h: a page a function, made from the header's own comments, and an index.

usage: make_reference.py leps.h FOLDER [SYMBOLS.txt] [TEXT.md...]

A page says what the function does, whose its answer is, what it does with NULL and what can go
wrong: what the header says of all functions at once, said of this one. Given the recorded symbols
and other texts, it also checks that every function has its page, that a page lacks nothing, and
that every name used anywhere is there; a finding a line, and exit status 1.
"""
import dataclasses
import pathlib
import re
import sys

STATUSES = ["LEPS_ERROR_RULES", "LEPS_ERROR_DATA", "LEPS_ERROR_ARGUMENT", "LEPS_ERROR_LIMIT",
            "LEPS_CANCELLED"]


@dataclasses.dataclass
class Function:
    name: str
    returns: str
    parameters: list  # of (type, name)
    declaration: str
    section: str
    comment: str = ""
    siblings: list = dataclasses.field(default_factory=list)  # declared under the same comment

    @property
    def makes(self):
        return self.returns == "leps_status"

    @property
    def made(self):
        """The handles that it gives, by parameter."""
        return [(kind[:-2].strip(), name) for kind, name in self.parameters if kind.endswith("**")]


class Header:
    def __init__(self, text):
        self.text = text
        self.functions = []
        self.comments = {}  # of types, by name
        self.read()
        self.names = (set(re.findall(r"\bleps_\w+", re.sub(r"/\*.*?\*/", "", text, flags=re.S)))
                      | set(re.findall(r"\bLEPS_\w+", re.sub(r"/\*.*?\*/", "", text, flags=re.S))))

    def read(self):
        section, comment, group = "", "", []
        body = self.text[self.text.index("/* ---- Version"):]
        piece = re.compile(r"/\*(?P<comment>.*?)\*/|(?P<function>LEPS_API[^;]*;)"
                           r"|typedef (?:struct|enum) (?P<type>\w+)[^;{]*(?P<body>\{.*?\})?[^;]*;"
                           r"|(?P<blank>\n[ \t]*\n)", re.S)
        for found in piece.finditer(body):
            if found["comment"] is not None:
                title = re.fullmatch(r" ---- (.*?) -+ ", found["comment"])
                section = title[1] if title else section
                comment, group = "" if title else unwrap(found["comment"]), []
            elif found["function"]:
                function = parse(found["function"], section)
                function.comment = comment
                function.siblings = group
                group.append(function)
                self.functions.append(function)
            elif found["type"]:
                self.comments[found["type"]] = comment
                comment, group = "", []
            elif group or comment:
                # A blank line ends a group; a comment that stands before nothing speaks of itself.
                comment, group = "", []


def unwrap(comment):
    lines = [re.sub(r"^ ?\* ?", "", line.strip(" ") if line.strip() == "*" else line)
             for line in comment.strip().splitlines()]
    return "\n".join(re.sub(r"^ \* ?", "", line).rstrip() for line in lines).strip()


def parse(text, section):
    flat = " ".join(text.split())
    returns, name, inside = re.fullmatch(r"LEPS_API (.*?)(\w+)\((.*)\);", flat).groups()
    parameters = []
    for each in inside.split(",") if inside != "void" else []:
        kind, pname = re.fullmatch(r"(.*?)(\w+)", each.strip()).groups()
        parameters.append((kind.strip(), pname))
    declaration = "\n".join(line.rstrip() for line in text.replace("LEPS_API ", "", 1).splitlines())
    return Function(name, returns.strip(), parameters, re.sub(r"\n +", "\n    ", declaration),
                    section)


def sentences(text):
    return re.split(r"(?<=[.;])\s+", " ".join(text.split()))


# ---- what a page says -------------------------------------------------------------------------


def ownership(function, header):
    if function.name.endswith("_free"):
        return f"Takes `{function.parameters[0][1]}` back: it and all that was reached from it are gone."
    if function.made:
        return " ".join(f"`*{name}` is yours: free it with [`{kind}_free`]({kind}_free.md)."
                        for kind, name in function.made)
    if "*" not in function.returns:
        return "Gives a value: there is nothing to free."
    for sentence in sentences(function.comment):
        if "for ever" in sentence:
            return "Lives for ever: there is nothing to free."
    if not function.parameters:
        return "Lives for ever: there is nothing to free."
    name = function.parameters[0][1]
    return (f"Belongs to the handle that `{name}` is or was reached from, and lives as long. "
            "Never free it.")


def arguments(function):
    """What the comment says of each argument, by its name."""
    said, current = {}, None
    for line in function.comment.splitlines():
        found = re.fullmatch(r"(\w+) {2,}(.*)", line)
        if found:
            current = found[1]
            said[current] = found[2]
        elif current and line.startswith("  "):
            said[current] += " " + line.strip()
        else:
            current = None
    return said


def about_null(function, header):
    if function.name.endswith("_free"):
        return "`NULL` is fine: nothing is done."
    pointers = [name for kind, name in function.parameters if "*" in kind]
    if not pointers:
        return "Takes no pointer."
    if function.makes:
        may = [name for kind, name in function.parameters
               if kind in ("leps_diagnostics **", "const leps_control *") and name != "out"
               or kind.endswith("_options *")
               or re.search(r"Pass NULL|may be NULL|^NULL\b|; NULL:",
                            arguments(function).get(name, ""))]
        text = " and ".join(f"`{name}`" for name in may)
        text = f"{text} may be `NULL`. " if may else ""
        table = " ".join(arguments(function).values())
        text += " ".join(sentence[0].upper() + sentence[1:]
                         for sentence in sentences(function.comment)
                         if "may be NULL" in sentence and sentence not in table)
        rest = "Any other that is `NULL`" if text else "A pointer that is `NULL`"
        return f"{text.strip()} {rest}: `LEPS_ERROR_ARGUMENT`, as said below.".strip()
    table = " ".join(arguments(function).values())
    may = "".join(f" `{name}` may be `NULL`." for name, text in arguments(function).items()
                  if "may be NULL" in text)
    own = [s for s in sentences(function.comment)
           if s not in table and re.search(r"\b(of|but of) NULL\b|may be NULL", s, re.I)]
    if own or function.returns == "void":
        return " ".join(own)
    answer = {"bool": "`false`", "double": "NaN"}.get(function.returns)
    answer = answer or ("`NULL`" if "*" in function.returns else "`0`")
    index = ", and of an index out of range" if ("size_t", "index") in function.parameters else ""
    return f"Of `NULL`{index}: {answer}.{may}"


def errors(function, header):
    if not function.makes:
        if function.name.endswith("_json"):
            return "`NULL` where memory ran out; everything is as before, and it may be asked again."
        return "It cannot fail, and asks for no memory."
    lines = []
    if "LEPS_ERROR_ARGUMENT" not in function.comment:  # then its type says it once for all
        kind = re.sub(r"const | *\*+", "", function.parameters[0][0])
        for sentence in re.split(r"(?<=[.])\s+", " ".join(header.comments.get(kind, "").split())):
            if "LEPS_ERROR_ARGUMENT" in sentence:
                lines.append(sentence)
    for status in STATUSES:
        if status in function.comment:
            meaning = re.search(rf"{status}[^:.\n]*(?::|,| where)[^\n]*(?:\n(?!LEPS_|\n)[^\n]*)*",
                                function.comment)
            text = " ".join(meaning[0].split()) if meaning else status
            if not any(text in line for line in lines):
                lines.append(text)
    lines.append("LEPS_ERROR_MEMORY, LEPS_ERROR_INTERNAL: as of every call; nothing was made.")
    return "\n".join(f"- {mark(line)}" for line in lines)


def mark(text):
    """Names in a monospaced face, where the comment has not done so itself."""
    return re.sub(r"(?<![`\w\[])((?:leps|LEPS)_\w+(?:\.\w+)?)(?![`\w])", r"`\1`", text)


def described(comment):
    """A comment as Markdown: what is set in by four is code, a table of arguments is a list."""
    out = []
    for line in comment.splitlines():
        argument = re.fullmatch(r"(\w+) {2,}(.*)", line)
        if line.startswith("    ") and not (out and re.match(r"^(- |  )", out[-1])):
            out.append(line)
        elif argument:
            out.append(f"- `{argument[1]}` {mark(argument[2])}")
        elif line.startswith("  ") and out and re.match(r"^(- |  )", out[-1]):
            out.append("  " + mark(line.strip()))
        else:
            out.append(mark(line))
    return "\n".join(out)


def page(function, header):
    also = [f"[`{other.name}`]({other.name}.md)" for other in function.siblings
            if other.name != function.name]
    text = f"# {function.name}\n\n```c\n{function.declaration}\n```\n\n"
    if function.comment:
        text += described(function.comment) + "\n\n"
    elif function.name.endswith("_free"):
        text += f"Frees a `{function.name[:-5]}`.\n\n"
    text += f"**Ownership.** {ownership(function, header)}\n\n"
    text += f"**NULL.** {mark(about_null(function, header))}\n\n"
    wrong = errors(function, header)
    text += "**Errors.**" + ("\n\n" if wrong.startswith("-") else " ") + wrong + "\n\n"
    if also:
        text += "Described together with " + ", ".join(also) + ".\n\n"
    return text + f"[All of leps.h](index.md) · {function.section}\n"


def index(header):
    text = "# leps.h, function by function\n"
    section = None
    for function in header.functions:
        if function.section != section:
            section = function.section
            text += f"\n## {section}\n\n"
        first = re.split(r"(?<=\.)\s", " ".join(function.comment.split()))[0] or "Frees it."
        text += f"- [`{function.name}`]({function.name}.md) {mark(first)}\n"
    return text


# ---- what is checked --------------------------------------------------------------------------


def findings(header, symbols, texts):
    have = {function.name for function in header.functions}
    for name in sorted(set(symbols) - have):
        yield f"{name} is exported, and has no page"
    for function in header.functions:
        name = function.name
        if not function.comment and not name.endswith("_free"):
            yield f"{name}: the header says nothing of it"
        if not ownership(function, header) or not about_null(function, header).strip():
            yield f"{name}: whose its answer is, or what it does with NULL, is not said"
        if function.makes and "LEPS_ERROR_ARGUMENT" not in errors(function, header):
            yield f"{name}: when it answers LEPS_ERROR_ARGUMENT is not said"
        unknown = set(arguments(function)) - {name for _, name in function.parameters}
        unknown -= {name for other in function.siblings for _, name in other.parameters} | {"Returns"}
        for each in sorted(unknown):
            yield f"{name}: has no argument {each}"
        for kind, _ in function.made:
            if f"{kind}_free" not in have:
                yield f"{name}: gives a {kind}, which nothing frees"
    for source, text in texts:
        used = set(re.findall(r"\b(?:leps|LEPS)_[a-z_A-Z0-9]*[a-zA-Z0-9]", text))
        for name in sorted(used - header.names - {"LEPS_UPDATE_GOLDEN", "leps_c", "leps_c_static",
                                                  "leps_shared", "leps_static", "leps_DIR"}):
            yield f"{source}: {name} is not in leps.h"


def main(path, folder, symbols=None, *texts):
    header = Header(pathlib.Path(path).read_text())
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        old.unlink()
    for function in header.functions:
        (folder / f"{function.name}.md").write_text(page(function, header))
    (folder / "index.md").write_text(index(header))
    print(f"{len(header.functions)} pages in {folder}")
    if not symbols:
        return 0
    named = [(path, header.text)] + [(each, pathlib.Path(each).read_text()) for each in texts]
    found = list(findings(header, pathlib.Path(symbols).read_text().split(), named))
    for finding in found:
        print(finding)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
