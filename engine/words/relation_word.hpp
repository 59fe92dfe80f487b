// The word of the language for a relation: `almeno`.
#pragma once

#include "check/typed_expressions.hpp"
#include "syntax/keywords.hpp"

namespace leps::inline wording {

Keyword keyword_of(typed::Relation relation);

}  // namespace leps::inline wording
