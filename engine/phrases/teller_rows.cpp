// Rows, days, timetables, other years and other Ambiti in words.
#include "phrases/teller.hpp"

#include "check/condition.hpp"
#include "syntax/print_expression.hpp"

namespace leps::phrases {
namespace {

// A name where there is no title: `via_fittizia`, without its table.
std::string title_of(const typed::Datum& datum) {
  return datum.title.empty() ? std::string(datum.field()) : datum.title;
}

bool is_never(const typed::Node& node) {
  const auto* day = std::get_if<typed::DayConstant>(&node);
  return day && !day->day.finite();
}

}  // namespace

/// `di` and what follows: `del giorno`, `dell'ultimo giorno`, `di «Patto»`. English has no articles
/// to join: its word is followed by the amount.
Phrases Teller::joined(std::string_view preposition, std::string_view english, ExprId expr) {
  Phrases phrases = amount(expr);
  if (language_ == Language::english) {
    phrases.insert(phrases.begin(), words(std::string(english) + " "));
    return phrases;
  }
  const std::string stem(preposition == "di" ? "de" : preposition == "da" ? "da" : "a");
  const auto* day = std::get_if<typed::DayConstant>(&typed_.exprs[expr].node);
  if (day && day->day.finite()) {
    phrases.insert(phrases.begin(), words(stem + "l "));
    return phrases;
  }
  Phrase& first = phrases.front();
  const bool plain_words =
      !first.number && !first.formula && std::holds_alternative<std::monostate>(first.subject);
  constexpr std::pair<std::string_view, std::string_view> kArticles[] = {
      {"il ", "l "}, {"l'", "ll'"}, {"le ", "lle "}, {"la ", "lla "}, {"i ", "i "}};
  for (const auto& [article, ending] : kArticles) {
    if (!plain_words || !first.text.starts_with(article)) continue;
    first.text = stem + std::string(ending) + first.text.substr(article.size());
    return phrases;
  }
  phrases.insert(phrases.begin(), words(std::string(preposition) + " "));
  return phrases;
}

Phrases Teller::tell(const typed::DayConstant& node, ExprId) {
  return {value(show_days({node.day, node.day}, language_))};
}

Phrases Teller::tell(const typed::SurveyDay&, ExprId) {
  return {words(say("il giorno della rilevazione", "the day of the survey"))};
}

Phrases Teller::tell(const typed::YearDayConstant& node, ExprId) {
  return {value(print_day(node.day, language_))};
}

// `30 giorni lavorativi da «Domanda»`
Phrases Teller::tell(const typed::EndOfTerm& node, ExprId) {
  Phrases phrases = in_parentheses(node.length, looseness(node.length) > Loose::product);
  const auto* constant = std::get_if<typed::Constant>(&typed_.exprs[node.length].node);
  const bool one = constant && constant->value == 1;
  phrases.push_back(words(print_term_unit(node.unit, one, language_) + " "));
  append(phrases, joined("da", "from", node.from));
  return phrases;
}

Phrases Teller::tell(const typed::TextConstant& node, ExprId) {
  return {value("«" + plain(node.text) + "»")};
}

Phrases Teller::tell(const typed::TimetableConstant& node, ExprId) {
  return {value(show_timetable(node.timetable, language_))};
}

Phrases Teller::tell(const typed::FieldRef& node, ExprId) {
  return {{plain(title_of(typed_.data[node.field])), node.field, {}, false, false}};
}

Phrases Teller::tell(const typed::OfPeriod& node, ExprId) {
  using Of = typed::PeriodMeasure;
  std::string before, after;
  switch (node.measure) {
    case Of::start:
      before = say("il primo giorno di ", "the first day of ");
      break;
    case Of::finish:
      before = say("l'ultimo giorno di ", "the last day of ");
      break;
    case Of::days_in_year:
      before = say("i giorni dell'anno in ", "the days of the year in ");
      break;
    case Of::uncovered_days:
      before = say("i giorni dell'anno fuori da ", "the days of the year outside ");
      break;
    case Of::share_of_year:
      before = say("la parte dell'anno, a giorni, in ", "the share of the year, by days, in ");
      break;
    case Of::share_of_months:
      before = say("la parte dell'anno, a mesi interi, in ",
                   "the share of the year, by whole months, in ");
      break;
  }
  Phrases phrases{words(before)};
  append(phrases, amount(node.period));
  return phrases;
}

Phrases Teller::tell(const typed::Combine& node, ExprId) {
  std::string between = say(" e ", " and "), before, after;
  switch (node.op) {
    case typed::TimetableOp::unite:
      after = say(" insieme", " together");
      break;
    case typed::TimetableOp::intersect:
      before = say("le ore comuni a ", "the hours common to ");
      break;
    case typed::TimetableOp::complement:
      before = say("le ore fuori da ", "the hours outside ");
      break;
  }
  Phrases phrases;
  if (!before.empty()) phrases.push_back(words(before));
  for (std::size_t i = 0; i < node.operands.size(); ++i) {
    if (i > 0) phrases.push_back(words(i + 1 == node.operands.size() ? between : ", "));
    append(phrases, amount(node.operands[i]));
  }
  if (!after.empty()) phrases.push_back(words(after));
  return phrases;
}

Phrases Teller::tell(const typed::OfTimetable& node, ExprId) {
  using Of = typed::TimetableMeasure;
  std::string before;
  switch (node.measure) {
    case Of::hours_in_week:
      before = say("le ore alla settimana di ", "the hours a week of ");
      break;
    case Of::hours_in_year:
      before = say("le ore all'anno di ", "the hours a year of ");
      break;
    case Of::days_in_week:
      before = say("i giorni di apertura alla settimana di ", "the days of opening a week of ");
      break;
    case Of::uncovered_week:
      before = say("le ore della settimana che restano scoperte con ",
                   "the hours of the week left uncovered by ");
      break;
    case Of::uncovered_year:
      before = say("le ore dell'anno che restano scoperte con ",
                   "the hours of the year left uncovered by ");
      break;
  }
  Phrases phrases{words(before)};
  append(phrases, amount(node.timetable));
  return phrases;
}

Phrases Teller::tell(const typed::PreviousYear& node, ExprId) {
  Phrases phrases{named(typed_.data[node.datum], node.datum)};
  phrases.push_back(words(say(" dell'anno prima", " of the year before")));
  return phrases;
}

Phrases Teller::tell(const typed::OverYears& node, ExprId) {
  Phrases phrases{named(typed_.data[node.datum], node.datum)};
  const std::string years = std::to_string(node.years);
  if (node.mean) {
    phrases.push_back(
        words(say(", in media negli ultimi " + years + " anni (quelli che i dati hanno)",
                  ", on average over the last " + years + " years (those that the data hold)")));
    return phrases;
  }
  phrases.push_back(words(say(" in " + years + " anni, compreso quello dei dati",
                              " over " + years + " years, that of the data included")));
  return phrases;
}

Phrases Teller::tell(const typed::GroupTotal& node, ExprId) {
  const typed::Group& group = typed_.groups[node.group];
  Phrases phrases{words(say("il totale di ", "the total of "))};
  append(phrases, in_parentheses(node.amount, looseness(node.amount) > Loose::no));
  phrases.push_back(words(say(" nel gruppo «", " in the group «") +
                          plain(group.title.empty() ? group.name : group.title) + "»"));
  return phrases;
}

Phrases Teller::tell(const typed::GroupSize& node, ExprId) {
  const typed::Group& group = typed_.groups[node.group];
  return {
      words(say("quanti Ambiti fanno parte del gruppo «", "how many Ambiti are in the group «") +
            plain(group.title.empty() ? group.name : group.title) + "»")};
}

// `120 giorni da «Patto»`, `i giorni da «Patto» a «Incontro»`.
Phrases Teller::of_days(const typed::Arithmetic& node) {
  Phrases phrases;
  if (is_day(node.right)) {
    phrases.push_back(words(say("i giorni ", "the days ")));
    append(phrases, joined("da", "from", node.right));
    phrases.push_back(words(" "));
    append(phrases, joined("a", "to", node.left));
    return phrases;
  }
  const bool add = node.op == typed::ArithmeticOp::add;
  append(phrases, in_parentheses(node.right, looseness(node.right) > Loose::product));
  phrases.push_back(words(add ? " " : say(" prima ", " ")));
  append(phrases, add ? joined("da", "from", node.left) : joined("di", "before", node.left));
  return phrases;
}

// A condition in the midst of a sentence, its parts joined by words.
Phrases Teller::inline_condition(ExprId expr) {
  if (const auto* logic = std::get_if<typed::Logic>(&typed_.exprs[expr].node)) {
    Phrases phrases;
    for (const ExprId operand : logic->operands) {
      if (!phrases.empty()) {
        phrases.push_back(words(logic->conjunction ? say(" e ", " and ") : say(" o ", " or ")));
      }
      const bool nested = std::holds_alternative<typed::Logic>(typed_.exprs[operand].node);
      if (nested) phrases.push_back(words("("));
      append(phrases, inline_condition(operand));
      if (nested) phrases.push_back(words(")"));
    }
    return phrases;
  }
  Sentence sentence = condition(expr, Mood::supposed, false);
  Phrases phrases = std::move(sentence.phrases);
  for (std::size_t i = 0; i < sentence.parts.size(); ++i) {
    phrases.push_back(words(i == 0 ? ": " : "; "));
    append(phrases, std::move(sentence.parts[i].phrases));
  }
  return phrases;
}

// `di «Operatori» per cui «Profilo» è educatore`.
Phrases Teller::rows_of(const typed::Aggregate& node) {
  const typed::Table& table = typed_.tables[node.table];
  Phrases phrases{
      {plain(table.title.empty() ? table.name : table.title), table.datum, {}, false, false}};
  if (!node.where) return phrases;
  phrases.push_back(words(say(" per cui ", " for which ")));
  append(phrases, inline_condition(*node.where));
  return phrases;
}

Phrases Teller::tell(const typed::Aggregate& node, ExprId expr) {
  using Of = typed::Aggregation;
  std::string before;
  switch (node.kind) {
    case Of::count:
      before = say("quante righe di ", "how many rows of ");
      break;
    case Of::percentage:
      before = say("la parte delle righe di ", "the share of the rows of ");
      break;
    case Of::sum:
      before = say("la somma ", "the sum ");
      break;
    case Of::mean:
      before = say("la media ", "the mean ");
      break;
    case Of::minimum:
      before = say("il minimo ", "the least ");
      break;
    case Of::maximum:
      before = say("il massimo ", "the greatest ");
      break;
    case Of::uncovered_days:
      before = say("i giorni dell'anno fuori ", "the days of the year outside those ");
      break;
    case Of::for_every:
    case Of::exists:
      return as_formula(expr);
  }
  Phrases phrases{words(before)};
  if (node.body) {
    const bool days = node.kind == Of::uncovered_days;
    append(phrases, days ? joined("da", "of", *node.body) : joined("di", "of", *node.body));
    phrases.push_back(words(say(" sulle righe di ", " over the rows of ")));
  }
  append(phrases, rows_of(node));
  return phrases;
}

// `In ogni riga di «Comuni»`, and below it what must hold there. Not all is at least one that not.
Sentence Teller::of_rows(const typed::Aggregate& node, Mood mood, bool negated) {
  const bool every = (node.kind == typed::Aggregation::for_every) != negated;
  const bool asked = mood == Mood::asked;
  Sentence sentence;
  if (every && !node.body) {
    sentence.phrases = {
        words(asked ? say("non deve esserci nessuna riga di ", "there must be no row of ")
                    : say("non c'è nessuna riga di ", "there is no row of "))};
  } else if (every) {
    sentence.phrases = {words(say("per ogni riga di ", "for every row of "))};
  } else {
    sentence.phrases = {
        words(asked ? say("serve almeno una riga di ", "at least one row is needed of ")
                    : say("c'è almeno una riga di ", "there is at least one row of "))};
  }
  append(sentence.phrases, rows_of(node));
  if (node.body)
    sentence.parts.push_back(condition(*node.body, every ? mood : Mood::supposed, negated));
  return sentence;
}

// What is not yet due asks nothing, which every page says of terms once.
Sentence Teller::of_term(const typed::Within& term, Mood mood, bool negated) {
  Sentence sentence{amount(term.what), {}};
  const bool asked = mood == Mood::asked;
  std::string link = asked ? (negated ? say(": non ", ": not ") : ": ")
                           : (negated ? say(" non è ", " is not ") : say(" è ", " is "));
  const typed::Node& end = typed_.exprs[term.end].node;
  const bool written = std::holds_alternative<typed::DayConstant>(end) ||
                       std::holds_alternative<typed::YearDayConstant>(end);
  link += term.length ? say("entro ", "within ")
                      : say("entro ", "by ") + (written ? say("il ", "") : "");
  sentence.phrases.push_back(words(link));
  append(sentence.phrases, amount(term.end));
  return sentence;
}

Sentence Teller::of_deadline(const typed::Compare& compare, Mood mood, bool negated) {
  const Relation relation = negated ? opposite(compare.relation) : compare.relation;
  Sentence sentence{amount(compare.left), {}};
  const bool asked = mood == Mood::asked;
  if (is_never(typed_.exprs[compare.right].node)) {
    const bool took_place = relation == Relation::less_than || relation == Relation::different_from;
    std::string said = took_place ? say(" c'è stato", " took place")
                                  : say(" non c'è stato", " did not take place");
    if (asked)
      said = took_place ? say(": deve esserci", ": must be there")
                        : say(": non deve esserci", ": must not be there");
    sentence.phrases.push_back(words(said));
    return sentence;
  }
  sentence.phrases.push_back(words(asked ? ": " : say(" è ", " is ")));
  const ExprId level = compare.right;
  const auto* constant = std::get_if<typed::DayConstant>(&typed_.exprs[level].node);
  const auto after = [&](const std::string& link) {
    sentence.phrases.push_back(words(link + (constant ? say("il ", "") : "")));
    append(sentence.phrases, amount(level));
  };
  const auto before = [&](const std::string& link) {
    sentence.phrases.push_back(words(link));
    append(sentence.phrases, joined("di", "before", level));
  };
  switch (relation) {
    case Relation::at_most:
      after(say("entro ", "by "));
      break;
    case Relation::less_than:
      before(say("prima ", ""));
      break;
    case Relation::at_least:
      before(say("non prima ", "not "));
      break;
    case Relation::more_than:
      after(say("dopo ", "after "));
      break;
    case Relation::equal_to:
      after(say("proprio ", "exactly "));
      break;
    case Relation::different_from:
      after(say("in un giorno che non sia ", "on a day other than "));
      break;
  }
  return sentence;
}

}  // namespace leps::phrases
