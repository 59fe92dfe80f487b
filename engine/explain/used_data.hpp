// The data that a result rests on, as a reader meets them: what each is worth, where it stands, and
// where nobody gave it what it was worked out from; of a table its rows, of a field the rows in
// which it is blank; what other sources say.
#pragma once

#include "assess/report.hpp"
#include "eval/parts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace leps::inline explaining {

/// What another source says of a datum; the packs prefer the one that was used (`precedenza`).
struct ShownOther {
  std::size_t place_in_fact = 0;  // which of the fact's `others`
  std::string value, origin, as_of, place;
  std::optional<Verdict> would_be;  // of the rule that is explained, by this value
};
/// `HR dice 24,6 FTE: sarebbe non soddisfatto`.
/// @param verdict  the one that was given; none where no rule is explained
std::string other_sentence(const ShownOther& other, std::optional<Verdict> verdict,
                           Language language);

struct UsedDatum {
  DatumId datum;
  std::string name, title, value;
  bool known = true;
  bool missing = false;   // the rule rests on it and it is not known
  bool deciding = false;  // and it could change the verdict
  std::string place;      // `lodi.yaml:12`; empty where the data do not mention it
  std::string origin, as_of, held_by;
  std::string worked_out;  // `non dato: ricavato da operatori`; empty where it was given
  std::string held;        // `almeno 26 FTE: assistenti_ti ne è parte (26 FTE)`; mostly empty
  /// Of a field: the rows in which it is not known, by their keys, and where those stand.
  std::vector<std::string> blank_rows, blank_places;
  std::vector<ShownOther> others;
  std::vector<std::string> notes;

  /// The title where there is one, else the name.
  [[nodiscard]] const std::string& label() const { return title.empty() ? name : title; }
};

/// ` per Lodi Vecchio e Codogno`: of which rows a field is asked for; empty of anything else.
std::string for_which_rows(const UsedDatum& datum, Language language);
/// `non si sa in 1 riga di 3`, with the rows and their places; empty where all is known.
std::string blanks_sentence(const UsedDatum& datum, Language language);

/// A datum of the Ambito and year, a table, or a field of one.
UsedDatum use_datum(DatumId id, const Report& report, Evaluator& evaluator, Language language);
/// Says of a datum how its parts and wholes narrow it.
void hold(UsedDatum& used, const NarrowedDatum& narrowed, const Report& report, Language language);
/// A datum that is missing elsewhere: of a year before, of another member of a group.
UsedDatum use_missing(const MissingDatum& missing, const Report& report, Evaluator& evaluator,
                      Language language);

/// What a table or a field is called where people read: its title, else its name without `_`.
/// How a reader calls a datum: `Assistenti sociali`; a field with its table, `Posti (I Comuni)`.
std::string label_of(DatumId id, const Typed& typed);
std::string label_of_table(TableId table, const Typed& typed);
std::string label_of_field(DatumId field, const Typed& typed);

/// How many names of rows a sentence holds before it says how many more there are.
inline constexpr std::size_t kMostNames = 20;
/// `Codogno, Lodi e altre 12`.
std::string names_of_rows(const std::vector<std::string>& keys, Language language);
/// `1 riga`, `3 righe`.
std::string count_of_rows(std::size_t rows, Language language);

}  // namespace leps::inline explaining
