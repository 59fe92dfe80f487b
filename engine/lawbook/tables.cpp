// Numbers through time, data with who holds them, examples: what pages show as tables.
#include "lawbook/tables.hpp"

#include "lawbook/page.hpp"
#include "words/datum_words.hpp"
#include "words/format.hpp"
#include "words/formula.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::lawbook {
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
    if (count == 0) return book.say("nessuna riga", "no rows");
    return std::to_string(count) +
           (count == 1 ? book.say(" riga", " row") : book.say(" righe", " rows"));
  }
};

std::string given_text(const Book& book, const typed::Given& given) {
  return given.value ? std::visit(GivenText{book, book.typed.data[given.datum].type}, *given.value)
                     : book.say("non si sa", "not known");
}

// Each row in a line: `24 volte: Profilo educatore; Ore 36 ore/settimana`.
void add_rows(Node cell, const Book& book, const typed::GivenRows& rows) {
  Node list = add(cell, "ul", "righe");
  for (const typed::GivenRow& row : rows) {
    Node item = add(list, "li");
    std::string between;
    if (row.times > 1) {
      text(item, std::to_string(row.times) + book.say(" volte: ", " times: "));
    }
    if (row.cells.empty()) text(item, book.say("non si sa niente", "nothing is known"));
    for (const typed::Given& given : row.cells) {
      const typed::Datum& field = book.typed.data[given.datum];
      text(item, between);
      add_own(item, book, "span", field.title.empty() ? field.field() : field.title);
      text(item, " ");
      add_text(item, "strong", given_text(book, given));
      between = "; ";
    }
  }
}

void add_givens(Node parent, const Book& book, const std::vector<typed::Given>& givens,
                const std::string& caption = {}) {
  const Voice say = book.say;
  Node table = add_table(parent, {say("Dato", "Datum"), say("Valore", "Value")}, caption);
  Node rows = add(table, "tbody");
  for (const typed::Given& given : givens) {
    const typed::Datum& datum = book.typed.data[given.datum];
    Node row = add(rows, "tr");
    Node name = add(row, "th");
    attribute(name, "scope", "row");
    attribute(add_own(name, book, "a", datum.title.empty() ? datum.name : datum.title), "href",
              address(book, given.datum));
    Node cell = add_text(row, "td", given_text(book, given));
    const auto* listed = given.value ? std::get_if<typed::GivenRows>(&*given.value) : nullptr;
    if (listed && !listed->empty()) add_rows(cell, book, *listed);
  }
}

// What an example gives of another year, or of another Ambito of the group.
void add_others(Node parent, const Book& book, const typed::Example& example) {
  const Voice say = book.say;
  for (const typed::OtherFacts& other : example.others) {
    std::string caption;
    if (other.group) {
      const typed::Group& group = book.typed.groups[*other.group];
      caption = say("Un altro Ambito di «", "Another Ambito of «") +
                plain(group.title.empty() ? group.name : group.title) + "»";
    } else {
      caption = say("L'anno ", "The year ") + std::to_string(other.year.value_or(example.year));
    }
    const bool same_day = other.group && other.survey_date == example.survey_date;
    if (!same_day && other.survey_date != last_day_of(year_of(other.survey_date))) {
      caption += say(", al ", ", on ") + show_day(other.survey_date, say.language);
    }
    add_givens(parent, book, other.givens, caption);
  }
}

std::string expected_text(const Book& book, const typed::ExpectedAmount& expected) {
  const Type type = NumberOf{expected.unit, Purity::plain, false};
  return GivenText{book, type}(expected.range);
}

struct AddExpected {
  void operator()(const typed::ExpectedOutcome& expected) const {
    link(name, book, expected.rule);
    if (expected.requirement) {
      text(name, ": ");
      add_text(name, "code", *expected.requirement, "sigla");
    }
    Node verdict = add(cell, "span", verdict_class(expected.verdict, "verdetto-breve").c_str());
    verdict_shape(verdict, expected.verdict);
    text(verdict, " " + std::string(verdict_word(expected.verdict, book.say.language)));
    if (expected.gap) {
      text(cell, book.say(" · lacuna ", " · gap ") + expected_text(book, *expected.gap));
    }
    if (expected.cost) {
      text(cell, book.say(" · costo ", " · cost ") + expected_text(book, *expected.cost));
    }
  }
  void operator()(const typed::ExpectedValue& expected) const {
    const typed::Computed& computed = book.typed.computed[expected.computed];
    attribute(add_own(name, book, "a", computed.title.empty() ? computed.name : computed.title),
              "href", address(book, expected.computed));
    if (const auto* why = std::get_if<ast::NoValue>(&expected.value)) {
      text(cell, *why == ast::NoValue::unknown ? book.say("non si sa", "not known")
                                               : book.say("non si calcola", "not worked out"));
      return;
    }
    const auto& value = std::get<typed::GivenValue>(expected.value);
    std::string shown = std::visit(GivenText{book, computed.type}, value);
    const auto* number = std::get_if<NumberOf>(&computed.type);
    if (number && shown.find('/') != std::string::npos && shown.ends_with('%')) {
      // A third is `1/3` and not `100/3%`.
      const Type plain_type = NumberOf{number->unit, Purity::plain, false};
      shown = std::visit(GivenText{book, plain_type}, value);
    }
    text(cell, shown);
  }
  void operator()(const typed::ExpectedFinding& expected) const {
    add_own(name, book, "span", book.typed.checks[expected.check].title);
    text(cell, expected.raised ? book.say("i dati sono segnalati", "the data are reported")
                               : book.say("niente da segnalare", "nothing to report"));
  }
  Node name, cell;
  const Book& book;
};

