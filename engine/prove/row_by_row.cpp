#include "prove/row_by_row.hpp"

namespace leps::inline proving {
namespace {

using Kind = Claim::Kind;

const typed::Aggregate* for_every(const Typed& typed, typed::ExprId condition) {
  const auto* over = std::get_if<typed::Aggregate>(&typed.exprs[condition].node);
  const bool every = over && over->kind == typed::Aggregation::for_every;
  return every && !over->due ? over : nullptr;  // what is not yet due is let off by both
}

/// What can be said of one text for one row.
struct OfRow {
  const typed::Aggregate& over;
  const std::vector<Condition>& applies;
  std::size_t reading;

  /// It is asked of the Ambito, and `kind` is true of its counting the row.
  [[nodiscard]] Claim asked(Kind kind) const {
    Claim all = leps::applies(applies, reading);
    if (over.where) all.parts.push_back(claim(kind, *over.where, reading));
    return all;
  }
  /// It is not asked, or `kind` is true of its counting the row.
  [[nodiscard]] Claim not_asked(Kind kind) const {
    Claim any = Claim::any({});
    for (const auto& condition : applies) {
      if (condition) any.parts.push_back(claim(Kind::not_true, *condition, reading));
    }
    if (over.where) any.parts.push_back(claim(kind, *over.where, reading));
    return any;
  }
  [[nodiscard]] Claim holds(Kind kind) const { return claim(kind, *over.body, reading); }
};

}  // namespace

bool no_row_is_let_off(const Rulebook& rulebook, const std::vector<Reading>& readings,
                       const AskedOfRows& old_text, const AskedOfRows& new_text) {
  const typed::Aggregate* law = for_every(rulebook.typed, old_text.condition);
  const typed::Aggregate* text = for_every(rulebook.typed, new_text.condition);
  if (!law || !text || law->table != text->table || law->level != text->level) return false;
  const OfRow before{*law, old_text.applies, 0}, after{*text, new_text.applies, 1};

  // Of one row: what it must not be for the old text to be failed and the new one passed, for the
  // old one to be not met where a condition divides by zero and the new one met, and for the old
  // one to be asked and the new one not.
  const Claim let_off[] = {
      Claim::all({before.asked(Kind::is_true), before.holds(Kind::is_false),
                  Claim::any({after.not_asked(Kind::not_true), after.holds(Kind::not_false)})}),
      Claim::all({before.asked(Kind::not_false), before.holds(Kind::not_true),
                  Claim::any({after.not_asked(Kind::is_false), after.holds(Kind::is_true)})}),
      Claim::all({before.asked(Kind::is_true), after.not_asked(Kind::not_true)}),
  };
  for (const Claim& claim : let_off) {
    if (!can_never_be(rulebook, readings, claim)) return false;
  }
  return true;
}

}  // namespace leps::inline proving
