// A rulebook of one datum of each type, made by hand, and what was read with it in one line.
#pragma once

#include "diagnostics/load_source.hpp"
#include "pipeline.hpp"

#include <string>
#include <utility>
#include <vector>

namespace leps::test {

inline DatumId add_number(Typed& typed, const char* name, const char* unit, Interval bounds,
                          bool whole = false) {
  typed::Datum datum;
  datum.name = name;
  datum.type = NumberOf{*unit ? Unit::of(unit) : Unit(), Purity::plain, false};
  datum.bounds = bounds;
  datum.whole = whole;
  return typed.data.add(datum);
}

inline void add_rule(Typed& typed, const char* name, Day from) {
  typed::RuleVersion version;
  version.in_force = {from, std::nullopt};
  typed::Rule rule;
  rule.name = name;
  rule.versions.push_back(version);
  typed.rules.add(rule);
}

inline Rulebook small_rulebook() {
  Rulebook rulebook;
  Typed& typed = rulebook.typed;
  const Bound none = Bound::plus_infinity();
  add_number(typed, "popolazione", "abitanti", {Bound(1), none}, true);
  add_number(typed, "assistenti_sociali", "FTE", {Bound(0), none});
  add_number(typed, "assistenti_asl", "FTE", {Bound(0), none});
  add_number(typed, "ore_apertura", "ore", {Bound(0), Bound(168)});
  add_number(typed, "saldo", "", Interval::everything());
  typed::Datum share;
  share.name = "quota_dimissioni";
  share.type = NumberOf{Unit(), Purity::share, false};
  share.bounds = {Bound(0), Bound(1)};
  typed.data.add(share);
  typed::Datum truth;
  truth.name = "pronto_intervento_h24";
  truth.type = TruthValue{};
  typed.data.add(truth);
  typed::Datum word;
  word.name = "forma";
  word.type = WordOf{typed.choice_types.add({"convenzione", "consorzio", "azienda"})};
  typed.data.add(word);
  typed::Parameter parameter;
  parameter.name = "livello_assistenti";
  typed.parameters.add(parameter);
  typed::Computed computed;
  computed.name = "contributo";
  typed.computed.add(computed);
  add_rule(typed, "servizio_sociale_professionale", *make_day(2021, 1, 1));
  add_rule(typed, "pronto_intervento_sociale", *make_day(2022, 1, 1));
  return rulebook;
}

inline std::string describe(const FactValue& value, const Typed& typed) {
  if (const auto* range = std::get_if<Interval>(&value)) {
    const auto end = [](const Bound& b) { return b.finite() ? to_string(b.value()) : "~"; };
    return range->known() ? end(range->lo) : end(range->lo) + ".." + end(range->hi);
  }
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "sì" : "no";
  if (const auto* word = std::get_if<ChoiceWord>(&value)) {
    return typed.choice_types[word->type][word->value];
  }
  return "?";
}

/// `3:7 data/not-whole Italian message (hint) (hint)`, a line for each.
inline std::string describe(const DiagnosticBag& bag, const SourceMap& sources) {
  std::string all;
  for (const Diagnostic& diagnostic : bag.all()) {
    if (diagnostic.where) {
      const LineColumn at = sources.line_column(*diagnostic.where);
      all += std::to_string(at.line) + ":" + std::to_string(at.column) + " ";
    }
    all += std::string(name(diagnostic.code)) + " " + diagnostic.message.it;
    for (const Diagnostic::Label& label : diagnostic.labels) {
      const LineColumn at = sources.line_column(label.where);
      all += " [" + std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
             label.text.it + "]";
    }
    for (const Text& hint : diagnostic.hints) all += " (" + hint.it + ")";
    all += "\n";
  }
  return all;
}

/// What files of data turned into.
struct Loaded {
  Rulebook rulebook;
  SourceMap sources;
  DiagnosticBag bag;
  DataSet data;

  explicit Loaded(const std::vector<std::string>& texts) : Loaded(small_rulebook(), texts) {}

  Loaded(Rulebook read_against, const std::vector<std::string>& texts)
      : rulebook(std::move(read_against)) {
    std::vector<SourceId> files;
    for (const std::string& text : texts) {
      const auto id = add_source(sources, "dati.yaml", text, kMaxDataBytes, bag);
      if (id) files.push_back(*id);
    }
    data = load(rulebook, sources, {.documents = files}, bag);
  }

  [[nodiscard]] std::string messages() const { return describe(bag, sources); }

  /// `lodi 2025: popolazione 231000; forma consorzio`, a line a table; only the data that it says.
  [[nodiscard]] std::string tables() const {
    std::string all;
    for (const FactTable& table : data) {
      all += table.ambito + " " + std::to_string(table.year) + ":";
      std::string separator = " ";
      for (const DatumId id : rulebook.typed.data.keys()) {
        const Fact& fact = table.facts[id];
        if (!fact.cell) continue;
        all +=
            separator + rulebook.typed.data[id].name + " " + describe(fact.value, rulebook.typed);
        if (!fact.origin.empty()) all += " " + fact.origin;
        if (fact.as_of) all += " " + to_iso(*fact.as_of);
        separator = "; ";
      }
      all += "\n";
    }
    return all;
  }
};

}  // namespace leps::test
