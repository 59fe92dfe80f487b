#include "facts/check_rules_in_force.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <variant>

namespace leps::inline reading {
namespace {

bool any_in_force(const Typed& typed, Day day) {
  return std::any_of(typed.rules.begin(), typed.rules.end(), [&](const typed::Rule& rule) {
    return std::any_of(rule.versions.begin(), rule.versions.end(),
                       [&](const auto& version) { return version.in_force.contains(day); });
  });
}

/// How many years before that of the data some expression of the packs looks at.
int farthest_look_back(const Typed& typed) {
  int farthest = 0;
  for (const typed::Expr& expr : typed.exprs) {
    if (const auto* previous = std::get_if<typed::PreviousYear>(&expr.node)) {
      farthest = std::max(farthest, previous->years);
    } else if (const auto* sum = std::get_if<typed::OverYears>(&expr.node)) {
      farthest = std::max(farthest, sum->years - 1);
    }
  }
  return farthest;
}

bool is_or_became(const FactTable& later, const std::string& ambito) {
  if (later.ambito == ambito) return true;
  if (!later.merger) return false;
  const std::vector<std::string>& from = later.merger->from;
  return std::find(from.begin(), from.end(), ambito) != from.end();
}

void report(const Typed& typed, const FactTable& table, DiagnosticBag& bag) {
  Diagnostic& none =
      bag.report(Code::data_year_without_rules, table.span,
                 {std::to_string(table.year), to_iso(table.survey_date), table.ambito});
  std::optional<Day> first;
  for (const typed::Rule& rule : typed.rules) {
    for (const auto& version : rule.versions) {
      if (!first || version.in_force.from < *first) first = version.in_force.from;
    }
  }
  none.hint(first ? format({"controlla l'anno: la prima regola è in vigore dal {0}",
                            "check the year: the first rule is in force from {0}"},
                           {to_iso(*first)})
                  : Text("il pacchetto non ha regole", "the pack has no rules"));
}

}  // namespace

void check_rules_in_force(const Typed& typed, const DataSet& tables, DiagnosticBag& bag) {
  const int look_back = farthest_look_back(typed);
  for (const FactTable& table : tables) {
    if (any_in_force(typed, table.survey_date)) continue;
    const bool looked_at = std::any_of(tables.begin(), tables.end(), [&](const FactTable& later) {
      return later.year > table.year && later.year - table.year <= look_back &&
             is_or_became(later, table.ambito) && any_in_force(typed, later.survey_date);
    });
    if (!looked_at) report(typed, table, bag);
  }
}

}  // namespace leps::inline reading
