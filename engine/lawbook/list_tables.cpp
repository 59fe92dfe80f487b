// What stands on the page of data beside single data: lists with their fields, groups of Ambiti,
// and what the data are checked for.
#include "lawbook/list_tables.hpp"

#include "html/sources.hpp"
#include "lawbook/page.hpp"
#include "lawbook/tables.hpp"
#include "words/citation.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::lawbook {
namespace {

using namespace html;  // NOLINT: pages are made of its words

// Sentences that belong to no rule say the last value of their numbers.
Period always() { return {last_day_of(1900), std::nullopt}; }

}  // namespace

void add_lists(Node main, const Book& book) {
  if (book.typed.tables.empty()) return;
  const Voice say = book.say;
  Node section =
      part(main, book, say("Gli elenchi, una cosa per riga", "The lists, one thing a row"));
  for (const typed::Table& table : book.typed.tables) {
    Node list = add(section, "section", "elenco");
    attribute(list, "id", slug(table.name));
    say.heading(list, 2, plain(table.title.empty() ? table.name : table.title));
    Node meta = add(list, "p", "meta");
    add_text(meta, "code", plain(table.name));
    if (!table.held_by.empty()) {
      text(meta, say(" · lo ha: ", " · held by: ") + plain(table.held_by));
    }
    if (table.key) {
      text(meta, say(" · una riga è nominata dal campo ", " · a row is named by the field "));
      add_text(meta, "code", plain(book.typed.data[table.fields[*table.key]].field()));
    }
    add_data_table(list, book, table.fields, true);
    add_notes(list, book, table.notes);
  }
}

void add_groups(Node main, const Book& book) {
  if (book.typed.groups.empty()) return;
  const Voice say = book.say;
  Node section = part(main, book, say("I gruppi di Ambiti", "The groups of Ambiti"));
  add_text(section, "p",
           say("Un Ambito che non dichiara un gruppo di un tipo è un gruppo da solo.",
               "An Ambito that declares no group of a kind is alone in it."),
           "nota");
  Node list = add(section, "ul", "righe");
  for (const typed::Group& group : book.typed.groups) {
    Node item = add(list, "li");
    if (!group.title.empty()) {
      add_own(item, book, "span", group.title);
      text(item, " ");
    }
    add_text(item, "code", plain(group.name), "sigla");
    for (const std::string& note : group.notes) add_own(item, book, "span", note, "da");
  }
}

void add_checks(Node main, const Book& book) {
  if (book.typed.checks.empty()) return;
  const Voice say = book.say;
  Node section = part(main, book, say("I controlli sui dati", "The checks of the data"));
  add_text(section, "p",
           say("Guardano i dati prima di ogni verdetto; non li correggono mai.",
               "They look at the data before any verdict; they never correct them."),
           "nota");
  for (const typed::Check& check : book.typed.checks) {
    Node one = add(section, "section", "controllo");
    say.heading(one, 2, plain(check.title.empty() ? check.name : check.title));
    add_sentence(one, book,
                 say_condition(check.condition, Mood::supposed, book.typed, always(), say.language),
                 check.error ? say("È un errore, se non è così: ", "It is an error unless: ")
                             : say("È un avviso, se non è così: ", "It is a warning unless: "));
    if (check.applies_if) {
      add_sentence(
          one, book,
          say_condition(*check.applies_if, Mood::supposed, book.typed, always(), say.language),
          say("Solo se ", "Only if "));
    }
    html::add_sources(one, cite(check.sources, book.typed));
    add_notes(one, book, check.notes);
  }
}

}  // namespace leps::lawbook
