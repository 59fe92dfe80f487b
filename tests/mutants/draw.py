"""Small changes of C++ sources, drawn at random: each in one place, as a slip of the hand would make it."""
import dataclasses
import random
import re

TOKEN = re.compile(r"""
    (?P<skip>//[^\n]*|/\*.*?\*/|\#[^\n]*(?:\\\n[^\n]*)*|R"\((?:.|\n)*?\)"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
  | (?P<space>\s+)
  | (?P<number>\d[\w.']*)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<sign><=>|<<=|>>=|->\*|\.\.\.|::|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|.)
""", re.X | re.S)

# Each for each other; a sign stands between blanks only where it is an operation.
SWAPPED_SIGNS = {"<": ("<=", ">"), "<=": ("<", ">="), ">": (">=", "<"), ">=": (">", "<="), "==": ("!=",), "!=": ("==",),
                 "+": ("-",), "-": ("+",), "*": ("/",), "/": ("*",), "&&": ("||",), "||": ("&&",), "+=": ("-=",),
                 "-=": ("+=",)}
SWAPPED_WORDS = {"min": "max", "max": "min", "floor": "ceil", "ceil": "floor", "lo": "hi", "hi": "lo", "true": "false",
                 "false": "true", "all_of": "any_of", "any_of": "all_of", "none_of": "any_of", "first": "second",
                 "second": "first", "is_true": "can_be_true", "is_false": "can_be_false", "can_be_true": "can_be_false",
                 "can_be_false": "can_be_true", "front": "back", "back": "front", "continue": "break"}
NO_STATEMENT = {"return", "if", "for", "while", "switch", "case", "default", "else", "using", "const", "auto", "static",
                "namespace", "template", "struct", "class", "enum", "public", "private", "friend", "do", "try", "throw",
                "explicit", "virtual", "typedef", "constexpr", "inline", "extern", "break", "delete"}


@dataclasses.dataclass(frozen=True)
class Token:
    kind: str
    text: str
    at: int

    @property
    def end(self):
        return self.at + len(self.text)


@dataclasses.dataclass(frozen=True)
class Change:
    path: str
    kind: str
    at: int  # in the text of the file
    old: str
    new: str

    def applied(self, text):
        assert text[self.at:self.at + len(self.old)] == self.old
        return text[:self.at] + self.new + text[self.at + len(self.old):]

    def line(self, text):
        return text.count("\n", 0, self.at) + 1


def tokens_of(text):
    return [Token(m.lastgroup, m.group(), m.start()) for m in TOKEN.finditer(text)]


