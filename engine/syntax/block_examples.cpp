// The block that tests the others: an example with its year, its data and what is expected.
#include "syntax/blocks.hpp"
#include "syntax/grammar.hpp"
#include "syntax/mistakes.hpp"
#include "syntax/vocabulary.hpp"

namespace leps::syntax {

void BlockReader::example_block(Block& block) {
  ast::ExampleDecl example;
  const bool titled = head(block, [&] { return read_example(reader_, example); });
  block.name = example.title.text;
  block.listing = true;
  reader_.in_example(true);

  bool expecting = false;
  while (const auto which = next_clause(block)) {
    if (!which->keyword) {
      if (expecting) {
        expected_entry(block, example);
      } else {
        given_entry(block, example);
      }
      continue;
    }
    const bool first = first_time(block, *which);
    if (*which->keyword == Keyword::expect) {
      expecting = true;
      block.end = reader_.at();
      reader_.begin_clause();
      continue;
    }
    ast::ExampleDecl read;
    if (clause(block, [&] { return read_year(reader_, read); }) && first) {
      example.year = read.year;
      example.year_span = read.year_span;
    }
  }
  reader_.in_example(false);

  missing(
      block, Keyword::year,
      format({"scrivi di che anno sono i dati: {0} 2025", "write the year of the data: {0} 2025"},
             {in_file(Keyword::year)}));
  missing(block, Keyword::expect,
          {"scrivi i verdetti attesi, uno per regola", "write the expected verdicts, one a rule"});
  if (block.seen.contains(Keyword::expect) && example.expectations.empty()) {
    missing(block, kEntryName,
            format({"dopo '{0}' scrivi almeno una regola e il suo verdetto",
                    "write at least one rule and its verdict behind '{0}'"},
                   {in_file(Keyword::expect)}));
  }
  const bool whole = titled && example.year != 0 && !example.expectations.empty();
  keep(block, std::move(example), whole);
}

void BlockReader::given_entry(Block& block, ast::ExampleDecl& example) {
  ast::Given given;
  if (!clause(block, [&] { return read_given(reader_, given); })) {
    block.damaged = true;
    return;
  }
  example.givens.push_back(std::move(given));

  Place at = reader_.after_blanks(reader_.at());
  const bool another = reader_.begins_entry(at);
  if (reader_.sign(at, ';', kSemicolon)) {
    reader_.go_to(at);
    const Place next = reader_.after_blanks(at);
    if (next == reader_.end() || reader_.keyword_at(next)) {
      reader_.begin_clause();
      reader_.needs(next, {std::nullopt, &kDatumName});
      if (Diagnostic* diagnostic = report_failure(reader_)) {
        diagnostic->hint(
            {"dopo l'ultimo dato non serve ';'", "no ';' is needed after the last datum"});
      }
      reader_.begin_clause();
    }
  } else if (another) {  // only the separator is missing: the next entry can be read
    report_failure(reader_);
    reader_.begin_clause();
  }
}

void BlockReader::expected_entry(Block& block, ast::ExampleDecl& example) {
  ast::Expected expected;
  if (clause(block, [&] { return read_expected(reader_, expected); })) {
    example.expectations.push_back(std::move(expected));
  } else {
    block.damaged = true;
  }
}

}  // namespace leps::syntax
