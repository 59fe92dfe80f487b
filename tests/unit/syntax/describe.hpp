// The AST as plain text for tests: who reads a row sees the tree, and not how it is stored. It is
// written apart from the printer, so that a mistake in one is not hidden by the same in the other.
#pragma once

#include "syntax/ast.hpp"
#include "syntax/parse.hpp"
#include "syntax/print_expression.hpp"

#include <array>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace leps::test {

struct Parsed {
  SourceMap sources;
  DiagnosticBag bag;
  ast::Program program;

  [[nodiscard]] const ast::File& file() const { return program.files.front(); }
  [[nodiscard]] std::string written(Span span) const { return std::string(sources.text(span)); }
};

inline Parsed parse_text(const std::string& text);
/// An expression inside the smallest pack that can hold it, in the language asked for.
inline Parsed parse_expression(const std::string& text, Language language = Language::italian);
/// The expression that parse_expression() has read; nothing where it was refused.
inline const ast::Expr* expression_of(const Parsed& parsed);

inline std::string describe(const ast::Program& program, ast::ExprId id);
inline std::string describe(const ast::Program& program, const ast::Declaration& declaration);
/// The pack, its declarations and comments, a line each.
inline std::string describe(const ast::Program& program, const ast::File& file);
/// The codes of all that was reported: `syntax/missing syntax/unexpected`.
inline std::string codes(const DiagnosticBag& bag);

inline std::string read_pack(const std::string& name);

namespace detail {

inline constexpr std::array kOperators = {
    "+", "-", "*", "/", "of", ">=", "<=", ">", "<", "=", "!=", "and", "or"};
inline constexpr std::array kConfidences = {"verificato", "da_verificare", "ipotesi"};
inline constexpr std::array kCriteria = {"category", "causes",   "gap",  "cost",
                                         "people",   "deadline", "score"};

inline constexpr std::array kFunctions = {
    "min",           "max",           "start",           "finish",
    "days_in_year",  "share_of_year", "share_of_months", "uncovered_days",
    "unite",         "intersect",     "complement",      "hours_in_week",
    "hours_in_year", "days_in_week",  "uncovered_week",  "uncovered_year",
    "previous_year", "rounded_up",    "rounded_down"};
inline constexpr std::array kAggregations = {
    "count", "sum", "mean", "least", "greatest", "percentage", "uncovered", "every", "exists"};

inline std::string unit(const ast::UnitText& unit) {
  std::string text;
  for (const auto& factor : unit.factors) {
    text += (text.empty() ? "" : " ") + factor.symbol.text + "^" + std::to_string(factor.exponent);
  }
  return "[" + text + "]";
}

inline std::string number(const ast::Number& number) {
  std::string text = to_string(number.value);
  if (number.form == ast::NumberForm::percent) text += "%";
  if (number.form == ast::NumberForm::fraction) text += "f";
  if (number.unit) text += unit(*number.unit);
  return text;
}

inline std::string names(const std::vector<ast::Identifier>& all) {
  std::string text;
  for (const auto& name : all) text += (text.empty() ? "" : ",") + name.text;
  return text;
}

inline std::string period(const ast::PeriodText& text) {
  return to_iso(text.period.from) + ".." + (text.period.to ? to_iso(*text.period.to) : "");
}

inline std::string confidence(const std::optional<ast::ConfidenceText>& text) {
  return text ? std::string(" ") + kConfidences[static_cast<std::size_t>(text->value)] : "";
}

template <class Text>
std::string optional(const char* label, const Text& text) {
  return text ? std::string(" ") + label + "'" + text->text + "'" : "";
}

inline std::string notes(const std::vector<ast::Quoted>& all) {
  std::string text;
  for (const auto& note : all) text += " note'" + note.text + "'";
  return text;
}

struct Describe {
  const ast::Program& program;

  [[nodiscard]] std::string expr(ast::ExprId id) const { return describe(program, id); }
  [[nodiscard]] std::string maybe(const char* label, const std::optional<ast::ExprId>& id) const {
    return id ? std::string(" ") + label + expr(*id) : "";
  }

