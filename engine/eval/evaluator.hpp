// Expressions over the facts of one Ambito in one year, each computed once; those of a row, once
// for each row.
#pragma once

#include "eval/surroundings.hpp"
#include "eval/value.hpp"
#include "eval/values.hpp"
#include "facts/fact_table.hpp"
#include "schedule/rulebook.hpp"

#include <array>
#include <memory>
#include <utility>
#include <vector>

namespace leps::inline evaluating {

class Evaluator {
 public:
  /// @param rulebook, facts, around  must outlive the evaluator; without `around` the Ambito is
  ///                                 alone, and of no other year anything is known
  /// @param known  what was worked out before over the same: only the rest is, and kept here. It
  ///               must outlive the evaluator; any number of them, on any threads, may stand on it.
  ///               None: null
  Evaluator(const Rulebook& rulebook, const FactTable& facts, const Surroundings* around = nullptr,
            const Values* known = nullptr);
  /// Over what would be if one datum of `now` were moved. These facts are no Ambito's: parts and
  /// wholes do not narrow each other in them (`parte di`); they do in those around. Nothing is
  /// worked out before it is asked: `work_out_amounts_under` first.
  /// @param now, facts  must outlive the evaluator
  Evaluator(const Evaluator& now, const FactTable& facts);
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;
  ~Evaluator();

  /// A reference holds until the same expression is asked of another row.
  const Value& value(typed::ExprId expr);
  const Quantity& quantity(typed::ExprId expr);  // of a number or a day
  const Truth& truth(typed::ExprId expr);        // of a condition

  /// A datum as the facts give it; where they do not, as the packs work it out (`se manca`);
  /// within its parts and wholes (`parte di`).
  [[nodiscard]] Value value(DatumId datum);
  /// The same without its parts and wholes.
  [[nodiscard]] Value own_value(DatumId datum);
  [[nodiscard]] bool is_worked_out(DatumId datum) const;
  /// A parameter on the survey day; anything where none of its values is in force.
  [[nodiscard]] Value value(ParameterId parameter) const;

  [[nodiscard]] const Rulebook& rulebook() const { return *rulebook_; }
  [[nodiscard]] const FactTable& facts() const { return *facts_; }
  [[nodiscard]] const Surroundings* around() const { return around_; }

  /// Hands over all that was worked out over the facts, but of rows. Nobody asks anything more.
  Values take() && { return std::move(values_); }

  // ---- rows
  /// The rows of a table; nothing where they are not known.
  [[nodiscard]] const std::vector<FactRow>* rows(TableId table) const;
  /// Which row an aggregate of a level stands on, until told otherwise.
  void stand_on(std::uint32_t level, const FactRow* row) { rows_.at(level) = row; }
  [[nodiscard]] const FactRow* row(std::uint32_t level) const { return rows_.at(level); }

  // ---- others
  /// The evaluator over the facts of another Ambito or year of the same data.
  Evaluator& of(const FactTable& facts);
  /// The evaluator over an Ambito in a year of which nothing is known, not even what is around it.
  /// Null of a year that is too far back: what rests on the year before may rest on all the years
  /// before that.
  Evaluator* of_nothing(int year);
  /// Works out the amounts that an expression rests on, one after another: asked for one inside the
  /// other, a chain of them would nest too deep. An evaluator over what is has done so already.
  void work_out_amounts_under(typed::ExprId expr);
  /// True of such a one: where another evaluator works a datum out, somebody may give it here.
  [[nodiscard]] bool knows_nothing() const { return knows_nothing_; }

 private:
  static constexpr std::size_t kMostLevels = 32;
  struct Pool;    // one evaluator for each table of facts that is asked about
  struct Blanks;  // one for each year of which nothing is known
  enum class Kinship { narrows, is_set_aside };
  Evaluator(const Evaluator& asking, const FactTable& facts, bool knows_nothing);
  void work_out_amounts();
  Value compute(typed::ExprId expr);

  const Rulebook* rulebook_;
  const FactTable* facts_;
  const Surroundings* around_;
  std::unique_ptr<Pool> own_pool_;      // of the one that was asked first, which owns the others
  Pool* pool_;                          // null where nothing is known: nobody else is asked
  std::unique_ptr<Blanks> own_blanks_;  // likewise; those of moved facts are those of what is
  Blanks* blanks_;
  bool knows_nothing_ = false;
  Kinship kinship_ = Kinship::narrows;  // of these facts; those around are as they are
  const Values* known_ = nullptr;       // worked out before; none where null
  Values values_;                       // worked out here
  Values of_rows_;                      // of the row that is stood on, or of one before
  std::array<const FactRow*, kMostLevels> rows_{};
};

}  // namespace leps::inline evaluating
