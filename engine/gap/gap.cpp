#include "gap/gap.hpp"

namespace leps::inline gaps {
namespace {

std::optional<Interval> either(const std::optional<Interval>& a, const std::optional<Interval>& b,
                               bool in_one_unit) {
  return a && b && in_one_unit ? std::optional(hull(*a, *b)) : std::nullopt;
}

FailingRows either(FailingRows a, const FailingRows& b) {
  if (a.failing != b.failing) a.failing.clear();
  if (a.open != b.open) a.open.clear();
  return a;
}

using Kind = decltype(Gap::kind);

/// What two of one kind have in common; nothing where they have not even that.
struct InCommon {
  const Kind& other;

  std::optional<Kind> operator()(const Gap::Distance& a) const {
    const auto* b = std::get_if<Gap::Distance>(&other);
    if (!b || total(a) != total(*b)) return std::nullopt;
    Gap::Distance one;
    if (a.rows && b->rows) one.rows = either(*a.rows, *b->rows);
    return one;
  }
  std::optional<Kind> operator()(const Gap::Activation& a) const {
    const auto* b = std::get_if<Gap::Activation>(&other);
    if (!b || a.total != b->total) return std::nullopt;
    return a.failing == b->failing ? a : Gap::Activation{{}, a.total};
  }
  std::optional<Kind> operator()(const Gap::Rows& a) const {
    const auto* b = std::get_if<Gap::Rows>(&other);
    if (!b || a.rows.total != b->rows.total) return std::nullopt;
    return Gap::Rows{either(a.rows, b->rows)};
  }
  std::optional<Kind> operator()(const Gap::Parts&) const { return std::nullopt; }
  std::optional<Kind> operator()(const Gap::Alternatives&) const { return std::nullopt; }

  static std::size_t total(const Gap::Distance& of) { return of.rows ? of.rows->total : 0; }
};

std::optional<Kind> in_common(const Gap& a, const Gap& b) {
  if (a.unit != b.unit || !a.in_one_unit() || !b.in_one_unit()) return std::nullopt;
  return std::visit(InCommon{b.kind}, a.kind);
}

}  // namespace

bool operator==(const Gap::Parts& a, const Gap::Parts& b) { return a.all == b.all; }
bool operator==(const Gap::Alternatives& a, const Gap::Alternatives& b) {
  return a.all == b.all && a.candidates == b.candidates && a.chosen == b.chosen;
}

const Gap& standing_for(const Gap& gap) {
  const Gap* at = &gap;
  for (const auto* of = at->as<Gap::Alternatives>(); of && of->chosen;
       of = at->as<Gap::Alternatives>()) {
    at = &of->all[*of->chosen];
  }
  return *at;
}

const Gap* certainly(const Gap& gap) {
  const Gap* at = &gap;
  while (const auto* of = at->as<Gap::Alternatives>()) {
    if (of->candidates.size() != 1) return nullptr;
    at = &of->all[of->candidates.front()];
  }
  return at;
}

const FailingRows& failing_rows(const Gap& gap) {
  static const FailingRows kNone;
  const Gap* own = certainly(gap);
  if (!own) return kNone;
  if (const auto* every = own->as<Gap::Rows>()) return every->rows;
  const auto* distance = own->as<Gap::Distance>();
  return distance && distance->rows ? *distance->rows : kNone;
}

const Gap::Activation* activation(const Gap& gap) {
  const Gap* own = certainly(gap);
  return own ? own->as<Gap::Activation>() : nullptr;
}

std::size_t total_of(const Gap& gap) {
  if (const Gap::Activation* of = activation(gap)) return of->total;
  return failing_rows(gap).total;
}

Gap either(Gap a, const Gap& b) {
  Gap one;
  if (auto kind = in_common(a, b)) {
    one.kind = *std::move(kind);
    one.amount = hull(a.amount, b.amount);
    one.unit = a.unit;
    if (a.lever == b.lever) {
      one.lever = a.lever;
      one.way = either(a.way, b.way);
    }
    if (a.shortfall && b.shortfall && a.shortfall->unit == b.shortfall->unit) {
      one.shortfall = {hull(a.shortfall->range, b.shortfall->range), a.shortfall->unit};
    }
  } else {
    one.kind = Gap::Activation{{}, 1};  // one thing to be made true, by one road or the other
    one.amount = Interval::everything();
  }
  one.strict = a.strict || b.strict;
  one.relative = hull(a.relative, b.relative);
  // What is met costs nothing, in whatever unit.
  const auto is_free = [](const Gap& gap) { return gap.gross_cost == Interval::point(0); };
  const bool in_one_unit = a.cost_unit == b.cost_unit || is_free(a) || is_free(b);
  one.cost = either(a.cost, b.cost, in_one_unit);
  one.gross_cost = either(a.gross_cost, b.gross_cost, in_one_unit);
  one.cost_unit = is_free(a) ? b.cost_unit : a.cost_unit;
  one.unpriced = a.unpriced && b.unpriced;
  one.rests_on.amount = merge(std::move(a.rests_on.amount), b.rests_on.amount);
  one.rests_on.price = merge(std::move(a.rests_on.price), b.rests_on.price);
  return one;
}

}  // namespace leps::inline gaps
