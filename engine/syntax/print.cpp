// Declarations and files as text: a clause a line, two spaces deep, a blank line between blocks.
// Short declarations of one kind stand together. A comment stands above the line that it precedes.
#include "syntax/print.hpp"

#include "syntax/keywords.hpp"
#include "syntax/print_parts.hpp"

#include <algorithm>
#include <array>

namespace leps {
namespace {

constexpr std::size_t kWidest = 110;  // beyond it the data of an example go on in a new line

/// A line of a block, and where in the source what it says begins: the comments before that place
/// stand above it. Place 0: it begins where the line above it does.
struct Line {
  std::size_t depth = 0;
  std::string text;
  std::uint32_t at = 0;
};

class DeclarationPrinter {
 public:
  DeclarationPrinter(const ast::Program& program, Language language)
      : program_(program), language_(language) {}

  std::vector<Line> lines(const ast::Declaration& declaration) {
    std::visit([&](const auto& one) { print(one); }, declaration);
    return std::move(lines_);
  }
  std::vector<Line> package_lines(const ast::File& file) {
    add(0,
        in(Keyword::package) + ' ' + file.package.text + ' ' + in(Keyword::version) + ' ' +
            quoted(file.version),
        file.package.span.begin);
    notes(1, file.notes);
    return std::move(lines_);
  }

 private:
  // ---- words
  [[nodiscard]] std::string in(Keyword keyword) const {
    return std::string(word(keyword, language_));
  }
  static std::string quoted(const ast::Quoted& text) { return '"' + text.text + '"'; }
  [[nodiscard]] std::string expression(ast::ExprId id) const {
    return print_expression(program_, id, language_);
  }
  static std::string names(const std::vector<ast::Identifier>& all) {
    std::string text;
    for (const ast::Identifier& name : all) text += (text.empty() ? "" : ", ") + name.text;
    return text;
  }
  [[nodiscard]] std::string confidence(const ast::ConfidenceText& text) const {
    constexpr std::array kWords = {Keyword::verified, Keyword::unverified, Keyword::assumption};
    return in(kWords[static_cast<std::size_t>(text.value)]);
  }
  [[nodiscard]] std::string with_confidence(std::string clause,
                                            const std::optional<ast::ConfidenceText>& text) const {
    return text ? clause + "  " + confidence(*text) : clause;
  }
  [[nodiscard]] std::string period(const Period& period) const {
    std::string text = in(Keyword::from) + ' ' + print_day(period.from, language_);
    if (period.to) text += ' ' + in(Keyword::to) + ' ' + print_day(*period.to, language_);
    return text;
  }
  [[nodiscard]] std::string type(const ast::TypeText& text) const {
    struct Print {
      const DeclarationPrinter& printer;
      std::string operator()(const ast::UnitText& unit) const { return syntax::print_unit(unit); }
      std::string operator()(const ast::ShareType&) const { return printer.in(Keyword::share); }
      std::string operator()(const ast::NumberType&) const { return printer.in(Keyword::number); }
      std::string operator()(const ast::TruthType&) const {
        return printer.in(Keyword::yes) + '/' + printer.in(Keyword::no);
      }
      std::string operator()(const ast::ChoiceType& choice) const {
        return printer.in(Keyword::one_of) + ' ' + names(choice.values);
      }
    };
    return std::visit(Print{*this}, text.type);
  }
  [[nodiscard]] std::string value(const ast::Value& value) const {
    struct Print {
      const DeclarationPrinter& printer;
      std::string operator()(const ast::Unknown&) const { return "?"; }
      std::string operator()(const ast::Range& range) const {
        std::string text = '[' + print_digits(range.lo.digits, printer.language_) + "; " +
                           print_digits(range.hi.digits, printer.language_) + ']';
        if (range.hi.unit) text += ' ' + syntax::print_unit(*range.hi.unit);
        return text;
      }
      std::string operator()(ast::ExprId id) const { return printer.expression(id); }
    };
    return std::visit(Print{*this}, value.value);
  }

