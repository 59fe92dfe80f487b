#include "controls/judge_data.hpp"

#include "check/walk.hpp"
#include "eval/evaluate.hpp"
#include "eval/kleene.hpp"
#include "eval/parts.hpp"
#include "eval/value_of.hpp"
#include "words/datum_words.hpp"
#include "words/formula.hpp"
#include "words/narrowed_data.hpp"

#include <algorithm>
#include <set>

namespace leps::inline controls {
namespace {

struct Cell {
  Read read;
  Span where;
};

/// The cells that an expression reads, this Ambito's of this year first.
std::vector<Cell> cells_under(typed::ExprId expr, const Evaluator& evaluator) {
  const FactTable& own = evaluator.facts();
  std::vector<Cell> cells;
  for (const Read& read : reads_of({expr}, evaluator.rulebook().typed, own, evaluator.around())) {
    if (const auto& cell = read.facts->facts[read.datum].cell) cells.push_back({read, *cell});
  }
  std::stable_partition(cells.begin(), cells.end(),
                        [&](const Cell& cell) { return cell.read.facts == &own; });
  return cells;
}

Text formula_of(typed::ExprId expr, Evaluator& evaluator) {
  const auto in = [&](Language language) {
    const std::string worked_out = formula_worked_out(expr, evaluator, language);
    return worked_out.empty() ? formula_with_numbers(expr, evaluator, language) : worked_out;
  };
  return {in(Language::italian), in(Language::english)};
}

// `'popolazione'`, of another year `'popolazione' del 2024`, of another Ambito with its key.
Text name_of(const Read& read, const FactTable& own, const Typed& typed) {
  Text name("'" + typed.data[read.datum].name + "'");
  if (read.facts->ambito != own.ambito) {
    name = Text(name.it + " di " + read.facts->ambito, name.en + " of " + read.facts->ambito);
  }
  if (read.facts->year == own.year) return name;
  const std::string year = std::to_string(read.facts->year);
  return {name.it + " del " + year, name.en + " of " + year};
}

// All but the first, which is the place of the finding.
void label_cells(Diagnostic& found, const std::vector<Cell>& cells, const Evaluator& evaluator) {
  for (std::size_t i = 1; i < cells.size(); ++i) {
    const Text name = name_of(cells[i].read, evaluator.facts(), evaluator.rulebook().typed);
    found.label(cells[i].where, Text("qui " + name.it, "here " + name.en));
  }
}

const Text kGivenHolds("vale il dato; se è l'altro che è giusto, togli il dato",
                       "the datum holds; if the other is right, take the datum out");

bool alike(const Value& a, const Value& b) {
  const auto* left = std::get_if<Quantity>(&a);
  const auto* right = std::get_if<Quantity>(&b);
  return left && right ? left->range == right->range : !left && !right && same(a, b).is_true();
}

// True of a condition that asks how many rows a table has: then the rows are in doubt, and not
// only what stands in them.
bool counts_rows(typed::ExprId expr, TableId table, const Typed& typed) {
  bool counts = false;
  for_each_under(typed, expr, [&](const typed::Expr& under) {
    const auto* over = std::get_if<typed::Aggregate>(&under.node);
    counts = counts || (over && over->table == table && over->kind == typed::Aggregation::count);
  });
  return counts;
}

// What a condition is about: the data that it reads. Of a table of which it names fields it is
// about those, not about every other field of the rows.
std::vector<Read> about(typed::ExprId condition, const Evaluator& evaluator) {
  const Typed& typed = evaluator.rulebook().typed;
  std::vector<Read> reads = reads_of({condition}, typed, evaluator.facts(), evaluator.around());
  const auto field_of = [&](const Read& table) {
    return [&](const Read& other) {
      const auto& of = typed.data[other.datum].field_of;
      return of && other.facts == table.facts && typed.tables[*of].datum == table.datum;
    };
  };
  const std::vector<Read> all = reads;
  std::erase_if(reads, [&](const Read& read) {
    const auto* rows = std::get_if<RowsOf>(&typed.data[read.datum].type);
    return rows && std::any_of(all.begin(), all.end(), field_of(read)) &&
           !counts_rows(condition, rows->table, typed);
  });
  return reads;
}

// The datum that a check holds equal to the very value that its `se manca` works out: a datum that
// fails it differs from what was worked out, and there is no second thing to say of it.
std::optional<DatumId> held_to_worked_out(const typed::Check& check, Evaluator& evaluator) {
  const Typed& typed = evaluator.rulebook().typed;
  const typed::Node& node = typed.exprs[check.condition].node;
  typed::ExprId left, right;
  if (const auto* numbers = std::get_if<typed::Compare>(&node)) {
    if (numbers->relation != typed::Relation::equal_to) return std::nullopt;
    left = numbers->left, right = numbers->right;
  } else if (const auto* others = std::get_if<typed::Same>(&node)) {
    if (!others->equal) return std::nullopt;
    left = others->left, right = others->right;
  } else {
    return std::nullopt;
  }
  for (const auto& [side, other] : {std::pair(left, right), std::pair(right, left)}) {
    const auto* datum = std::get_if<typed::DatumRef>(&typed.exprs[side].node);
    if (!datum || !typed.data[datum->datum].if_missing) continue;
    const ComputedId stands_in = *typed.data[datum->datum].if_missing;
    if (alike(evaluator.value(other), evaluator.value(typed.computed[stands_in].value))) {
      return datum->datum;
    }
  }
  return std::nullopt;
}

/// The findings about one Ambito and year, as they come.
class Findings {
 public:
  explicit Findings(Evaluator& evaluator)
      : evaluator_(evaluator), typed_(evaluator.rulebook().typed), facts_(evaluator.facts()) {}

