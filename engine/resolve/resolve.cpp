#include "resolve/resolve.hpp"

#include "base/unit.hpp"
#include "base/watch.hpp"
#include "resolve/slips.hpp"
#include "resolve/symbols.hpp"
#include "resolve/unknown_names.hpp"

#include <algorithm>

namespace leps::inline resolving {
namespace {

using namespace resolving;

const Wanted kValue{{"il nome di un dato, di un parametro o di un calcolo",
                     "the name of a datum, a parameter or a computed amount"},
                    {NameKind::datum, NameKind::parameter, NameKind::computed, NameKind::word}};

const Wanted kDatumOrTable{{"il nome di un dato o di un elenco", "the name of a datum or a table"},
                           {NameKind::datum, NameKind::table}};

Wanted only(NameKind kind) { return {one(kind), {kind}}; }

/// Looks up every name that the declarations use.
class Resolver {
 public:
  Resolver(Resolved& resolved, DiagnosticBag& bag)
      : resolved_(resolved), program_(*resolved.program), bag_(bag), unknown_(resolved) {}

  void run() {
    for (const ast::File& file : program_.files) {
      for (const ast::Declaration& declaration : file.declarations) {
        checkpoint();
        std::visit(*this, declaration);
      }
    }
    unknown_.report(bag_);
  }

  // ---- declarations
  void operator()(const ast::SourceDecl&) {}
  void operator()(const ast::UnitsDecl&) {}
  void operator()(const ast::CategoryDecl&) {}

  void operator()(const ast::DatumDecl& decl) {
    type(decl.type);
    if (decl.at_least) expression(*decl.at_least);
    if (decl.at_most) expression(*decl.at_most);
    if (decl.part_of) datum(decl.part_of->whole);
    if (decl.if_missing) expression(*decl.if_missing);
  }

  void operator()(const ast::TableDecl& decl) {
    for (const ast::FieldDecl& field : decl.fields) {
      type(field.type);
      if (field.at_least) expression(*field.at_least);
      if (field.at_most) expression(*field.at_most);
    }
  }

  void operator()(const ast::GroupDecl&) {}

  void operator()(const ast::CheckDecl& decl) {
    expression(decl.condition);
    if (decl.applies_if) expression(*decl.applies_if);
    sources(decl.sources);
  }

  void operator()(const ast::ParameterDecl& decl) {
    type(decl.type);
    values(decl.values);
  }

  void operator()(const ast::ParameterAmendment& decl) {
    const auto at = resolved_.value_names.find(decl.name.text);
    if (at == resolved_.value_names.end() ||
        kind_of(resolved_, at->second) != NameKind::parameter) {
      unknown_.add(decl.name, only(NameKind::parameter));
    }
    values(decl.values);
  }

  void operator()(const ast::RequirementAmendment& decl) {
    const auto rule = resolved_.rule_names.find(decl.rule.text);
    if (rule == resolved_.rule_names.end()) {
      unknown_.add(decl.rule, only(NameKind::rule));
    } else {
      requirement_of(decl.rule.text, rule->second, decl.requirement.name);
    }
    requirement(decl.requirement);
    sources(decl.sources);
  }

  void operator()(const ast::ComputedDecl& decl) {
    type(decl.type);
    expression(decl.value);
    sources(decl.sources);
  }

  void operator()(const ast::RuleDecl& decl) {
    look_up(resolved_.category_names, decl.category, only(NameKind::category));
    sources(decl.sources);
    if (decl.applies_if) expression(*decl.applies_if);
    for (const ast::Requirement& each : decl.requirements) requirement(each);
    if (decl.partial_if) expression(decl.partial_if->condition);
    for (const ast::Identifier& rule : decl.after) {
      look_up(resolved_.rule_names, rule, only(NameKind::rule));
    }
    no_repetition(decl.after);
    if (decl.beneficiaries) expression(*decl.beneficiaries);
    if (decl.score) expression(*decl.score);
  }

  void operator()(const ast::OrderingDecl&) {}

