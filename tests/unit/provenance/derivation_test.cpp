#include "provenance/derivation.hpp"

#include <doctest/doctest.h>

using namespace leps;

namespace {

/// Data `a` and `b`, a parameter `p`, and amounts as each test writes them.
struct Rules {
  Typed typed;
  DatumId a, b;
  ParameterId p;

  Rules() {
    a = typed.data.add({});
    b = typed.data.add({});
    p = typed.parameters.add({});
  }
  typed::ExprId expr(typed::Node node) { return typed.exprs.add({std::move(node), {}, {}}); }
  typed::ExprId add(typed::ExprId left, typed::ExprId right) {
    return expr(typed::Arithmetic{typed::ArithmeticOp::add, left, right});
  }
  typed::ExprId use(ComputedId amount) { return expr(typed::ComputedRef{amount}); }
  ComputedId amount(typed::ExprId value) {
    typed::Computed computed;
    computed.value = value;
    return typed.computed.add(std::move(computed));
  }
};

}  // namespace

TEST_CASE("a derivation: an operation over its leaves, down to data and parameters") {
  Rules rules;
  const typed::ExprId a = rules.expr(typed::DatumRef{rules.a});
  const typed::ExprId p = rules.expr(typed::ParameterRef{rules.p});
  const typed::ExprId sum = rules.add(a, p);
  const Derivation found = derive(rules.typed, {sum});

  REQUIRE(found.roots.size() == 1);
  const Derivation::Node& root = found.nodes[found.roots[0]];
  CHECK(root.expr == sum);
  CHECK(std::holds_alternative<std::monostate>(root.subject));
  REQUIRE(root.from.size() == 2);
  CHECK(std::get<DatumId>(found.nodes[root.from[0]].subject) == rules.a);
  CHECK(std::get<ParameterId>(found.nodes[root.from[1]].subject) == rules.p);
  CHECK(found.data == std::vector{rules.a});
  CHECK(found.parameters == std::vector{rules.p});
  CHECK(found.amounts.empty());
}

TEST_CASE("a derivation: what is used twice is named once, in the order of reading") {
  Rules rules;
  const ComputedId inner = rules.amount(rules.expr(typed::DatumRef{rules.b}));
  const typed::ExprId formula = rules.add(rules.use(inner), rules.expr(typed::DatumRef{rules.a}));
  const ComputedId outer = rules.amount(formula);
  const Derivation found = derive(rules.typed, {rules.use(outer), rules.use(inner)});

  CHECK(found.amounts == std::vector{outer, inner});
  CHECK(found.data == std::vector{rules.a, rules.b});
  REQUIRE(found.roots.size() == 2);
  const Derivation::Node& opened = found.nodes[found.roots[0]];
  CHECK(std::get<ComputedId>(opened.subject) == outer);
  REQUIRE(opened.from.size() == 1);
  CHECK(found.nodes[opened.from[0]].from.at(0) == found.roots[1]);  // shared, not copied
}

TEST_CASE("a derivation: a long chain of amounts, each used twice, neither doubles nor nests") {
  Rules rules;
  constexpr std::size_t kLength = 100'000;
  ComputedId last = rules.amount(rules.expr(typed::DatumRef{rules.a}));
  for (std::size_t i = 1; i < kLength; ++i) {
    last = rules.amount(rules.add(rules.use(last), rules.use(last)));
  }
  const Derivation found = derive(rules.typed, {rules.use(last)});
  CHECK(found.amounts.size() == kLength);
  CHECK(found.data == std::vector{rules.a});
  CHECK(found.nodes.size() < 3 * kLength);
}
