#include "trees/tree_mistakes.hpp"

#include "source/check_text.hpp"
#include "trees/data_tree.hpp"
#include "trees/wording.hpp"

#include <iomanip>
#include <sstream>

namespace leps::inline trees {

void report_hidden(std::string value, Span where, DiagnosticBag& bag) {
  const auto problem = check_text(value);
  if (!problem) return;
  std::ostringstream number;
  number << "U+" << std::hex << std::uppercase << std::setw(4) << std::setfill('0')
         << problem->value;
  bag.report(Code::text_control_character, where, {number.str()})
      .hint({"togli la sequenza che comincia con \\", "take out the sequence that begins with \\"});
}

void report_doubled(const std::string& key, Span where, Span first, DiagnosticBag& bag) {
  bag.report(Code::data_duplicate_key, where, {shortened(key)})
      .label(first, {"è già qui", "it is already here"})
      .hint({"tieni una sola delle due voci", "keep only one of the two entries"});
}

void report_too_many(Span where, DiagnosticBag& bag) {
  bag.report(Code::data_too_many_values, where, {std::to_string(kMaxDataValues)})
      .hint({"un file tiene i dati di un solo Ambito: dividilo",
             "a file holds the data of one Ambito only: split it"});
}

}  // namespace leps::inline trees
