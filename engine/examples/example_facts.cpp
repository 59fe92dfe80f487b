#include "examples/example_facts.hpp"

#include <algorithm>
#include <memory>
#include <string>

namespace leps::inline examples {
namespace {

// What the Ambiti of the examples are called, so that none is taken for a neighbour of another's.
std::string key_of(const typed::Example& example, const Typed& typed) {
  const typed::Example* first = &*typed.examples.begin();
  return "esempio_" + std::to_string(&example - first + 1);
}

void give(Fact& fact, const typed::Given& given, const Typed& typed);

Rows rows_of(const typed::GivenRows& given, TableId id, const Typed& typed) {
  const typed::Table& table = typed.tables[id];
  auto rows = std::make_shared<std::vector<FactRow>>();
  for (const typed::GivenRow& written : given) {
    FactRow row;
    row.span = written.span;
    for (const DatumId field : table.fields) row.cells.push_back(missing_fact(typed.data[field]));
    std::string key;
    for (const typed::Given& cell : written.cells) {
      const auto place =
          std::find(table.fields.begin(), table.fields.end(), cell.datum) - table.fields.begin();
      give(row.cells[static_cast<std::size_t>(place)], cell, typed);
      const bool names = table.key && static_cast<std::size_t>(place) == *table.key && cell.value;
      if (!names) continue;
      if (const auto* text = std::get_if<std::string>(&*cell.value)) key = *text;
      if (const auto* number = std::get_if<Interval>(&*cell.value))
        key = to_string(number->lo.value());
    }
    for (int i = 0; i < written.times; ++i) {
      row.key = key.empty() ? "riga " + std::to_string(rows->size() + 1) : key;
      rows->push_back(row);
    }
  }
  return rows;
}

void give(Fact& fact, const typed::Given& given, const Typed& typed) {
  fact.cell = given.span;
  if (!given.value) return;
  if (const auto* rows = std::get_if<typed::GivenRows>(&*given.value)) {
    fact.value = rows_of(*rows, std::get<RowsOf>(typed.data[given.datum].type).table, typed);
    return;
  }
  std::visit(
      [&](const auto& value) {
        if constexpr (!std::is_same_v<decltype(value), const typed::GivenRows&>) fact.value = value;
      },
      *given.value);
}

FactTable table_of(const std::string& ambito, Day survey_date,
                   const std::vector<typed::Given>& givens, const typed::Example& example,
                   const Typed& typed) {
  FactTable facts;
  facts.ambito = ambito;
  facts.name = example.title;
  facts.year = year_of(survey_date);
  facts.survey_date = survey_date;
  facts.span = example.span;
  for (const typed::Datum& datum : typed.data) facts.facts.add(missing_fact(datum));
  for (const typed::Given& given : givens) give(facts.facts[given.datum], given, typed);
  return facts;
}

}  // namespace

DataSet facts_of(const typed::Example& example, const Rulebook& rulebook) {
  const Typed& typed = rulebook.typed;
  const std::string own = key_of(example, typed);
  DataSet data = {table_of(own, example.survey_date, example.givens, example, typed)};
  for (const typed::OtherFacts& other : example.others) {
    if (other.year) {
      data.push_back(table_of(own, other.survey_date, other.givens, example, typed));
      continue;
    }
    if (!other.group) continue;
    data.push_back(table_of(own + "_" + std::to_string(data.size()), other.survey_date,
                            other.givens, example, typed));
    data.back().groups[*other.group].name = own;
    data.front().groups[*other.group].name = own;
  }
  return data;
}

}  // namespace leps::inline examples
