// The packs that the files belong to, and which of them stands on which (`estende`).
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "resolve/resolved.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace leps::inline resolving {

using PackIds = std::map<std::string, PackId, std::less<>>;

/// Gives each pack its id, its version and the pack that it extends; reports versions that differ,
/// packs that were not read, and circles, which it opens.
PackIds declare_packs(const std::vector<const ast::File*>& files, Resolved& resolved,
                      DiagnosticBag& bag);

/// Through one `estende` or more.
bool stands_on(const Resolved& resolved, PackId upper, PackId lower);

}  // namespace leps::inline resolving
