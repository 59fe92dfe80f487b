// What ISTAT publishes of services by Ambito, in its own layout: one value a row, series and areas
// as codes. Two small tables beside it say which series is which datum, and which area which
// Ambito.
//
//   istat.mappa.csv    DATA_TYPE,CATEG_OF_BENEFICIARIES,CATEGORY_OF_SERVICE,dato
//   ambiti.mappa.csv   REF_AREA,ambito
//
// Which columns the table of data has: tables/istat_columns.hpp.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "facts/vocabulary.hpp"
#include "sheets/grid.hpp"
#include "source/source_map.hpp"
#include "tables/table_documents.hpp"

#include <vector>

namespace leps::inline tables {

struct IstatTables {
  std::vector<const sheets::Grid*> data, series, ambiti;
  std::vector<SourceId> texts;  // more data, not read yet
};

/// Adds every row whose series and area the two tables name, with ISTAT and the series as its
/// source; counts and says what the others are. Tables of names without data of ISTAT are left
/// alone. Of a text no other row is kept while it is read, so that it may be as long as all of
/// Italy.
void read_istat(const Vocabulary& names, const SourceMap& sources, const IstatTables& tables,
                DocumentBuilder& documents, DiagnosticBag& bag);

}  // namespace leps::inline tables
