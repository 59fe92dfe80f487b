// Shows a value by itself, whatever it is of: a number, a truth, a word, a day, hours, a text.
#pragma once

#include "base/text.hpp"
#include "eval/value.hpp"
#include "facts/fact.hpp"

#include <string>

namespace leps::inline wording {

/// True where the data say nothing of a datum: no more is known than its declared bounds.
bool is_not_given(const Fact& fact, const typed::Datum& datum);

/// A value on its own: `46,2 FTE`, `[0; 4] FTE`, `sì`, `?`, a word.
std::string show_value(const Value& value, const Type& type, const Typed& typed, Language language);

}  // namespace leps::inline wording
