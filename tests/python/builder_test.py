"""Data given value by value are what a file with the same values would be."""
import datetime
import threading
from decimal import Decimal
from fractions import Fraction

import pytest

import leps


def test_as_a_file_with_the_same_values(small, small_results):
    builder = leps.Builder()
    builder.ambito("prova", 2025)["assistenti"] = Decimal("25.0")
    early = builder.ambito("prova", 2024)
    early["popolazione"], early["assistenti"] = 100000, Fraction(20)
    builder.ambito("prova", 2025)["popolazione"] = "125001"
    results = small.evaluate(small.load(builder))
    assert list(results) == list(small_results)


def test_rows_truths_and_what_is_not_known(small):
    builder = leps.Builder()
    full, empty = builder.ambito("piena", 2025), builder.ambito("vuota", 2025)
    full.rows("sedi", [{"nome": "Lodi", "aperta": False}])
    empty.rows("sedi", [])
    full.rows("sedi", [{"nome": "Codogno: est", "aperta": True}])  # after another Ambito's
    full["assistenti"], full["popolazione"] = (4, Decimal("5.5")), 25000
    empty["assistenti"], empty["popolazione"] = (4, None), None
    builder.ambito("ignota", 2025)
    results = small.evaluate(small.load(builder))

    def verdict(ambito):
        return results.find(ambito, 2025, "sede").verdict

    assert verdict("piena") is leps.Verdict.SODDISFATTO
    assert verdict("vuota") is leps.Verdict.NON_SODDISFATTO
    assert verdict("ignota") is leps.Verdict.NON_VALUTABILE
    gap = results.find("piena", 2025, "servizio_sociale").requirement("organico").gap
    assert gap.amount == leps.Quantity(Fraction(0), Fraction(1), "FTE")
    assert results.find("vuota", 2025, "servizio_sociale").deciding == (
        "popolazione",
        "assistenti",
    )


def test_what_a_file_says_beside_the_data(national):
    builder = leps.Builder()
    lodi = builder.ambito(
        "prova",
        2025,
        nome="Ambito di prova: est",
        regione="Lombardia",
        sintetico=True,
        stato="previsione",
        data_di_rilevazione=datetime.date(2025, 12, 31),
    )
    lodi.add("popolazione", 231000, fonte="inventata", al=datetime.date(2026, 1, 1))
    results = national.evaluate(national.load(builder))
    assert all(each.is_synthetic and each.is_forecast for each in results)


def test_mistakes_come_together_at_the_end(small):
    builder = leps.Builder()
    ambito = builder.ambito("prova", 2025)
    ambito["popolazione"] = Fraction(1, 3)
    ambito["asistenti"] = 3
    with pytest.raises(leps.DataError) as caught:
        small.load(builder)
    assert len(caught.value.diagnostics) == 2
    assert "assistenti" in str(caught.value)
    with pytest.raises(ValueError):
        small.load(leps.Builder())


def test_a_builder_goes_on(small):
    builder = leps.Builder()
    ambito = builder.ambito("prova", 2025)
    ambito["popolazione"], ambito["assistenti"] = 125001, 25
    first = small.evaluate(small.load(builder))
    ambito["assistenti"] = Decimal("25.0002")
    second = small.evaluate(small.load(builder))
    verdicts = [each.find("prova", 2025, "servizio_sociale").verdict for each in (first, second)]
    assert verdicts == [leps.Verdict.NON_SODDISFATTO, leps.Verdict.SODDISFATTO]


def test_threads_fill_one_builder(small):
    builder = leps.Builder()

    def fill(each):
        ambito = builder.ambito(f"prova{each}", 2025)
        for _ in range(50):
            ambito["popolazione"] = 5000 * (each + 1)
            ambito["assistenti"] = each + 1
        ambito.rows("sedi", [{"nome": f"{each}-{i}", "aperta": i == each} for i in range(8)])

    threads = [threading.Thread(target=fill, args=(each,)) for each in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    results = small.evaluate(small.load(builder))
    assert len(results) == 16
    assert {each.verdict for each in results} == {leps.Verdict.SODDISFATTO}


def test_rows_are_added_together_or_not_at_all(small):
    builder = leps.Builder()
    prova = builder.ambito("prova", 2025)
    prova["popolazione"], prova["assistenti"] = 5000, 1
    with pytest.raises(ValueError, match="NUL"):
        prova.rows("sedi", [{"nome": "A", "aperta": True}, {"nome": "B\0", "aperta": True}])
    prova.rows("sedi", [{"nome": "A", "aperta": True}])
    assert small.load(builder).ambiti == (("prova", 2025),)


def test_a_callback_of_load_does_not_wait_for_its_own_builder(small):
    builder = leps.Builder()
    prova = builder.ambito("prova", 2025)
    refused = []

    def progress(*_):
        for use in (lambda: prova.group("a", "b"), lambda: small.load(builder)):
            with pytest.raises(RuntimeError, match="being loaded"):
                use()
            refused.append(1)

    small.load(builder, progress=progress)
    assert len(refused) >= 2
    prova["popolazione"] = 5000
    assert small.load(builder).ambiti == (("prova", 2025),)
