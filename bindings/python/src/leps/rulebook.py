"""Rules, compiled; and through them data and results."""

import ctypes
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from leps import _files, _read
from leps._calls import Call, IsCancelled, Limits, Progress, make
from leps._checked import Checked
from leps._library import lib, text
from leps._owned import Owned
from leps._structs import (
    INCLUDE,
    CompileOptions,
    Control,
    EvaluateOptions,
    LoadOptions,
    encoded,
    text_array,
    year_number,
)
from leps.builder import Builder
from leps.data import Data
from leps.model import Diagnostics, Examples, RuleFile
from leps.results import Results

#: Asked for the files of a pack that others extend: as ``compile`` takes them; None: it has none.
Include: TypeAlias = Callable[[str], _files.Files | None]


def shipped(pack: str) -> dict[str, bytes] | None:
    """The files of a pack that comes with this package, by name; None of any other pack.

    Made for ``include``: ``leps.compile("regole_mie", include=leps.shipped)``.
    """
    texts = _files.shipped(pack)
    return None if texts is None else dict(texts)


def compile(
    rules: _files.Files | None = None,
    *,
    include: Include | None = None,
    timeout: float | None = None,
    cancelled: IsCancelled | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> "Rulebook":
    """Compiles packs of rules.

    :param rules: a path of a file or a folder, several, or texts by name; None: the national pack
        that comes with this package
    :param include: asked for each pack that the rules extend and that is not among them
    :param timeout: seconds, after which the call ends with LimitExceeded
    :param cancelled: asked again and again, on this thread; True ends the call with Cancelled
    :param progress: told how far the call is, on this thread
    :param limits: how far the call may go
    :raises RulesError: the rules have mistakes, all of them in its ``diagnostics``
    :raises OSError: a path cannot be read
    """
    if rules is None:
        rules = shipped("leps.nazionale") or {}
    files = _files.read(rules, _files.RULES)
    if include is not None and not callable(include):
        raise TypeError(f"include is a function or None, not {include!r}")
    return Rulebook(*_compile(files, include, Call(timeout, cancelled, progress, limits)))


def _compile(
    files: _files.Texts, include: Include | None, call: Call
) -> tuple[Owned, Diagnostics]:
    """Compiles texts, to be compiled again from the same ones wherever a pickle of them arrives."""
    options = CompileOptions(
        size=ctypes.sizeof(CompileOptions), control=ctypes.pointer(call.control)
    )
    included: dict[str, dict[str, bytes]] = {}
    if include is not None:
        call.runs_callbacks()
        options.include = INCLUDE(_including(include, call, included))
    texts = text_array(files)
    return call.run(
        lambda: make(
            lib.leps_rulebook_compile,
            "leps_rulebook_free",
            texts,
            len(texts),
            ctypes.byref(options),
            recipe=lambda owned: (_compile_again, (files, included, _files_of(owned))),
        )
    )


def _compile_again(
    files: _files.Texts, included: dict[str, dict[str, bytes]], wanted: tuple[RuleFile, ...]
) -> Owned:
    """What a pickle of a rulebook is read with: the same rules, or ValueError."""
    owned, _ = _compile(files, included.get, Call())
    if _files_of(owned) != wanted:
        raise ValueError("the rules of this pickle are not those that were compiled")
    return owned


def _including(
    include: Include, call: Call, included: dict[str, dict[str, bytes]]
) -> Callable[[Any, bytes, int], bool]:
    def read(pack: str) -> list[tuple[bytes, bytes]] | None:
        """All that can fail, on the caller's thread."""
        files = include(pack)
        if files is None:
            return None
        texts = _files.read(files, _files.RULES)
        included[pack] = dict(texts)
        return [(encoded(name), text) for name, text in texts]

    def add(_user: Any, pack: bytes, files: int) -> bool:
        texts = call.on_caller(lambda: read(pack.decode()), None)
        for name, content in texts or []:
            lib.leps_files_add(files, name, content, len(content))
        return texts is not None

    return add


def _files_of(owned: Owned) -> tuple[RuleFile, ...]:
    return _read.files(
        RuleFile,
        lib.leps_rulebook_file_count,
        owned,
        name=lib.leps_rulebook_file_name,
        pack=lib.leps_rulebook_file_pack,
        version=lib.leps_rulebook_file_version,
        sha256=lib.leps_rulebook_file_sha256,
    )


class Rulebook(Checked):
    """Rules, compiled and checked. Never changes; any number of threads may use one.

    A pickle of one has the texts of the rules, which are compiled again where it arrives.
    """

    _comes_from = "leps.compile gives one"

    @property
    def orderings(self) -> tuple[str, ...]:
        """The orderings (``ordine``) that the packs declare; the first is the usual one."""
        owned = self._open()
        return _read.each(
            lib.leps_rulebook_ordering_count, lib.leps_rulebook_ordering, text, owned
        )

    @property
    def files(self) -> tuple[RuleFile, ...]:
        """The files of rules, each with its pack and the SHA-256 of its bytes."""
        return _files_of(self._open())

    def load(
        self,
        data: _files.Files | Builder,
        *,
        timeout: float | None = None,
        cancelled: IsCancelled | None = None,
        progress: Progress | None = None,
        limits: Limits | None = None,
    ) -> Data:
        """Reads data of Ambiti, typed by what these rules declare.

        :param data: a path of a file or a folder, several, texts by name, or a Builder. The end of
            a name says what it is: YAML, JSON, CSV, and where ``features()`` says so xlsx and ods
        :raises DataError: the data have mistakes, all of them in its ``diagnostics``
        :raises OSError: a path cannot be read

        The other arguments are those of :func:`compile`.
        """
        owned = self._open()
        call = Call(timeout, cancelled, progress, limits)
        options = LoadOptions(size=ctypes.sizeof(LoadOptions), control=ctypes.pointer(call.control))
        if isinstance(data, Builder):
            read, found = data._finish(call, owned, ctypes.byref(options))
        else:
            texts = text_array(_files.read(data, _files.DATA))
            read, found = call.run(
                lambda: make(
                    lib.leps_data_load,
                    "leps_data_free",
                    owned,
                    texts,
                    len(texts),
                    ctypes.byref(options),
                )
            )
        return Data(read, found)

    def evaluate(
        self,
        data: Data,
        *,
        ambiti: Iterable[str] | None = None,
        year: int | None = None,
        ordering: str | None = None,
        timeout: float | None = None,
        cancelled: IsCancelled | None = None,
        progress: Progress | None = None,
        limits: Limits | None = None,
    ) -> Results:
        """Applies every rule to every Ambito and year of data that these rules loaded.

        :param ambiti: the keys of the Ambiti to judge; None: all. The others still count where a
            rule looks at a whole group
        :param year: the year to judge; None: all. The others still count where a rule looks back
        :param ordering: which ``ordine`` ranks the results; None: the first
        :raises ValueError: no Ambito, year or ordering is called so, or other rules loaded the data

        The other arguments are those of :func:`compile`.
        """
        if not isinstance(data, Data):
            raise TypeError(f"data are what rulebook.load gives, not {data!r}")
        owned, loaded = self._open(), data._open()
        keys = None if ambiti is None else _keys(ambiti)
        if ordering is not None:
            _known("ordering", [ordering], self.orderings)
        if keys is not None:
            _known("Ambito", keys, [ambito for ambito, _ in data.ambiti])
        if year is not None:
            _known("year", [year_number(year)], [each for _, each in data.ambiti])
        call = Call(timeout, cancelled, progress, limits)
        options = EvaluateOptions(
            size=ctypes.sizeof(EvaluateOptions),
            control=ctypes.pointer(call.control),
            ordering=None if ordering is None else encoded(ordering),
            year=year or 0,
        )
        if keys is not None:
            options.ambiti = (ctypes.c_char_p * len(keys))(*map(encoded, keys))
            options.ambito_count = len(keys)
        made, _ = call.run(
            lambda: make(
                lib.leps_evaluate,
                "leps_results_free",
                owned,
                loaded,
                ctypes.byref(options),
                has_findings=False,
            )
        )
        return Results(made)

    def lint(
        self,
        *,
        timeout: float | None = None,
        cancelled: IsCancelled | None = None,
        progress: Progress | None = None,
        limits: Limits | None = None,
    ) -> Diagnostics:
        """What a careful reader would say of the rules: what ``leps lint`` prints.

        >>> rulebook = compile({"prova.leps": 'pacchetto prova versione "1" unità posti'})
        >>> rulebook.lint()[0].message.en
        "nobody uses the unit 'posti'"
        """
        made = self._make(
            lib.leps_rulebook_lint,
            "leps_diagnostics_free",
            Call(timeout, cancelled, progress, limits),
        )
        return _read.diagnostics(made)

    def run_examples(
        self,
        *,
        timeout: float | None = None,
        cancelled: IsCancelled | None = None,
        progress: Progress | None = None,
        limits: Limits | None = None,
    ) -> Examples:
        """Runs every example (``esempio``) of the packs, as ``leps test`` does."""
        made = self._make(
            lib.leps_rulebook_run_examples,
            "leps_examples_free",
            Call(timeout, cancelled, progress, limits),
        )
        return Examples(
            examples=_read.each(
                lib.leps_examples_count, lib.leps_examples_at, _read.example, made
            ),
            misses=_read.diagnostics(lib.leps_examples_misses(made)),
            unreached=_read.diagnostics(lib.leps_examples_unreached(made)),
        )

    def _make(self, function: Callable[..., int], free: str, call: Call) -> Owned:
        owned = self._open()
        control: Control = call.control
        made, _ = call.run(
            lambda: make(
                function, free, owned, ctypes.byref(control), has_findings=False
            )
        )
        return made


def _keys(ambiti: Iterable[str]) -> list[str]:
    if not isinstance(ambiti, Iterable):
        raise TypeError(f"ambiti are the keys of Ambiti, not {ambiti!r}")
    keys = [ambiti] if isinstance(ambiti, str) else list(ambiti)
    if not keys:
        raise ValueError("ambiti is empty; leave it out to judge them all")
    return keys


def _known(what: str, asked: Iterable[object], there: Iterable[object]) -> None:
    """ValueError, with those that there are, of a name that is not among them."""
    names = list(dict.fromkeys(there))
    for each in asked:
        if each not in names:
            shown = ", ".join(map(str, names[:30])) or "none"
            raise ValueError(f"no {what} {each!r}; there are: {shown}")
