"""What goes to another process goes whole, or says why not; a fork keeps what its parent has."""
import concurrent.futures
import copy
import logging
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading

import pytest

import leps
from in_a_process import judge
from small_world import SMALL, SMALL_DATA

EXTENDING = 'pacchetto sopra versione "1"  estende prova versione "1"\n'


@pytest.mark.parametrize("begin", ["spawn", "fork", "forkserver"])
def test_a_pool_of_processes_has_the_same_rules(small, begin):
    context = multiprocessing.get_context(begin)
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
        assert pool.submit(judge, small).result(timeout=60) == judge(small)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_pickle_of_rules_has_the_packs_that_were_asked_for(protocol):
    rulebook = leps.compile({"sopra.leps": EXTENDING}, include=lambda _: {"prova.leps": SMALL})
    sent = pickle.dumps(rulebook, protocol)
    rulebook.close()
    arrived = pickle.loads(sent)
    assert {each.pack for each in arrived.files} == {"sopra", "prova"}
    assert arrived.diagnostics == rulebook.diagnostics
    assert len(judge(arrived)[0]) > 1000
    with pytest.raises(ValueError, match="closed"):
        pickle.loads(pickle.dumps(rulebook, protocol)).files


def test_a_pickle_that_was_changed_on_the_way_is_refused(small):
    sent = pickle.dumps(small)
    assert b"Un assistente sociale" in sent
    with pytest.raises(ValueError, match="not those that were compiled"):
        pickle.loads(sent.replace(b"Un assistente sociale", b"Un assistente SOCIALE"))


def test_what_cannot_be_sent_says_what_to_send_instead(small, small_results):
    builder = leps.Builder()
    for handle, instead in (
        (small_results, "tuple(results)"),
        (small.load({"prova.yaml": SMALL_DATA}), "texts"),
        (builder, "another Builder"),
        (builder.ambito("prova", 2025), "another Builder"),
    ):
        with pytest.raises(TypeError) as caught:
            pickle.dumps(handle)
        assert "cannot be pickled" in str(caught.value) and instead in str(caught.value)
    assert pickle.loads(pickle.dumps(tuple(small_results))) == tuple(small_results)


def test_a_copy_is_closed_by_itself(small):
    results = small.evaluate(small.load({"prova.yaml": SMALL_DATA}))
    wanted = results.json
    for copied in (copy.copy(results), copy.deepcopy(results), copy.deepcopy([results])[0]):
        copied.close()
        assert results.json == wanted
    last = copy.deepcopy(results)
    results.close()
    assert last.json == wanted
    with pytest.raises(TypeError, match="another Builder"):
        copy.copy(leps.Builder())


def in_child(work):
    """The exit status of a fork that does some work; it has a minute."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            signal.alarm(60)
            work()
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_fork_uses_what_its_parent_made(small, small_results):
    builder = leps.Builder()
    prova = builder.ambito("prova", 2025)

    def work():
        prova["popolazione"] = 5000
        assert judge(small)[0] == small_results.json
        assert small.evaluate(small.load(builder))[0].ambito == "prova"
        small_results.what_if({("prova", 2025, "assistenti"): 26}).close()

    assert in_child(work) == 0


def test_a_fork_has_no_builder_that_another_thread_was_filling(small):
    builder = leps.Builder()
    prova = builder.ambito("prova", 2025)
    inside, forked = threading.Event(), threading.Event()

    def fill(_):
        inside.set()
        forked.wait()

    thread = threading.Thread(target=builder._alone, args=(fill,))
    thread.start()
    inside.wait()

    def work():
        with pytest.raises(ValueError, match="another thread was at it"):
            prova["popolazione"] = 5000
        with pytest.raises(ValueError, match="fill another"):
            small.load(builder)
        leps.Builder().ambito("prova", 2025)["popolazione"] = 5000

    assert in_child(work) == 0
    forked.set()
    thread.join()
    prova["popolazione"] = 5000


def test_a_fork_in_a_callback_does_not_wait_for_its_parents_thread(small):
    process = os.getpid()
    statuses = []

    def progress(*_):
        if os.getpid() == process and not statuses:
            child = os.fork()
            if child:
                statuses.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
            else:
                signal.alarm(60)

    try:
        small.load({"prova.yaml": SMALL_DATA}, progress=progress)
        ended = 1
    except RuntimeError as error:
        ended = 0 if "the parent alone" in str(error) else 2
    if os.getpid() != process:
        os._exit(ended)
    assert statuses == [0]


def test_a_handler_of_the_log_cannot_fill_the_builder_that_is_read(small, caplog):
    builder = leps.Builder()
    prova = builder.ambito("prova", 2025)
    refused = []

    class Fill(logging.Handler):
        def emit(self, record):
            with pytest.raises(RuntimeError, match="in use"):
                prova["popolazione"] = 5000
            refused.append(1)

    handler = Fill()
    caplog.set_level(logging.DEBUG, logger="leps")
    logging.getLogger("leps").addHandler(handler)
    try:
        small.load(builder)
    finally:
        logging.getLogger("leps").removeHandler(handler)
    assert refused


def test_a_signal_handler_cannot_fill_the_builder_that_is_filled():
    builder = leps.Builder()
    prova, other = builder.ambito("prova", 2025), builder.ambito("altro", 2025)
    refused = []

    def handle(*_):
        try:
            other["popolazione"] = 1
        except RuntimeError as error:
            refused.append("interrupted" in str(error))

    before = signal.signal(signal.SIGUSR1, handle)
    try:
        builder._alone(lambda _: os.kill(os.getpid(), signal.SIGUSR1))
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert refused == [True]
    prova["popolazione"] = 5000


AT_THE_END = f"""
import atexit, leps
rulebook = leps.compile({{"prova.leps": {SMALL!r}}})
data = rulebook.load({{"prova.yaml": {SMALL_DATA!r}}})
results = rulebook.evaluate(data)

class Last:
    def __del__(self, rulebook=rulebook, results=results, data=data, leps=leps):
        len(results.json), len(results), results.find("prova", 2025, "servizio_sociale")
        try:
            rulebook.evaluate(data)
        except leps.Cancelled:
            print("too late", flush=True)

last = Last()
last.circle = last
atexit.register(lambda: print(len(results), flush=True))
"""


def test_the_last_objects_of_a_program_are_used_until_the_end():
    run = subprocess.run(
        [sys.executable, "-c", AT_THE_END], timeout=60, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines() == ["4", "too late"]
