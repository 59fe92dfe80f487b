// `leps explain`: one result down to the article of law and the cell of the data, as text.
#include "report/write_explanation.hpp"

#include "assess/assess.hpp"
#include "explain/explain.hpp"
#include "report/terminal.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <optional>

namespace leps::inline reports {
namespace {

class ExplanationWriter {
 public:
  ExplanationWriter(const FactTable& facts, WriteOptions options)
      : facts_(facts), out_(options.language, options.color) {}

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
    const std::string ambito = plain(facts_.name.empty() ? facts_.ambito : facts_.name);
    out_.line(out_.bold(rule.title));
    out_.line(out_.dim(rule.name + " · " + rule.category +
                       (rule.binding ? out_.say(" (inderogabile)", " (binding)") : "") + " · " +
                       rule.pack + " · " + out_.say("in vigore ", "in force ") + rule.in_force));
    std::string about = ambito + " · " + std::to_string(facts_.year);
    if (facts_.synthetic) {
      about += "  " + out_.flag(out_.say("DATI SINTETICI, INVENTATI", "SYNTHETIC, INVENTED DATA"));
    }
    if (facts_.forecast) {
      about += "  " + out_.flag(out_.say("PREVISIONE, verdetto non definitivo",
                                         "FORECAST, verdict not final"));
    }
    out_.line(about);
    out_.line();
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

  /// @param said  the formula above the rows, which need not be said again
  void rows(const std::vector<UsedRows>& all, const std::string& said, std::size_t indent) {
    for (const UsedRows& each : all) {
      const std::string own =
          each.formula == said ? std::string() : ": " + each.formula + " = " + each.value;
      out_.item("▸", rows_sentence(each, out_.language()) + own, indent);
      for (const UsedRow& row : each.rows) {
        const std::string_view mark = row.state == Statement::State::holds
                                          ? (each.conditions ? "✓" : "·")
                                          : (row.state == Statement::State::fails ? "✗" : "?");
        out_.item(mark,
                  row.key + (row.brings.empty() ? "" : ": " + row.brings) +
                      (row.place.empty() ? "" : " · " + row.place),
                  indent + 2);
      }
      if (const std::string more = more_rows(each, out_.language()); !more.empty()) {
        out_.paragraph(more, indent + 2);
      }
    }
  }

  void weeks(const std::vector<ShownWeek>& all, std::size_t indent) {
    for (const ShownWeek& week : all) {
      out_.item("▸", week.formula + ": " + week_sentence(week, out_.language()), indent);
      for (const std::string& line : week.holidays) out_.paragraph(line, indent + 2);
    }
  }

  void by_band(const ShownFormula& formula, std::size_t indent) {
    for (const std::string& shares : formula.by_band) out_.item("▸", shares, indent);
  }

  void formula(const ShownFormula& formula) {
    out_.item(" ", formula.written, 2);
    if (formula.with_numbers.empty()) return;
    if (formula.with_numbers != formula.written) out_.item("=", formula.with_numbers, 2);
    by_band(formula, 4);
    if (!formula.worked_out.empty()) out_.item("=", formula.worked_out, 2);
    if (formula.outcome != formula.with_numbers) out_.item("→", formula.outcome, 2);
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

  void datum(const UsedDatum& datum) {
    std::string text = datum.name + " = " + out_.bold(datum.value);
    if (!datum.title.empty()) text += " · " + datum.title;
    out_.item(datum.known ? "-" : "?", text, 2);
    std::vector<std::string> where;
    if (!datum.worked_out.empty()) where.push_back(datum.worked_out);
    if (!datum.held.empty()) where.push_back(datum.held);
    if (!datum.place.empty()) where.push_back(datum.place);
    if (!datum.origin.empty()) where.push_back(out_.say("fonte ", "source ") + datum.origin);
    if (!datum.as_of.empty()) where.push_back(out_.say("al ", "as of ") + datum.as_of);
    if (!datum.held_by.empty()) {
      where.push_back(out_.say("detenuto da ", "held by ") + datum.held_by);
    }
    if (datum.deciding) {
      where.push_back(out_.say("può cambiare il verdetto", "it could change the verdict"));
    } else if (datum.missing) {
      where.push_back(out_.say("non cambia il verdetto", "it does not change the verdict"));
    }
    joined(where);
    if (!datum.blank_rows.empty()) out_.paragraph(blanks_sentence(datum, out_.language()), 4);
    for (const ShownOther& other : datum.others) {
      std::string sentence = other_sentence(other, verdict_, out_.language());
      if (!other.as_of.empty()) sentence += out_.say(" · al ", " · as of ") + other.as_of;
      if (!other.place.empty()) sentence += " · " + other.place;
      out_.item("≠", sentence, 4);
    }
    for (const std::string& note : datum.notes) out_.paragraph(note, 4);
  }

  void joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : " · ") + part;
    if (!text.empty()) out_.paragraph(text, 4);
  }

  void amount(const ExplainedAmount& amount) {
    std::string text = amount.name + " = " + out_.bold(amount.value);
    if (amount.draft) text += " · " + std::string(draft_word(out_.language()));
    if (!amount.title.empty()) text += " · " + amount.title;
    if (!amount.worked_out.empty()) text += " · " + amount.worked_out;
    out_.item("-", text, 2);
    out_.item("=", amount.formula.written, 4);
    if (amount.formula.with_numbers != amount.formula.written) {
      out_.item("=", amount.formula.with_numbers, 4);
    }
    by_band(amount.formula, 4);
    rows(amount.rows, amount.formula.written, 4);
    weeks(amount.weeks, 4);
    cited(amount.sources, 4);
  }

  void parameter(const UsedParameter& parameter) {
    std::string text = parameter.name + " = " + out_.bold(parameter.value);
    if (!parameter.title.empty()) text += " · " + parameter.title;
    out_.item("-", text, 2);
    std::vector<std::string> where;
    if (!parameter.period.empty()) where.push_back(parameter.period);
    if (parameter.confidence) {
      where.emplace_back(confidence_word(*parameter.confidence, out_.language()));
    }
    if (!parameter.amended.empty()) where.push_back(parameter.amended);
    joined(where);
    cited(parameter.sources, 4);
    for (const std::string& note : parameter.notes) out_.paragraph(note, 4);
  }

  void cited(const std::vector<CitedSource>& sources, std::size_t indent) {
    for (const CitedSource& source : sources) {
      out_.item("§", source.title, indent);
      if (source.urn_link) {
        out_.item(" ", *source.urn_link, indent);
      } else if (!source.urn.empty()) {
        out_.item(" ", source.urn, indent);
      }
      if (!source.url.empty()) out_.item(" ", source.url, indent);
    }
  }

  void sources(const Explanation& rule) {
    if (rule.sources.empty()) return;
    out_.heading(out_.say("Fonti", "Sources"));
    cited(rule.sources, 2);
  }

  void list(const std::string& title, const std::vector<std::string>& items) {
    if (items.empty()) return;
    out_.heading(title);
    for (const std::string& item : items) out_.item("-", item, 2);
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

  const FactTable& facts_;
  std::optional<Verdict> verdict_;
  Terminal out_;
};

}  // namespace

std::string write_explanation(const Report& report, const Assessment& assessment, RuleId rule,
                              WriteOptions options) {
  Evaluator evaluator = reading_of(report, assessment);
  const Explanation explanation = explain(report, assessment, rule, evaluator, options.language);
  return ExplanationWriter(*assessment.facts, options)(explanation);
}

}  // namespace leps::inline reports
