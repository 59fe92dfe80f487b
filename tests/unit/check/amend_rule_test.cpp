// What packs change in the rules of those that they stand on, day by day, and what they cannot.
#include "check/check.hpp"

#include "unit/check/describe_typed.hpp"

#include <doctest/doctest.h>

using namespace leps;
using namespace leps::test;

namespace {

constexpr const char* kLaw = R"(pacchetto legge versione "1"
fonte s "Fonte"
unità FTE
categoria LEPS "Livello" inderogabile
categoria STANDARD "Standard"
dato x : FTE almeno 0
dato a : sì/no
dato b : sì/no
regola livello "Un livello" categoria LEPS secondo s in vigore dal 2021-01-01
  requisito q: x almeno 5 FTE
  requisito p: a
regola r "Prima" categoria STANDARD secondo s in vigore dal 2021-01-01 al 2024-12-31
  requisito q: a
regola r "Seconda" categoria STANDARD secondo s in vigore dal 2025-01-01
  requisito q: a
  requisito p: b
regola dopo_r "Dopo" categoria STANDARD secondo s in vigore dal 2021-01-01
  requisito q: a
  dopo r
)";
constexpr const char* kRegion =
    "\n---\npacchetto regione versione \"1\" estende legge versione "
    "\"1\"\nfonte dgr \"Delibera\"\n";
constexpr const char* kTown =
    "\n---\npacchetto citta versione \"1\" estende regione versione "
    "\"1\"\nfonte atto \"Atto\"\n";

