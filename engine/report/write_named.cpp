#include "report/write_named.hpp"

#include "assess/assess.hpp"
#include "check/area_members.hpp"
#include "check/walk.hpp"
#include "report/explanation_parts.hpp"
#include "report/write_explanation.hpp"
#include "words/show_value.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::inline reports {
namespace {

class NamedWriter : ExplanationParts {
 public:
  NamedWriter(const Report& report, const Assessment& assessment, WriteOptions options)
      : ExplanationParts(*assessment.facts, options),
        report_(report),
        assessment_(assessment),
        typed_(report.rulebook->typed),
        evaluator_(reading_of(report, assessment)) {}

  std::string operator()(const Named& named) {
    std::visit([this](auto id) { explain(id); }, named);
    return out_.text();
  }

 private:
  void title(const std::string& title, const std::string& name, const std::string& what) {
    out_.line(out_.bold(title.empty() ? name : title));
    out_.line(out_.dim(name + " · " + what));
    about();
  }

  void explain(RuleId) {}  // write_explanation() does

  void explain(ComputedId id) {
    const typed::Computed& declared = typed_.computed[id];
    title(plain(declared.title), declared.name,
          out_.say("calcolo di ", "computed amount of ") + pack(declared.pack) + in(declared.area));
    const ComputedResult* result = assessment_.result_of(id);
    if (!result) {
      out_.paragraph(out_.say("Non si calcola: un numero che usa non ha un valore in vigore.",
                              "It is not computed: a number that it uses has no value in force."),
                     0);
      return;
    }
    const ExplainedAmount explained = explained_of(*result);
    amount(explained);
    all(out_.say("Dati", "Data"), explained.data, [this](const auto& each) { datum(each); });
    all(out_.say("Numeri della norma", "Numbers of the law"), explained.parameters,
        [this](const auto& each) { parameter(each); });
    list(out_.say("Note", "Notes"), explained.notes);
    used_by([&](const typed::RuleVersion& version) {
      return rests_on(version, [&](const typed::Node& node) {
        const auto* used = std::get_if<typed::ComputedRef>(&node);
        return used && used->computed == id;
      });
    });
  }

  void explain(DatumId id) {
    const typed::Datum& declared = typed_.data[id];
    title(plain(declared.title), declared.name,
          out_.say("dato di ", "datum of ") + pack(declared.pack) + in(declared.area));
    datum(use_datum(id, report_, evaluator_, out_.language()));
    if (declared.if_missing && evaluator_.is_worked_out(id)) {
      if (const ComputedResult* result = assessment_.result_of(*declared.if_missing)) {
        out_.heading(out_.say("Come si ricava", "How it is worked out"));
        amount(explained_of(*result));
      }
    }
    used_by([&](const typed::RuleVersion& version) { return reads(version, id); });
  }

  void explain(ParameterId first) {
    const typed::Parameter& declared = typed_.parameters[first];
    const std::string name(declared.declared_name());
    title(plain(declared.title), name, out_.say("numero della norma", "number of the law"));
    std::vector<ParameterId> words;
    for (const ParameterId id : typed_.parameters.keys()) {
      if (typed_.parameters[id].declared_name() == name) words.push_back(id);
    }
    for (const ParameterId id : words) {
      parameter(use_parameter(id, typed_, facts_.survey_date, out_.language()));
      const auto& versions = typed_.parameters[id].versions;
      if (versions.size() < 2) continue;
      std::vector<std::string> values;
      for (const typed::ParameterVersion& version : versions) {
        values.push_back(show_literal(plain(version.text), out_.language()) + " " +
                         show_period(version.period, out_.language()) + " (" +
                         std::string(confidence_word(version.confidence, out_.language())) + ")");
      }
      list(out_.say("Nel tempo", "Through time"), values);
    }
    used_by([&](const typed::RuleVersion& version) {
      return std::any_of(words.begin(), words.end(), [&](ParameterId id) {
        return std::find(version.parameters.begin(), version.parameters.end(), id) !=
               version.parameters.end();
      });
    });
  }

  void explain(TableId id) {
    const typed::Table& declared = typed_.tables[id];
    title(plain(declared.title), declared.name, out_.say("elenco", "table") + in(declared.area));
    datum(use_datum(declared.datum, report_, evaluator_, out_.language()));
    for (const DatumId field : declared.fields) {
      datum(use_datum(field, report_, evaluator_, out_.language()));
    }
    used_by([&](const typed::RuleVersion& version) { return reads(version, declared.datum); });
  }

