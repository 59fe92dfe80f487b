#include "schedule/schedule.hpp"

#include "schedule/cycle.hpp"
#include "schedule/kin.hpp"

#include <algorithm>
#include <iterator>

namespace leps::inline scheduling {
namespace {

using namespace scheduling;

/// What a circle is made of, in the words of its message.
struct Members {
  Code code;
  Text needs;  // «usa»
};

// A circle of thousands of steps is shown by its first ones; the last closes it.
constexpr std::size_t kMostSteps = 20;

template <class Table>
void report(const Circle& circle, const Table& table, const Members& members, DiagnosticBag& bag) {
  const auto name = [&](std::size_t vertex) { return table[table.key_at(vertex)].name; };
  const std::size_t shown = std::min(circle.size(), kMostSteps);
  std::string path = name(circle.front().from);
  for (std::size_t i = 0; i < shown; ++i) path += " → " + name(circle[i].to);
  if (shown < circle.size()) path += " → … → " + name(circle.front().from);

  Diagnostic& found = bag.report(members.code, circle.front().where, {path});
  for (std::size_t i = 0; i < shown; ++i) {
    const std::string from = "'" + name(circle[i].from) + "' ",
                      to = " '" + name(circle[i].to) + "'";
    found.label(circle[i].where, Text("qui " + from + members.needs.it + to,
                                      "here " + from + members.needs.en + to));
  }
  found.hint(Text("togli uno di questi passi", "take away one of these steps"));
}

template <class Table>
void report_circles(const Dependencies& graph, const Order& order, const Table& table,
                    const Members& members, DiagnosticBag& bag) {
  for (const Circle& circle : find_circles(graph, order)) report(circle, table, members, bag);
}

// All that each rule comes after: what it names, and what those come after.
IdMap<RuleId, std::vector<RuleId>> close(const Dependencies& graph, const Order& order) {
  IdMap<RuleId, std::vector<RuleId>> all(boost::num_vertices(graph));
  for (const std::size_t vertex : order.vertices) {
    std::vector<RuleId> before;
    for (const auto edge : boost::make_iterator_range(boost::out_edges(vertex, graph))) {
      const RuleId needed = all.key_at(boost::target(edge, graph));
      std::vector<RuleId> both;
      std::set_union(before.begin(), before.end(), all[needed].begin(), all[needed].end(),
                     std::back_inserter(both));
      const auto place = std::lower_bound(both.begin(), both.end(), needed);
      if (place == both.end() || *place != needed) both.insert(place, needed);
      before.swap(both);
    }
    all[all.key_at(vertex)] = std::move(before);
  }
  return all;
}

}  // namespace

std::optional<Rulebook> schedule(Typed typed, DiagnosticBag& bag) {
  const Dependencies amounts = uses_of_amounts(typed), rules = rules_after_rules(typed);
  const Order amount_order = order_of(amounts), rule_order = order_of(rules);

  DiagnosticBag circles;
  report_circles(amounts, amount_order, typed.computed,
                 {Code::schedule_circle_amounts, Text("usa", "uses")}, circles);
  report_circles(rules, rule_order, typed.rules,
                 {Code::schedule_circle_rules, Text("viene dopo", "comes after")}, circles);
  const bool circular = circles.has_errors();
  bag.append(std::move(circles));
  if (circular) return std::nullopt;

  Rulebook rulebook;
  rulebook.kin = kin_of(typed);
  const Order in_turn = order_of(uses_with_kin(typed, amounts, rulebook.kin));
  for (const std::size_t vertex : in_turn.vertices) {
    rulebook.computed_order.push_back(typed.computed.key_at(vertex));
  }
  rulebook.prerequisites = close(rules, rule_order);
  rulebook.typed = std::move(typed);
  return rulebook;
}

}  // namespace leps::inline scheduling
