// The names that the packs declare: gives each declaration its id and its row, and finds those
// declared twice. What the names are used for is resolve.cpp's.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "resolve/resolved.hpp"

#include <string_view>

namespace leps::inline resolving {

/// The kinds of things that have a name.
enum class NameKind {
  source,
  unit,
  category,
  datum,
  parameter,
  computed,
  word,
  rule,
  requirement,
  ordering,
  table,
  field,
  group,
  check
};

/// With its article, as a message says it: «una fonte», “a source”.
Text one(NameKind kind);

/// Every declaration of every file with an id; nothing that a name refers to is looked up yet.
Resolved declare(const ast::Program& program, DiagnosticBag& bag);

/// What else a name is, when it is not of the kind that is needed.
struct OtherMeaning {
  NameKind kind;
  std::optional<Span> where;  // its declaration; none for a word of a list
};
std::optional<OtherMeaning> any_meaning(const Resolved& resolved, std::string_view name);

NameKind kind_of(const Resolved& resolved, const Referent& referent);

}  // namespace leps::inline resolving
