#include "resolve/resolve.hpp"

#include "base/unit.hpp"
#include "base/watch.hpp"
#include "resolve/file_order.hpp"
#include "resolve/found_names.hpp"
#include "resolve/repeated_names.hpp"
#include "resolve/row_names.hpp"
#include "resolve/slips.hpp"
#include "resolve/symbols.hpp"

namespace leps::inline resolving {
namespace {

/// Looks up every name that the declarations use.
class Resolver {
 public:
  Resolver(const Names& names, Resolved& resolved, DiagnosticBag& bag)
      : resolved_(resolved), program_(*resolved.program), bag_(bag), names_(names, resolved) {}

  void run() {
    for (const ast::File* file : lower_packs_first(program_)) {
      for (const ast::Declaration& declaration : file->declarations) {
        checkpoint();
        std::visit(*this, declaration);
      }
    }
    names_.report(bag_);
  }

  // ---- declarations
  void operator()(const ast::SourceDecl&) {}
  void operator()(const ast::UnitsDecl&) {}
  void operator()(const ast::CategoryDecl&) {}

  void operator()(const ast::DatumDecl& decl) {
    type(decl.type);
    bounds(decl);
    area(decl.area);
    if (decl.part_of) names_.datum(decl.part_of->whole);
    if (decl.if_missing) expression(*decl.if_missing);
  }

  void operator()(const ast::TableDecl& decl) {
    area(decl.area);
    for (const ast::FieldDecl& field : decl.fields) {
      type(field.type);
      bounds(field);
    }
  }

  void operator()(const ast::GroupDecl&) {}
  void operator()(const ast::AreaDecl&) {}

  void operator()(const ast::CheckDecl& decl) {
    expression(decl.condition);
    if (decl.applies_if) expression(*decl.applies_if);
    sources(decl.sources);
  }

  void operator()(const ast::ParameterDecl& decl) {
    type(decl.type);
    values(decl.values, &decl.type);
  }

  void operator()(const ast::ParameterAmendment& decl) {
    names_.parameter(decl.name);
    values(decl.values, names_.type_of(decl.name.text));
  }

  void operator()(const ast::RequirementAmendment& decl) {
    if (const auto rule = names_.rule(decl.rule)) {
      names_.requirement(*rule, decl.requirement.name);
    }
    requirement(decl.requirement);
    sources(decl.sources);
  }

  void operator()(const ast::RuleAmendment& decl) {
    names_.rule(decl.rule);
    for (const ast::Requirement& each : decl.requirements) requirement(each);
    sources(decl.sources);
  }

  void operator()(const ast::Ending& decl) {
    const auto rule = names_.rule(decl.rule);
    if (rule && decl.requirement) names_.requirement(*rule, *decl.requirement);
    sources(decl.sources);
  }

  void operator()(const ast::ComputedDecl& decl) {
    type(decl.type);
    expression(decl.value);
    area(decl.area);
    sources(decl.sources);
  }

  void operator()(const ast::RuleDecl& decl) {
    names_.category(decl.category);
    area(decl.area);
    sources(decl.sources);
    if (decl.applies_if) expression(*decl.applies_if);
    for (const ast::Requirement& each : decl.requirements) requirement(each);
    if (decl.partial_if) expression(*decl.partial_if);
    for (const ast::Identifier& rule : decl.after) {
      names_.rule(rule, Role::after);
    }
    report_repetitions(decl.after, bag_);
    if (decl.beneficiaries) expression(*decl.beneficiaries);
    if (decl.score) expression(*decl.score);
  }

  void operator()(const ast::OrderingDecl&) {}

  void operator()(const ast::ExampleDecl& decl) {
    givens(decl.givens);
    for (const ast::OtherFacts& other : decl.others) {
      if (other.group) names_.group(*other.group);
      givens(other.givens);
    }
    for (const ast::Expected& expected : decl.expectations) {
      path(expected);
      if (const auto* outcome = std::get_if<ast::ExpectedOutcome>(&expected.what)) {
        if (outcome->gap) value(*outcome->gap, nullptr);
        if (outcome->cost) value(*outcome->cost, nullptr);
      }
      if (const auto* amount = std::get_if<ast::Value>(&expected.what)) {
        value(*amount, names_.type_of(expected.path.front().text));
      }
    }
  }