  void operator()(const ast::ExampleDecl& decl) {
    givens(decl.givens);
    for (const ast::OtherFacts& other : decl.others) {
      if (other.group) look_up(resolved_.group_names, *other.group, only(NameKind::group));
      givens(other.givens);
    }
    for (const ast::Expected& expected : decl.expectations) {
      path(expected);
      if (const auto* outcome = std::get_if<ast::ExpectedOutcome>(&expected.what)) {
        if (outcome->gap) value(*outcome->gap);
        if (outcome->cost) value(*outcome->cost);
      }
      if (const auto* amount = std::get_if<ast::Value>(&expected.what)) value(*amount);
    }
  }

  // ---- expressions; the parser bounds how deep they nest
  void operator()(const ast::Number& number) {
    if (number.unit) unit(*number.unit);
  }
  void operator()(const ast::Ratio& ratio) {
    (*this)(ratio.counted);
    (*this)(ratio.served);
  }
  void operator()(const ast::TruthLiteral&) {}
  void operator()(const ast::DayLiteral&) {}
  void operator()(const ast::Never&) {}
  void operator()(const ast::SurveyDay&) {}
  void operator()(const ast::TextLiteral&) {}
  void operator()(const ast::Field& field) {
    const ast::ExprId self = expr_;
    const auto row = std::find_if(rows_.rbegin(), rows_.rend(),
                                  [&](const Row& each) { return each.name == field.row.text; });
    if (row == rows_.rend()) return unknown_row(field.row);
    if (!row->table) return;  // of a table that is not known
    for (const DatumId id : resolved_.tables[*row->table].fields) {
      if (resolved_.data[id].field->name.text != field.field.text) continue;
      resolved_.fields[self] = {id, row->level};
      return;
    }
    unknown_field(field.field, *row->table);
  }
  void operator()(const ast::Aggregate& node) {
    const ast::ExprId self = expr_;
    const auto table = table_of(node.table);
    const auto level = static_cast<std::uint32_t>(rows_.size());
    if (rows_.size() >= kMostRows) {
      bag_.report(Code::rows_too_deep, node.row.span, {std::to_string(kMostRows)});
      return;
    }
    report_taken(node.row);
    if (table) resolved_.aggregates[self] = {*table, level};
    rows_.push_back({node.row.text, table, level, node.row.span});
    if (node.where) expression(*node.where);
    if (node.body) expression(*node.body);
    rows_.pop_back();
  }
  void operator()(const ast::YearsSum& node) { expression(node.datum); }
  void operator()(const ast::GroupTotal& node) {
    look_up(resolved_.group_names, node.group, only(NameKind::group));
    expression(node.amount);
  }
  void operator()(const ast::Name& name) {
    const auto row = std::find_if(rows_.rbegin(), rows_.rend(),
                                  [&](const Row& each) { return each.name == name.text; });
    if (row != rows_.rend()) {
      const Span where = program_.exprs[expr_].span;
      bag_.report(Code::row_without_field, where, {name.text})
          .label(row->where, Text("sta per una riga dell'elenco", "it stands for a row"))
          .hint(Text("scrivi quale campo: '" + name.text + ".campo'",
                     "write which field: '" + name.text + ".field'"));
      return;
    }
    const auto at = resolved_.value_names.find(name.text);
    if (at != resolved_.value_names.end()) {
      resolved_.referents.emplace(expr_, at->second);
    } else {
      unknown_.add({name.text, program_.exprs[expr_].span}, kValue);
    }
  }
  void operator()(const ast::Unary& node) { expression(node.operand); }
  void operator()(const ast::Binary& node) {
    expression(node.left);
    expression(node.right);
  }
  void operator()(const ast::Call& node) {
    for (const ast::ExprId argument : node.arguments) expression(argument);
  }
  void operator()(const ast::Conditional& node) {
    expression(node.condition);
    expression(node.yes);
    expression(node.no);
  }

  // ---- types
  void operator()(const ast::UnitText& text) { unit(text); }
  void operator()(const ast::DayType&) {}
  void operator()(const ast::PeriodType&) {}
  void operator()(const ast::TimetableType&) {}
  void operator()(const ast::TextType&) {}
  void operator()(const ast::ShareType&) {}
  void operator()(const ast::NumberType&) {}
  void operator()(const ast::TruthType&) {}
  void operator()(const ast::ChoiceType&) {}

