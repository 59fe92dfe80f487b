#include "phrases/sentence.hpp"

#include "check/condition.hpp"
#include "phrases/teller.hpp"
#include "words/format.hpp"

namespace leps::phrases {

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
      if (first.text.starts_with("0 ")) return say(": devono essere ", ": exactly ");
      return first.number ? say(needed + "esattamente ", ": exactly ")
                          : say(": deve essere pari a ", ": exactly ");
    case Relation::different_from:
      return say(": deve essere diverso da ", ": anything but ");
  }
  return {};
}

Sentence Teller::of_comparison(const typed::Compare& compare, Mood mood, bool negated) {
  if (is_day(compare.left)) return of_deadline(compare, mood, negated);
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
    const bool of_list = std::holds_alternative<typed::HowMany>(typed_.exprs[compare->left].node);
    return of_list ? of_how_many(*compare, mood, negated) : of_comparison(*compare, mood, negated);
  }
  if (const auto* range = std::get_if<typed::Between>(&node))
    return of_range(*range, mood, negated);
  if (const auto* one = std::get_if<typed::OneOf>(&node)) return of_one_of(*one, mood, negated);
  if (const auto* term = std::get_if<typed::Within>(&node)) return of_term(*term, mood, negated);
  if (const auto* logic = std::get_if<typed::Logic>(&node)) return of_logic(*logic, mood, negated);
  if (const auto* conditional = std::get_if<typed::Conditional>(&node)) {
    return of_conditional(*conditional, mood, negated);
  }
  if (const auto* over = std::get_if<typed::Aggregate>(&node)) return of_rows(*over, mood, negated);
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
      std::holds_alternative<typed::FieldRef>(node) ||
      std::holds_alternative<typed::ComputedRef>(node)) {
    return of_truth(amount(expr).front(), mood, negated);
  }
  // What has no better words yet is said as the rule has it.
  Sentence sentence{as_formula(expr), {}};
  if (negated) sentence.phrases.push_back(words(say(": no", ": no")));
  return sentence;
}

namespace {

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

// `33 posti ogni 100 bambini (dal 1 gennaio 2027: 40 posti ogni 100 bambini)`
Phrases Teller::tell(const typed::ParameterRef& node, ExprId) {
  constexpr std::size_t kMostValues = 3;
  const typed::Parameter& parameter = typed_.parameters[node.parameter];
  std::vector<const typed::ParameterVersion*> values;
  for (const typed::ParameterVersion& version : parameter.versions) {
    if (version.period.overlaps(when_)) values.push_back(&version);
  }
  const auto since = [&](const typed::ParameterVersion& version) {
    return std::string(say("dal ", "from ")) + show_day(version.period.from, language_);
  };
  const typed::ParameterVersion& last = last_value(parameter, when_);
  if (values.size() < 2) return {value_of(node.parameter, last)};
  if (values.size() > kMostValues) {
    return {value_of(node.parameter, last),
            words(" (" + since(last) +
                  std::string(say("; prima, altri valori)", "; before, other values)")))};
  }
  Phrases phrases;
  for (const typed::ParameterVersion* version : values) {
    const bool first = version == values.front();
    if (!first)
      phrases.push_back(words((version == values[1] ? " (" : "; ") + since(*version) + ": "));
    phrases.push_back(value_of(node.parameter, *version));
  }
  phrases.push_back(words(")"));
  return phrases;
}

Phrase Teller::value_of(ParameterId parameter, const typed::ParameterVersion& version) const {
  return {show_literal(plain(version.text), language_), parameter, version.confidence, true, false};
}

const typed::ParameterVersion& last_value(const typed::Parameter& parameter, const Period& when) {
  const typed::ParameterVersion* last = &parameter.versions.front();
  for (const typed::ParameterVersion& version : parameter.versions) {
    if (version.period.overlaps(when)) last = &version;
  }
  return *last;
}

std::string in_words(typed::ExprId expr, const Typed& typed, const Period& when,
                     Language language) {
  if (std::holds_alternative<TruthValue>(typed.exprs[expr].type)) {
    return on_one_line(say_condition(expr, Mood::supposed, typed, when, language));
  }
  return on_one_line({say_amount(expr, typed, when, language), {}});
}

std::string on_one_line(const Sentence& sentence) {
  std::string text;
  for (const Phrase& phrase : sentence.phrases) text += text_of(phrase);
  for (std::size_t i = 0; i < sentence.parts.size(); ++i) {
    text += (i == 0 ? ": " : "; ") + on_one_line(sentence.parts[i]);
  }
  return text;
}

}  // namespace leps::phrases
