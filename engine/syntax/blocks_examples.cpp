// The block that tests the others: an example with its year, its data and what is expected.
#include "syntax/blocks.hpp"
#include "syntax/grammar.hpp"
#include "syntax/mistakes.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>

namespace leps::inline syntax {

void BlockReader::example_block(Block& block) {
  ast::ExampleDecl example;
  const bool titled = head(block, [&] { return read_example(reader_, example); });
  block.name = example.title.text;
  block.listing = true;
  reader_.in_example(true);

  bool expecting = false;
  while (const auto which = next_clause(block)) {
    if (!which->keyword) {
      if (!expecting && reader_.begins_outcome(which->begin)) {
        outcome_too_early(block, which->begin);
        expecting = true;
      }
      if (expecting) {
        expected_entry(block, example);
      } else {
        given_entry(block, example.others.empty() ? example.givens : example.others.back().givens);
        if (!example.others.empty()) {
          ast::OtherFacts& other = example.others.back();
          other.span.end = reader_.span(block.end, block.end).end;
        }
      }
      continue;
    }
    const bool other =
        *which->keyword == Keyword::other_year || *which->keyword == Keyword::other_member;
    const bool survey = *which->keyword == Keyword::survey_date;
    if (expecting && (other || survey)) {
      misplaced(*which, format({"sta prima di '{0}'", "it stands before '{0}'"},
                               {in_file(Keyword::expect)}));
      expecting = survey;  // data follow an `altro`
    }
    if (other) {
      other_facts(block, *which, example);
      continue;
    }
    if (survey) {
      survey_clause(block, *which, example);
      continue;
    }
    const bool first = first_time(block, *which);
    if (*which->keyword == Keyword::expect) {
      expecting = true;
      block.end = reader_.at();
      reader_.begin_clause();
      continue;
    }
    YearText read;
    if (clause(block, [&] { return read_year(reader_, read); }) && first) {
      example.year = read.year;
      example.year_span = read.span;
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
  const bool others_read =
      std::all_of(example.others.begin(), example.others.end(), [](const ast::OtherFacts& other) {
        return other.year.has_value() || other.group.has_value();
      });
  const bool whole = titled && example.year != 0 && others_read && !example.expectations.empty();
  keep(block, std::move(example), whole);
}

// The verdicts that follow are read as what they are.
void BlockReader::outcome_too_early(Block& block, Place at) {
  const Span where = reader_.span(at, reader_.word_end_at(at));
  Diagnostic& found =
      reader_.report(Code::syntax_missing, where,
                     {std::string(in_file(block.keyword)) + " \"" + block.name + '"',
                      syntax::quoted(in_file(Keyword::expect))});
  found.hint(format({"prima dei verdetti scrivi '{0}'", "write '{0}' before the verdicts"},
                    {in_file(Keyword::expect)}));
  // Where something could not be read before them, it may be the word that is missing.
  reader_.mend(found, at, at, std::string(in_file(Keyword::expect)) + ' ',
               block.damaged ? Readings::several : Readings::one);
  block.seen.emplace(Keyword::expect, where);
}

void BlockReader::other_facts(Block& block, const Clause& which, ast::ExampleDecl& example) {
  ast::OtherFacts other;
  if (*which.keyword == Keyword::other_year) {
    YearText read;
    if (clause(block, [&] { return read_year(reader_, read); })) other.year = read.year;
  } else {
    ast::Identifier read;
    if (clause(block, [&] { return read_group_name(reader_, read); }))
      other.group = std::move(read);
  }
  // Kept without its year or group, too: the data that follow are none of the example's own.
  other.span = reader_.span(which.begin, std::max(block.end, which.begin));
  if (!other.year && !other.group) block.damaged = true;
  example.others.push_back(std::move(other));
}

// Of the data that it stands among: those of the example, or those of the last `altro`.
void BlockReader::survey_clause(Block& block, const Clause& which, ast::ExampleDecl& example) {
  std::optional<ast::SurveyText>& survey =
      example.others.empty() ? example.survey : example.others.back().survey;
  if (survey) {
    block.seen.insert_or_assign(Keyword::survey_date, survey->span);
  } else {
    block.seen.erase(Keyword::survey_date);
  }
  const bool first = first_time(block, which);
  Day read;
  if (!clause(block, [&] { return read_day(reader_, read); }) || !first) return;
  survey = {read, reader_.span(which.begin, block.end)};
  if (!example.others.empty()) example.others.back().span.end = survey->span.end;
}

void BlockReader::given_entry(Block& block, std::vector<ast::Given>& givens) {
  ast::Given given;
  if (!clause(block, [&] { return read_given(reader_, given); })) {
    block.damaged = true;
    return;
  }
  givens.push_back(std::move(given));

  Place at = reader_.after_blanks(reader_.at());
  const bool another = reader_.begins_entry(at) && !reader_.begins_outcome(at);
  if (reader_.sign(at, ';', kSemicolon)) {
    reader_.go_to(at);
    const Place next = reader_.after_blanks(at);
    if (next == reader_.end() || reader_.keyword_at(next)) {
      reader_.begin_clause();
      reader_.needs(next, {std::nullopt, &kDatumName});
      if (Diagnostic* diagnostic = report_failure(reader_)) {
        diagnostic->hint(
            {"dopo l'ultimo dato non serve ';'", "no ';' is needed after the last datum"});
        reader_.mend(*diagnostic, at - 1, at, "", Readings::one);
      }
      reader_.begin_clause();
    }
  } else if (another) {  // only the separator is missing: the next entry can be read
    Diagnostic* diagnostic = report_failure(reader_);
    if (diagnostic != nullptr && reader_.failure().at == at) {
      const Place end = reader_.before_blanks(at);
      reader_.mend(*diagnostic, end, end, ";", Readings::one);
    }
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

}  // namespace leps::inline syntax
