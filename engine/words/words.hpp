// The words with which reports speak to people: verdicts, confidence, criteria, places in an order.
#pragma once

#include "base/verdict.hpp"
#include "check/typed.hpp"
#include "diagnostics/diagnostic.hpp"

#include <string>
#include <string_view>

namespace leps::inline wording {

/// `Non soddisfatto`, `Not met`.
std::string_view verdict_word(Verdict verdict, Language language);
/// One character for a verdict, told apart by its shape and not by its colour: ● ◐ ✗ ? – ·
std::string_view verdict_symbol(Verdict verdict);

/// `BOZZA`, `DRAFT`: beside whatever comes from a pack that is no law yet.
std::string_view draft_word(Language language);

/// Of an area without a rule: `Nessuna regola giudica quest'area.`
std::string no_rule_judges_it(Language language);

/// `verificato`, `da verificare`, `ipotesi`; `verified`, `to be verified`, `assumption`.
std::string_view confidence_word(Confidence confidence, Language language);

/// `prima`, `seconda`, … `decima`, `11ª`; `first`, `second`, … `tenth`, `11th`.
std::string ordinal(int place, Language language);

/// What the rule orders by: `la categoria`, `la lacuna relativa`, …
std::string_view criterion_word(typed::Criterion criterion, Language language);

/// `sì`, `no`; `yes`, `no`.
std::string_view truth_word(bool value, Language language);

/// The words of a list with commas and `e` / `and` (or `o` / `or`) before the last.
std::string join_words(const std::vector<std::string>& words, Language language,
                       bool alternatives = false);

}  // namespace leps::inline wording
