// The pages that list one kind of thing: data by holder, numbers, amounts, sources, orderings,
// examples, and all that is still to be confirmed.
#include "lawbook/list_pages.hpp"

#include "html/sources.hpp"
#include "lawbook/list_tables.hpp"
#include "lawbook/page.hpp"
#include "lawbook/tables.hpp"
#include "words/citation.hpp"
#include "words/datum_words.hpp"
#include "words/format.hpp"
#include "words/formula.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::lawbook {
namespace {

using namespace html;  // NOLINT: pages are made of its words

void none(Node main, const Book& book) { add_text(main, "p", book.say("Nessuno.", "None.")); }

// All the days: sentences that belong to no rule say the last value of their numbers.
Period any_day(const Typed& typed, const typed::Computed& computed) {
  Period when{last_day_of(1900), std::nullopt};
  for (const ParameterId id : computed.parameters) {
    when.from = std::max(when.from, typed.parameters[id].versions.back().period.from);
  }
  return when;
}

void add_doubtful_numbers(Node main, const Book& book, Confidence confidence,
                          const std::string& title) {
  struct Row {
    ParameterId parameter;
    const typed::ParameterVersion* version;
  };
  std::vector<Row> rows;
  for (const ParameterId id : book.typed.parameters.keys()) {
    for (const typed::ParameterVersion& version : book.typed.parameters[id].versions) {
      if (version.confidence == confidence) rows.push_back({id, &version});
    }
  }
  std::vector<std::pair<RuleId, std::string>> clauses;
  for (const RuleId id : book.typed.rules.keys()) {
    // Once, though versions of a rule repeat what stands in them all.
    const auto doubt = [&](std::optional<Confidence> sure, const std::string& what) {
      const std::pair clause{id, what};
      const bool said = std::find(clauses.begin(), clauses.end(), clause) != clauses.end();
      if (sure == confidence && !said) clauses.push_back(clause);
    };
    const auto doubt_change = [&](const typed::Amendment& by, const std::string& what) {
      doubt(by.confidence, what + book.say(", per il pacchetto ", ", by the package ") +
                               plain(book.typed.packs[by.pack].name));
    };
    for (const typed::Ending& ending : book.typed.rules[id].endings) {
      doubt_change(ending.by, (ending.requirement ? book.say("il requisito ", "the requirement ") +
                                                        plain(*ending.requirement) + " "
                                                  : std::string()) +
                                  book.say("cessa dal ", "ends from ") +
                                  show_day(ending.day, book.say.language));
    }
    for (const typed::RuleVersion& version : book.typed.rules[id].versions) {
      for (const typed::Requirement& requirement : version.requirements) {
        for (const typed::Amendment& by : requirement.amendments) {
          doubt_change(by, book.say("il requisito ", "the requirement ") + plain(requirement.name));
        }
      }
      doubt(version.applies_confidence, book.say("a chi si applica", "to whom it applies"));
      for (const typed::Requirement& requirement : version.requirements) {
        const std::string name = plain(requirement.name);
        doubt(requirement.applies_confidence,
              book.say("quando si applica il requisito ", "when it applies: the requirement ") +
                  name);
        doubt(
            requirement.confidence,
            book.say("che cosa chiede il requisito ", "what is asked by the requirement ") + name);
      }
      doubt(version.in_force_confidence,
            book.say("in vigore ", "in force ") + show_period(version.in_force, book.say.language));
      doubt(version.partial_confidence, book.say("la soglia intermedia", "the partial threshold"));
      doubt(version.after_confidence, book.say("ciò che le viene prima", "what comes before it"));
    }
  }
  Node section = part(main, book, title);
  std::vector<ComputedId> formulas;
  for (const ComputedId id : book.typed.computed.keys()) {
    if (book.typed.computed[id].confidence == confidence) formulas.push_back(id);
  }
  if (rows.empty() && clauses.empty() && formulas.empty()) return none(section, book);

  const Voice say = book.say;
  if (!rows.empty()) {
    Node body = add(add_table(section, {say("Numero", "Number"), say("Valore", "Value"),
                                        say("Vale", "Holds"), say("Da dove viene", "Source")}),
                    "tbody");
    for (const auto& [id, version] : rows) {
      const typed::Parameter& parameter = book.typed.parameters[id];
      Node row = add(body, "tr");
      Node name = add(row, "th");
      attribute(name, "scope", "row");
      attribute(
          add_own(name, book, "a", parameter.title.empty() ? parameter.name : parameter.title),
          "href", address(book, id));
      add_text(row, "td", show_literal(plain(version->text), say.language), "valore");
      add_text(row, "td", show_period(version->period, say.language));
      Node from = add(row, "td");
      add_source_links(from, book, version->sources);
      for (const std::string& note : version->notes) add_own(from, book, "span", note, "da");
    }
  }
  if (clauses.empty() && formulas.empty()) return;
  Node list = add(section, "ul", "righe");
  for (const auto& [id, what] : clauses) {
    Node item = add(list, "li");
    link(item, book, id);
    text(item, ": " + what);
  }
  for (const ComputedId id : formulas) {
    const typed::Computed& computed = book.typed.computed[id];
    Node item = add(list, "li");
    link(item, address(book, id), plain(computed.title.empty() ? computed.name : computed.title));
    text(item, computed.stands_for ? say(": come si ricava dove nessuno lo dà",
                                         ": how it is worked out where nobody "
                                         "gives it")
                                   : say(": come si calcola", ": how it is computed"));
  }
}

}  // namespace

