#include "mutate/mutations.hpp"

#include "check/words.hpp"
#include "mutate/copy_rule.hpp"
#include "syntax/keywords.hpp"
#include "syntax/print_expression.hpp"

#include <algorithm>

namespace leps::inline mutating {
namespace {

using ast::BinaryOp;
using ast::ExprId;

/// Which expression something is at, wherever it stands in a copy of the program.
using Slot = std::function<ExprId&(ast::Program&)>;

Text quoted(const Text& from, const Text& to) {
  return {"'" + from.it + "' diventa '" + to.it + "'", "'" + from.en + "' becomes '" + to.en + "'"};
}
Text left_out(const Text& what) { return {"senza " + what.it, "without " + what.en}; }

Text word_of(Keyword keyword) {
  return {std::string(word(keyword, Language::italian)),
          std::string(word(keyword, Language::english))};
}

std::vector<BinaryOp> instead_of(BinaryOp op) {
  switch (op) {
    case BinaryOp::at_least:
      return {BinaryOp::more_than, BinaryOp::at_most};
    case BinaryOp::at_most:
      return {BinaryOp::less_than, BinaryOp::at_least};
    case BinaryOp::more_than:
      return {BinaryOp::at_least, BinaryOp::less_than};
    case BinaryOp::less_than:
      return {BinaryOp::at_most, BinaryOp::more_than};
    case BinaryOp::equal_to:
      return {BinaryOp::different_from, BinaryOp::at_least, BinaryOp::at_most};
    case BinaryOp::different_from:
      return {BinaryOp::equal_to};
    case BinaryOp::logical_and:
      return {BinaryOp::logical_or};
    case BinaryOp::logical_or:
      return {BinaryOp::logical_and};
    case BinaryOp::add:
      return {BinaryOp::subtract};
    case BinaryOp::subtract:
      return {BinaryOp::add};
    case BinaryOp::multiply:
    case BinaryOp::divide:
    case BinaryOp::of:
      break;
  }
  return {};
}

// The unit of the last digit that is written: 1 of `5000`, 1/100 of `17.50`; none of a fraction.
std::optional<Rational> last_digit(const std::string& digits) {
  if (digits.find('/') != std::string::npos) return std::nullopt;
  const auto point = digits.find('.');
  Rational unit(1);
  if (point == std::string::npos) return unit;
  for (std::size_t i = point + 1; i < digits.size(); ++i) unit /= 10;
  return unit;
}

std::string digits_of(const Rational& value, const Rational& unit) {
  std::size_t decimals = 0;
  for (Rational step = unit; step < 1; step *= 10) ++decimals;
  const Rational scaled = value / unit;
  std::string digits = to_string(Rational(abs(scaled)));
  if (decimals > 0) {
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, ".");
  }
  return (value < 0 ? "-" : "") + digits;
}

// The number with its last written digit one up or down; of a fraction, its denominator.
std::optional<ast::Number> moved(const ast::Number& number, int by) {
  ast::Number other = number;
  if (number.form == ast::NumberForm::fraction) {
    const auto slash = number.digits.find('/');
    if (slash == std::string::npos) return std::nullopt;
    const std::string above = number.digits.substr(0, slash);
    const auto below = parse_rational(number.digits.substr(slash + 1));
    const auto over = parse_rational(above);
    if (!below || !over || *below + by <= 0) return std::nullopt;
    const Rational divisor = *below + by;
    other.digits = above + "/" + to_string(divisor);
    other.value = *over / divisor;
    return other;
  }
  const auto unit = last_digit(number.digits);
  const auto written = parse_rational(number.digits);
  if (!unit || !written) return std::nullopt;
  const Rational value = *written + *unit * by;
  if (value < 0) return std::nullopt;
  other.digits = digits_of(value, *unit);
  other.value = number.form == ast::NumberForm::percent ? Rational(value / 100) : value;
  return other;
}

/// Walks one declaration and lists what can be changed in it.
class Lister {
 public:
  Lister(const ast::Program& program, Mutation::Place place, std::vector<Mutation>& found)
      : program_(program), place_(place), found_(found) {}

