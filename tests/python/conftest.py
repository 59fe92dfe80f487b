"""What the tests share: packs and data of the repository, and a small world of their own.

They run from the root of the repository, against the package installed from the wheel.
"""
import os
import pathlib

import pytest

import leps
from small_world import SMALL, SMALL_DATA

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

@pytest.fixture(scope="session", autouse=True)
def at_root():
    os.chdir(ROOT)


@pytest.fixture(scope="session")
def small():
    return leps.compile({"prova.leps": SMALL})


@pytest.fixture(scope="session")
def small_results(small):
    return small.evaluate(small.load({"prova.yaml": SMALL_DATA}))


@pytest.fixture(scope="session")
def national(at_root):
    return leps.compile("rules/nazionale")


@pytest.fixture(scope="session")
def invented(national):
    """An Ambito of which everything is known, and invented."""
    return national.evaluate(national.load("fixtures/sintetici/ambito_sintetico.yaml"))


@pytest.fixture(scope="session")
def many(national):
    """The data of many Ambiti: enough work to be interrupted in."""
    text = (ROOT / "fixtures/sintetici/ambito_sintetico.yaml").read_text(encoding="utf-8")
    assert text.count("ambito: sintetico_valdoro") == 1
    return national.load(
        {
            f"{i}.yaml": text.replace("ambito: sintetico_valdoro", f"ambito: sintetico_{i}")
            for i in range(150)
        }
    )
