// Finds numbers of the data that have no minimum. Where one is missing it may then be less than
// zero, and `x + y almeno 3 FTE` is not met for certain by five of x.
#include "lint/find_open_data.hpp"

#include "lint/file_words.hpp"

#include <algorithm>
#include <set>

namespace leps::inline linting {
namespace {

std::set<DatumId> used_in_rules(const Typed& typed) {
  std::set<DatumId> used;
  for (const typed::Expr& expr : typed.exprs) {
    if (const auto datum = typed::datum_of(expr.node)) used.insert(*datum);
  }
  return used;
}

bool is_key(const Typed& typed, DatumId id) {
  const auto& table = typed.data[id].field_of;
  if (!table || !typed.tables[*table].key) return false;
  return typed.tables[*table].fields[*typed.tables[*table].key] == id;
}

}  // namespace

void find_open_data(const Typed& typed, DiagnosticBag& bag) {
  for (const DatumId id : used_in_rules(typed)) {
    const typed::Datum& datum = typed.data[id];
    // What is worked out where nobody gives it can be no more than what it is worked out from.
    const bool open = std::holds_alternative<NumberOf>(datum.type) && !datum.if_missing &&
                      !datum.bounds.lo.finite();
    if (!open || is_key(typed, id)) continue;
    const std::string least = word_at(typed, datum.span, Keyword::at_least);
    bag.report(Code::lint_no_floor, datum.span, {datum.name})
        .hint(Text("aggiungi '" + least + " 0'; se può essere negativo davvero, scrivi fin dove",
                   "add '" + least + " 0'; if it can really be negative, write how far"));
  }
}

}  // namespace leps::inline linting