/// `2021-01-01.. «Prima»: q, p +regione`: a version a line, with what packs changed in it.
std::string versions_of(const Typed& typed, const std::string& name) {
  std::string text;
  for (const typed::Rule& rule : typed.rules) {
    if (rule.name != name) continue;
    for (const typed::RuleVersion& version : rule.versions) {
      text += to_iso(version.in_force.from) + ".." +
              (version.in_force.to ? to_iso(*version.in_force.to) : "") + " «" + version.title +
              "»";
      if (version.titled) text += "~" + typed.packs[version.titled->pack].name;
      for (const typed::Requirement& requirement : version.requirements) {
        text += " " + requirement.name;
        for (const typed::Amendment& by : requirement.amendments) {
          const bool added = by.change == typed::Amendment::Change::added;
          text += (added ? "+" : "~") + typed.packs[by.pack].name;
        }
      }
      text += "\n";
    }
    for (const typed::Ending& ending : rule.endings) {
      text += "ends " + ending.requirement.value_or("") + " " + to_iso(ending.day) + " " +
              typed.packs[ending.by.pack].name + "\n";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("amend rule: each change holds on its days, and each pack changes what is beneath it") {
  struct Row {
    const char* why;
    std::string region, town;
    const char* versions;
  };
  const Row rows[] = {
      {"a title from the middle of a version on",
       "modifica regola r \"Nuovo\" in vigore dal 2023-07-01 secondo dgr", "",
       "2021-01-01..2023-06-30 «Prima» q\n2023-07-01..2024-12-31 «Nuovo»~regione q\n"
       "2025-01-01.. «Nuovo»~regione q p\n"},
      {"a requirement for a time",
       "modifica regola r in vigore dal 2026-01-01 al 2026-12-31 secondo dgr requisito n: b", "",
       "2021-01-01..2024-12-31 «Prima» q\n2025-01-01..2025-12-31 «Seconda» q p\n"
       "2026-01-01..2026-12-31 «Seconda» q p n+regione\n2027-01-01.. «Seconda» q p\n"},
      {"the same name again, on other days",
       "modifica regola r in vigore dal 2026-01-01 al 2026-12-31 secondo dgr requisito n: b\n"
       "modifica regola r in vigore dal 2027-01-01 secondo dgr requisito n: a",
       "",
       "2021-01-01..2024-12-31 «Prima» q\n2025-01-01..2025-12-31 «Seconda» q p\n"
       "2026-01-01..2026-12-31 «Seconda» q p n+regione\n2027-01-01.. «Seconda» q p n+regione\n"},
      {"the rule ends", "modifica regola r cessa dal 2024-03-01 secondo dgr", "",
       "2021-01-01..2024-02-29 «Prima» q\nends  2024-03-01 regione\n"},
      {"a requirement ends", "modifica requisito r.q cessa dal 2026-01-01 secondo dgr", "",
       "2021-01-01..2024-12-31 «Prima» q\n2025-01-01..2025-12-31 «Seconda» q p\n"
       "2026-01-01.. «Seconda» p\nends q 2026-01-01 regione\n"},
      {"what a Region adds a town amends and ends",
       "modifica regola r in vigore dal 2025-01-01 secondo dgr requisito n: b requisito m: a",
       "modifica requisito r.n: a e b in vigore dal 2026-01-01 secondo atto\n"
       "modifica requisito r.m cessa dal 2026-01-01 secondo atto",
       "2021-01-01..2024-12-31 «Prima» q\n2025-01-01..2025-12-31 «Seconda» q p n+regione "
       "m+regione\n2026-01-01.. «Seconda» q p n+regione~citta\nends m 2026-01-01 citta\n"},
      {"a town ends earlier what a Region ends",
       "modifica regola r cessa dal 2027-01-01 secondo dgr",
       "modifica regola r cessa dal 2026-01-01 secondo atto",
       "2021-01-01..2024-12-31 «Prima» q\n2025-01-01..2025-12-31 «Seconda» q p\n"
       "ends  2027-01-01 regione\nends  2026-01-01 citta\n"},
      {"the order within a pack is nothing",
       "modifica requisito r.p: a in vigore dal 2025-06-01 secondo dgr\n"
       "modifica requisito r.p cessa dal 2026-01-01 secondo dgr\n"
       "modifica regola r \"T\" in vigore dal 2025-01-01 secondo dgr",
       "",
       "2021-01-01..2024-12-31 «Prima» q\n2025-01-01..2025-05-31 «T»~regione q p\n"
       "2025-06-01..2025-12-31 «T»~regione q p~regione\n2026-01-01.. «T»~regione q\n"
       "ends p 2026-01-01 regione\n"},
      {"a version of its own where the law's has ended",
       "modifica regola r cessa dal 2026-01-01 secondo dgr\n"
       "regola r \"Nostra\" categoria STANDARD secondo dgr in vigore dal 2026-01-01 requisito q: b",
       "modifica regola r \"Di tutti\" in vigore dal 2025-07-01 secondo atto",
       "2021-01-01..2024-12-31 «Prima» q\n2025-01-01..2025-06-30 «Seconda» q p\n"
       "2025-07-01..2025-12-31 «Di tutti»~citta q p\n2026-01-01.. «Di tutti»~citta q\n"
       "ends  2026-01-01 regione\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const std::string region = kRegion + row.region,
                      town = row.town.empty() ? "" : kTown + row.town;
    const CheckedPacks packs(kLaw + region + town);
    CHECK(describe(packs.bag, packs.sources).empty());
    CHECK(versions_of(packs.typed, "r") == row.versions);
    // Whatever the files are called.
    const std::string first = (town + region).substr(5) + "\n---\n" + kLaw;
    const CheckedPacks turned(town.empty() ? first : (town + region + "\n---\n" + kLaw).substr(5));
    CHECK(describe(turned.bag, turned.sources).empty());
    CHECK(versions_of(turned.typed, "r") == row.versions);
  }
}

TEST_CASE("amend rule: what ends on its own is told from what a pack ends") {
  const CheckedPacks packs(std::string(kLaw) + kRegion +
                           "modifica regola r cessa dal 2026-01-01 secondo dgr");
  for (const typed::Rule& rule : packs.typed.rules) {
    const bool changed = rule.name == "r";
    CHECK(rule.layers.size() == (changed ? 2 : 0));
    const Day last{std::chrono::year{2025} / 12 / 31};
    CHECK(rule.ended(last) == nullptr);
    CHECK((rule.ended(last + std::chrono::days{1}) != nullptr) == changed);
    CHECK((rule.at(last + std::chrono::days{1}) == nullptr) == changed);
  }
}

TEST_CASE("amend rule: what cannot be changed") {
  struct Row {
    const char* why;
    std::string region;
    const char* found;  // how the one message begins
    const char* italian;
    const char* english;
  };
  const std::string town = kTown;
  const Row rows[] = {
      {"no such rule", "modifica regola z \"T\" in vigore dal 2025-01-01 secondo dgr",
       "name/unknown «z»", "", ""},
      {"no such requirement", "modifica requisito r.z cessa dal 2026-01-01 secondo dgr",
       "name/unknown «z»", "un requisito della regola 'r'", "a requirement of the rule 'r'"},
      {"a name that the rule has",
       "modifica regola r in vigore dal 2026-01-01 secondo dgr requisito q: b",
       "layer/requirement-taken «q»",
       "la regola 'r' ha già un requisito 'q' dal 1 gennaio 2026 in poi | «q» è qui > per "
       "cambiarlo "
       "scrivi 'modifica requisito r.q: …'; per averne uno in più scegli un altro nome",
       "the rule 'r' has a requirement 'q' already from 1 January 2026 on"},
      {"a name twice",
       "modifica regola r in vigore dal 2026-01-01 secondo dgr requisito n: b requisito n: a",
       "name/declared-twice «n»", "il primo è qui", "the first is here"},
      {"a binding rule ends", "modifica regola livello cessa dal 2026-01-01 secondo dgr",
       "layer/ends-binding «cessa dal 2026-01-01»",
       "il pacchetto 'regione' non può far cessare la regola 'livello': la categoria 'LEPS' è "
       "inderogabile | «LEPS» la categoria è qui > un livello inderogabile si può solo rendere più "
       "severo: con 'modifica regola livello' si aggiungono requisiti",
       "the package 'regione' cannot end the rule 'livello': the category 'LEPS' is binding"},
      {"a binding requirement ends",
       "modifica requisito livello.p cessa dal 2026-01-01 secondo dgr",
       "layer/ends-binding «cessa dal 2026-01-01»", "il requisito 'livello.p'",
       "the requirement 'livello.p'"},
      {"a town ends what a Region has added to a binding rule",
       "modifica regola livello in vigore dal 2025-01-01 secondo dgr requisito n: b" + town +
           "modifica requisito livello.n cessa dal 2026-01-01 secondo atto",
       "layer/ends-binding «cessa dal 2026-01-01»",
       "il pacchetto 'citta' non può far cessare il requisito 'livello.n'",
       "the package 'citta' cannot end the requirement 'livello.n'"},
      {"the last requirement ends", "modifica requisito dopo_r.q cessa dal 2026-01-01 secondo dgr",
       "layer/nothing-left «q»",
       "'q' è l'ultimo requisito della regola 'dopo_r': senza, la regola non chiede niente > se "
       "finisce la regola scrivi 'modifica regola dopo_r cessa …'",
       "if the rule ends write 'modifica regola dopo_r cessa …'"},
      {"the last but one, and then the last",
       "modifica requisito r.p cessa dal 2026-01-01 secondo dgr\n"
       "modifica requisito r.q cessa dal 2027-01-01 secondo dgr",
       "layer/nothing-left «q»", "l'ultimo requisito", "the last requirement"},
      {"it has not begun", "modifica regola r cessa dal 2021-01-01 secondo dgr",
       "layer/amends-nothing «cessa dal 2021-01-01»",
       "la regola 'r' non è in vigore il 31 dicembre 2020: non c'è niente da modificare | «"
       "2021-01-01 al 2024-12-31» è in vigore dal 1 gennaio 2021 al 31 dicembre 2024",
       "the rule 'r' is not in force on 31 December 2020: there is nothing to amend"},
      {"a requirement that has not begun",
       "modifica requisito r.p cessa dal 2025-01-01 secondo dgr",
       "layer/amends-nothing «cessa dal 2025-01-01»",
       "il requisito 'r.p' non è in vigore il 31 dicembre 2024", "on 31 December 2024"},
      {"a title before the rule", "modifica regola r \"T\" in vigore dal 2020-01-01 secondo dgr",
       "layer/amends-nothing «2020-01-01»", "la regola 'r' non è in vigore il 1 gennaio 2020",
       "on 1 January 2020"},
      {"a text of a requirement that is not there yet",
       "modifica requisito r.p: a in vigore dal 2024-01-01 secondo dgr",
       "layer/amends-nothing «2024-01-01»", "il requisito 'r.p' non è in vigore il 1 gennaio 2024",
       "the requirement 'r.p' is not in force on 1 January 2024"},
      {"ended twice",
       "modifica regola r cessa dal 2026-01-01 secondo dgr" + town +
           "modifica regola r cessa dal 2026-01-01 secondo atto",
       "layer/ended «cessa dal 2026-01-01»",
       "la regola 'r' non è più in vigore dal 1 gennaio 2026: non c'è niente da modificare | "
       "«cessa "
       "dal 2026-01-01» cessa qui, per 'regione' > correggi il giorno",
       "the rule 'r' is no longer in force from 1 January 2026: there is nothing to amend"},
      {"a requirement of a rule that has ended",
       "modifica regola r cessa dal 2026-01-01 secondo dgr" + town +
           "modifica requisito r.q: b in vigore dal 2026-07-01 secondo atto",
       "layer/ended «2026-07-01»", "la regola 'r' non è più in vigore dal 1 gennaio 2026",
       "scrivi 'regola …'"},
      {"a requirement that has ended, in one pack",
       "modifica requisito r.q: b in vigore dal 2026-07-01 secondo dgr\n"
       "modifica requisito r.q cessa dal 2026-01-01 secondo dgr",
       "layer/ended «2026-07-01»", "il requisito 'r.q' non è più in vigore dal 1 gennaio 2026",
       "write 'modifica regola r …'"},
      {"a rule that has ended gets one more requirement",
       "modifica regola r cessa dal 2026-01-01 secondo dgr" + town +
           "modifica regola r in vigore dal 2026-07-01 secondo atto requisito n: a",
       "layer/ended «2026-07-01»", "la regola 'r' non è più in vigore", "no longer in force"},
      {"two titles for the same days",
       "modifica regola r \"A\" in vigore dal 2025-01-01 secondo dgr\n"
       "modifica regola r \"B\" in vigore dal 2026-01-01 secondo dgr",
       "period/overlap «2026-01-01»", "il titolo della regola 'r'",
       "write when the first amendment ends"},
      {"two texts for the same days",
       "modifica requisito r.q: b in vigore dal 2026-01-01 secondo dgr\n"
       "modifica requisito r.q: a e b in vigore dal 2025-01-01 al 2026-06-30 secondo dgr",
       "period/overlap «2025-01-01 al 2026-06-30»", "il requisito 'r.q'", "la prima volta è qui"},
      {"a requirement of its own",
       "modifica regola r in vigore dal 2025-01-01 secondo dgr requisito n: b\n"
       "modifica requisito r.n cessa dal 2026-01-01 secondo dgr",
       "layer/not-extended «r»", "nel suo stesso pacchetto si cambia dove è dichiarato",
       "in its own package it is changed where it is declared"},
      {"a rule of its own",
       "regola mia \"M\" categoria STANDARD secondo dgr in vigore dal 2025-01-01 requisito q: a\n"
       "modifica regola mia \"N\" in vigore dal 2026-01-01 secondo dgr",
       "layer/not-extended «mia»", "nel suo stesso pacchetto", "in its own package"},
      {"a rule declared again, with one more requirement",
       "regola r \"R\" categoria STANDARD secondo dgr in vigore dal 2026-01-01 requisito n: a",
       "period/overlap", "per cambiarla scrivi: modifica regola r … requisito n: …",
       "to change it write: modifica regola r … requisito n: …"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const CheckedPacks packs(std::string(kLaw) + kRegion + row.region);
    const std::string italian = describe(packs.bag, packs.sources);
    const std::string english = describe(packs.bag, packs.sources, Language::english);
    CAPTURE(italian);
    CAPTURE(english);
    CHECK(packs.bag.all().size() == 1);
    CHECK(italian.starts_with(row.found));
    CHECK((italian + english).find(row.italian) != std::string::npos);
    CHECK((italian + english).find(row.english) != std::string::npos);
  }
}

TEST_CASE("amend rule: the pack on top is blamed, whatever the files are called") {
  const std::string region =
      "modifica regola r in vigore dal 2026-01-01 secondo dgr requisito q: b";
  const std::string law = kLaw;
  for (const std::string& text :
       {law + kRegion + region, (kRegion + region + "\n---\n" + law).substr(5)}) {
    const CheckedPacks packs(text);
    REQUIRE(packs.bag.all().size() == 1);
    const Diagnostic& found = packs.bag.all().front();
    CHECK(found.code == Code::layer_requirement_taken);
    CHECK(packs.sources.text(found.where->source).starts_with("pacchetto regione"));
  }
  // Two that stand side by side: neither changes what the other adds.
  const std::string beside =
      "\n---\npacchetto accanto versione \"1\" estende legge versione \"1\"\n"
      "fonte altra \"Altra\"\n";
  const std::string adds = "modifica regola r in vigore dal 2026-01-01 secondo dgr requisito n: b";
  const std::string amends = "modifica requisito r.n: a in vigore dal 2026-01-01 secondo altra";
  for (const std::string& text :
       {law + kRegion + adds + beside + amends, law + beside + amends + kRegion + adds}) {
    const CheckedPacks packs(text);
    const std::string found = describe(packs.bag, packs.sources);
    CAPTURE(found);
    CHECK(
        found.starts_with("layer/not-extended «r» il pacchetto 'accanto' modifica 'r', che è di "
                          "'regione', senza estenderlo"));
  }
}