DocPage data_page(const Book& book) {
  const Voice say = book.say;
  const std::string title = say("I dati e chi li ha", "The data and who holds them");
  Page page(book, kData, title);
  add_title(page.main, book, book.packs(), title,
            say("Tutto ciò che si chiede a un Ambito, raccolto per chi lo detiene.",
                "All that an Ambito is asked for, by who holds it."));
  std::vector<std::pair<std::string, std::vector<DatumId>>> holders;  // in order of first mention
  for (const DatumId id : book.typed.data.keys()) {
    const typed::Datum& datum = book.typed.data[id];
    if (datum.field_of || std::holds_alternative<RowsOf>(datum.type)) continue;  // below, as rows
    const std::string& holder = datum.held_by;
    auto found = std::find_if(holders.begin(), holders.end(),
                              [&](const auto& each) { return each.first == holder; });
    if (found == holders.end()) found = holders.insert(holders.end(), {holder, {}});
    found->second.push_back(id);
  }
  for (const auto& [holder, data] : holders) {
    Node section = part(
        page.main, book,
        holder.empty() ? say("Chi li detiene non è indicato", "Holder not said") : plain(holder));
    add_data_table(section, book, data, true);
  }
  if (holders.empty() && book.typed.tables.empty()) none(page.main, book);
  add_lists(page.main, book);
  add_groups(page.main, book);
  add_checks(page.main, book);
  return page.finish();
}

DocPage numbers_page(const Book& book) {
  const Voice say = book.say;
  const std::string title = say("I numeri, nel tempo", "The numbers, through time");
  Page page(book, kNumbers, title);
  add_title(page.main, book, book.packs(), title,
            say("Ogni parametro con tutti i suoi valori, da quando a quando valgono e perché.",
                "Every parameter with all its values, from when to when they hold, and why."));
  if (book.typed.parameters.empty()) {
    none(page.main, book);
  } else {
    add_values(page.main, book, book.typed.parameters.keys(), true);
  }
  return page.finish();
}

DocPage amounts_page(const Book& book) {
  const Voice say = book.say;
  const std::string title = say("I calcoli", "The computed amounts");
  Page page(book, kAmounts, title);
  add_title(page.main, book, book.packs(), title,
            say("Le quantità che le regole ricavano dai dati.",
                "The amounts that the rules work out from the data."));
  if (book.typed.computed.empty()) none(page.main, book);
  for (const ComputedId id : book.typed.computed.keys()) {
    const typed::Computed& computed = book.typed.computed[id];
    std::string heading = plain(computed.title.empty() ? computed.name : computed.title);
    if (computed.stands_for) {
      const typed::Datum& datum = book.typed.data[*computed.stands_for];
      heading = plain(datum.title.empty() ? datum.name : datum.title) +
                say(", dove nessuno lo dà", ", where nobody gives it");
    }
    Node section = part(page.main, book, heading);
    attribute(section, "id", slug(computed.name));
    Node meta = add(section, "p", "meta");
    add_text(meta, "code", plain(computed.name));
    text(meta, " · " + type_words(computed.type, book.typed, say.language));
    Node paragraph = add(section, "p", "chiede");
    text(paragraph, "= ");
    add_phrases(
        paragraph, book,
        say_amount(computed.value, book.typed, any_day(book.typed, computed), say.language));
    add_how_sure(section, computed.confidence, say);
    Node formula = add(section, "p", "formula");
    text(formula, say("Formula: ", "Formula: "));
    add_text(formula, "code", leps::formula(computed.value, book.typed, say.language));
    html::add_sources(section, cite(computed.sources, book.typed));
    add_notes(section, book, computed.notes);
  }
  return page.finish();
}

