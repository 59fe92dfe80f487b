#include "facts/read_field.hpp"

#include "sheets/plain_values.hpp"
#include "syntax/keywords.hpp"
#include "trees/wording.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace leps::inline reading {
namespace {

bool within_braces(const ReadingContext& context, Span key) {
  // In `{valore: 17,5}` the comma ends the value, and `5` becomes a key without one.
  const std::string_view text = context.sources.text(key.source);
  return key.begin > 0 && text[key.begin - 1] == ',' && text[key.begin] != '"';
}

/// `1 maggio 2025`, `1° maggio 2025`.
std::optional<Day> day_in_words(std::string_view text) {
  const std::size_t first = text.find(' '), last = text.rfind(' ');
  if (first == std::string_view::npos || first == last) return std::nullopt;
  std::string_view day = text.substr(0, first);
  if (day.ends_with("°") || day.ends_with("º")) day.remove_suffix(2);
  const auto number = whole_number(day), year = whole_number(text.substr(last + 1));
  const auto month = month_of(trimmed(text.substr(first, last - first)));
  if (!number || !month || !year || text.size() - last - 1 != 4) return std::nullopt;
  return make_day(static_cast<int>(*year), *month, *number);
}

/// What stands in a cell that holds no day, as the day that it may be.
Text how_to_write_day(std::string_view text) {
  const std::size_t last = text.find_last_of("/.-");
  if (last != std::string_view::npos && text.size() - last == 3) {  // `1/5/25`
    if (const auto meant = italian_day(std::string(text.substr(0, last + 1)) + "20" +
                                       std::string(text.substr(last + 1)))) {
      return format({"scrivi l'anno con quattro cifre, come {0}",
                     "write the year in four digits, such as {0}"},
                    {sheets::day_first(to_iso(*meant))});
    }
  }
  if (const auto day = sheets::to_plain_day(text, false)) {
    return format({"se è il numero con cui un foglio di calcolo tiene una data, è il {0}: scrivi "
                   "la data",
                   "if it is the number by which a spreadsheet keeps a date, it is {0}: write the "
                   "date"},
                  {sheets::day_first(*day)});
  }
  return {"una data si scrive gg/mm/aaaa, come 31/12/2025; se non è nota, n.d.",
          "a date is written dd/mm/yyyy, such as 31/12/2025; if it is not known, n.d."};
}

}  // namespace

std::optional<unsigned> whole_number(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<unsigned> month_of(std::string_view text) {
  if (const auto number = whole_number(text)) return number;
  const auto word = keyword(text, Language::italian);
  if (!word || *word < Keyword::january || *word > Keyword::december) return std::nullopt;
  return static_cast<unsigned>(*word) - static_cast<unsigned>(Keyword::january) + 1;
}

const DataNode* find(const DataMap& map, std::string_view key) {
  const auto entry = std::find_if(map.entries.begin(), map.entries.end(),
                                  [&](const DataEntry& e) { return e.key == key; });
  return entry == map.entries.end() ? nullptr : &entry->value;
}

bool is_missing(const DataNode& node) {
  if (node.is_null()) return true;
  const std::string* text = node.text();
  if (!text) return false;
  const std::string_view word = trimmed(*text);
  return word.empty() || word == "n.d." || word == "N.D.";
}

void check_keys(const ReadingContext& context, const DataMap& map,
                std::span<const std::string> known) {
  for (const DataEntry& entry : map.entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    Diagnostic& unknown =
        context.bag.report(Code::data_unknown_key, entry.key_span, {quote(entry.key)});
    if (within_braces(context, entry.key_span)) {
      unknown.hint(
          {"fra parentesi la virgola separa: scrivi il numero con il punto o, con `numeri: "
           "italiani`, "
           "fra virgolette",
           "between brackets a comma separates: write the number with a point or, with `numeri: "
           "italiani`, between quotation marks"});
    } else if (context.names.data.contains(entry.key)) {
      unknown.hint({"è un dato: va sotto `dati:`, nel suo anno",
                    "it is a datum: it goes under `dati:`, in its year"});
    } else if (!suggest(unknown, entry.key, known)) {
      unknown.hint(format({"qui le voci sono: {0}", "the entries here are: {0}"}, {listed(known)}));
    }
  }
}

Diagnostic& report_wrong_kind(const ReadingContext& context, const DataNode& node, const Text& what,
                              const Text& needed) {
  return context.bag.report(Code::data_wrong_kind, node.span, {what, found(node), needed});
}

std::optional<std::string> read_text(const ReadingContext& context, const DataNode& node,
                                     const Text& what) {
  if (is_missing(node)) return std::nullopt;
  const std::string* text = node.text();
  if (!text) {
    report_wrong_kind(context, node, what, {"un testo", "a text"})
        .hint(
            {"scrivi il testo su una riga; se contiene : o # o comincia con [ o {, fra virgolette",
             "write the text on one line; if it holds : or # or begins with [ or {, between "
             "quotation marks"});
    return std::nullopt;
  }
  std::string line(trimmed(*text));
  for (char& c : line) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return line;
}

std::optional<Day> italian_day(std::string_view text) {
  std::array<unsigned, 3> numbers{};
  std::size_t which = 0, digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9' && digits < 4) {
      numbers[which] = numbers[which] * 10 + static_cast<unsigned>(c - '0');
      ++digits;
    } else if ((c == '/' || c == '.' || c == '-') && which < 2 && digits > 0 && digits <= 2) {
      ++which;
      digits = 0;
    } else {
      return std::nullopt;
    }
  }
  if (which != 2 || digits != 4) return std::nullopt;
  return make_day(static_cast<int>(numbers[2]), numbers[1], numbers[0]);
}

