// The page of a rule: what it asks in plain words and exactly as written, since when and by which
// source, with every number through time, every datum and who holds it, and its examples.
#include "lawbook/rule_page.hpp"

#include "check/walk.hpp"
#include "html/sources.hpp"
#include "lawbook/graph.hpp"
#include "lawbook/page.hpp"
#include "lawbook/tables.hpp"
#include "provenance/derivation.hpp"
#include "syntax/print_expression.hpp"
#include "words/citation.hpp"
#include "words/format.hpp"
#include "words/formula.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::lawbook {
namespace {

using namespace html;  // NOLINT: pages are made of its words
using typed::ExprId;

class RulePage {
 public:
  RulePage(const Book& book, RuleId id)
      : book_(book), typed_(book.typed), say_(book.say), id_(id), rule_(book.typed.rules[id]) {}

  void operator()(Node main) {
    const typed::RuleVersion& latest = rule_.versions.back();
    const typed::Category& category = typed_.categories[latest.category];
    add_title(main, book_,
              plain(category.title.empty() ? category.name : category.title) +
                  (category.binding ? say_(" (inderogabile)", " (binding)") : ""),
              latest.title);
    Node meta = add(main, "p", "meta");
    add_text(meta, "code", plain(rule_.name));
    text(meta, " · " + book_.pack(latest.pack));
    if (rule_.versions.size() == 1) {
      version(main, latest, 1);
    } else {
      history(main);
      for (auto each = rule_.versions.rbegin(); each != rule_.versions.rend(); ++each) {
        Node section = add(main, "section", "versione");
        say_.heading(section, 1,
                     capitalized(say_("In vigore ", "In force ") +
                                 show_period(each->in_force, say_.language)));
        version(section, *each, 2);
      }
    }
    around(main);
    examples(main);
  }

 private:
  Node part(Node parent, int depth, const std::string& title) {
    return lawbook::part(parent, book_, title, depth);
  }

  void history(Node main) {
    Node section = part(main, 1, say_("Le sue versioni", "Its versions"));
    Node rows = add(add_table(section, {say_("In vigore", "In force"), say_("Titolo", "Title"),
                                        say_("Pacchetto", "Pack"), say_("Fonti", "Sources")}),
                    "tbody");
    for (const typed::RuleVersion& version : rule_.versions) {
      Node row = add(rows, "tr");
      add_text(row, "td", show_period(version.in_force, say_.language));
      add_own(row, book_, "td", version.title);
      add_text(row, "td", book_.pack(version.pack));
      add_source_links(add(row, "td"), book_, sources_of(version));
    }
  }

  void version(Node parent, const typed::RuleVersion& version, int depth) {
    when_ = version.in_force;
    in_force(parent, version);
    if (version.applies_if) {
      Node section = part(parent, depth, say_("Quando si applica", "When it applies"));
      supposed(section, *version.applies_if, say_("Si applica se ", "It applies if "),
               version.applies_confidence);
    }
    Node asked = part(parent, depth, say_("Che cosa chiede", "What it asks"));
    if (version.requirements.size() > 1) {
      add_text(asked, "p",
               say_("È soddisfatta se lo è ogni requisito che si applica.",
                    "It is met if every requirement that applies is met."),
               "nota");
    }
    for (const typed::Requirement& each : version.requirements) {
      requirement(asked, each, version.requirements.size() > 1, depth + 1);
    }
    if (version.partial_if) {
      Node section = part(parent, depth, say_("Quando è parziale", "When it is partial"));
      supposed(
          section, *version.partial_if,
          say_("Se non è soddisfatta, è parziale se ", "Where it is not met, it is partial if "),
          version.partial_confidence);
    }
    priorities(parent, version, depth);
    rests(parent, version, depth);
    Node sources = part(parent, depth, say_("Dove sta scritto", "Where it is written"));
    html::add_sources(sources, cite(sources_of(version), typed_));
    if (!version.notes.empty()) {
      add_notes(part(parent, depth, say_("Note", "Notes")), book_, version.notes);
    }
    if (const std::string written = book_.as_written(version); !written.empty()) {
      Node code = part(parent, depth, say_("La regola com'è scritta", "The rule as written"));
      add_code(code, written);
      for (const std::string& change : changes_as_written(version)) add_code(code, change);
    }
  }

