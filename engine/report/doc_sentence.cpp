#include "report/doc_sentence.hpp"

#include "gap/distance.hpp"
#include "report/format.hpp"
#include "report/formula.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

namespace leps::doc {
namespace {

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
  Phrases tell(const typed::DayConstant&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::SurveyDay&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::TextConstant&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::TimetableConstant&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::FieldRef&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::OfPeriod&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::Combine&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::OfTimetable&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::Aggregate&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::PreviousYear&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::YearsSum&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::GroupTotal&, ExprId expr) { return as_formula(expr); }
  Phrases tell(const typed::ComputedRef& node, ExprId) {
    return {named(typed_.computed[node.computed], node.computed)};
  }
  Phrases tell(const typed::ParameterRef& node, ExprId) {
    const typed::ParameterVersion& version = last_value(typed_.parameters[node.parameter], when_);
    return {{show_literal(plain(version.text), language_), node.parameter, version.confidence, true,
             false}};
  }
  Phrases tell(const typed::Negate& node, ExprId) {
    Phrases phrases{words("−")};
    append(phrases, in_parentheses(node.operand, looseness(node.operand) > Loose::product));
    return phrases;
  }
  Phrases tell(const typed::Arithmetic& node, ExprId) {
    using Op = typed::ArithmeticOp;
    switch (node.op) {
      case Op::add:
        return between(" + ", node, Loose::sum, Loose::sum);
      case Op::subtract:
        return between(" − ", node, Loose::sum, Loose::product);
      case Op::multiply:
        return between(" × ", node, Loose::product, Loose::product);
      case Op::divide:
        return between(" : ", node, Loose::product, Loose::no);
      case Op::of:
        return between(say(" di ", " of "), node, Loose::no, Loose::no);
    }
    return {};
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
                        std::holds_alternative<typed::Conditional>(node);
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
  Sentence of_truth(Phrase what, Mood mood, bool negated) const;
  [[nodiscard]] std::string relation_words(Relation relation, Mood mood,
                                           const Phrases& level) const;

  const Typed& typed_;
  const Period& when_;
  Language language_;
};

// `serve almeno` of one thing or a share, `servono almeno` of more; of something else that is
// measured, `deve essere almeno pari a`.
std::string Teller::relation_words(Relation relation, Mood mood, const Phrases& level) const {
  const Phrase& first = level.front();
  if (mood == Mood::supposed) {
    switch (relation) {
      case Relation::at_least:
        return first.number ? say(" è almeno ", " is at least ")
                            : say(" è almeno pari a ", " is at least ");
      case Relation::at_most:
        return first.number ? say(" è al massimo ", " is at most ")
                            : say(" è al massimo pari a ", " is at most ");
      case Relation::more_than:
        return say(" è più di ", " is more than ");
      case Relation::less_than:
        return say(" è meno di ", " is less than ");
      case Relation::equal_to:
        return say(" è pari a ", " equals ");
      case Relation::different_from:
        return say(" è diverso da ", " differs from ");
    }
    return {};
  }
  const bool one = first.text.starts_with("1 ") || first.text.find('%') != std::string::npos;
  const std::string needed = one ? ": serve " : ": servono ";
  switch (relation) {
    case Relation::at_least:
      return first.number ? say(needed + "almeno ", ": at least ")
                          : say(": deve essere almeno pari a ", ": at least ");
    case Relation::at_most:
      return first.number ? say(": al massimo ", ": at most ")
                          : say(": non deve superare ", ": at most ");
    case Relation::more_than:
      return first.number ? say(needed + "più di ", ": more than ")
                          : say(": deve superare ", ": more than ");
    case Relation::less_than:
      return say(": deve essere meno di ", ": less than ");
    case Relation::equal_to:
      return first.number ? say(needed + "esattamente ", ": exactly ")
                          : say(": deve essere pari a ", ": exactly ");
    case Relation::different_from:
      return say(": deve essere diverso da ", ": anything but ");
  }
  return {};
}

Sentence Teller::of_comparison(const typed::Compare& compare, Mood mood, bool negated) {
  const Relation relation = negated ? opposite(compare.relation) : compare.relation;
  Sentence sentence{amount(compare.left), {}};
  Phrases level = amount(compare.right);
  sentence.phrases.push_back(words(relation_words(relation, mood, level)));
  append(sentence.phrases, std::move(level));
  return sentence;
}

Sentence Teller::of_logic(const typed::Logic& logic, Mood mood, bool negated) {
  Sentence sentence;
  std::string whole;
  if (logic.conjunction != negated) {
    whole = mood == Mood::asked ? say("Servono tutte queste cose", "All of these are needed")
                                : say("valgono insieme queste cose", "all of these hold");
  } else {
    whole = mood == Mood::asked
                ? say("Ne basta una di queste", "One of these is enough")
                : say("vale almeno una di queste cose", "at least one of these holds");
  }
  sentence.phrases = {words(whole)};
  for (const ExprId operand : logic.operands) {
    sentence.parts.push_back(condition(operand, mood, negated));
  }
  return sentence;
}

Sentence Teller::of_conditional(const typed::Conditional& node, Mood mood, bool negated) {
  Sentence yes{{words(say("Se ", "If "))}, {}};
  Sentence test = condition(node.condition, Mood::supposed, false);
  append(yes.phrases, std::move(test.phrases));
  yes.parts = std::move(test.parts);
  yes.parts.push_back(condition(node.yes, mood, negated));
  Sentence no{{words(say("Altrimenti", "Otherwise"))}, {condition(node.no, mood, negated)}};
  return {{words(say("Secondo il caso", "Depending on the case"))},
          {std::move(yes), std::move(no)}};
}

Sentence Teller::of_truth(Phrase what, Mood mood, bool negated) const {
  Sentence sentence{{std::move(what)}, {}};
  std::string rest = ": " + std::string(truth_word(!negated, language_));
  if (mood == Mood::asked) {
    rest = negated ? say(": non deve esserci", ": must not be there")
                   : say(": deve esserci", ": must be there");
  }
  sentence.phrases.push_back(words(rest));
  return sentence;
}

Sentence Teller::condition(ExprId expr, Mood mood, bool negated) {
  const typed::Node& node = typed_.exprs[expr].node;
  if (const auto* negation = std::get_if<typed::Not>(&node)) {
    return condition(negation->operand, mood, !negated);
  }
  if (const auto* compare = std::get_if<typed::Compare>(&node)) {
    return of_comparison(*compare, mood, negated);
  }
  if (const auto* logic = std::get_if<typed::Logic>(&node)) return of_logic(*logic, mood, negated);
  if (const auto* conditional = std::get_if<typed::Conditional>(&node)) {
    return of_conditional(*conditional, mood, negated);
  }
  if (const auto* same = std::get_if<typed::Same>(&node)) {
    const Relation relation =
        same->equal != negated ? Relation::equal_to : Relation::different_from;
    Sentence sentence{amount(same->left), {}};
    sentence.phrases.push_back(words(relation == Relation::equal_to
                                         ? say(" deve essere ", " must be ")
                                         : say(" non deve essere ", " must not be ")));
    if (mood == Mood::supposed) {
      sentence.phrases.back().text =
          relation == Relation::equal_to ? say(" è ", " is ") : say(" non è ", " is not ");
    }
    append(sentence.phrases, amount(same->right));
    return sentence;
  }
  if (std::holds_alternative<typed::DatumRef>(node) ||
      std::holds_alternative<typed::ComputedRef>(node)) {
    return of_truth(amount(expr).front(), mood, negated);
  }
  // What has no better words yet is said as the rule has it.
  Sentence sentence{as_formula(expr), {}};
  if (negated) sentence.phrases.push_back(words(say(": no", ": no")));
  return sentence;
}

std::string text_of(const Phrase& phrase) {
  const bool quoted = phrase.formula || std::holds_alternative<DatumId>(phrase.subject) ||
                      std::holds_alternative<ComputedId>(phrase.subject);
  return quoted ? "«" + phrase.text + "»" : phrase.text;
}

}  // namespace

Sentence say_condition(ExprId condition, Mood mood, const Typed& typed, const Period& when,
                       Language language) {
  return Teller(typed, when, language).condition(condition, mood, false);
}

Phrases say_amount(ExprId amount, const Typed& typed, const Period& when, Language language) {
  return Teller(typed, when, language).amount(amount);
}

const typed::ParameterVersion& last_value(const typed::Parameter& parameter, const Period& when) {
  const typed::ParameterVersion* last = &parameter.versions.front();
  for (const typed::ParameterVersion& version : parameter.versions) {
    if (version.period.overlaps(when)) last = &version;
  }
  return *last;
}

std::string on_one_line(const Sentence& sentence) {
  std::string text;
  for (const Phrase& phrase : sentence.phrases) text += text_of(phrase);
  for (std::size_t i = 0; i < sentence.parts.size(); ++i) {
    text += (i == 0 ? ": " : "; ") + on_one_line(sentence.parts[i]);
  }
  return text;
}

}  // namespace leps::doc