  // ---- expressions; the parser bounds how deep they nest
  void operator()(const ast::Number& number) {
    if (number.unit) unit(*number.unit, Role::any, type_, number.value);
  }
  void operator()(const ast::Ratio& ratio) {
    type_ = nullptr;  // of the ratio, and not of its two numbers
    (*this)(ratio.counted);
    (*this)(ratio.served);
  }
  void operator()(const ast::TruthLiteral&) {}
  void operator()(const ast::DayLiteral&) {}
  void operator()(const ast::YearDayLiteral&) {}
  void operator()(const ast::Within& node) {
    expression(node.what);
    if (node.length) expression(*node.length);
    expression(node.from);
  }
  void operator()(const ast::Between& node) { each({node.what, node.low, node.high}); }
  void operator()(const ast::OneAmong& node) { each({node.what}, node.items); }
  void operator()(const ast::CountAmong& node) { each({node.number}, node.items); }
  void operator()(const ast::Lookup& node) { each({node.parameter, node.word}); }
  void operator()(const ast::Bands& node) {
    expression(node.of);
    for (const ast::Bands::Band& band : node.bands) each({band.limit, band.rate});
    expression(node.beyond);
  }
  void operator()(const ast::Never&) {}
  void operator()(const ast::SurveyDay&) {}
  void operator()(const ast::TextLiteral&) {}
  void operator()(const ast::Field& field) {
    const ast::ExprId self = expr_;
    const RowName* row = find_row(rows_, field.row.text);
    if (!row) return unknown_row(field.row);
    if (!row->table) return;  // of a table that is not known
    if (const auto id = names_.field(*row->table, field.field)) {
      resolved_.fields[self] = {*id, row->level};
    }
  }
  void operator()(const ast::Aggregate& node) {
    const ast::ExprId self = expr_;
    const auto table = names_.table(node.table);
    const auto level = static_cast<std::uint32_t>(rows_.size());
    if (rows_.size() >= kMostRows) {
      bag_.report(Code::rows_too_deep, node.row.span, {std::to_string(kMostRows)});
      return;
    }
    report_taken_row(node.row, rows_, names_, bag_);
    if (table) resolved_.aggregates[self] = {*table, level};
    rows_.push_back({node.row.text, table, level, node.row.span});
    if (node.where) expression(*node.where);
    if (node.body) expression(*node.body);
    rows_.pop_back();
  }
  void operator()(const ast::OverYears& node) { expression(node.datum); }
  void operator()(const ast::GroupTotal& node) {
    const auto* amount = std::get_if<ast::Name>(&program_.exprs[node.amount].node);
    if (amount && names_.is_swapped_total(amount->text, node.group.text)) {
      return report_swapped_total({amount->text, program_.exprs[node.amount].span}, node.group,
                                  bag_);
    }
    names_.group(node.group);
    expression(node.amount);
  }
  void operator()(const ast::GroupSize& node) { names_.group(node.group); }
  void operator()(const ast::Name& name) {
    if (report_half_of_a_field({name.text, program_.exprs[expr_].span}, rows_, names_, resolved_,
                               bag_)) {
      return;
    }
    names_.value(expr_, {name.text, program_.exprs[expr_].span}, role_, type_);
  }
  void operator()(const ast::Unary& node) { expression(node.operand, role_, type_); }
  void operator()(const ast::Binary& node) {
    if (node.op == ast::BinaryOp::subtract && names_.is_hyphened(node, program_)) return;
    // What is compared is of one type, and a word that nobody knows was to be of it too.
    const bool compares =
        node.op >= ast::BinaryOp::at_least && node.op <= ast::BinaryOp::different_from;
    const ast::TypeText* of_left = compares ? type_of(node.left) : nullptr;
    const ast::TypeText* of_right = compares ? type_of(node.right) : nullptr;
    expression(node.left, Role::value, of_right);
    expression(node.right, Role::value, of_left);
  }
  void operator()(const ast::Call& node) {
    for (const ast::ExprId argument : node.arguments) expression(argument);
  }
  void operator()(const ast::Conditional& node) {
    const auto [role, type] = std::pair(role_, type_);
    expression(node.condition);
    expression(node.yes, role, type);
    expression(node.no, role, type);
  }

  // ---- types
  void operator()(const ast::UnitText& text) { unit(text, Role::type, nullptr, {}); }
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
  void operator()(const ast::ExprId& expr) { expression(expr, Role::example_value, type_); }
  void operator()(const ast::PeriodText&) {}
  void operator()(const ast::Rows& rows) {
    const auto table = given_table_;
    for (const ast::Row& row : rows.rows) {
      for (const ast::Given& cell : row.cells) {
        const auto field = table ? names_.field(*table, cell.datum) : std::nullopt;
        given_table_.reset();
        value(cell.value, field ? &resolved_.data[*field].field->type : nullptr);
      }
    }
    given_table_ = table;
  }

 private:
  // The name of a row, while the aggregate that it belongs to is read.
  static constexpr std::size_t kMostRows = 8;  // an aggregate in an aggregate costs rows times rows

  /// @param type  that it must be of, where its place says so
  void expression(ast::ExprId id, Role role = Role::value, const ast::TypeText* type = nullptr) {
    expr_ = id;
    role_ = role;
    type_ = type;
    std::visit(*this, program_.exprs[id].node);
  }

  template <class Decl>
  void bounds(const Decl& decl) {
    if (decl.at_least) expression(*decl.at_least, Role::literal, &decl.type);
    if (decl.at_most) expression(*decl.at_most, Role::literal, &decl.type);
  }

  void values(const std::vector<ast::ParameterValue>& all, const ast::TypeText* type) {
    for (const ast::ParameterValue& value : all) {
      expression(value.value, Role::literal, type);
      sources(value.sources);
    }
  }

