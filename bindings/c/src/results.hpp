// Results for C: a view of the report in which every text is ready, so that reading it cannot fail.
// Names point into the report, the data and the rulebook, which the results keep alive.
#pragma once

#include "assess/report.hpp"
#include "diagnostics.hpp"
#include "handles.hpp"
#include "kept_text.hpp"
#include "leps/leps.h"
#include "quantity.hpp"
#include "what_if/what_if.hpp"

#include <atomic>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace leps::capi {

/// Which Ambiti and years of the data are judged.
struct Selection {
  std::set<std::string, std::less<>> ambiti;  // empty: all
  int year = 0;                               // 0: all

  [[nodiscard]] bool holds(const FactTable& facts) const {
    return (ambiti.empty() || ambiti.count(facts.ambito) > 0) && (year == 0 || year == facts.year);
  }
};

}  // namespace leps::capi

static_assert(static_cast<int>(leps::Way::up) == LEPS_WAY_UP &&
              static_cast<int>(leps::Way::down) == LEPS_WAY_DOWN &&
              static_cast<int>(leps::Way::unknown) == LEPS_WAY_UNKNOWN);

struct leps_gap {
  leps_gap_kind kind = LEPS_GAP_DISTANCE;
  leps_quantity amount, relative;
  std::optional<leps_quantity> shortfall, cost, gross_cost;
  const char* lever = nullptr;
  leps_way way = LEPS_WAY_UP;
  bool unreachable = false, strict = false;
  std::vector<const char*> failing, open;
  std::size_t total = 0;
  std::vector<leps_gap> parts, alternatives;
};

struct leps_requirement {
  const char* name = nullptr;
  leps_verdict verdict = LEPS_NON_VALUTABILE;
  std::optional<leps_gap> gap;
};

struct leps_result {
  struct Waiver {
    const char *act = nullptr, *reason = nullptr;
    const char* until = nullptr;  // null: without end
    bool expired = false;
  };

  const char* ambito = nullptr;
  int year = 0;
  const char *rule = nullptr, *title = nullptr;
  const char* category = nullptr;
  leps_verdict verdict = LEPS_NON_VALUTABILE;
  std::uint32_t possible = 0;
  bool fragile = false, within_tolerance = false, forecast = false, synthetic = false;
  unsigned rank = 0;
  std::optional<leps_quantity> relative_gap, cost, gross_cost;
  std::vector<const char*> missing, deciding, assumptions;
  std::vector<Waiver> waivers;
  std::vector<leps_requirement> requirements;
};

struct leps_difference {
  const leps_result *before = nullptr, *after = nullptr;
};

struct leps_computed {
  const char* ambito = nullptr;
  int year = 0;
  const char* name = nullptr;
  std::optional<leps_quantity> amount;  // of a number
  const char* value = nullptr;          // of anything else, where known
};

struct leps_results {
  /// Itself, until it is freed: results of a what-if and explanations need it for longer.
  std::shared_ptr<leps_results> self;

  std::shared_ptr<const leps::capi::LoadedData> data;
  leps::capi::Selection selection;
  leps::Report report;
  std::unique_ptr<const leps_diagnostics> diagnostics;
  std::vector<leps_result> results;
  std::vector<leps_computed> computed;
  std::deque<std::string> texts;  // those that stand nowhere else; their places never change

  mutable leps::capi::KeptText json;

  // Of a what-if: what the report points into besides the data, and what it was asked of.
  std::unique_ptr<const leps::WhatIf> what_if;
  std::shared_ptr<leps_results> base;
  std::vector<leps_difference> differences;

  leps_results() = default;
  leps_results(const leps_results&) = delete;
  leps_results& operator=(const leps_results&) = delete;
  ~leps_results() {
    // One after the other: a what-if of a what-if of … may be longer than the stack is deep.
    while (base && base.use_count() == 1) {
      // What other threads did with it, they did before they let it go.
      std::atomic_thread_fence(std::memory_order_acquire);
      base = std::exchange(base->base, nullptr);
    }
  }
};

namespace leps::capi {

/// Fills `results`, `computed` and `diagnostics` from the report, which must be in its final place.
void add_views(leps_results& results);

/// Gives results to the caller, who frees them with leps_results_free().
void hand_over(leps_results** out, std::shared_ptr<leps_results> results);

/// What a result was made from.
struct Origin {
  const Assessment* assessment = nullptr;
  const RuleResult* rule = nullptr;
};
/// @return nothing where it is not one of `results`
std::optional<Origin> origin_of(const leps_results& results, const leps_result* result);

}  // namespace leps::capi
