// Which way a lever must go, and whether it gets there: the bounds of its datum (`almeno`, `al
// massimo`) are the last that it can be worth.
#pragma once

#include "eval/evaluator.hpp"
#include "gap/gap.hpp"

namespace leps::inline gaps {

/// How a lever makes a comparison true; both ways where it is not known which.
struct LeverMove {
  const typed::Solution& solution;
  const typed::Lever& lever;
  typed::Relation relation;  // as it must hold, every `non` accounted for
  bool up = true, down = false;
};

LeverMove move_of(typed::Relation relation, const typed::Solution& solution,
                  const typed::Lever& lever, Evaluator& evaluator);

enum class Reach { surely, perhaps, never };

/// Whether the lever can make up the gap without leaving the bounds of its datum.
/// @param gap  its amount as the lever must move by it, brought up to whole units and steps
Reach reach_of(const Gap& gap, const LeverMove& move, Evaluator& evaluator);

}  // namespace leps::inline gaps
