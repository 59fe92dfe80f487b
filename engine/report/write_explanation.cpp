// `leps explain`: one result down to the article of law and the cell of the data, as text.
#include "report/write_explanation.hpp"

#include "assess/assess.hpp"
#include "explain/explain.hpp"
#include "report/explanation_parts.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline reports {
namespace {

class ExplanationWriter : ExplanationParts {
 public:
  using ExplanationParts::ExplanationParts;

  std::string operator()(const Explanation& rule) {
    verdict_ = rule.verdict;
    header(rule);
    if (rule.applies_if) {
      out_.heading(out_.say("Si applica se", "Applies if"));
      formula(*rule.applies_if);
    }
    for (const ExplainedRequirement& each : rule.requirements) requirement(each);
    if (rule.partial_if) {
      out_.heading(out_.say("Parziale se", "Partial if"));
      formula(*rule.partial_if);
    }
    priority(rule);
    if (!rule.data.empty()) {
      out_.heading(out_.say("Dati", "Data"));
      for (const UsedDatum& each : rule.data) datum(each);
    }
    if (!rule.amounts.empty()) {
      out_.heading(out_.say("Importi calcolati", "Computed amounts"));
      for (const ExplainedAmount& each : rule.amounts) amount(each);
    }
    if (!rule.parameters.empty()) {
      out_.heading(out_.say("Numeri della norma", "Numbers of the law"));
      for (const UsedParameter& each : rule.parameters) parameter(each);
    }
    sources(rule);
    list(out_.say("Ipotesi", "Assumptions"), texts(rule.assumptions));
    list(out_.say("Da verificare", "To be verified"), texts(rule.unverified));
    waivers(rule);
    list(out_.say("Note", "Notes"), rule.notes);
    return out_.text();
  }

 private:
  void header(const Explanation& rule) {
    out_.line(out_.bold(rule.title));
    out_.line(out_.dim(rule.name + " · " + rule.category +
                       (rule.binding ? out_.say(" (inderogabile)", " (binding)") : "") + " · " +
                       rule.pack + " · " + out_.say("in vigore ", "in force ") + rule.in_force));
    about();
    std::string verdict = out_.verdict(rule.verdict);
    if (!rule.within_tolerance.empty()) verdict += ", " + rule.within_tolerance;
    if (rule.forecast) verdict += out_.say(" (previsione)", " (forecast)");
    if (rule.draft) {
      verdict += "  " + out_.flag(out_.say("BOZZA, non è ancora norma", "DRAFT, not law yet"));
    }
    if (!rule.doubts.empty()) {
      verdict += "  " + out_.flag(out_.say("SU DATI INSOLITI", "ON ODD DATA"));
    }
    out_.line(verdict);
    for (const std::string& doubt : doubt_sentences(rule.doubts, out_.language())) {
      out_.item("!", doubt + ".", 0);
    }
    out_.paragraph(rule.headline, 0);
    changes(rule.changes, 0);
    std::vector<std::string> deciding;
    for (const UsedDatum& datum : rule.data) {
      if (datum.deciding) {
        deciding.push_back(datum.label() + for_which_rows(datum, out_.language()));
      }
    }
    if (!deciding.empty()) {
      out_.paragraph(out_.say("Lo deciderebbe: ", "It would be decided by: ") +
                         join_words(deciding, out_.language()) + ".",
                     0);
    }
    if (!rule.fragile.empty()) out_.paragraph(rule.fragile, 0);
    for (const ShownWaiver& waiver : rule.waivers) {
      out_.paragraph(out_.say("Deroga: ", "Waiver: ") + waiver_sentence(waiver, out_.language()) +
                         out_.say(". Il verdetto non cambia.", ". The verdict stays."),
                     0);
    }
  }

  void changes(const std::vector<ExplainedChange>& all, std::size_t indent) {
    for (const ExplainedChange& change : all) {
      out_.item(" ", change.text, indent);
      cited(change.by, indent + 2);
      for (const std::string& note : change.notes) out_.paragraph(note, indent + 2);
    }
  }

  void requirement(const ExplainedRequirement& requirement) {
    std::string title = out_.say("Requisito ", "Requirement ") + requirement.name;
    if (!requirement.title.empty()) title += ": " + requirement.title;
    std::string verdict = out_.verdict(requirement.verdict);
    if (!requirement.within_tolerance.empty()) verdict += ", " + requirement.within_tolerance;
    out_.heading(title + " — " + verdict);
    changes(requirement.changes, 2);
    if (!requirement.statement.text.empty()) out_.statement(requirement.statement, 2);
    if (requirement.applies_if) {
      out_.line(out_.say("  si applica se", "  applies if"));
      formula(*requirement.applies_if);
    }
    formula(requirement.formula);
    rows(requirement.rows, requirement.formula.written, 2);
    weeks(requirement.weeks, 2);
    if (requirement.gap_short.empty()) return;
    std::string gap = out_.say("lacuna: ", "gap: ") + requirement.gap_short;
    if (!requirement.gap_exact.empty()) {
      gap += out_.say(", esattamente ", ", exactly ") + requirement.gap_exact;
    }
    gap += out_.say("; relativa: ", "; relative: ") + requirement.relative;
    out_.item(" ", gap, 2);
    if (!requirement.cost.empty()) {
      out_.item(" ", out_.say("costo: ", "cost: ") + requirement.cost, 2);
    }
  }

  void priority(const Explanation& rule) {
    if (rule.rank_reason.empty()) return;
    out_.heading(out_.say("Priorità", "Priority"));
    out_.item(std::to_string(*rule.result->rank) + ".", capitalized(rule.rank_reason) + ".", 2);
    const auto also = [&](std::string_view label, const std::string& value) {
      if (!value.empty()) out_.item(" ", std::string(label) + value, 3);
    };
    also(out_.say("costo: ", "cost: "), rule.cost);
    also(out_.say("beneficiari: ", "beneficiaries: "), rule.beneficiaries);
    also(out_.say("scadenza: ", "deadline: "), rule.deadline);
    also(out_.say("viene dopo ", "comes after "), join_words(rule.prerequisites, out_.language()));
  }

  void sources(const Explanation& rule) {
    if (rule.sources.empty()) return;
    out_.heading(out_.say("Fonti", "Sources"));
    cited(rule.sources, 2);
  }

  void waivers(const Explanation& rule) {
    std::vector<std::string> items;
    for (const ShownWaiver& waiver : rule.waivers) {
      std::string text = waiver_sentence(waiver, out_.language());
      if (!waiver.place.empty()) text += " · " + waiver.place;
      items.push_back(text);
    }
    list(out_.say("Deroghe (il verdetto non cambia)", "Waivers (the verdict stays)"), items);
  }
};

}  // namespace

std::string write_explanation(const Report& report, const Assessment& assessment, RuleId rule,
                              WriteOptions options) {
  Evaluator evaluator = reading_of(report, assessment);
  const Explanation explanation = explain(report, assessment, rule, evaluator, options.language);
  return ExplanationWriter(*assessment.facts, options)(explanation);
}

}  // namespace leps::inline reports