  // ---- lines
  void add(std::size_t depth, std::string text, std::uint32_t at = 0) {
    lines_.push_back({depth, std::move(text), at});
  }
  void clause(Keyword keyword, const std::string& rest, std::uint32_t at = 0) {
    add(1, in(keyword) + ' ' + rest, at);
  }
  void notes(std::size_t depth, const std::vector<ast::Quoted>& all) {
    for (const ast::Quoted& note : all) {
      add(depth, in(Keyword::note) + ' ' + quoted(note), note.span.begin);
    }
  }
  void sources(const std::vector<ast::Identifier>& all) {
    if (!all.empty()) clause(Keyword::according_to, names(all), all.front().span.begin);
  }
  void expression_clause(Keyword keyword, const std::optional<ast::ExprId>& id) {
    if (id) clause(keyword, expression(*id), begin_of(*id));
  }
  [[nodiscard]] std::uint32_t begin_of(ast::ExprId id) const {
    return program_.exprs[id].span.begin;
  }

  // ---- declarations
  void print(const ast::SourceDecl& source) {
    add(0, in(Keyword::source) + ' ' + source.name.text + ' ' + quoted(source.title),
        source.span.begin);
    if (source.urn) clause(Keyword::urn, source.urn->text, source.urn->span.begin);
    if (source.url) clause(Keyword::url, source.url->text, source.url->span.begin);
    notes(1, source.notes);
  }

  void print(const ast::UnitsDecl& units) {
    add(0, in(Keyword::units) + ' ' + names(units.symbols), units.span.begin);
  }

  void print(const ast::CategoryDecl& category) {
    std::string text =
        in(Keyword::category) + ' ' + category.name.text + ' ' + quoted(category.title);
    if (category.binding) text += ' ' + in(Keyword::binding);
    if (category.period) text += ' ' + period(category.period->period);
    add(0, std::move(text), category.span.begin);
  }

  template <class Declaration>
  void typed(Keyword keyword, const Declaration& declaration) {
    std::string text = in(keyword) + ' ' + declaration.name.text + " : " + type(declaration.type);
    if (declaration.title) text += ' ' + quoted(*declaration.title);
    add(0, std::move(text), declaration.span.begin);
  }

  void print(const ast::DatumDecl& datum) {
    typed(Keyword::datum, datum);
    std::string bounds;
    std::uint32_t at = 0;
    const auto bound = [&](const std::string& text) {
      bounds += (bounds.empty() ? "" : "  ") + text;
    };
    if (datum.at_least) {
      bound(in(Keyword::at_least) + ' ' + expression(*datum.at_least));
      at = begin_of(*datum.at_least);
    }
    if (datum.at_most) {
      bound(in(Keyword::at_most) + ' ' + expression(*datum.at_most));
      if (at == 0) at = begin_of(*datum.at_most);
    }
    if (datum.whole) bound(in(Keyword::whole));
    if (!bounds.empty()) add(1, bounds, at);
    if (datum.held_by) clause(Keyword::held_by, quoted(*datum.held_by), datum.held_by->span.begin);
    notes(1, datum.notes);
  }

  void print(const ast::ParameterDecl& parameter) {
    typed(Keyword::parameter, parameter);
    for (const ast::ParameterValue& value : parameter.values) {
      add(1,
          period(value.period.period) + ' ' + in(Keyword::is) + ' ' + expression(value.value) +
              "  " + confidence(value.confidence) + "  " + in(Keyword::according_to) + ' ' +
              names(value.sources),
          value.period.span.begin);
      notes(2, value.notes);
    }
  }

  void print(const ast::ComputedDecl& computed) {
    typed(Keyword::computed, computed);
    add(1, "= " + expression(computed.value), begin_of(computed.value));
    sources(computed.sources);
    notes(1, computed.notes);
  }

