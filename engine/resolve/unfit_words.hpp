// A word that nobody declared, where a value of a known type must stand: a text without its quotes,
// a yes in other words, a word that is not in the list.
#pragma once

#include "resolve/unknown_names.hpp"

namespace leps::inline resolving {

/// The words of a `uno di`; none of any other type.
std::vector<std::string> words_of(const ast::TypeText& type);

/// True where the type says more than the name: no name that is declared is near it.
bool is_of_value(const UnknownName& mistake, const std::optional<std::string>& near);

/// The message, without its hint.
Diagnostic& report_value(const UnknownName& mistake, DiagnosticBag& bag);

/// What to write in its place.
std::optional<Instead> value_to_write(const UnknownName& mistake,
                                      const std::optional<std::string>& near);

}  // namespace leps::inline resolving
