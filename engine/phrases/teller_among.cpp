// Words for what lies between two ends, is one of a list or holds so many times; for levels that
// grow by portions and by bands.
#include "phrases/teller.hpp"

#include "check/condition.hpp"
#include "words/relation_word.hpp"

namespace leps::phrases {

Sentence Teller::of_range(const typed::Between& range, Mood mood, bool negated) {
  Sentence sentence{amount(range.what), {}};
  std::string between;
  if (mood == Mood::supposed) {
    between = negated ? say(" non è fra ", " is not between ") : say(" è fra ", " is between ");
  } else {
    between = negated ? say(": non deve essere fra ", ": not between ")
                      : say(": deve essere fra ", ": between ");
  }
  sentence.phrases.push_back(words(between));
  append(sentence.phrases, amount(range.low));
  sentence.phrases.push_back(words(say(" e ", " and ")));
  append(sentence.phrases, amount(range.high));
  return sentence;
}

Sentence Teller::of_one_of(const typed::OneOf& one_of, Mood mood, bool negated) {
  const auto sides = [&](ExprId equal) { return typed::operands(typed_.exprs[equal].node); };
  Sentence sentence{amount(sides(one_of.equal.front())[0]), {}};
  std::string be;
  if (mood == Mood::supposed) {
    be = negated ? say(" non è ", " is not ") : say(" è ", " is ");
  } else {
    be = negated ? say(" non deve essere ", " must not be ") : say(" deve essere ", " must be ");
  }
  sentence.phrases.push_back(words(be));
  for (std::size_t i = 0; i < one_of.equal.size(); ++i) {
    const bool last = i + 1 == one_of.equal.size();
    if (i > 0) sentence.phrases.push_back(words(last ? say(" o ", " or ") : ", "));
    append(sentence.phrases, amount(sides(one_of.equal[i])[1]));
  }
  return sentence;
}

Sentence Teller::of_how_many(const typed::Compare& compare, Mood mood, bool negated) {
  const auto& many = std::get<typed::HowMany>(typed_.exprs[compare.left].node);
  const Relation relation = negated ? opposite(compare.relation) : compare.relation;
  Sentence sentence;
  sentence.phrases.push_back(words(mood == Mood::asked
                                       ? say("Di queste cose ne servono ", "Of these are needed ")
                                       : say("di queste cose ne valgono ", "of these hold ")));
  sentence.phrases.push_back(words(std::string(word(keyword_of(relation), language_)) + " "));
  append(sentence.phrases, amount(compare.right));
  for (const ExprId each : many.conditions) {
    sentence.parts.push_back(condition(each, Mood::supposed, false));
  }
  return sentence;
}

Phrases Teller::tell(const typed::Begun& node, ExprId) {
  Phrases phrases = amount(node.level);
  phrases.push_back(words(say(" di ", " of ")));
  append(phrases, in_parentheses(node.of, looseness(node.of) > Loose::no));
  phrases.push_back(words(say(", o frazione", ", or fraction thereof")));
  return phrases;
}

// `tasso di copertura secondo fascia (3% per a65; 5% per a75)`
Phrases Teller::tell(const typed::Lookup& node, ExprId) {
  constexpr std::size_t kMostWords = 8;  // of more, the table of numbers is read
  const auto parameter_of = [&](ExprId value) {
    return std::get<typed::ParameterRef>(typed_.exprs[value].node).parameter;
  };
  const ParameterId first = parameter_of(node.values.front());
  Phrases phrases{named(typed_.parameters[first], first), words(say(" secondo ", " by "))};
  append(phrases, in_parentheses(node.word, looseness(node.word) > Loose::no));
  if (node.values.size() > kMostWords) return phrases;
  const auto& list = std::get<WordOf>(typed_.exprs[node.word].type).list;
  for (std::size_t i = 0; i < node.values.size(); ++i) {
    phrases.push_back(words(i == 0 ? " (" : "; "));
    append(phrases, amount(node.values[i]));
    phrases.push_back(words(say(" per ", " for ")));
    phrases.push_back(value(typed_.choice_types[list][i]));
  }
  phrases.push_back(words(")"));
  return phrases;
}

Phrases Teller::tell(const typed::Bands& node, ExprId) {
  Phrases phrases{words(say("a scaglioni di ", "by bands of "))};
  append(phrases, in_parentheses(node.of, looseness(node.of) > Loose::no));
  for (std::size_t i = 0; i < node.rates.size(); ++i) {
    const bool last = i == node.limits.size();
    phrases.push_back(words(i == 0 ? " (" : "; "));
    phrases.push_back(words(last ? say("oltre, ", "beyond, ") : say("fino a ", "up to ")));
    if (!last) {
      append(phrases, amount(node.limits[i]));
      phrases.push_back(words(", "));
    }
    append(phrases, amount(node.rates[i]));
  }
  phrases.push_back(words(")"));
  return phrases;
}

}  // namespace leps::phrases
