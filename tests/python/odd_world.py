"""Every class of the package, found by looking, an object of each, odd values, and a use of all."""
import contextlib
import dataclasses
import datetime
import decimal
import enum
import importlib
import inspect
import pathlib
import re
import sys

import leps
from leps._handle import Handle
from small_world import SMALL, SMALL_DATA

sys.modules["pandas"] = None  # a second to import, and not what is tried here


class Longer(bytes):
    def __len__(self):
        return 2**40


class Other(str):
    def encode(self, *_):
        return 7

    def __contains__(self, _):
        return False


class Sly:
    """Equal to everything, as long as you like, and of no use."""

    def __eq__(self, _):
        return True

    def __hash__(self):
        return 0

    def __len__(self):
        return 2**40

    def __index__(self):
        return 2**70


def fails(*_):
    raise LookupError("as a callback may")


ODD = [
    None, True, 0, -1, 2025, 2**31, -(2**63), 10**5000, float("nan"), float("inf"), 0.5, 1j,
    decimal.Decimal("NaN"), decimal.Decimal("1e9999"), "", "prova", "organico", "a\0b", "\ud800",
    "x" * 100_000, "(" * 100_000, Other("a\0b"), b"prova", bytearray(b"x"), object(),
    Sly(), [], (), {}, [[]], (1, 2, 3), ("prova", 2025, "assistenti"), {"a.yaml": Longer(b"x")},
    {"a.leps": "[" * 100_000}, {Other("a\0b"): b""}, {("prova", 2025, "sedi"): [{"nome": Sly()}]},
    {("prova", 2025, "assistenti"): 3}, {1: 2}, [{"nome": {}}], {"nome": "x"}, datetime.date.max,
    fails, int, leps.Limits(results=1), leps.Verdict.PARZIALE,
]  # fmt: skip


def classes():
    """What the package exports or has in a public module, and all that hold a handle."""
    names = [each.stem for each in pathlib.Path(leps.__file__).parent.glob("[!_]*.py")]
    modules = [importlib.import_module(f"leps.{name}") for name in names]
    found = [
        cls
        for module in modules
        for name, cls in vars(module).items()
        if inspect.isclass(cls) and (cls.__module__ == module.__name__ or name in leps.__all__)
    ]
    found += [each for each in map(vars(leps).get, leps.__all__) if inspect.isclass(each)]
    waiting = [Handle]
    while waiting:
        found.append(waiting.pop())
        waiting += found[-1].__subclasses__()
    return [each for each in dict.fromkeys(found) if "<locals>" not in each.__qualname__]


def _caught(work):
    try:
        work()
    except leps.LepsError as error:
        return error.with_traceback(None)  # which would keep the whole world
    raise AssertionError("an error was to come out")


def samples():
    """An object of every class, from a world of its own; by class."""
    unused = SMALL + 'dato altro : FTE "Altro"\n'
    rulebook = leps.compile({"prova.leps": SMALL})
    builder = leps.Builder()
    ambito = builder.ambito("prova", 2025)
    ambito["popolazione"], ambito["assistenti"] = 125001, 25
    data = rulebook.load({"prova.yaml": SMALL_DATA})
    results = rulebook.evaluate(data)
    changed = results.what_if({("prova", 2025, "assistenti"): 26})
    result = results.find("prova", 2025, "servizio_sociale")
    wrong = {"prova.yaml": SMALL_DATA.replace("assistenti: 25", "assistenti: tanti")}
    roots = [
        rulebook, builder, ambito, data, results, leps.Limits(), rulebook.lint(),
        leps.compile({"prova.leps": unused}).lint(), rulebook.run_examples(), changed.differences,
        results.explain(result), results.break_even(result, "organico"), list(results),
        results.computed, rulebook.files, data.files,
        _caught(lambda: leps.compile({"prova.leps": SMALL + "regola"})),
        _caught(lambda: rulebook.load(wrong)),
        _caught(lambda: rulebook.evaluate(data, limits=leps.Limits(results=1))),
        _caught(lambda: rulebook.evaluate(data, cancelled=lambda: True)),
        leps.InternalError("x"), leps.Stage.READING,
        leps.Computed("prova", 2025, "quota", None, None), leps.Waiver("a", "b", None, False),
        leps.Source("l", None, None), leps.Label(leps.Words("a", "b"), leps.Place("a", 1, 1, 0, 1)),
        leps.Replacement(leps.Place("a", 1, 1, 0, 1), "a", False),
    ]  # fmt: skip
    found = {}
    while roots:
        root = roots.pop()
        found.setdefault(type(root), root)
        if isinstance(root, (list, tuple)):
            roots += root
        elif dataclasses.is_dataclass(root):
            roots += [getattr(root, each.name) for each in dataclasses.fields(root)]
        elif isinstance(root, (leps.RulesError, leps.DataError)):
            roots.append(root.diagnostics)
    return found


