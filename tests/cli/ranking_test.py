"""What to do first: the list that the design works out by hand. By gap alone the widest comes
first; with `prima le cause` what blocks it stands just before it, and the report says why."""
import json
import unittest

from command import CommandTest

HEAD = """pacchetto prova versione "1"
fonte norma "Una norma"
unità persone
categoria LEPS "Livello essenziale"
"""
# name: (relative gap, what it comes after). SSP is 11,5%, and PUA and PIS both need it.
RULES = {"pua": ("0.5", "ssp"), "supervisione": ("0.2", None), "residenza": ("1/7", None),
         "ssp": ("0.115", None), "pis": ("0.06", "ssp")}


def pack():
    text = HEAD
    for name, (_, after) in RULES.items():
        text += (f'dato {name}_fatto : persone "Fatto di {name}"\n  almeno 0\n'
                 f'regola {name} "Livello di {name}"\n  categoria LEPS\n  secondo norma\n'
                 f"  in vigore dal 1 gennaio 2021\n  requisito q: {name}_fatto almeno 7.000 persone\n"
                 + (f"  dopo {after}\n" if after else ""))
    return text + ("ordine per_lacuna\n  per lacuna relativa\n"
                   "ordine con_cause\n  per prima le cause, lacuna relativa\n")


def data(**done):
    cells = "".join(f"      {name}_fatto: {value}\n" for name, value in done.items())
    return f"ambito: a\nanni:\n  2025:\n    dati:\n{cells}"


class Ranking(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("levels.leps", pack())
        self.write("data.yaml", data(pua=3500, supervisione=5600, residenza=6000, ssp=6195, pis=6580))

    def results(self, *words):
        done = self.expect(1, "check", "levels.leps", "--data", "data.yaml", "--format", "json", *words)
        return {result["rule"]: result for result in json.loads(done.out)["results"]}

    def order(self, name):
        found = self.results("--order", name)
        self.assertEqual({rule: result["relative_gap"]["hi"] for rule, result in found.items()},
                         {"pua": "1/2", "supervisione": "1/5", "residenza": "1/7", "ssp": "23/200",
                          "pis": "3/50"})
        return sorted(found, key=lambda rule: found[rule]["rank"])

    def test_by_gap_alone(self):
        self.assertEqual(self.order("per_lacuna"),
                         ["pua", "supervisione", "residenza", "ssp", "pis"])

    def test_causes_first(self):
        self.assertEqual(self.order("con_cause"),
                         ["ssp", "pua", "supervisione", "residenza", "pis"])

    def test_each_place_is_said_in_one_sentence(self):
        """SSP stands first because it blocks PUA: its own lines name PUA."""
        for language in ("it", "en"):
            words = ["--data", "data.yaml", "--order", "con_cause", "--lang", language]
            text = self.expect(1, "explain", "ssp", "--rules", "levels.leps", *words).out
            self.assertIn("'pua'", text)
            self.assertNotIn("residenza", text)

    def test_met_but_standing_on_what_is_not_is_fragile(self):
        self.write("data.yaml", data(**{rule: 7000 for rule in RULES} | {"ssp": 1}))
        self.assertEqual({rule for rule, result in self.results().items() if result["fragile"]},
                         {"pua", "pis"})

    def test_a_circle_is_told_step_by_step(self):
        circle = pack().replace("requisito q: ssp_fatto almeno 7.000 persone\n",
                                "requisito q: ssp_fatto almeno 7.000 persone\n  dopo pis\n")
        self.write("circle.leps", circle)
        done = self.expect(3, "lint", "circle.leps", says="[schedule/circle")
        self.assertRegex(done.err, "pis[^\n]*ssp[^\n]*pis|ssp[^\n]*pis[^\n]*ssp")
        written = circle.splitlines()
        for step in (written.index("  dopo pis"), len(written) - 1 - written[::-1].index("  dopo ssp")):
            self.assertIn(f"{step + 1} |   dopo", done.err, "each step with its line")


if __name__ == "__main__":
    unittest.main()
