// Words the part that `parte di` has in a result, where parts and wholes narrow data that the
// result names: the sentence that says so, and the doubts that come with it.
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

/// The data whose `parte di` narrowed something and is only so sure, each once.
std::vector<DatumId> doubtful_parts(Confidence confidence,
                                    const std::vector<NarrowedDatum>& narrowed, const Typed& typed);
/// The parameters that a part or a whole was worked out with where it narrowed something, whose
/// value in force is only so sure, each once.
std::vector<ParameterId> doubtful_parameters(Confidence confidence,
                                             const std::vector<NarrowedDatum>& narrowed,
                                             const Typed& typed);
/// The names of both, behind those of the parameters that a result uses itself: all that is only so
/// sure.
std::vector<std::string> doubtful_names(Confidence confidence, std::vector<ParameterId> parameters,
                                        const std::vector<NarrowedDatum>& narrowed,
                                        const Typed& typed);

}  // namespace leps::inline wording
