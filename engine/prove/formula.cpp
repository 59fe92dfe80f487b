#include "prove/formula.hpp"

#include <algorithm>
#include <iterator>

namespace leps::inline proving {
namespace {

template <class Any>
std::string text(Id<Any> id) {
  return std::to_string(id.index);
}

std::string text(const Needs& needs) {
  std::string key;
  for (const NeedId need : needs) key += " " + text(need);
  return key;
}

struct KeyOf {
  std::string operator()(const DivisorNeed& need) const { return "/" + key_of(need.divisor); }
  std::string operator()(const ChoiceNeed& need) const { return "?" + text(need.choice); }
  std::string operator()(const OpaqueNeed& need) const { return "!" + text(need.has_value); }

  std::string operator()(std::uint32_t word) const { return "=" + std::to_string(word); }
  std::string operator()(SelectorId selector) const { return "$" + text(selector); }
  std::string operator()(const WordChoice& word) const {
    return "?" + text(word.condition) + " " + text(word.yes) + " " + text(word.no);
  }

  std::string operator()(const Known& node) const { return node.value ? "1" : "0"; }
  std::string operator()(const SignOf& node) const {
    return "#" + std::to_string(static_cast<int>(node.sign)) + " " + key_of(node.form) + ";" +
           text(node.needs);
  }
  std::string operator()(const SwitchIs& node) const {
    return "s" + text(node.which) + ";" + text(node.needs);
  }
  std::string operator()(const SelectorIs& node) const {
    return "w" + text(node.which) + "=" + std::to_string(node.word) + ";" + text(node.needs);
  }
  std::string operator()(const NotOf& node) const { return "-" + text(node.operand); }
  std::string operator()(const LogicOf& node) const {
    std::string key = node.conjunction ? "&" : "|";
    for (const FormulaId operand : node.operands) key += " " + text(operand);
    return key;
  }
  std::string operator()(const SameTruth& node) const {
    return "=" + text(node.left) + " " + text(node.right);
  }
  std::string operator()(const ChooseTruth& node) const {
    return "?" + text(node.condition) + " " + text(node.yes) + " " + text(node.no);
  }
};

template <class Key, class Value>
Key intern(std::map<std::string, Key>& keys, IdMap<Key, Value>& table, const std::string& key,
           Value value) {
  const auto [place, is_new] = keys.try_emplace(key, Key{});
  if (is_new) place->second = table.add(std::move(value));
  return place->second;
}

}  // namespace

Needs merge(Needs a, const Needs& b) {
  if (b.empty()) return a;
  Needs both;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

VariableId Model::variable(const std::string& key, Variable meaning) {
  return intern(variable_keys_, variables_, key, std::move(meaning));
}
SwitchId Model::switch_for(const std::string& key, Switch meaning) {
  return intern(switch_keys_, switches_, key, std::move(meaning));
}
SelectorId Model::selector(const std::string& key, Selector meaning) {
  return intern(selector_keys_, selectors_, key, std::move(meaning));
}
NeedId Model::need(Need need) {
  const std::string key = std::visit(KeyOf{}, need);
  return intern(need_keys_, needs_, key, std::move(need));
}
WordId Model::word(Word word) {
  const std::string key = std::visit(KeyOf{}, word);
  return intern(word_keys_, words_, key, word);
}

FormulaId Model::formula(Formula formula) {
  const std::string key = std::visit(KeyOf{}, formula);
  const bool undefined = may_be_undefined(formula);
  const FormulaId id = intern(formula_keys_, formulas_, key, std::move(formula));
  if (undefined_.size() < formulas_.size()) undefined_.add(undefined);
  return id;
}

bool Model::may_be_undefined(const Formula& formula) const {
  struct {
    const Model& model;
    bool operator()(const Known&) const { return false; }
    bool operator()(const SignOf& node) const { return !node.needs.empty(); }
    bool operator()(const SwitchIs& node) const { return !node.needs.empty(); }
    bool operator()(const SelectorIs& node) const { return !node.needs.empty(); }
    bool operator()(const NotOf& node) const { return model.can_be_undefined(node.operand); }
    bool operator()(const LogicOf& node) const {
      return std::any_of(node.operands.begin(), node.operands.end(),
                         [&](FormulaId operand) { return model.can_be_undefined(operand); });
    }
    bool operator()(const SameTruth& node) const {
      return model.can_be_undefined(node.left) || model.can_be_undefined(node.right);
    }
    bool operator()(const ChooseTruth& node) const {
      return model.can_be_undefined(node.condition) || model.can_be_undefined(node.yes) ||
             model.can_be_undefined(node.no);
    }
  } undefined{*this};
  return std::visit(undefined, formula);
}

std::optional<bool> Model::known_value(FormulaId id) const {
  const auto* known = std::get_if<Known>(&formulas_[id]);
  return known ? std::optional(known->value) : std::nullopt;
}

Interval Model::range_of(const LinearForm& form) const {
  Interval range = Interval::point(form.constant);
  for (const LinearForm::Term& term : form.terms) {
    range = range + variables_[term.variable].range * Interval::point(term.coefficient);
  }
  return range;
}

}  // namespace leps::inline proving
