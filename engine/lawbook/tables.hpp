// Tables of parameters, data and examples.
#pragma once

#include "lawbook/page.hpp"

#include <vector>

namespace leps::lawbook {

/// Every value of the parameters in time, with days, confidence, sources and notes.
void add_values(Node parent, const Book& book, const std::vector<ParameterId>& parameters,
                bool anchored);
/// What the data are, who holds them.
void add_data_table(Node parent, const Book& book, const std::vector<DatumId>& data, bool anchored);
/// An example as two tables: what it gives, what it expects.
void add_example(Node parent, const Book& book, ExampleId id, int depth, bool anchored);

}  // namespace leps::lawbook
