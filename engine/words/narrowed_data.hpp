// Words the part that `parte di` has in a result, where parts and wholes narrow data that the
// result names.
#pragma once

#include "eval/parts.hpp"
#include "source/source_map.hpp"

#include <string>
#include <vector>

namespace leps::inline wording {

/// `almeno 26 FTE: assistenti_ti ne è parte (26 FTE, lodi.yaml:7)`
std::string narrowed_sentence(const NarrowedDatum& narrowed, const SourceMap* sources,
                              Language language);

/// `'assistenti_ti' (30 FTE) è più di 'assistenti_sociali' (26 FTE), di cui è parte`
Text describe(const Contradiction& found, Evaluator& evaluator);

}  // namespace leps::inline wording
