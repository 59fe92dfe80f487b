// The keys of data: which Ambito, which year.
#pragma once

#include <string>
#include <string_view>

namespace leps::inline trees {

inline constexpr int kFirstYear = 1900, kLastYear = 2200;

/// Small letters, digits, `_` and `-`: `lodi`.
bool is_ambito_key(std::string_view text);
/// `Ambito di Lodi`: `ambito_di_lodi`; `Forlì-Cesena`: `forli-cesena`; empty where nothing is left.
std::string as_ambito_key(std::string_view text);

}  // namespace leps::inline trees
