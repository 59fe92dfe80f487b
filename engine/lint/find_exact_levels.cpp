// Finds levels that ask for exactly a number of something measured: `pari a 5 FTE` fails whoever
// has six, and most often meant `almeno`.
#include "lint/find_exact_levels.hpp"

#include "check/condition.hpp"
#include "check/walk.hpp"
#include "check/whole.hpp"
#include "lint/file_words.hpp"
#include "prove/data_under.hpp"

#include <algorithm>
#include <set>

namespace leps::inline linting {
namespace {

class ExactLevelFinder {
 public:
  ExactLevelFinder(const Typed& typed, DiagnosticBag& bag) : typed_(typed), bag_(bag) {}

  void find(typed::ExprId asked) {
    std::vector<checking::Condition> open = {condition_of(asked, typed_)};
    while (!open.empty()) {
      const checking::Condition condition = std::move(open.back());
      open.pop_back();
      if (const auto* all = std::get_if<checking::Condition::All>(&condition.node)) {
        open.insert(open.end(), all->parts.rbegin(), all->parts.rend());
      } else if (const auto* any = std::get_if<checking::Condition::Any>(&condition.node)) {
        open.insert(open.end(), any->parts.rbegin(), any->parts.rend());
      } else if (const auto* of = std::get_if<checking::Condition::Among>(&condition.node)) {
        open.insert(open.end(), of->parts.rbegin(), of->parts.rend());
      } else if (std::holds_alternative<checking::Condition::EveryRow>(condition.node)) {
        const auto& over = std::get<typed::Aggregate>(typed_.exprs[condition.literal.expr].node);
        if (over.body) open.push_back(condition_of(*over.body, typed_));
      } else if (const auto* compared =
                     std::get_if<checking::Condition::Comparison>(&condition.node)) {
        find(*compared, typed_.exprs[condition.literal.expr].span);
      }
    }
  }

 private:
  void find(const checking::Condition::Comparison& comparison, Span where) {
    if (comparison.relation != typed::Relation::equal_to) return;
    const typed::Compare& compare = comparison.compare;
    const bool measured = (is_measured(compare.left) && is_level(compare.right)) ||
                          (is_measured(compare.right) && is_level(compare.left));
    if (!measured || !said_.insert(where).second) return;
    const auto in_file = [&](Keyword keyword) { return word_at(typed_, where, keyword); };
    const std::string least = in_file(Keyword::at_least), most = in_file(Keyword::at_most);
    bag_.report(Code::lint_exact_level, where, {in_file(Keyword::equal_to)})
        .hint(Text(
            "se averne di più va bene scrivi '" + least + "'; se va bene averne di meno, '" + most +
                "'",
            "if more of it will do write '" + least + "'; if less of it will do, '" + most + "'"));
  }

  // What data say, in a unit or as a share, and that is not counted one by one.
  [[nodiscard]] bool is_measured(typed::ExprId side) const {
    const auto* number = std::get_if<NumberOf>(&typed_.exprs[side].type);
    if (!number || (number->unit.none() && number->purity != Purity::share)) return false;
    return !data_under(typed_, {side}).empty() && !is_always_whole(typed_, side);
  }

  // It rests on a number that somebody set. None or all of something is often meant exactly.
  [[nodiscard]] bool is_level(typed::ExprId side) const {
    const typed::Expr& expr = typed_.exprs[side];
    if (const auto* constant = std::get_if<typed::Constant>(&expr.node)) {
      const bool all = constant->value == 1 && std::get<NumberOf>(expr.type).unit.none();
      return constant->value != 0 && !all;
    }
    bool set = false;
    for_each_under(typed_, side, [&](const typed::Expr& under) {
      set = set || std::holds_alternative<typed::Constant>(under.node) ||
            std::holds_alternative<typed::ParameterRef>(under.node);
    });
    return set;
  }

  const Typed& typed_;
  DiagnosticBag& bag_;
  std::set<Span> said_;  // a layer repeats the requirements that it does not amend
};

}  // namespace

void find_exact_levels(const Typed& typed, DiagnosticBag& bag) {
  ExactLevelFinder finder(typed, bag);
  for_each_requirement(
      typed, [&](const typed::Requirement& requirement) { finder.find(requirement.condition); });
}

}  // namespace leps::inline linting
