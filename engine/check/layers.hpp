// Layers: how high a pack stands, and how a text of one gives way to that of another for some
// days.
#pragma once

#include "check/context.hpp"
#include "resolve/packs.hpp"

#include <vector>

namespace leps::inline checking {

/// How many packs a pack stands on: 0 for one that stands by itself.
std::size_t layer_of(const Resolved& resolved, PackId pack);

/// Whether `upper` may amend what `lower` declares: it stands on it. Else that is reported.
bool may_amend(Context& context, PackId upper, PackId lower, const ast::Identifier& name);

/// The days of a period that are not in another: none, one stretch or two.
std::vector<Period> without(const Period& period, const Period& other);

}  // namespace leps::inline checking