  void operator()(const ast::RuleDecl& rule) {
    subject_ = rule.name.text;
    const auto decl = getter<ast::RuleDecl>();
    period(rule.in_force.period, rule.in_force.span,
           [decl](ast::Program& p) -> Period& { return decl(p).in_force.period; });
    if (rule.applies_if) {
      drop(*rule.applies_if, Keyword::applies_if,
           [decl](ast::Program& p) { decl(p).applies_if.reset(); });
      condition(*rule.applies_if,
                [decl](ast::Program& p) -> ExprId& { return *decl(p).applies_if; });
    }
    for (std::size_t i = 0; i < rule.requirements.size(); ++i) {
      subject_ = rule.name.text + "." + rule.requirements[i].name.text;
      if (rule.requirements.size() > 1) {
        add(rule.requirements[i].name.span, left_out({"il requisito", "the requirement"}),
            [decl, i](ast::Program& p) {
              auto& all = decl(p).requirements;
              all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
            });
      }
      requirement(rule.requirements[i], [decl, i](ast::Program& p) -> ast::Requirement& {
        return decl(p).requirements[i];
      });
    }
    subject_ = rule.name.text;
    if (rule.partial_if) {
      drop(rule.partial_if->condition, Keyword::partial_if,
           [decl](ast::Program& p) { decl(p).partial_if.reset(); });
      condition(rule.partial_if->condition,
                [decl](ast::Program& p) -> ExprId& { return decl(p).partial_if->condition; });
    }
  }

  void operator()(const ast::RequirementAmendment& amendment) {
    subject_ = amendment.rule.text + "." + amendment.requirement.name.text;
    const auto decl = getter<ast::RequirementAmendment>();
    period(amendment.in_force.period, amendment.in_force.span,
           [decl](ast::Program& p) -> Period& { return decl(p).in_force.period; });
    requirement(amendment.requirement,
                [decl](ast::Program& p) -> ast::Requirement& { return decl(p).requirement; });
  }

  void operator()(const ast::ParameterDecl& parameter) {
    subject_ = parameter.name.text;
    values(parameter.values, getter<ast::ParameterDecl>());
  }
  void operator()(const ast::ParameterAmendment& parameter) {
    subject_ = parameter.name.text;
    values(parameter.values, getter<ast::ParameterAmendment>());
  }

  void operator()(const ast::ComputedDecl& computed) {
    subject_ = computed.name.text;
    const auto decl = getter<ast::ComputedDecl>();
    expression(computed.value, [decl](ast::Program& p) -> ExprId& { return decl(p).value; });
  }
  void operator()(const ast::DatumDecl& datum) {
    if (!datum.if_missing) return;
    subject_ = datum.name.text;
    const auto decl = getter<ast::DatumDecl>();
    expression(*datum.if_missing,
               [decl](ast::Program& p) -> ExprId& { return *decl(p).if_missing; });
  }

  void operator()(const ast::CheckDecl& check) {
    subject_ = check.name.text;
    const auto decl = getter<ast::CheckDecl>();
    condition(check.condition, [decl](ast::Program& p) -> ExprId& { return decl(p).condition; });
    if (!check.applies_if) return;
    drop(*check.applies_if, Keyword::applies_if,
         [decl](ast::Program& p) { decl(p).applies_if.reset(); });
    condition(*check.applies_if,
              [decl](ast::Program& p) -> ExprId& { return *decl(p).applies_if; });
  }

  // Nothing here enters a verdict, a gap, an amount or a finding.
  void operator()(const ast::SourceDecl&) {}
  void operator()(const ast::UnitsDecl&) {}
  void operator()(const ast::CategoryDecl&) {}
  void operator()(const ast::OrderingDecl&) {}
  void operator()(const ast::ExampleDecl&) {}
  void operator()(const ast::TableDecl&) {}
  void operator()(const ast::GroupDecl&) {}

 private:
  template <class Decl>
  [[nodiscard]] std::function<Decl&(ast::Program&)> getter() const {
    return [place = place_](ast::Program& p) -> Decl& {
      return std::get<Decl>(p.files[place.file].declarations[place.declaration]);
    };
  }

