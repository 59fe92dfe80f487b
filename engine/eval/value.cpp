#include "eval/value.hpp"

namespace leps {

std::string name_of(const MissingDatum& missing, const Typed& typed) {
  const std::string& name = typed.data[missing.datum].name;
  if (missing.of_group) return name + " (altri del gruppo)";
  if (missing.years_back == 1) return name + " (un anno prima)";
  if (missing.years_back > 1) {
    return name + " (" + std::to_string(missing.years_back) + " anni prima)";
  }
  return name;
}

}  // namespace leps
