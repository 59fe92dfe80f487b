// What is not a rule, explained as text: an amount, a datum, a number of the law, a table, an area.
#pragma once

#include "assess/report.hpp"
#include "explain/named.hpp"
#include "report/write_options.hpp"

#include <string>

namespace leps::inline reports {

/// `leps explain NAME`: of a rule, see write_explanation().
/// @param others  what else bears the name: it is listed at the end
std::string write_named(const Report& report, const Assessment& assessment, const Named& named,
                        const std::vector<Named>& others, WriteOptions options);

}  // namespace leps::inline reports
