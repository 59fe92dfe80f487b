// The page to begin with: the rules by category, each in a sentence, how much of them is sure, and
// what comes before what.
#include "lawbook/start_page.hpp"

#include "check/area_members.hpp"
#include "check/walk.hpp"
#include "html/rules_used.hpp"
#include "lawbook/graph.hpp"
#include "lawbook/page.hpp"
#include "provenance/derivation.hpp"
#include "words/format.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::lawbook {
namespace {

using namespace html;  // NOLINT: pages are made of its words

// Adds what a rule says, in its last version, with just this confidence: `Costo lordo annuo`.
void add_doubts(Node item, const Book& book, const typed::RuleVersion& version,
                Confidence confidence) {
  const Voice say = book.say;
  std::vector<std::string> doubts;
  if (version.applies_confidence == confidence) {
    doubts.push_back(say("a chi si applica", "to whom it applies"));
  }
  for (const typed::Requirement& each : version.requirements) {
    if (each.confidence != confidence && each.applies_confidence != confidence) continue;
    doubts.push_back(say("il requisito ", "the requirement ") + plain(each.name));
  }
  if (version.in_force_confidence == confidence) {
    doubts.push_back(say("il giorno da cui vale", "the day from which it holds"));
  }
  if (version.partial_confidence == confidence) {
    doubts.push_back(say("la soglia intermedia", "the partial threshold"));
  }
  if (version.after_confidence == confidence) {
    doubts.push_back(say("ciò che le viene prima", "what comes before it"));
  }
  for (const ParameterId id : derive(book.typed, roots_of(version)).parameters) {
    const typed::Parameter& parameter = book.typed.parameters[id];
    if (last_value(parameter, version.in_force).confidence != confidence) continue;
    doubts.push_back("«" + plain(parameter.title.empty() ? parameter.name : parameter.title) + "»");
  }
  if (doubts.empty()) return;
  Node line = add(item, "p", "nota");
  add_confidence(line, confidence, say);
  text(line, " " + join_words(doubts, say.language) + ".");
}

void add_rule(Node list, const Book& book, RuleId id) {
  const Voice say = book.say;
  const typed::RuleVersion& version = book.latest(id);
  Node item = add(list, "li", "regola");
  link(add(item, "p", "titolo"), book, id);
  Sentence asked{{{say("Chiede insieme", "It asks all of this"), {}, {}, false, false}}, {}};
  for (const typed::Requirement& each : version.requirements) {
    asked.parts.push_back(
        say_condition(each.condition, Mood::asked, book.typed, version.in_force, say.language));
  }
  if (asked.parts.size() == 1) asked = Sentence(asked.parts.front());
  add_sentence(item, book, asked);

  std::string force =
      capitalized(say("in vigore ", "in force ")) + show_period(version.in_force, say.language);
  if (const std::size_t all = book.typed.rules[id].versions.size(); all > 1) {
    force += say(", la più recente di ", ", the latest of ") + std::to_string(all) +
             say(" versioni", " versions");
  }
  force += ".";
  if (book.typed.packs[version.pack].draft) {
    force += " " + std::string(draft_word(say.language)) +
             say(": non è ancora norma.", ": it is not law yet.");
  }
  add_text(item, "p", force, "nota");
  add_doubts(item, book, version, Confidence::ipotesi);
  add_doubts(item, book, version, Confidence::da_verificare);
}

void add_rules(Node main, const Book& book) {
  for (const CategoryId category : book.typed.categories.keys()) {
    std::vector<RuleId> rules;
    for (const RuleId id : book.typed.rules.keys()) {
      if (book.latest(id).category == category) rules.push_back(id);
    }
    if (rules.empty()) continue;
    const typed::Category& declared = book.typed.categories[category];
    Node section = add(main, "section", "parte");
    book.say.heading(section, 1,
                     plain(declared.title.empty() ? declared.name : declared.title) +
                         (declared.binding ? book.say(" (inderogabile)", " (binding)") : ""));
    Node list = add(section, "ul", "regole");
    for (const RuleId id : rules) add_rule(list, book, id);
  }
}

// What people plan by: each area with its rules, and its note where it has none.
void add_areas(Node main, const Book& book) {
  if (book.typed.areas.empty()) return;
  const Voice say = book.say;
  Node section = part(main, book, say("Area per area", "Area by area"));
  for (const AreaId id : book.typed.areas.keys()) {
    const typed::Area& area = book.typed.areas[id];
    const AreaMembers members = members_of(book.typed, id);
    add_own(section, book, "h3", area.title);
    for (const std::string& note : area.notes) add_own(section, book, "p", note, "nota");
    if (members.rules.empty()) {
      add_text(section, "p", no_rule_judges_it(say.language), "nota");
      continue;
    }
    Node list = add(section, "ul", "righe");
    for (const RuleId rule : members.rules) link(add(list, "li"), book, rule);
  }
}

void add_pack_notes(Node main, const Book& book) {
  std::vector<std::string> notes;
  for (const ast::File& file : book.program.files) {
    for (const ast::Quoted& note : file.notes) {
      if (std::find(notes.begin(), notes.end(), note.text) == notes.end()) {
        notes.push_back(note.text);
      }
    }
  }
  if (notes.empty()) return;
  Node box = add(main, "aside", "riquadro deroga");
  book.say.heading(
      box, 1, book.say("Che cosa dice di sé il pacchetto", "What the pack says of itself"), "t3");
  add_notes(box, book, notes);
}

void add_how_sure(Node main, const Book& book) {
  const Voice say = book.say;
  std::size_t counts[3] = {};
  for (const typed::Parameter& parameter : book.typed.parameters) {
    for (const typed::ParameterVersion& version : parameter.versions) {
      ++counts[static_cast<std::size_t>(version.confidence)];
    }
  }
  const std::pair<Confidence, std::string> kMeanings[] = {
      {Confidence::verificato, say("letti nella fonte", "read in the source")},
      {Confidence::da_verificare,
       say("noti, non ancora riscontrati sul testo", "known, not yet checked against the text")},
      {Confidence::ipotesi,
       say("scelte di modello: nessuna norma le dà", "modelling choices: no law gives them")}};
  Node section = add(main, "section", "parte");
  say.heading(section, 1, say("Quanto sono certi i numeri", "How sure the numbers are"));
  Node list = add(section, "ul", "righe");
  for (const auto& [confidence, meaning] : kMeanings) {
    Node item = add(list, "li");
    add_text(item, "strong", std::to_string(counts[static_cast<std::size_t>(confidence)]));
    text(item, " ");
    add_confidence(item, confidence, say);
    text(item, " " + meaning);
  }
  Node more = add(section, "p");
  link(more, kDoubts,
       say("Tutto ciò che resta da confermare", "All that is still to be confirmed"));
}

}  // namespace

