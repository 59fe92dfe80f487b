// Expressions back into words: a formula as the pack writes it, with the numbers put in, and with
// its sides worked out. In the words of either language, whatever that of the pack.
#pragma once

#include "eval/evaluator.hpp"
#include "words/show_value.hpp"

#include <string>

namespace leps::inline wording {

/// `assistenti_sociali almeno livello_assistenti di popolazione`
std::string formula(typed::ExprId expr, const Typed& typed, Language language);

/// `31,5 FTE almeno (1 FTE ogni 5.000 abitanti) di 231.000 abitanti`; what is not known is `?` or
/// its bounds, `[0; 4] FTE`.
std::string formula_with_numbers(typed::ExprId expr, Evaluator& evaluator, Language language);

/// `31,5 FTE almeno 46,2 FTE`: every comparison with its two sides worked out; for an amount, what
/// it is worth. Empty where it would say no more than `formula_with_numbers`.
std::string formula_worked_out(typed::ExprId expr, Evaluator& evaluator, Language language);

}  // namespace leps::inline wording
