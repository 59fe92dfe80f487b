#include "prove/check_amendments.hpp"

#include "base/watch.hpp"
#include "prove/check_layers.hpp"

#include <algorithm>
#include <set>

namespace leps::inline proving {
namespace {

using Versions = std::vector<typed::RuleVersion>;

/// Which pack a layer of a rule or of a parameter is from, and where it says so.
struct Origin {
  PackId pack;
  Span where;
};

std::vector<Origin> origins(const std::vector<typed::ParameterVersion>& versions) {
  std::vector<Origin> found;
  for (const auto& version : versions) found.push_back({version.pack, version.span});
  return found;
}

// The text that is in a layer and was not in the one before.
template <class Layer>
std::optional<Origin> added(const Layer& before, const Layer& after) {
  const std::vector<Origin> old = origins(before);
  for (const Origin& origin : origins(after)) {
    const bool is_old = std::any_of(old.begin(), old.end(),
                                    [&](const Origin& each) { return each.where == origin.where; });
    if (!is_old) return origin;
  }
  return std::nullopt;
}

/// One rule, and the packs that change what it asks, the lowest first.
class RuleLayers {
 public:
  RuleLayers(const Rulebook& rulebook, const typed::Rule& rule)
      : rulebook_(rulebook), typed_(rulebook.typed), rule_(rule) {
    for (std::size_t i = 1; i < rule_.layers.size(); ++i) amending_.insert(rule_.layers[i].pack);
    for (const typed::Rule::Layer& layer : rule_.layers) add_parameters(layer.versions);
    add_parameters(rule_.versions);
    for (const ParameterId id : parameters_) note(typed_.parameters[id].layers);
  }

  void check(DiagnosticBag& bag) const {
    std::vector<PackId> packs(amending_.begin(), amending_.end());
    std::sort(packs.begin(), packs.end(), [&](PackId a, PackId b) {
      return std::pair(typed_.packs[a].layer, a) < std::pair(typed_.packs[b].layer, b);
    });
    State before = State{rule_.layers.empty() ? rule_.versions : rule_.layers.front().versions, {}};
    for (const ParameterId id : parameters_) {
      const typed::Parameter& parameter = typed_.parameters[id];
      if (!parameter.layers.empty()) before.parameters[id] = layer(parameter, 0);
    }
    for (const PackId pack : packs) {
      State after = before;
      for (std::size_t i = 1; i < rule_.layers.size(); ++i) {
        if (rule_.layers[i].pack == pack) after.versions = rule_.layers[i].versions;
      }
      std::set<ParameterId> changed;
      for (const ParameterId id : parameters_) {
        const typed::Parameter& parameter = typed_.parameters[id];
        advance(parameter.layers, pack, [&](std::size_t i) {
          after.parameters[id] = layer(parameter, i);
          changed.insert(id);
        });
      }
      compare(before, after, {pack, changed}, bag);
      before = std::move(after);
    }
  }

 private:
  /// The rule and its parameters as they are once some packs have amended them.
  struct State {
    Versions versions;
    std::map<ParameterId, typed::Parameter> parameters;
  };

  /// A pack, and the parameters under the rule to which it gives other values.
  struct Amending {
    PackId pack;
    std::set<ParameterId> parameters;
  };

  void add_parameters(const Versions& versions) {
    for (const typed::RuleVersion& version : versions) {
      parameters_.insert(version.parameters.begin(), version.parameters.end());
    }
  }

  void note(const std::vector<std::vector<typed::ParameterVersion>>& layers) {
    for (std::size_t i = 1; i < layers.size(); ++i) {
      if (const auto origin = added(layers[i - 1], layers[i])) amending_.insert(origin->pack);
    }
  }

  // The last layer that is of the pack.
  template <class Take>
  static void advance(const std::vector<std::vector<typed::ParameterVersion>>& layers, PackId pack,
                      const Take& take) {
    for (std::size_t i = 1; i < layers.size(); ++i) {
      const auto origin = added(layers[i - 1], layers[i]);
      if (origin && origin->pack == pack) take(i);
    }
  }

  static typed::Parameter layer(const typed::Parameter& parameter, std::size_t i) {
    typed::Parameter then = parameter;
    then.versions = parameter.layers[i];
    return then;
  }

  // A requirement that is only added can make nobody pass: where one of the law's fails, so does
  // the rule, whatever the others are worth. One of a binding level never ends; check/ refuses
  // that.
  void compare(const State& before, const State& after, const Amending& amending,
               DiagnosticBag& bag) const {
    std::set<std::pair<std::size_t, std::uint32_t>> reported;  // a text in two stretches of days
    for (const typed::RuleVersion& law : before.versions) {
      if (!typed_.categories[law.category].binding) continue;
      for (const typed::RuleVersion& text : after.versions) {
        if (!law.in_force.overlaps(text.in_force)) continue;
        for (const typed::Requirement& requirement : text.requirements) {
          const auto same = std::find_if(
              law.requirements.begin(), law.requirements.end(),
              [&](const typed::Requirement& each) { return each.name == requirement.name; });
          if (same == law.requirements.end()) continue;
          if (is_untouched(*same, requirement, law, text, amending)) continue;
          const LayerVerdict verdict =
              compare_levels(rulebook_, LayerText{&law, &*same, before.parameters},
                             LayerText{&text, &requirement, after.parameters});
          if (std::holds_alternative<NotLooser>(verdict)) continue;
          const auto [what, where] = amendment_of(requirement, text, after, amending.pack);
          if (!reported.insert({where.source.index, where.begin}).second) continue;
          report(verdict, what, where, rulebook_, bag);
        }
      }
    }
  }

  // The same text, of the same version, with the same numbers: there is nothing to prove.
  static bool is_untouched(const typed::Requirement& before, const typed::Requirement& after,
                           const typed::RuleVersion& law, const typed::RuleVersion& text,
                           const Amending& amending) {
    return before.span == after.span && law.span == text.span &&
           std::none_of(text.parameters.begin(), text.parameters.end(),
                        [&](const ParameterId id) { return amending.parameters.contains(id); });
  }

  // What the pack changes: the requirement itself, or else a parameter under its rule.
  [[nodiscard]] std::pair<Text, Span> amendment_of(const typed::Requirement& requirement,
                                                   const typed::RuleVersion& text,
                                                   const State& after, PackId pack) const {
    const std::string name = rule_.name + "." + requirement.name;
    const Text whole("il requisito '" + name + "'", "the requirement '" + name + "'");
    for (const typed::Amendment& by : requirement.amendments) {
      if (by.pack == pack) return {whole, by.span};
    }
    for (const ParameterId id : text.parameters) {
      const auto at = after.parameters.find(id);
      if (at == after.parameters.end()) continue;
      for (const typed::ParameterVersion& version : at->second.versions) {
        if (version.pack != pack || !version.period.overlaps(text.in_force)) continue;
        return {Text(whole.it + ", per il parametro '" + at->second.name + "',",
                     whole.en + ", by the parameter '" + at->second.name + "',"),
                version.span};
      }
    }
    return {whole, requirement.span};
  }

  const Rulebook& rulebook_;
  const Typed& typed_;
  const typed::Rule& rule_;
  std::set<ParameterId> parameters_;
  std::set<PackId> amending_;
};

}  // namespace

void check_amendments(const Rulebook& rulebook, DiagnosticBag& bag) {
  for (const typed::Rule& rule : rulebook.typed.rules) {
    RuleLayers(rulebook, rule).check(bag);
    advance();
  }
}

}  // namespace leps::inline proving
