// The blocks about more than one datum: tables with their fields, groups of Ambiti, checks of the
// data.
#include "syntax/blocks.hpp"
#include "syntax/grammar.hpp"
#include "syntax/vocabulary.hpp"

namespace leps::inline syntax {

void BlockReader::table_block(Block& block) {
  ast::TableDecl table;
  const bool named = head(block, [&] { return read_table(reader_, table); });
  block.name = table.name.text;

  // Each `campo` begins a field; what follows it belongs to that field.
  struct Reading {
    ast::FieldDecl field;
    Place begin;
    bool whole = false;
  };
  std::optional<Reading> reading;
  bool whole = true;
  const auto finish = [&] {
    if (!reading) return;
    if (reading->whole) {
      reading->field.span = reader_.span(reading->begin, block.end);
      table.fields.push_back(std::move(reading->field));
    } else {
      whole = false;
      lost(Keyword::field, reading->field.name.text);
    }
    reading.reset();
  };

  while (const auto which = next_clause(block)) {
    switch (*which->keyword) {
      case Keyword::field:
        finish();
        block.seen.clear();
        reading = Reading{{}, which->begin};
        reading->whole = clause(block, [&] { return read_field(reader_, reading->field); });
        break;
      case Keyword::area:
      case Keyword::held_by:
        if (reading) {
          misplaced(*which, format({"è di tutto l'elenco, e sta prima del primo '{0}'",
                                    "it is said of the whole table, before the first '{0}'"},
                                   {in_file(Keyword::field)}));
        }
        if (*which->keyword == Keyword::area) {
          area_clause(block, *which, table.area);
        } else {
          text_clause(block, *which, table.held_by);
        }
        break;
      case Keyword::note:
        note_clause(block, reading ? reading->field.notes : table.notes);
        break;
      default: {
        ast::FieldDecl none;
        if (!reading && !block.damaged) {
          misplaced(*which,
                    format({"sta dopo un '{0}'", "it follows a '{0}'"}, {in_file(Keyword::field)}));
        }
        field_clause(block, *which, reading ? reading->field : none);
        break;
      }
    }
  }
  const bool has_fields = reading.has_value() || !table.fields.empty();
  finish();
  if (!has_fields) {
    missing(block, syntax::quoted(in_file(Keyword::field)),
            format({"scrivi che cosa ha ogni riga: {0} nome : tipo",
                    "write what each row has: {0} name : type"},
                   {in_file(Keyword::field)}));
  }
  keep(block, std::move(table), named && whole && has_fields);
}

void BlockReader::field_clause(Block& block, const Clause& which, ast::FieldDecl& field) {
  switch (*which.keyword) {
    case Keyword::key:
      whole_clause(block, which, field.key);
      break;
    case Keyword::whole:
      whole_clause(block, which, field.whole);
      break;
    case Keyword::at_least:
      bound_clause(block, which, field.at_least);
      break;
    default:
      bound_clause(block, which, field.at_most);
      break;
  }
}

void BlockReader::group_block(Block& block) {
  ast::GroupDecl group;
  const bool whole = head(block, [&] { return read_group(reader_, group); });
  block.name = group.name.text;
  while (next_clause(block)) note_clause(block, group.notes);
  keep(block, std::move(group), whole);
}

void BlockReader::check_block(Block& block) {
  ast::CheckDecl check;
  const bool whole = head(block, [&] { return read_check(reader_, check); });
  block.name = check.name.text;
  if (whole && !check.says_how_bad) {
    const std::string_view warning = in_file(Keyword::warning), error = in_file(Keyword::error);
    reader_.remark(Code::lint_check_severity, check.name.span, {check.name.text, warning})
        .hint(format({"dietro il titolo scrivi '{0}', o '{1}' se dati così non possono essere veri",
                      "behind the title write '{0}', or '{1}' if such data cannot be true"},
                     {warning, error}));
  }
  while (const auto which = next_clause(block)) {
    switch (*which->keyword) {
      case Keyword::applies_if:
        expression_clause(block, *which, check.applies_if);
        break;
      case Keyword::according_to:
        sources_clause(block, *which, check.sources);
        break;
      default:
        note_clause(block, check.notes);
        break;
    }
  }
  keep(block, std::move(check), whole);
}

}  // namespace leps::inline syntax
