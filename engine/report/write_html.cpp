// One page that can be mailed: no script, no outside resource, everything open. What a user wrote
// is only ever text of the tree.
#include "report/write_html.hpp"

#include "explain/totals.hpp"
#include "html/rules_used.hpp"
#include "report/html_areas.hpp"
#include "report/html_assembly.hpp"
#include "report/html_card.hpp"
#include "report/html_first_page.hpp"
#include "report/html_method.hpp"
#include "report/html_page.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::inline reports {
namespace {

using namespace pages;  // NOLINT: this page is made of its words

constexpr Verdict kCounted[] = {Verdict::soddisfatto, Verdict::parziale, Verdict::non_soddisfatto,
                                Verdict::non_valutabile};

std::string title_of(const std::vector<AmbitoPage>& pages, Voice say) {
  const std::string subject =
      say("Livelli essenziali delle prestazioni sociali", "Essential levels of social services");
  if (pages.size() != 1) return subject;
  return pages[0].name + ", " + std::to_string(pages[0].facts->year) + " · " + subject;
}

void add_totals(Node parent, const Report& report, Voice say) {
  std::string scope;
  Node list;
  for (const Total& total : totals_of_many(report)) {
    if (total.amount.hi.is_zero()) continue;
    if (const std::string own = total_scope(total, say.language); own != scope) {
      say.heading(parent, 1, say("In tutto, ", "In all, ") + own, "capo-totali");
      list = add(parent, "ul", "righe");
      scope = own;
    }
    add_text(list, "li", capitalized(total_sentence(total, report.rulebook->typed, say.language)));
  }
  if (!scope.empty()) add_text(parent, "p", totals_proviso(say.language), "nota");
}

// The first of each Ambito and year, and how many more its page has.
void add_doubts(Node section, const std::vector<AmbitoPage>& pages, Voice say) {
  Node list;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].doubts.empty()) continue;
    if (!list) {
      Node box = add(section, "div", "avviso insolito");
      attribute(box, "role", "note");
      Node paragraph = add(box, "p");
      add_text(paragraph, "strong", say("DATI INSOLITI.", "ODD DATA."));
      text(paragraph, say(" I verdetti che vi poggiano sono da verificare, prima di usarli.",
                          " The verdicts that rest on them are to be verified before use."));
      list = add(box, "ul", "righe");
    }
    link_in(add(list, "li"), ambito_id(i), first_doubt_sentence(pages[i], say.language));
  }
}

// A shape and a number for each verdict that some rule of the category has.
void add_counts(Node cell, const CategoryCounts& category, Voice say) {
  Node list = add(cell, "ul", "contati");
  for (const Verdict verdict : kCounted) {
    if (category.of(verdict) == 0) continue;
    Node item = add(list, "li", verdict_class(verdict).c_str());
    const std::string words = std::to_string(category.of(verdict)) + " " +
                              std::string(verdict_word(verdict, say.language));
    attribute(item, "title", words);
    verdict_shape(item, verdict);
    add_text(item, "span", words.substr(0, words.find(' ')));
    add_text(item, "span", words.substr(words.find(' ')), "nascosta");
  }
}

void add_overview(Node parent, const Report& report, const std::vector<AmbitoPage>& pages,
                  Voice say) {
  Node section = add(parent, "section", "quadro-pagina");
  say.heading(section, 0, say("Quadro d'insieme", "Overview"), "t1");
  add_text(section, "p",
           say("Per ogni Ambito e anno, quanti livelli; il nome porta alla sua pagina.",
               "For each Ambito and year, how many levels; the name leads to its page."),
           "sotto");
  add(section, "p");
  add_doubts(section, pages, say);
  Node table = add(add(section, "div", "scorre"), "table", "quadro");
  Node head = add(add(table, "thead"), "tr");
  const auto column = [&](const std::string& title, const char* css_class = nullptr) {
    Node cell = add(head, "th", css_class);
    attribute(cell, "scope", "col");
    text(cell, title);
    return cell;
  };
  column("Ambito", "quale");
  column(say("Anno", "Year"));
  for (const CategoryCounts& category : pages.front().categories) {
    column(category.title.empty() ? category.name : category.title);
  }
  column(say("Dubbi", "Doubts"), "n");
  column(say("Da fare per primo", "To do first"));

  Node rows = add(table, "tbody");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const AmbitoPage& page = pages[i];
    Node row = add(rows, "tr");
    Node name = add(row, "th");
    attribute(name, "scope", "row");
    link_in(name, ambito_id(i), page.name);
    text(name, " ");
    add_labels(name, *page.facts, say);
    add_text(row, "td", std::to_string(page.facts->year));
    for (const CategoryCounts& category : page.categories)
      add_counts(add(row, "td"), category, say);
    Node doubts = add(row, "td", "n");
    if (!page.doubts.empty()) {
      add_text(doubts, "span", std::to_string(page.doubts.size()), "etichetta insolito");
    }
    if (page.ranked.empty()) {
      add_text(row, "td", "–");
      continue;
    }
    const Explanation& begin = page.rules[page.ranked.front()];
    add_marks(add_text(row, "td", begin.title), begin.draft, begin.doubts, say);
  }
  add_totals(section, report, say);
}