  /// What later packs changed of a version, and what they ended.
  [[nodiscard]] std::vector<typed::Amendment> changes_of(const typed::RuleVersion& version) const {
    std::vector<typed::Amendment> all;
    if (version.titled) all.push_back(*version.titled);
    for (const typed::Requirement& each : version.requirements) {
      all.insert(all.end(), each.amendments.begin(), each.amendments.end());
    }
    for (const typed::Ending& ending : rule_.endings) {
      if (counts(ending, version)) all.push_back(ending.by);
    }
    return all;
  }

  // Of the acts that changed it, too: each once.
  [[nodiscard]] std::vector<SourceOfLawId> sources_of(const typed::RuleVersion& version) const {
    std::vector<SourceOfLawId> all = version.sources;
    for (const typed::Amendment& by : changes_of(version)) {
      for (const SourceOfLawId source : by.sources) {
        if (std::find(all.begin(), all.end(), source) == all.end()) all.push_back(source);
      }
    }
    return all;
  }

  // Each once: a `modifica regola` may add several requirements, and give the rule its title.
  [[nodiscard]] std::vector<std::string> changes_as_written(
      const typed::RuleVersion& version) const {
    std::vector<std::string> written;
    for (const typed::Amendment& by : changes_of(version)) {
      std::string text = book_.as_written(by);
      if (std::find(written.begin(), written.end(), text) == written.end()) {
        written.push_back(std::move(text));
      }
    }
    return written;
  }

  // The end of the rule is that of its last version; a requirement is none of those after its end.
  [[nodiscard]] bool counts(const typed::Ending& ending, const typed::RuleVersion& version) const {
    if (ending.requirement) return ending.day <= version.in_force.from;
    return version.in_force.to && *version.in_force.to < ending.day &&
           *version.in_force.to >= ending.day - std::chrono::days{1};
  }

  void in_force(Node parent, const typed::RuleVersion& version) {
    Node line = add(parent, "p", "vigore");
    text(line, say_("In vigore ", "In force ") + show_period(version.in_force, say_.language));
    if (!version.in_force.to) text(line, say_(", senza una fine fissata", ", with no end set"));
    if (version.in_force_confidence) {
      text(line, " ");
      add_confidence(line, *version.in_force_confidence, say_);
    }
    if (version.titled) {
      changed(parent, say_("Il titolo è del pacchetto ", "The title is of the package "),
              *version.titled);
    }
    for (const typed::Ending& ending : rule_.endings) {
      if (!counts(ending, version)) continue;
      const std::string day = show_day(ending.day, say_.language);
      changed(parent,
              ending.requirement
                  ? say_("Il requisito ", "The requirement ") + plain(*ending.requirement) +
                        say_(" cessa dal ", " ends from ") + day +
                        say_(", per il pacchetto ", ", by the package ")
                  : say_("Cessa dal ", "It ends from ") + day +
                        say_(", per il pacchetto ", ", by the package "),
              ending.by);
    }
  }

  void supposed(Node parent, ExprId condition, const std::string& before,
                std::optional<Confidence> confidence = std::nullopt) {
    add_sentence(parent, book_,
                 say_condition(condition, Mood::supposed, typed_, when_, say_.language), before);
    add_how_sure(parent, confidence, say_);
  }

