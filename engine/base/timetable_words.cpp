#include "base/timetable_words.hpp"

#include <algorithm>
#include <array>

namespace leps::inline base {
namespace {

// By weekday: the two that are printed, then the full names.
constexpr std::array<std::array<std::string_view, 5>, 7> kDays = {{
    {"lun", "mon", "lunedì", "lunedi", "monday"},
    {"mar", "tue", "martedì", "martedi", "tuesday"},
    {"mer", "wed", "mercoledì", "mercoledi", "wednesday"},
    {"gio", "thu", "giovedì", "giovedi", "thursday"},
    {"ven", "fri", "venerdì", "venerdi", "friday"},
    {"sab", "sat", "sabato", "sabato", "saturday"},
    {"dom", "sun", "domenica", "domenica", "sunday"},
}};

// By meaning, Italian and English.
constexpr std::array<std::array<std::string_view, 2>, 5> kWords = {{{"tutti", "all"},
                                                                    {"festivi", "holidays"},
                                                                    {"di", "on"},
                                                                    {"chiuso", "closed"},
                                                                    {"h24", "h24"}}};

// Small letters, as far as the words above need it: ASCII, and the Ì of LUNEDÌ.
std::string small(std::string_view text) {
  std::string folded(text);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (folded[i] >= 'A' && folded[i] <= 'Z') folded[i] = static_cast<char>(folded[i] - 'A' + 'a');
    if (folded[i] == '\x8C' && i > 0 && folded[i - 1] == '\xC3') folded[i] = '\xAC';
  }
  return folded;
}

// Which row of the table holds the word.
template <class Table>
std::optional<std::size_t> row_of(const Table& table, std::string_view text) {
  const std::string folded = small(text);
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (std::find(table[i].begin(), table[i].end(), folded) != table[i].end()) return i;
  }
  return std::nullopt;
}

}  // namespace

std::string_view word(Weekday day, DayLanguage language) {
  return kDays[static_cast<std::size_t>(day)][static_cast<std::size_t>(language)];
}

std::string_view word(TimetableWord meaning, DayLanguage language) {
  return kWords[static_cast<std::size_t>(meaning)][static_cast<std::size_t>(language)];
}

std::optional<Weekday> read_weekday(std::string_view text) {
  const auto row = row_of(kDays, text);
  if (!row) return std::nullopt;
  return static_cast<Weekday>(*row);
}

std::optional<TimetableWord> read_timetable_word(std::string_view text) {
  const auto row = row_of(kWords, text);
  if (!row) return std::nullopt;
  return static_cast<TimetableWord>(*row);
}

std::vector<std::string> day_words() {
  std::vector<std::string> words;
  for (const auto& names : kDays) words.insert(words.end(), names.begin(), names.end());
  for (const auto meaning : {TimetableWord::every_day, TimetableWord::holidays}) {
    for (const auto language : {DayLanguage::italian, DayLanguage::english}) {
      words.emplace_back(word(meaning, language));
    }
  }
  return words;
}

}  // namespace leps::inline base