  void add(Span where, Text change, std::function<void(ast::Program&)> apply,
           std::optional<Period> moved_days = std::nullopt) {
    found_.push_back({place_, subject_, where, std::move(change), moved_days, changes_, false,
                      std::move(apply)});
  }
  template <class Apply>
  void drop(ExprId clause, Keyword keyword, const Apply& apply) {
    const Text name = word_of(keyword);
    add(program_.exprs[clause].span, left_out({"'" + name.it + "'", "'" + name.en + "'"}), apply);
  }

  // Each end one day earlier and one day later.
  template <class Get>
  void period(const Period& written, Span where, const Get& get) {
    constexpr std::chrono::days kOne{1};
    const auto move = [&](Day from, int by, bool first) {
      const Day to = from + kOne * by;
      const Period sides = first ? Period{std::min(from, to), std::max(from, to) - kOne}
                                 : Period{std::min(from, to) + kOne, std::max(from, to)};
      const auto day = [](Day d) { return checking::describe(d); };
      add(
          where, quoted(day(from), day(to)),
          [get, to, first](ast::Program& p) { (first ? get(p).from : *get(p).to) = to; }, sides);
    };
    for (const int by : {-1, 1}) move(written.from, by, true);
    if (!written.to) return;
    for (const int by : {-1, 1}) move(*written.to, by, false);
  }

