"""While the engine works: it can be stopped, it tells how far it is, and Python goes on."""
import logging
import os
import random
import signal
import subprocess
import sys
import threading
import time

import pytest

import leps
from leps._calls import Call
from small_world import SMALL, SMALL_DATA

EXTENDING = 'pacchetto sopra versione "1"  estende prova versione "1"\n'


def test_python_goes_on_while_the_engine_works(national, many):
    asked = []

    def enough():
        """Asked once before the engine begins: more than that is Python beside it."""
        asked.append(1)
        return len(asked) >= 5

    # Were Python's lock held by the engine, nobody would be asked before it has finished.
    with pytest.raises(leps.Cancelled):
        national.evaluate(many, cancelled=enough)
    assert len(asked) >= 5


def test_two_threads_are_in_the_engine_at_once():
    # Each call needs the other to be inside too before it can go on.
    both = threading.Barrier(2, timeout=60)
    made = []

    def include(pack):
        both.wait()
        return {"prova.leps": SMALL}

    def compile_one():
        made.append(leps.compile({"sopra.leps": EXTENDING}, include=include))

    threads = [threading.Thread(target=compile_one) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [each.orderings for each in made] == [("usuale",), ("usuale",)]


def test_many_threads_share_what_never_changes(small, small_results):
    data = small.load({"prova.yaml": SMALL_DATA})
    wanted = small_results.json
    said = []

    def work():
        for _ in range(20):
            results = small.evaluate(data)
            said.append(results.json == wanted and list(results) == list(small_results))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert said == [True] * 80


def test_cancelled_before_it_begins(small):
    with pytest.raises(leps.Cancelled):
        small.load({"prova.yaml": SMALL_DATA}, cancelled=lambda: True)


def test_cancelled_from_another_thread(national, many):
    stop = threading.Event()
    failed = []

    def work():
        try:
            national.evaluate(many, cancelled=stop.is_set, progress=lambda *_: stop.set())
        except leps.Cancelled as error:
            failed.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(failed) == 1


def test_cancelled_is_asked_however_much_there_is_to_tell():
    asked = []

    def enough():
        asked.append(1)
        return len(asked) >= 3

    call = Call(cancelled=enough)
    told = []
    end = time.monotonic() + 60

    def work():
        while len(asked) < 3 and time.monotonic() < end:
            call.on_caller(lambda: told.append(1), None)

    with pytest.raises(leps.Cancelled):
        call.run(work)
    assert len(told) > 1


@pytest.fixture
def interrupts():
    """Ctrl-C interrupts while this is set, also where whoever runs the tests has it ignored."""
    wanted = threading.Event()

    def interrupt(*_):
        if wanted.is_set():
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, interrupt)
    yield wanted
    signal.signal(signal.SIGINT, before)


def test_ctrl_c_ends_the_work(interrupts, national, many, small_results, caplog):
    caplog.set_level(logging.DEBUG, logger="leps")
    told = []

    def press(stage, done, total):
        told.append(threading.current_thread())
        if len(told) == 2:  # in the middle of the work
            assert done < total
            os.kill(os.getpid(), signal.SIGINT)

    interrupts.set()
    try:
        with pytest.raises(KeyboardInterrupt):
            national.evaluate(many, progress=press)
    finally:
        interrupts.clear()
    assert set(told) == {threading.main_thread()}
    assert [record.getMessage() for record in caplog.records] == [
        "stopped: cancelled by the caller"
    ]
    assert not any(thread.name == "leps" for thread in threading.enumerate())
    assert small_results[0].ambito == "prova"


def test_ctrl_c_at_any_moment_ends_the_call(interrupts):
    """While the caller waits, in a callback, as the work ends: nobody waits for what was lost."""
    moments = random.Random(4)
    interrupted = 0
    for _ in range(1000):
        call = Call(cancelled=lambda: False)
        ended = []

        def work():
            time.sleep(moments.random() * 2e-4)
            os.kill(os.getpid(), signal.SIGINT)
            call.on_caller(lambda: None, None)
            os.kill(os.getpid(), signal.SIGINT)
            ended.append(True)

        interrupts.set()
        try:
            call.run(work)
        except KeyboardInterrupt:
            interrupted += 1
        interrupts.clear()
        assert ended == [True]  # before whoever waits may free what the work uses
    assert interrupted > 500


