// What a name stands for that a reader asks about: a rule, an amount, a datum, a number of the law,
// a table, an area.
#pragma once

#include "check/typed.hpp"
#include "diagnostics/diagnostic.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace leps::inline explaining {

using Named = std::variant<RuleId, ComputedId, DatumId, ParameterId, TableId, AreaId>;

/// All that bear a name, in the order in which they are looked for: rule, amount, datum, parameter,
/// table, area. Of a parameter with a value for each word, the first.
/// @param name  `supervisione`; `area:supervisione` asks for one kind, in the words of the language
std::vector<Named> find_named(const Typed& typed, std::string_view name);
/// Every name that can be asked about, each once.
std::vector<std::string> names_to_explain(const Typed& typed);
/// `area:supervisione`: how one of several of a name is asked for.
std::string say_named(const Named& named, const Typed& typed, Language language);

}  // namespace leps::inline explaining
