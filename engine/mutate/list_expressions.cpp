#include "mutate/list_expressions.hpp"

#include "check/words.hpp"
#include "mutate/change_words.hpp"
#include "mutate/copy_rule.hpp"
#include "mutate/small_steps.hpp"
#include "syntax/print_expression.hpp"

namespace leps::inline mutating {
namespace {

using ast::BinaryOp;
using ast::ExprId;

class ExpressionLister {
 public:
  ExpressionLister(const ast::Program& program, const AddChange& add)
      : program_(program), add_(add) {}

  void condition(ExprId id, const Slot& slot) {
    const ast::Expr& expr = program_.exprs[id];
    if (std::holds_alternative<ast::Name>(expr.node) ||
        std::holds_alternative<ast::Field>(expr.node)) {
      const Text name = shown(id);
      add_(expr.span, quoted(name, {"non " + name.it, "not " + name.en}), [slot](ast::Program& p) {
        const ExprId at = slot(p);
        const Span span = p.exprs[at].span;
        const ExprId opposite = p.exprs.add({ast::Unary{ast::UnaryOp::logical_not, at}, span});
        slot(p) = opposite;  // only now: what it refers to moves when an expression is added
      });
    }
    expression(id, slot);
  }

  void expression(ExprId id, const Slot& slot) {
    std::visit([&](const auto& node) { change(id, node, slot); }, program_.exprs[id].node);
  }

 private:
  [[nodiscard]] Text shown(ExprId id) const {
    return {print_expression(program_, id, Language::italian),
            print_expression(program_, id, Language::english)};
  }

  void replace(ExprId id, const Text& to, ast::Node node) {
    add_(program_.exprs[id].span, quoted(shown(id), to),
         [id, node = std::move(node)](ast::Program& p) { p.exprs[id].node = node; });
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
      add_(number.span, quoted(shown_number(number), shown_number(*other)),
           [id, other](ast::Program& p) { p.exprs[id].node = *other; });
    }
  }
  void change(ExprId id, const ast::Ratio& ratio, const Slot&) {
    for (const int by : {-1, 1}) {
      const auto other = moved(ratio.served, by);
      if (!other || other->value == 0) continue;
      add_(
          ratio.served.span, quoted(shown_number(ratio.served), shown_number(*other)),
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
  void change(ExprId id, const ast::YearDayLiteral& literal, const Slot&) {
    for (const int by : {-1, 1}) {
      YearDay other = literal.day;
      const std::chrono::year_month_day day{other.in(2001) + std::chrono::days{by}};
      other.day = day.month() / day.day();
      other.years = static_cast<int>(day.year()) - 2001;
      if (other.years < -1 || other.years > 1) continue;
      replace(id, {print_day(other, Language::italian), print_day(other, Language::english)},
              ast::YearDayLiteral{other});
    }
  }
  void change(ExprId id, const ast::OverYears& sum, const Slot&) {
    for (const int years : {sum.years - 1, sum.years + 1}) {
      if (years < 1) continue;
      ast::OverYears other = sum;
      other.years = years;
      add_(sum.years_span, quoted(std::to_string(sum.years), std::to_string(years)),
           [id, other](ast::Program& p) { p.exprs[id].node = other; });
    }
  }
  void change(ExprId id, const ast::Unary& unary, const Slot& slot) {
    if (unary.op == ast::UnaryOp::logical_not) {
      add_(program_.exprs[id].span, left_out({"'non'", "'not'"}), [slot](ast::Program& p) {
        ExprId& at = slot(p);
        at = std::get<ast::Unary>(p.exprs[at].node).operand;
      });
    }
    below(id);
  }

  void change(ExprId id, const ast::Binary& binary, const Slot& slot) {
    for (const BinaryOp op : instead_of(binary.op)) {
      add_(binary.op_span, quoted(checking::describe(binary.op), checking::describe(op)),
           [id, op](ast::Program& p) { std::get<ast::Binary>(p.exprs[id].node).op = op; });
    }
    if (binary.or_fraction) {
      add_(*binary.or_fraction, left_out({"'o frazione'", "'or fraction'"}),
           [id](ast::Program& p) { std::get<ast::Binary>(p.exprs[id].node).or_fraction.reset(); });
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
    add_(program_.exprs[part].span, left_out({"'" + name.it + "'", "'" + name.en + "'"}),
         [slot, right](ast::Program& p) {
           ExprId& at = slot(p);
           const auto binary = std::get<ast::Binary>(p.exprs[at].node);
           at = right ? binary.left : binary.right;
         });
  }

  void change(ExprId id, const ast::OneAmong& node, const Slot&) {
    items_left_out<ast::OneAmong>(id, node.items);
    below(id);
  }
  // A band less: what was in it is in the next.
  void change(ExprId id, const ast::Bands& node, const Slot&) {
    for (std::size_t i = 0; node.bands.size() > 1 && i < node.bands.size(); ++i) {
      const Text limit = shown(node.bands[i].limit);
      add_(program_.exprs[node.bands[i].limit].span,
           left_out({"'fino a " + limit.it + "'", "'up to " + limit.en + "'"}),
           [id, i](ast::Program& p) {
             auto& all = std::get<ast::Bands>(p.exprs[id].node).bands;
             all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
           });
    }
    below(id);
  }
  void change(ExprId id, const ast::CountAmong& node, const Slot&) {
    for (const BinaryOp op : instead_of(node.op)) {
      add_(node.op_span, quoted(checking::describe(node.op), checking::describe(op)),
           [id, op](ast::Program& p) { std::get<ast::CountAmong>(p.exprs[id].node).op = op; });
    }
    items_left_out<ast::CountAmong>(id, node.items);
    expression(node.number, under(id, 0));
    for (std::size_t i = 0; i < node.items.size(); ++i) condition(node.items[i], under(id, i + 1));
  }
  template <class Node>
  void items_left_out(ExprId id, const std::vector<ExprId>& items) {
    for (std::size_t i = 0; items.size() > 1 && i < items.size(); ++i) {
      const Text name = shown(items[i]);
      add_(program_.exprs[items[i]].span, left_out({"'" + name.it + "'", "'" + name.en + "'"}),
           [id, i](ast::Program& p) {
             auto& all = std::get<Node>(p.exprs[id].node).items;
             all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
           });
    }
  }

  void change(ExprId id, const ast::Call& call, const Slot&) {
    using ast::Function;
    if (call.function == Function::minimum || call.function == Function::maximum) {
      const bool least = call.function == Function::minimum;
      add_(program_.exprs[id].span, quoted(least ? "min" : "max", least ? "max" : "min"),
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
      add_(program_.exprs[id].span, every ? quoted(all, one) : quoted(one, all),
           [id, every](ast::Program& p) {
             std::get<ast::Aggregate>(p.exprs[id].node).kind =
                 every ? Aggregation::exists : Aggregation::for_every;
           });
    }
    if (over.where) {
      const Text name = shown(*over.where);
      add_(program_.exprs[*over.where].span,
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
  const AddChange& add_;
};

}  // namespace

void list_expression(const ast::Program& program, ExprId id, const Slot& slot,
                     const AddChange& add) {
  ExpressionLister(program, add).expression(id, slot);
}

void list_condition(const ast::Program& program, ExprId id, const Slot& slot,
                    const AddChange& add) {
  ExpressionLister(program, add).condition(id, slot);
}

}  // namespace leps::inline mutating