  void explain(AreaId id) {
    const typed::Area& declared = typed_.areas[id];
    title(plain(declared.title), declared.name,
          out_.say("area di ", "area of ") + pack(declared.pack));
    for (const std::string& note : declared.notes) out_.paragraph(plain(note), 0);
    const AreaMembers members = members_of(typed_, id);
    if (members.rules.empty()) {
      out_.paragraph(no_rule_judges_it(out_.language()), 0);
    }
    all(out_.say("Regole", "Rules"), members.rules, [this](RuleId each) { rule(each); });
    all(out_.say("Importi calcolati", "Computed amounts"), members.computed,
        [this](ComputedId each) {
          if (const ComputedResult* result = assessment_.result_of(each)) {
            amount(explained_of(*result));
          }
        });
    std::vector<DatumId> data = members.data;
    for (const TableId table : members.tables) data.push_back(typed_.tables[table].datum);
    all(out_.say("Dati", "Data"), data,
        [this](DatumId each) { datum(use_datum(each, report_, evaluator_, out_.language())); });
  }

  ExplainedAmount explained_of(const ComputedResult& result) {
    return explain_amount(report_, assessment_, result, evaluator_, out_.language());
  }

  void rule(RuleId id) {
    const RuleResult& result = assessment_.rules[id.index];
    const typed::RuleVersion& version = version_shown(*report_.rulebook, result);
    out_.item("-",
              out_.verdict(result.outcome.verdict) + " " + typed_.rules[id].name + " · " +
                  plain(version.title),
              2);
  }

  template <class Elements, class Show>
  void all(const std::string& title, const Elements& elements, const Show& show) {
    if (elements.empty()) return;
    out_.heading(title);
    for (const auto& each : elements) show(each);
  }

  // The rules in force that use it, each with its verdict.
  template <class Uses>
  void used_by(const Uses& uses) {
    std::vector<RuleId> rules;
    for (const RuleId id : typed_.rules.keys()) {
      const typed::RuleVersion* version = assessment_.rules[id.index].outcome.version;
      if (version && uses(*version)) rules.push_back(id);
    }
    out_.heading(out_.say("Serve a", "Used by"));
    if (rules.empty()) {
      out_.item("-", out_.say("nessuna regola in vigore", "no rule in force"), 2);
    }
    for (const RuleId id : rules) rule(id);
  }

  template <class Is>
  bool rests_on(const typed::RuleVersion& version, const Is& is) const {
    bool found = false;
    std::vector<ComputedId> opened;
    for (const typed::ExprId root : roots_of(version)) {
      for_each_under(typed_, root, [&](const typed::Expr& expr, Walk& walk) {
        found = found || is(expr.node);
        const auto amount = typed::amount_of(typed_, expr.node);
        if (!amount || std::find(opened.begin(), opened.end(), *amount) != opened.end()) return;
        opened.push_back(*amount);
        walk.into(typed_.computed[*amount].value);
      });
    }
    return found;
  }
  [[nodiscard]] bool reads(const typed::RuleVersion& version, DatumId id) const {
    return rests_on(version, [&](const typed::Node& node) {
      const auto* over = std::get_if<typed::Aggregate>(&node);
      return typed::datum_of(node) == id || (over && typed_.tables[over->table].datum == id);
    });
  }

  [[nodiscard]] std::string pack(PackId id) const { return name_of_pack(id, typed_); }
  [[nodiscard]] std::string in(std::optional<AreaId> area) const {
    return area ? out_.say(" · area ", " · area ") + plain(typed_.areas[*area].title)
                : std::string();
  }

  const Report& report_;
  const Assessment& assessment_;
  const Typed& typed_;
  Evaluator evaluator_;
};

}  // namespace

std::string write_named(const Report& report, const Assessment& assessment, const Named& named,
                        const std::vector<Named>& others, WriteOptions options) {
  const auto* rule = std::get_if<RuleId>(&named);
  std::string text = rule ? write_explanation(report, assessment, *rule, options)
                          : NamedWriter(report, assessment, options)(named);
  if (others.empty()) return text;
  std::vector<std::string> names;
  for (const Named& other : others) {
    names.push_back(say_named(other, report.rulebook->typed, options.language));
  }
  const bool italian = options.language == Language::italian;
  return text +
         (italian ? "\nCon lo stesso nome c'è anche: " : "\nOf the same name there is also: ") +
         join_words(names, options.language) + "\n";
}

}  // namespace leps::inline reports