  // expressions
  std::string operator()(const ast::Number& n) const { return number(n); }
  std::string operator()(const ast::Ratio& r) const {
    return "(" + number(r.counted) + " per " + number(r.served) + ")";
  }
  std::string operator()(const ast::TruthLiteral& t) const { return t.value ? "yes" : "no"; }
  std::string operator()(const ast::Name& n) const { return n.text; }
  std::string operator()(const ast::Unary& u) const {
    return std::string(u.op == ast::UnaryOp::negate ? "(neg " : "(not ") + expr(u.operand) + ")";
  }
  std::string operator()(const ast::Binary& b) const {
    return std::string("(") + kOperators[static_cast<std::size_t>(b.op)] + " " + expr(b.left) +
           " " + expr(b.right) + (b.or_fraction ? " begun)" : ")");
  }
  std::string operator()(const ast::Call& c) const {
    std::string text = std::string("(") + kFunctions[static_cast<std::size_t>(c.function)];
    for (const auto argument : c.arguments) text += " " + expr(argument);
    return text + ")";
  }
  std::string operator()(const ast::Conditional& c) const {
    return "(if " + expr(c.condition) + " " + expr(c.yes) + " " + expr(c.no) + ")";
  }

  std::string operator()(const ast::DayLiteral& d) const { return to_iso(d.day); }
  std::string operator()(const ast::YearDayLiteral& d) const {
    return std::to_string(unsigned{d.day.day.day()}) + "/" +
           std::to_string(unsigned{d.day.day.month()}) + (d.day.years < 0 ? "" : "+") +
           std::to_string(d.day.years);
  }
  std::string operator()(const ast::Within& w) const {
    const char* units[] = {"", " working days", " months"};
    if (!w.length) return "(by " + expr(w.what) + " " + expr(w.from) + ")";
    return "(within " + expr(w.what) + " " + expr(*w.length) + units[static_cast<int>(w.unit)] +
           " from " + expr(w.from) + ")";
  }
  std::string operator()(const ast::Never&) const { return "never"; }
  std::string operator()(const ast::SurveyDay&) const { return "survey"; }
  std::string operator()(const ast::TextLiteral& t) const { return "'" + t.text + "'"; }
  std::string operator()(const ast::Field& f) const { return f.row.text + "." + f.field.text; }
  std::string operator()(const ast::Aggregate& a) const {
    return std::string("(") + kAggregations[static_cast<std::size_t>(a.kind)] + " " + a.row.text +
           " in " + a.table.text + maybe("where ", a.where) + maybe(": ", a.body) + ")";
  }
  std::string operator()(const ast::OverYears& y) const {
    return std::string(y.mean ? "(mean" : "(years") + " " + std::to_string(y.years) + " " +
           expr(y.datum) + ")";
  }
  std::string operator()(const ast::GroupTotal& t) const {
    return "(total " + expr(t.amount) + " over " + t.group.text + ")";
  }
  std::string operator()(const ast::Bands& b) const {
    std::string text = "(bands " + expr(b.of);
    for (const auto& band : b.bands) text += " " + expr(band.limit) + ":" + expr(band.rate);
    return text + " beyond:" + expr(b.beyond) + ")";
  }
  std::string operator()(const ast::Lookup& l) const {
    return expr(l.parameter) + "[" + expr(l.word) + "]";
  }
  std::string operator()(const ast::Between& b) const {
    return "(between " + expr(b.what) + " " + expr(b.low) + " " + expr(b.high) + ")";
  }
  std::string operator()(const ast::OneAmong& a) const {
    return "(among " + expr(a.what) + items(a.items) + ")";
  }
  std::string operator()(const ast::CountAmong& a) const {
    return std::string("(") + kOperators[static_cast<std::size_t>(a.op)] + " " + expr(a.number) +
           " among" + items(a.items) + ")";
  }
  [[nodiscard]] std::string items(const std::vector<ast::ExprId>& all) const {
    std::string text;
    for (const ast::ExprId each : all) text += " " + expr(each);
    return text;
  }
  std::string operator()(const ast::GroupSize& s) const { return "(members " + s.group.text + ")"; }