std::optional<Day> day_of_table(std::string_view text) {
  if (const auto day = italian_day(text)) return day;
  if (const auto day = day_in_words(text)) return day;
  constexpr std::size_t kIso = 10;  // characters of `2025-05-01`
  if (text.size() <= kIso || (text[kIso] != ' ' && text[kIso] != 'T')) return std::nullopt;
  if (text.find_first_not_of("0:.Z", kIso + 1) != std::string_view::npos) return std::nullopt;
  return parse_iso_day(text.substr(0, kIso));
}

std::optional<Day> read_day(const ReadingContext& context, const DataNode& node, const Text& what) {
  if (is_missing(node)) return std::nullopt;
  const std::string_view text = node.text() ? trimmed(*node.text()) : std::string_view();
  if (const auto day = parse_iso_day(text)) return day;
  if (context.is_table(node.span)) {
    if (const auto day = day_of_table(text)) return day;
    context.bag.report(Code::data_bad_date_cell, node.span, {what, found(node)})
        .hint(how_to_write_day(text));
    return std::nullopt;
  }
  Diagnostic& wrong = context.bag.report(Code::data_bad_date, node.span, {what, found(node)});
  if (const auto meant = day_of_table(text)) {
    wrong.hint(format({"scrivi {0}: prima l'anno, poi il mese e il giorno",
                       "write {0}: the year first, then the month and the day"},
                      {to_iso(*meant)}));
  } else {
    wrong.hint({"una data si scrive anno-mese-giorno, come 2025-12-31",
                "a date is written year-month-day, such as 2025-12-31"});
  }
  return std::nullopt;
}

std::optional<bool> to_truth(std::string_view text) {
  struct Word {
    std::string_view small, first, capitals;
    bool value;
  };
  // The second `sì` has its accent as a character of its own, as some keyboards write it.
  static constexpr Word kWords[] = {
      {"sì", "Sì", "SÌ", true},       {"si\u0300", "Si\u0300", "SI\u0300", true},
      {"si", "Si", "SI", true},       {"no", "No", "NO", false},
      {"vero", "Vero", "VERO", true}, {"falso", "Falso", "FALSO", false},
      {"true", "True", "TRUE", true}, {"false", "False", "FALSE", false},
  };
  for (const Word& word : kWords) {
    if (text == word.small || text == word.first || text == word.capitals) return word.value;
  }
  return std::nullopt;
}

std::optional<bool> read_truth(const ReadingContext& context, const DataNode& node,
                               const Text& what) {
  if (is_missing(node)) return std::nullopt;
  if (node.text()) {
    if (const auto truth = to_truth(trimmed(*node.text()))) return truth;
  }
  report_wrong_kind(context, node, what, {"sì o no", "sì or no"})
      .hint(
          {"scrivi sì oppure no; se non è noto, n.d.", "write sì or no; if it is not known, n.d."});
  return std::nullopt;
}

}  // namespace leps::inline reading
