// What expressions rest on, wherever it stands: data, amounts and parameters of this Ambito and
// year, of years before, of the other members of a group.
#pragma once

#include "eval/surroundings.hpp"
#include "facts/fact_table.hpp"

#include <compare>
#include <vector>

namespace leps::inline evaluating {

/// A datum of one Ambito and year; a table of rows, or a field of one, too.
struct Read {
  const FactTable* facts = nullptr;
  DatumId datum;
  auto operator<=>(const Read&) const = default;
};

/// A formula that is worked out for one Ambito and year, a parameter whose value is of its day.
struct UsedAmount {
  const FactTable* facts = nullptr;
  ComputedId amount;
  auto operator<=>(const UsedAmount&) const = default;
};
struct ReadParameter {
  const FactTable* facts = nullptr;
  ParameterId parameter;
  auto operator<=>(const ReadParameter&) const = default;
};

struct AllRead {
  std::vector<Read> data;
  std::vector<UsedAmount> amounts;
  std::vector<ReadParameter> parameters;
};

/// All that expressions rest on, each once, in the order in which a reader meets it: amounts
/// are opened, and so is a datum that nobody gave and that the packs work out (`se manca`). An
/// aggregate reads the table that it goes over, and the fields that it names.
/// @param around  none: the Ambito is alone, and of no other year anything is known
AllRead all_read(const std::vector<typed::ExprId>& exprs, const Typed& typed,
                 const FactTable& facts, const Surroundings* around);
/// Its data.
std::vector<Read> reads_of(const std::vector<typed::ExprId>& exprs, const Typed& typed,
                           const FactTable& facts, const Surroundings* around);

}  // namespace leps::inline evaluating
