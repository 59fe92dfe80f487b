#include "unit/facts/small_rulebook.hpp"

#include <doctest/doctest.h>

using namespace leps;
using leps::test::Loaded;

namespace {

constexpr const char* kWhole = R"(ambito: lodi
nome: Ambito di Lodi
regione: Lombardia
territorio: {ats_salute: Città Metropolitana di Milano, asst: Lodi}
sintetico: sì
nota: "inventato"
anni:
  2025:
    stato: previsione            # or definitivo
    data_di_rilevazione: 2025-06-30
    dati:
      popolazione: {valore: 231000, fonte: ISTAT, al: 2026-01-01}
      assistenti_sociali: 31.5
      saldo: n.d.
      pronto_intervento_h24: sì
      assistenti_asl: [0, 4]
      forma: consorzio
    elenchi: {}
    gruppi: ~
    deroghe:
      - {regola: pronto_intervento_sociale, atto: "DGC 12/2025", motivo: "gara in corso", fino_al: 2026-06-30}
  2024:
    dati:
      popolazione: 230000
)";

std::string year(const std::string& body) { return "ambito: lodi\nanni:\n  2025:\n" + body; }

}  // namespace

TEST_CASE("a file: one Ambito, its years in order") {
  const Loaded loaded({kWhole});
  CHECK(loaded.messages() == "");
  CHECK(loaded.tables() ==
        "lodi 2024: popolazione 230000\n"
        "lodi 2025: popolazione 231000 ISTAT 2026-01-01; assistenti_sociali 63/2; "
        "assistenti_asl 0..4; saldo ~..~; pronto_intervento_h24 sì; forma consorzio\n");
  const FactTable& before = loaded.data.at(0);
  CHECK(to_iso(before.survey_date) == "2024-12-31");
  CHECK_FALSE(before.forecast);
  const FactTable& table = loaded.data.at(1);
  CHECK(table.name == "Ambito di Lodi");
  CHECK(table.region == "Lombardia");
  REQUIRE(table.territory.size() == 2);  // by kind
  CHECK(table.territory.back().kind == "ats_salute");
  CHECK(table.territory.back().name == "Città Metropolitana di Milano");
  CHECK(table.synthetic);
  CHECK(table.note == "inventato");
  CHECK(table.forecast);
  CHECK(to_iso(table.survey_date) == "2025-06-30");
  CHECK(loaded.sources.text(table.span) == "2025");
  REQUIRE(table.waivers.size() == 1);
  CHECK(table.waivers[0].rule == RuleId{1});
  CHECK(table.waivers[0].act == "DGC 12/2025");
  CHECK(table.waivers[0].reason == "gara in corso");
  CHECK(to_iso(table.waivers[0].until.value()) == "2026-06-30");
}

TEST_CASE("every line end and a missing last one read the same") {
  const std::string lines = "ambito: lodi\nanni:\n  2025:\n    dati:\n      popolazione: 5\n";
  const std::string tables = "lodi 2025: popolazione 5\n";
  CHECK(Loaded({lines}).tables() == tables);
  CHECK(Loaded({lines.substr(0, lines.size() - 1)}).tables() == tables);
  CHECK(Loaded({"\xEF\xBB\xBF" + lines}).tables() == tables);
  std::string windows;
  for (const char c : lines) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(Loaded({windows}).tables() == tables);
  CHECK(Loaded({windows + "extra: 1\r\n"}).messages().find("6:1 data/unknown-key") == 0);
}