void add_expected(Node row, const Book& book, const typed::Expectation& expected) {
  Node name = add(row, "th");
  attribute(name, "scope", "row");
  std::visit(AddExpected{name, add(row, "td"), book}, expected.what);
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
  if (!first) return;
  const typed::Datum& datum = book.typed.data[id];
  const typed::Table* table = datum.field_of ? &book.typed.tables[*datum.field_of] : nullptr;
  const bool names_row = table && table->key && table->fields[*table->key] == id;
  text(cell, names_row ? book.say("dà il nome alla riga", "names the row")
                       : book.say("nessuna regola", "no rule"));
}

// Of which datum it is part, and which are part of it.
void add_kin(Node cell, const Book& book, const typed::Datum& datum) {
  const Voice say = book.say;
  const auto name = [&](Node line, DatumId id) {
    link(line, address(book, id), plain(book.typed.data[id].name));
  };
  if (datum.part_of) {
    Node line = add(cell, "span", "da");
    text(line, say("è parte di ", "it is part of "));
    name(line, datum.part_of->whole);
    if (datum.part_of->confidence) {
      text(line, " · ");
      add_confidence(line, *datum.part_of->confidence, say);
    }
  }
  if (datum.parts.empty()) return;
  Node line = add(cell, "span", "da");
  text(line, say("ne sono parte ", "its parts are "));
  for (std::size_t i = 0; i < datum.parts.size(); ++i) {
    if (i > 0) text(line, ", ");
    name(line, datum.parts[i]);
  }
}

// Where a value comes from that nobody gives, and which of several holds.
void add_origin(Node cell, const Book& book, const typed::Datum& datum) {
  const Voice say = book.say;
  if (datum.if_missing) {
    Node line = add(cell, "span", "da");
    text(line, say("se nessuno lo dà, ", "where nobody gives it, "));
    link(line, address(book, *datum.if_missing), say("si ricava", "it is worked out"));
  }
  if (datum.precedence.empty()) return;
  std::string sources;
  for (const std::string& source : datum.precedence) {
    sources += (sources.empty() ? "" : say(", poi ", ", then ")) + plain(source);
  }
  add_text(cell, "span",
           say("se più fonti lo danno, vale ", "of several sources, this holds: ") + sources, "da");
}

// What the number was before a pack that stands on its own amended it.
void add_base_values(Node cell, const Book& book, const typed::Parameter& parameter) {
  if (parameter.layers.size() < 2) return;
  const Voice say = book.say;
  for (const typed::ParameterVersion& version : parameter.layers.front()) {
    Node line = add(cell, "span", "da");
    text(line, say("di base, in ", "at the base, in ") +
                   plain(book.typed.packs[version.pack].name) + ": ");
    text(line, show_literal(plain(version.text), say.language) + " " +
                   show_period(version.period, say.language) + " · ");
    add_source_links(line, book, version.sources);
  }
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
        add_base_values(name, book, parameter);
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
      if (parameter.layers.size() > 1) {
        add_text(
            from, "span",
            say("nel pacchetto ", "in the package ") + plain(book.typed.packs[version.pack].name),
            "da");
      }
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
    Node written = add_text(
        row, "td",
        type_words(datum.type, book.typed, say.language) + bounds_words(datum, say.language));
    add_kin(written, book, datum);
    add_origin(written, book, datum);
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
  const bool last_day = example.survey_date == last_day_of(example.year);
  text(heading, " · " + (last_day ? std::to_string(example.year)
                                  : show_day(example.survey_date, say.language)));
  Node grid = add(section, "div", "due");
  Node given = add(grid, "div");
  add_givens(given, book, example.givens);
  add_others(given, book, example);
  Node rows = add(add_table(grid, {say("Regola", "Rule"), say("Deve risultare", "Must come out")}),
                  "tbody");
  for (const typed::Expectation& expected : example.expectations) {
    add_expected(add(rows, "tr"), book, expected);
  }
}

}  // namespace leps::lawbook