  void print(const ast::RuleDecl& rule) {
    add(0, in(Keyword::rule) + ' ' + rule.name.text + ' ' + quoted(rule.title), rule.span.begin);
    clause(Keyword::category, rule.category.text, rule.category.span.begin);
    sources(rule.sources);
    clause(Keyword::in_force,
           with_confidence(period(rule.in_force.period), rule.in_force_confidence),
           rule.in_force.span.begin);
    expression_clause(Keyword::applies_if, rule.applies_if);
    for (const ast::Requirement& requirement : rule.requirements) print(requirement);
    if (rule.partial_if) {
      const ast::ExprId condition = rule.partial_if->condition;
      clause(Keyword::partial_if,
             with_confidence(expression(condition), rule.partial_if->confidence),
             begin_of(condition));
    }
    if (!rule.after.empty()) {
      clause(Keyword::after, with_confidence(names(rule.after), rule.after_confidence),
             rule.after.front().span.begin);
    }
    expression_clause(Keyword::beneficiaries, rule.beneficiaries);
    if (rule.deadline) clause(Keyword::deadline, print_day(*rule.deadline, language_));
    expression_clause(Keyword::score, rule.score);
    notes(1, rule.notes);
  }

  void print(const ast::Requirement& requirement) {
    std::string head = in(Keyword::requirement) + ' ' + requirement.name.text;
    if (requirement.title) head += ' ' + quoted(*requirement.title);
    add(1, head + ": " + expression(requirement.condition), requirement.name.span.begin);
    if (requirement.applies_if) {
      add(2, in(Keyword::applies_if) + ' ' + expression(*requirement.applies_if),
          begin_of(*requirement.applies_if));
    }
    for (const ast::Lever& lever : requirement.levers) {
      std::string text = in(Keyword::closed_by) + ' ' + lever.datum.text;
      if (lever.rounding == ast::Rounding::whole_units) text += "  " + in(Keyword::in_whole_units);
      if (lever.step) text += "  " + in(Keyword::in_steps_of) + ' ' + expression(*lever.step);
      if (lever.cost) text += "  " + in(Keyword::cost) + ' ' + expression(*lever.cost);
      if (lever.net_of) text += "  " + in(Keyword::net_of) + ' ' + expression(*lever.net_of);
      add(2, std::move(text), lever.datum.span.begin);
    }
  }

  void print(const ast::OrderingDecl& ordering) {
    constexpr std::array kCriteria = {
        Keyword::category,      Keyword::causes_first, Keyword::relative_gap, Keyword::cost,
        Keyword::beneficiaries, Keyword::deadline,     Keyword::score};
    add(0, in(Keyword::ordering) + ' ' + ordering.name.text, ordering.span.begin);
    std::string criteria;
    for (const ast::Criterion criterion : ordering.criteria) {
      criteria +=
          (criteria.empty() ? "" : ", ") + in(kCriteria[static_cast<std::size_t>(criterion)]);
    }
    clause(Keyword::by, criteria,
           ordering.criterion_spans.empty() ? 0 : ordering.criterion_spans.front().begin);
  }

  void print(const ast::ExampleDecl& example) {
    add(0, in(Keyword::example) + ' ' + quoted(example.title), example.span.begin);
    clause(Keyword::year, std::to_string(example.year), example.year_span.begin);
    for (std::size_t i = 0; i < example.givens.size(); ++i) {
      const ast::Given& given = example.givens[i];
      const bool last = i + 1 == example.givens.size();
      const std::string text = given.datum.text + " = " + value(given.value) + (last ? "" : ";");
      const bool fits = i > 0 && lines_.back().text.size() + text.size() + 1 <= kWidest;
      if (fits) {
        lines_.back().text += ' ' + text;
      } else {
        add(1, text, given.datum.span.begin);
      }
    }
    add(1, in(Keyword::expect),
        example.expectations.empty() ? 0 : example.expectations.front().span.begin);
    for (const ast::Expected& expected : example.expectations)
      add(2, expectation(expected), expected.span.begin);
  }