  std::vector<DataFinding> operator()() {
    for (const typed::Check& check : typed_.checks) judge(check);
    for (const DatumId id : typed_.data.keys()) {
      if (!told_.contains(id)) compare_with_worked_out(id);
      compare_with_bounds(id);
    }
    for (const Contradiction& found : contradictions(evaluator_)) report_contradiction(found);
    return std::move(found_);
  }

 private:
  Diagnostic& report(Code code, Span where, const std::vector<Text>& arguments,
                     std::vector<Read> about) {
    found_.push_back({{code, where, {}, format(code, arguments), {}, {}}, std::move(about)});
    return found_.back().told;
  }

  // A datum, and what it is worked out from.
  [[nodiscard]] std::vector<Read> with(DatumId datum, typed::ExprId formula) const {
    std::vector<Read> reads = about(formula, evaluator_);
    reads.insert(reads.begin(), {&facts_, datum});
    return reads;
  }

  void judge(const typed::Check& check);
  void compare_with_worked_out(DatumId id);
  void compare_with_bounds(DatumId id);
  void report_contradiction(const Contradiction& found);

  Evaluator& evaluator_;
  const Typed& typed_;
  const FactTable& facts_;
  std::vector<DataFinding> found_;
  std::set<DatumId> told_;  // of which a check has said that they differ from what the lists say
};

// Reported where the data certainly fail the check.
void Findings::judge(const typed::Check& check) {
  if (!raises(check, evaluator_)) return;
  const std::vector<Cell> cells = cells_under(check.condition, evaluator_);
  const Span where = cells.empty() ? facts_.span : cells.front().where;
  Diagnostic& found = report(check.error ? Code::data_check_error : Code::data_check_warning, where,
                             {facts_.ambito, std::to_string(facts_.year), check.title,
                              formula_of(check.condition, evaluator_)},
                             about(check.condition, evaluator_));
  label_cells(found, cells, evaluator_);
  found.hint(Text("è il controllo '" + check.name + "' del pacchetto '" +
                      typed_.packs[check.pack].name + "': verifica i dati alla fonte",
                  "it is the check '" + check.name + "' of the package '" +
                      typed_.packs[check.pack].name + "': verify the data at their source"));
  if (const auto datum = held_to_worked_out(check, evaluator_)) {
    found.hint(kGivenHolds);
    told_.insert(*datum);
  }
}

// Given, and worked out from other data: both are shown where they differ.
void Findings::compare_with_worked_out(DatumId id) {
  const typed::Datum& datum = typed_.data[id];
  const Fact& fact = facts_.facts[id];
  if (!datum.if_missing || !fact.cell || !is_given(fact, datum)) return;
  // What rests on no data stands for what nobody said, and contradicts nobody who does.
  if (typed_.computed[*datum.if_missing].data.empty()) return;
  const Value given = value_of(fact, datum, id);
  const typed::ExprId formula = typed_.computed[*datum.if_missing].value;
  const Value& worked_out = evaluator_.value(formula);
  if (const auto* range = std::get_if<Quantity>(&given)) {
    const auto& other = std::get<Quantity>(worked_out);
    if (!other.zero_divisors.empty()) return;
    const bool meet = range->range.lo <= other.range.hi && other.range.lo <= range->range.hi;
    if (meet) return;
  } else if (!leps::same(given, worked_out).is_false()) {
    return;
  }
  const auto show = [&](const Value& value) {
    return Text(show_value(value, datum.type, typed_, Language::italian),
                show_value(value, datum.type, typed_, Language::english));
  };
  report(Code::data_differs_from_worked_out, *fact.cell,
         {datum.name, show(given), show(worked_out)}, with(id, formula))
      .hint(kGivenHolds);
}

bool can_be(const Interval& range, const typed::Datum& datum) {
  const Interval& bounds = datum.bounds;
  if (range.hi < bounds.lo || range.lo > bounds.hi) return false;
  return !datum.whole || !range.known() || is_whole(range.lo.value());
}

// Worked out, and certainly nothing that the datum can be: its bounds correct nothing.
void Findings::compare_with_bounds(DatumId id) {
  const typed::Datum& datum = typed_.data[id];
  if (!datum.if_missing || is_given(facts_.facts[id], datum)) return;
  const typed::ExprId formula = typed_.computed[*datum.if_missing].value;
  const auto* worked_out = std::get_if<Quantity>(&evaluator_.value(formula));
  if (!worked_out || !worked_out->zero_divisors.empty()) return;
  if (!std::holds_alternative<NumberOf>(datum.type) || can_be(worked_out->range, datum)) return;
  const std::vector<Cell> cells = cells_under(formula, evaluator_);
  const auto in = [&](Language language) {
    return type_words(datum.type, typed_, language) + bounds_words(datum, language);
  };
  const Text value(show_value(*worked_out, datum.type, typed_, Language::italian),
                   show_value(*worked_out, datum.type, typed_, Language::english));
  Diagnostic& found =
      report(Code::data_worked_out_outside, cells.empty() ? facts_.span : cells.front().where,
             {facts_.ambito, std::to_string(facts_.year), datum.name, value,
              Text(in(Language::italian), in(Language::english))},
             with(id, formula));
  label_cells(found, cells, evaluator_);
  found.hint(
      Text("vale ciò che si ricava: verifica i dati da cui viene, o dai '" + datum.name + "'",
           "what is worked out holds: verify the data that it comes from, or give '" + datum.name +
               "'"));
}

// The cells that say what a datum is worth: its own, or those that it is worked out from.
std::vector<Cell> cells_behind(DatumId datum, const Evaluator& evaluator) {
  const Fact& fact = evaluator.facts().facts[datum];
  if (evaluator.is_worked_out(datum)) {
    const Typed& typed = evaluator.rulebook().typed;
    return cells_under(typed.computed[*typed.data[datum].if_missing].value, evaluator);
  }
  if (!fact.cell) return {};
  return {{{&evaluator.facts(), datum}, *fact.cell}};
}

// A part that is certainly more than its whole: both places are shown.
void Findings::report_contradiction(const Contradiction& found) {
  const std::string& whole = typed_.data[found.whole].name;
  const auto of_part = cells_behind(found.part, evaluator_);
  const auto of_whole = cells_behind(found.whole, evaluator_);
  const auto& first = of_part.empty() ? of_whole : of_part;
  Diagnostic& told =
      report(Code::data_part_exceeds_whole, first.empty() ? facts_.span : first.front().where,
             {facts_.ambito, std::to_string(facts_.year), describe(found, evaluator_)},
             {{&facts_, found.part}, {&facts_, found.whole}});
  const auto label = [&](const std::vector<Cell>& cells, DatumId datum) {
    const std::string name = "'" + typed_.data[datum].name + "'";
    for (const Cell& cell : cells) {
      const Text here = name_of(cell.read, facts_, typed_);
      told.label(cell.where, cell.read.datum == datum
                                 ? Text("qui " + name, "here " + name)
                                 : Text(name + " si ricava da " + here.it,
                                        name + " is worked out from " + here.en));
    }
  };
  label(of_part, found.part);
  label(of_whole, found.whole);
  std::string way;  // `assistenti_ti → `
  for (const DatumId step : parts_between(found.part, found.whole, typed_)) {
    way += typed_.data[step].name + " → ";
  }
  const std::string pack = "'" + typed_.packs[typed_.data[found.part].pack].name + "'";
  told.hint(Text("lo dice 'parte di' nel pacchetto " + pack + " (" + way + whole +
                     "): verifica i dati alla fonte",
                 "'part of' says so in the package " + pack + " (" + way + whole +
                     "): verify the data at their source"));
}

bool is_error(const DataFinding& finding) { return severity(finding.told.code) == Severity::error; }

// Most packs of a program's own have nothing of the kind: then no evaluator is made for an answer
// known before.
bool judges_anything(const Typed& typed) {
  return !typed.checks.empty() ||
         std::any_of(typed.data.begin(), typed.data.end(), [](const typed::Datum& datum) {
           return datum.if_missing.has_value() || datum.part_of.has_value();
         });
}

}  // namespace

JudgedData judge_data(const Rulebook& rulebook, const std::vector<const FactTable*>& data,
                      const Surroundings& around, DiagnosticBag& bag) {
  JudgedData judged;
  for (std::size_t i = 0; i < data.size(); ++i) {
    std::vector<DataFinding> found = find_in_data(rulebook, *data[i], &around);
    judged.doubts.emplace(data[i], doubts_about(*data[i], found));
    if (std::any_of(found.begin(), found.end(), is_error)) judged.wrong.push_back(i);
    for (DataFinding& finding : found) bag.add(std::move(finding.told));
  }
  return judged;
}

std::vector<DataDoubt> doubts_about(const FactTable& facts, const std::vector<DataFinding>& found) {
  std::vector<DataDoubt> doubts;
  for (const ReadDoubt& each : facts.doubts) {
    DataDoubt doubt{each.code, each.message, each.message, each.where, {}};
    if (each.datum) doubt.about.push_back({&facts, *each.datum});
    doubts.push_back(std::move(doubt));
  }
  const std::string whose = facts.ambito + ", " + std::to_string(facts.year) + ": ";
  const auto without = [&](const std::string& text) {
    return text.starts_with(whose) ? text.substr(whose.size()) : text;
  };
  for (const DataFinding& each : found) {
    if (is_error(each)) continue;
    const Text& message = each.told.message;
    doubts.push_back({each.told.code, message, Text(without(message.it), without(message.en)),
                      each.told.where, each.about});
  }
  return doubts;
}

std::vector<DataFinding> find_in_data(const Rulebook& rulebook, const FactTable& facts,
                                      const Surroundings* around) {
  if (!judges_anything(rulebook.typed)) return {};
  Evaluator evaluator(rulebook, facts, around);
  return Findings(evaluator)();
}

}  // namespace leps::inline controls
