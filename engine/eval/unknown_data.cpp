#include "eval/unknown_data.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace leps::inline evaluating {
namespace {

class UnknownData {
 public:
  explicit UnknownData(Evaluator& evaluator) : evaluator_(evaluator) {}

  // Amounts are opened one after another, not one inside another: a chain may be long.
  DatumSet operator()(typed::ExprId expr) {
    visit(expr);
    for (std::size_t i = 0; i < amounts_.size(); ++i) visit(typed().computed[amounts_[i]].value);
    return std::move(found_);
  }

 private:
  // As deep as one expression nests, which the grammar bounds.
  void visit(typed::ExprId expr) {
    const typed::Node& node = typed().exprs[expr].node;
    if (const auto* ref = std::get_if<typed::DatumRef>(&node)) {
      datum(ref->datum);
    } else if (const auto* field = std::get_if<typed::FieldRef>(&node)) {
      if (!all_cells_known(field->field)) found_.add(field->field);
    } else if (const auto* amount = std::get_if<typed::ComputedRef>(&node)) {
      open(amount->computed);
    } else if (const auto* sum = std::get_if<typed::YearsSum>(&node)) {
      datum(sum->datum);
      others_of(expr);
    } else if (std::holds_alternative<typed::PreviousYear>(node)) {
      others_of(expr);
    } else {
      if (std::holds_alternative<typed::GroupTotal>(node)) others_of(expr);
      if (const auto* over = std::get_if<typed::Aggregate>(&node)) {
        datum(typed().tables[over->table].datum);
      }
      for (const typed::ExprId operand : typed::operands(node)) visit(operand);
    }
  }

  void datum(DatumId id) {
    const typed::Datum& declared = typed().data[id];
    const Fact& fact = evaluator_.facts().facts[id];
    if (is_known(fact)) return;
    const bool worked_out = declared.if_missing && !is_given(fact, declared);
    if (worked_out) open(*declared.if_missing);
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

  void open(ComputedId amount) {
    if (opened_.insert(amount).second) amounts_.push_back(amount);
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
  std::vector<ComputedId> amounts_;
  std::set<ComputedId> opened_;
};

}  // namespace

DatumSet unknown_data(typed::ExprId expr, Evaluator& evaluator) {
  return UnknownData(evaluator)(expr);
}

}  // namespace leps::inline evaluating
