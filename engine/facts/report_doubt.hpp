// How a reader says that a warning or a note is about a datum of the Ambito and year that it reads:
// the message goes where all go, and stands beside every result that rests on the datum.
#pragma once

#include "facts/fact_table.hpp"
#include "facts/read_field.hpp"

#include <optional>
#include <vector>

namespace leps::inline reading {

/// Reports a warning or a note about a datum. A bag tells only the first of many of one kind; the
/// table keeps them all.
/// @param datum  of this Ambito and year, or a list, or a field of one; none: the survey date
/// @return the diagnostic, to be given labels and hints, until the next report
Diagnostic& report_doubt(DiagnosticBag& bag, FactTable& facts, std::optional<DatumId> datum,
                         Code code, Span where, const std::vector<Text>& arguments = {});

/// The same while a document is read: about the Ambito and year that are being read.
Diagnostic& report_doubt(const ReadingContext& context, std::optional<DatumId> datum, Code code,
                         Span where, const std::vector<Text>& arguments = {});
}  // namespace leps::inline reading
