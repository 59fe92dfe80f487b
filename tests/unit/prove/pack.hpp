// Packs for the tests of prove/: conditions as text, found again by the rule that has them.
#pragma once

#include <doctest/doctest.h>

#include <stdexcept>

#include "prove/questions.hpp"
#include "support/world.hpp"

namespace leps::test {

inline constexpr std::string_view kData = R"(
dato fte : FTE "Assistenti sociali"  almeno 0
dato altri_fte : FTE "Altri"  almeno 0
dato saldo : FTE "Può essere negativo"
dato residenti : abitanti "Residenti"  almeno 1  intero
dato chieste : persone "Chieste"  almeno 0  intero
dato date : persone "Date"  almeno 0  intero
dato parte : quota "Una quota"
dato a : sì/no "A"
dato b : sì/no "B"
dato gestione : uno di diretta, appalto, mista "Gestione"
parametro livello : FTE/abitanti
  dal 1 gennaio 2020 al 31 dicembre 2024 vale 1 FTE ogni 5.000 abitanti  verificato  secondo s
  dal 1 gennaio 2025 vale 1 FTE ogni 4.000 abitanti  verificato  secondo s
parametro quota_minima : quota
  dal 1 gennaio 2020 vale 90%  verificato  secondo s
calcolo fte_utili : FTE = max(0 FTE; min(fte; 20 FTE) - 10 FTE)
calcolo fte_doppi : FTE = fte + fte
)";

/// The data above and a rule for each condition: `r0`, `r1`, … in force from 2020.
inline World world_of(const std::vector<std::string>& conditions) {
  std::string body(kData);
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    body += "regola r" + std::to_string(i) +
            " \"R\" categoria LEPS secondo s in vigore dal 1 gennaio 2020\n  requisito q: " +
            conditions[i] + "\n";
  }
  World world(body);
  if (!world.good()) throw std::runtime_error(world.messages());
  return world;
}

inline typed::ExprId condition_of(const World& world, std::size_t rule) {
  return world.rulebook()
      .typed.rules[RuleId{static_cast<std::uint32_t>(rule)}]
      .versions.front()
      .requirements.front()
      .condition;
}

inline Day day(int year) { return last_day_of(year); }

/// What the plain evaluator makes of a rule for the Ambito of a witness: the check by hand.
inline Verdict verdict_of(const Rulebook& rulebook, std::size_t rule, const Witness& witness,
                          Day on) {
  FactTable facts;
  facts.survey_date = on;
  facts.year = year_of(on);
  for (const typed::Datum& datum : rulebook.typed.data) facts.facts.add(missing_fact(datum));
  for (const Witness::Value& entry : witness.values) {
    FactValue& value = facts.facts[entry.datum].value;
    if (const auto* number = std::get_if<Rational>(&entry.value)) {
      const typed::Datum& datum = rulebook.typed.data[entry.datum];
      CHECK(Bound(*number) >= datum.bounds.lo);
      CHECK(Bound(*number) <= datum.bounds.hi);
      CHECK((!datum.whole || is_whole(*number)));
      value = Interval::point(*number);
    } else if (const auto* truth = std::get_if<bool>(&entry.value)) {
      value = *truth;
    } else {
      value = std::get<ChoiceWord>(entry.value);
    }
  }
  Evaluator evaluator(rulebook, facts);
  return evaluate(RuleId{static_cast<std::uint32_t>(rule)}, evaluator).verdict;
}

inline std::string describe(const Undecided& undecided) {
  std::string text = "undecided:";
  for (const auto& obstacle : undecided.obstacles) text += " " + obstacle.why.en + ";";
  return text;
}

/// `proved`, `not: residenti = 1 abitanti`, `undecided: …`
inline std::string describe(const Implication& implication, const Typed& typed) {
  if (std::holds_alternative<Proved>(implication)) return "proved";
  if (const auto* broken = std::get_if<Counterexample>(&implication)) {
    return "not: " + leps::describe(broken->ambito, typed, Language::english);
  }
  return describe(std::get<Undecided>(implication));
}

inline std::string describe(const Possibility& possibility, const Typed& typed) {
  if (std::holds_alternative<Never>(possibility)) return "never";
  if (const auto* witness = std::get_if<Witness>(&possibility)) {
    return "so: " + leps::describe(*witness, typed, Language::english);
  }
  return describe(std::get<Undecided>(possibility));
}

}  // namespace leps::test
