// A report as JSON, `leps-results/1`.
#pragma once

#include "assess/report.hpp"

#include <string>

namespace leps::inline reports {

/// The results that `results.schema.json` describes, `leps-results/1`; the same in every language.
std::string write_json(const Report& report);

}  // namespace leps::inline reports