  void requirement(Node parent, const typed::Requirement& requirement, bool named, int depth) {
    Node section = add(parent, "section", "requisito");
    if (named || !requirement.title.empty()) {
      std::string title = plain(requirement.title);
      if (title.empty()) {
        title = plain(requirement.name);
        std::replace(title.begin(), title.end(), '_', ' ');
      }
      say_.heading(section, depth, capitalized(title));
    }
    add_sentence(section, book_,
                 say_condition(requirement.condition, Mood::asked, typed_, when_, say_.language));
    add_how_sure(section, requirement.confidence, say_);
    if (requirement.applies_if) {
      supposed(section, *requirement.applies_if,
               say_("Questo requisito si applica solo se ", "This requirement applies only if "),
               requirement.applies_confidence);
    }
    if (requirement.tolerated) {
      add_text(section, "p",
               say_("Passa anche chi manca il livello di non più di ",
                    "It is met too where the level is missed by no more than ") +
                   show_exact(requirement.tolerance, {Unit(), true, false}, say_.language) +
                   say_(": il risultato dice «entro la tolleranza».",
                        ": the result says “within tolerance”."),
               "nota");
    }
    for (const typed::Lever& each : requirement.levers) lever(section, each);
    Node formula = add(section, "p", "formula");
    text(formula, say_("Formula: ", "Formula: "));
    add_text(formula, "code", leps::formula(requirement.condition, typed_, say_.language));
    for (const typed::Amendment& by : requirement.amendments) amendment(section, requirement, by);
  }

  /// @param what  «Modificato dal pacchetto »
  void changed(Node parent, const std::string& what, const typed::Amendment& by) {
    Node line = add(parent, "p", "modifica");
    text(line, what + plain(typed_.packs[by.pack].name) + say_(", secondo ", ", according to "));
    add_source_links(line, book_, by.sources);
    if (by.confidence) {
      text(line, " ");
      add_confidence(line, *by.confidence, say_);
    }
    for (const std::string& note : by.notes) add_own(parent, book_, "p", note, "da");
  }

  // Who changed the requirement, by which act, and what stood before.
  void amendment(Node section, const typed::Requirement& requirement, const typed::Amendment& by) {
    if (by.change == typed::Amendment::Change::added) {
      changed(section, say_("Aggiunto dal pacchetto ", "Added by the package "), by);
      return;
    }
    changed(section, say_("Modificato dal pacchetto ", "Amended by the package "), by);
    if (rule_.layers.empty()) return;
    for (const typed::RuleVersion& version : rule_.layers.front().versions) {
      if (!version.in_force.overlaps(when_)) continue;
      for (const typed::Requirement& base : version.requirements) {
        if (base.name != requirement.name) continue;
        Node before = add(section, "p", "formula");
        text(before, say_("Il testo di base, in ", "The text at the base, in ") +
                         plain(typed_.packs[version.pack].name) + ": ");
        add_text(before, "code", leps::formula(base.condition, typed_, say_.language));
      }
    }
  }

  void lever(Node section, const typed::Lever& lever) {
    const typed::Datum& datum = typed_.data[lever.datum];
    Node line = add(section, "p", "leva");
    text(line, datum.field_of ? say_("La lacuna si colma, riga per riga, con ",
                                     "The gap is closed, row by row, by ")
                              : say_("La lacuna si colma con ", "The gap is closed by "));
    add_phrases(
        line, book_,
        {{plain(datum.title.empty() ? datum.name : datum.title), lever.datum, {}, false, false}});
    switch (lever.rounding) {
      case typed::Rounding::none:
        break;
      case typed::Rounding::whole_units:
        text(line, say_(", a unità intere", ", in whole units"));
        break;
      case typed::Rounding::steps:
        text(line, say_(", a passi di ", ", in steps of ") +
                       show_exact(lever.step, measure_of(datum.type), say_.language));
        break;
    }
    if (lever.cost) {
      text(line, say_("; costo per unità: ", "; cost of a unit: "));
      add_phrases(line, book_, say_amount(*lever.cost, typed_, when_, say_.language));
    }
    if (lever.net_of) {
      text(line, say_(", al netto di ", ", net of "));
      add_phrases(line, book_, say_amount(*lever.net_of, typed_, when_, say_.language));
    }
    text(line, ".");
  }

  void priorities(Node parent, const typed::RuleVersion& version, int depth) {
    if (!version.beneficiaries && !version.deadline && !version.score) return;
    Node section =
        part(parent, depth, say_("Che cosa pesa nelle priorità", "What weighs in priorities"));
    Node list = add(section, "ul", "righe");
    if (version.beneficiaries) {
      Node item = add(list, "li");
      text(item, say_("Chi ne beneficia: ", "Who benefits: "));
      add_phrases(item, book_, say_amount(*version.beneficiaries, typed_, when_, say_.language));
    }
    if (version.deadline) {
      add_text(list, "li",
               say_("Scadenza: ", "Deadline: ") + print_day(*version.deadline, say_.language));
    }
    if (version.score) {
      add_text(list, "li",
               say_("Punteggio: ", "Score: ") + show_exact(*version.score, {}, say_.language));
    }
  }

