"""What takes more than one Ambito or one year: shared bodies, groups, programmes, mergers, checks
that look a year back, sources that disagree, waivers, tolerances. The numbers are worked by hand."""
import json
import unittest

from command import CommandTest

PACK = """pacchetto molti.ambiti versione "1"
fonte norma "Una norma"
fonte convenzione "La convenzione del consorzio"
unità abitanti, FTE, famiglie
categoria LEPS "Livello essenziale" inderogabile

gruppo consorzio "Consorzio fra Ambiti"
gruppo progetto_pippi "Ambiti che condividono un progetto P.I.P.P.I."

dato popolazione : abitanti "Popolazione residente"
  almeno 1  intero
dato assistenti_propri : FTE "Assistenti sociali dell'Ambito"
  almeno 0
  precedenza SIOSS, HR
dato assistenti_consorzio : FTE "Assistenti sociali del consorzio, in tutto"
  almeno 0
dato famiglie_pippi : famiglie "Famiglie nel progetto"
  almeno 0  intero

calcolo parte_del_consorzio : FTE "Assistenti del consorzio, ripartiti per residenti"
  = assistenti_consorzio * popolazione / totale(popolazione; consorzio)
  secondo convenzione

controllo salto "La popolazione non scende di oltre un decimo in un anno"  avviso
  popolazione almeno 90% di anno_precedente(popolazione)
controllo plausibile "Non più di un assistente ogni 1.500 abitanti"  errore
  assistenti_propri al massimo 1 FTE ogni 1.500 abitanti di popolazione

regola organico "Un assistente sociale ogni 5.000 abitanti"
  categoria LEPS
  secondo norma
  in vigore dal 1 gennaio 2021
  requisito propri: assistenti_propri almeno 1 FTE ogni 5.000 abitanti di popolazione
    si applica se assistenti_consorzio pari a 0 FTE
    tolleranza 1%
    si colma con assistenti_propri
  requisito insieme: assistenti_propri + parte_del_consorzio almeno 1 FTE ogni 5.000 abitanti di popolazione
    si applica se assistenti_consorzio più di 0 FTE
    si colma con assistenti_propri

regola famiglie_del_progetto "Dieci famiglie per progetto"
  categoria LEPS
  secondo norma
  in vigore dal 1 gennaio 2021
  requisito insieme: totale(famiglie_pippi; progetto_pippi) almeno 10 famiglie
    si colma con famiglie_pippi
regola famiglie_del_programma "Dieci famiglie per programma di due anni"
  categoria LEPS
  secondo norma
  in vigore dal 1 gennaio 2021
  requisito due_anni: somma(famiglie_pippi; anni 2) almeno 10 famiglie
"""


def year(values, **more):
    text = "    dati: {" + ", ".join(f"{name}: {value}" for name, value in values.items()) + "}\n"
    return text + "".join(f"    {key}: {value}\n" for key, value in more.items())


