"""One call of the engine: how far it may go, whom it tells on the way, how it is stopped.

The engine works on a thread of its own while the caller waits for it in Python, where Ctrl-C and
the caller's callbacks get through. To stop it, the caller raises a flag that the engine looks at by
itself (native/flag.c): only a callback that somebody asked for ever waits for Python's lock.
"""

import atexit
import ctypes
import dataclasses
import decimal
import logging
import math
import numbers
import os
import queue
import sys
import threading
import time
from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from leps import _read
from leps._library import flag_is_raised, lib, owned, text
from leps._owned import Owned, Recipe
from leps._structs import LOG, PROGRESS, Control
from leps.errors import Cancelled, DataError, InternalError, LepsError, LimitExceeded, RulesError
from leps.model import Diagnostics, Stage

_T = TypeVar("_T")

#: Asked about a hundred times a second whether to stop.
IsCancelled: TypeAlias = Callable[[], bool]

#: Told how much of a stage is done: from 0 to a total, never backwards within a stage.
Progress: TypeAlias = Callable[[Stage, int, int], object]


@dataclasses.dataclass(frozen=True)
class Limits:
    """How far one call may go, beside its ``timeout``; ``None``: as far as the engine does."""

    memory: int | None = None  #: bytes that the heap of the process may grow by meanwhile
    input: int | None = None  #: bytes of all the files, included ones too
    results: int | None = None  #: rules times Ambiti and years
    nesting: int | None = None  #: how deep parentheses and operators of rules may nest

    def __post_init__(self) -> None:
        for name, limit in dataclasses.asdict(self).items():
            if limit is not None and (not isinstance(limit, int) or limit <= 0):
                raise ValueError(f"the limit {name} is a positive int or None, not {limit!r}")


def _held(limit: int | None) -> int:
    """A limit as the library has it; the largest that it can hold limits nothing as well."""
    return 0 if limit is None else min(limit, ctypes.c_size_t(-1).value)


def _milliseconds(timeout: float | None) -> int:
    """A timeout as the library has it: 0 is none."""
    if timeout is None:
        return 0
    wanted = f"timeout is a positive number of seconds or None, not {timeout!r}"
    if not isinstance(timeout, (numbers.Real, decimal.Decimal)):
        raise TypeError(wanted)
    try:
        seconds = float(timeout)
    except (OverflowError, ValueError):  # longer than a float can say, or no number
        seconds = math.inf
    if not 0 < seconds < math.inf:
        raise ValueError(wanted)
    return math.ceil(min(seconds * 1000, 2**63))


_POLL_SECONDS = 0.01
_STAGES = tuple(Stage)
_LOGGER = logging.getLogger("leps")
_LOGGER.addHandler(logging.NullHandler())  # what nobody listens to is not printed either
_LOG_LEVELS = (logging.DEBUG, logging.INFO, logging.WARNING)

_ARGUMENT, _MEMORY, _LIMIT, _CANCELLED = 3, 4, 6, 7
_FOUND: dict[int, type[RulesError] | type[DataError]] = {1: RulesError, 2: DataError}
_NO_FINDINGS = Diagnostics((), "[]")


def check(status: int, found: Diagnostics = _NO_FINDINGS) -> None:
    """Raises what a status means; nothing of LEPS_OK."""
    if status == 0:
        return
    if status in _FOUND:
        raise _FOUND[status](found)
    if status == _MEMORY:
        raise MemoryError("the engine ran out of memory")
    message = text(lib.leps_status_message(status, 1))
    if status == _ARGUMENT:
        raise ValueError(message)
    kinds: dict[int, type[LepsError]] = {_LIMIT: LimitExceeded, _CANCELLED: Cancelled}
    raise kinds.get(status, InternalError)(message)


def make(
    function: Callable[..., int],
    free: str,
    *arguments: Any,
    has_findings: bool = True,
    recipe: Recipe | None = None,
) -> tuple[Owned, Diagnostics]:
    """Calls what makes a handle; its findings too, or an exception with them."""
    out, findings = ctypes.c_void_p(), ctypes.c_void_p()
    places = [ctypes.byref(out), ctypes.byref(findings)] if has_findings else [ctypes.byref(out)]
    status = function(*places, *arguments)
    made = None if out.value is None else owned(out.value, free, recipe)
    found = _NO_FINDINGS
    if findings.value is not None:
        found = _read.diagnostics(owned(findings.value, "leps_diagnostics_free"))
    check(status, found)
    assert made is not None  # the header: only on any other status is there none
    return made, found


