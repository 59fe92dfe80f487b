// The rows of a table that one `somma`, `conta`, `per ogni` … goes over, and what each brings to
// it: the derivation down to the cell.
#pragma once

#include "assess/report.hpp"
#include "explain/statement.hpp"

#include <string>
#include <vector>

namespace leps::inline explaining {

struct UsedRow {
  std::string key, place;
  std::string brings;  // `≈ 0,2521 FTE = 1 FTE * …`, `10 ore almeno 16 ore`, `no`
  Statement::State state = Statement::State::holds;
};

struct UsedRows {
  std::string formula;        // the aggregate, as the pack writes it
  std::string table;          // the title of its table
  std::string value;          // what it comes to
  bool known = true;          // false where the table is missing
  bool conditions = false;    // the rows hold or fail; else they bring an amount
  std::size_t total = 0;      // rows in the table
  std::size_t counted = 0;    // those that could count
  std::vector<UsedRow> rows;  // at most kMostNames: those that fail first, then those not known
};

/// `3 righe su 25, di «Operatori»: somma(…) = 2,5 FTE`; the sentence above the list.
std::string rows_sentence(const UsedRows& rows, Language language);
/// How many rows are not in the list: `e altre 5 righe`; empty where all are.
std::string more_rows(const UsedRows& rows, Language language);

/// Of every aggregate in an expression that is not within another.
std::vector<UsedRows> use_rows(typed::ExprId expr, const Report& report, Evaluator& evaluator,
                               Language language);

}  // namespace leps::inline explaining
