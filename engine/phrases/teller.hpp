// Puts amounts and conditions into words, for one page in one language. sentence.cpp words
// conditions; teller_rows.cpp words rows, days and timetables.
#pragma once

#include "phrases/sentence.hpp"
#include "words/format.hpp"
#include "words/formula.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::phrases {

using typed::ExprId;
using typed::Relation;

class Teller {
 public:
  Teller(const Typed& typed, const Period& when, Language language)
      : typed_(typed), when_(when), language_(language) {}

  Sentence condition(ExprId expr, Mood mood, bool negated);
  Phrases amount(ExprId expr) {
    return std::visit([&](const auto& node) { return tell(node, expr); }, typed_.exprs[expr].node);
  }

 private:
  [[nodiscard]] std::string say(std::string_view italian, std::string_view english) const {
    return std::string(language_ == Language::italian ? italian : english);
  }
  static void append(Phrases& to, Phrases more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  static Phrase words(std::string text) { return {std::move(text), {}, {}, false, false}; }
  static Phrase value(std::string text) { return {std::move(text), {}, {}, true, false}; }
  [[nodiscard]] Phrases as_formula(ExprId expr) const {
    return {{formula(expr, typed_, language_), {}, {}, false, true}};
  }
  [[nodiscard]] bool is_day(ExprId expr) const {
    return std::holds_alternative<DayOf>(typed_.exprs[expr].type);
  }
  template <class Declared, class Key>
  [[nodiscard]] static Phrase named(const Declared& declared, Key id) {
    return {plain(declared.title.empty() ? declared.name : declared.title), id, {}, false, false};
  }

  // ---- amounts: a kind of expression with no better words is `as_formula` ----------------------

  Phrases tell(const typed::Constant& node, ExprId) {
    return {value(show_literal(plain(node.text), language_))};
  }
  Phrases tell(const typed::TruthConstant& node, ExprId) {
    return {words(std::string(truth_word(node.value, language_)))};
  }
  Phrases tell(const typed::WordConstant& node, ExprId) {
    return {value(typed_.choice_types[node.word.type][node.word.value])};
  }
  Phrases tell(const typed::DatumRef& node, ExprId) {
    return {named(typed_.data[node.datum], node.datum)};
  }
  // In teller_rows.cpp.
  Phrases tell(const typed::DayConstant& node, ExprId);
  Phrases tell(const typed::SurveyDay&, ExprId);
  Phrases tell(const typed::YearDayConstant& node, ExprId);
  Phrases tell(const typed::EndOfTerm& node, ExprId);
  Phrases tell(const typed::Within&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::Begun& node, ExprId);
  Phrases tell(const typed::Bands& node, ExprId);
  Phrases tell(const typed::Lookup& node, ExprId);
  Phrases tell(const typed::Between&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::OneOf&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::HowMany&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::TextConstant& node, ExprId);
  Phrases tell(const typed::TimetableConstant& node, ExprId);
  Phrases tell(const typed::FieldRef& node, ExprId);
  Phrases tell(const typed::OfPeriod& node, ExprId);
  Phrases tell(const typed::Combine& node, ExprId);
  Phrases tell(const typed::OfTimetable& node, ExprId);
  Phrases tell(const typed::Aggregate& node, ExprId);
  Phrases tell(const typed::PreviousYear& node, ExprId);
  Phrases tell(const typed::OverYears& node, ExprId);
  Phrases tell(const typed::YearsHeld&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::GroupTotal& node, ExprId);
  Phrases tell(const typed::GroupSize& node, ExprId);
  Phrase value_of(ParameterId parameter, const typed::ParameterVersion& version) const;
  Phrases of_days(const typed::Arithmetic& node);
  Phrases joined(std::string_view preposition, std::string_view english, ExprId expr);
  Phrases rows_of(const typed::Aggregate& node);
  Phrases inline_condition(ExprId expr);

  Phrases tell(const typed::ComputedRef& node, ExprId) {
    return {named(typed_.computed[node.computed], node.computed)};
  }
  Phrases tell(const typed::ParameterRef& node, ExprId);
  Phrases tell(const typed::Negate& node, ExprId) {
    Phrases phrases{words("−")};
    append(phrases, in_parentheses(node.operand, looseness(node.operand) > Loose::product));
    return phrases;
  }
  Phrases tell(const typed::Arithmetic& node, ExprId) {
    using Op = typed::ArithmeticOp;
    if (is_day(node.left)) return of_days(node);
    switch (node.op) {
      case Op::add:
        return between(" + ", node, Loose::sum, Loose::sum);
      case Op::subtract:
        return between(" − ", node, Loose::sum, Loose::product);
      case Op::multiply:
        return between(" × ", node, Loose::product, Loose::product);
      case Op::divide:
        if (is_divided_by_one(node)) return amount(node.left);
        return between(" : ", node, Loose::product, Loose::no);
      case Op::of:
        return between(say(" di ", " of "), node, Loose::no, Loose::no);
    }
    return {};
  }
  // `/ 1 posti` only takes a unit away.
  [[nodiscard]] bool is_divided_by_one(const typed::Arithmetic& node) const {
    const auto* by = std::get_if<typed::Constant>(&typed_.exprs[node.right].node);
    return node.op == typed::ArithmeticOp::divide && by && by->value == 1;
  }
  Phrases tell(const typed::Round& node, ExprId) {
    Phrases phrases = in_parentheses(node.operand, looseness(node.operand) > Loose::no);
    phrases.push_back(words(node.up ? say(" arrotondato per eccesso", " rounded up")
                                    : say(" arrotondato per difetto", " rounded down")));
    return phrases;
  }
  // The units beside the numbers say it.
  Phrases tell(const typed::Convert& node, ExprId) { return amount(node.operand); }
  Phrases tell(const typed::Extremum& node, ExprId) {
    Phrases phrases{words(node.greatest ? say("il maggiore tra ", "the greatest of ")
                                        : say("il minore tra ", "the least of "))};
    for (std::size_t i = 0; i < node.operands.size(); ++i) {
      const bool last = i + 1 == node.operands.size();
      if (i > 0) phrases.push_back(words(last ? say(" e ", " and ") : ", "));
      append(phrases,
             in_parentheses(node.operands[i], looseness(node.operands[i]) > Loose::product));
    }
    return phrases;
  }
  Phrases tell(const typed::Conditional& node, ExprId) {
    Phrases phrases{words(say("se ", "if "))};
    append(phrases, condition(node.condition, Mood::supposed, false).phrases);
    phrases.push_back(words(say(", allora ", ", then ")));
    append(phrases, amount(node.yes));
    phrases.push_back(words(say(", altrimenti ", ", otherwise ")));
    append(phrases, amount(node.no));
    return phrases;
  }
  Phrases tell(const typed::Compare&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::Same&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::Not&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::Logic&, ExprId expr) { return as_formula(expr); }

  // How loosely an amount hangs together when it stands beside another.
  enum class Loose { no, product, sum, phrase };
  [[nodiscard]] Loose looseness(ExprId expr) const {
    const typed::Node& node = typed_.exprs[expr].node;
    if (const auto* convert = std::get_if<typed::Convert>(&node))
      return looseness(convert->operand);
    if (const auto* arithmetic = std::get_if<typed::Arithmetic>(&node)) {
      if (is_divided_by_one(*arithmetic)) return looseness(arithmetic->left);
      switch (arithmetic->op) {
        case typed::ArithmeticOp::add:
        case typed::ArithmeticOp::subtract:
          return Loose::sum;
        case typed::ArithmeticOp::multiply:
        case typed::ArithmeticOp::divide:
          return Loose::product;
        case typed::ArithmeticOp::of:
          return Loose::no;
      }
    }
    const bool phrase = std::holds_alternative<typed::Extremum>(node) ||
                        std::holds_alternative<typed::Conditional>(node) ||
                        std::holds_alternative<typed::Aggregate>(node) ||
                        std::holds_alternative<typed::Round>(node) ||
                        std::holds_alternative<typed::Begun>(node) ||
                        std::holds_alternative<typed::Bands>(node);
    return phrase ? Loose::phrase : Loose::no;
  }
  Phrases in_parentheses(ExprId expr, bool needed) {
    if (!needed) return amount(expr);
    Phrases phrases{words("(")};
    append(phrases, amount(expr));
    phrases.push_back(words(")"));
    return phrases;
  }
  /// @param left, right  what is looser than this stands in parentheses
  Phrases between(const std::string& op, const typed::Arithmetic& node, Loose left, Loose right) {
    Phrases phrases = in_parentheses(node.left, looseness(node.left) > left);
    phrases.push_back(words(op));
    append(phrases, in_parentheses(node.right, looseness(node.right) > right));
    return phrases;
  }

  // ---- conditions ------------------------------------------------------------------------------

  Sentence of_comparison(const typed::Compare& compare, Mood mood, bool negated);
  Sentence of_logic(const typed::Logic& logic, Mood mood, bool negated);
  Sentence of_conditional(const typed::Conditional& node, Mood mood, bool negated);
  Sentence of_range(const typed::Between& range, Mood mood, bool negated);
  Sentence of_one_of(const typed::OneOf& one_of, Mood mood, bool negated);
  Sentence of_how_many(const typed::Compare& compare, Mood mood, bool negated);
  Sentence of_truth(Phrase what, Mood mood, bool negated) const;
  Sentence of_rows(const typed::Aggregate& node, Mood mood, bool negated);
  Sentence of_deadline(const typed::Compare& compare, Mood mood, bool negated);
  Sentence of_term(const typed::Within& term, Mood mood, bool negated);
  [[nodiscard]] std::string relation_words(Relation relation, Mood mood,
                                           const Phrases& level) const;

  const Typed& typed_;
  const Period& when_;
  Language language_;
};

}  // namespace leps::phrases