  // ---- values of examples
  void operator()(const ast::Unknown&) {}
  void operator()(const ast::Range& range) {
    (*this)(range.lo);
    (*this)(range.hi);
  }
  void operator()(const ast::ExprId& expr) { expression(expr); }
  void operator()(const ast::PeriodText&) {}
  void operator()(const ast::Rows& rows) {
    const auto table = given_table_;
    for (const ast::Row& row : rows.rows) {
      for (const ast::Given& cell : row.cells) {
        if (table && !field_of(*table, cell.datum.text)) unknown_field(cell.datum, *table);
        given_table_.reset();
        value(cell.value);
      }
    }
    given_table_ = table;
  }

 private:
  // The name of a row, while the aggregate that it belongs to is read.
  struct Row {
    std::string name;
    std::optional<TableId> table;
    std::uint32_t level = 0;
    Span where;
  };
  static constexpr std::size_t kMostRows = 8;  // an aggregate in an aggregate costs rows times rows

  void expression(ast::ExprId id) {
    expr_ = id;
    std::visit(*this, program_.exprs[id].node);
  }

  void values(const std::vector<ast::ParameterValue>& all) {
    for (const ast::ParameterValue& value : all) {
      expression(value.value);
      sources(value.sources);
    }
  }

  void requirement(const ast::Requirement& requirement) {
    expression(requirement.condition);
    if (requirement.applies_if) expression(*requirement.applies_if);
    if (requirement.tolerance) expression(*requirement.tolerance);
    for (const ast::Lever& lever : requirement.levers) {
      datum(lever.datum);
      for (const auto& part : {lever.step, lever.cost, lever.net_of}) {
        if (part) expression(*part);
      }
    }
  }

  void givens(const std::vector<ast::Given>& all) {
    for (const ast::Given& given : all) {
      given_table_.reset();
      const auto at = resolved_.value_names.find(given.datum.text);
      const auto* id =
          at == resolved_.value_names.end() ? nullptr : std::get_if<DatumId>(&at->second);
      if (!id) {
        unknown_.add(given.datum, kDatumOrTable);
      } else if (resolved_.data[*id].table) {
        given_table_ = resolved_.data[*id].table_id;
      }
      value(given.value);
    }
    given_table_.reset();
  }

  // ---- rows

  std::optional<TableId> table_of(const ast::Identifier& name) {
    const auto at = resolved_.value_names.find(name.text);
    const auto* id =
        at == resolved_.value_names.end() ? nullptr : std::get_if<DatumId>(&at->second);
    if (id && resolved_.data[*id].table) return resolved_.data[*id].table_id;
    unknown_.add(name, only(NameKind::table));
    return std::nullopt;
  }

  [[nodiscard]] bool field_of(TableId table, std::string_view name) const {
    const auto& fields = resolved_.tables[table].fields;
    return std::any_of(fields.begin(), fields.end(),
                       [&](DatumId id) { return resolved_.data[id].field->name.text == name; });
  }

  void unknown_field(const ast::Identifier& name, TableId table) {
    std::vector<std::string> known;
    for (const DatumId id : resolved_.tables[table].fields) {
      known.push_back(resolved_.data[id].field->name.text);
    }
    const std::string& owner = resolved_.tables[table].decl->name.text;
    unknown_.add(
        name,
        {Text("un campo dell'elenco '" + owner + "'", "a field of the table '" + owner + "'"), {}},
        std::move(known));
  }

  void unknown_row(const ast::Identifier& name) {
    std::vector<std::string> known;
    for (const Row& row : rows_) known.push_back(row.name);
    unknown_.add(name, {Text("il nome di una riga", "the name of a row"), {}}, std::move(known));
  }

