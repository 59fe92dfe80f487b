// Declarations as lines: a clause a line, the order of clauses the same whatever was written.
#include "syntax/print_declarations.hpp"

#include "syntax/keywords.hpp"
#include "syntax/print_example.hpp"
#include "syntax/print_expression.hpp"
#include "syntax/print_value.hpp"
#include "syntax/reader.hpp"

#include <array>
#include <utility>

namespace leps::inline syntax {
namespace {

class DeclarationPrinter {
 public:
  DeclarationPrinter(const ast::Program& program, Language language)
      : program_(program), language_(language) {}

  std::vector<Line> lines(const ast::Declaration& declaration) {
    std::visit([&](const auto& one) { print(one); }, declaration);
    return std::move(lines_);
  }
  std::vector<Line> package_lines(const ast::File& file) {
    std::string text = in(Keyword::package) + ' ' + file.package.text + ' ' + in(Keyword::version) +
                       ' ' + quoted(file.version);
    if (file.draft) text += ' ' + in(Keyword::draft);
    if (file.extends) {
      text += "  " + in(Keyword::extends) + ' ' + file.extends->package.text + ' ' +
              in(Keyword::version) + ' ' + quoted(file.extends->version);
    }
    add(0, std::move(text), file.package.span.begin);
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
    return print_period(period, language_);
  }
  [[nodiscard]] std::string type(const ast::TypeText& text) const {
    struct Print {
      const DeclarationPrinter& printer;
      std::string operator()(const ast::UnitText& unit) const { return print_unit(unit); }
      std::string operator()(const ast::ShareType&) const { return printer.in(Keyword::share); }
      std::string operator()(const ast::NumberType&) const { return printer.in(Keyword::number); }
      std::string operator()(const ast::TruthType&) const {
        return printer.in(Keyword::yes) + '/' + printer.in(Keyword::no);
      }
      std::string operator()(const ast::ChoiceType& choice) const {
        return printer.in(Keyword::one_of) + ' ' + names(choice.values);
      }
      std::string operator()(const ast::DayType&) const { return printer.in(Keyword::day); }
      std::string operator()(const ast::PeriodType&) const { return printer.in(Keyword::period); }
      std::string operator()(const ast::TimetableType&) const {
        return printer.in(Keyword::timetable);
      }
      std::string operator()(const ast::TextType&) const { return printer.in(Keyword::text); }
    };
    return std::visit(Print{*this}, text.type);
  }

