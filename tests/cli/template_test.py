"""`leps template`: what it writes, `leps check` reads back, empty and filled in, in every layout, for
the shipped pack and for one with every type of datum; and `leps check --format xlsx`."""
import csv
import io
import json
import re
import unittest
import xml.etree.ElementTree as xml
import zipfile

from command import PACK, ROOT, CommandTest, data_of

TYPES = """pacchetto tipi versione "1"
fonte f "Fonte"
unità FTE, abitanti, ore
categoria LEPS "Livello"
elenco operatori "=1+1 Operatori"
  detenuto da "Ambito"
  campo nome : testo  chiave
  campo profilo : uno di assistente_sociale, educatore
  campo ore : ore  almeno 0  al massimo 168
  campo in_servizio : periodo
  campo attivo : sì/no
elenco comuni "Comuni"
  campo nome : testo  chiave
gruppo pippi "Progetto"
dato popolazione : abitanti "Popolazione"
  almeno 1  intero
  detenuto da "ISTAT"
dato quota_servita : quota "Quota"
dato assistenti : FTE "Assistenti"
  almeno 0
  precedenza SIOSS, HR
dato orario_dedicato : orario "Orario"
dato avvio : data "Avvio"
dato attivo : sì/no "Attivo"
dato forma : uno di LONG "Forma"
dato nota_libera : testo "Nota"
dato durata : periodo "Durata"
regola organico "Organico"
  categoria LEPS
  secondo f
  in vigore dal 1 gennaio 2021
  requisito abbastanza: assistenti almeno 1 FTE ogni 5.000 abitanti di popolazione
    si colma con assistenti
  requisito giovani: per ogni o in operatori: o.ore almeno 10 ore
  requisito attivo: attivo
""".replace("LONG", ", ".join(f"forma_numero_{i:03}" for i in range(40)))
MAIN = {"popolazione": "50000", "quota_servita": "56%", "assistenti": "9,5",
        "orario_dedicato": "lun-ven 08:00-18:00", "avvio": "31/12/2025", "attivo": "sì",
        "forma": "forma_numero_039", "nota_libera": "una nota", "durata_dal": "01/10/2025",
        "durata_al": "31/12/2025", "assistenti_fonte": "SIOSS", "assistenti_al": "01/01/2026"}
ROW = {"ambito": "lodi", "anno": "2025", "nome": "Rossi", "profilo": "educatore", "ore": "8,5",
       "in_servizio_dal": "01/10/2025", "in_servizio_al": "", "attivo": "no"}
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ENDINGS = ("yaml", "csv", "xlsx")


def sheets_of(data):
    """{name: {cell: text}} of a workbook, and what its parts are."""
    book = zipfile.ZipFile(io.BytesIO(data))
    parts = {name: book.read(name).decode("utf-8") for name in book.namelist()}
    strings = ["".join(t.text or "" for t in item.iter(SPACE + "t"))
               for item in xml.fromstring(parts["xl/sharedStrings.xml"])]
    names = [s.get("name") for s in xml.fromstring(parts["xl/workbook.xml"]).iter(SPACE + "sheet")]
    sheets = {}
    for i, name in enumerate(names, 1):
        cells = xml.fromstring(parts[f"xl/worksheets/sheet{i}.xml"]).iter(SPACE + "c")
        sheets[name] = {c.get("r"): strings[int(c[0].text)] if c.get("t") == "s" else c[0].text
                        for c in cells if len(c)}
    return sheets, parts


