#include "eval/value.hpp"

namespace leps::inline evaluating {

std::string name_of(const MissingDatum& missing, const Typed& typed, int year) {
  std::string name = typed.data[missing.datum].name;
  if (missing.years_back > 0) name += "@" + std::to_string(year - missing.years_back);
  if (missing.of_group) name += "@gruppo:" + typed.groups[*missing.of_group].name;
  return name;
}

}  // namespace leps::inline evaluating
