"""No program in Python ends its process by a signal, whatever it does to the package's objects."""
import os
import pathlib
import signal
import subprocess
import sys

import pytest

MISUSES = pathlib.Path(__file__).with_name("misuses.py")


@pytest.mark.parametrize(
    "name",
    [
        "copies",
        "pickles",
        "never_made",
        "made_twice",
        "edited",
        "taken_for_another",
        "after_close",
        "closed_meanwhile",
        "circles",
        "plain",
        "odd_arguments",
        "random_calls",
    ],
)
def test_misuse_is_an_exception(name):
    run = subprocess.run(
        [sys.executable, "-B", "-X", "faulthandler", MISUSES, name],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        # What is freed is overwritten, so that whoever still reads it cannot be lucky.
        env=dict(os.environ, MALLOC_PERTURB_="165"),
    )
    said = run.stdout.splitlines()
    ended = signal.Signals(-run.returncode).name if run.returncode < 0 else run.returncode
    told = "\n".join([*said[:1], *said[-3:], run.stderr])  # the seed, and what was being done
    assert (ended, said[-1:]) == (0, ["the end"]), told
