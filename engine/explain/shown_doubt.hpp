// A doubt about data as a reader meets it: which datum, what it is worth and where it stands come
// first, then what was found about it.
#pragma once

#include "assess/report.hpp"

#include <string>
#include <vector>

namespace leps::inline explaining {

struct ShownDoubt {
  std::size_t number = 0;  // on the page of the Ambito and year, from 1
  std::string subjects;    // `Popolazione: 131 abitanti`; empty where the message says it all
  std::string said, place;
  Severity severity = Severity::warning;
};

/// `Dato insolito: Popolazione: 131 abitanti — «…» dovrebbe valere, … · dati.csv:2`.
std::string doubt_sentence(const ShownDoubt& doubt, Language language);
/// The same of many, for a cell.
std::vector<std::string> doubt_sentences(const std::vector<ShownDoubt>& doubts, Language language);
/// `dubbio 1`, `dubbi 1 e 3`: which of the page's doubts a result rests on; empty of none.
std::string doubt_mark(const std::vector<ShownDoubt>& doubts, Language language);

/// A doubt of an assessment.
/// @param evaluator  over its facts
ShownDoubt show_doubt(std::size_t doubt, const Report& report, const Assessment& assessment,
                      Evaluator& evaluator, Language language);
/// Those that a result rests on.
std::vector<ShownDoubt> show_doubts(const std::vector<Doubted>& doubts, const Report& report,
                                    const Assessment& assessment, Evaluator& evaluator,
                                    Language language);

}  // namespace leps::inline explaining