  // types and values
  [[nodiscard]] std::string type(const ast::TypeText& text) const {
    struct Visit {
      std::string operator()(const ast::UnitText& u) const { return unit(u); }
      std::string operator()(const ast::ShareType&) const { return "share"; }
      std::string operator()(const ast::NumberType&) const { return "number"; }
      std::string operator()(const ast::TruthType&) const { return "truth"; }
      std::string operator()(const ast::ChoiceType& c) const { return "one of " + names(c.values); }
      std::string operator()(const ast::DayType&) const { return "day"; }
      std::string operator()(const ast::PeriodType&) const { return "period"; }
      std::string operator()(const ast::TimetableType&) const { return "timetable"; }
      std::string operator()(const ast::TextType&) const { return "text"; }
    };
    return std::visit(Visit{}, text.type);
  }
  [[nodiscard]] std::string value(const ast::Value& v) const {
    if (std::holds_alternative<ast::Unknown>(v.value)) return "?";
    if (const auto* range = std::get_if<ast::Range>(&v.value)) {
      return number(range->lo) + ".." + number(range->hi);
    }
    if (const auto* p = std::get_if<ast::PeriodText>(&v.value)) return period(*p);
    if (const auto* rows = std::get_if<ast::Rows>(&v.value)) {
      std::string text = "[";
      for (const auto& row : rows->rows) {
        text += (text == "[" ? "" : " ") + std::to_string(row.times) + "x(";
        for (const auto& cell : row.cells) {
          text += (text.back() == '(' ? "" : " ") + given(cell);
        }
        text += ")";
      }
      return text + "]";
    }
    return expr(std::get<ast::ExprId>(v.value));
  }
  [[nodiscard]] std::string given(const ast::Given& g) const {
    return g.datum.text + "=" + value(g.value);
  }

