// Finds numbers that stand in a rule or an amount by themselves: nobody says since when they hold,
// where they come from and how sure they are, as a parameter does.
#include "lint/find_bare_numbers.hpp"

#include "check/walk.hpp"
#include "check/words.hpp"
#include "lint/file_words.hpp"
#include "lint/find_percents.hpp"
#include "syntax/print_expression.hpp"

#include <algorithm>
#include <set>

namespace leps::inline linting {
namespace {

/// Where a number stands, as a parameter in its place would say it.
struct Owner {
  std::string name;  // `regola_requisito`
  std::optional<Day> from;
  const std::vector<SourceOfLawId>& sources;
};

class BareNumberFinder {
 public:
  BareNumberFinder(const Typed& typed, DiagnosticBag& bag) : typed_(typed), bag_(bag) {}

  void run() {
    for (const typed::Computed& computed : typed_.computed) {
      find({computed.value}, {computed.name, first_day(), computed.sources});
    }
    for (const typed::Rule& rule : typed_.rules) {
      for (const typed::RuleVersion& version : rule.versions) find(rule, version);
    }
  }

 private:
  // What a requirement asks is called after it; what is asked of the rule, after the rule.
  void find(const typed::Rule& rule, const typed::RuleVersion& version) {
    const Day from = version.in_force.from;
    for (const typed::Requirement& requirement : version.requirements) {
      const auto& by = requirement.amendments;
      const auto& sources = by.empty() ? version.sources : by.back().sources;
      const std::string name = rule.name + "_" + requirement.name;
      find(written({requirement.condition, requirement.applies_if}), {name, from, sources});
      for (const typed::Lever& lever : requirement.levers) {
        const std::string cost = word_at(typed_, lever.span, Keyword::cost);
        find(written({lever.cost, lever.net_of}), {name + "_" + cost, from, sources});
      }
    }
    find(written({version.applies_if}), {rule.name, from, version.sources});
    const std::string partial = word_at(typed_, version.span, Keyword::partial);
    find(written({version.partial_if}), {rule.name + "_" + partial, from, version.sources});
    const std::string served = word_at(typed_, version.span, Keyword::beneficiaries);
    find(written({version.beneficiaries}), {rule.name + "_" + served, from, version.sources});
  }

  static std::vector<typed::ExprId> written(std::vector<std::optional<typed::ExprId>> clauses) {
    std::vector<typed::ExprId> roots;
    for (const auto& clause : clauses) {
      if (clause) roots.push_back(*clause);
    }
    return roots;
  }

  void find(std::vector<typed::ExprId> roots, const Owner& owner) {
    std::set<typed::ExprId>
        steps;  // numbers that are no measure: how many of a list, how far a day, hundredths
    for_each_under(typed_, std::move(roots), [&](const typed::Expr& expr, const Walk& walk) {
      if (const auto step = step_of_day(expr.node)) steps.insert(*step);
      if (const auto many = how_many_of(expr.node)) steps.insert(*many);
      if (const auto hundred = hundred_in(typed_, expr.node)) steps.insert(*hundred);
      const auto* constant = std::get_if<typed::Constant>(&expr.node);
      const auto* number = std::get_if<NumberOf>(&expr.type);
      if (!constant || !number || steps.contains(walk.at())) return;
      if (constant->value == 0 || abs(constant->value) == 1) return;
      if (said_.insert(expr.span).second) report(*constant, *number, expr.span, owner);
    });
  }

  // The 2 of `almeno 2 fra a, b, c`.
  [[nodiscard]] std::optional<typed::ExprId> how_many_of(const typed::Node& node) const {
    const auto* compare = std::get_if<typed::Compare>(&node);
    const bool counts =
        compare && std::holds_alternative<typed::HowMany>(typed_.exprs[compare->left].node);
    return counts ? std::optional(compare->right) : std::nullopt;
  }

