#include "report/html_grounds.hpp"

#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline reports::pages {

void add_formula(Node parent, const ShownFormula& formula, Voice say) {
  Node list = add(parent, "dl", "formule");
  const auto row = [&](const std::string& term, const std::string& value) {
    if (value.empty()) return;
    add_text(list, "dt", term);
    add_text(add(list, "dd"), "code", value);
  };
  row(say("Formula", "Formula"), formula.written);
  if (formula.with_numbers != formula.written) {
    row(say("Con i numeri", "With numbers"), formula.with_numbers);
  }
  for (const std::string& shares : formula.by_band) {
    row(say("Scaglione per scaglione", "Band by band"), shares);
  }
  row(say("Svolta", "Worked out"), formula.worked_out);
  if (!formula.outcome.empty() && formula.outcome != formula.with_numbers) {
    add_text(list, "dt", say("Risultato", "Result"));
    add_text(list, "dd", formula.outcome);
  }
}

void add_parameters(Node parent, const std::vector<UsedParameter>& parameters, Voice say) {
  Node list = add(parent, "ul", "righe");
  for (const UsedParameter& parameter : parameters) {
    Node item = add(list, "li");
    add_text(item, "span", parameter.value, "valore");
    text(item, " · " + (parameter.title.empty() ? parameter.name : parameter.title) + " ");
    Node after = add(item, "span", "da");
    add_text(after, "code", parameter.name);
    std::string rest;
    if (!parameter.period.empty()) rest += " · " + parameter.period;
    if (parameter.confidence) {
      rest += " · " + std::string(confidence_word(*parameter.confidence, say.language));
    }
    if (!parameter.amended.empty()) rest += " · " + parameter.amended;
    text(after, rest);
    for (const CitedSource& source : parameter.sources) {
      text(after, " · ");
      const auto& link = source.urn_link ? source.urn_link : source.url_link;
      if (link) {
        link_out(after, *link, source.title);
      } else {
        text(after, source.title);
      }
    }
    for (const std::string& note : parameter.notes) add_text(item, "span", note, "da");
  }
}

void add_rows(Node parent, const std::vector<UsedRows>& rows, Voice say) {
  for (const UsedRows& each : rows) {
    add_text(parent, "p", capitalized(rows_sentence(each, say.language)) + ":", "nota");
    Node list = add(parent, "ul", each.conditions ? "condizioni" : "righe");
    for (const UsedRow& row : each.rows) {
      Node item = add(list, "li");
      const bool holds = row.state == Statement::State::holds;
      if (each.conditions || !holds) {
        const bool fails = row.state == Statement::State::fails;
        const Verdict color = holds   ? Verdict::soddisfatto
                              : fails ? Verdict::non_soddisfatto
                                      : Verdict::non_valutabile;
        add_text(item, "span", holds ? "✓" : (fails ? "✗" : "?"),
                 verdict_class(color, "segno").c_str());
        text(item, " ");
      }
      text(item, row.key + (row.brings.empty() ? "" : ": "));
      if (!row.brings.empty()) add_text(item, "code", row.brings);
      if (!row.place.empty()) text(item, " · " + row.place);
    }
    const std::string more = more_rows(each, say.language);
    if (!more.empty()) add_text(list, "li", more);
  }
}

void add_data(Node parent, const std::vector<UsedDatum>& data, std::optional<Verdict> verdict,
              Voice say) {
  Node list = add(parent, "ul", "righe");
  for (const UsedDatum& datum : data) {
    Node item = add(list, "li");
    add_text(item, "span", datum.value, "valore");
    text(item, " · " + datum.label() + " ");
    Node after = add(item, "span", "da");
    add_text(after, "code", datum.name);
    std::string rest;
    if (!datum.worked_out.empty()) rest += " · " + datum.worked_out;
    if (!datum.held.empty()) rest += " · " + datum.held;
    if (!datum.place.empty()) rest += " · " + datum.place;
    if (!datum.origin.empty()) rest += say(" · fonte ", " · source ") + datum.origin;
    if (!datum.as_of.empty()) rest += say(" · al ", " · as of ") + datum.as_of;
    if (!datum.held_by.empty()) rest += say(" · lo detiene ", " · held by ") + datum.held_by;
    text(after, rest);
    if (!datum.blank_rows.empty()) {
      add_text(item, "span", capitalized(blanks_sentence(datum, say.language)), "da");
    }
    for (const ShownOther& other : datum.others) {
      add_text(item, "span",
               capitalized(other_sentence(other, verdict, say.language)) +
                   (other.as_of.empty() ? "" : say(" · al ", " · as of ") + other.as_of) +
                   (other.place.empty() ? "" : " · " + other.place),
               "da");
    }
    for (const std::string& note : datum.notes) add_text(item, "span", note, "da");
  }
}

}  // namespace leps::inline reports::pages