void add_banner_if_synthetic(Node header, const std::vector<AmbitoPage>& pages, Voice say) {
  std::size_t synthetic = 0;
  for (const AmbitoPage& page : pages) synthetic += page.facts->synthetic ? 1U : 0U;
  if (synthetic == 0) return;
  Node box = add(header, "div", "avviso");
  attribute(box, "role", "note");
  Node paragraph = add(box, "p");
  add_text(paragraph, "strong", say("DATI SINTETICI.", "SYNTHETIC DATA."));
  text(paragraph,
       " " + (synthetic == pages.size()
                  ? say("Tutti i dati di questo rapporto sono inventati.",
                        "All the data of this report are invented.")
                  : say("Una parte dei dati di questo rapporto è inventata: è segnato dove.",
                        "Some of the data of this report are invented: it says where.")));
}

}  // namespace

std::string write_html(const Report& report, WriteOptions options) {
  const Voice say{options.language};
  const Steps steps = options.details ? Steps::open : Steps::folded;
  std::vector<AmbitoPage> pages;
  for (const Assessment& assessment : report.assessments) {
    pages.push_back(make_page(report, assessment, options.language, Naming::titles));
  }

  pugi::xml_document document;
  const std::string title = title_of(pages, say);
  Node root = add(document, "html");
  attribute(root, "lang", say("it", "en"));
  add_head(root, title, "leps",
           say("Quali livelli sono raggiunti, quanto manca agli altri, che cosa fare per primo.",
               "Which levels are met, how far the others are, what to do first."),
           style_sheet());
  Node body = add(root, "body", options.edition == Edition::assembly ? "assemblea" : nullptr);
  Node skip = add_text(body, "a", say("Vai al contenuto", "Skip to content"), "salta");
  attribute(skip, "href", "#contenuto");
  shape_definitions(body);

  if (pages.size() != 1) {
    Node header = add(body, "header", "testata");
    add_text(header, "h1", title);
    add_banner_if_synthetic(header, pages, say);
  }
  Node main = add(body, "main");
  attribute(main, "id", "contenuto");
  const bool assembly = options.edition == Edition::assembly;
  if (pages.size() > 1 && !assembly) add_overview(main, report, pages, say);
  if (pages.empty()) add_text(main, "p", say("Nessun Ambito da valutare.", "No Ambito to judge."));
  for (std::size_t i = 0; i < pages.size(); ++i) {
    Node article = add(main, "article", "ambito");
    attribute(article, "id", ambito_id(i));
    add_first_page(article, pages[i], i, options.edition, say);
    if (options.edition == Edition::assembly) {
      add_level_by_level(article, pages[i], say);
      continue;
    }
    add_areas(article, pages[i], i, steps, say);
    add_cards(article, pages[i], i, steps, say);
    add_amounts(article, pages[i], steps, say);
  }
  if (!assembly) add_method(main, report, say);
  Node footer = add(body, "footer", "piede");
  add_text(
      footer, "p",
      say("Non è un parere legale: ogni numero porta la fonte da cui viene e quanto è certo.",
          "This is not legal advice: every number says where it comes from and how sure it is."));
  add_text(body, "p", rules_in_short(*report.rulebook, say), "piede-carta");
  return serialize(document);
}

}  // namespace leps::inline reports