  // `presentata + 30 giorni`: the number that goes from a day to another one.
  [[nodiscard]] std::optional<typed::ExprId> step_of_day(const typed::Node& node) const {
    const auto* sum = std::get_if<typed::Arithmetic>(&node);
    if (!sum || (sum->op != typed::ArithmeticOp::add && sum->op != typed::ArithmeticOp::subtract)) {
      return std::nullopt;
    }
    const auto is_day = [&](typed::ExprId id) {
      return std::holds_alternative<DayOf>(typed_.exprs[id].type);
    };
    if (is_day(sum->left) == is_day(sum->right)) return std::nullopt;
    typed::ExprId step = is_day(sum->left) ? sum->right : sum->left;
    while (const auto* convert = std::get_if<typed::Convert>(&typed_.exprs[step].node)) {
      step = convert->operand;
    }
    return step;
  }

  void report(const typed::Constant& constant, const NumberOf& type, Span where,
              const Owner& owner) {
    Diagnostic& found = bag_.report(Code::lint_bare_number, where);
    if (!owner.from || owner.sources.empty()) {
      found.hint(Text("scrivi qui il nome di un parametro, che dice da quando vale e secondo chi",
                      "write the name of a parameter here, which says since when and by whom"));
      return;
    }
    const Language language = language_at(typed_, where);
    const bool over_all = is_share(type) && constant.value > 1;  // no share, but a number
    const auto in_file = [&](Keyword keyword) { return std::string(word(keyword, language)); };
    const std::string name = new_name(owner.name);
    const std::string declared =
        in_file(Keyword::parameter) + " " + name + " : " + type_text(type, over_all, language) +
        "  " + in_file(Keyword::from) + " " + print_day(*owner.from, language) + " " +
        in_file(Keyword::is) + " " + value_text(constant, type, over_all, language) + "  " +
        in_file(Keyword::unverified) + "  " + in_file(Keyword::according_to) + " " +
        typed_.sources[owner.sources.front()].name;
    const std::string times = over_all ? " * …" : "";  // `di` takes a share
    found.hint(Text("dichiara '" + declared + "', e scrivi qui '" + name + times + "'",
                    "declare '" + declared + "', and write '" + name + times + "' here"));
  }

  static bool is_share(const NumberOf& type) {
    return type.purity == Purity::share && type.unit.none();
  }
  static std::string type_text(const NumberOf& type, bool over_all, Language language) {
    if (!type.unit.none()) return to_string(type.unit);
    const bool share = type.purity == Purity::share && !over_all;
    return std::string(word(share ? Keyword::share : Keyword::number, language));
  }
  static std::string value_text(const typed::Constant& constant, const NumberOf& type,
                                bool over_all, Language language) {
    const bool share = is_share(type) && !over_all;
    const std::string percent = checking::written(Rational(constant.value * 100), language);
    if (share && percent.find('/') == std::string::npos) return percent + "%";
    return checking::written(constant.value, type.unit, language);
  }

  // A name that nothing has yet, and that no other number was offered.
  std::string new_name(const std::string& owner) {
    std::string name = owner;
    for (int n = 1; taken(name) || !offered_.insert(name).second; ++n) {
      name = owner + "_" + std::to_string(n);
    }
    return name;
  }
  [[nodiscard]] bool taken(const std::string& name) const {
    const auto in = [&](const auto& table) {
      return std::any_of(table.begin(), table.end(),
                         [&](const auto& declared) { return declared.name == name; });
    };
    return in(typed_.data) || in(typed_.parameters) || in(typed_.computed) || in(typed_.rules) ||
           in(typed_.sources) || in(typed_.categories) || typed_.units.contains(name);
  }

  // Of what has no day itself: since when any rule is in force.
  [[nodiscard]] std::optional<Day> first_day() const {
    std::optional<Day> first;
    for (const typed::Rule& rule : typed_.rules) {
      if (rule.versions.empty()) continue;
      const Day from = rule.versions.front().in_force.from;
      first = first ? std::min(*first, from) : from;
    }
    return first;
  }

  const Typed& typed_;
  DiagnosticBag& bag_;
  std::set<Span> said_;  // a layer repeats the requirements that it does not amend
  std::set<std::string> offered_;
};

}  // namespace

void find_bare_numbers(const Typed& typed, DiagnosticBag& bag) {
  BareNumberFinder(typed, bag).run();
}

}  // namespace leps::inline linting