def test_a_program_may_end_while_a_thread_is_in_the_engine():
    """A daemon thread stays in a call until the very end, in whatever it tells: nothing aborts."""
    program = f"""
import threading, leps
rulebook = leps.compile({{"prova.leps": {SMALL!r}}})
told = threading.Event()

def progress(*_):
    told.set()
    threading.Event().wait()

def work():
    rulebook.load({{"prova.yaml": {SMALL_DATA!r}}}, progress=progress)

threading.Thread(target=work, daemon=True).start()
told.wait()
"""
    run = subprocess.run(
        [sys.executable, "-c", program], timeout=120, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_what_a_callback_raises_is_what_the_caller_gets(national, many):
    def progress(stage, done, total):
        raise RuntimeError("il mio errore")

    with pytest.raises(RuntimeError, match="il mio errore"):
        national.evaluate(many, progress=progress)
    with pytest.raises(RuntimeError, match="anche qui"):
        leps.compile({"sopra.leps": EXTENDING}, include=lambda pack: raising("anche qui"))
    with pytest.raises(ValueError, match="NUL"):
        leps.compile({"sopra.leps": EXTENDING}, include=lambda pack: {"a\0.leps": SMALL})


def raising(message):
    raise RuntimeError(message)


def test_progress_tells_every_stage_to_its_end_on_the_callers_thread(small):
    told = []

    def progress(stage, done, total):
        told.append((stage, done, total, threading.current_thread()))

    small.evaluate(small.load({"prova.yaml": SMALL_DATA}, progress=progress), progress=progress)
    assert {thread for *_, thread in told} == {threading.current_thread()}
    for stage in (leps.Stage.READING, leps.Stage.EVALUATING):
        done = [one for each, one, _, _ in told if each is stage]
        assert done == sorted(done) and done[0] == 0
        assert done[-1] == [total for each, _, total, _ in told if each is stage][-1]


def test_limits_end_a_call(national, many, small):
    with pytest.raises(leps.LimitExceeded):
        national.evaluate(many, timeout=0.001)
    data = small.load({"prova.yaml": SMALL_DATA})
    with pytest.raises(leps.LimitExceeded):
        small.evaluate(data, limits=leps.Limits(results=3))
    assert len(small.evaluate(data, limits=leps.Limits(results=4))) == 4
    with pytest.raises(leps.LimitExceeded):
        small.load({"prova.yaml": SMALL_DATA}, limits=leps.Limits(input=len(SMALL_DATA) - 1))
    if "memory_limit" in leps.features():
        with pytest.raises(leps.LimitExceeded):
            national.evaluate(many, limits=leps.Limits(memory=10_000))


def test_packs_that_rules_extend_are_asked_for():
    asked = []

    def include(pack):
        asked.append(pack)
        return {"prova.leps": SMALL} if pack == "prova" else None

    rulebook = leps.compile({"sopra.leps": EXTENDING}, include=include)
    assert asked == ["prova"]
    assert {(each.name, each.pack) for each in rulebook.files} == {
        ("sopra.leps", "sopra"),
        ("prova.leps", "prova"),
    }
    with pytest.raises(leps.RulesError) as caught:
        leps.compile({"sopra.leps": EXTENDING}, include=lambda pack: None)
    assert "prova" in str(caught.value)


def test_the_package_has_the_packs_with_it(national):
    rulebook = leps.compile()
    assert rulebook.files == national.files
    for folder in ("lombardia", "anteprima_2027"):
        extended = leps.compile(f"rules/{folder}", include=leps.shipped)
        assert {each.pack for each in extended.files} == {f"leps.{folder}", "leps.nazionale"}
    assert leps.shipped("leps.nessuno") is None
