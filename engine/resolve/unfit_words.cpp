#include "resolve/unfit_words.hpp"

#include "syntax/characters.hpp"
#include "syntax/keywords.hpp"

#include <algorithm>
#include <array>

namespace leps::inline resolving {
namespace {

using Words = std::array<std::string_view, 7>;
constexpr Words kYes = {"si", "vero", "vera", "true", "yes", "y", "v"};
constexpr Words kNo = {"no", "falso", "falsa", "false", "not", "n", "f"};

/// What people write for a value that is not known; some may mean zero, or no.
struct UnknownWord {
  std::string_view word;
  bool only;  // it can mean nothing else
};
constexpr UnknownWord kUnknown[] = {{"nd", true},      {"na", true},          {"ignoto", true},
                                    {"ignota", true},  {"sconosciuto", true}, {"sconosciuta", true},
                                    {"unknown", true}, {"nc", false},         {"nn", false},
                                    {"null", false},   {"none", false},       {"nan", false},
                                    {"nil", false},    {"mancante", false},   {"vuoto", false},
                                    {"vuota", false},  {"assente", false}};

const UnknownWord* unknown_word(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(kUnknown), std::end(kUnknown),
                   [said = folded(name)](const UnknownWord& each) { return each.word == said; });
  return found == std::end(kUnknown) ? nullptr : found;
}

std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& each : words) all += (all.empty() ? "" : ", ") + each;
  return all;
}

/// What a type asks for, in the words of a message.
struct Needed {
  Language language;

  Text in_file(Keyword keyword) const { return word(keyword, language); }

  Text operator()(const ast::UnitText& unit) const {
    std::string text;
    for (const auto& each : unit.factors) text += (text.empty() ? "" : "/") + each.symbol.text;
    return {"un numero in " + text, "a number in " + text};
  }
  Text operator()(const ast::ShareType&) const { return {"una quota", "a share"}; }
  Text operator()(const ast::NumberType&) const { return {"un numero", "a number"}; }
  Text operator()(const ast::TruthType&) const {
    return format({"'{0}' o '{1}'", "'{0}' or '{1}'"},
                  {in_file(Keyword::yes), in_file(Keyword::no)});
  }
  Text operator()(const ast::DayType&) const { return {"una data", "a date"}; }
  Text operator()(const ast::PeriodType&) const { return {"un periodo", "a period"}; }
  Text operator()(const ast::TimetableType&) const { return {"un orario", "a timetable"}; }
  Text operator()(const ast::TextType&) const { return {"un testo", "a text"}; }
  Text operator()(const ast::ChoiceType& choice) const {
    const std::string words = listed(words_of({choice, {}}));
    return format({"una parola di '{0} {1}'", "a word of '{0} {1}'"},
                  {in_file(Keyword::one_of), words});
  }
};

/// How a value of the type is written.
struct Written {
  const std::string& name;
  Language language;
  bool literal;  // no name of a value can stand there

  Text in_file(Keyword keyword) const { return word(keyword, language); }
  bool among(const Words& words) const {
    return std::find(words.begin(), words.end(), folded(name)) != words.end();
  }

  std::optional<Instead> operator()(const ast::UnitText& unit) const {
    std::string text;
    for (const auto& each : unit.factors) text += (text.empty() ? "" : "/") + each.symbol.text;
    return Text("scrivi il numero e la sua unità: 3 " + text,
                "write the number and its unit: 3 " + text);
  }
  std::optional<Instead> operator()(const ast::ShareType&) const {
    return Text("scrivi la quota con il segno %: 40%", "write the share with the sign %: 40%");
  }
  std::optional<Instead> operator()(const ast::NumberType&) const {
    return Text("scrivi il numero in cifre", "write the number in digits");
  }
  std::optional<Instead> operator()(const ast::TruthType&) const {
    const bool yes = among(kYes);
    if (yes || among(kNo)) {
      const Text meant = in_file(yes ? Keyword::yes : Keyword::no);
      return Instead(format({"si scrive '{0}'", "it is written '{0}'"}, {meant}), meant.it,
                     name.size() > 1);
    }
    return format({"scrivi '{0}' o '{1}'", "write '{0}' or '{1}'"},
                  {in_file(Keyword::yes), in_file(Keyword::no)});
  }
  std::optional<Instead> operator()(const ast::DayType&) const {
    return format({"una data si scrive 31 {0} 2025; se non è avvenuto, '{1}'",
                   "a date is written 31 {0} 2025; if it did not happen, '{1}'"},
                  {in_file(Keyword::december), in_file(Keyword::never)});
  }
  std::optional<Instead> operator()(const ast::PeriodType&) const {
    return format({"un periodo si scrive: {0} 2025-01-01 {1} 2025-12-31",
                   "a period is written: {0} 2025-01-01 {1} 2025-12-31"},
                  {in_file(Keyword::from), in_file(Keyword::to)});
  }
  std::optional<Instead> operator()(const ast::TimetableType&) const {
    return Text("un orario sta fra virgolette: \"lun-ven 09:00-17:00\"",
                "a timetable stands between quotes: \"mon-fri 09:00-17:00\"");
  }
  std::optional<Instead> operator()(const ast::TextType&) const {
    const std::string text = '"' + name + '"';
    return Instead(
        Text("un testo sta fra virgolette: " + text, "a text stands between quotes: " + text), text,
        literal);
  }
  std::optional<Instead> operator()(const ast::ChoiceType& choice) const {
    const std::string words = listed(words_of({choice, {}}));
    return Text("le parole possibili sono: " + words, "the possible words are: " + words);
  }
};

bool is_number(const ast::TypeText& type) {
  return std::holds_alternative<ast::UnitText>(type.type) ||
         std::holds_alternative<ast::ShareType>(type.type) ||
         std::holds_alternative<ast::NumberType>(type.type);
}

}  // namespace

std::vector<std::string> words_of(const ast::TypeText& type) {
  std::vector<std::string> words;
  const auto* choice = std::get_if<ast::ChoiceType>(&type.type);
  if (!choice) return words;
  for (const ast::Identifier& each : choice->values) words.push_back(each.text);
  return words;
}

bool is_of_value(const UnknownName& mistake, const std::optional<std::string>& near) {
  const Wanted& wanted = mistake.wanted;
  if (!wanted.type || mistake.other) return false;
  if (is_literal(wanted.role)) return true;
  return wanted.role == Role::value && !near && !is_number(*wanted.type);
}

Diagnostic& report_value(const UnknownName& mistake, DiagnosticBag& bag) {
  return bag.report(Code::value_wrong_type, mistake.where.front(),
                    {std::visit(Needed{mistake.language}, mistake.wanted.type->type),
                     Text("'" + mistake.name + "'")});
}

std::optional<Instead> value_to_write(const UnknownName& mistake,
                                      const std::optional<std::string>& near) {
  if (near) return std::nullopt;
  const UnknownWord* unknown = unknown_word(mistake.name);
  if (mistake.wanted.role == Role::example_value && unknown != nullptr) {
    return Instead(Text("se non si sa scrivi '?'", "if it is not known write '?'"), "?",
                   unknown->only);
  }
  if (mistake.wanted.role == Role::value && unknown != nullptr) {
    return Instead(
        Text("un valore che manca non si confronta: ciò che non si sa resta non noto",
             "a value that is missing is not compared: what is not known stays unknown"));
  }
  const bool literal = is_literal(mistake.wanted.role);
  return std::visit(Written{mistake.name, mistake.language, literal}, mistake.wanted.type->type);
}

}  // namespace leps::inline resolving
