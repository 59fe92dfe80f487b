// The blocks that declare what rules speak about: package, sources, units, categories, data,
// parameters, computed amounts.
#include "syntax/blocks.hpp"
#include "syntax/grammar.hpp"
#include "syntax/vocabulary.hpp"

namespace leps::inline syntax {

void BlockReader::package_block(Block& block) {
  const Span where = reader_.span(block.begin, reader_.at());
  if (package_) {
    Diagnostic& diagnostic =
        reader_.report(Code::syntax_doubled, where, {in_file(Keyword::package)});
    diagnostic.hint({"un file appartiene a un pacchetto solo, detto nella prima riga",
                     "a file belongs to one package, named in its first line"});
    diagnostic.label(*package_, {"la prima volta è qui", "the first time is here"});
  }
  ast::File read;
  const bool whole = head(block, [&] { return read_package(reader_, read); });
  if (!package_ && whole) {
    file_.package = std::move(read.package);
    file_.version = std::move(read.version);
    file_.draft = read.draft;
    file_.extends = std::move(read.extends);
  }
  package_ = where;
  while (next_clause(block)) note_clause(block, file_.notes);
}

void BlockReader::source_block(Block& block) {
  ast::SourceDecl source;
  const bool whole = head(block, [&] { return read_source(reader_, source); });
  block.name = source.name.text;
  while (const auto clause = next_clause(block)) {
    switch (*clause->keyword) {
      case Keyword::urn:
        text_clause(block, *clause, source.urn);
        break;
      case Keyword::url:
        text_clause(block, *clause, source.url);
        break;
      default:
        note_clause(block, source.notes);
        break;
    }
  }
  keep(block, std::move(source), whole);
}

void BlockReader::units_block(Block& block) {
  ast::UnitsDecl units;
  const bool whole = head(block, [&] { return read_units(reader_, units); });
  next_clause(block);  // it has none: whatever stands there is wrong
  if (!whole) {
    for (const ast::Identifier& symbol : units.symbols) file_.unread_words.push_back(symbol.text);
  }
  keep(block, std::move(units), whole);
}

void BlockReader::category_block(Block& block) {
  ast::CategoryDecl category;
  const bool whole = head(block, [&] { return read_category(reader_, category); });
  block.name = category.name.text;
  while (const auto which = next_clause(block)) {
    const bool first = first_time(block, *which);
    if (*which->keyword == Keyword::binding) {
      category.binding = true;
      block.end = reader_.at();
      continue;
    }
    ast::PeriodText period;
    if (clause(block, [&] { return read_period(reader_, period); }) && first) {
      category.period = period;
    }
  }
  keep(block, std::move(category), whole);
}

void BlockReader::area_block(Block& block) {
  ast::AreaDecl area;
  const bool whole = head(block, [&] { return read_area(reader_, area); });
  block.name = area.name.text;
  while (next_clause(block)) note_clause(block, area.notes);
  keep(block, std::move(area), whole);
}

void BlockReader::area_clause(Block& block, const Clause& which,
                              std::optional<ast::Identifier>& area) {
  const bool first = first_time(block, which);
  ast::Identifier read;
  if (clause(block, [&] { return read_area_name(reader_, read); }) && first) {
    area = std::move(read);
  }
}

void BlockReader::datum_block(Block& block) {
  ast::DatumDecl datum;
  reader_.in_datum(true);
  const bool whole = head(block, [&] { return read_datum(reader_, datum); });
  block.name = datum.name.text;
  while (const auto clause = next_clause(block)) {
    switch (*clause->keyword) {
      case Keyword::at_least:
        bound_clause(block, *clause, datum.at_least);
        break;
      case Keyword::at_most:
        bound_clause(block, *clause, datum.at_most);
        break;
      case Keyword::held_by:
        text_clause(block, *clause, datum.held_by);
        break;
      case Keyword::whole:
        whole_clause(block, *clause, datum.whole);
        break;
      case Keyword::part_of:
        part_clause(block, *clause, datum.part_of);
        break;
      case Keyword::if_missing:
        guarded_clause(block, *clause, datum.if_missing, datum.if_missing_confidence);
        break;
      case Keyword::area:
        area_clause(block, *clause, datum.area);
        break;
      case Keyword::precedence:
        precedence_clause(block, *clause, datum.precedence);
        break;
      default:
        note_clause(block, datum.notes);
        break;
    }
  }
  reader_.in_datum(false);
  const bool sure = whole && !block.half_typed;
  keep(block, std::move(datum), sure);
}

void BlockReader::part_clause(Block& block, const Clause& which, std::optional<ast::PartOf>& part) {
  const bool first = first_time(block, which);
  ast::PartOf read;
  const bool whole = clause(block, [&] { return read_part(reader_, read); });
  if (first && whole) part = std::move(read);
}

void BlockReader::precedence_clause(Block& block, const Clause& which,
                                    std::vector<ast::Quoted>& precedence) {
  const bool first = first_time(block, which);
  std::vector<ast::Quoted> read;
  const bool whole = clause(block, [&] { return read_precedence(reader_, read); });
  if (first && whole) precedence = std::move(read);
}

void BlockReader::parameter_block(Block& block) {
  ast::ParameterDecl parameter;
  const bool named = head(block, [&] { return read_parameter(reader_, parameter); });
  block.name = parameter.name.text;
  const bool valued = parameter_values(block, parameter.values);
  const bool sure = named && valued && !block.half_typed;
  keep(block, std::move(parameter), sure);
}

bool BlockReader::parameter_values(Block& block, std::vector<ast::ParameterValue>& values) {
  bool whole = true;
  // Each `dal` begins a value; what follows it belongs to that value.
  struct Reading {
    ast::ParameterValue value;
    Place begin;
    bool whole = false;
  };
  std::optional<Reading> reading;
  std::optional<ast::Identifier> word;  // `per a65`: of the values that follow
  const auto finish = [&] {
    if (!reading) return;
    ast::ParameterValue& value = reading->value;
    const bool sure = block.seen.contains(Keyword::assumption);
    if (reading->whole && !sure) {
      const std::string all = std::string(in_file(Keyword::verified)) + ", " +
                              std::string(in_file(Keyword::unverified)) + ", " +
                              std::string(in_file(Keyword::assumption));
      missing(block, kConfidence,
              format({"dopo il valore scrivi una di queste parole: {0}",
                      "write one of these behind the value: {0}"},
                     {all}),
              reading->begin);
    }
    if (reading->whole && !block.seen.contains(Keyword::according_to)) {
      missing(block, syntax::quoted(in_file(Keyword::according_to)),
              {"dopo il valore scrivi da quale fonte viene: non c'è numero senza fonte",
               "write which source the value comes from: no number without its source"},
              reading->begin);
    }
    reading->whole = reading->whole && sure && !value.sources.empty();
    if (reading->whole) {
      value.span = reader_.span(reading->begin, block.end);
      values.push_back(std::move(value));
    } else {
      whole = false;
    }
    block.seen.clear();
    reading.reset();
  };

  while (const auto which = next_clause(block)) {
    if (*which->keyword == Keyword::by) {
      finish();
      word.emplace();
      const bool named = clause(block, [&] { return read_parameter_word(reader_, *word); });
      whole = whole && named;
      continue;
    }
    if (*which->keyword == Keyword::from) {
      finish();
      reading = Reading{{}, which->begin, false};
      reading->value.word = word;
      reading->whole = clause(block, [&] { return read_parameter_value(reader_, reading->value); });
      no_fraction(block);
      continue;
    }
    if (!reading) {
      if (!block.damaged) {
        misplaced(*which, format({"prima serve '{0}' con il giorno e il valore",
                                  "'{0}' with its day and value comes first"},
                                 {in_file(Keyword::from)}));
      }
      reading = Reading{{}, which->begin, false};
      block.damaged = true;
    }
    switch (*which->keyword) {
      case Keyword::according_to:
        sources_clause(block, *which, reading->value.sources);
        break;
      case Keyword::note:
        note_clause(block, reading->value.notes);
        break;
      default: {  // how sure it is: one word of three, counted as one clause
        const Span where = reader_.span(which->begin, reader_.at());
        if (const auto first = block.seen.emplace(Keyword::assumption, where); !first.second) {
          reader_.report(Code::syntax_doubled, where, {in_file(*which->keyword)})
              .label(first.first->second, {"la prima volta è qui", "the first time is here"})
              .hint({"tieni una delle due", "keep one of the two"});
        }
        reading->value.confidence = {*which->keyword == Keyword::verified ? Confidence::verificato
                                     : *which->keyword == Keyword::unverified
                                         ? Confidence::da_verificare
                                         : Confidence::ipotesi,
                                     where};
        block.end = reader_.at();
        break;
      }
    }
  }
  const bool valued = reading.has_value() || !values.empty();
  finish();
  if (!valued) {
    missing(block, syntax::quoted(in_file(Keyword::from)),
            format({"scrivi da quando vale e quanto: {0} 2025-01-01 {1} …",
                    "write from when it holds and how much: {0} 2025-01-01 {1} …"},
                   {in_file(Keyword::from), in_file(Keyword::is)}));
    whole = false;
  }
  return whole;
}

// It is said where the level is used.
void BlockReader::no_fraction(const Block& block) {
  const std::string name = block.name.substr(block.name.rfind(' ') + 1);
  Place at = reader_.at();
  if (reader_.misplaced_fraction(at, name + ' ' + std::string(in_file(Keyword::of)) + " … {0}")) {
    reader_.go_to(at);
  }
}

void BlockReader::computed_block(Block& block) {
  ast::ComputedDecl computed;
  const bool whole = head(block, [&] { return read_computed(reader_, computed); });
  block.name = computed.name.text;
  while (const auto clause = next_clause(block)) {
    if (*clause->keyword == Keyword::note) {
      note_clause(block, computed.notes);
    } else if (*clause->keyword == Keyword::area) {
      area_clause(block, *clause, computed.area);
    } else {
      sources_clause(block, *clause, computed.sources);
    }
  }
  keep(block, std::move(computed), whole);
}

}  // namespace leps::inline syntax
