// What can be wrong with a tree of values in whatever notation it was written.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <string>

namespace leps::inline trees {

/// Thrown at the first mistake, which is already reported: what follows it could mean anything.
/// (yaml-cpp's parser knows no other way to be stopped.)
struct Refused {};

/// A value, with its escapes undone, that holds a character that cannot be seen: clean text in the
/// file, and paint on the terminal of whoever reads the report. Nothing where there is none.
void report_hidden(std::string value, Span where, DiagnosticBag& bag);

/// A key that stands twice in one group of entries.
void report_doubled(const std::string& key, Span where, Span first, DiagnosticBag& bag);

/// More values than kMaxDataValues.
void report_too_many(Span where, DiagnosticBag& bag);

}  // namespace leps::inline trees
