#include "prove/questions.hpp"

#include "prove/claims.hpp"
#include "prove/conditions.hpp"
#include "prove/witness.hpp"

namespace leps::inline proving {
namespace {

using namespace proving;

/// Reads every claim into one model, so that the same datum is the same variable in all of them.
class Asker {
 public:
  Asker(const Rulebook& rulebook, const std::vector<Reading>& readings) {
    readers_.reserve(readings.size());
    for (const Reading& reading : readings) readers_.emplace_back(rulebook, reading, model_);
  }

  std::vector<Goal> goals(const Claim& claim) {
    const auto leaf = [&](bool sense, bool or_undefined) {
      const FormulaId formula = readers_[claim.reading].condition(claim.condition);
      return std::vector<Goal>{{FormulaGoal{formula, sense, or_undefined}}};
    };
    switch (claim.kind) {
      case Claim::Kind::is_true:
        return leaf(true, false);
      case Claim::Kind::is_false:
        return leaf(false, false);
      case Claim::Kind::not_true:
        return leaf(false, true);
      case Claim::Kind::not_false:
        return leaf(true, true);
      case Claim::Kind::all: {
        std::vector<Goal> together;
        for (const Claim& part : claim.parts) {
          for (Goal& goal : goals(part)) together.push_back(std::move(goal));
        }
        return together;
      }
      case Claim::Kind::any:
        break;
    }
    Branch branch;
    for (const Claim& part : claim.parts) branch.alternatives.push_back(goals(part));
    return {Goal{std::move(branch)}};
  }

  [[nodiscard]] const Model& model() const { return model_; }

 private:
  Model model_;
  std::vector<ConditionReader> readers_;
};

Undecided explain(const Search& search, const Model& model) {
  Undecided undecided;
  const auto blame = [&](const std::optional<Span>& where, Text why) {
    undecided.obstacles.push_back({where, std::move(why)});
  };
  for (const VariableId id : search.blamed()) {
    const Variable& variable = model[id];
    if (const auto* opaque = std::get_if<Opaque>(&variable.meaning)) {
      blame(opaque->where, opaque->why);
    } else if (std::holds_alternative<ProductOf>(variable.meaning)) {
      blame(variable.where, Text("qui si moltiplicano due dati", "two data are multiplied here"));
    } else {
      blame(variable.where, Text("qui un dato divide un altro", "one datum divides another here"));
    }
  }
  for (const SwitchId id : search.blamed_switches()) {
    if (const auto& opaque = model[id].opaque) blame(opaque->where, opaque->why);
  }
  if (search.not_whole()) {
    blame(std::nullopt, Text("non ho trovato numeri interi che lo mostrino",
                             "no whole numbers were found that show it"));
  }
  if (search.out_of_work()) {
    blame(std::nullopt, Text("ci sono troppi casi da provare", "there are too many cases to try"));
  }
  if (undecided.obstacles.empty()) {
    blame(std::nullopt,
          Text("non ho trovato un esempio che lo mostri", "no example was found that shows it"));
  }
  return undecided;
}

}  // namespace

Possibility can_be(const Rulebook& rulebook, const std::vector<Reading>& readings,
                   const Claim& claim) {
  Asker asker(rulebook, readings);
  std::vector<Goal> goals = asker.goals(claim);
  WitnessMaker maker(rulebook, readings, claim, asker.model());
  std::optional<Witness> witness;
  Search search(asker.model());
  const Search::Result result = search.run(std::move(goals), [&](const Case& found) {
    witness = maker.make(found);
    return witness.has_value();
  });
  switch (result) {
    case Search::Result::none:
      return Never{};
    case Search::Result::found:
      return *std::move(witness);
    case Search::Result::undecided:
      break;
  }
  return explain(search, asker.model());
}

bool can_never_be(const Rulebook& rulebook, const std::vector<Reading>& readings,
                  const Claim& claim) {
  Asker asker(rulebook, readings);
  std::vector<Goal> goals = asker.goals(claim);
  Search search(asker.model());
  return search.run(std::move(goals), [](const Case&) { return true; }) == Search::Result::none;
}

Possibility can_all_hold(const Rulebook& rulebook, const std::vector<typed::ExprId>& hold,
                         const std::vector<typed::ExprId>& fail, Day day) {
  std::vector<Claim> claims;
  for (const typed::ExprId expr : hold) claims.push_back(claim(Claim::Kind::is_true, expr));
  for (const typed::ExprId expr : fail) claims.push_back(claim(Claim::Kind::is_false, expr));
  return can_be(rulebook, {{day, {}}}, Claim::all(std::move(claims)));
}

Satisfiable satisfiable(const Rulebook& rulebook, typed::ExprId condition, Day day) {
  return {can_all_hold(rulebook, {condition}, {}, day),
          can_all_hold(rulebook, {}, {condition}, day)};
}

Implication implies(const Rulebook& rulebook, typed::ExprId when, typed::ExprId then, Day day) {
  return implies(rulebook, when, {day, {}}, then, {day, {}});
}

Implication implies(const Rulebook& rulebook, typed::ExprId when, const Reading& when_reading,
                    typed::ExprId then, const Reading& then_reading) {
  Possibility broken = can_be(
      rulebook, {when_reading, then_reading},
      Claim::all({claim(Claim::Kind::is_true, when), claim(Claim::Kind::not_true, then, 1)}));
  if (std::holds_alternative<Never>(broken)) return Proved{};
  if (auto* witness = std::get_if<Witness>(&broken)) return Counterexample{std::move(*witness)};
  return std::get<Undecided>(std::move(broken));
}

}  // namespace leps::inline proving
