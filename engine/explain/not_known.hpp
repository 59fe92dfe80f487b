// Words an amount that rests on data nobody gave. The text names those data, instead of a range
// that no one can use; JSON keeps the exact ends.
#pragma once

#include "eval/evaluator.hpp"
#include "words/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace leps::inline explaining {

/// True of a datum of which the data say nothing: in another year, of another member, in a row; not
/// of one that is given between two ends.
bool is_not_given(const MissingDatum& datum, const Evaluator& evaluator);

/// `non si sa: dipende da «Assistenti sociali» e «Popolazione»`, and how many more; nothing where
/// all that it rests on is given, if only between two ends.
/// @param rests_on  of a value of `evaluator` that is not known
std::optional<std::string> not_known_sentence(const DatumSet& rests_on, const Evaluator& evaluator,
                                              Language language);

/// `«Assistenti sociali», «Popolazione» e altri 2 dati`: the first of many.
std::string first_data(const std::vector<MissingDatum>& data, const Typed& typed,
                       Language language);

}  // namespace leps::inline explaining