  template <class Decl>
  void values(const std::vector<ast::ParameterValue>& all, const Decl& decl) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      period(all[i].period.period, all[i].period.span,
             [decl, i](ast::Program& p) -> Period& { return decl(p).values[i].period.period; });
      expression(all[i].value,
                 [decl, i](ast::Program& p) -> ExprId& { return decl(p).values[i].value; });
    }
  }

  template <class Get>
  void requirement(const ast::Requirement& written, const Get& get) {
    if (written.applies_if) {
      drop(*written.applies_if, Keyword::applies_if,
           [get](ast::Program& p) { get(p).applies_if.reset(); });
      condition(*written.applies_if,
                [get](ast::Program& p) -> ExprId& { return *get(p).applies_if; });
    }
    condition(written.condition, [get](ast::Program& p) -> ExprId& { return get(p).condition; });
    if (written.tolerance) {
      expression(*written.tolerance,
                 [get](ast::Program& p) -> ExprId& { return *get(p).tolerance; });
    }
    for (std::size_t i = 0; i < written.levers.size(); ++i) {
      const auto lever = [get, i](ast::Program& p) -> ast::Lever& { return get(p).levers[i]; };
      changes_ = Mutation::Changes::rounding;
      rounding(written.levers[i], lever);
      changes_ = Mutation::Changes::cost;
      costs(written.levers[i], lever);
    }
    changes_ = Mutation::Changes::verdict;
  }

  template <class Get>
  void rounding(const ast::Lever& lever, const Get& get) {
    if (lever.rounding == ast::Rounding::none) return;
    const Text name = word_of(lever.rounding == ast::Rounding::steps ? Keyword::in_steps_of
                                                                     : Keyword::in_whole_units);
    add(lever.span, left_out({"'" + name.it + "'", "'" + name.en + "'"}),
        [get](ast::Program& p) { get(p).rounding = ast::Rounding::none; });
    found_.back().drops_whole_units = lever.rounding == ast::Rounding::whole_units;
    if (lever.step) {
      expression(*lever.step, [get](ast::Program& p) -> ExprId& { return *get(p).step; });
    }
  }

  template <class Get>
  void costs(const ast::Lever& lever, const Get& get) {
    if (lever.cost) {
      expression(*lever.cost, [get](ast::Program& p) -> ExprId& { return *get(p).cost; });
    }
    if (!lever.net_of) return;
    drop(*lever.net_of, Keyword::net_of, [get](ast::Program& p) { get(p).net_of.reset(); });
    expression(*lever.net_of, [get](ast::Program& p) -> ExprId& { return *get(p).net_of; });
  }

  // A condition, or a part of one joined by `e` or `o`: where it is a name, its opposite too.
  void condition(ExprId id, const Slot& slot) {
    const ast::Expr& expr = program_.exprs[id];
    if (std::holds_alternative<ast::Name>(expr.node) ||
        std::holds_alternative<ast::Field>(expr.node)) {
      const Text name = shown(id);
      add(expr.span, quoted(name, {"non " + name.it, "not " + name.en}), [slot](ast::Program& p) {
        const ExprId at = slot(p);
        const Span span = p.exprs[at].span;
        const ExprId opposite = p.exprs.add({ast::Unary{ast::UnaryOp::logical_not, at}, span});
        slot(p) = opposite;  // only now: what it refers to moves when an expression is added
      });
    }
    expression(id, slot);
  }

  [[nodiscard]] Text shown(ExprId id) const {
    return {print_expression(program_, id, Language::italian),
            print_expression(program_, id, Language::english)};
  }

  void replace(ExprId id, const Text& to, ast::Node node) {
    add(program_.exprs[id].span, quoted(shown(id), to),
        [id, node = std::move(node)](ast::Program& p) { p.exprs[id].node = node; });
  }

  void expression(ExprId id, const Slot& slot) {
    std::visit([&](const auto& node) { change(id, node, slot); }, program_.exprs[id].node);
  }
  /// The slot of an operand, once its node is where it was.
  static Slot under(ExprId id, std::size_t operand) {
    return
        [id, operand](ast::Program& p) -> ExprId& { return *operands(p.exprs[id].node)[operand]; };
  }
  // Everything under a node, as expressions.
  void below(ExprId id) {
    ast::Node copy = program_.exprs[id].node;
    const auto all = operands(copy);
    for (std::size_t i = 0; i < all.size(); ++i) expression(*all[i], under(id, i));
  }

  template <class Node>
  void change(ExprId id, const Node&, const Slot&) {
    below(id);
  }

  void change(ExprId id, const ast::Number& number, const Slot&) {
    for (const int by : {-1, 1}) {
      const auto other = moved(number, by);
      if (!other) continue;
      add(number.span, quoted(shown_number(number), shown_number(*other)),
          [id, other](ast::Program& p) { p.exprs[id].node = *other; });
    }
  }
  void change(ExprId id, const ast::Ratio& ratio, const Slot&) {
    for (const int by : {-1, 1}) {
      const auto other = moved(ratio.served, by);
      if (!other || other->value == 0) continue;
      add(ratio.served.span, quoted(shown_number(ratio.served), shown_number(*other)),
          [id, other](ast::Program& p) { std::get<ast::Ratio>(p.exprs[id].node).served = *other; });
    }
  }
  static Text shown_number(const ast::Number& number) {
    const std::string sign = number.form == ast::NumberForm::percent ? "%" : "";
    return {print_digits(number.digits, Language::italian) + sign,
            print_digits(number.digits, Language::english) + sign};
  }
  void change(ExprId id, const ast::TruthLiteral& truth, const Slot&) {
    replace(id, word_of(truth.value ? Keyword::no : Keyword::yes), ast::TruthLiteral{!truth.value});
  }
  void change(ExprId id, const ast::DayLiteral& literal, const Slot&) {
    for (const int by : {-1, 1}) {
      const Day day = literal.day + std::chrono::days{by};
      replace(id, checking::describe(day), ast::DayLiteral{day});
    }
  }
  void change(ExprId id, const ast::YearsSum& sum, const Slot&) {
    for (const int years : {sum.years - 1, sum.years + 1}) {
      if (years < 1) continue;
      ast::YearsSum other = sum;
      other.years = years;
      add(sum.years_span, quoted(std::to_string(sum.years), std::to_string(years)),
          [id, other](ast::Program& p) { p.exprs[id].node = other; });
    }
  }
  void change(ExprId id, const ast::Unary& unary, const Slot& slot) {
    if (unary.op == ast::UnaryOp::logical_not) {
      add(program_.exprs[id].span, left_out({"'non'", "'not'"}), [slot](ast::Program& p) {
        ExprId& at = slot(p);
        at = std::get<ast::Unary>(p.exprs[at].node).operand;
      });
    }
    below(id);
  }

  void change(ExprId id, const ast::Binary& binary, const Slot& slot) {
    for (const BinaryOp op : instead_of(binary.op)) {
      add(binary.op_span, quoted(checking::describe(binary.op), checking::describe(op)),
          [id, op](ast::Program& p) { std::get<ast::Binary>(p.exprs[id].node).op = op; });
    }
    const bool logic = binary.op == BinaryOp::logical_and || binary.op == BinaryOp::logical_or;
    if (!logic) {
      below(id);
      return;
    }
    const auto* left = std::get_if<ast::Binary>(&program_.exprs[binary.left].node);
    if (!left || left->op != binary.op) {  // of a chain, each part is left out once
      part_left_out(binary.left, slot, false);
    }
    part_left_out(binary.right, slot, true);
    condition(binary.left, under(id, 0));
    condition(binary.right, under(id, 1));
  }
  void part_left_out(ExprId part, const Slot& slot, bool right) {
    const Text name = shown(part);
    add(program_.exprs[part].span, left_out({"'" + name.it + "'", "'" + name.en + "'"}),
        [slot, right](ast::Program& p) {
          ExprId& at = slot(p);
          const auto binary = std::get<ast::Binary>(p.exprs[at].node);
          at = right ? binary.left : binary.right;
        });
  }

  void change(ExprId id, const ast::Call& call, const Slot&) {
    using ast::Function;
    if (call.function == Function::minimum || call.function == Function::maximum) {
      const bool least = call.function == Function::minimum;
      add(program_.exprs[id].span, quoted(least ? "min" : "max", least ? "max" : "min"),
          [id, least](ast::Program& p) {
            std::get<ast::Call>(p.exprs[id].node).function =
                least ? Function::maximum : Function::minimum;
          });
    }
    below(id);
  }

  void change(ExprId id, const ast::Aggregate& over, const Slot&) {
    using ast::Aggregation;
    const bool condition_of_rows =
        over.kind == Aggregation::for_every || over.kind == Aggregation::exists;
    if (condition_of_rows && over.body) {
      const bool every = over.kind == Aggregation::for_every;
      const Text all = word_of(Keyword::for_every), one = word_of(Keyword::exists);
      add(program_.exprs[id].span, every ? quoted(all, one) : quoted(one, all),
          [id, every](ast::Program& p) {
            std::get<ast::Aggregate>(p.exprs[id].node).kind =
                every ? Aggregation::exists : Aggregation::for_every;
          });
    }
    if (over.where) {
      const Text name = shown(*over.where);
      add(program_.exprs[*over.where].span,
          left_out({"'dove " + name.it + "'", "'where " + name.en + "'"}),
          [id](ast::Program& p) { std::get<ast::Aggregate>(p.exprs[id].node).where.reset(); });
      condition(*over.where, [id](ast::Program& p) -> ExprId& {
        return *std::get<ast::Aggregate>(p.exprs[id].node).where;
      });
    }
    if (!over.body) return;
    const Slot body = [id](ast::Program& p) -> ExprId& {
      return *std::get<ast::Aggregate>(p.exprs[id].node).body;
    };
    if (condition_of_rows) {
      condition(*over.body, body);
    } else {
      expression(*over.body, body);
    }
  }
  // The datum of a sum over years is a name: nothing to change under it.

  const ast::Program& program_;
  Mutation::Place place_;
  std::vector<Mutation>& found_;
  std::string subject_;
  Mutation::Changes changes_ = Mutation::Changes::verdict;
};

}  // namespace

std::vector<Mutation> mutations_of(const ast::Program& program) {
  std::vector<Mutation> found;
  for (std::size_t file = 0; file < program.files.size(); ++file) {
    const auto& declarations = program.files[file].declarations;
    for (std::size_t i = 0; i < declarations.size(); ++i) {
      std::visit(Lister(program, {file, i}, found), declarations[i]);
    }
  }
  return found;
}

}  // namespace leps::inline mutating