TEST_CASE("each mistake has its place, its sentence and a next step") {
  struct Row {
    std::string why, text;
    std::string message;  // how the only diagnostic begins, or all of it
  };
  const std::string good = "    dati: {popolazione: 5}\n";
  const Row rows[] = {
      {"nothing", "", "1:1 data/empty-file"},
      {"only a comment", "# niente\n", "1:1 data/empty-file"},
      {"a list", "- ambito: lodi\n", "1:1 data/wrong-kind il file: trovato una lista"},
      {"a word", "lodi\n", "1:1 data/wrong-kind il file: trovato «lodi»"},
      {"no ambito", "nome: Lodi\nanni: {2025: {dati: {}}}\n",
       "1:1 data/missing-key manca la voce «ambito»"},
      {"an empty one", "ambito:\nanni: {2025: {dati: {}}}\n",
       "1:1 data/missing-key manca la voce «ambito»"},
      {"a name for a key", "ambito: Ambito di Lodi\nanni: {2025: {dati: {}}}\n",
       "1:9 data/bad-ambito ambito: «Ambito di Lodi» non va bene come chiave, che è fatta di "
       "lettere "
       "minuscole non accentate, cifre, _ e - (scrivi `ambito: ambito_di_lodi`; il nome per esteso "
       "va in "
       "`nome:`)\n"},
      {"no anni", "ambito: lodi\n",
       "1:1 data/missing-key manca la voce «anni», o è vuota (scrivi gli anni"},
      {"empty anni", "ambito: lodi\nanni:\n", "2:1 data/missing-key manca la voce «anni»"},
      {"no year", "ambito: lodi\nanni: {}\n", "2:7 data/missing-key manca la voce «anni»"},
      {"anni as a list", "ambito: lodi\nanni: [2025]\n",
       "2:7 data/wrong-kind anni: trovato una lista"},
      {"a year of two digits", "ambito: lodi\nanni: {25: {dati: {}}}\n",
       "2:8 data/bad-year «25» non è un anno dal 1900 al 2200"},
      {"a year far off", "ambito: lodi\nanni: {2500: {dati: {}}}\n", "2:8 data/bad-year"},
      {"a year that is none", "ambito: lodi\nanni: {duemila: {dati: {}}}\n", "2:8 data/bad-year"},
      {"an empty year", "ambito: lodi\nanni:\n  2025:\n",
       "3:3 data/missing-key manca la voce «dati»"},
      {"a year without dati", year("    stato: definitivo\n"),
       "3:3 data/missing-key manca la voce «dati»"},
      {"before all rules", "ambito: lodi\nanni: {2020: {dati: {}}}\n",
       "2:8 data/year-without-rules lodi: nessuna regola è in vigore nel 2020 (al 2020-12-31), e i "
       "risultati sono non_vigente (controlla l'anno: la prima regola è in vigore dal "
       "2021-01-01)\n"},
      {"an unknown key at the top", "ambito: lodi\nregoine: x\nanni: {2025: {dati: {}}}\n",
       "2:1 data/unknown-key la voce «regoine» qui non è prevista (forse volevi dire "
       "«regione»?)\n"},
      {"an unknown key in a year", year(good + "    statto: x\n"),
       "5:5 data/unknown-key la voce «statto» qui non è prevista (forse volevi dire «stato»?)\n"},
      {"a datum beside dati", year(good + "    assistenti_sociali: 3\n"),
       "5:5 data/unknown-key la voce «assistenti_sociali» qui non è prevista (è un dato: va sotto "
       "`dati:`, nel "
       "suo anno)\n"},
      {"a misspelt datum", year("    dati:\n      popolazone: 5\n"),
       "5:7 data/unknown-datum le regole non conoscono il dato «popolazone» (forse volevi dire "
       "«popolazione»?)\n"},
      {"a datum with a capital", year("    dati: {Popolazione: 5}\n"), "4:12 data/unknown-datum"},
      {"a parameter as a datum", year("    dati: {livello_assistenti: 5}\n"),
       "4:12 data/unknown-datum le regole non conoscono il dato «livello_assistenti» (è un "
       "parametro"},
      {"an amount as a datum", year("    dati: {contributo: 5}\n"),
       "4:12 data/unknown-datum le regole non conoscono il dato «contributo» (è un calcolo"},
      {"a rule as a datum", year("    dati: {pronto_intervento_sociale: sì}\n"),
       "4:12 data/unknown-datum le regole non conoscono il dato «pronto_intervento_sociale» (è una "
       "regola"},
      {"a list among the data", year("    dati:\n      sedi: [{nome: Lodi}]\n"),
       "5:7 data/unknown-datum le regole non conoscono il dato «sedi» (una tabella di righe va "
       "sotto"},
      {"a key of the year among the data", year("    dati: {stato: definitivo}\n"),
       "4:12 data/unknown-datum le regole non conoscono il dato «stato» (va accanto a `dati:`"},
      {"a key of the file among the data", year("    dati: {nota: x}\n"),
       "4:12 data/unknown-datum le regole non conoscono il dato «nota» (va in testa al file"},
      {"nothing like it", year("    dati: {qqqqqqqqqqqq: 5}\n"),
       "4:12 data/unknown-datum le regole non conoscono il dato «qqqqqqqqqqqq» (nessun dato"},
      {"dati as a list", year("    dati: [5]\n"), "4:11 data/wrong-kind dati: trovato una lista"},
      {"a doubled datum", year("    dati:\n      popolazione: 5\n      popolazione: 6\n"),
       "6:7 data/duplicate-key la voce «popolazione» è scritta due volte [5:7 è già qui] (tieni "
       "una sola delle "
       "due voci)\n"},
      {"a doubled datum, quoted", year("    dati:\n      popolazione: 5\n      'popolazione': 6\n"),
       "6:7 data/duplicate-key"},
      {"a doubled year", year(good) + "  2025:\n" + good, "5:3 data/duplicate-key la voce «2025»"},
      {"a doubled key at the top", "ambito: lodi\nambito: como\nanni: {2025: {dati: {}}}\n",
       "2:1 data/duplicate-key la voce «ambito» è scritta due volte [1:1 è già qui]"},
      {"a state of its own", year("    stato: provvisorio\n" + good),
       "4:12 data/unknown-word stato: «provvisorio» non è fra le parole ammesse: definitivo, "
       "previsione"},
      {"a state misspelt", year("    stato: definitvo\n" + good),
       "4:12 data/unknown-word stato: «definitvo» non è fra le parole ammesse: definitivo, "
       "previsione (forse "
       "volevi dire «definitivo»?)\n"},
      {"an Italian date", year("    data_di_rilevazione: 31/12/2025\n" + good),
       "4:26 data/bad-date data_di_rilevazione: «31/12/2025» non è una data del calendario, "
       "scritta come "
       "2025-12-31 (scrivi 2025-12-31: prima l'anno, poi il mese e il giorno)\n"},
      {"no such day", year("    data_di_rilevazione: 2025-02-30\n" + good), "4:26 data/bad-date"},
      {"a day of another year", year("    data_di_rilevazione: 2026-01-01\n" + good),
       "4:26 data/date-outside-year la data di rilevazione 2026-01-01 non cade nel 2025"},
      {"a date of a source", year("    dati:\n      popolazione: {valore: 5, al: 1.1.2025}\n"),
       "5:36 data/bad-date al: «1.1.2025»"},
      {"numbers of another land", "ambito: lodi\nnumeri: inglesi\nanni: {2025: {dati: {}}}\n",
       "2:9 data/unknown-word numeri: «inglesi» non è fra le parole ammesse: italiani"},
      {"synthetic perhaps", "ambito: lodi\nsintetico: forse\nanni: {2025: {dati: {}}}\n",
       "2:12 data/wrong-kind sintetico: trovato «forse», qui serve sì o no"},
      {"a name that is a list", "ambito: lodi\nnome: [a]\nanni: {2025: {dati: {}}}\n",
       "2:7 data/wrong-kind nome: trovato una lista, qui serve un testo"},
      {"a territory of one word", "ambito: lodi\nterritorio: Lodi\nanni: {2025: {dati: {}}}\n",
       "2:13 data/wrong-kind territorio: trovato «Lodi»"},
      {"a link of a territory that ends and never began",
       "ambito: lodi\nterritorio: {asst: {nome: Lodi, al: 2025-12-31}}\n"
       "anni: {2025: {dati: {}}}\n",
       "2:37 data/missing-key manca la voce «dal», o è vuota (un legame che finisce ha un inizio"},
      {"a list nobody declares", year(good + "    elenchi: {comuni: []}\n"),
       "5:15 data/undeclared-list nessun pacchetto dichiara l'elenco «comuni»"},
      {"a group nobody declares", year(good + "    gruppi: {pippi: p12}\n"),
       "5:14 data/undeclared-group nessun pacchetto dichiara il gruppo «pippi»"},
      {"a waiver of no rule",
       year(good + "    deroghe:\n      - {regola: pronto_intervento, atto: a, motivo: b}\n"),
       "6:18 data/unknown-rule deroga: non c'è nessuna regola «pronto_intervento» (forse volevi "
       "dire «pronto_intervento_sociale»?)"},
      {"a waiver without an act",
       year(good + "    deroghe:\n      - {regola: pronto_intervento_sociale, motivo: b}\n"),
       "6:9 data/missing-key manca la voce «atto»"},
      {"a waiver without a reason",
       year(good +
            "    deroghe:\n      - {regola: pronto_intervento_sociale, atto: a, motivo: }\n"),
       "6:54 data/missing-key manca la voce «motivo»"},
      {"a waiver until an Italian day",
       year(good + "    deroghe:\n      - {regola: pronto_intervento_sociale, atto: a, motivo: b, "
                   "fino_al: 30/6/2026}\n"),
       "6:74 data/bad-date fino_al: «30/6/2026» non è una data del calendario, scritta come "
       "2025-12-31 (scrivi "
       "2026-06-30"},
      {"waivers that are no list", year(good + "    deroghe: {regola: x}\n"),
       "5:14 data/wrong-kind deroghe: trovato un gruppo di voci"},
      {"a waiver that is a word", year(good + "    deroghe: [x]\n"),
       "5:15 data/wrong-kind la deroga: trovato «x»"},
      {"a key of a waiver",
       year(good +
            "    deroghe: [{regola: pronto_intervento_sociale, atto: a, motivo: b, fino: x}]\n"),
       "5:71 data/unknown-key la voce «fino» qui non è prevista"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const Loaded loaded({row.text});
    const std::string messages = loaded.messages();
    CAPTURE(messages);
    CHECK(messages.find(row.message) == 0);
    CHECK(loaded.bag.all().size() == 1);
    for (const Diagnostic& diagnostic : loaded.bag.all()) CHECK_FALSE(diagnostic.hints.empty());
  }
}

TEST_CASE("all mistakes of a file are found in one run, and the good part is read") {
  const Loaded loaded(
      {"ambito: lodi\nanno: 2025\nanni:\n  2025:\n    stato: x\n    dati:\n"
       "      popolazione: 61.348\n      assistenti_sociali: 17,5\n      assistenti_asl: 3\n"
       "      forma: x\n  205:\n    dati:\n      saldo: y\n"});
  CHECK(loaded.messages().find("2:1 data/unknown-key") == 0);
  for (const char* found :
       {"5:12 data/unknown-word", "7:20 data/not-whole", "8:27 data/ambiguous-number",
        "10:14 data/unknown-word", "11:3 data/bad-year", "13:14 data/wrong-kind"}) {
    CAPTURE(found);
    CHECK(loaded.messages().find(found) != std::string::npos);
  }
  CHECK(loaded.bag.all().size() == 7);
  CHECK(loaded.tables() ==
        "lodi 2025: popolazione 1..~; assistenti_sociali 0..~; assistenti_asl 3; forma ?\n");
}

TEST_CASE("several files are one set of data") {
  const std::string lodi_2025 =
      "ambito: lodi\nnome: Lodi\nanni: {2025: {dati: {popolazione: 5}}}\n";
  const std::string lodi_2024 = "ambito: lodi\nanni: {2024: {dati: {popolazione: 4}}}\n";
  const std::string como = "ambito: como\nanni: {2025: {dati: {}}}\n";

  const Loaded merged({lodi_2025, como, lodi_2024});
  CHECK(merged.messages() == "");
  CHECK(merged.tables() == "como 2025:\nlodi 2024: popolazione 4\nlodi 2025: popolazione 5\n");
  CHECK(merged.data.at(0).name == "como");  // the key where no file has a name
  CHECK(merged.data.at(1).name == "Lodi");  // from the other file

  const Loaded twice(
      {lodi_2025, "ambito: lodi\nnome: Lodi\nanni:\n  2025: {dati: {popolazione: 6}}\n"});
  CHECK(twice.messages() ==
        "4:30 data/files-differ Ambito «lodi», 2025: due file danno valori diversi di popolazione "
        "[3:35 qui è un altro] (tieni il valore giusto e togli l'altro, o scrivili uguali)\n");
  CHECK(twice.bag.all().at(0).where->source == SourceId{1});
  CHECK(twice.tables() == "lodi 2025: popolazione 1..~\n");

  const Loaded filled({lodi_2025,
                       "ambito: lodi\nanni:\n  2025:\n    dati: {assistenti_sociali: [3, 9]}\n",
                       "ambito: lodi\nanni: {2025: {dati: {popolazione: 5, assistenti_sociali: 4}}}"
                       "\n"});
  CHECK(filled.messages() == "");
  CHECK(filled.tables() == "lodi 2025: popolazione 5; assistenti_sociali 4\n");
  const Loaded apart({lodi_2025,
                      "ambito: lodi\nanni: {2025: {dati: {assistenti_sociali: [3, 9]}}}\n",
                      "ambito: lodi\nanni: {2025: {dati: {assistenti_sociali: [8, 10]}}}\n"});
  CHECK(apart.messages().find("data/files-differ") != std::string::npos);

  const Loaded renamed({lodi_2025, "ambito: lodi\nnome: Lodigiano\nanni: {2024: {dati: {}}}\n"});
  CHECK(renamed.messages().find("data/names-differ l'Ambito «lodi» qui si chiama «Lodi», altrove "
                                "«Lodigiano» [3:8 qui è «Lodigiano»]") != std::string::npos);
  CHECK_FALSE(renamed.bag.has_errors());
  CHECK(renamed.data.size() == 2);

  const Loaded half({"ambito: [\n", como});
  CHECK(half.bag.has_errors());
  CHECK(half.tables() == "como 2025:\n");
}
