// The block with which a pack changes the one that it extends: new values of a parameter, or
// another requirement in place of one of a rule.
#include "syntax/blocks.hpp"

#include "syntax/block_clauses.hpp"
#include "syntax/grammar.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>

namespace leps::inline syntax {

void BlockReader::amend_block(Block& block) {
  Keyword amended{};
  if (!head(block, [&] { return read_amended(reader_, amended); })) {
    skip_to_unindented_block(block);
    return;
  }
  block.clauses = amendment_clauses(amended);
  if (amended == Keyword::parameter) {
    parameter_amendment(block);
  } else {
    requirement_amendment(block);
  }
}

// What stands indented below it was to amend something: read on, it would be the clauses of blocks
// that nobody began.
void BlockReader::skip_to_unindented_block(Block& block) {
  while (true) {
    const Place here = reader_.after_blanks(reader_.at());
    if (here == reader_.end()) return;
    if ((here == reader_.begin() || here[-1] == '\n') && begins_block(here, block)) return;
    const Place stop = reader_.word_end_at(here);
    if (stop != here) file_.unread_words.emplace_back(here, stop);
    if (*here == '"') {
      const Place close = reader_.text_end(here, '"');
      reader_.go_to(close != reader_.end() && *close == '"' ? close + 1 : close);
      continue;
    }
    reader_.go_to(stop != here
                      ? stop
                      : here + std::max<std::size_t>(1, character_at(here, reader_.end()).length));
  }
}

void BlockReader::parameter_amendment(Block& block) {
  ast::ParameterAmendment amendment;
  const bool named = head(block, [&] { return read_amended_parameter(reader_, amendment); });
  block.name = std::string(in_file(Keyword::parameter)) + ' ' + amendment.name.text;
  const bool valued = parameter_values(block, amendment.values);
  keep(block, std::move(amendment), named && valued);
}

void BlockReader::requirement_amendment(Block& block) {
  ast::RequirementAmendment amendment;
  const Place begin = reader_.after_blanks(reader_.at());
  const bool whole = head(block, [&] { return read_amended_requirement(reader_, amendment); });
  block.name = std::string(in_file(Keyword::requirement)) + ' ' + amendment.rule.text + '.' +
               amendment.requirement.name.text;

  Requirements reading{.inside = Requirements::Inside::requirement, .is_amendment = true};
  reading.all.push_back({std::move(amendment.requirement), begin, whole});
  close_spans(block, reading);
  while (const auto which = next_clause(block)) {
    if (requirement_clause(block, reading, *which)) continue;
    switch (*which->keyword) {
      case Keyword::in_force:
        in_force_clause(block, *which, amendment.in_force, amendment.in_force_confidence);
        break;
      case Keyword::according_to:
        sources_clause(block, *which, amendment.sources);
        break;
      default:
        note_clause(block, amendment.notes);
        break;
    }
  }
  leave_requirement(block, reading);
  amendment.requirement = std::move(reading.all.front().requirement);

  missing(block, Keyword::according_to,
          {"scrivi da quale fonte viene: non c'è modifica senza fonte",
           "write which source it comes from: no amendment without its source"});
  missing_in_force(block);
  const bool in_force_read = amendment.in_force.span.end != 0;
  const bool good = whole && !amendment.sources.empty() && in_force_read;
  keep(block, std::move(amendment), good);
}

}  // namespace leps::inline syntax
