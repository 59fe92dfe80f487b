// What a rule asks, as sentences that hold before any data: `Assistenti sociali: servono almeno
// 1 FTE ogni 5.000 abitanti di «Popolazione residente»`. Numbers stand where the pack has a
// parameter's name, each with how sure it is.
#pragma once

#include "check/typed.hpp"
#include "diagnostics/diagnostic.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace leps::phrases {

/// A stretch of a sentence: words, or something that the pack declares.
struct Phrase {
  std::string text;
  std::variant<std::monostate, DatumId, ParameterId, ComputedId> subject;
  std::optional<Confidence> confidence;  // of a parameter's value
  bool number = false;                   // a value, of a parameter or written in the rule
  bool formula = false;                  // in the words of the language of rules
};
using Phrases = std::vector<Phrase>;

/// A condition in words: a sentence, and the sentences that it is made of.
struct Sentence {
  Phrases phrases;
  std::vector<Sentence> parts;
};

/// How a condition is said: as what is asked (`servono almeno`), or as what may be (`è almeno`).
enum class Mood { asked, supposed };

/// @param when  the days for which it is said: of a parameter, all the values that it takes then,
/// or
///              the last of many
Sentence say_condition(typed::ExprId condition, Mood mood, const Typed& typed, const Period& when,
                       Language language);
/// A number, a truth or a word: `1 FTE ogni 5.000 abitanti di «Popolazione residente»`.
Phrases say_amount(typed::ExprId amount, const Typed& typed, const Period& when, Language language);

/// An amount, or what a condition says, as plain text on one line.
std::string in_words(typed::ExprId expr, const Typed& typed, const Period& when, Language language);

/// The value of a parameter that holds last in a period; the first one where none does.
const typed::ParameterVersion& last_value(const typed::Parameter& parameter, const Period& when);

/// The sentence as plain text on one line, its parts after it between semicolons.
std::string on_one_line(const Sentence& sentence);

}  // namespace leps::phrases