DocPage start_page(const Book& book) {
  const Voice say = book.say;
  const std::string title = say("Le regole", "The rules");
  Page page(book, kStart, title);
  add_title(page.main, book, book.packs(), title,
            say("Ogni livello in parole, con la norma accanto; il nome porta alla sua pagina.",
                "Every level in words, with its law; the name leads to its page."));
  add_pack_notes(page.main, book);
  add_areas(page.main, book);
  add_rules(page.main, book);
  add_how_sure(page.main, book);

  std::vector<RuleId> linked;
  for (const RuleId id : book.typed.rules.keys()) {
    if (!book.before[id].empty() || !book.after[id].empty()) linked.push_back(id);
  }
  if (!linked.empty()) {
    Node section = add(page.main, "section", "parte");
    say.heading(section, 1, say("Che cosa viene prima", "What comes first"));
    add_text(
        section, "p",
        say("La freccia va dalla causa all'effetto: senza ciò che sta a sinistra, ciò che sta "
            "a destra non regge.",
            "The arrow leads from cause to effect: without what is on the left, what is on the "
            "right does not stand."),
        "nota");
    add_graph(section, book, linked, std::nullopt);
  }
  Node files = add(page.main, "section", "parte");
  say.heading(files, 1, say("Da quali file", "From which files"));
  add_rules_used(files, book.rulebook, say);
  return page.finish();
}

}  // namespace leps::lawbook