class ManyAmbiti(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("molti.leps", PACK)

    def ambito(self, key, years, head=""):
        text = f"ambito: {key}\n{head}anni:\n"
        for number, body in years.items():
            text += f"  {number}:\n{body}"
        self.write(f"dati/{key}.yaml", text)

    def results(self, *more):
        done = self.leps("check", "molti.leps", "--data", "dati", "--format", "json", *more)
        self.assertIn(done.status, (0, 1), done.err)
        return json.loads(done.out), done.err

    def of(self, found, ambito, when, rule, requirement=None):
        for result in found["results"]:
            if (result["ambito"], result["year"], result["rule"]) != (ambito, when, rule):
                continue
            if requirement is None:
                return result
            return next(r for r in result["requirements"] if r["name"] == requirement)
        self.fail(f"no result of {rule} for {ambito} in {when}")

    def amount(self, found, ambito, name):
        return next(c["lo"] for c in found["computed"] if (c["ambito"], c["name"]) == (ambito, name))

    def test_a_consortium_is_shared_by_residents(self):
        for key, residents, own in (("alfa", 80000, 8), ("beta", 50000, 4)):
            self.ambito(key, {2025: year({"popolazione": residents, "assistenti_propri": own,
                                          "assistenti_consorzio": 13},
                                         gruppi="{consorzio: sud}")})
        found, _ = self.results()
        self.assertEqual(self.amount(found, "alfa", "parte_del_consorzio"), "8")
        self.assertEqual(self.amount(found, "beta", "parte_del_consorzio"), "5")
        self.assertEqual(self.of(found, "alfa", 2025, "organico")["verdict"], "soddisfatto")
        short = self.of(found, "beta", 2025, "organico", "insieme")
        self.assertEqual((short["verdict"], short["gap"]["lo"], short["gap"]["hi"]),
                         ("non_soddisfatto", "1", "1"))

    def test_a_member_that_is_not_there_leaves_the_total_open(self):
        self.ambito("alfa", {2025: year({"popolazione": 80000, "assistenti_propri": 8,
                                         "assistenti_consorzio": 0, "famiglie_pippi": 4},
                                        gruppi="{progetto_pippi: {nome: p12, membri: [alfa, gamma]}}")})
        found, _ = self.results()
        result = self.of(found, "alfa", 2025, "famiglie_del_progetto")
        self.assertEqual(result["verdict"], "non_valutabile")
        self.assertEqual(result["requirements"][0]["gap"]["lo"], "0")
        self.assertEqual(result["requirements"][0]["gap"]["hi"], "6")

    def test_one_project_one_verdict_for_each_member(self):
        for key, families in (("alfa", 4), ("beta", 3), ("gamma", 3)):
            self.ambito(key, {2025: year({"famiglie_pippi": families},
                                         gruppi="{progetto_pippi: p12}")})
        self.ambito("solo", {2025: year({"famiglie_pippi": 9})})
        found, _ = self.results()
        for key in ("alfa", "beta", "gamma"):
            self.assertEqual(self.of(found, key, 2025, "famiglie_del_progetto")["verdict"],
                             "soddisfatto")
        alone = self.of(found, "solo", 2025, "famiglie_del_progetto", "insieme")
        self.assertEqual((alone["verdict"], alone["gap"]["lo"]), ("non_soddisfatto", "1"))
        asked, _ = self.results("--ambito", "beta")  # the others are still there to be summed
        self.assertEqual(self.of(asked, "beta", 2025, "famiglie_del_progetto")["verdict"],
                         "soddisfatto")
        self.assertEqual({result["ambito"] for result in asked["results"]}, {"beta"})

    def test_a_programme_of_two_years(self):
        self.ambito("alfa", {2025: year({"famiglie_pippi": 6}), 2026: year({"famiglie_pippi": 4})})
        found, _ = self.results()
        self.assertEqual(self.of(found, "alfa", 2026, "famiglie_del_programma")["verdict"],
                         "soddisfatto")
        # Of 2024 nothing is known: six may be enough, and may not.
        self.assertEqual(self.of(found, "alfa", 2025, "famiglie_del_programma")["verdict"],
                         "non_valutabile")

    def test_a_merger(self):
        def staff(residents, workers):
            return year({"popolazione": residents, "assistenti_propri": workers,
                         "assistenti_consorzio": 0, "famiglie_pippi": 5})

        self.ambito("alfa", {2025: staff(60000, 15)})
        self.ambito("beta", {2025: staff(70000, 9)})
        self.ambito("nuovo", {2026: staff(130000, 24)},
                    head="fusione: {da: [alfa, beta], dal: 2026-07-01}\n")
        found, err = self.results()
        self.assertEqual(err, "3 file, 3 Ambiti letti\n")  # 130,000 against 60,000 + 70,000 of the year before: no swing
        self.assertEqual(self.of(found, "alfa", 2025, "organico", "propri")["gap"]["lo"], "0")
        self.assertEqual(self.of(found, "beta", 2025, "organico", "propri")["gap"]["lo"], "5")
        merged = self.of(found, "nuovo", 2026, "organico", "propri")
        self.assertEqual((merged["verdict"], merged["gap"]["lo"], merged["gap"]["hi"]),
                         ("non_soddisfatto", "2", "2"))
        self.assertEqual(len({(r["ambito"], r["year"]) for r in found["results"]}), 3)
        # Its programme of two years began in the two Ambiti of before: 5 + 5 + 5.
        self.assertEqual(self.of(found, "nuovo", 2026, "famiglie_del_programma")["verdict"],
                         "soddisfatto")

        self.ambito("alfa", {2025: staff(60000, 15), 2026: staff(60000, 15)})
        self.expect(4, "check", "molti.leps", "--data", "dati", says="data/after-merger")
        self.ambito("alfa", {2025: staff(60000, 15)})
        self.ambito("nuovo", {2025: staff(130000, 24)},
                    head="fusione: {da: [alfa, beta], dal: 2026-07-01}\n")
        self.expect(4, "check", "molti.leps", "--data", "dati", says="data/before-merger")

    def test_checks_of_the_data(self):
        whole = {"popolazione": 100000, "assistenti_propri": 20, "assistenti_consorzio": 0}
        self.ambito("alfa", {2024: year(whole), 2025: year({**whole, "popolazione": 80000})})
        found, err = self.results()
        self.assertIn("data/check-warning", err)
        self.assertIn("dati/alfa.yaml:6:", err)
        self.assertEqual([d["code"] for d in found["diagnostics"]], ["data/check-warning"])
        self.ambito("beta", {2025: year({**whole, "assistenti_propri": 200})})
        self.expect(4, "check", "molti.leps", "--data", "dati", says="data/check-error")
        kept = self.leps("check", "molti.leps", "--data", "dati", "--format", "json", "--keep-good")
        self.assertEqual(kept.status, 4)
        self.assertEqual({r["ambito"] for r in json.loads(kept.out)["results"]}, {"alfa"})

    def test_two_sources(self):
        said = "[{valore: 25, fonte: HR}, {valore: 24, fonte: SIOSS}]"
        self.ambito("alfa", {2025: year({"popolazione": 125000, "assistenti_propri": said,
                                         "assistenti_consorzio": 0})})
        found, _ = self.results()
        result = self.of(found, "alfa", 2025, "organico", "propri")
        self.assertEqual((result["verdict"], result["gap"]["lo"]), ("non_soddisfatto", "1"))
        self.ambito("alfa", {2025: year({"popolazione": 125000,
                                         "assistenti_propri": said.replace("SIOSS", "altro")
                                                                  .replace("HR", "altro"),
                                         "assistenti_consorzio": 0})})
        self.expect(4, "check", "molti.leps", "--data", "dati", says="data/sources-differ")

    def test_a_tolerance_is_said(self):
        for key, workers in (("alfa", "24.75"), ("beta", "24.74")):  # 1% of 25 is 0.25
            self.ambito(key, {2025: year({"popolazione": 125000, "assistenti_propri": workers,
                                          "assistenti_consorzio": 0})})
        found, _ = self.results()
        self.assertEqual(self.of(found, "alfa", 2025, "organico")["verdict"], "soddisfatto")
        self.assertEqual(self.of(found, "beta", 2025, "organico")["verdict"], "non_soddisfatto")

    def test_a_waiver_is_never_met(self):
        waiver = '[{regola: organico, atto: "DGC 1/2025", motivo: "gara", fino_al: 2026-06-30}]'
        self.ambito("alfa", {2025: year({"popolazione": 125000, "assistenti_propri": 20,
                                         "assistenti_consorzio": 0}, deroghe=waiver)})
        done = self.leps("check", "molti.leps", "--data", "dati")
        self.assertEqual(done.status, 1)
        self.assertIn("DGC 1/2025", done.out)
        found, _ = self.results()
        self.assertEqual(self.of(found, "alfa", 2025, "organico")["verdict"], "non_soddisfatto")


if __name__ == "__main__":
    unittest.main()