  void rests(Node parent, const typed::RuleVersion& version, int depth) {
    const Derivation found = derive(typed_, roots_of(version));
    if (!found.parameters.empty()) {
      add_values(part(parent, depth, say_("I numeri, nel tempo", "The numbers, through time")),
                 book_, found.parameters, false);
    }
    if (!found.data.empty()) {
      add_data_table(part(parent, depth, say_("I dati che chiede", "The data it asks for")), book_,
                     found.data, false);
    }
    if (found.amounts.empty()) return;
    Node section = part(parent, depth, say_("I calcoli che usa", "The amounts it uses"));
    Node list = add(section, "ul", "righe");
    for (const ComputedId id : found.amounts) {
      const typed::Computed& computed = typed_.computed[id];
      Node item = add(list, "li");
      attribute(add_own(item, book_, "a", computed.title.empty() ? computed.name : computed.title),
                "href", address(book_, id));
      text(item, " = ");
      add_phrases(item, book_, say_amount(computed.value, typed_, when_, say_.language));
      if (computed.confidence) {
        text(item, " · ");
        add_confidence(item, *computed.confidence, say_);
      }
    }
  }

  // What it comes after and what comes after it, through any number of steps.
  void around(Node main) {
    std::vector<RuleId> later;
    const auto& prerequisites = book_.rulebook.prerequisites;
    for (const RuleId other : typed_.rules.keys()) {
      const std::vector<RuleId>& before = prerequisites[other];
      if (std::find(before.begin(), before.end(), id_) != before.end()) later.push_back(other);
    }
    const std::vector<RuleId>& earlier = prerequisites[id_];
    Node section =
        part(main, 1, say_("Che cosa viene prima e dopo", "What comes before and after"));
    Node list = add(section, "ul", "righe");
    Node before = add(list, "li");
    text(before, say_("Viene dopo: ", "It comes after: "));
    if (earlier.empty()) text(before, say_("nessun'altra regola", "no other rule"));
    link_all(before, book_, earlier);
    const std::optional<Confidence> sure = rule_.versions.back().after_confidence;
    if (sure && !earlier.empty()) {
      text(before, " ");
      add_confidence(before, *sure, say_);
    }
    Node after = add(list, "li");
    text(after, say_("Vengono dopo di lei: ", "After it come: "));
    if (later.empty()) text(after, say_("nessun'altra regola", "no other rule"));
    link_all(after, book_, later);

    std::vector<RuleId> drawn = earlier;
    drawn.insert(drawn.end(), later.begin(), later.end());
    drawn.push_back(id_);
    add_graph(section, book_, drawn, id_);
  }

  void examples(Node main) {
    std::vector<ExampleId> found;
    for (const ExampleId id : typed_.examples.keys()) {
      const auto& all = typed_.examples[id].expectations;
      const bool about = std::any_of(all.begin(), all.end(), [&](const typed::Expectation& each) {
        const auto* outcome = std::get_if<typed::ExpectedOutcome>(&each.what);
        return outcome && outcome->rule == id_;
      });
      if (about) found.push_back(id);
    }
    Node section = part(main, 1, say_("Esempi", "Examples"));
    if (found.empty()) {
      add_text(section, "p", say_("Nessun esempio la prova.", "No example tests it."), "nota");
    }
    for (const ExampleId id : found) add_example(section, book_, id, 2, false);
  }

  const Book& book_;
  const Typed& typed_;
  Voice say_;
  RuleId id_;
  const typed::Rule& rule_;
  Period when_;  // of the version being shown
};

}  // namespace

DocPage rule_page(const Book& book, RuleId id) {
  Page page(book, page_of(book, id), book.title(id));
  RulePage(book, id)(page.main);
  return page.finish();
}

}  // namespace leps::lawbook
