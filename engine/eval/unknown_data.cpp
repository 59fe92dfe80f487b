#include "eval/unknown_data.hpp"

#include "check/walk.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace leps::inline evaluating {
namespace {

class UnknownData {
 public:
  explicit UnknownData(Evaluator& evaluator) : evaluator_(evaluator) {}

  DatumSet operator()(typed::ExprId expr) {
    for_each_under(typed(), expr,
                   [&](const typed::Expr& found, Walk& walk) { visit(found, walk); });
    return std::move(found_);
  }

 private:
  void visit(const typed::Expr& expr, Walk& walk) {
    const typed::Node& node = expr.node;
    if (const auto* ref = std::get_if<typed::DatumRef>(&node)) {
      datum(ref->datum, walk);
    } else if (const auto* field = std::get_if<typed::FieldRef>(&node)) {
      if (!all_cells_known(field->field)) found_.add(field->field);
    } else if (const auto* amount = std::get_if<typed::ComputedRef>(&node)) {
      open(amount->computed, walk);
    } else if (const auto* sum = std::get_if<typed::OverYears>(&node)) {
      datum(sum->datum, walk);
      others_of(walk.at());
    } else if (std::holds_alternative<typed::PreviousYear>(node) ||
               std::holds_alternative<typed::GroupTotal>(node)) {
      others_of(walk.at());
    } else if (const auto* over = std::get_if<typed::Aggregate>(&node)) {
      datum(typed().tables[over->table].datum, walk);
    }
  }

  void datum(DatumId id, Walk& walk) {
    const typed::Datum& declared = typed().data[id];
    const Fact& fact = evaluator_.facts().facts[id];
    if (is_known(fact)) return;
    const bool worked_out = declared.if_missing && !is_given(fact, declared);
    if (worked_out) open(*declared.if_missing, walk);
    if (worked_out || evaluator_.rulebook().kin[id].any()) {
      if (is_settled(id)) return;
    }
    found_.add(id);
  }

  // As worked out, or as its parts and its whole leave room for one number only: nothing that
  // nobody knows could still move it.
  bool is_settled(DatumId id) {
    return std::visit([](const auto& value) { return value.rests_on.empty(); },
                      evaluator_.value(id));
  }

  void open(ComputedId amount, Walk& walk) {
    if (opened_.insert(amount).second) walk.into(typed().computed[amount].value);
  }

  // What it asks of other years and of the other members of a group.
  void others_of(typed::ExprId expr) {
    const auto add_theirs = [&](const auto& value) {
      for (const MissingDatum& one : value.rests_on) {
        if (one.years_back > 0 || one.of_group) found_.add(one);
      }
    };
    std::visit(add_theirs, evaluator_.value(expr));
  }

  [[nodiscard]] bool all_cells_known(DatumId field) const {
    const TableId table = *typed().data[field].field_of;
    const std::vector<FactRow>* rows = evaluator_.rows(table);
    if (!rows) return true;  // the table itself is what is missing
    const std::vector<DatumId>& fields = typed().tables[table].fields;
    const auto place =
        static_cast<std::size_t>(std::find(fields.begin(), fields.end(), field) - fields.begin());
    return std::all_of(rows->begin(), rows->end(),
                       [&](const FactRow& row) { return is_known(row.cells[place]); });
  }

  [[nodiscard]] const Typed& typed() const { return evaluator_.rulebook().typed; }

  Evaluator& evaluator_;
  DatumSet found_;
  std::set<ComputedId> opened_;
};

}  // namespace

DatumSet unknown_data(typed::ExprId expr, Evaluator& evaluator) {
  return UnknownData(evaluator)(expr);
}

}  // namespace leps::inline evaluating