class Template(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("tipi.leps", TYPES)

    def results(self, *words, status=1):
        done = self.expect(status, "check", *words, "--format", "json")
        self.assertNotIn("error", done.err)
        return json.loads(done.out)

    def test_an_empty_form_reads_back_as_nothing_known(self):
        for rules in ([], ["tipi.leps"]):
            for ending in ENDINGS:
                with self.subTest(rules=rules, ending=ending):
                    folder = f"{len(rules)}{ending}"
                    (self.folder / folder).mkdir()
                    out = f"{folder}/modulo.{ending}"
                    self.expect(0, "template", *rules, "--out", out, "--ambito", "lodi", "--year",
                                "2025", prints="anno 2025")
                    found = self.results(*rules, "--data", folder)
                    self.assertEqual({r["ambito"] for r in found["results"]}, {"lodi"})
                    self.assertEqual({r["year"] for r in found["results"]}, {2025})
                    self.assertNotIn("soddisfatto", {r["verdict"] for r in found["results"]})
                    self.assertEqual([d["code"] for d in found["diagnostics"]], [])

    def test_every_datum_is_asked(self):
        rules = "".join(path.read_text() for path in (ROOT / "rules/nazionale").glob("*.leps"))
        data = re.findall(r"^dato (\w+)", rules, re.M)
        self.assertGreater(len(data), 40)
        for ending in ENDINGS:
            self.expect(0, "template", "--out", f"m.{ending}")
        text = self.read("m.yaml").decode()
        header = self.read("m.csv").decode("utf-8-sig").splitlines()[0].split(";")
        sheet = sheets_of(self.read("m.xlsx"))[0]["dati"].values()
        for name in data:
            self.assertIn(f"\n      {name}: n.d.\n", text)
            self.assertIn(name, header)
            self.assertIn(name, sheet)

    def check_filled(self, *data):
        results = self.results("tipi.leps", "--data", *data)["results"]
        requirements = {r["name"]: r for r in results[0]["requirements"]}
        self.assertEqual(requirements["abbastanza"]["gap"]["lo"], "1/2")
        self.assertEqual(requirements["giovani"]["gap"]["failing"], ["Rossi"])
        self.assertEqual(requirements["attivo"]["verdict"], "soddisfatto")
        self.assertEqual(results[0]["missing"], [])

    def test_a_filled_form_in_csv(self):
        (self.folder / "m").mkdir()
        done = self.expect(0, "template", "tipi.leps", "--out", "m/modulo.csv", "--ambito", "lodi",
                           "--year", "2025")
        self.assertIn("--data m/modulo.csv m/operatori.csv m/comuni.csv", done.out)
        for name, values in (("modulo", {"ambito": "lodi", "anno": "2025", **MAIN}),
                             ("operatori", ROW)):
            path = self.folder / f"m/{name}.csv"
            header = path.read_text("utf-8-sig").splitlines()[0].split(";")
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                table = csv.DictWriter(file, header, delimiter=";")
                table.writeheader()
                table.writerow(values)
        self.check_filled("m")
        # A list that somebody has filled in is never written over, nor the form of its name.
        self.expect(2, "template", "tipi.leps", "--out", "m/modulo.csv", says="m/operatori.csv")
        self.expect(2, "template", "tipi.leps", "--out", "comuni.csv",
                    says="[command/form-beside]")
        self.assertFalse((self.folder / "comuni.csv").exists())

    def test_a_filled_form_in_yaml(self):
        self.expect(0, "template", "tipi.leps", "--out", "m.yaml", "--ambito", "lodi", "--year",
                    "2025")
        text = self.read("m.yaml").decode()
        for name, value in {"popolazione": "50000", "quota_servita": "9/10", "assistenti": "9.5",
                            "avvio": "mai", "attivo": "sì", "forma": "forma_numero_000",
                            "orario_dedicato": '"lun-ven 08:00-18:00"', "nota_libera": "nota",
                            "durata": "{dal: 2025-10-01}"}.items():
            self.assertIn(f"      {name}: n.d.\n", text)
            text = text.replace(f"      {name}: n.d.\n", f"      {name}: {value}\n")
        begin, end = text.index("      # operatori:"), text.index("      # Comuni")
        rows = text[begin:end].replace("      # ", "      ").replace("nome: n.d.", "nome: Rossi")
        text = text[:begin] + rows.replace("ore: n.d.", "ore: 8.5") + text[end:]
        self.write("m.yaml", text.replace("# patrono:", "patrono:"))
        self.check_filled("m.yaml")

    def test_a_filled_form_in_a_workbook(self):
        self.expect(0, "template", "tipi.leps", "--out", "m.xlsx", "--ambito", "lodi", "--year",
                    "2025")
        sheets, parts = sheets_of(self.read("m.xlsx"))
        self.assertEqual(list(sheets), ["Istruzioni", "dati", "operatori", "comuni", "opzioni"])
        self.assertIn("forma_numero_039", sheets["opzioni"].values())
        values = {"dati": {**MAIN, "ambito": "lodi", "anno": "2025", "assistenti": "9.5"},
                  "operatori": {**ROW, "ore": "8.5"}}
        numbers = {"anno", "popolazione", "assistenti", "ore"}
        for place, (sheet, cells) in enumerate(values.items(), 2):
            part = f"xl/worksheets/sheet{place}.xml"
            row = '<row r="2">'
            for cell, name in sheets[sheet].items():
                value = cells.get(name, "")
                if not re.fullmatch("[A-Z]+1", cell) or not value:
                    continue
                at = cell[:-1] + "2"
                row += (f'<c r="{at}"><v>{value}</v></c>' if name in numbers else
                        f'<c r="{at}" t="inlineStr"><is><t>{value}</t></is></c>')
            body = re.sub(r'<row r="2".*?</row>', "", parts[part])
            parts[part] = body.replace("</sheetData>", row + "</row></sheetData>")
        with zipfile.ZipFile(self.folder / "pieno.xlsx", "w") as book:
            for name, text in parts.items():
                book.writestr(name, text)
        self.check_filled("pieno.xlsx")

    def test_what_the_form_says_is_never_run(self):
        for language in ("it", "en"):
            self.expect(0, "template", "tipi.leps", "--out", "m.xlsx", "--lang", language, "--force")
            first = self.read("m.xlsx")
            self.expect(0, "template", "tipi.leps", "--out", "m.xlsx", "--lang", language,
                        env={"TZ": "Asia/Tokyo", "LC_ALL": "it_IT.UTF-8"})
            self.assertEqual(self.read("m.xlsx"), first)
            sheets, parts = sheets_of(first)
            self.assertTrue(any("=1+1" in text for text in sheets["Istruzioni"].values()))
            for name, part in parts.items():
                self.assertNotIn("<f>", part, name)
                xml.fromstring(part)

    def test_a_wrong_command_line_writes_nothing(self):
        rows = (("template/missing", ["template"], "--out"),
                ("ending", ["template", "--out", "m.xls"], "[command/form-ending]"),
                ("key", ["template", "--out", "m.csv", "--ambito", "Di Lodi"], "--ambito di_lodi"),
                ("year", ["template", "--out", "m.csv", "--year", "3025"], "--year"),
                ("names", ["template", self.write("n.leps", TYPES.replace("campo attivo", "campo anno")),
                           "--out", "m.xlsx"], "[command/form-name]"),
                ("report", ["check", "rules.leps", "--data", "met.yaml", "--format", "xlsx"],
                 "--out"))
        for why, words, says in rows:
            with self.subTest(why=why):
                self.expect(2, *words, says=says)
        self.assertEqual([p.name for p in self.folder.iterdir() if p.name.startswith("m.")], [])
        self.expect(5, "template", "--out", "manca/m.xlsx", says="[io/cannot-write]")


class Results(CommandTest):
    def test_the_workbook_says_what_the_results_say(self):
        hostile = '=HYPERLINK("http://x")'
        text = data_of("lodi", {2025: {"popolazione": "50001", "assistenti": "9.5"}})
        self.write("d.yaml", text.replace("anni:", f"nome: '{hostile}'\nsintetico: sì\nanni:"))
        self.write("rules.leps", PACK)
        self.expect(1, "check", "rules.leps", "--data", "d.yaml", "--out", "r.xlsx")
        first = self.read("r.xlsx")
        sheets, parts = sheets_of(first)
        self.assertEqual(list(sheets), ["Quadro", "Dubbi", "Lacune", "Priorità", "Dati mancanti", "Importi",
                                        "Ipotesi", "Deroghe", "Avvisi", "Regole"])
        gaps = sheets["Lacune"]
        head = {text: cell[:-1] for cell, text in gaps.items() if re.fullmatch("[A-Z]+4", cell)}
        self.assertEqual(gaps[head["Minima esatta"] + "5"], "2501/5000")
        self.assertAlmostEqual(float(gaps[head["Lacuna minima"] + "5"]), 2501 / 5000, places=15)
        self.assertEqual(gaps[head["Nome"] + "5"], hostile)
        self.assertIn("pronto_attivo", sheets["Dati mancanti"].values())
        self.assertRegex(" ".join(sheets["Regole"].values()), "[0-9a-f]{64}")
        for name, sheet in sheets.items():
            self.assertIn("DATI SINTETICI", sheet["A2"], name)
        for name, part in parts.items():
            self.assertNotIn("<f>", part, name)
            self.assertNotIn("<hyperlink", part, name)
        self.expect(1, "check", "rules.leps", "--data", "d.yaml", "--format", "xlsx", "--out",
                    "r.xlsx", env={"TZ": "Asia/Tokyo"})
        self.assertEqual(self.read("r.xlsx"), first)
        self.expect(1, "check", "rules.leps", "--data", "d.yaml", "--out", "e.xlsx", "--lang", "en")
        self.assertIn("Gaps", sheets_of(self.read("e.xlsx"))[0])


if __name__ == "__main__":
    unittest.main()
