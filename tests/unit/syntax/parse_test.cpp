// What good text means: one row a text, the tree beside it.
#include "unit/syntax/describe.hpp"

#include <doctest/doctest.h>

using namespace leps;
using namespace leps::test;

TEST_CASE("parse: an expression becomes the tree that its precedence says") {
  struct Row {
    const char* text;
    const char* tree;
  };
  const Row rows[] = {
      // numbers
      {"5000", "5000"},
      {"5.000", "5000"},
      {"1.234.567,5", "2469135/2"},
      {"17,5", "35/2"},
      {"0,50", "1/2"},
      {"0", "0"},
      {"90%", "9/10%"},
      {"12,5%", "1/8%"},
      {"9/10", "9/10f"},
      {"1/5.000 FTE", "1/5000f[FTE^1]"},
      {"6.500 abitanti/FTE", "6500[abitanti^1 FTE^-1]"},
      {"3 ore/settimana/persona", "3[ore^1 settimana^-1 persona^-1]"},
      {"40.000 euro/anno", "40000[euro^1 anno^-1]"},
      {"40.000 euro/year", "40000[euro^1 year^-1]"},
      {"1 FTE ogni 5.000 abitanti", "(1[FTE^1] per 5000[abitanti^1])"},
      {"1 ogni 5.000", "(1 per 5000)"},
      // names and truth
      {"assistenti_ti", "assistenti_ti"},
      {"città_2", "città_2"},
      {"sì", "yes"},
      {"no", "no"},
      // operators, from the tightest
      {"-a", "(neg a)"},
      {"--a", "(neg (neg a))"},
      {"-a di b", "(of (neg a) b)"},
      {"90% di richieste", "(of 9/10% richieste)"},
      {"a di b di c", "(of a (of b c))"},
      {"a di b * c", "(* (of a b) c)"},
      {"a * b di c", "(* a (of b c))"},
      {"a * b / c", "(/ (* a b) c)"},
      {"x / 7 * 7", "(* (/ x 7) 7)"},
      {"x/7*7", "(* (/ x 7) 7)"},
      {"9 / 10", "(/ 9 10)"},
      {"9/10/2", "(/ 9/10f 2)"},
      {"10 FTE/7", "(/ 10[FTE^1] 7)"},
      {"40.000 euro/FTE * x", "(* 40000[euro^1 FTE^-1] x)"},
      {"a - b - c", "(- (- a b) c)"},
      {"a-b", "(- a b)"},
      {"a + b * c", "(+ a (* b c))"},
      {"(a + b) * c", "(* (+ a b) c)"},
      {"a almeno b", "(>= a b)"},
      {"a al massimo b + 1", "(<= a (+ b 1))"},
      {"a più di b", "(> a b)"},
      {"a meno di b", "(< a b)"},
      {"a pari a b", "(= a b)"},
      {"a diverso da b", "(!= a b)"},
      {"a almeno 5 o b", "(or (>= a 5) b)"},
      {"non a", "(not a)"},
      {"non non a", "(not (not a))"},
      {"non a almeno b", "(not (>= a b))"},
      {"non a e b", "(and (not a) b)"},
      {"a o b e c", "(or a (and b c))"},
      {"a e b e c", "(and (and a b) c)"},
      {"(a o b) e c", "(and (or a b) c)"},
      {"a almeno 1 FTE ogni 5.000 abitanti di popolazione",
       "(>= a (of (1[FTE^1] per 5000[abitanti^1]) popolazione))"},
      // functions and conditions
      {"min(a; b; c)", "(min a b c)"},
      {"max(a)", "(max a)"},
      {"max(0 FTE; min(a; b di c) - d)", "(max 0[FTE^1] (- (min a (of b c)) d))"},
      {"se a allora b altrimenti c + 1", "(if a b (+ c 1))"},
      {"1 + se a allora b altrimenti c", "(+ 1 (if a b c))"},
      {"se a allora se b allora 1 altrimenti 2 altrimenti 3", "(if a (if b 1 2) 3)"},
      // days and texts
      {"1 gennaio 2025", "2025-01-01"},
      {"1° gennaio 2025", "2025-01-01"},
      {"2025-01-31 + 120 giorni", "(+ 2025-01-31 120[giorni^1])"},
      {"a al massimo mai", "(<= a never)"},
      {"data_di_rilevazione più di n.pad + 120 giorni", "(> survey (+ n.pad 120[giorni^1]))"},
      {"2025-10", "(- 2025 10)"},
      {"x pari a \"Lodi\"", "(= x 'Lodi')"},
      {"unione(a; \"lun-ven 08:00-18:00\")", "(unite a 'lun-ven 08:00-18:00')"},
      // rows
      {"o.ore / o.tempo_pieno", "(/ o.ore o.tempo_pieno)"},
      {"o.anno + o.quota", "(+ o.anno o.quota)"},
      {"conta(o in operatori)", "(count o in operatori)"},
      {"conta(o in operatori dove o.ore più di 0 e sì)",
       "(count o in operatori where (and (> o.ore 0) yes))"},
      {"percentuale(o in l dove o.x)", "(percentage o in l where o.x)"},
      {"somma(1 FTE * o.ore per ogni o in l dove o.x)",
       "(sum o in l where o.x : (* 1[FTE^1] o.ore))"},
      {"media(o.x per ogni o in l)", "(mean o in l : o.x)"},
      {"minimo(o.x per ogni o in l) + massimo(o.x per ogni o in l)",
       "(+ (least o in l : o.x) (greatest o in l : o.x))"},
      {"giorni_scoperti(o.p per ogni o in l)", "(uncovered o in l : o.p)"},
      {"per ogni c in comuni: c.via o no", "(every c in comuni : (or c.via no))"},
      {"a e per ogni c in comuni dove c.x: c.via", "(and a (every c in comuni where c.x : c.via))"},
      {"esiste c in comuni", "(exists c in comuni)"},
      {"esiste c in comuni dove c.x o c.y", "(exists c in comuni where (or c.x c.y))"},
      {"esiste c in comuni dove c.x: c.y", "(exists c in comuni where c.x : c.y)"},
      {"(esiste c in comuni) e b", "(and (exists c in comuni) b)"},
      {"per ogni c in l: esiste d in m: c.x pari a d.x",
       "(every c in l : (exists d in m : (= c.x d.x)))"},
      // years and groups
      {"per ogni o in l: o.x o o.y", "(every o in l : (or o.x o.y))"},
      {"conta(in in l dove in.in)", "(count in in l where in.in)"},
      {"d al massimo 31 marzo dell'anno", "(<= d 31/3+0)"},
      {"1° marzo dell\u2019anno successivo + 2 giorni", "(+ 1/3+1 2[giorni^1])"},
      {"8 dicembre dell'anno  precedente", "8/12-1"},
      // terms
      {"x entro 30 giorni da d", "(within x 30[giorni^1] from d)"},
      {"x entro 30 giorni lavorativi da d", "(within x 30 working days from d)"},
      {"x entro 1 giorno lavorativo da d", "(within x 1 working days from d)"},
      {"x entro 3 mesi da d + 1 giorni", "(within x 3 months from (+ d 1[giorni^1]))"},
      {"x entro n mesi da d", "(within x n months from d)"},
      {"x entro n giorni lavorativi da d", "(within x n working days from d)"},
      {"x entro termine da d", "(within x termine from d)"},
      {"x entro il 31 marzo dell'anno", "(by x 31/3+0)"},
      {"x entro l'8 marzo 2025 e b", "(and (by x 2025-03-08) b)"},
      {"x entro d", "(by x d)"},
      {"non x entro 2 settimane da d", "(not (within x 2[settimane^1] from d))"},
      // everywhere else the words are names
      {"x tra a e b", "(between x a b)"},
      {"x fra a e b", "(between x a b)"},
      {"x + 1 tra a + 1 e b di c", "(between (+ x 1) (+ a 1) (of b c))"},
      {"x tra a e b e c", "(and (between x a b) c)"},
      {"non x tra 80% e 90% o c", "(or (not (between x 4/5% 9/10%)) c)"},
      {"5 FTE tra 3 FTE e 6 FTE", "(between 5[FTE^1] 3[FTE^1] 6[FTE^1])"},
      {"5 tra 3 e 6", "(between 5 3 6)"},
      {"v fra p, q", "(among v p q)"},
      {"v tra p, q, r", "(among v p q r)"},
      {"t fra \"uno\", \"due\"", "(among t 'uno' 'due')"},
      {"x fra 1, 2,5, 3", "(among x 1 5/2 3)"},
      {"(v fra p, q) e c", "(and (among v p q) c)"},
      {"c e v fra p, q", "(and c (among v p q))"},
      {"almeno 2 fra a, b, c", "(>= 2 among a b c)"},
      {"al massimo n tra a, r.b", "(<= n among a r.b)"},
      {"pari a 1 fra a, (x almeno 3), (non c)", "(= 1 among a (>= x 3) (not c))"},
      {"non almeno 2 fra a, b", "(not (>= 2 among a b))"},
      {"tra + fra", "(+ tra fra)"},
      {"livello di x o frazione", "(of livello x begun)"},
      {"livello di x o frazione + 1", "(+ (of livello x begun) 1)"},
      {"90% di livello di x o frazione", "(of 9/10% (of livello x begun))"},
      {"s almeno livello di x o frazione o c", "(or (>= s (of livello x begun)) c)"},
      {"a o frazione", "(or a frazione)"},
      {"tasso[a65]", "tasso[a65]"},
      {"tasso[f.fascia] di x", "(of tasso[f.fascia] x)"},
      {"a scaglioni di x: fino a 5 vale 1; oltre vale 2", "(bands x 5:1 beyond:2)"},
      {"min(a scaglioni di x + 1: fino a a vale r; fino a b vale s; oltre vale u; 3)",
       "(min (bands (+ x 1) a:r b:s beyond:u) 3)"},
      {"scaglioni + oltre + fino + frazione", "(+ (+ (+ scaglioni oltre) fino) frazione)"},
      {"tra tra fra e fra", "(between tra fra fra)"},
      {"entro + da + mesi + lavorativi", "(+ (+ (+ entro da) mesi) lavorativi)"},
      {"somma(x; anni 2)", "(years 2 x)"},
      {"media(x; anni 3) + media(r.y per ogni r in l)", "(+ (mean 3 x) (mean r in l : r.y))"},
      {"membri(progetto_pippi) + membri", "(+ (members progetto_pippi) membri)"},
      {"totale(a + b; progetto_pippi)", "(total (+ a b) over progetto_pippi)"},
      {"anno_precedente(x)", "(previous_year x)"},
      // every function
      {"max(giorni_nell_anno(p); parte_dell_anno(p); parte_dell_anno_a_mesi(p); inizio(p); "
       "fine(p))",
       "(max (days_in_year p) (share_of_year p) (share_of_months p) (start p) (finish p))"},
      {"giorni_scoperti(p)", "(uncovered_days p)"},
      {"giorni_settimana(s) * per_eccesso(a) - per_difetto(b / 2)",
       "(- (* (days_in_week s) (rounded_up a)) (rounded_down (/ b 2)))"},
      {"ore_anno(intersezione(complemento(a); unione(b; c; d)))",
       "(hours_in_year (intersect (complement a) (unite b c d)))"},
      {"ore_settimana(a) + ore_scoperte_settimana(a) + ore_scoperte_anno (a)",
       "(+ (+ (hours_in_week a) (uncovered_week a)) (uncovered_year a))"},
      // what is a function or a type in one place is a name in the others
      {"somma + min * fine", "(+ somma (* min fine))"},
      {"somma di conta - (a)", "(- (of somma conta) a)"},
      {"data + orario", "(+ data orario)"},
      {"5 anni + 24 volte", "(+ 5[anni^1] 24[volte^1])"},
      // layout never changes meaning
      {"a\n   al\n\tmassimo\r\n b", "(<= a b)"},
      {"a /* uno */ + /* due */ b", "(+ a b)"},
      {"5\u00A0FTE", "5[FTE^1]"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const Parsed parsed = parse_expression(row.text);
    CHECK(codes(parsed.bag) == "");
    const ast::Expr* expr = expression_of(parsed);
    CHECK(expr != nullptr);
    if (expr == nullptr) continue;
    const auto& computed = std::get<ast::ComputedDecl>(parsed.file().declarations.front());
    CHECK(describe(parsed.program, computed.value) == row.tree);
  }
}

TEST_CASE("parse: in English the same words make the same trees") {
  struct Row {
    const char* text;
    const char* tree;
  };
  const Row rows[] = {
      {"5,000", "5000"},
      {"1,234,567.5", "2469135/2"},
      {"1.0000", "1"},  // not as anybody writes a thousand
      {"0.000", "0"},
      {"17.5", "35/2"},
      {"1 FTE per 5,000 residents", "(1[FTE^1] per 5000[residents^1])"},
      {"90% of a", "(of 9/10% a)"},
      {"a at least b and not c", "(and (>= a b) (not c))"},
      {"a at most b or a more than c", "(or (<= a b) (> a c))"},
      {"a less than b", "(< a b)"},
      {"a equal to b", "(= a b)"},
      {"a different from b", "(!= a b)"},
      {"if yes then min(a; b) else max(a; b)", "(if yes (min a b) (max a b))"},
      {"min(a for every o in l where b) + min(a) + max(o.x for every o in l)",
       "(+ (+ (least o in l where b : a) (min a)) (greatest o in l : o.x))"},
      {"uncovered_days(p for every o in l) + uncovered_days(p)",
       "(+ (uncovered o in l : p) (uncovered_days p))"},
      {"for every c in towns where c.x: exists d in l: d.y equal to 1 January 2025",
       "(every c in towns where c.x : (exists d in l : (= d.y 2025-01-01)))"},
      {"count(c in l) + sum(c.x for every c in l) + mean(c.x for every c in l)",
       "(+ (+ (count c in l) (sum c in l : c.x)) (mean c in l : c.x))"},
      {"percentage(c in l where c.x)", "(percentage c in l where c.x)"},
      {"sum(x; years 2) + total(x; group_a)", "(+ (years 2 x) (total x over group_a))"},
      {"start(p) less than survey_date", "(< (start p) survey)"},
      {"end(p) equal to never", "(= (finish p) never)"},
      {"days_in_year(p) + share_of_year(p) + share_of_year_by_months(p)",
       "(+ (+ (days_in_year p) (share_of_year p)) (share_of_months p))"},
      {"hours_in_week(union(a; b)) + hours_in_year(intersection(a; complement(b)))",
       "(+ (hours_in_week (unite a b)) (hours_in_year (intersect a (complement b))))"},
      {"x within 30 working days from d and y by 31 March of the next year",
       "(and (within x 30 working days from d) (by y 31/3+1))"},
      {"x within 3 months from 1 May of the year", "(within x 3 months from 1/5+0)"},
      {"uncovered_hours_in_week(a) + uncovered_hours_in_year(a) + previous_year(x)",
       "(+ (+ (uncovered_week a) (uncovered_year a)) (previous_year x))"},
      {"no", "no"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const Parsed parsed = parse_expression(row.text, Language::english);
    CHECK(codes(parsed.bag) == "");
    if (expression_of(parsed) == nullptr) continue;
    const auto& computed = std::get<ast::ComputedDecl>(parsed.file().declarations.front());
    CHECK(describe(parsed.program, computed.value) == row.tree);
  }
}

TEST_CASE("parse: every block keeps every clause") {
  struct Row {
    const char* text;
    const char* block;
  };
  const Row rows[] = {
      {"fonte f \"Legge\" urn urn:nir:stato:legge:2020-12-30;178~art1 url https://x.it/a?b=1 nota "
       "\"uno\" nota \"due\"",
       "source f 'Legge' urn'urn:nir:stato:legge:2020-12-30;178~art1' url'https://x.it/a?b=1' "
       "note'uno' note'due'"},
      {"unità abitanti, FTE, anno, year", "units abitanti,FTE,anno,year"},
      {"categoria LEPS \"Livello\" inderogabile", "category LEPS 'Livello' binding"},
      {"categoria O \"Obiettivo\" dal 2027-01-01 al 31 dicembre 2030",
       "category O 'Obiettivo' 2027-01-01..2030-12-31"},
      {"dato d : FTE \"Assistenti\" almeno 0 al massimo 1.000 intero detenuto da \"Ambito\" nota "
       "\"media\"",
       "datum d: [FTE^1] 'Assistenti' >=0 <=1000 whole by'Ambito' note'media'"},
      {"dato d : ore/settimana almeno -5,5 ore/settimana",
       "datum d: [ore^1 settimana^-1] >=(neg 11/2[ore^1 settimana^-1])"},
      {"dato d : quota", "datum d: share"},
      {"dato d : numero", "datum d: number"},
      {"dato d : sì/no", "datum d: truth"},
      {"dato d : uno di a, b, c \"Scelta\"", "datum d: one of a,b,c 'Scelta'"},
      {"parametro p : quota \"Q\"\n dal 1 gennaio 2021 al 2021-12-31 vale 50% verificato secondo "
       "f, g "
       "nota \"n\"\n dal 1° gennaio 2022 vale 9/10 da verificare secondo f",
       "parameter p: share 'Q' {2021-01-01..2021-12-31 1/2% verificato f,g note'n'} {2022-01-01.. "
       "9/10f da_verificare f}"},
      {"parametro p : FTE/abitanti dal 2021-01-01 vale 1 FTE ogni 5.000 abitanti secondo f ipotesi",
       "parameter p: [FTE^1 abitanti^-1] {2021-01-01.. (1[FTE^1] per 5000[abitanti^1]) ipotesi f}"},
      {"parametro p : sì/no dal 2021-01-01 vale sì ipotesi secondo f",
       "parameter p: truth {2021-01-01.. yes ipotesi f}"},
      {"parametro p : uno di a, b dal 2021-01-01 vale b ipotesi secondo f",
       "parameter p: one of a,b {2021-01-01.. b ipotesi f}"},
      {"calcolo c : euro \"Contributo\" = a * b secondo f nota \"n\"",
       "computed c: [euro^1] 'Contributo' = (* a b) f note'n'"},
      {"regola r \"R\" categoria LEPS secondo f, g in vigore dal 2021-01-01 al 2025-12-31 da "
       "verificare "
       "si applica se a requisito q \"Q\": b almeno c si applica se d si colma con x a unità "
       "intere "
       "costo k * 2 al netto di n si colma con y a passi di 0,5 FTE requisito s: t parziale se u "
       "ipotesi "
       "dopo v, w verificato beneficiari z scadenza 31 dicembre 2026 punteggio 5 nota \"n\"",
       "rule r 'R' LEPS f,g 2021-01-01..2025-12-31 da_verificare if a {q 'Q': (>= b c) if d [x "
       "whole "
       "cost (* k 2) net n] [y step 1/2[FTE^1]]} {s: t} partial u ipotesi after v,w verificato "
       "people z by 2026-12-31 score 5 note'n'"},
      {"regola r \"R\" categoria LEPS secondo f requisito q: b in vigore dal 2021-01-01 si applica "
       "se a",
       "rule r 'R' LEPS f 2021-01-01.. if a {q: b}"},
      {"ordine ord per categoria, prima le cause, lacuna relativa, costo, beneficiari, scadenza, "
       "punteggio",
       "order ord category causes gap cost people deadline score"},
      {"esempio \"e\" anno 2025 a = 125.000; b = sì; c = ?; d = [22; 26] FTE; e1 = [-1, 2,5]; f = "
       "9/10; g "
       "= blu attesi r soddisfatto lacuna 0 FTE r.q non_soddisfatto lacuna [1; 2] FTE s parziale t "
       "non_valutabile u non_applicabile v non_vigente c = 240.000 euro w = 5 x soddisfatto",
       "example 'e' 2025 a=125000 b=yes c=? d=22[FTE^1]..26[FTE^1] e1=-1..5/2 f=9/10f g=blu -> r "
       "soddisfatto 0[FTE^1] -> r.q non_soddisfatto 1[FTE^1]..2[FTE^1] -> s parziale -> t "
       "non_valutabile -> u non_applicabile -> v non_vigente -> c 240000[euro^1] -> w 5 -> x "
       "soddisfatto"},
      {"dato d : FTE almeno 0 se manca somma(o.ore per ogni o in l) precedenza SIOSS, \"Cartella "
       "sociale\" nota \"n\"",
       "datum d: [FTE^1] >=0 if missing (sum o in l : o.ore) prefer 'SIOSS', 'Cartella sociale' "
       "note'n'"},
      {"dato d : FTE se manca a + b ipotesi nota \"n\"",
       "datum d: [FTE^1] if missing (+ a b) ipotesi note'n'"},
      {"calcolo c : FTE = a da verificare secondo s", "computed c: [FTE^1] = a da_verificare s"},
      {"area sociale \"Sociale\" nota \"n\"", "area sociale 'Sociale' note'n'"},
      {"dato d : FTE almeno 0 area sociale", "datum d: [FTE^1] >=0 in area sociale"},
      {"dato d : FTE se manca area area area", "datum d: [FTE^1] if missing area in area area"},
      {"dato area : FTE", "datum area: [FTE^1]"},
      {"elenco l area sociale campo area : testo", "table l in area sociale {field area: text}"},
      {"calcolo c : FTE = a + 3 FTE area sociale secondo s",
       "computed c: [FTE^1] = (+ a 3[FTE^1]) in area sociale s"},
      {"calcolo c : FTE = area * 3 area sociale",
       "computed c: [FTE^1] = (* area 3) in area sociale"},
      {"dato d : FTE almeno 0 parte di tutti", "datum d: [FTE^1] >=0 part of tutti"},
      {"dato d : FTE \"D\" parte di tutti ipotesi intero nota \"n\"",
       "datum d: [FTE^1] 'D' whole part of tutti ipotesi note'n'"},
      {"dato d : numero se manca a parte\n di tutti da verificare",
       "datum d: number part of tutti da_verificare if missing a"},
      {"dato d : FTE se manca parte di tutti parte di tutti",
       "datum d: [FTE^1] part of tutti if missing (of parte tutti)"},
      {"dato d : FTE se manca 2 parte di tutti", "datum d: [FTE^1] part of tutti if missing 2"},
      {"dato parte : FTE", "datum parte: [FTE^1]"},
      {"unità parte", "units parte"},
      {"dato data : data", "datum data: day"},
      {"dato p : periodo \"P\"", "datum p: period 'P'"},
      {"dato aperto : orario", "datum aperto: timetable"},
      {"dato t : testo", "datum t: text"},
      {"elenco comuni \"Comuni\" detenuto da \"Ambito\" nota \"n\" campo nome : testo \"Nome\" "
       "chiave "
       "campo data : data nota \"m\" campo ore : ore/settimana almeno 0 al massimo 168 intero",
       "table comuni 'Comuni' by'Ambito' note'n' {field nome: text 'Nome' key} {field data: day "
       "note'm'} {field ore: [ore^1 settimana^-1] >=0 <=168 whole}"},
      {"elenco l campo campo : sì/no", "table l {field campo: truth}"},
      {"gruppo g \"Gruppo\" nota \"n\"", "group g 'Gruppo' note'n'"},
      {"controllo c \"Plausibile\" errore a almeno b si applica se d secondo f, g nota \"n\"",
       "check c 'Plausibile' error: (>= a b) if d f,g note'n'"},
      {"controllo c \"C\": a", "check c 'C' warning: a"},
      {"controllo c \"C\" avviso: a", "check c 'C' warning: a"},
      {"controllo c \"C\" a", "check c 'C' warning: a"},
      {"modifica parametro p dal 2025-01-01 vale 1 FTE ogni 4.500 abitanti ipotesi secondo f nota "
       "\"n\" dal 2026-01-01 vale 2 verificato secondo g",
       "amend parameter p {2025-01-01.. (1[FTE^1] per 4500[abitanti^1]) ipotesi f note'n'} "
       "{2026-01-01.. 2 verificato g}"},
      {"modifica requisito r.quota \"Q\": a almeno b si applica se c tolleranza 1% si colma con x "
       "costo k in vigore dal 2025-01-01 ipotesi secondo f nota \"n\"",
       "amend requirement r {quota 'Q': (>= a b) if c tolerance 1/100% [x cost k]} 2025-01-01.. "
       "ipotesi f note'n'"},
      {"modifica requisito r.q: a secondo f in vigore dal 2025-01-01 si applica se c si colma con "
       "x",
       "amend requirement r {q: a if c [x]} 2025-01-01.. f"},
      {"modifica regola r \"Titolo\" in vigore dal 2026-01-01 al 2027-12-31 ipotesi secondo f, g "
       "requisito a \"A\": x almeno 2 si colma con x costo k si applica se c requisito b: y nota "
       "\"n\"",
       "amend rule r 'Titolo' 2026-01-01..2027-12-31 ipotesi f,g {a 'A': (>= x 2) if c [x cost k]} "
       "{b: y} note'n'"},
      {"modifica regola r secondo f in vigore dal 2026-01-01 requisito cessa: a",
       "amend rule r 2026-01-01.. f {cessa: a}"},
      {"modifica regola cessa \"T\" secondo f in vigore dal 2026-01-01",
       "amend rule cessa 'T' 2026-01-01.. f"},
      {"modifica regola r cessa dal 1 gennaio 2027 da verificare secondo f nota \"n\"",
       "end r 2027-01-01 da_verificare f note'n'"},
      {"modifica requisito r.cessa secondo f, g cessa dal 2027-01-01",
       "end r.cessa 2027-01-01 f,g"},
      {"dato cessa : FTE almeno 0", "datum cessa: [FTE^1] >=0"},
      {"modifica requisito r.q: cessa almeno 2 secondo f in vigore dal 2025-01-01",
       "amend requirement r {q: (>= cessa 2)} 2025-01-01.. f"},
      {"regola r \"R\" categoria LEPS secondo f in vigore dal 2021-01-01 requisito q: a almeno b "
       "si "
       "colma con x tolleranza 0,5% si applica se c",
       "rule r 'R' LEPS f 2021-01-01.. {q: (>= a b) if c tolerance 1/200% [x]}"},
      {"esempio \"righe\" anno 2025 comuni = [(nome = \"Lodi\"; via_fittizia = sì); (nome = "
       "\"Codogno\"; "
       "via_fittizia = no)]; l = [ ]; op = [24 volte (ore = 36 ore/settimana; anno = 5); 1.000 "
       "volte "
       "(p = dal 2025-10-01 al 2025-12-31; q = ?; r = [1; 2])]; d = 1 gennaio 2025; e1 = mai; t = "
       "\"lun-ven 08:00-18:00\"; p = dal 2025-10-01; r = [22; 26] attesi r soddisfatto",
       "example 'righe' 2025 comuni=[1x(nome='Lodi' via_fittizia=yes) 1x(nome='Codogno' "
       "via_fittizia=no)] l=[] op=[24x(ore=36[ore^1 settimana^-1] anno=5) "
       "1000x(p=2025-10-01..2025-12-31 q=? r=1..2)] d=2025-01-01 e1=never t='lun-ven 08:00-18:00' "
       "p=2025-10-01.. r=22..26 -> r soddisfatto"},
      {"esempio \"altri\" anno 2025 a = 1 altro anno 2024 a = 2; b = 3 altro membro di g a = 4 "
       "altro "
       "membro di g attesi r soddisfatto c = mai",
       "example 'altri' 2025 a=1 {2024 a=2 b=3} {of g a=4} {of g} -> r soddisfatto -> c never"},
      {"esempio \"il giorno\" anno 2025 data_di_rilevazione 30 giugno 2025 a = 1 altro anno 2024 "
       "data_di_rilevazione 2024-06-30 a = 2 attesi r soddisfatto",
       "example 'il giorno' 2025 on 2025-06-30 a=1 {2024 on 2024-06-30 a=2} -> r soddisfatto"},
      {"esempio \"costi\" anno 2025 attesi r non_soddisfatto lacuna 1 FTE costo 42.000 euro r.q "
       "parziale costo [0; 5] s soddisfatto",
       "example 'costi' 2025 -> r non_soddisfatto 1[FTE^1] costs 42000[euro^1] -> r.q parziale "
       "costs 0..5 -> s soddisfatto"},
      {"esempio \"senza valore, e controlli\" anno 2025 attesi c = non_vigente d = non_valutabile "
       "e1 = 5 k segnala f = 5 m non segnala segnala segnala lacune = 2 segnala non segnala",
       "example 'senza valore, e controlli' 2025 -> c not in force -> d unknown -> e1 5 -> k "
       "raised "
       "-> f 5 -> m not raised -> segnala raised -> lacune 2 -> segnala not raised"},
      {"esempio \"senza dati\" anno 2025 attesi r non_valutabile",
       "example 'senza dati' 2025 -> r non_valutabile"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const Parsed parsed =
        parse_text("pacchetto p.esempio versione \"1\"\n" + std::string(row.text));
    CHECK(codes(parsed.bag) == "");
    CHECK(parsed.file().declarations.size() == 1);
    if (parsed.file().declarations.empty()) continue;
    CHECK(describe(parsed.program, parsed.file().declarations.front()) == row.block);
  }
}

TEST_CASE("parse: in a rule, a category is a clause; with a title it is a new block") {
  const Parsed parsed = parse_text(
      "pacchetto p versione \"1\" nota \"della casa\"\n"
      "regola r \"R\" categoria A secondo f in vigore dal 2021-01-01 requisito q: b\n"
      "categoria B \"Altra\"");
  CHECK(codes(parsed.bag) == "");
  CHECK(describe(parsed.program, parsed.file()) ==
        "p '1' note'della casa'\n"
        "rule r 'R' A f 2021-01-01.. {q: b}\n"
        "category B 'Altra'\n");
}

TEST_CASE("parse: a span is what was written, without the blanks around it") {
  const std::string text =
      "pacchetto p versione \"1\"\n\n"
      "parametro  liv : FTE/abitanti \"t\"\n"
      "  dal 1 gennaio 2021 vale  1 FTE ogni 5.000 abitanti   verificato  secondo f , g \n\n"
      "regola r \"R\" categoria A secondo f in vigore  dal 1 gennaio 2021 \n"
      "  requisito q: ( a + b ) * 2  almeno -c  si colma con  a  costo k  /* fine */\n"
      "  beneficiari z\n\n"
      "esempio \"e\" anno 2025 a = [ 1 ; 2 ] FTE ; b = ?  attesi  r . \n";
  const Parsed parsed = parse_text(text.substr(0, text.find("esempio")));
  REQUIRE(codes(parsed.bag) == "");
  const auto& file = parsed.file();
  CHECK(parsed.written(file.package.span) == "p");
  CHECK(parsed.written(file.version.span) == "\"1\"");

  const auto& parameter = std::get<ast::ParameterDecl>(file.declarations[0]);
  CHECK(parsed.written(parameter.type.span) == "FTE/abitanti");
  CHECK(parsed.written(parameter.title->span) == "\"t\"");
  const ast::ParameterValue& value = parameter.values[0];
  CHECK(parsed.written(value.period.span) == "1 gennaio 2021");
  CHECK(parsed.written(parsed.program.exprs[value.value].span) == "1 FTE ogni 5.000 abitanti");
  CHECK(parsed.written(value.confidence.span) == "verificato");
  CHECK(parsed.written(value.sources[1].span) == "g");
  CHECK(parsed.written(value.span) ==
        "dal 1 gennaio 2021 vale  1 FTE ogni 5.000 abitanti   verificato  secondo f , g");

  const auto& rule = std::get<ast::RuleDecl>(file.declarations[1]);
  CHECK(parsed.written(rule.in_force.span) == "1 gennaio 2021");
  const ast::Requirement& requirement = rule.requirements[0];
  CHECK(parsed.written(requirement.span) ==
        "requisito q: ( a + b ) * 2  almeno -c  si colma con  a  costo k");
  CHECK(parsed.written(requirement.levers[0].span) == "si colma con  a  costo k");
  const ast::Expr& condition = parsed.program.exprs[requirement.condition];
  CHECK(parsed.written(condition.span) == "( a + b ) * 2  almeno -c");
  const auto& comparison = std::get<ast::Binary>(condition.node);
  CHECK(parsed.written(comparison.op_span) == "almeno");
  CHECK(parsed.written(parsed.program.exprs[comparison.right].span) == "-c");
  const auto& product = std::get<ast::Binary>(parsed.program.exprs[comparison.left].node);
  CHECK(parsed.written(parsed.program.exprs[product.left].span) == "a + b");
  CHECK(parsed.written(rule.span).ends_with("beneficiari z"));
  REQUIRE(file.comments.size() == 1);
  CHECK(parsed.written(file.comments[0].span) == "/* fine */");
}

TEST_CASE("parse: a pack may stand on another") {
  for (const char* text : {"pacchetto a.b versione \"1\" estende c.d versione \"2025.1\"",
                           "package a.b version \"1\" extends c.d version \"2025.1\""}) {
    const Parsed parsed = parse_text(text);
    CHECK(codes(parsed.bag) == "");
    CHECK(describe(parsed.program, parsed.file()) == "a.b '1' on c.d '2025.1'\n");
    REQUIRE(parsed.file().extends.has_value());
    CHECK(parsed.written(parsed.file().extends->package.span) == "c.d");
  }
}

TEST_CASE("parse: a pack may be a draft, and the word stays a name elsewhere") {
  for (const char* text :
       {"pacchetto a versione \"1\" bozza estende c versione \"2\" dato bozza : sì/no",
        "package a version \"1\" draft extends c version \"2\" datum bozza : yes/no"}) {
    const Parsed parsed = parse_text(text);
    CHECK(codes(parsed.bag) == "");
    CHECK(parsed.file().draft);
    CHECK(describe(parsed.program, parsed.file()).starts_with("a '1' draft on c '2'\n"));
  }
  const Parsed law = parse_text("pacchetto a versione \"1\" dato draft : sì/no");
  CHECK(codes(law.bag) == "");
  CHECK_FALSE(law.file().draft);
}

TEST_CASE("parse: files are read in the order of their names") {
  SourceMap sources;
  sources.add("b.leps", "pacchetto secondo_file versione \"1\"");
  sources.add("a.leps", "package first.file version \"1\"");
  DiagnosticBag bag;
  const ast::Program program = parse(sources, bag);
  CHECK(codes(bag) == "");
  REQUIRE(program.files.size() == 2);
  CHECK(program.files[0].package.text == "first.file");
  CHECK(program.files[0].language == Language::english);
  CHECK(program.files[1].package.text == "secondo_file");
  CHECK(program.files[1].language == Language::italian);
}