  // Of two things with one name, a reader would not know which is meant.
  void report_taken(const ast::Identifier& row) {
    const auto outer = std::find_if(rows_.begin(), rows_.end(),
                                    [&](const Row& each) { return each.name == row.text; });
    if (outer != rows_.end()) {
      bag_.report(Code::name_declared_twice, row.span,
                  {row.text, Text("il nome di una riga", "the name of a row")})
          .label(outer->where, Text("il primo è qui", "the first is here"));
      return;
    }
    const auto other = any_meaning(resolved_, row.text);
    if (!other) return;
    Diagnostic& taken =
        bag_.report(Code::name_declared_twice, row.span, {row.text, one(other->kind)});
    if (other->where) taken.label(*other->where, Text("è dichiarato qui", "it is declared here"));
    taken.hint(Text("dai alla riga un altro nome", "give the row another name"));
  }

  void type(const ast::TypeText& text) { std::visit(*this, text.type); }
  void value(const ast::Value& value) { std::visit(*this, value.value); }

  void unit(const ast::UnitText& text) {
    for (const ast::UnitText::Factor& factor : text.factors) {
      if (is_built_in_unit(factor.symbol.text)) continue;
      look_up(resolved_.unit_names, factor.symbol, only(NameKind::unit));
    }
  }

  void sources(const std::vector<ast::Identifier>& names) {
    for (const ast::Identifier& name : names) {
      look_up(resolved_.source_names, name, only(NameKind::source));
    }
    no_repetition(names);
  }

  void datum(const ast::Identifier& name) {
    const auto at = resolved_.value_names.find(name.text);
    if (at == resolved_.value_names.end() || kind_of(resolved_, at->second) != NameKind::datum) {
      unknown_.add(name, only(NameKind::datum));
    }
  }

  void path(const ast::Expected& expected) {
    if (expected.path.empty()) return;
    const ast::Identifier& name = expected.path.front();
    if (std::holds_alternative<ast::ExpectedFinding>(expected.what)) {
      look_up(resolved_.check_names, name, only(NameKind::check));
      return;
    }
    if (!std::holds_alternative<ast::ExpectedOutcome>(expected.what)) {
      const auto at = resolved_.value_names.find(name.text);
      if (at == resolved_.value_names.end() ||
          kind_of(resolved_, at->second) != NameKind::computed) {
        unknown_.add(name, only(NameKind::computed));
      }
      return;
    }
    const auto rule = resolved_.rule_names.find(name.text);
    if (rule == resolved_.rule_names.end()) return unknown_.add(name, only(NameKind::rule));
    if (expected.path.size() > 1) requirement_of(name.text, rule->second, expected.path[1]);
  }

  void requirement_of(const std::string& rule, RuleId id, const ast::Identifier& requirement) {
    std::vector<std::string> known;
    for (const auto& version : resolved_.rules[id].versions) {
      for (const auto& each : version.decl->requirements) {
        known.push_back(each.name.text);
      }
    }
    if (std::find(known.begin(), known.end(), requirement.text) != known.end()) return;
    const Text what("un requisito della regola '" + rule + "'",
                    "a requirement of the rule '" + rule + "'");
    unknown_.add(requirement, {what, {}}, std::move(known));
  }

  template <class Names>
  void look_up(const Names& names, const ast::Identifier& name, const Wanted& wanted) {
    if (names.find(name.text) == names.end()) unknown_.add(name, wanted);
  }

  void no_repetition(const std::vector<ast::Identifier>& names) {
    std::map<std::string_view, Span> seen;
    for (const ast::Identifier& name : names) {
      const auto [first, added] = seen.emplace(name.text, name.span);
      if (added) continue;
      bag_.report(Code::name_repeated, name.span, {name.text})
          .label(first->second, Text("già qui", "already here"))
          .hint(Text("toglilo, o correggi uno dei due", "take it away, or correct one of the two"));
    }
  }

  Resolved& resolved_;
  const ast::Program& program_;
  DiagnosticBag& bag_;
  UnknownNames unknown_;
  ast::ExprId expr_;
  std::vector<Row> rows_;               // the aggregates that enclose what is read
  std::optional<TableId> given_table_;  // of the rows that an example gives
};

}  // namespace

Resolved resolve(const ast::Program& program, DiagnosticBag& bag) {
  Resolved resolved = declare(program, bag);
  Resolver(resolved, bag).run();
  resolving::report_slips(resolved, bag);
  return resolved;
}

}  // namespace leps::inline resolving
