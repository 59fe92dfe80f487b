// What explanations as text are made of, whatever they explain: data, amounts, numbers of the law,
// rows, weeks, sources.
#pragma once

#include "explain/explain.hpp"
#include "report/terminal.hpp"
#include "report/write_options.hpp"

#include <optional>
#include <string>
#include <vector>

namespace leps::inline reports {

class ExplanationParts {
 public:
  ExplanationParts(const FactTable& facts, WriteOptions options)
      : facts_(facts), out_(options.language, options.color) {}

 protected:
  // The Ambito and year, and what must be said of its data before anything else.
  void about();
  /// @param said  the formula above the rows, which need not be said again
  void rows(const std::vector<UsedRows>& all, const std::string& said, std::size_t indent);
  void weeks(const std::vector<ShownWeek>& all, std::size_t indent);
  void by_band(const ShownFormula& formula, std::size_t indent);
  void formula(const ShownFormula& formula);
  void datum(const UsedDatum& datum);
  void joined(const std::vector<std::string>& parts);
  void amount(const ExplainedAmount& amount);
  void parameter(const UsedParameter& parameter);
  void cited(const std::vector<CitedSource>& sources, std::size_t indent);
  void list(const std::string& title, const std::vector<std::string>& items);

  const FactTable& facts_;
  std::optional<Verdict> verdict_;  // of the rule that is explained
  Terminal out_;
};

}  // namespace leps::inline reports