def step(what, *values):
    """Says what is about to be done, of which the last is what a signal came from."""
    shown = " ".join([what, *map(_shown, values)])
    print(shown.encode("ascii", "backslashreplace").decode(), flush=True)


def _shown(value):
    try:
        return repr(value)[:80]
    except ValueError:  # a number of too many digits
        return type(value).__name__


def try_all(*works):
    """Does each; what it raises must be an exception that says something."""
    made = []
    for work in works:
        try:
            made.append(work())
        except (SystemError, MemoryError):
            raise
        except Exception as error:
            _check_is_helpful(error)
    return made


_strict = True


def _check_is_helpful(error):
    if _strict and isinstance(error, AttributeError):
        assert not re.search(r"attribute '_(?!_)", str(error)), error


_DUNDERS = [
    "__len__", "__iter__", "__getitem__", "__setitem__", "__contains__", "__reversed__", "__str__",
    "__repr__", "__hash__", "__eq__", "__enter__", "__exit__", "__reduce__", "__getstate__",
    "__copy__", "__sizeof__", "__dir__",
]  # fmt: skip


def use(sample, *, of=None, arguments=False, private=False, chance=None, others=()):
    """Reads every attribute of an object and calls every method, with odd arguments if so asked.

    :param of: the class whose methods are called, whatever the object is
    :param private: its insides were edited: an exception may speak of them
    :param chance: calls one method alone, with arguments by chance
    :param others: arguments beside the odd ones
    """
    global _strict
    cls = of or type(sample)
    names = [each for each in dir(cls) if not each.startswith("_") or each in _DUNDERS]
    names.sort(key=lambda each: each in ("__exit__", "close"))  # after which nothing is to be seen
    if issubclass(cls, enum.Enum):
        names = [each for each in names if each not in cls.__members__]
    if chance:
        names = [chance.choice(names)]
    made = []
    before, _strict = _strict, _strict and not private
    try:
        for name in names:
            member = inspect.getattr_static(cls, name)
            if isinstance(member, property):
                made += try_all(lambda: member.fget(sample))
                continue
            function = getattr(cls, name)
            if not callable(function) or isinstance(member, (staticmethod, classmethod)):
                continue
            for given, named in _arguments(function, arguments, chance, others):
                if arguments or chance:
                    step(f"{cls.__name__}.{name}", *given, *named, *named.values())
                for one in try_all(lambda: function(sample, *given, **named)):
                    made.append(one)
                    if hasattr(one, "__next__"):
                        made += try_all(lambda: list(one))
    finally:
        _strict = before
    return made


def _arguments(function, all_odd, chance, others):
    with contextlib.suppress(TypeError, ValueError):
        parameters = list(inspect.signature(function).parameters.values())[1:]
        named = [each.name for each in parameters if each.kind is each.KEYWORD_ONLY]
        count = sum(each.kind is each.POSITIONAL_OR_KEYWORD for each in parameters)
        values = [*ODD, *others]
        if chance:
            some = [name for name in named if chance.random() < 0.2]
            given = [chance.choice(values) for _ in range(count)]
            return [(given, {name: chance.choice(values) for name in some})]
        if all_odd:
            usual = ["prova", 2025, "assistenti"][:count]
            return [
                *((usual[:i] + [odd] + usual[i + 1 :], {}) for i in range(count) for odd in values),
                *((usual, {name: odd}) for name in named for odd in values),
            ]
        return [([], {}), ([0] * count, {}), (["prova"] * count, {})]
    return [([], {}), ([0], {})]
