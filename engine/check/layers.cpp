#include "check/layers.hpp"

#include <algorithm>

namespace leps::inline checking {

std::size_t layer_of(const Resolved& resolved, PackId pack) {
  std::size_t layer = 0;
  for (auto at = resolved.packs[pack].extends; at; at = resolved.packs[*at].extends) ++layer;
  return layer;
}

bool may_amend(Context& context, PackId upper, PackId lower, const ast::Identifier& name) {
  if (stands_on(context.resolved, upper, lower)) return true;
  if (!context.not_extended.insert({upper, lower}).second) return false;  // it has its message
  const Resolved::Pack& base = context.resolved.packs[lower];
  context.bag
      .report(Code::layer_not_extended, name.span,
              {context.resolved.packs[upper].name, name.text, base.name})
      .hint(upper == lower ? Text("nel suo stesso pacchetto si cambia dove è dichiarato",
                                  "in its own package it is changed where it is declared")
                           : Text("scrivi in testa al file: estende " + base.name + " versione \"" +
                                      base.version + "\"",
                                  "write at the top of the file: extends " + base.name +
                                      " version \"" + base.version + "\""));
  return false;
}

std::vector<Period> without(const Period& period, const Period& other) {
  if (!period.overlaps(other)) return {period};
  std::vector<Period> left;
  constexpr std::chrono::days kOne{1};
  if (period.from < other.from) left.push_back({period.from, other.from - kOne});
  if (other.to && (!period.to || *other.to < *period.to)) {
    left.push_back({*other.to + kOne, period.to});
  }
  return left;
}

}  // namespace leps::inline checking
