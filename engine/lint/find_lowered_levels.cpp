// Finds levers that close a gap from the wrong side: where `a almeno b` is closed with b, less is
// asked for and nothing is done.
#include "lint/find_lowered_levels.hpp"

#include "check/walk.hpp"
#include "lint/file_words.hpp"
#include "prove/data_under.hpp"

#include <set>

namespace leps::inline linting {
namespace {

/// The sides of a comparison that asks for more on one and not on the other.
struct Sides {
  typed::ExprId compared, level;
};
std::optional<Sides> sides_of(const Typed& typed, typed::ExprId condition) {
  using typed::Relation;
  const auto* compare = std::get_if<typed::Compare>(&typed.exprs[condition].node);
  if (compare == nullptr) return std::nullopt;
  const bool more =
      compare->relation == Relation::at_least || compare->relation == Relation::more_than;
  return more ? std::optional(Sides{compare->left, compare->right}) : std::nullopt;
}

/// True where a datum stands in an amount only as what it grows with: in no difference, quotient or
/// function.
bool grows_with(const Typed& typed, typed::ExprId amount, DatumId datum) {
  using typed::ArithmeticOp;
  if (!data_under(typed, {amount}).contains(datum)) return true;
  const typed::Node& node = typed.exprs[amount].node;
  if (const auto* itself = std::get_if<typed::DatumRef>(&node)) return itself->datum == datum;
  const auto* parts = std::get_if<typed::Arithmetic>(&node);
  if (parts == nullptr) return false;
  const bool falls = parts->op == ArithmeticOp::subtract || parts->op == ArithmeticOp::divide;
  const bool right = data_under(typed, {parts->right}).contains(datum);
  return !(falls && right) && grows_with(typed, parts->left, datum) &&
         grows_with(typed, parts->right, datum);
}

}  // namespace

void find_lowered_levels(const Typed& typed, DiagnosticBag& bag) {
  std::set<Span> said;  // a layer repeats the requirements that it does not amend
  for_each_requirement(typed, [&](const typed::Requirement& requirement) {
    const auto sides = sides_of(typed, requirement.condition);
    if (!sides) return;
    const std::set<DatumId> compared = data_under(typed, {sides->compared});
    const std::set<DatumId> level = data_under(typed, {sides->level});
    for (const typed::Lever& lever : requirement.levers) {
      const bool lowers = level.contains(lever.datum) && !compared.contains(lever.datum) &&
                          grows_with(typed, sides->level, lever.datum);
      if (!lowers || !said.insert(lever.span).second) continue;
      Diagnostic& found =
          bag.report(Code::lint_lowered_level, lever.span, {typed.data[lever.datum].name});
      if (compared.size() != 1) continue;
      const std::string form =
          word_at(typed, lever.span, Keyword::closed_by) + ' ' + typed.data[*compared.begin()].name;
      found.hint(Text("se a crescere è ciò che si confronta scrivi: " + form,
                      "if it is what is compared that grows write: " + form));
    }
  });
}

}  // namespace leps::inline linting