  void each(const std::vector<ast::ExprId>& first, const std::vector<ast::ExprId>& more = {}) {
    for (const ast::ExprId one : first) expression(one);
    for (const ast::ExprId one : more) expression(one);
  }

  void requirement(const ast::Requirement& requirement) {
    expression(requirement.condition);
    if (requirement.applies_if) expression(*requirement.applies_if);
    if (requirement.tolerance) expression(*requirement.tolerance);
    for (const ast::Lever& lever : requirement.levers) {
      const bool of_row = lever.row && stand_on_row(*lever.row, requirement.condition);
      if (lever.row) {
        const auto table = of_row ? rows_.back().table : std::nullopt;
        const auto field = table ? names_.field(*table, lever.datum) : std::nullopt;
        if (field) resolved_.meanings[{lever.datum.span, lever.datum.text}] = *field;
        if (!of_row) report_lever_of_no_row(lever, program_.exprs[requirement.condition], bag_);
      } else {
        names_.datum(lever.datum, Role::lever);
      }
      for (const auto& part : {lever.step, lever.cost, lever.net_of}) {
        if (part) expression(*part);  // a price may read the row
      }
      if (of_row) rows_.pop_back();
    }
  }

  // `si colma con c.posti` closes `per ogni c in comuni: …`.
  bool stand_on_row(const ast::Identifier& row, ast::ExprId condition) {
    const auto* over = std::get_if<ast::Aggregate>(&program_.exprs[condition].node);
    const bool every = over && over->kind == ast::Aggregation::for_every;
    if (!every || over->row.text != row.text) return false;
    const auto known = resolved_.aggregates.find(condition);
    const auto table =
        known == resolved_.aggregates.end() ? std::nullopt : std::optional(known->second.table);
    rows_.push_back({row.text, table, 0, row.span});
    return true;
  }

  void givens(const std::vector<ast::Given>& all) {
    for (const ast::Given& given : all) {
      given_table_.reset();
      const auto id = names_.given(given.datum);
      if (id && resolved_.data[*id].table) given_table_ = resolved_.data[*id].table_id;
      const bool single = id && resolved_.data[*id].decl;
      value(given.value, single ? &resolved_.data[*id].decl->type : nullptr);
    }
    given_table_.reset();
  }

  // ---- rows

  void unknown_row(const ast::Identifier& name) {
    std::vector<std::string> known;
    for (const RowName& row : rows_) known.push_back(row.name);
    names_.unknown_row(name, std::move(known));
  }

  void type(const ast::TypeText& text) { std::visit(*this, text.type); }
  void value(const ast::Value& value, const ast::TypeText* type) {
    type_ = type;
    std::visit(*this, value.value);
  }

  void unit(const ast::UnitText& text, Role role, const ast::TypeText* type,
            const std::optional<Rational>& count) {
    const bool whole = text.factors.size() == 1;  // of `ore/mese` neither says anything of a part
    for (const ast::UnitText::Factor& factor : text.factors) {
      if (is_built_in_unit(factor.symbol.text)) continue;
      names_.unit(factor.symbol, whole ? role : Role::any, whole ? type : nullptr,
                  whole ? count : std::nullopt);
    }
  }

  [[nodiscard]] const ast::TypeText* type_of(ast::ExprId id) const {
    const ast::Node& node = program_.exprs[id].node;
    if (const auto* name = std::get_if<ast::Name>(&node)) return names_.type_of(name->text);
    const auto* field = std::get_if<ast::Field>(&node);
    if (!field) return nullptr;
    const RowName* row = find_row(rows_, field->row.text);
    return row && row->table ? names_.type_of(*row->table, field->field.text) : nullptr;
  }

  void area(const std::optional<ast::Identifier>& name) {
    if (name) names_.area(*name);
  }

  void sources(const std::vector<ast::Identifier>& names) {
    for (const ast::Identifier& name : names) {
      names_.source(name);
    }
    report_repetitions(names, bag_);
  }

  void path(const ast::Expected& expected) {
    if (expected.path.empty()) return;
    const ast::Identifier& name = expected.path.front();
    if (std::holds_alternative<ast::ExpectedFinding>(expected.what)) {
      names_.check(name);
    } else if (!std::holds_alternative<ast::ExpectedOutcome>(expected.what)) {
      names_.computed(name);
    } else if (const auto rule = names_.rule(name, Role::expected_verdict);
               rule && expected.path.size() > 1) {
      names_.requirement(*rule, expected.path[1]);
    }
  }

  Resolved& resolved_;
  const ast::Program& program_;
  DiagnosticBag& bag_;
  FoundNames names_;
  ast::ExprId expr_;
  Role role_ = Role::value;  // of what is read, and of which type it must be
  const ast::TypeText* type_ = nullptr;
  std::vector<RowName> rows_;           // the aggregates that enclose what is read
  std::optional<TableId> given_table_;  // of the rows that an example gives
};

}  // namespace

Resolved resolve(const ast::Program& program, DiagnosticBag& bag) {
  auto [resolved, names] = declare(program, bag);
  Resolver(names, resolved, bag).run();
  resolving::report_slips(resolved, bag);
  return resolved;
}

}  // namespace leps::inline resolving
