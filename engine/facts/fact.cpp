#include "facts/fact.hpp"

namespace leps {

Fact missing_fact(const typed::Datum& datum) {
  Fact fact;
  if (std::holds_alternative<NumberOf>(datum.type)) fact.value = datum.bounds;
  return fact;
}

bool is_known(const Fact& fact) {
  if (const auto* range = std::get_if<Interval>(&fact.value)) return range->known();
  return !std::holds_alternative<std::monostate>(fact.value);
}

}  // namespace leps
