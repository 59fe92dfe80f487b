#include "check/uses.hpp"

#include "check/walk.hpp"

#include <algorithm>
#include <unordered_set>

namespace leps::inline checking {
namespace {

/// Lists each id once, where it first came.
class Collector {
 public:
  void add(ParameterId id) {
    if (parameters_.insert(id.index).second) rests_.parameters.push_back(id);
  }
  void add(DatumId id) {
    if (data_.insert(id.index).second) rests_.data.push_back(id);
  }
  void add(const Rests& others) {
    for (const ParameterId id : others.parameters) add(id);
    for (const DatumId id : others.data) add(id);
    if (others.circular) circular();
  }
  void circular() { rests_.circular = true; }
  Rests take() { return std::move(rests_); }

 private:
  Rests rests_;
  std::unordered_set<std::uint32_t> parameters_, data_;
};

void collect(const Typed& typed, typed::ExprId expr, const IdMap<ComputedId, Rests>& known,
             Collector& into) {
  for_each_under(typed, expr, [&](const typed::Expr& found) {
    if (const auto* parameter = std::get_if<typed::ParameterRef>(&found.node)) {
      into.add(parameter->parameter);
    } else if (const auto* computed = std::get_if<typed::ComputedRef>(&found.node)) {
      into.add(known[computed->computed]);
    } else if (const auto* over = std::get_if<typed::Aggregate>(&found.node)) {
      into.add(typed.tables[over->table].datum);
    } else if (const auto datum = typed::datum_of(found.node)) {
      into.add(*datum);
      if (const auto amount = typed.data[*datum].if_missing) into.add(known[*amount]);
    }
  });
}

}  // namespace

Uses::Uses(const Context& context) : context_(context) {
  computed_.resize(context.formulas.size());
  amounts_.resize(context.formulas.size());
  for (const ComputedId id : context.formulas.keys()) {
    if (!context.formulas[id]) continue;
    amounts_[id] = amounts_in(*context.formulas[id]);
  }
  IdMap<ComputedId, State> states(context.formulas.size());
  for (const ComputedId id : context.formulas.keys()) visit(id, states);
}

void Uses::visit(ComputedId root, IdMap<ComputedId, State>& states) {
  struct Step {
    ComputedId amount;
    std::size_t next = 0;  // the used amount to look at next
  };
  if (states[root] != State::unseen) return;
  std::vector<Step> path = {{root}};
  states[root] = State::open;
  while (!path.empty()) {
    Step& step = path.back();
    const std::vector<ComputedId>& used = amounts_[step.amount];
    if (step.next < used.size()) {
      const ComputedId next = used[step.next++];
      if (states[next] == State::open) {
        computed_[step.amount].circular = true;
      } else if (states[next] == State::unseen) {
        states[next] = State::open;
        path.push_back({next});
      }
      continue;
    }
    const ComputedId amount = step.amount;
    Collector collector;
    if (computed_[amount].circular) collector.circular();
    if (const auto& formula = context_.formulas[amount]) {
      collect(context_.typed, *formula, computed_, collector);
    }
    computed_[amount] = collector.take();
    states[amount] = State::done;
    path.pop_back();
  }
}

Rests Uses::of(const std::vector<typed::ExprId>& exprs) const {
  Collector collector;
  for (const typed::ExprId expr : exprs) collect(context_.typed, expr, computed_, collector);
  return collector.take();
}

std::vector<ComputedId> Uses::amounts_in(typed::ExprId expr) const {
  std::vector<ComputedId> amounts;
  for_each_under(context_.typed, expr, [&](const typed::Expr& found) {
    if (const auto used = typed::amount_of(context_.typed, found.node)) amounts.push_back(*used);
  });
  return amounts;
}

Span Uses::place_of(const std::vector<typed::ExprId>& exprs, ParameterId parameter) const {
  std::optional<Span> place;
  for (const typed::ExprId expr : exprs) {
    for_each_under(context_.typed, expr, [&](const typed::Expr& found) {
      if (place) return;
      const auto* direct = std::get_if<typed::ParameterRef>(&found.node);
      const auto amount = typed::amount_of(context_.typed, found.node);
      if (direct && direct->parameter == parameter) place = found.span;
      if (!amount) return;
      const std::vector<ParameterId>& through = computed_[*amount].parameters;
      if (std::find(through.begin(), through.end(), parameter) != through.end()) {
        place = found.span;
      }
    });
  }
  return place.value_or(Span{});
}

bool Uses::rests_on(typed::ExprId expr, DatumId datum) const {
  for (const DatumId id : of({expr}).data) {
    if (id == datum) return true;
  }
  return false;
}

}  // namespace leps::inline checking
