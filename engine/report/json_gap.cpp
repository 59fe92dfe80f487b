#include "report/json_gap.hpp"

#include "report/json_parts.hpp"
#include "words/failing_names.hpp"

#include <span>

namespace leps::inline reports {
namespace {

struct KindOf {
  std::string_view operator()(const Gap::Distance&) const { return "distance"; }
  std::string_view operator()(const Gap::Activation&) const { return "activation"; }
  std::string_view operator()(const Gap::Parts&) const { return "parts"; }
  std::string_view operator()(const Gap::Alternatives&) const { return "alternatives"; }
  std::string_view operator()(const Gap::Rows&) const { return "rows"; }
};

class GapWriter : JsonParts {
 public:
  using JsonParts::JsonParts;

  void gap(const Gap& gap, int year) {
    json_.object([&] {
      range(gap.amount);
      unit(gap.unit);
      optional_name("lever", gap.lever, typed_.data);
      json_.field("strict", gap.strict);
      texts("failing", failing_names(gap, typed_, Language::italian));
      const auto* parts = gap.as<Gap::Parts>();
      const auto* alternatives = gap.as<Gap::Alternatives>();
      gaps("parts", parts ? std::span(parts->all) : std::span<const Gap>(), year);
      gaps("alternatives", alternatives ? std::span(alternatives->all) : std::span<const Gap>(),
           year);
      const auto& shortfall = gap.shortfall;
      interval("shortfall", shortfall ? std::optional(shortfall->range) : std::nullopt,
               shortfall ? &shortfall->unit : nullptr);

      json_.field("kind", std::visit(KindOf(), gap.kind));
      decrease(gap.way);
      json_.field("unreachable", gap.unreachable());
      texts("open", failing_rows(gap).open);
      const std::size_t total = total_of(gap);
      json_.key("total");
      total == 0 ? json_.value(nullptr) : json_.value(total);
      json_.key("chosen");
      const bool chosen = alternatives && alternatives->chosen;
      chosen ? json_.value(*alternatives->chosen) : json_.value(nullptr);
      interval("relative_gap", gap.relative);
      interval("cost", gap.cost, &gap.cost_unit);
      interval("gross_cost", gap.gross_cost, &gap.cost_unit);
      names("rests_on", gap.rests_on.amount, year);
    });
  }

  void gaps(std::string_view name, std::span<const Gap> all, int year) {
    json_.array(name, all, [&](const Gap& each) { gap(each, year); });
  }
};

}  // namespace

void write_gap(JsonWriter& json, const Typed& typed, const Gap& gap, int year) {
  GapWriter(typed, json).gap(gap, year);
}

}  // namespace leps::inline reports
