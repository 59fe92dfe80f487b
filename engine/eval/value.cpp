#include "eval/value.hpp"

namespace leps {

std::string name_of(const MissingDatum& missing, const Typed& typed) {
  const std::string& name = typed.data[missing.datum].name;
  std::string where = missing.of_group ? "altri del gruppo" : "";
  if (missing.years_back > 0) {
    if (!where.empty()) where += ", ";
    where += missing.years_back == 1 ? "un anno prima"
                                     : std::to_string(missing.years_back) + " anni prima";
  }
  return where.empty() ? name : name + " (" + where + ")";
}

}  // namespace leps
