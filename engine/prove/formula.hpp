// Conditions as a prover reads them: parameters are numbers, amounts are opened, what is linear is
// a linear form, and equal parts, however they were written, are one. Dividing by zero gives no
// value, as in eval/: each part says what must hold for it to have one.
#pragma once

#include "base/interval.hpp"
#include "check/typed.hpp"
#include "diagnostics/diagnostic.hpp"
#include "prove/linear_form.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace leps::inline proving {

using FormulaId = Id<struct FormulaTag>;
using NeedId = Id<struct NeedTag>;
using SwitchId = Id<struct SwitchTag>;      // a truth that is not known
using SelectorId = Id<struct SelectorTag>;  // a word of a list that is not known
using WordId = Id<struct ProvingWordTag>;   // a word expression

/// What must hold for a number or a condition to have a value.
using Needs = std::vector<NeedId>;  // sorted, each once
Needs merge(Needs a, const Needs& b);

/// A number: its value where its needs are met.
struct Number {
  LinearForm form;
  Needs needs;
};

/// The greatest (or least) of some forms.
struct ExtremumOf {
  bool greatest = false;
  std::vector<LinearForm> of;
};
/// One number or another.
struct ChoiceOf {
  FormulaId condition;
  Number yes, no;
};
/// `above / below`, where `above` is a variable or 1.
struct QuotientOf {
  LinearForm above, below;
};
/// `left * right`: any number within its range, between the lines that bound such products.
struct ProductOf {
  VariableId left, right;
};
/// What cannot be modelled: any number within its range.
struct Opaque {
  Span where;
  Text why;
};

struct Variable {
  std::variant<DatumId, ExtremumOf, ChoiceOf, QuotientOf, ProductOf, Opaque> meaning;
  Interval range = Interval::everything();
  bool whole = false;
  Span where;  // of the expression that it stands for, where it is not a datum
};

struct DivisorNeed {  // is not zero
  LinearForm divisor;
};
struct ChoiceNeed {  // its condition has a value, and the number chosen too
  VariableId choice;
};
struct OpaqueNeed {  // something that cannot be modelled has a value
  SwitchId has_value;
};
using Need = std::variant<DivisorNeed, ChoiceNeed, OpaqueNeed>;

struct Switch {
  std::optional<DatumId> datum;  // none: opaque
  std::optional<Opaque> opaque;
};
struct Selector {
  std::optional<DatumId> datum;  // none: opaque
  std::optional<Opaque> opaque;
  std::uint32_t words = 0;  // how many the list has
  Needs needs;
};

struct WordChoice {
  FormulaId condition;
  WordId yes, no;
};
using Word = std::variant<std::uint32_t, SelectorId, WordChoice>;

enum class Sign { positive, not_negative, zero, not_zero };
struct Known {
  bool value = false;
};
struct SignOf {
  LinearForm form;
  Sign sign;  // positive, not_negative or zero
  Needs needs;
};
struct SwitchIs {
  SwitchId which;
  Needs needs;
};
struct SelectorIs {
  SelectorId which;
  std::uint32_t word;
  Needs needs;
};
struct NotOf {
  FormulaId operand;
};
struct LogicOf {
  bool conjunction = true;
  std::vector<FormulaId> operands;
};
struct SameTruth {
  FormulaId left, right;
};
struct ChooseTruth {
  FormulaId condition, yes, no;
};
using Formula =
    std::variant<Known, SignOf, SwitchIs, SelectorIs, NotOf, LogicOf, SameTruth, ChooseTruth>;

/// Everything that the formulas of one question are made of. Equal parts have one id.
class Model {
 public:
  VariableId variable(const std::string& key, Variable meaning);
  /// The one is never more than the other, of which it is part.
  struct Tie {
    VariableId part, whole;
  };
  void tie(VariableId part, VariableId whole) { ties_.push_back({part, whole}); }
  [[nodiscard]] const std::vector<Tie>& ties() const { return ties_; }
  SwitchId switch_for(const std::string& key, Switch meaning);
  SelectorId selector(const std::string& key, Selector meaning);
  NeedId need(Need need);
  WordId word(Word word);
  FormulaId formula(Formula formula);
  FormulaId known(bool value) { return formula(Known{value}); }

  [[nodiscard]] const Variable& operator[](VariableId id) const { return variables_[id]; }
  [[nodiscard]] const Switch& operator[](SwitchId id) const { return switches_[id]; }
  [[nodiscard]] const Selector& operator[](SelectorId id) const { return selectors_[id]; }
  [[nodiscard]] const Need& operator[](NeedId id) const { return needs_[id]; }
  [[nodiscard]] const Word& operator[](WordId id) const { return words_[id]; }
  [[nodiscard]] const Formula& operator[](FormulaId id) const { return formulas_[id]; }
  [[nodiscard]] const IdMap<VariableId, Variable>& variables() const { return variables_; }
  [[nodiscard]] const IdMap<SwitchId, Switch>& switches() const { return switches_; }
  [[nodiscard]] const IdMap<SelectorId, Selector>& selectors() const { return selectors_; }

  /// All that a form could be, from the ranges of its variables.
  [[nodiscard]] Interval range_of(const LinearForm& form) const;
  /// Whether the condition can have no value at all.
  [[nodiscard]] bool can_be_undefined(FormulaId id) const { return undefined_[id]; }
  [[nodiscard]] std::optional<bool> known_value(FormulaId id) const;

 private:
  [[nodiscard]] bool may_be_undefined(const Formula& formula) const;

  IdMap<VariableId, Variable> variables_;
  std::vector<Tie> ties_;
  IdMap<SwitchId, Switch> switches_;
  IdMap<SelectorId, Selector> selectors_;
  IdMap<NeedId, Need> needs_;
  IdMap<WordId, Word> words_;
  IdMap<FormulaId, Formula> formulas_;
  IdMap<FormulaId, char> undefined_;
  std::map<std::string, VariableId> variable_keys_;
  std::map<std::string, SwitchId> switch_keys_;
  std::map<std::string, SelectorId> selector_keys_;
  std::map<std::string, NeedId> need_keys_;
  std::map<std::string, WordId> word_keys_;
  std::map<std::string, FormulaId> formula_keys_;
};

}  // namespace leps::inline proving
