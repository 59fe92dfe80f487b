#include "report/write_xlsx.hpp"

#include "report/results_book.hpp"

namespace leps::inline reports {

std::optional<std::string> write_xlsx(const Report& report, WriteOptions options) {
  return ResultsBook(report, options.language)();
}

}  // namespace leps::inline reports
