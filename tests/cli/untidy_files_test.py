"""Files as offices keep them: what is read, what is passed over and said, what is refused and how;
what `leps check` tells last; and that no file of anybody's is lost."""
import json
import os
import random
import unittest

from command import PACK, CommandTest, data_of

LISTS = PACK + """
elenco comuni "I Comuni dell'Ambito"
  campo nome : testo  chiave
  campo residenti : abitanti  almeno 0  intero
  campo via_fittizia : sì/no
elenco operatori "Gli operatori"
  campo sigla : testo  chiave
  campo profilo : uno di assistente_sociale, educatore
  campo ore : FTE  almeno 0
  campo assunto : data
"""
HEADER = "ambito;anno;popolazione;assistenti\n"
ROW = "lodi;2025;50000;10\n"
NOTES = ["Nota: dati provvisori", "Fonte: ISTAT;;", "(*) stima", "Totale;;50000;10", "TOT.;;;"]
ABOVE = ["Dati LEPS anno 2025", "Ufficio di Piano;Lodi", "Estratto il;30/06/2026;;", "\"Titolo; con punto e virgola\""]


class UntidyFilesTest(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("rules.leps", LISTS)

    def check(self, *paths, status=1, **more):
        words = ["check", "rules.leps"]
        for path in paths:
            words += ["--data", path]
        return self.expect(status, *words, **more)

    def facts(self, *paths):
        """{(ambito, year, rule): verdict}, and what was said."""
        done = self.leps("check", "rules.leps", *sum((["--data", p] for p in paths), []), "--format", "json")
        self.assertIn(done.status, (0, 1), done.err)
        return {(r["ambito"], r["year"], r["rule"]): r["verdict"] for r in json.loads(done.out)["results"]}, done

    def test_lines_above_and_below_change_nothing(self):
        """Whatever title, notes and totals stand around a table, its rows are what is judged."""
        seed = int(os.environ.get("LEPS_SEED", "20261129"))
        draw = random.Random(seed)
        self.write("plain.csv", HEADER + ROW)
        plain, _ = self.facts("plain.csv")
        for turn in range(12):
            above = draw.sample(ABOVE, draw.randint(0, 3)) + [""] * draw.randint(0, 2)
            below = draw.sample(NOTES, draw.randint(0, 3))
            separator = draw.choice(["", "sep=;\n"]) if not above else ""
            text = separator + "".join(line + "\n" for line in above) + HEADER + ROW + "".join(l + "\n" for l in below)
            self.write("around.csv", text)
            with self.subTest(seed=seed, turn=turn, text=text):
                found, done = self.facts("around.csv")
                self.assertEqual(found, plain)
                self.assertEqual("table/lines-above" in done.err, any(above))
                self.assertEqual(done.err.count("table/lines-below") + done.err.count("table/total-below") > 0,
                                 bool(below))

    def test_a_row_without_its_year_is_no_note(self):
        self.write("d.csv", HEADER + ROW + "crema;;34000;7\n")
        self.check("d.csv", status=4, says="table/row-without-key")

    def test_a_total_with_a_key_is_named_and_never_summed(self):
        self.write("d.csv", HEADER + ROW)
        self.write("comuni.csv", "ambito;anno;nome;residenti\nlodi;2025;Lodi;45000\nlodi;2025;Totale;45000\n")
        self.check("d.csv", "comuni.csv", status=4, says="la riga «Totale» sembra un totale")

    def test_nothing_read_is_no_success(self):
        self.write("empty.csv", HEADER)
        done = self.check("empty.csv", status=4, says="data/nothing-read")
        self.assertIn("nessuna riga", done.err)
        self.assertEqual(done.out, "")
        self.expect(4, "check", "rules.leps", "--data", "empty.csv", "--out", "r.html")
        self.assertFalse((self.folder / "r.html").exists())
        self.expect(4, "check", "rules.leps", "--data", "empty.csv", "--keep-good", says="data/nothing-read")

    def test_a_thousand_is_refused_at_every_door(self):
        """131.000 for a datum in whole units is nobody's 131, in whatever file it stands."""
        seed = int(os.environ.get("LEPS_SEED", "20261129"))
        draw = random.Random(seed)
        for _ in range(6):
            whole = draw.randint(1, 999)
            for mark, italian in ((".", False), (",", True)):
                number, few, many = f"{whole}{mark}000", str(whole), f"{whole}000"
                head = "numeri: italiani\n" if italian else ""
                doors = {
                    "d.yaml": head + data_of("lodi", {2025: {"popolazione": f'"{number}"'}}),
                    # another column says how the file writes its numbers
                    "d.csv": HEADER + f"lodi;2025;{number};1{mark}5\n",
                    "comuni.csv": f"ambito;anno;nome;residenti\nlodi;2025;Lodi;{number}\n",
                }
                if not italian:
                    doors["d.json"] = json.dumps({"ambito": "lodi", "anni": {"2025": {"dati": {"popolazione": number}}}})
                for name, text in doors.items():
                    self.write(name, text)
                    with self.subTest(seed=seed, file=name, text=text):
                        done = self.check(name, status=4)
                        self.assertIn(few, done.err)
                        self.assertIn(many, done.err)
                    (self.folder / name).unlink()

    def test_one_slip_in_many_rows_is_one_message(self):
        self.write("d.csv", HEADER + ROW)
        rows = "".join(f"lodi;2025;A{i};Assistente sociale;1\n" for i in range(300))
        self.write("operatori.csv", "ambito;anno;sigla;profilo;ore\n" + rows)
        done = self.check("d.csv", "operatori.csv")
        self.assertEqual(done.err.count("data/word-taken"), 1)
        self.assertIn("(in 300 righe)", done.err)
        self.write("operatori.csv", "ambito;anno;sigla;profilo;ore\n" + rows.replace("Assistente sociale", "maestro"))
        done = self.check("d.csv", "operatori.csv", status=4)
        self.assertLess(len(done.err.splitlines()), 12)
        self.assertIn("300 errori, nessun report scritto", done.err)

    def test_messages_name_ambito_year_and_column(self):
        self.write("d.csv", HEADER + "lodi;2025;molti;10\n")
        self.check("d.csv", status=4, says="lodi, 2025, popolazione")

    def test_spaces_that_do_not_break(self):
        self.write("d.csv", "ambito\u00a0;anno;Popolazione\u202f;assistenti\nlodi\u00a0;2025\u00a0;50000;10\n")
        self.check("d.csv")
        self.write("d.csv", HEADER + "lodi;2025;50\u00a0000;10\n")
        self.check("d.csv", status=4, says="U+00A0")

    def test_years_as_programs_and_people_write_them(self):
        self.write("d.csv", HEADER.replace(";", ",") + "lodi,2025.0,50000,10\n")
        found, _ = self.facts("d.csv")
        self.assertIn(("lodi", 2025, "organico"), found)
        for year in ("2025/26", "31/12/2025", "25"):
            self.write("d.csv", HEADER + f"lodi;{year};50000;10\n")
            self.check("d.csv", status=4, says="nella colonna anno scrivi l'anno dei dati con quattro cifre")

    def test_days_as_people_write_them(self):
        for day, read in (("01/05/2025", True), ("1 maggio 2025", True), ("2025-05-01 00:00:00", True),
                          ("1/5/25", False), ("45778", False), ("2025-05-01 10:30:00", False)):
            self.write("d.csv", HEADER + ROW)
            self.write("operatori.csv", f"ambito;anno;sigla;assunto\nlodi;2025;A1;{day}\n")
            with self.subTest(day=day):
                done = self.check("d.csv", "operatori.csv", status=1 if read else 4)
                if not read:
                    self.assertIn("gg/mm/aaaa" if "10:30" in day else "01/05/2025", done.err)

    def test_a_list_under_another_name(self):
        rows = "ambito;anno;sigla;profilo;ore\nlodi;2025;A1;educatore;1\n"
        self.write("d.csv", HEADER + ROW)
        self.write("Operatori.csv", rows)
        self.check("d.csv", "Operatori.csv")
        self.write("operatori (1).csv", rows)
        done = self.check("d.csv", "operatori (1).csv", status=4, says="chiama il file operatori.csv")
        self.assertEqual(done.err.count("errore:"), 1)

    def test_the_same_year_in_two_files_is_joined(self):
        self.write("a.yaml", data_of("lodi", {2025: {"popolazione": "50000"}}))
        self.write("b.csv", "ambito;anno;assistenti\nlodi;2025;10\n")
        self.assertEqual(self.facts("a.yaml", "b.csv")[0][("lodi", 2025, "organico")], "soddisfatto")
        self.write("c.csv", "ambito;anno;assistenti\nlodi;2025;\"[9; 11]\"\n")
        self.assertEqual(self.facts("a.yaml", "b.csv", "c.csv")[0][("lodi", 2025, "organico")], "soddisfatto")
        self.write("c.csv", "ambito;anno;assistenti\nlodi;2025;9\n")
        self.check("a.yaml", "b.csv", "c.csv", status=4, says="data/files-differ")
        self.write("c.csv", HEADER + ROW + ROW)
        self.check("c.csv", status=4, says="Se ogni riga è di un Comune")

    def test_lists_in_two_files_are_joined_row_by_row(self):
        self.write("d.csv", HEADER + ROW)
        self.write("x/comuni.csv", "ambito;anno;nome;residenti\nlodi;2025;Lodi;45000\n")
        self.write("y/comuni.csv", "ambito;anno;nome;via_fittizia\nlodi;2025;Lodi;sì\nlodi;2025;Codogno;no\n")
        self.check("d.csv", "x", "y")
        self.write("y/comuni.csv", "ambito;anno;nome;residenti\nlodi;2025;Lodi;44000\n")
        self.check("d.csv", "x", "y", status=4, says="comuni.residenti")

    def test_tables_under_other_endings(self):
        self.write("data/d.tsv", (HEADER + ROW).replace(";", "\t"))
        self.write("data/comuni.txt", "ambito\tanno\tnome\nlodi\t2025\tLodi\n")
        self.write("data/leggimi.txt", "Questi sono i dati.\n")
        done = self.check("data", says="leggimi.txt")
        self.assertIn("3 file, 1 Ambito letto; mancano: data/leggimi.txt", done.err)

    def test_istat_s_table_of_all_of_italy(self):
        """More rows than a table may hold: those that the two small tables name are read, whatever they are called."""
        header = "FREQ,REF_AREA,DATA_TYPE,CATEG_OF_BENEFICIARIES,CATEGORY_OF_SERVICE,TIME_PERIOD,OBS_VALUE,note,status\n"
        row = "A,T{0:05},{1},ALL,ALL,2025,{2}," + "x" * 140 + ",p\n"
        series = ["POP", "STAFF"] + [f"SERIES{i}" for i in range(180)]
        rows = [(area, row.format(area, one, 50000 + area if one == "POP" else area))
                for area in range(570) for one in series]
        random.Random(7).shuffle(rows)
        for folder, kept in [("all", rows), ("few", [each for each in rows if each[0] in (7, 413)])]:
            self.write(f"{folder}/istat.mappa.csv", "DATA_TYPE,CATEG_OF_BENEFICIARIES,CATEGORY_OF_SERVICE,dato\n"
                       "POP,ALL,ALL,popolazione\nSTAFF,ALL,ALL,assistenti\n")
            self.write(f"{folder}/ambiti.mappa.csv", "REF_AREA,ambito\nT00007,lodi\nT00413,merate\n")
            self.write(f"{folder}/IT1.csv", header + "".join(text for _, text in kept))
        self.assertGreater(os.path.getsize(os.path.join(self.folder, "all/IT1.csv")), 16 << 20)
        told = {}
        for folder in ("all", "few"):
            done = self.leps("check", "rules.leps", "--data", folder, "--format", "json")
            self.assertIn(done.status, (0, 1), done.err)
            told[folder] = {key: json.loads(done.out)[key] for key in ("results", "computed")}
            self.assertIn("istat/read", done.err)
        self.assertEqual(told["all"], told["few"])
        self.assertEqual({each["ambito"] for each in told["all"]["results"]}, {"lodi", "merate"})

    def test_own_reports_among_the_data(self):
        self.write("data/d.csv", HEADER + ROW)
        for ending in ("csv", "xlsx", "json"):
            self.expect(1, "check", "rules.leps", "--data", "data/d.csv", "--out", f"data/r.{ending}")
        done = self.check("data")
        self.assertEqual(done.err.count("data/own-report"), 3)
        self.assertEqual(done.err.count("errore:"), 0)

    def test_a_report_replaces_reports_and_nothing_else(self):
        self.write("d.csv", HEADER + ROW)
        for ending in ("txt", "html", "md", "csv", "xlsx", "json"):
            for _ in range(2):
                done = self.expect(1, "check", "rules.leps", "--data", "d.csv", "--out", f"r.{ending}")
                self.assertIn(f"r.{ending}: 1 Ambito, 2025", done.err)
            self.write(f"mine.{ending}", "una lettera\n")
            self.expect(2, "check", "rules.leps", "--data", "d.csv", "--out", f"mine.{ending}",
                        says="command/out-exists")
            self.assertEqual(self.read(f"mine.{ending}"), b"una lettera\n")

    def test_endings_of_out(self):
        self.write("d.csv", HEADER + ROW)
        for name, way in (("r.pdf", "stampalo in PDF"), ("r.docx", "LibreOffice"), ("r.xls", ".xlsx"), ("r.foo", ".html")):
            self.expect(2, "check", "rules.leps", "--data", "d.csv", "--out", name, says=way)
            self.assertFalse((self.folder / name).exists())
        self.expect(1, "check", "rules.leps", "--data", "d.csv", "--out", "R.HTML")
        self.assertTrue(self.read("R.HTML").startswith(b"<!DOCTYPE html>"))
        self.write("folder/x", "")
        for name in ("folder", "folder/", "new/"):
            self.expect(2, "check", "rules.leps", "--data", "d.csv", "--out", name, says="rapporto.html")

    def test_a_filled_form_is_kept(self):
        for name in ("form.yaml", "form.csv", "form.xlsx", "FORM2.XLSX"):
            words = ("template", "rules.leps", "--ambito", "lodi", "--year", "2025", "--out", name)
            self.expect(0, *words)
            self.expect(0, *words)  # the same empty form
            filled = self.read(name) + b" "
            self.write(name, filled)
            self.expect(2, *words, says="--force")
            self.assertEqual(self.read(name), filled)
            self.expect(0, *words, "--force")
            self.assertNotEqual(self.read(name), filled)
            for beside in ("comuni.csv", "operatori.csv"):
                (self.folder / beside).unlink(missing_ok=True)

    def test_years_before_the_rules(self):
        self.write("d.csv", HEADER + "lodi;2019;49000;9\n" + ROW)
        found, done = self.facts("d.csv")
        self.assertEqual(found[("lodi", 2019, "organico")], "non_vigente")
        self.assertEqual(found[("lodi", 2025, "organico")], "soddisfatto")
        self.assertIn("data/year-without-rules", done.err)

    def test_findings_by_ambito(self):
        self.write("d.csv", HEADER + "lodi;2025;molti;10\ncrema;2025;34000;7\n")
        self.write("cantu.yaml", data_of("cantu", {2025: {"popolazione": "x"}}))
        done = self.expect(4, "check", "rules.leps", "--data", "d.csv", "--data", "cantu.yaml",
                           "--report-findings", "letter.txt")
        self.assertIn("letter.txt", done.err)
        letter = self.read("letter.txt").decode()
        self.assertIn("3 Ambiti: 1 a posto, 2 da correggere", letter)
        self.assertLess(letter.index("cantu"), letter.index("\nlodi\n"))
        self.assertIn("riga 2 (lodi, 2025, popolazione)", letter)
        self.expect(4, "check", "rules.leps", "--data", "d.csv", "--report-findings", "letter.txt")
        self.write("mine.txt", "una lettera\n")
        self.expect(4, "check", "rules.leps", "--data", "d.csv", "--report-findings", "mine.txt", says="command/out-exists")
        self.assertEqual(self.read("mine.txt"), b"una lettera\n")


if __name__ == "__main__":
    unittest.main()