  // declarations
  std::string operator()(const ast::SourceDecl& s) const {
    return "source " + s.name.text + " '" + s.title.text + "'" + optional("urn", s.urn) +
           optional("url", s.url) + notes(s.notes);
  }
  std::string operator()(const ast::UnitsDecl& u) const { return "units " + names(u.symbols); }
  std::string operator()(const ast::CategoryDecl& c) const {
    return "category " + c.name.text + " '" + c.title.text + "'" + (c.binding ? " binding" : "") +
           (c.period ? " " + period(*c.period) : "");
  }
  template <class Decl>
  std::string typed(const char* kind, const Decl& d) const {
    return std::string(kind) + " " + d.name.text + ": " + type(d.type) + optional("", d.title);
  }
  std::string operator()(const ast::DatumDecl& d) const {
    return typed("datum", d) + maybe(">=", d.at_least) + maybe("<=", d.at_most) +
           (d.whole ? " whole" : "") + part(d) + maybe("if missing ", d.if_missing) +
           confidence(d.if_missing_confidence) + area(d.area) + origins(d.precedence) +
           optional("by", d.held_by) + notes(d.notes);
  }
  static std::string part(const ast::DatumDecl& d) {
    if (!d.part_of) return {};
    return " part of " + d.part_of->whole.text + confidence(d.part_of->confidence);
  }
  static std::string origins(const std::vector<ast::Quoted>& all) {
    std::string text;
    for (const auto& one : all) text += (text.empty() ? " prefer '" : ", '") + one.text + "'";
    return text;
  }
  std::string operator()(const ast::TableDecl& t) const {
    std::string text = "table " + t.name.text + optional("", t.title) + optional("by", t.held_by) +
                       area(t.area) + notes(t.notes);
    for (const auto& f : t.fields) {
      text += " {" + typed("field", f) + (f.key ? " key" : "") + maybe(">=", f.at_least) +
              maybe("<=", f.at_most) + (f.whole ? " whole" : "") + notes(f.notes) + "}";
    }
    return text;
  }
  std::string operator()(const ast::AreaDecl& a) const {
    return "area " + a.name.text + " '" + a.title.text + "'" + notes(a.notes);
  }
  static std::string area(const std::optional<ast::Identifier>& a) {
    return a ? " in area " + a->text : "";
  }
  std::string operator()(const ast::GroupDecl& g) const {
    return "group " + g.name.text + " '" + g.title.text + "'" + notes(g.notes);
  }
  std::string operator()(const ast::CheckDecl& c) const {
    return "check " + c.name.text + " '" + c.title.text + "' " + (c.error ? "error" : "warning") +
           ": " + expr(c.condition) + maybe("if ", c.applies_if) +
           (c.sources.empty() ? "" : " " + names(c.sources)) + notes(c.notes);
  }
  std::string operator()(const ast::ParameterAmendment& p) const {
    return "amend parameter " + p.name.text + values(p.values);
  }
  std::string operator()(const ast::RequirementAmendment& r) const {
    return "amend requirement " + r.rule.text + requirement(r.requirement) + " " +
           period(r.in_force) + confidence(r.in_force_confidence) + " " + names(r.sources) +
           notes(r.notes);
  }
  std::string operator()(const ast::RuleAmendment& r) const {
    std::string text = "amend rule " + r.rule.text + optional("", r.title) + " " +
                       period(r.in_force) + confidence(r.in_force_confidence) + " " +
                       names(r.sources);
    for (const auto& each : r.requirements) text += requirement(each);
    return text + notes(r.notes);
  }
  std::string operator()(const ast::Ending& e) const {
    return "end " + e.rule.text + (e.requirement ? "." + e.requirement->text : "") + " " +
           to_iso(e.end.day) + confidence(e.end.confidence) + " " + names(e.sources) +
           notes(e.notes);
  }
  std::string operator()(const ast::ParameterDecl& p) const {
    return typed("parameter", p) + values(p.values);
  }
  [[nodiscard]] std::string values(const std::vector<ast::ParameterValue>& all) const {
    std::string text;
    for (const auto& v : all) {
      text += (v.word ? " " + v.word->text : "") + " {" + period(v.period) + " " + expr(v.value) +
              confidence(v.confidence) + " " + names(v.sources) + notes(v.notes) + "}";
    }
    return text;
  }
  std::string operator()(const ast::ComputedDecl& c) const {
    return typed("computed", c) + " = " + expr(c.value) + confidence(c.confidence) + area(c.area) +
           (c.sources.empty() ? "" : " " + names(c.sources)) + notes(c.notes);
  }
  [[nodiscard]] std::string requirement(const ast::Requirement& r) const {
    std::string text = " {" + r.name.text + optional("", r.title) + ": " + expr(r.condition) +
                       confidence(r.confidence) + maybe("if ", r.applies_if) +
                       confidence(r.applies_confidence) + maybe("tolerance ", r.tolerance);
    for (const auto& lever : r.levers) {
      text += " [" + lever.datum.text +
              (lever.rounding == ast::Rounding::whole_units ? " whole" : "") +
              maybe("step ", lever.step) + maybe("cost ", lever.cost) +
              maybe("net ", lever.net_of) + "]";
    }
    return text + "}";
  }
  std::string operator()(const ast::RuleDecl& r) const {
    std::string text = "rule " + r.name.text + " '" + r.title.text + "' " + r.category.text +
                       area(r.area) + " " + names(r.sources) + " " + period(r.in_force) +
                       confidence(r.in_force_confidence) + maybe("if ", r.applies_if) +
                       confidence(r.applies_confidence);
    for (const auto& one : r.requirements) text += requirement(one);
    text += maybe("partial ", r.partial_if) + confidence(r.partial_confidence);
    if (!r.after.empty()) text += " after " + names(r.after) + confidence(r.after_confidence);
    text += maybe("people ", r.beneficiaries);
    if (r.deadline)
      text += " by " + (std::holds_alternative<Day>(*r.deadline)
                            ? to_iso(std::get<Day>(*r.deadline))
                            : print_day(*r.deadline, Language::italian));
    return text + maybe("score ", r.score) + notes(r.notes);
  }
  std::string operator()(const ast::OrderingDecl& o) const {
    std::string text = "order " + o.name.text;
    for (const auto criterion : o.criteria) {
      text += std::string(" ") + kCriteria[static_cast<std::size_t>(criterion)];
    }
    return text;
  }
  std::string operator()(const ast::ExampleDecl& e) const {
    std::string text = "example '" + e.title.text + "' " + std::to_string(e.year);
    if (e.survey) text += " on " + to_iso(e.survey->day);
    for (const auto& one : e.givens) text += " " + given(one);
    for (const auto& other : e.others) {
      text += other.year ? " {" + std::to_string(*other.year) : " {of " + other.group->text;
      if (other.survey) text += " on " + to_iso(other.survey->day);
      for (const auto& one : other.givens) text += " " + given(one);
      text += "}";
    }
    for (const auto& expected : e.expectations) {
      text += " -> ";
      for (const auto& part : expected.path) text += (text.back() == ' ' ? "" : ".") + part.text;
      if (const auto* outcome = std::get_if<ast::ExpectedOutcome>(&expected.what)) {
        text += " " + std::string(to_string(outcome->verdict));
        if (outcome->gap) text += " " + value(*outcome->gap);
        if (outcome->cost) text += " costs " + value(*outcome->cost);
      }
      if (const auto* amount = std::get_if<ast::Value>(&expected.what)) {
        text += " " + value(*amount);
      }
      if (const auto* none = std::get_if<ast::NoValue>(&expected.what)) {
        text += *none == ast::NoValue::unknown ? " unknown" : " not in force";
      }
      if (const auto* finding = std::get_if<ast::ExpectedFinding>(&expected.what)) {
        text += *finding == ast::ExpectedFinding::raised ? " raised" : " not raised";
      }
    }
    return text;
  }
};

}  // namespace detail

