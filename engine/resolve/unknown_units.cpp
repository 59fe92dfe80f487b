#include "resolve/unknown_units.hpp"

#include "base/calendar_words.hpp"
#include "base/unit.hpp"
#include "syntax/characters.hpp"
#include "syntax/keywords.hpp"

#include <algorithm>

namespace leps::inline resolving {
namespace {

enum class TypeWord { share, yes, text, number, money, day, period, timetable, one_of };

struct MeantType {
  TypeWord type;
  bool only;  // the word can be meant for nothing else
};

std::optional<MeantType> type_meant(const UnknownName& mistake) {
  static constexpr std::pair<std::string_view, MeantType> kTypeWords[] = {
#define LEPS_TYPE_WORD(word, type) {word, {TypeWord::type, false}},
#define LEPS_TYPE_NAME(word, type) {word, {TypeWord::type, true}},
#include "resolve/type_words.def"
#undef LEPS_TYPE_NAME
#undef LEPS_TYPE_WORD
  };
  if (mistake.wanted.role != Role::type) return std::nullopt;
  const std::string written = folded(mistake.name);
  for (const auto& [word, meant] : kTypeWords) {
    if (word == written) return meant;
  }
  return std::nullopt;
}

Instead type_called(const Text& name) {
  return {Text("il tipo si chiama '" + name.it + "'", "the type is called '" + name.en + "'"),
          name.it};
}

Instead type_to_write(TypeWord type, Language language) {
  const auto in_file = [&](Keyword keyword) { return word(keyword, language); };
  switch (type) {
    case TypeWord::share:
      return type_called(in_file(Keyword::share));
    case TypeWord::yes:
      return type_called(format("{0}/{1}", {in_file(Keyword::yes), in_file(Keyword::no)}));
    case TypeWord::text:
      return type_called(in_file(Keyword::text));
    case TypeWord::number:
      return {format({"il tipo è l'unità di ciò che si conta, come FTE; dove non ce n'è, '{0}'",
                      "the type is the unit of what is counted, such as FTE; where there is none, "
                      "'{0}'"},
                     {in_file(Keyword::number)}),
              std::string(in_file(Keyword::number))};
    case TypeWord::money:
      return {format({"il tipo è l'unità: scrivi euro, che sta nella riga '{0}'",
                      "the type is the unit: write euro, which stands in the line '{0}'"},
                     {in_file(Keyword::units)}),
              "euro"};
    case TypeWord::day:
      return type_called(in_file(Keyword::day));
    case TypeWord::period:
      return type_called(in_file(Keyword::period));
    case TypeWord::timetable:
      return type_called(in_file(Keyword::timetable));
    case TypeWord::one_of:
      return format({"scrivi le parole possibili: {0} prima, seconda, terza",
                     "write the possible words: {0} first, second, third"},
                    {in_file(Keyword::one_of)});
  }
  return Text();
}

bool is_declared(const Resolved& resolved, const ast::UnitText& unit) {
  return std::all_of(unit.factors.begin(), unit.factors.end(), [&](const auto& factor) {
    return is_built_in_unit(factor.symbol.text) || resolved.units.count(factor.symbol.text) > 0;
  });
}

// As a file writes it: `ore/settimana`.
std::string text_of(const ast::UnitText& unit) {
  std::string text;
  for (const ast::UnitText::Factor& factor : unit.factors) {
    text += (text.empty() ? "" : "/") + factor.symbol.text;
  }
  return text;
}

const ast::UnitText* expected_unit(const Resolved& resolved, const UnknownName& mistake) {
  const ast::TypeText* type = mistake.wanted.type;
  const auto* unit = type ? std::get_if<ast::UnitText>(&type->type) : nullptr;
  return unit && is_declared(resolved, *unit) ? unit : nullptr;
}

/// `gg`, `h`: what is counted in the units that need no declaring.
std::optional<std::string_view> short_for(const UnknownName& mistake) {
  struct Short {
    Language language;
    std::string_view written, unit;
  };
  constexpr Short kShort[] = {
      {Language::italian, "gg", "giorni"}, {Language::italian, "g", "giorni"},
      {Language::italian, "h", "ore"},     {Language::italian, "hh", "ore"},
      {Language::italian, "hr", "ore"},    {Language::italian, "sett", "settimane"},
      {Language::english, "d", "days"},    {Language::english, "dd", "days"},
      {Language::english, "h", "hours"},   {Language::english, "hrs", "hours"},
      {Language::english, "hr", "hours"},  {Language::english, "wk", "weeks"},
      {Language::english, "wks", "weeks"},
  };
  for (const Short& each : kShort) {
    if (each.language == mistake.language && each.written == folded(mistake.name)) return each.unit;
  }
  return std::nullopt;
}

std::optional<Text> days_to_write(const UnknownName& mistake) {
  const auto days = days_of_calendar_word(folded(mistake.name));
  if (!days) return std::nullopt;
  const bool italian = mistake.language == Language::italian;
  const std::optional<Rational>& count = mistake.wanted.count;
  const Rational all = count ? Rational(*count * *days) : Rational();
  if (!count || !is_whole(all)) {
    return Text("mesi e anni non hanno una lunghezza sola: conta in giorni o in settimane",
                "months and years have no single length: count in days or in weeks");
  }
  const std::string written = to_string(all) + (italian ? " giorni" : " days");
  const Rational months = *days > 31 ? Rational(*count * 12) : *count;
  const std::string term(word(Keyword::within, mistake.language));
  const std::string in_term =
      term + " " + to_string(months) + " " +
      std::string(word(months == 1 ? Keyword::month : Keyword::months, mistake.language)) + " " +
      std::string(word(Keyword::since, mistake.language)) + " …";
  return Text("mesi e anni non hanno una lunghezza sola: scrivi '" + written +
                  "'; per un termine '" + in_term + "'",
              "months and years have no single length: write '" + written + "'; for a term '" +
                  in_term + "'");
}

}  // namespace

bool is_of_unit(const UnknownName& mistake) {
  return mistake.wanted.kinds == std::vector{NameKind::unit};
}

bool says_which_unit(const Resolved& resolved, const UnknownName& mistake) {
  return type_meant(mistake) || expected_unit(resolved, mistake) != nullptr;
}

Diagnostic& report_unit(const Resolved& resolved, const UnknownName& mistake, DiagnosticBag& bag) {
  const Span where = mistake.where.front();
  if (type_meant(mistake)) return bag.report(Code::type_unknown, where, {mistake.name});
  if (const ast::UnitText* unit = expected_unit(resolved, mistake)) {
    return bag.report(Code::unit_expected, where, {text_of(*unit), mistake.name});
  }
  return bag.report(Code::unit_unknown, where, {mistake.name});
}

std::optional<Instead> unit_to_write(const Resolved& resolved, const UnknownName& mistake) {
  if (const auto meant = type_meant(mistake)) {
    Instead type = type_to_write(meant->type, mistake.language);
    type.certain = meant->only;
    return type;
  }
  const std::optional<Rational>& count = mistake.wanted.count;
  if (mistake.is_value_elsewhere && count) {  // `1/3 popolazione`, `2 popolazione`
    const std::string of = " " + std::string(word(Keyword::of, mistake.language)) + " ";
    return Text("'" + mistake.name + "' non è un'unità: se ne prendi una parte manca '" +
                    std::string(word(Keyword::of, mistake.language)) + "' (50%" + of +
                    mistake.name + "), se la moltiplichi '*' (2 * " + mistake.name + ")",
                "'" + mistake.name + "' is no unit: if you take a part of it '" +
                    std::string(word(Keyword::of, mistake.language)) + "' is missing (50%" + of +
                    mistake.name + "), if you multiply it '*' (2 * " + mistake.name + ")");
  }
  if (const auto days = days_to_write(mistake)) return days;
  if (const std::string whole(word(Keyword::whole, mistake.language));
      mistake.name.size() == whole.size() && mistake.name.starts_with(whole.substr(0, 5))) {
    return Instead(Text("scrivi '" + whole + "'", "write '" + whole + "'"), whole);  // `intera`
  }
  if (const ast::UnitText* unit = expected_unit(resolved, mistake)) {
    return Instead(Text("scrivi '" + text_of(*unit) + "' al posto di '" + mistake.name +
                            "'; se non è un'unità, cancellala",
                        "write '" + text_of(*unit) + "' in place of '" + mistake.name +
                            "'; if it is no unit, delete it"),
                   text_of(*unit));
  }
  if (const auto unit = short_for(mistake)) {
    return Instead(
        Text("scrivi '" + std::string(*unit) + "'", "write '" + std::string(*unit) + "'"),
        std::string(*unit));
  }
  if (mistake.wanted.role == Role::type) {
    return format({"le unità si dichiarano: aggiungila alla riga '{0}'; se è una parola fra altre "
                   "scrivi: {1} {2}, …",
                   "units are declared: add it to the line '{0}'; if it is a word among others "
                   "write: {1} {2}, …"},
                  {word(Keyword::units, mistake.language), word(Keyword::one_of, mistake.language),
                   mistake.name});
  }
  return format({"le unità si dichiarano: aggiungila alla riga '{0}'",
                 "units are declared: add it to the line '{0}'"},
                {word(Keyword::units, mistake.language)});
}

}  // namespace leps::inline resolving
