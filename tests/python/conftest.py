"""What the tests share: packs and data of the repository, and a world that is small enough to know.

They run from the root of the repository, against the package installed from the wheel.
"""
import os
import pathlib

import pytest

import leps

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

#: One rule, one number of the law, one ordering.
SMALL = """\
pacchetto prova versione "1"
fonte l178 "Legge 30 dicembre 2020, n. 178, art. 1, comma 797"
unità abitanti, FTE
categoria LEPS "Livello essenziale"
dato popolazione : abitanti "Residenti"  almeno 1  intero
dato assistenti : FTE "Assistenti sociali"  almeno 0
elenco sedi "Sedi":
  nome : testo "Nome"
  aperta : sì/no "È aperta?"
regola servizio_sociale "Un assistente sociale ogni 5.000 abitanti"
  categoria LEPS
  secondo l178
  in vigore dal 1 gennaio 2021
  requisito organico: assistenti almeno 1 FTE ogni 5.000 abitanti di popolazione
    si colma con assistenti
regola sede "Una sede aperta"
  categoria LEPS
  secondo l178
  in vigore dal 1 gennaio 2021
  requisito aperta: conta(sedi; aperta) almeno 1
ordine usuale: lacuna relativa decrescente
"""

SMALL_DATA = """\
ambito: prova
anni:
  2024: {dati: {popolazione: 100000, assistenti: 20}}
  2025: {dati: {popolazione: 125001, assistenti: 25}}
"""


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
    """The data of a thousand Ambiti: enough work to be interrupted in."""
    text = (ROOT / "fixtures/sintetici/ambito_sintetico.yaml").read_text(encoding="utf-8")
    assert text.count("ambito: sintetico_valdoro") == 1
    return national.load(
        {
            f"{i}.yaml": text.replace("ambito: sintetico_valdoro", f"ambito: sintetico_{i}")
            for i in range(1000)
        }
    )
