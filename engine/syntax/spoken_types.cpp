#include "syntax/spoken_types.hpp"

#include "syntax/everyday_words.hpp"

#include <string>

namespace leps::inline syntax {

bool refuse_spoken_type(Reader& reader, Place at) {
  const Place here = reader.after_blanks(at);
  const std::string first = folded(between(here, reader.word_end_at(here)));
  const auto refuse = [&](Place end, const std::string& meant) {
    refuse_said(reader, here, end, meant);
    return true;
  };
  if (first == "gg" || first == "dd") {
    const std::string_view rest = between(here, reader.end());
    const bool day = rest.starts_with("gg/mm/") || rest.starts_with("dd/mm/");
    if (!day) return false;
    const Place month_end = here + 6;
    return refuse(reader.word_end_at(month_end),
                  std::string(word(Keyword::day, reader.language())));
  }
  if (first != "una" && first != "uno" && first != "one" && first != "a") return false;
  const auto known = reader.keyword_at(here);
  if (known && known->keyword == Keyword::one_of) return false;
  const Place of = reader.after_blanks(reader.word_end_at(here));
  const Place of_end = reader.word_end_at(of);
  const std::string out = folded(between(of, of_end));
  const bool listed = out == "di" || out == "tra" || out == "fra" || out == "delle" ||
                      out == "dei" || out == "of" || out == "among";
  return listed && refuse(of_end, std::string(word(Keyword::one_of, reader.language())));
}

}  // namespace leps::inline syntax
