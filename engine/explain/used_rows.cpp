#include "explain/used_rows.hpp"

#include "check/walk.hpp"
#include "eval/aggregate.hpp"
#include "explain/sentences.hpp"
#include "explain/used_data.hpp"
#include "words/citation.hpp"
#include "words/formula.hpp"
#include "words/text.hpp"

#include <algorithm>

namespace leps::inline explaining {
namespace {

using State = Statement::State;
using typed::Aggregation;

State state_of(const Truth& truth) {
  if (!truth.known()) return State::open;
  return truth.is_true() ? State::holds : State::fails;
}

// Those that fail are what a reader looks for.
int urgency(State state) { return state == State::fails ? 0 : (state == State::open ? 1 : 2); }

class Collector {
 public:
  Collector(const Report& report, Evaluator& evaluator, Language language)
      : report_(report),
        evaluator_(evaluator),
        typed_(evaluator.rulebook().typed),
        language_(language) {}

  void collect(typed::ExprId expr) {
    for_each_under(typed_, expr, [&](const typed::Expr& found, Walk& walk) {
      const auto* over = std::get_if<typed::Aggregate>(&found.node);
      if (!over) return;
      add(walk.at(), *over);
      walk.skip();
    });
  }

  std::vector<UsedRows> take() { return std::move(found_); }

 private:
  void add(typed::ExprId expr, const typed::Aggregate& over) {
    UsedRows used;
    used.formula = formula(expr, typed_, language_);
    used.table = label_of_table(over.table, typed_);
    used.value = show_value(evaluator_.value(expr), typed_.exprs[expr].type, typed_, language_);
    used.conditions = over.kind == Aggregation::for_every || over.kind == Aggregation::exists;
    const std::vector<FactRow>* rows = evaluator_.rows(over.table);
    used.known = rows != nullptr;
    if (rows) {
      used.total = rows->size();
      for_each_row(over, *rows, evaluator_, [&](const FactRow& row, const Truth& counts) {
        used.rows.push_back(brought(over, row, counts));
      });
      used.counted = used.rows.size();
    }
    if (over.kind == Aggregation::for_every) {
      std::stable_sort(used.rows.begin(), used.rows.end(), [](const UsedRow& a, const UsedRow& b) {
        return urgency(a.state) < urgency(b.state);
      });
    }
    if (used.rows.size() > kMostNames) used.rows.resize(kMostNames);
    found_.push_back(std::move(used));
  }

  UsedRow brought(const typed::Aggregate& over, const FactRow& row, const Truth& counts) {
    UsedRow used;
    used.key = plain(row.key);
    used.place = place_of(row.span, report_.sources);
    used.state = state_of(counts);
    if (!over.body) {
      if (over.where) used.brings = formula_with_numbers(*over.where, evaluator_, language_);
      return used;
    }
    const std::string with_numbers = formula_with_numbers(*over.body, evaluator_, language_);
    const Type& type = typed_.exprs[*over.body].type;
    if (std::holds_alternative<TruthValue>(type)) {
      const State holds = state_of(evaluator_.truth(*over.body));
      // Whether it counts is not known: neither is whether it fails.
      used.state = counts.is_true() || holds == State::holds ? holds : State::open;
      const std::string worked_out = formula_worked_out(*over.body, evaluator_, language_);
      used.brings = worked_out.empty() ? with_numbers : worked_out;
      return used;
    }
    used.brings = show_value(evaluator_.value(*over.body), type, typed_, language_);
    if (used.brings != with_numbers) used.brings += " = " + with_numbers;
    return used;
  }

  const Report& report_;
  Evaluator& evaluator_;
  const Typed& typed_;
  Language language_;
  std::vector<UsedRows> found_;
};

}  // namespace

std::string rows_sentence(const UsedRows& rows, Language language) {
  const Say say(language);
  if (!rows.known) return say(sentences::rows_missing, rows.table);
  const std::string counted = count_of_rows(rows.counted, language);
  if (rows.counted == rows.total) return say(sentences::rows_all, counted, rows.table);
  return say(sentences::rows_some, counted, std::to_string(rows.total), rows.table);
}

std::string more_rows(const UsedRows& rows, Language language) {
  if (rows.rows.size() >= rows.counted) return {};
  const std::size_t more = rows.counted - rows.rows.size();
  return Say(language).of(more == 1, sentences::and_more_rows, std::to_string(more));
}

std::vector<UsedRows> use_rows(typed::ExprId expr, const Report& report, Evaluator& evaluator,
                               Language language) {
  Collector collector(report, evaluator, language);
  collector.collect(expr);
  return collector.take();
}

}  // namespace leps::inline explaining