DocPage sources_page(const Book& book) {
  const Voice say = book.say;
  const std::string title = say("Le fonti", "The sources");
  Page page(book, kSources, title);
  add_title(
      page.main, book, book.packs(), title,
      say("Gli atti e le pagine da cui vengono regole e numeri; i collegamenti escono da qui.",
          "The acts and pages from which rules and numbers come; these links lead outside."));
  if (book.typed.sources.empty()) none(page.main, book);
  for (const SourceOfLawId id : book.typed.sources.keys()) {
    const typed::SourceOfLaw& source = book.typed.sources[id];
    Node section = part(page.main, book, plain(source.title.empty() ? source.name : source.title));
    attribute(section, "id", slug(source.name));
    const CitedSource cited = cite({id}, book.typed).front();
    Node list = add(section, "ul", "righe fonti");
    if (!cited.urn.empty()) {
      Node item = add(list, "li");
      cited.urn_link ? link_out(item, *cited.urn_link, cited.urn) : text(item, cited.urn);
    }
    if (!cited.url.empty()) {
      Node item = add(list, "li");
      cited.url_link ? link_out(item, *cited.url_link, cited.url, "indirizzo")
                     : text(item, cited.url);
    }
    Node uses = add(list, "li");
    const auto citing = book.cites.find(id);
    text(uses, say("Ci poggiano: ", "On it rest: "));
    if (citing == book.cites.end()) {
      text(uses, say("nessuna regola", "no rule"));
    } else {
      link_all(uses, book, citing->second);
    }
    add_notes(section, book, source.notes);
  }
  return page.finish();
}

DocPage orderings_page(const Book& book) {
  const Voice say = book.say;
  const std::string title = say("Gli ordini delle priorità", "The orderings of priorities");
  Page page(book, kOrderings, title);
  add_title(
      page.main, book, book.packs(), title,
      say("Conta il primo criterio che distingue due regole; dietro la categoria, o per primo "
          "dove non c'è, sta sempre se la regola è certamente non raggiunta; alla pari resta "
          "l'ordine dei pacchetti. Se nessuno si chiede, si usa il primo ordine.",
          "The first criterion that tells two rules apart counts; behind the category, or "
          "first where there is none, always stands whether the rule is certainly not met; "
          "what is on a par keeps the order of the packs. Where none is asked for, the first "
          "ordering is used."));
  struct Meaning {
    typed::Criterion criterion;
    std::string words;
  };
  const Meaning kMeanings[] = {
      {typed::Criterion::category, say("le categorie nell'ordine in cui il pacchetto le dichiara: ",
                                       "categories as the pack declares them: ")},
      {typed::Criterion::causes_first, say("davanti a ciò che è bloccato sta ciò che lo blocca",
                                           "what blocks something stands before it")},
      {typed::Criterion::relative_gap, say("la lacuna più grande in proporzione al livello, prima",
                                           "the widest gap in proportion to its level, first")},
      {typed::Criterion::cost, say("ciò che costa meno, prima", "what costs least, first")},
      {typed::Criterion::beneficiaries,
       say("ciò che riguarda più persone, prima", "what concerns most people, first")},
      {typed::Criterion::deadline, say("ciò che scade prima, prima", "what is due soonest, first")},
      {typed::Criterion::score,
       say("il punteggio che la regola dichiara", "the score that the rule declares")},
  };
  std::vector<std::string> categories;
  for (const typed::Category& category : book.typed.categories) {
    categories.push_back(plain(category.title.empty() ? category.name : category.title));
  }
  if (book.typed.orderings.empty()) none(page.main, book);
  for (const typed::Ordering& ordering : book.typed.orderings) {
    Node list = add(part(page.main, book, plain(ordering.name)), "ol", "criteri");
    for (const typed::Criterion criterion : ordering.criteria) {
      Node item = add(list, "li");
      add_text(item, "strong", capitalized(criterion_word(criterion, say.language)));
      for (const Meaning& meaning : kMeanings) {
        if (meaning.criterion == criterion) text(item, ": " + meaning.words);
      }
      if (criterion == typed::Criterion::category) {
        text(item, join_words(categories, say.language));
      }
      text(item, ".");
    }
  }
  return page.finish();
}

DocPage examples_page(const Book& book) {
  const Voice say = book.say;
  const std::string title = say("Gli esempi", "The examples");
  Page page(book, kExamples, title);
  add_title(
      page.main, book, book.packs(), title,
      say("Casi con il loro esito, scritti accanto alle regole e provati con 'leps test'. Ciò "
          "che un esempio non dice non si sa.",
          "Cases with their outcome, written beside the rules and run by 'leps test'. What an "
          "example does not say is not known."));
  if (book.typed.examples.empty()) none(page.main, book);
  for (const ExampleId id : book.typed.examples.keys()) {
    add_example(page.main, book, id, 1, true);
  }
  return page.finish();
}

DocPage doubts_page(const Book& book) {
  const Voice say = book.say;
  const std::string title = say("Che cosa resta da confermare", "What is still to be confirmed");
  Page page(book, kDoubts, title);
  add_title(page.main, book, book.packs(), title,
            say("Ciò che nessuna norma dà, e ciò che non è ancora stato riscontrato sul testo.",
                "What no law gives, and what was not yet checked against the text."));
  add_doubtful_numbers(page.main, book, Confidence::ipotesi,
                       say("Ipotesi: nessuna norma le dà", "Assumptions: no law gives them"));
  add_doubtful_numbers(
      page.main, book, Confidence::da_verificare,
      say("Da verificare sul testo della norma", "To be verified against the law"));
  return page.finish();
}

}  // namespace leps::lawbook