class Places:
    """Every change that could be made to one file."""

    def __init__(self, path, text):
        self.path, self.text = path, text
        self.all = tokens_of(text)
        self.tokens = [t for t in self.all if t.kind not in ("skip", "space")]
        self.partner = self._partners()
        self.found = []
        for place, token in enumerate(self.tokens):
            self._signs(token)
            self._words(place, token)
            self._numbers(place, token)
            self._conditions(place, token)
            self._operands(place, token)
            self._pairs(place, token)
            self._statements(place, token)

    def _partners(self):
        opened, partner = [], {}
        for place, token in enumerate(self.tokens):
            if token.text in ("(", "{", "["):
                opened.append(place)
            elif token.text in (")", "}", "]") and opened:
                other = opened.pop()
                partner[other], partner[place] = place, other
        return partner

    def _add(self, kind, at, old, new):
        self.found.append(Change(self.path, kind, at, old, new))

    def _is(self, place, text):
        return 0 <= place < len(self.tokens) and self.tokens[place].text == text

    def _apart(self, token):
        return self.text[token.at - 1:token.at].isspace() and self.text[token.end:token.end + 1].isspace()

    def _signs(self, token):
        if token.kind != "sign":
            return
        if token.text in SWAPPED_SIGNS and self._apart(token):
            for new in SWAPPED_SIGNS[token.text]:
                self._add("sign", token.at, token.text, new)
        after = self.text[token.end:token.end + 1]
        if token.text in ("!", "-") and not self._apart(token) and (after.isalpha() or after in "_("):
            self._add("sign", token.at, token.text, "")

    def _words(self, place, token):
        if token.kind == "word" and token.text in SWAPPED_WORDS and not self._is(place + 1, "::"):
            self._add("word", token.at, token.text, SWAPPED_WORDS[token.text])

    def _numbers(self, place, token):
        if token.kind == "number" and token.text.isdigit() and not self._is(place - 1, "<"):
            value = int(token.text)
            self._add("constant", token.at, token.text, str(value + 1))
            if value > 0:
                self._add("constant", token.at, token.text, str(value - 1))

    # `if (a)`: always, and never.
    def _conditions(self, place, token):
        if token.text != "if" or not self._is(place + 1, "("):
            return
        begin, end = self.tokens[place + 1], self.tokens[self.partner[place + 1]]
        inside = self.text[begin.end:end.at]
        if any(sign in inside for sign in (" = ", ";")):  # it declares what the branch uses
            return
        self._add("condition", begin.end, inside, f"true || ({inside})")
        self._add("condition", begin.end, inside, f"false && ({inside})")

    # `a && b`: only one of them.
    def _operands(self, place, token):
        if token.text not in ("&&", "||") or not self._apart(token):
            return
        end = place + 1
        while end < len(self.tokens) and self.tokens[end].text not in ("&&", "||", ")", "]", "}", ";", ",", "?", ":"):
            end = self.partner[end] + 1 if self.tokens[end].text in "([{" else end + 1
        stop = self.tokens[end - 1].end
        self._add("operand", token.at - 1, self.text[token.at - 1:stop], "")

    # `f(a, b)`: `f(b, a)`.
    def _pairs(self, place, token):
        if token.text not in ("(", "{") or place not in self.partner:
            return
        close, commas, at = self.partner[place], [], place + 1
        while at < close:
            if self.tokens[at].text in ("(", "{", "["):
                at = self.partner.get(at, close)
            elif self.tokens[at].text == ",":
                commas.append(at)
            elif self.tokens[at].text in (";", "<", ">"):
                return
            at += 1
        if len(commas) != 1 or not place + 1 < commas[0] < close - 1:
            return
        begin, comma, end = self.tokens[place].end, self.tokens[commas[0]], self.tokens[close].at
        one, other = self.text[begin:comma.at].strip(), self.text[comma.end:end].strip()
        first = self.tokens[place + 1].text
        if one != other and first not in ("const", "std", "auto") and "\n" not in one + other:
            self._add("ends", begin, self.text[begin:end], f"{other}, {one}")

    # `x.merge(y);`: left out.
    def _statements(self, place, token):
        if token.kind != "word" or token.text in NO_STATEMENT or not place:
            return
        before = self.tokens[place - 1].text
        if before not in (";", "{", "}", ")", "else"):
            return
        end, changes = place, False
        while end < len(self.tokens) and self.tokens[end].text not in (";", "{", "}"):
            text = self.tokens[end].text
            changes = changes or text in ("=", "+=", "-=", "(", "++")
            end = self.partner.get(end, end) + 1 if text in "([" else end + 1
        if end >= len(self.tokens) or self.tokens[end].text != ";" or not changes:
            return
        # Of a declaration two words stand side by side before its name ends.
        if self.tokens[place + 1].kind == "word" or self._is(place + 1, "<") or self.tokens[place + 1].text in "&*":
            return
        stop = self.tokens[end].at
        self._add("statement", token.at, self.text[token.at:stop], "")


class Drawer:
    """Draws files by how many places they have."""

    def __init__(self, texts):
        self.texts = texts
        self.changes = [change for path in sorted(texts) for change in Places(path, texts[path]).found]

    def draw(self, seed):
        return random.Random(seed).choice(self.changes)
