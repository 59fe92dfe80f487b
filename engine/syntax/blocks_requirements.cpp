// The clauses of a requirement and of its levers: in a rule, where several follow each other among
// clauses that are the rule's own, and where one of another pack is amended.
#include "syntax/blocks.hpp"
#include "syntax/grammar.hpp"
#include "syntax/vocabulary.hpp"

namespace leps::inline syntax {

// The part that the clauses to come belong to decides what «already written» means for them.
void BlockReader::enter(Block& block, Requirements& reading, Requirements::Inside next) {
  using enum Requirements::Inside;
  if (reading.inside == rule) reading.of_rule = block.seen;
  if (reading.inside == requirement) reading.of_requirement = block.seen;
  reading.inside = next;
  if (next == rule) {
    block.seen = reading.of_rule;
  } else {
    block.seen.clear();
  }
}

void BlockReader::go_back_to_requirement(Block& block, Requirements& reading) {
  if (reading.inside == Requirements::Inside::requirement) return;
  if (reading.inside == Requirements::Inside::rule) reading.of_rule = block.seen;
  reading.inside = Requirements::Inside::requirement;
  block.seen = reading.of_requirement;
}

void BlockReader::close_spans(const Block& block, Requirements& reading) {
  if (reading.inside == Requirements::Inside::rule || reading.all.empty()) return;
  Requirements::Reading& last = reading.all.back();
  last.requirement.span = reader_.span(last.begin, block.end);
  if (reading.inside == Requirements::Inside::lever && !last.requirement.levers.empty()) {
    last.requirement.levers.back().span.end = last.requirement.span.end;
  }
}

std::vector<ast::Requirement> BlockReader::whole_ones(Requirements& reading) {
  std::vector<ast::Requirement> whole;
  for (Requirements::Reading& each : reading.all) {
    if (each.whole) {
      whole.push_back(std::move(each.requirement));
    } else {
      lost(Keyword::requirement, each.requirement.name.text);
    }
  }
  return whole;
}

void BlockReader::leave_requirement(Block& block, Requirements& reading) {
  close_spans(block, reading);
  enter(block, reading, Requirements::Inside::rule);
  reading.in_lever = false;
}

bool BlockReader::requirement_clause(Block& block, Requirements& reading, const Clause& which) {
  using enum Requirements::Inside;
  const Keyword keyword = *which.keyword;
  const bool has_requirement =
      !reading.all.empty() && (reading.inside != rule || reading.is_amendment);
  switch (keyword) {
    case Keyword::requirement: {
      enter(block, reading, requirement);
      if (!reading.all.empty()) note_layout(reading, reading.all.back().guard);
      Requirements::Reading next{{}, which.begin, false};
      next.whole = clause(block, [&] { return read_requirement(reader_, next.requirement); });
      reading.all.push_back(std::move(next));
      reading.in_lever = false;
      break;
    }
    case Keyword::applies_if:
      if (!has_requirement) return false;      // the rule's own
      go_back_to_requirement(block, reading);  // behind a lever it is still the requirement's
      reading.all.back().guard = which.begin;
      guarded_clause(block, which, reading.all.back().requirement.applies_if,
                     reading.all.back().requirement.applies_confidence);
      break;
    case Keyword::tolerance: {
      if (!has_requirement) {
        misplaced(which, format({"sta dopo il suo '{0}'", "it follows its '{0}'"},
                                {in_file(Keyword::requirement)}));
      } else {
        note_layout(reading, which.begin);
        go_back_to_requirement(block, reading);
      }
      const bool first = first_time(block, which);
      ast::ExprId read;
      const bool whole = clause(block, [&] { return read_number(reader_, read); });
      if (whole && first && has_requirement) reading.all.back().requirement.tolerance = read;
      break;
    }
    case Keyword::closed_by: {
      if (!has_requirement) {
        misplaced(which, format({"sta subito dopo il suo '{0}'", "it follows its '{0}'"},
                                {in_file(Keyword::requirement)}));
        block.damaged = true;
      } else {
        note_layout(reading, which.begin);
        enter(block, reading, lever);
      }
      ast::Lever read;
      const bool whole = clause(block, [&] { return read_lever(reader_, read); });
      read.span = reader_.span(which.begin, reader_.at());
      reading.in_lever = whole && has_requirement;
      if (reading.in_lever) reading.all.back().requirement.levers.push_back(std::move(read));
      break;
    }
    case Keyword::in_whole_units:
    case Keyword::in_steps_of:
    case Keyword::cost:
    case Keyword::net_of:
      lever_clause(block, reading, which);
      break;
    default:
      leave_requirement(block, reading);
      return false;
  }
  close_spans(block, reading);
  return true;
}

// Where clauses of a requirement stand as deep as it does, layout says nothing.
void BlockReader::note_layout(Requirements& reading, Place clause) const {
  if (clause && stands_no_deeper(clause, reading.all.back().begin)) reading.flat = true;
}

bool BlockReader::stands_no_deeper(Place clause, Place than) const {
  const auto indent = [&](Place at) -> std::optional<std::ptrdiff_t> {
    Place line = at;
    while (line != reader_.begin() && (line[-1] == ' ' || line[-1] == '\t')) --line;
    const bool first = line == reader_.begin() || line[-1] == '\n' || line[-1] == '\r';
    return first ? std::optional(at - line) : std::nullopt;
  };
  const auto own = indent(clause), other = indent(than);
  return own && other && *own <= *other;
}

void BlockReader::doubt_last_guard(const ast::RuleDecl& rule, const Requirements& reading) {
  if (reading.all.size() < 2 || reading.flat || rule.applies_if) return;
  const Requirements::Reading& last = reading.all.back();
  if (!last.guard || !last.requirement.applies_if) return;
  if (!stands_no_deeper(last.guard, last.begin)) return;
  const std::string& name = last.requirement.name.text;
  const std::string_view guard = in_file(Keyword::applies_if);
  const Span where =
      reader_.span(last.guard, last.guard + static_cast<std::ptrdiff_t>(guard.size()));
  reader_.remark(Code::lint_guard_of_one, where, {guard, name})
      .label(reading.all.front().requirement.name.span,
             format({"il primo '{0}' è qui", "the first '{0}' is here"},
                    {in_file(Keyword::requirement)}))
      .hint(format({"se vale per la regola, scrivilo prima del primo '{0}'; se vale per '{1}', "
                    "rientralo sotto il suo '{0}'",
                    "if it is of the rule, write it before the first '{0}'; if it is of '{1}', "
                    "indent it under its '{0}'"},
                   {in_file(Keyword::requirement), name}));
}

void BlockReader::lever_clause(Block& block, Requirements& reading, const Clause& which) {
  if (reading.inside != Requirements::Inside::lever && !block.damaged) {
    misplaced(which, format({"sta dopo '{0}'", "it follows '{0}'"}, {in_file(Keyword::closed_by)}));
  }
  // A lever that could not be read, or is misplaced, still has its clauses read.
  ast::Lever unread;
  ast::Lever& lever = reading.in_lever ? reading.all.back().requirement.levers.back() : unread;
  const Keyword keyword = *which.keyword;
  if (keyword == Keyword::cost) {
    expression_clause(block, which, lever.cost);
  } else if (keyword == Keyword::net_of) {
    expression_clause(block, which, lever.net_of);
  } else if (keyword == Keyword::in_whole_units) {
    if (first_time(block, which)) lever.rounding = ast::Rounding::whole_units;
    block.end = reader_.at();
  } else {
    bound_clause(block, which, lever.step);
    lever.rounding = ast::Rounding::steps;
  }
  const bool rounds = keyword == Keyword::in_whole_units || keyword == Keyword::in_steps_of;
  if (rounds && block.seen.contains(Keyword::in_whole_units) &&
      block.seen.contains(Keyword::in_steps_of)) {
    misplaced(which,
              {"una leva si arrotonda in un modo solo", "a lever is rounded in one way only"});
  }
}

}  // namespace leps::inline syntax