inline Parsed parse_text(const std::string& text) {
  Parsed parsed;
  parsed.sources.add("prova.leps", text);
  parsed.program = parse(parsed.sources, parsed.bag);
  return parsed;
}

inline Parsed parse_expression(const std::string& text, Language language) {
  const bool italian = language == Language::italian;
  return parse_text((italian ? "pacchetto p versione \"1\"\ncalcolo c : FTE = "
                             : "package p version \"1\"\ncomputed c : FTE = ") +
                    text + "\n");
}

inline const ast::Expr* expression_of(const Parsed& parsed) {
  if (parsed.file().declarations.empty()) return nullptr;
  const auto* computed = std::get_if<ast::ComputedDecl>(&parsed.file().declarations.front());
  return computed == nullptr ? nullptr : &parsed.program.exprs[computed->value];
}

inline std::string describe(const ast::Program& program, ast::ExprId id) {
  return std::visit(detail::Describe{program}, program.exprs[id].node);
}

inline std::string describe(const ast::Program& program, const ast::Declaration& declaration) {
  return std::visit(detail::Describe{program}, declaration);
}

inline std::string describe(const ast::Program& program, const ast::File& file) {
  std::string text =
      file.package.text + " '" + file.version.text + "'" + (file.draft ? " draft" : "") +
      (file.extends ? " on " + file.extends->package.text + " '" + file.extends->version.text + "'"
                    : "") +
      detail::notes(file.notes) + "\n";
  for (const auto& declaration : file.declarations) text += describe(program, declaration) + "\n";
  for (const auto& comment : file.comments) text += "/*" + comment.text + "*/\n";
  return text;
}

inline std::string codes(const DiagnosticBag& bag) {
  std::string all;
  for (const auto& diagnostic : bag.all()) {
    all += (all.empty() ? "" : " ") + std::string(name(diagnostic.code));
  }
  return all;
}

inline std::string read_pack(const std::string& name) {
  std::ifstream file(std::string(LEPS_TEST_DIR) + "/golden/packs/" + name, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace leps::test