class Call:
    """What the keyword arguments of a call ask for, as the engine takes it, and the call itself."""

    def __init__(
        self,
        timeout: float | None = None,
        cancelled: IsCancelled | None = None,
        progress: Progress | None = None,
        limits: Limits | None = None,
    ) -> None:
        milliseconds = _milliseconds(timeout)
        for name, function in (("cancelled", cancelled), ("progress", progress)):
            if function is not None and not callable(function):
                raise TypeError(f"{name} is a function or None, not {function!r}")
        if limits is not None and not isinstance(limits, Limits):
            raise TypeError(f"limits is a leps.Limits or None, not {limits!r}")
        self._cancelled = cancelled
        self._asks = cancelled is not None or progress is not None
        self._flag = ctypes.c_int(0)
        self._events: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._owner: dict[str, str] = {}
        self._finished = False
        self._is_waited_for = True
        self._process = os.getpid()
        self._asked_at = time.monotonic()
        limits = limits or Limits()
        self.control = Control(
            size=ctypes.sizeof(Control),
            user=ctypes.addressof(self._flag),
            cancelled=flag_is_raised,
            max_milliseconds=milliseconds,
            max_memory=_held(limits.memory),
            max_input=_held(limits.input),
            max_results=_held(limits.results),
            max_nesting=_held(limits.nesting),
        )
        if progress is not None:
            self.control.progress = PROGRESS(self._telling(progress))
        if _LOGGER.isEnabledFor(logging.WARNING):
            self.control.log = LOG(_log)

    def on_caller(self, function: Callable[[], _T], otherwise: _T) -> _T:
        """Has the caller's thread run a function of the caller's; ``otherwise`` if it fails there.

        What it raises ends the call, and is what the caller gets.
        """
        answers: queue.SimpleQueue[_T] = queue.SimpleQueue()

        def ask() -> None:
            answer = otherwise
            try:
                if not self._flag.value:
                    answer = function()
            finally:
                answers.put(answer)

        self._events.put(ask)
        while True:
            try:
                return answers.get(timeout=_POLL_SECONDS)
            except queue.Empty:
                if self._flag.value:  # the caller gave up, perhaps with the question in its hand
                    return otherwise

    def runs_callbacks(self) -> None:
        """Says that the call has a callback beside those given at first."""
        self._asks = True

    def run(self, work: Callable[[], _T]) -> _T:
        """Runs the work. Raises what it raises; Cancelled, if that was asked for in time."""
        if self._cancelled is not None and self._cancelled():
            raise _cancellation()
        if sys.is_finalizing():  # in a __del__ at the very end, where no thread begins any more
            raise _cancellation()
        self._process = os.getpid()
        self._is_waited_for = threading.current_thread() is threading.main_thread()
        if not self._asks and not self._is_waited_for:
            # Nobody to hear on the way, and Ctrl-C goes to the main thread.
            return self._within_python(work)
        return self._run_beside(work)

    def _run_beside(self, work: Callable[[], _T]) -> _T:
        made: list[_T] = []
        failed: list[BaseException] = []

        def body() -> None:
            try:
                if self._belongs_to("engine"):
                    made.append(self._within_python(work))
            except BaseException as error:
                failed.append(error)
            finally:
                self._finished = True
                self._events.put(_nothing)  # so that the caller need not wait for its next look

        try:
            threading.Thread(target=body, name="leps", daemon=True).start()
            while not self._finished:
                self._serve_one()
                if self._is_forked():
                    raise RuntimeError("a fork in the middle of a call: it goes on in the parent alone")
        except BaseException:
            self._stop_and_wait()
            raise
        if failed:
            try:
                raise failed[0]
            finally:
                failed.clear()  # it holds this frame, and this frame it
        if self._flag.value:
            raise _cancellation()
        return made[0]

    def _within_python(self, work: Callable[[], _T]) -> _T:
        """Runs the work; not for a thread that Python, about to end, no longer waits for."""
        _running.add(self)
        try:
            if _exit.is_set() and not self._is_waited_for:  # _end_all sees the call, or it this
                raise _cancellation()
            return work()
        finally:
            _running.discard(self)

    def _belongs_to(self, who: str) -> bool:
        """Whether the work is of the one who asks: of whoever asked first, from then on."""
        return self._owner.setdefault("work", who) == who

    def _is_forked(self) -> bool:
        """Whether a callback forked, and this is the child: it has no thread but the caller's."""
        return os.getpid() != self._process

    def _serve_one(self) -> None:
        """Runs the next function of the caller's, if one comes soon, and asks `cancelled` in time."""
        try:
            event = self._events.get(timeout=_POLL_SECONDS)
        except queue.Empty:
            pass
        else:
            event()
        now = time.monotonic()
        # By the clock: where there is much to tell, the queue may never be empty.
        if self._cancelled is None or self._finished or now - self._asked_at < _POLL_SECONDS:
            return
        self._asked_at = now
        if self._cancelled():
            self._flag.value = 1

    def _stop_and_wait(self) -> None:
        """Ends the work, however impatient: what it uses must not be freed under it.

        An interrupt may come between any two steps, so that an event taken from the queue can be
        lost, and the thread can have begun or not: only what stays said is asked here.
        """
        while True:
            try:
                self._flag.value = 1
                while not self._finished:
                    if self._is_forked() or self._belongs_to("caller"):
                        return  # it never begins, or never goes on
                    time.sleep(_POLL_SECONDS / 10)
                return
            except KeyboardInterrupt:
                continue

    def _telling(self, progress: Progress) -> Callable[[Any, int, int, int], None]:
        def tell(_user: Any, stage: int, done: int, total: int) -> None:
            self.on_caller(lambda: _ignore(progress(_STAGES[stage], done, total)), None)

        return tell


#: The calls under way, and whether Python is about to end.
_running: set[Call] = set()
_exit = threading.Event()


def _end_all() -> None:
    """Ends the calls of daemon threads before Python ends.

    A callback of theirs that found no Python any more would have its thread unwound through the
    engine, which aborts the process.
    """
    _exit.set()
    while _running:
        for call in tuple(_running):
            call._flag.value = 1
        time.sleep(_POLL_SECONDS / 10)


atexit.register(_end_all)
os.register_at_fork(after_in_child=_running.clear)  # the child has none of these threads


def _cancellation() -> Cancelled:
    return Cancelled(text(lib.leps_status_message(_CANCELLED, 1)))


def _nothing() -> None:
    """An event that only wakes the caller."""


def _ignore(_answer: object) -> None:
    """A callback may answer what it likes."""


def _log(_user: Any, level: int, line: bytes) -> None:
    _LOGGER.log(_LOG_LEVELS[level], "%s", line.decode("utf-8", "replace"))
