// The block with which a pack changes the one that it extends: new values of a parameter, another
// requirement in place of one of a rule, requirements beside those of a rule, the end of either.
#include "syntax/blocks.hpp"

#include "syntax/block_clauses.hpp"
#include "syntax/grammar.hpp"
#include "syntax/guess_keyword.hpp"
#include "syntax/vocabulary.hpp"

#include <algorithm>

namespace leps::inline syntax {
namespace {

const Text kNoAmendmentWithoutSource{
    "scrivi da quale fonte viene: non c'è modifica senza fonte",
    "write which source it comes from: no amendment without its source"};

}  // namespace

void BlockReader::amend_block(Block& block) {
  Keyword amended{};
  if (!head(block, [&] { return read_amended(reader_, amended); })) {
    skip_to_unindented_block(block);
    return;
  }
  block.clauses = amendment_clauses(amended);
  if (amended == Keyword::parameter) {
    parameter_amendment(block);
  } else if (amended == Keyword::rule) {
    rule_amendment(block);
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

// What is to end has none: a word stands there that begins a clause, or was to begin one.
bool BlockReader::has_new_text(const Block& block) const {
  const Place here = reader_.after_blanks(reader_.at());
  if (reader_.word_end_at(here) == here) return true;
  const auto known = clause_at(here, block);
  if (known && has(block.clauses, known->keyword)) return false;
  constexpr std::array kEnds = {Keyword::ends};
  return known || !guess_keyword(reader_, here, kEnds);
}

void BlockReader::requirement_amendment(Block& block) {
  ast::RequirementAmendment amendment;
  const Place begin = reader_.after_blanks(reader_.at());
  const bool named = head(block, [&] { return read_amended_requirement(reader_, amendment); });
  block.name = std::string(in_file(Keyword::requirement)) + ' ' + amendment.rule.text + '.' +
               amendment.requirement.name.text;
  const bool rewritten = named && has_new_text(block);
  const Place text = reader_.after_blanks(reader_.at());
  const bool whole =
      rewritten && head(block, [&] { return read_new_text(reader_, amendment.requirement); });

  std::optional<ast::EndText> end;
  Requirements reading{.inside = Requirements::Inside::requirement, .is_amendment = true};
  reading.all.push_back({std::move(amendment.requirement), begin, whole});
  close_spans(block, reading);
  while (const auto which = next_clause(block)) {
    if (requirement_clause(block, reading, *which)) continue;
    switch (*which->keyword) {
      case Keyword::in_force:
        in_force_clause(block, *which, amendment.in_force, amendment.in_force_confidence);
        break;
      case Keyword::ends:
        end_clause(block, *which, end);
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

  if (block.seen.contains(Keyword::ends)) {
    ast::Ending ending{std::move(amendment.rule),
                       std::move(amendment.requirement.name),
                       {},
                       std::move(amendment.sources),
                       std::move(amendment.notes),
                       {}};
    if (end) ending.end = *end;
    std::optional<Span> more;
    if (!amendment.requirement.levers.empty()) more = amendment.requirement.levers.front().span;
    if (rewritten) more = reader_.span(text, text + 1);
    keep_ending(block, std::move(ending), more, named && end);
    return;
  }
  if (named && !rewritten) {
    missing(block, {"il testo nuovo", "the new text"},
            format({"scrivi che cosa chiede da quel giorno: {0} {1}: condizione; o da quando non "
                    "c'è più: {2} {3} 2025-01-01",
                    "write what it asks from that day: {0} {1}: condition; or from when it is no "
                    "more: {2} {3} 2025-01-01"},
                   {in_file(Keyword::amend), block.name, in_file(Keyword::ends),
                    in_file(Keyword::from)}));
  }
  missing(block, Keyword::according_to, kNoAmendmentWithoutSource);
  missing_in_force(block);
  const bool in_force_read = amendment.in_force.span.end != 0;
  const bool good = whole && !amendment.sources.empty() && in_force_read;
  keep(block, std::move(amendment), good);
}

// `modifica regola r.q: …`
bool BlockReader::names_requirement(const std::string& rule) {
  const Place dot = reader_.at();
  if (dot == reader_.end() || *dot != '.' || reader_.word_end_at(dot + 1) == dot + 1) return false;
  const Place end = reader_.word_end_at(dot + 1);
  reader_
      .report(Code::syntax_misplaced, reader_.span(dot, end),
              {between(dot, end), {"qui sta il nome di una regola", "a rule is named here"}})
      .hint(format(
          {"per un requisito scrivi '{0} {1} {2}: …'", "of a requirement write '{0} {1} {2}: …'"},
          {in_file(Keyword::amend), in_file(Keyword::requirement),
           rule + std::string(between(dot, end))}));
  return true;
}

void BlockReader::rule_amendment(Block& block) {
  ast::RuleAmendment amendment;
  const bool named = head(block, [&] { return read_amended_rule(reader_, amendment); });
  block.name = std::string(in_file(Keyword::rule)) + ' ' + amendment.rule.text;
  if (named && names_requirement(amendment.rule.text)) {
    file_.unread_words.push_back(block.name);
    skip_to_unindented_block(block);
    return;
  }

  std::optional<ast::EndText> end;
  Requirements reading;
  while (const auto which = next_clause(block)) {
    if (requirement_clause(block, reading, *which)) continue;
    switch (*which->keyword) {
      case Keyword::in_force:
        in_force_clause(block, *which, amendment.in_force, amendment.in_force_confidence);
        break;
      case Keyword::ends:
        end_clause(block, *which, end);
        break;
      case Keyword::according_to:
        sources_clause(block, *which, amendment.sources);
        break;
      case Keyword::applies_if: {
        misplaced(*which,
                  format({"sta dopo il suo '{0}': a chi si applica la regola lo dice chi l'ha "
                          "scritta",
                          "it follows its '{0}': to whom the rule applies says who wrote it"},
                         {in_file(Keyword::requirement)}));
        ast::Requirement unused;
        guarded_clause(block, *which, unused.applies_if, unused.applies_confidence);
        break;
      }
      default:
        note_clause(block, amendment.notes);
        break;
    }
  }
  leave_requirement(block, reading);
  const bool adds = !reading.all.empty();
  std::optional<Span> more;
  if (amendment.title) more = amendment.title->span;
  if (adds) more = reading.all.front().requirement.name.span;
  amendment.requirements = whole_ones(reading);

  if (block.seen.contains(Keyword::ends)) {
    ast::Ending ending{std::move(amendment.rule),
                       std::nullopt,
                       {},
                       std::move(amendment.sources),
                       std::move(amendment.notes),
                       {}};
    if (end) ending.end = *end;
    keep_ending(block, std::move(ending), more, named && end);
    return;
  }
  if (!amendment.title && !adds) {
    missing(
        block, {"che cosa cambia", "what it changes"},
        format({"scrivi il titolo nuovo fra virgolette, un '{0}' in più, o da quando non c'è "
                "più: {1} {2} 2025-01-01",
                "write the new title in quotes, one more '{0}', or from when it is no more: "
                "{1} {2} 2025-01-01"},
               {in_file(Keyword::requirement), in_file(Keyword::ends), in_file(Keyword::from)}));
  }
  missing(block, Keyword::according_to, kNoAmendmentWithoutSource);
  missing_in_force(block);
  const bool in_force_read = amendment.in_force.span.end != 0;
  const bool good = named && !amendment.sources.empty() && in_force_read &&
                    (amendment.title || !amendment.requirements.empty());
  keep(block, std::move(amendment), good);
}

void BlockReader::end_clause(Block& block, const Clause& which, std::optional<ast::EndText>& end) {
  const bool first = first_time(block, which);
  ast::EndText read;
  if (!clause(block, [&] { return read_end(reader_, read); })) return;
  read.span = reader_.span(which.begin, reader_.at());
  if (first) end = std::move(read);
}

void BlockReader::keep_ending(Block& block, ast::Ending ending, std::optional<Span> new_text,
                              bool whole) {
  const auto in_force = block.seen.find(Keyword::in_force);
  if (!new_text && in_force != block.seen.end()) new_text = in_force->second;
  if (new_text) {
    reader_
        .report(Code::syntax_misplaced, *new_text,
                {between(reader_.begin() + new_text->begin, reader_.begin() + new_text->end),
                 format({"con '{0}' non si scrive altro che la fonte",
                         "with '{0}' nothing else is written than the source"},
                        {in_file(Keyword::ends)})})
        .label(block.seen.at(Keyword::ends), {"finisce qui", "it ends here"})
        .hint(
            format({"per cambiarla fino a quel giorno scrivi un'altra '{0}', con '{1} {2} … {3} …'",
                    "to change it until that day write another '{0}', with '{1} {2} … {3} …'"},
                   {in_file(Keyword::amend), in_file(Keyword::in_force), in_file(Keyword::from),
                    in_file(Keyword::to)}));
  }
  missing(block, Keyword::according_to, kNoAmendmentWithoutSource);
  const bool good = whole && !ending.sources.empty();
  keep(block, std::move(ending), good);
}

}  // namespace leps::inline syntax
