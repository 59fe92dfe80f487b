// The blocks that judge: rules with their requirements and levers, and the order of priorities.
#include "syntax/blocks.hpp"
#include "syntax/grammar.hpp"
#include "syntax/vocabulary.hpp"

#include <set>

namespace leps::syntax {
namespace {

/// A requirement while its clauses are being read; kept only if its condition could be read.
struct RequirementReading {
  ast::Requirement requirement;
  Place begin;
  bool whole;
};

/// To which part of the rule the next clause belongs.
enum class Inside { rule, requirement, lever };

}  // namespace

void BlockReader::rule_block(Block& block) {
  ast::RuleDecl rule;
  const bool named = head(block, [&] { return read_rule(reader_, rule); });
  block.name = rule.name.text;

  std::vector<RequirementReading> requirements;
  Inside inside = Inside::rule;
  std::map<Keyword, Span> of_rule;  // the rule's own clauses, while a requirement is being read
  std::map<Keyword, Span> of_requirement;

  // The part that the clauses to come belong to decides what «already written» means for them.
  const auto enter = [&](Inside next) {
    if (inside == Inside::rule) of_rule = block.seen;
    if (inside == Inside::requirement) of_requirement = block.seen;
    inside = next;
    if (next == Inside::rule) block.seen = of_rule;
    if (next != Inside::rule) block.seen.clear();
  };
  const auto close_spans = [&] {
    if (inside == Inside::rule || requirements.empty()) return;
    RequirementReading& last = requirements.back();
    last.requirement.span = reader_.span(last.begin, block.end);
    if (inside == Inside::lever && !last.requirement.levers.empty()) {
      last.requirement.levers.back().span.end = last.requirement.span.end;
    }
  };
  const auto expression = [&](std::optional<ast::ExprId>& into, const Clause& which) {
    const bool first = first_time(block, which);
    ast::ExprId read;
    if (clause(block, [&] { return read_expression(reader_, read); }) && first) into = read;
  };
  // A lever that could not be read, or is misplaced, still has its clauses read.
  ast::Lever unread_lever;
  ast::Lever* lever = &unread_lever;

  while (const auto which = next_clause(block)) {
    const Keyword keyword = *which->keyword;
    switch (keyword) {
      case Keyword::requirement: {
        enter(Inside::requirement);
        RequirementReading reading{{}, which->begin, false};
        reading.whole =
            clause(block, [&] { return read_requirement(reader_, reading.requirement); });
        requirements.push_back(std::move(reading));
        lever = &unread_lever;
        break;
      }
      case Keyword::applies_if:
        if (inside == Inside::lever) {
          inside = Inside::requirement;  // behind a lever it is still the requirement's
          block.seen = of_requirement;
        }
        expression(
            inside == Inside::rule ? rule.applies_if : requirements.back().requirement.applies_if,
            *which);
        break;
      case Keyword::closed_by: {
        if (inside == Inside::rule) {
          misplaced(*which, format({"sta subito dopo il suo '{0}'", "it follows its '{0}'"},
                                   {in_file(Keyword::requirement)}));
          block.damaged = true;
        }
        const bool has_requirement = inside != Inside::rule;
        if (has_requirement) enter(Inside::lever);
        ast::Lever read;
        const bool whole = clause(block, [&] { return read_datum_name(reader_, read.datum); });
        read.span = reader_.span(which->begin, reader_.at());
        if (whole && has_requirement) {
          auto& levers = requirements.back().requirement.levers;
          levers.push_back(std::move(read));
          lever = &levers.back();
        } else {
          lever = &unread_lever;
        }
        break;
      }
      case Keyword::in_whole_units:
      case Keyword::in_steps_of:
      case Keyword::cost:
      case Keyword::net_of: {
        if (inside != Inside::lever && !block.damaged) {
          misplaced(*which,
                    format({"sta dopo '{0}'", "it follows '{0}'"}, {in_file(Keyword::closed_by)}));
        }
        if (keyword == Keyword::cost) {
          expression(lever->cost, *which);
        } else if (keyword == Keyword::net_of) {
          expression(lever->net_of, *which);
        } else if (keyword == Keyword::in_whole_units) {
          if (first_time(block, *which)) lever->rounding = ast::Rounding::whole_units;
          block.end = reader_.at();
        } else {
          bound_clause(block, *which, lever->step);
          lever->rounding = ast::Rounding::steps;
        }
        if (block.seen.contains(Keyword::in_whole_units) &&
            block.seen.contains(Keyword::in_steps_of) &&
            (keyword == Keyword::in_whole_units || keyword == Keyword::in_steps_of)) {
          misplaced(*which, {"una leva si arrotonda in un modo solo",
                             "a lever is rounded in one way only"});
        }
        break;
      }
      default: {
        close_spans();
        enter(Inside::rule);
        lever = &unread_lever;
        switch (keyword) {
          case Keyword::category: {
            const bool first = first_time(block, *which);
            ast::Identifier name;
            if (clause(block, [&] { return read_category_name(reader_, name); }) && first) {
              rule.category = std::move(name);
            }
            break;
          }
          case Keyword::according_to:
            sources_clause(block, *which, rule.sources);
            break;
          case Keyword::in_force: {
            const bool first = first_time(block, *which);
            ast::RuleDecl read;
            if (clause(block, [&] { return read_in_force(reader_, read); }) && first) {
              rule.in_force = read.in_force;
              rule.in_force_confidence = read.in_force_confidence;
            }
            break;
          }
          case Keyword::partial_if: {
            const bool first = first_time(block, *which);
            ast::GuardedClause read;
            if (clause(block, [&] { return read_guarded(reader_, read); }) && first) {
              rule.partial_if = read;
            }
            break;
          }
          case Keyword::after: {
            const bool first = first_time(block, *which);
            ast::RuleDecl read;
            if (clause(block, [&] { return read_after(reader_, read); }) && first) {
              rule.after = std::move(read.after);
              rule.after_confidence = read.after_confidence;
            }
            break;
          }
          case Keyword::beneficiaries:
            expression(rule.beneficiaries, *which);
            break;
          case Keyword::deadline: {
            const bool first = first_time(block, *which);
            Day day{};
            if (clause(block, [&] { return read_day(reader_, day); }) && first) {
              rule.deadline = day;
            }
            break;
          }
          case Keyword::score: {
            const bool first = first_time(block, *which);
            ast::ExprId read;
            if (clause(block, [&] { return read_score(reader_, read); }) && first) {
              rule.score = read;
            }
            break;
          }
          default:
            note_clause(block, rule.notes);
            break;
        }
        break;
      }
    }
    close_spans();
  }
  enter(Inside::rule);

  missing(block, Keyword::category,
          {"scrivi di quale categoria è, tra quelle dichiarate", "write which category it is of"});
  missing(block, Keyword::according_to,
          {"scrivi da quale fonte viene: non c'è regola senza fonte",
           "write which source it comes from: no rule without its source"});
  missing(block, Keyword::in_force,
          format({"scrivi da che giorno vale: {0} {1} 2025-01-01",
                  "write from which day it holds: {0} {1} 2025-01-01"},
                 {in_file(Keyword::in_force), in_file(Keyword::from)}));
  if (requirements.empty()) {
    missing(block, syntax::quoted(in_file(Keyword::requirement)),
            format({"scrivi che cosa serve: {0} nome: condizione",
                    "write what it takes: {0} name: condition"},
                   {in_file(Keyword::requirement)}));
  }
  for (RequirementReading& reading : requirements) {
    if (reading.whole) {
      rule.requirements.push_back(std::move(reading.requirement));
    } else if (!reading.requirement.name.text.empty()) {
      file_.unread_words.push_back(reading.requirement.name.text);
    }
  }
  const bool in_force_read = rule.in_force.span.end != 0;
  const bool whole = named && !rule.category.text.empty() && !rule.sources.empty() &&
                     in_force_read && !rule.requirements.empty();
  keep(block, std::move(rule), whole);
}

void BlockReader::ordering_block(Block& block) {
  ast::OrderingDecl ordering;
  const bool named = head(block, [&] { return read_ordering(reader_, ordering); });
  block.name = ordering.name.text;
  while (const auto which = next_clause(block)) {
    const bool first = first_time(block, *which);
    ast::OrderingDecl read;
    if (clause(block, [&] { return read_criteria(reader_, read); }) && first) {
      ordering.criteria = std::move(read.criteria);
      ordering.criterion_spans = std::move(read.criterion_spans);
    }
  }
  missing(
      block, Keyword::by,
      format({"scrivi i criteri, uno dopo l'altro: {0} {1}, {2}",
              "write the criteria, one after the other: {0} {1}, {2}"},
             {in_file(Keyword::by), in_file(Keyword::category), in_file(Keyword::relative_gap)}));
  const bool whole = named && !ordering.criteria.empty();
  keep(block, std::move(ordering), whole);
}

}  // namespace leps::syntax
