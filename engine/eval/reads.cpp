#include "eval/reads.hpp"

#include <set>
#include <utility>

namespace leps::inline evaluating {
namespace {

class Reader {
 public:
  Reader(const Typed& typed, const Surroundings* around) : typed_(typed), around_(around) {}

  AllRead operator()(const std::vector<typed::ExprId>& exprs, const FactTable& facts) {
    for (const typed::ExprId expr : exprs) open(expr, facts);
    // Amounts are opened one after another, not one inside another: a chain may be long.
    for (std::size_t i = 0; i < read_.amounts.size(); ++i) {
      const auto [where, amount] = read_.amounts[i];
      open(typed_.computed[amount].value, *where);
    }
    return std::move(read_);
  }

 private:
  // As deep as one expression nests, which the grammar bounds.
  void open(typed::ExprId expr, const FactTable& facts) {
    const typed::Node& node = typed_.exprs[expr].node;
    if (const auto* datum = std::get_if<typed::DatumRef>(&node)) {
      add(datum->datum, facts);
    } else if (const auto* field = std::get_if<typed::FieldRef>(&node)) {
      add(field->field, facts);
    } else if (const auto* amount = std::get_if<typed::ComputedRef>(&node)) {
      add_amount(amount->computed, facts);
    } else if (const auto* parameter = std::get_if<typed::ParameterRef>(&node)) {
      const ReadParameter read{&facts, parameter->parameter};
      if (parameters_.insert(read).second) read_.parameters.push_back(read);
    } else if (const auto* before = std::get_if<typed::PreviousYear>(&node)) {
      add_before(before->datum, facts, before->years);
    } else if (const auto* sum = std::get_if<typed::OverYears>(&node)) {
      add(sum->datum, facts);
      for (int years = 1; years < sum->years; ++years) add_before(sum->datum, facts, years);
    } else if (const auto* total = std::get_if<typed::GroupTotal>(&node)) {
      open(total->amount, facts);
      if (!around_) return;
      for (const FactTable* member : around_->others(facts, total->group).present) {
        open(total->amount, *member);
      }
    } else {
      if (const auto* over = std::get_if<typed::Aggregate>(&node)) {
        add(typed_.tables[over->table].datum, facts);
      }
      for (const typed::ExprId operand : typed::operands(node)) open(operand, facts);
    }
  }

  void add(DatumId datum, const FactTable& facts) {
    if (!seen_.insert({&facts, datum}).second) return;
    read_.data.push_back({&facts, datum});
    const typed::Datum& declared = typed_.data[datum];
    if (!declared.field_of && declared.if_missing && !is_given(facts.facts[datum], declared)) {
      add_amount(*declared.if_missing, facts);
    }
  }

  void add_amount(ComputedId amount, const FactTable& facts) {
    const UsedAmount used{&facts, amount};
    if (opened_.insert(used).second) read_.amounts.push_back(used);
  }

  void add_before(DatumId datum, const FactTable& facts, int years) {
    if (!around_) return;
    for (const FactTable* earlier : around_->before(facts, years)) add(datum, *earlier);
  }

  const Typed& typed_;
  const Surroundings* around_;
  AllRead read_;
  std::set<Read> seen_;
  std::set<UsedAmount> opened_;
  std::set<ReadParameter> parameters_;
};

}  // namespace

AllRead all_read(const std::vector<typed::ExprId>& exprs, const Typed& typed,
                 const FactTable& facts, const Surroundings* around) {
  return Reader(typed, around)(exprs, facts);
}

std::vector<Read> reads_of(const std::vector<typed::ExprId>& exprs, const Typed& typed,
                           const FactTable& facts, const Surroundings* around) {
  return Reader(typed, around)(exprs, facts).data;
}

}  // namespace leps::inline evaluating
