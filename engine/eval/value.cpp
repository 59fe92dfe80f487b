#include "eval/value.hpp"

namespace leps {

std::string name_of(const MissingDatum& missing, const Typed& typed, int year) {
  const std::string& name = typed.data[missing.datum].name;
  if (missing.of_group) return name + " (altri del gruppo)";
  if (missing.years_back > 0) return name + " (" + std::to_string(year - missing.years_back) + ")";
  return name;
}

}  // namespace leps
