// Truth over what could be (Kleene): false and unknown is false, true or unknown is true.
#pragma once

#include "eval/value.hpp"

namespace leps::inline evaluating {

Truth truth(bool value);
Truth operator!(Truth a);
Truth conjunction(const Truth& a, const Truth& b);
Truth disjunction(const Truth& a, const Truth& b);

/// Whether the relation holds over all, some or none of what the two numbers could be. Undecided
/// where either may have no value.
Truth compare(typed::Relation relation, const Quantity& left, const Quantity& right);
/// The same of a number, or a day, that is to lie between two ends, both of which belong to it.
Truth between(const Quantity& what, const Quantity& low, const Quantity& high);
Truth same(const Word& a, const Word& b);
Truth same(const Truth& a, const Truth& b);
/// Of two values of one type that is no number.
Truth same(const Value& a, const Value& b);

}  // namespace leps::inline evaluating