  [[nodiscard]] std::string expectation(const ast::Expected& expected) const {
    constexpr std::array kVerdictWords = {
        Keyword::met,          Keyword::partial,        Keyword::unmet,
        Keyword::undetermined, Keyword::not_applicable, Keyword::not_in_force};
    std::string text;
    for (const ast::Identifier& part : expected.path) {
      text += (text.empty() ? "" : ".") + part.text;
    }
    if (expected.verdict) {
      text += ' ' + in(kVerdictWords[static_cast<std::size_t>(*expected.verdict)]);
      if (expected.value) text += ' ' + in(Keyword::gap) + ' ' + value(*expected.value);
    } else if (expected.value) {
      text += " = " + value(*expected.value);
    }
    return text;
  }

  const ast::Program& program_;
  Language language_;
  std::vector<Line> lines_;
};

/// Puts blocks below each other, with the comments between their lines.
class FilePrinter {
 public:
  explicit FilePrinter(const std::vector<ast::Comment>& comments) : comments_(comments) {}

  void block(const std::vector<Line>& lines, bool after_blank_line) {
    const bool commented = next_ < comments_.size() && !lines.empty() &&
                           comments_[next_].span.begin < lines.front().at;
    if (!out_.empty() && (after_blank_line || commented)) out_ += '\n';
    for (const Line& line : lines) {
      const std::string margin(2 * line.depth, ' ');
      while (next_ < comments_.size() && comments_[next_].span.begin < line.at) comment(margin);
      out_ += margin + line.text + '\n';
    }
  }
  std::string finish() {
    if (next_ < comments_.size() && !out_.empty()) out_ += '\n';
    while (next_ < comments_.size()) comment("");
    return std::move(out_);
  }

 private:
  void comment(const std::string& margin) {
    out_ += margin + "/*" + comments_[next_++].text + "*/\n";
  }

  const std::vector<ast::Comment>& comments_;
  std::size_t next_ = 0;
  std::string out_;
};

/// Whether blocks of the kind stand together, without a blank line between them.
bool stands_together(const ast::Declaration& declaration) {
  struct Answer {
    bool operator()(const ast::SourceDecl&) const { return true; }
    bool operator()(const ast::UnitsDecl&) const { return true; }
    bool operator()(const ast::CategoryDecl&) const { return true; }
    bool operator()(const ast::DatumDecl&) const { return true; }
    bool operator()(const ast::ParameterDecl&) const { return true; }
    bool operator()(const ast::ComputedDecl&) const { return false; }
    bool operator()(const ast::RuleDecl&) const { return false; }
    bool operator()(const ast::OrderingDecl&) const { return false; }
    bool operator()(const ast::ExampleDecl&) const { return false; }
  };
  return std::visit(Answer{}, declaration);
}

}  // namespace

std::string print(const ast::Program& program, const ast::File& file, Language language) {
  FilePrinter printer(file.comments);
  if (!file.package.text.empty()) {
    printer.block(DeclarationPrinter(program, language).package_lines(file), false);
  }
  const ast::Declaration* before = nullptr;
  for (const ast::Declaration& declaration : file.declarations) {
    const bool together =
        before != nullptr && before->index() == declaration.index() && stands_together(declaration);
    printer.block(DeclarationPrinter(program, language).lines(declaration), !together);
    before = &declaration;
  }
  return printer.finish();
}

std::string print(const ast::Program& program, const ast::Declaration& declaration,
                  Language language) {
  std::string text;
  for (const Line& line : DeclarationPrinter(program, language).lines(declaration)) {
    text += std::string(2 * line.depth, ' ') + line.text + '\n';
  }
  return text;
}

}  // namespace leps
