// The columns of ISTAT's tables of services by Ambito. Its site gives the same table by several
// doors: with labels in Italian or English, with codes alone, with columns more.
//
// Source of the layout: IstatData, dataflow IT1,47_940_DF_DCIS_SPESESERSOC1_5,1.0.
#pragma once

#include "sheets/grid.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace leps::inline tables {

/// Which column is which, from 1; those of labels may be absent (0).
struct IstatColumns {
  std::uint32_t area = 0, indicator = 0, users = 0, service = 0, year = 0, value = 0;
  std::uint32_t area_label = 0, indicator_label = 0, users_label = 0, service_label = 0;
  std::vector<std::string> others;  // the names of columns that say nothing we need
};

/// Nothing where a header is not that of such a table.
std::optional<IstatColumns> istat_columns(const sheets::Row& header);
inline std::optional<IstatColumns> istat_columns(const sheets::Grid& grid) {
  return istat_columns(grid.rows.front());
}

inline bool is_istat(const sheets::Grid& grid) { return istat_columns(grid).has_value(); }

}  // namespace leps::inline tables
