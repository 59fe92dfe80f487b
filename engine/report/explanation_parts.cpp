#include "report/explanation_parts.hpp"

#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline reports {

void ExplanationParts::about() {
  const std::string ambito = plain(facts_.name.empty() ? facts_.ambito : facts_.name);
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
}

void ExplanationParts::rows(const std::vector<UsedRows>& all, const std::string& said,
                            std::size_t indent) {
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

void ExplanationParts::weeks(const std::vector<ShownWeek>& all, std::size_t indent) {
  for (const ShownWeek& week : all) {
    out_.item("▸", week.formula + ": " + week_sentence(week, out_.language()), indent);
    for (const std::string& line : week.holidays) out_.paragraph(line, indent + 2);
  }
}

void ExplanationParts::by_band(const ShownFormula& formula, std::size_t indent) {
  for (const std::string& shares : formula.by_band) out_.item("▸", shares, indent);
}

void ExplanationParts::formula(const ShownFormula& formula) {
  out_.item(" ", formula.written, 2);
  if (formula.with_numbers.empty()) return;
  if (formula.with_numbers != formula.written) out_.item("=", formula.with_numbers, 2);
  by_band(formula, 4);
  if (!formula.worked_out.empty()) out_.item("=", formula.worked_out, 2);
  if (formula.outcome != formula.with_numbers) out_.item("→", formula.outcome, 2);
}

void ExplanationParts::datum(const UsedDatum& datum) {
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

void ExplanationParts::joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : " · ") + part;
  if (!text.empty()) out_.paragraph(text, 4);
}

void ExplanationParts::amount(const ExplainedAmount& amount) {
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

void ExplanationParts::parameter(const UsedParameter& parameter) {
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

void ExplanationParts::cited(const std::vector<CitedSource>& sources, std::size_t indent) {
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

void ExplanationParts::list(const std::string& title, const std::vector<std::string>& items) {
  if (items.empty()) return;
  out_.heading(title);
  for (const std::string& item : items) out_.item("-", item, 2);
}

}  // namespace leps::inline reports
