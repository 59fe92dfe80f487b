// The blocks that judge: rules with their requirements and levers, and the order of priorities.
#include "syntax/blocks.hpp"
#include "syntax/grammar.hpp"
#include "syntax/vocabulary.hpp"

namespace leps::inline syntax {

void BlockReader::rule_block(Block& block) {
  ast::RuleDecl rule;
  const bool named = head(block, [&] { return read_rule(reader_, rule); });
  block.name = rule.name.text;

  Requirements requirements;
  while (const auto which = next_clause(block)) {
    if (requirement_clause(block, requirements, *which)) continue;
    switch (*which->keyword) {
      case Keyword::category: {
        const bool first = first_time(block, *which);
        ast::Identifier name;
        if (clause(block, [&] { return read_category_name(reader_, name); }) && first) {
          rule.category = std::move(name);
        }
        break;
      }
      case Keyword::area:
        area_clause(block, *which, rule.area);
        break;
      case Keyword::according_to:
        sources_clause(block, *which, rule.sources);
        break;
      case Keyword::in_force:
        in_force_clause(block, *which, rule.in_force, rule.in_force_confidence);
        break;
      case Keyword::applies_if:
        guarded_clause(block, *which, rule.applies_if, rule.applies_confidence);
        break;
      case Keyword::partial_if:
        guarded_clause(block, *which, rule.partial_if, rule.partial_confidence);
        break;
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
        expression_clause(block, *which, rule.beneficiaries);
        break;
      case Keyword::deadline: {
        const bool first = first_time(block, *which);
        AnyDay day;
        if (clause(block, [&] { return read_any_day(reader_, day); }) && first) {
          rule.deadline = day;
          rule.deadline_span = reader_.span(which->begin, reader_.at());
        }
        break;
      }
      case Keyword::score: {
        const bool first = first_time(block, *which);
        ast::ExprId read;
        if (clause(block, [&] { return read_number(reader_, read); }) && first) {
          rule.score = read;
        }
        break;
      }
      default:
        note_clause(block, rule.notes);
        break;
    }
  }
  leave_requirement(block, requirements);
  doubt_last_guard(rule, requirements);

  missing(block, Keyword::category,
          {"scrivi di quale categoria è, tra quelle dichiarate", "write which category it is of"});
  missing(block, Keyword::according_to,
          {"scrivi da quale fonte viene: non c'è regola senza fonte",
           "write which source it comes from: no rule without its source"});
  missing_in_force(block);
  if (requirements.all.empty()) {
    missing(block, syntax::quoted(in_file(Keyword::requirement)),
            format({"scrivi che cosa serve: {0} nome: condizione",
                    "write what it takes: {0} name: condition"},
                   {in_file(Keyword::requirement)}));
  }
  rule.requirements = whole_ones(requirements);
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

}  // namespace leps::inline syntax
