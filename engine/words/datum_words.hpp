// What is written for a datum, in words: its type, its unit, its bounds.
#pragma once

#include "check/typed.hpp"
#include "diagnostics/diagnostic.hpp"

#include <string>

namespace leps::inline wording {

/// `numero in FTE`, `sì o no`, `una parola tra a, b o c`
std::string type_words(const Type& type, const Typed& typed, Language language);
/// `, almeno 0 FTE, intero`, after the type; empty where anything goes.
std::string bounds_words(const typed::Datum& datum, Language language);
/// `, è parte di assistenti_sociali`, after the bounds; empty where it is part of nothing.
std::string part_words(const typed::Datum& datum, const Typed& typed, Language language);

}  // namespace leps::inline wording
