"""The shipped packs and the fixtures, through the command: results as their JSON Schema says, the
same bytes on every machine, and the packs themselves clean, tested, and the same in both languages."""
import json
import subprocess
import unittest

import jsonschema
from command import ROOT, CommandTest

FIXTURES = ROOT / "fixtures"
RULES = ROOT / "rules"
PACKS = sorted(RULES.rglob("*.leps"))
SCHEMA = ROOT / "engine/report/results.schema.json"


def some_data(count=3):
    """A few of the fixtures, real and synthetic."""
    files = sorted(FIXTURES.rglob("*.yaml"))
    return files[:: max(1, len(files) // count)]


class Shipped(CommandTest):
    def results(self, *packs, data=(FIXTURES / "reali", FIXTURES / "sintetici")):
        done = self.leps("check", *packs, "--data", *data, "--format", "json")
        self.assertIn(done.status, (0, 1), done.err[-3000:])
        return json.loads(done.out)

    def test_json_is_as_the_schema_says(self):
        schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        for packs in ([], [RULES / "nazionale", RULES / "anteprima_2027"]):
            found = self.results(*packs)
            jsonschema.validate(found, schema, jsonschema.Draft202012Validator)
            self.assertGreater(len(found["results"]), 100)
            self.assertEqual(len(found["rules"][0]["sha256"]), 64)

    def test_results_stand_by_ambito_and_year_each_rule_once(self):
        keys = [(r["ambito"], r["year"], r["rule"]) for r in self.results()["results"]]
        self.assertEqual(len(set(keys)), len(keys))
        places = [key[:2] for key in keys]
        self.assertEqual(places, sorted(places, key=lambda place: (place[0].encode(), place[1])))

    def test_ranks_run_from_one_without_holes(self):
        ranks = {}
        for result in self.results()["results"]:
            settled = result["verdict"] in ("soddisfatto", "non_applicabile", "non_vigente")
            self.assertEqual(result["rank"] is None, settled, result)
            if not settled:
                ranks.setdefault((result["ambito"], result["year"]), []).append(result["rank"])
        for found in ranks.values():
            self.assertEqual(sorted(found), list(range(1, len(found) + 1)))

    def test_real_ambiti_are_asked_for_what_is_not_known(self):
        """Their residents are known, their services are not: nothing may pass for met."""
        found = self.results(data=[FIXTURES / "reali"])["results"]
        self.assertGreater(len({result["ambito"] for result in found}), 15)
        for result in found:
            if result["rule"] == "servizio_sociale_professionale":
                self.assertEqual(result["verdict"], "non_valutabile")
                self.assertIn("assistenti_sociali", result["missing"])

    def test_the_same_bytes_under_an_italian_system(self):
        made = subprocess.run(["localedef", "-i", "it_IT", "-f", "UTF-8",
                               str(self.folder / "it_IT.UTF-8")], capture_output=True, check=False)
        self.assertTrue((self.folder / "it_IT.UTF-8").exists(), made.stderr)
        systems = [{}, {"LC_ALL": "it_IT.UTF-8", "LOCPATH": str(self.folder), "TZ": "ALTROVE-14"}]
        data = some_data()
        for words in (["check", "--format", "text"], ["check", "--format", "json"],
                      ["check", "--format", "csv"], ["check", "--format", "md"],
                      ["check", "--format", "html"], ["explain", "servizio_sociale_professionale"]):
            outputs = {self.leps(*words, "--data", *data, env=env).out_bytes for env in systems}
            self.assertEqual(len(outputs), 1, words)
            self.assertGreater(len(outputs.pop()), 1000, words)

    def test_the_packs_are_clean_and_in_their_canonical_layout(self):
        for pack in PACKS:
            with self.subTest(pack.name):
                self.expect(0, "fmt", "--check", pack)
        for folders in (("nazionale",), ("nazionale", "anteprima_2027"), ("nazionale", "lombardia")):
            packs = [RULES / folder for folder in folders]
            self.expect(0, "test", *packs)
            self.expect(0, "lint", *packs, "--strict")

    def test_the_packs_in_english_say_the_same(self):
        for pack in PACKS:
            copy = self.write(f"{pack.parent.name}/{pack.name}", pack.read_bytes())
            self.expect(0, "fmt", "--to", "en", copy)
            self.assertIn(b"package ", copy.read_bytes())
        italian = self.results(RULES / "nazionale")
        english = self.results(self.folder / "nazionale")
        for part in ("results", "computed"):
            self.assertEqual(italian[part], english[part])
        for pack in PACKS:
            copy = self.folder / pack.parent.name / pack.name
            self.expect(0, "fmt", "--to", "it", copy)
            self.assertEqual(copy.read_bytes(), pack.read_bytes(), pack.name)


if __name__ == "__main__":
    unittest.main()