  // ---- lines
  void add(std::size_t depth, std::string text, std::uint32_t at = 0) {
    lines_.push_back({depth, std::move(text), at});
  }
  void clause(Keyword keyword, const std::string& rest, std::uint32_t at = 0,
              std::size_t depth = 1) {
    add(depth, in(keyword) + ' ' + rest, at);
  }
  void notes(std::size_t depth, const std::vector<ast::Quoted>& all) {
    for (const ast::Quoted& note : all) {
      add(depth, in(Keyword::note) + ' ' + quoted(note), note.span.begin);
    }
  }
  void sources(const std::vector<ast::Identifier>& all) {
    if (!all.empty()) clause(Keyword::according_to, names(all), all.front().span.begin);
  }
  void expression_clause(Keyword keyword, const std::optional<ast::ExprId>& id,
                         std::size_t depth = 1) {
    if (id) clause(keyword, expression(*id), begin_of(*id), depth);
  }
  void guarded_clause(Keyword keyword, const std::optional<ast::ExprId>& id,
                      const std::optional<ast::ConfidenceText>& sure, std::size_t depth = 1) {
    if (id) clause(keyword, with_confidence(expression(*id), sure), begin_of(*id), depth);
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
  void typed(Keyword keyword, const Declaration& declaration, std::size_t depth = 0) {
    std::string text = in(keyword) + ' ' + declaration.name.text + " : " + type(declaration.type);
    if (declaration.title) text += ' ' + quoted(*declaration.title);
    add(depth, std::move(text), declaration.span.begin);
  }
  /// `almeno 0  al massimo 168  intero`, and where it begins; 0 where `intero` stands alone.
  template <class Declaration>
  std::pair<std::string, std::uint32_t> bounds(const Declaration& declaration) const {
    std::string all;
    std::uint32_t at = 0;
    const auto bound = [&](const std::string& text) { all += (all.empty() ? "" : "  ") + text; };
    if (declaration.at_least) {
      bound(in(Keyword::at_least) + ' ' + expression(*declaration.at_least));
      at = begin_of(*declaration.at_least);
    }
    if (declaration.at_most) {
      bound(in(Keyword::at_most) + ' ' + expression(*declaration.at_most));
      if (at == 0) at = begin_of(*declaration.at_most);
    }
    if (declaration.whole) bound(in(Keyword::whole));
    return {std::move(all), at};
  }

  void print(const ast::DatumDecl& datum) {
    typed(Keyword::datum, datum);
    auto [text, at] = bounds(datum);
    if (datum.part_of) {
      const ast::PartOf& part = *datum.part_of;
      text += (text.empty() ? "" : "  ") +
              with_confidence(in(Keyword::part_of) + ' ' + part.whole.text, part.confidence);
      if (at == 0) at = part.whole.span.begin;
    }
    if (!text.empty()) add(1, text, at);
    guarded_clause(Keyword::if_missing, datum.if_missing, datum.if_missing_confidence);
    if (!datum.precedence.empty()) {
      std::string origins;
      for (const ast::Quoted& origin : datum.precedence) {
        const bool bare = is_name(origin.text);
        origins += (origins.empty() ? "" : ", ") + (bare ? origin.text : quoted(origin));
      }
      clause(Keyword::precedence, origins, datum.precedence.front().span.begin);
    }
    area(datum.area);
    if (datum.held_by) clause(Keyword::held_by, quoted(*datum.held_by), datum.held_by->span.begin);
    notes(1, datum.notes);
  }

  void print(const ast::TableDecl& table) {
    std::string text = in(Keyword::table) + ' ' + table.name.text;
    if (table.title) text += ' ' + quoted(*table.title);
    add(0, std::move(text), table.span.begin);
    area(table.area);
    if (table.held_by) clause(Keyword::held_by, quoted(*table.held_by), table.held_by->span.begin);
    notes(1, table.notes);
    for (const ast::FieldDecl& field : table.fields) {
      typed(Keyword::field, field, 1);
      if (field.key) lines_.back().text += "  " + in(Keyword::key);
      const std::string all = bounds(field).first;
      if (!all.empty()) lines_.back().text += "  " + all;
      notes(2, field.notes);
    }
  }

  void print(const ast::GroupDecl& group) {
    add(0, in(Keyword::group) + ' ' + group.name.text + ' ' + quoted(group.title),
        group.span.begin);
    notes(1, group.notes);
  }

  void print(const ast::CheckDecl& check) {
    add(0,
        in(Keyword::check) + ' ' + check.name.text + ' ' + quoted(check.title) + "  " +
            in(check.error ? Keyword::error : Keyword::warning),
        check.span.begin);
    add(1, expression(check.condition), begin_of(check.condition));
    expression_clause(Keyword::applies_if, check.applies_if);
    sources(check.sources);
    notes(1, check.notes);
  }

  void print(const ast::AreaDecl& declared) {
    add(0, in(Keyword::area) + ' ' + declared.name.text + ' ' + quoted(declared.title),
        declared.span.begin);
    notes(1, declared.notes);
  }
  void area(const std::optional<ast::Identifier>& name) {
    if (name) clause(Keyword::area, name->text, name->span.begin);
  }

  void print(const ast::ParameterAmendment& amendment) {
    add(0, in(Keyword::amend) + ' ' + in(Keyword::parameter) + ' ' + amendment.name.text,
        amendment.span.begin);
    values(amendment.values);
  }

  void print(const ast::RequirementAmendment& amendment) {
    const ast::Requirement& requirement = amendment.requirement;
    add(0,
        in(Keyword::amend) + ' ' + in(Keyword::requirement) + ' ' + amendment.rule.text + '.' +
            named(requirement),
        amendment.span.begin);
    clauses(requirement, 1);
    in_force(amendment.in_force, amendment.in_force_confidence);
    sources(amendment.sources);
    notes(1, amendment.notes);
  }

  void print(const ast::RuleAmendment& amendment) {
    std::string text = in(Keyword::amend) + ' ' + in(Keyword::rule) + ' ' + amendment.rule.text;
    if (amendment.title) text += ' ' + quoted(*amendment.title);
    add(0, std::move(text), amendment.span.begin);
    in_force(amendment.in_force, amendment.in_force_confidence);
    sources(amendment.sources);
    for (const ast::Requirement& requirement : amendment.requirements) print(requirement);
    notes(1, amendment.notes);
  }

  void print(const ast::Ending& ending) {
    const Keyword what = ending.requirement ? Keyword::requirement : Keyword::rule;
    std::string text = in(Keyword::amend) + ' ' + in(what) + ' ' + ending.rule.text;
    if (ending.requirement) text += '.' + ending.requirement->text;
    add(0, std::move(text), ending.span.begin);
    clause(Keyword::ends,
           with_confidence(in(Keyword::from) + ' ' + print_day(ending.end.day, language_),
                           ending.end.confidence),
           ending.end.span.begin);
    sources(ending.sources);
    notes(1, ending.notes);
  }

  void print(const ast::ParameterDecl& parameter) {
    typed(Keyword::parameter, parameter);
    values(parameter.values);
  }
  void values(const std::vector<ast::ParameterValue>& all) {
    for (const ast::ParameterValue& value : all) {
      const std::string word =
          value.word ? in(Keyword::by) + ' ' + value.word->text + "  " : std::string();
      add(1,
          word + period(value.period.period) + ' ' + in(Keyword::is) + ' ' +
              expression(value.value) + "  " + confidence(value.confidence) + "  " +
              in(Keyword::according_to) + ' ' + names(value.sources),
          value.word ? value.word->span.begin : value.period.span.begin);
      notes(2, value.notes);
    }
  }

  void print(const ast::ComputedDecl& computed) {
    typed(Keyword::computed, computed);
    add(1, with_confidence("= " + expression(computed.value), computed.confidence),
        begin_of(computed.value));
    area(computed.area);
    sources(computed.sources);
    notes(1, computed.notes);
  }

  void print(const ast::RuleDecl& rule) {
    add(0, in(Keyword::rule) + ' ' + rule.name.text + ' ' + quoted(rule.title), rule.span.begin);
    clause(Keyword::category, rule.category.text, rule.category.span.begin);
    area(rule.area);
    sources(rule.sources);
    in_force(rule.in_force, rule.in_force_confidence);
    guarded_clause(Keyword::applies_if, rule.applies_if, rule.applies_confidence);
    for (const ast::Requirement& requirement : rule.requirements) print(requirement);
    guarded_clause(Keyword::partial_if, rule.partial_if, rule.partial_confidence);
    if (!rule.after.empty()) {
      clause(Keyword::after, with_confidence(names(rule.after), rule.after_confidence),
             rule.after.front().span.begin);
    }
    expression_clause(Keyword::beneficiaries, rule.beneficiaries);
    if (rule.deadline) clause(Keyword::deadline, print_day(*rule.deadline, language_));
    expression_clause(Keyword::score, rule.score);
    notes(1, rule.notes);
  }

  void in_force(const ast::PeriodText& text, const std::optional<ast::ConfidenceText>& sure) {
    clause(Keyword::in_force, with_confidence(period(text.period), sure), text.span.begin);
  }

  void print(const ast::Requirement& requirement) {
    add(1, in(Keyword::requirement) + ' ' + named(requirement), requirement.name.span.begin);
    clauses(requirement, 2);
  }
  /// `organico "…": condizione`
  [[nodiscard]] std::string named(const ast::Requirement& requirement) const {
    std::string text = requirement.name.text;
    if (requirement.title) text += ' ' + quoted(*requirement.title);
    return text + ": " + with_confidence(expression(requirement.condition), requirement.confidence);
  }
  void clauses(const ast::Requirement& requirement, std::size_t depth) {
    guarded_clause(Keyword::applies_if, requirement.applies_if, requirement.applies_confidence,
                   depth);
    expression_clause(Keyword::tolerance, requirement.tolerance, depth);
    for (const ast::Lever& lever : requirement.levers) {
      const std::string row = lever.row ? lever.row->text + '.' : std::string();
      std::string text = in(Keyword::closed_by) + ' ' + row + lever.datum.text;
      if (lever.rounding == ast::Rounding::whole_units) text += "  " + in(Keyword::in_whole_units);
      if (lever.step) text += "  " + in(Keyword::in_steps_of) + ' ' + expression(*lever.step);
      if (lever.cost) text += "  " + in(Keyword::cost) + ' ' + expression(*lever.cost);
      if (lever.net_of) text += "  " + in(Keyword::net_of) + ' ' + expression(*lever.net_of);
      add(depth, std::move(text), lever.datum.span.begin);
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
    lines_ = example_lines(program_, example, language_);
  }

  const ast::Program& program_;
  Language language_;
  std::vector<Line> lines_;
};

}  // namespace

std::vector<Line> declaration_lines(const ast::Program& program,
                                    const ast::Declaration& declaration, Language language) {
  return DeclarationPrinter(program, language).lines(declaration);
}

std::vector<Line> package_lines(const ast::Program& program, const ast::File& file,
                                Language language) {
  return DeclarationPrinter(program, language).package_lines(file);
}

}  // namespace leps::inline syntax
