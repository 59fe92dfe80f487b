// Numbers through time, data with who holds them, examples: what pages show as tables.
#include "report/datum_words.hpp"
#include "report/doc_page.hpp"
#include "report/format.hpp"
#include "report/formula.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

#include <algorithm>

namespace leps::doc {
namespace {

using namespace html;  // NOLINT: pages are made of its words

// The name by which the pack calls a thing, under its title.
void add_name(Node cell, const Book& book, const std::string& title, const std::string& name) {
  if (!title.empty()) {
    add_own(cell, book, "span", title, "titolo");
    text(cell, " ");
  }
  add_text(cell, "code", plain(name), "sigla");
}

struct GivenText {
  const Book& book;
  const Type& type;
  std::string operator()(const Interval& range) const {
    if (std::holds_alternative<DayOf>(type)) return show_days(range, book.say.language);
    return range.known() ? show_exact(range.lo.value(), measure_of(type), book.say.language)
                         : show_range_short(range, measure_of(type), book.say.language);
  }
  std::string operator()(bool truth) const {
    return std::string(truth_word(truth, book.say.language));
  }
  std::string operator()(const ChoiceWord& word) const {
    return book.typed.choice_types[word.type][word.value];
  }
  std::string operator()(const Period& period) const {
    return show_period(period, book.say.language);
  }
  std::string operator()(const Timetable& timetable) const {
    return show_timetable(timetable, book.say.language);
  }
  std::string operator()(const std::string& text) const { return "«" + plain(text) + "»"; }
  std::string operator()(const typed::GivenRows& rows) const {
    std::size_t count = 0;
    for (const typed::GivenRow& row : rows) count += static_cast<std::size_t>(row.times);
    return std::to_string(count) +
           (count == 1 ? book.say(" riga", " row") : book.say(" righe", " rows"));
  }
};

void add_givens(Node parent, const Book& book, const typed::Example& example) {
  const Voice say = book.say;
  Node table = add_table(parent, {say("Dato", "Datum"), say("Valore", "Value")});
  Node rows = add(table, "tbody");
  for (const typed::Given& given : example.givens) {
    const typed::Datum& datum = book.typed.data[given.datum];
    Node row = add(rows, "tr");
    Node name = add(row, "th");
    attribute(name, "scope", "row");
    attribute(add_own(name, book, "a", datum.title.empty() ? datum.name : datum.title), "href",
              address(book, given.datum));
    add_text(row, "td",
             given.value ? std::visit(GivenText{book, datum.type}, *given.value)
                         : say("non si sa", "not known"));
  }
}

void add_expected(Node row, const Book& book, const typed::Expectation& expected) {
  const Voice say = book.say;
  Node name = add(row, "th");
  attribute(name, "scope", "row");
  if (const auto* rule = std::get_if<RuleId>(&expected.subject)) {
    link(name, book, *rule);
    if (expected.requirement) {
      text(name, ": ");
      add_text(name, "code", *expected.requirement, "sigla");
    }
  } else {
    const ComputedId id = std::get<ComputedId>(expected.subject);
    const typed::Computed& computed = book.typed.computed[id];
    attribute(add_own(name, book, "a", computed.title.empty() ? computed.name : computed.title),
              "href", address(book, id));
  }
  Node cell = add(row, "td");
  if (expected.verdict) {
    Node verdict = add(cell, "span", verdict_class(*expected.verdict, "verdetto-breve").c_str());
    verdict_shape(verdict, *expected.verdict);
    text(verdict, " " + std::string(verdict_word(*expected.verdict, say.language)));
  }
  if (!expected.value) return;
  const Type type = NumberOf{expected.unit, Purity::plain, false};
  text(cell, (expected.verdict ? say(" · lacuna ", " · gap ") : "") +
                 std::visit(GivenText{book, type}, *expected.value));
}

// The rules that ask for a datum; the amounts, where it serves these only.
void add_uses(Node cell, const Book& book, DatumId id) {
  const auto asking = book.asks.find(id);
  if (asking != book.asks.end()) return link_all(cell, book, asking->second);
  bool first = true;
  for (const ComputedId each : book.typed.computed.keys()) {
    const typed::Computed& computed = book.typed.computed[each];
    const auto& data = computed.data;
    if (std::find(data.begin(), data.end(), id) == data.end()) continue;
    text(cell, first ? book.say("solo a calcoli: ", "amounts only: ") : " · ");
    first = false;
    attribute(add_own(cell, book, "a", computed.title.empty() ? computed.name : computed.title),
              "href", address(book, each));
  }
  if (first) text(cell, book.say("nessuna regola", "no rule"));
}

}  // namespace

void add_values(Node parent, const Book& book, const std::vector<ParameterId>& parameters,
                bool anchored) {
  const Voice say = book.say;
  Node table = add_table(
      parent, {say("Numero", "Number"), say("Dal", "From"), say("Al", "To"), say("Valore", "Value"),
               say("Quanto è certo", "How sure"), say("Da dove viene", "Where it comes from")});
  table.attribute("class").set_value("quadro valori");
  for (const ParameterId id : parameters) {
    const typed::Parameter& parameter = book.typed.parameters[id];
    Node rows = add(table, "tbody");
    if (anchored) attribute(rows, "id", slug(parameter.name));
    for (std::size_t i = 0; i < parameter.versions.size(); ++i) {
      const typed::ParameterVersion& version = parameter.versions[i];
      Node row = add(rows, "tr");
      if (i == 0) {
        Node name = add(row, "th");
        attribute(name, "scope", "rowgroup");
        attribute(name, "rowspan", std::to_string(parameter.versions.size()));
        add_name(name, book, parameter.title, parameter.name);
        const auto used = book.counts_with.find(id);
        if (anchored && used != book.counts_with.end()) {
          Node uses = add(name, "span", "da");
          text(uses, say("usato da ", "used by "));
          link_all(uses, book, used->second);
        }
      }
      add_text(row, "td", show_day(version.period.from, say.language), "giorno");
      add_text(row, "td", version.period.to ? show_day(*version.period.to, say.language) : "–",
               "giorno");
      add_text(row, "td", show_literal(plain(version.text), say.language), "valore");
      add_confidence(add(row, "td"), version.confidence, say);
      Node from = add(row, "td");
      add_source_links(from, book, version.sources);
      for (const std::string& note : version.notes) add_own(from, book, "span", note, "da");
    }
  }
}

void add_data_table(Node parent, const Book& book, const std::vector<DatumId>& data,
                    bool anchored) {
  const Voice say = book.say;
  Node table = add_table(
      parent, {say("Dato", "Datum"), say("Che cosa si scrive", "What is written"),
               anchored ? say("Serve a", "Needed by") : say("Chi lo ha", "Who holds it")});
  Node rows = add(table, "tbody");
  for (const DatumId id : data) {
    const typed::Datum& datum = book.typed.data[id];
    Node row = add(rows, "tr");
    Node name = add(row, "th");
    attribute(name, "scope", "row");
    if (anchored) attribute(name, "id", slug(datum.name));
    add_name(name, book, datum.title, datum.name);
    for (const std::string& note : datum.notes) add_own(name, book, "span", note, "da");
    add_text(row, "td",
             type_words(datum.type, book.typed, say.language) + bounds_words(datum, say.language));
    Node last = add(row, "td");
    if (!anchored) {
      text(last, datum.held_by.empty() ? say("non è indicato", "not said") : plain(datum.held_by));
      continue;
    }
    add_uses(last, book, id);
  }
}

void add_example(Node parent, const Book& book, ExampleId id, int depth, bool anchored) {
  const Voice say = book.say;
  const typed::Example& example = book.typed.examples[id];
  Node section = add(parent, "section", "esempio");
  if (anchored) attribute(section, "id", "e" + std::to_string(id.index + 1));
  Node heading = say.heading(section, depth, capitalized(plain(example.title)));
  text(heading, " · " + std::to_string(example.year));
  Node grid = add(section, "div", "due");
  add_givens(grid, book, example);
  Node rows = add(add_table(grid, {say("Regola", "Rule"), say("Deve risultare", "Must come out")}),
                  "tbody");
  for (const typed::Expectation& expected : example.expectations) {
    add_expected(add(rows, "tr"), book, expected);
  }
}

}  // namespace leps::doc
