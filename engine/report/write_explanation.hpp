// The derivation of one result, as text.
#pragma once

#include "assess/report.hpp"
#include "report/write_options.hpp"

#include <string>

namespace leps::inline reports {

/// `leps explain`: the whole derivation of one rule's result in one Ambito and year, as text.
std::string write_explanation(const Report& report, const Assessment& assessment, RuleId rule,
                              WriteOptions options);

}  // namespace leps::inline reports
