// The frame of a page and the small things that stand in it.
#include "lawbook/page.hpp"

#include "lawbook/style.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::lawbook {
namespace {

using namespace html;  // NOLINT: pages are made of its words

constexpr std::string_view language_code(Language language) {
  return language == Language::italian ? "it" : "en";
}

const char* confidence_class(Confidence confidence) {
  switch (confidence) {
    case Confidence::verificato:
      return "fiducia verificato";
    case Confidence::da_verificare:
      return "fiducia da-verificare";
    case Confidence::ipotesi:
      return "fiducia ipotesi";
  }
  return "fiducia";
}

/// Shows what a phrase stands for.
struct Shower {
  Node parent;
  const Book& book;
  const Phrase& phrase;

  void operator()(std::monostate) const {
    if (phrase.formula) {
      text(parent, "«");
      add_text(parent, "code", phrase.text);
      text(parent, "»");
    } else if (phrase.number) {
      add_text(parent, "strong", phrase.text);
    } else {
      text(parent, phrase.text);
    }
  }
  void operator()(DatumId id) const { named(address(book, id)); }
  void operator()(ComputedId id) const { named(address(book, id)); }
  void operator()(ParameterId id) const {
    Node node = add_text(parent, "a", phrase.text, "numero");
    attribute(node, "href", address(book, id));
    if (!phrase.confidence) return;
    text(parent, " ");
    add_confidence(parent, *phrase.confidence, book.say);
  }
  void named(const std::string& to) const {
    attribute(add_own(parent, book, "a", phrase.text, "nome"), "href", to);
  }
};

void add_parts(Node parent, const Book& book, const Sentence& sentence) {
  if (sentence.parts.empty()) return;
  Node list = add(parent, "ul", "parti");
  for (const Sentence& part : sentence.parts) {
    Node item = add(list, "li");
    add_phrases(item, book, part.phrases);
    text(item, part.parts.empty() ? "." : ":");
    add_parts(item, book, part);
  }
}

}  // namespace

Page::Page(const Book& book, std::string name, const std::string& title)
    : book_(book), name_(std::move(name)) {
  Node root = add(document_, "html");
  attribute(root, "lang", language_code(book.say.language));
  add_head(root, title + " · " + book.packs(), kDocGenerator,
           book.say("Un pacchetto di regole in pagine, da controllare con la norma accanto.",
                    "A pack of rules as pages, to be checked with the law beside them."),
           style());
  body_ = add(root, "body");
  Node skip = add_text(body_, "a", book.say("Vai al contenuto", "Skip to content"), "salta");
  attribute(skip, "href", "#contenuto");
  shape_definitions(body_);
  add_navigation(body_);
  main = add(body_, "main");
  attribute(main, "id", "contenuto");
}

void Page::add_navigation(Node body) const {
  const Voice say = book_.say;
  const std::pair<const char*, std::string> kPages[] = {
      {kStart, say("Regole", "Rules")},       {kNumbers, say("Numeri", "Numbers")},
      {kData, say("Dati", "Data")},           {kAmounts, say("Calcoli", "Amounts")},
      {kSources, say("Fonti", "Sources")},    {kOrderings, say("Ordini", "Orderings")},
      {kExamples, say("Esempi", "Examples")}, {kDoubts, say("Da confermare", "To be confirmed")},
  };
  Node nav = add(body, "nav", "pagine");
  attribute(nav, "aria-label", say("Pagine", "Pages"));
  Node list = add(nav, "ul");
  for (const auto& [file, title] : kPages) {
    Node anchor = add_text(add(list, "li"), "a", title);
    attribute(anchor, "href", file);
    if (file == name_) attribute(anchor, "aria-current", "page");
  }
}

DocPage Page::finish() {
  Node footer = add(body_, "footer", "piede");
  add_text(footer, "p",
           book_.packs() + ". " +
               book_.say("Pagina scritta da 'leps doc' a partire dalle regole: per cambiarla si "
                         "cambiano quelle. Non è un parere legale.",
                         "Page written by 'leps doc' from the rules: to change it, change them. "
                         "This is not legal advice."));
  return {name_, serialize(document_)};
}

void add_title(Node main, const Book& book, const std::string& above, const std::string& title,
               const std::string& below) {
  Node header = add(main, "header", "capo-pagina");
  if (!above.empty()) add_text(header, "p", above, "occhiello");
  add_own(header, book, "h1", title);
  if (!below.empty()) add_text(header, "p", below, "sotto");
}

Node part(Node parent, const Book& book, const std::string& title, int depth) {
  Node section = add(parent, "section", "parte");
  book.say.heading(section, depth, title);
  return section;
}

Node add_own(Node parent, const Book& book, const char* tag, std::string_view text_there,
             const char* css_class) {
  Node node = add_text(parent, tag, plain(text_there), css_class);
  if (book.pack_language != book.say.language) {
    attribute(node, "lang", language_code(book.pack_language));
  }
  return node;
}

void link(Node parent, const std::string& to, std::string_view text_there) {
  attribute(add_text(parent, "a", text_there), "href", to);
}

void link(Node parent, const Book& book, RuleId id) {
  attribute(add_own(parent, book, "a", book.title(id)), "href", page_of(book, id));
}

void link_all(Node parent, const Book& book, const std::vector<RuleId>& rules) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (i > 0) text(parent, " · ");
    link(parent, book, rules[i]);
  }
}

void add_confidence(Node parent, Confidence confidence, Voice say) {
  add_text(parent, "span", confidence_word(confidence, say.language), confidence_class(confidence));
}

void add_how_sure(Node parent, std::optional<Confidence> confidence, Voice say) {
  if (!confidence) return;
  Node line = add(parent, "p", "nota");
  text(line, say("Quanto è certo: ", "How sure it is: "));
  add_confidence(line, *confidence, say);
}

void add_phrases(Node parent, const Book& book, const Phrases& phrases) {
  for (const Phrase& phrase : phrases) std::visit(Shower{parent, book, phrase}, phrase.subject);
}

void add_sentence(Node parent, const Book& book, const Sentence& sentence,
                  const std::string& before) {
  Node paragraph = add(parent, "p", "chiede");
  if (!before.empty()) text(paragraph, before);
  Phrases phrases = sentence.phrases;
  if (before.empty() && !phrases.empty() && !phrases[0].formula) {
    phrases[0].text = capitalized(phrases[0].text);
  }
  add_phrases(paragraph, book, phrases);
  text(paragraph, sentence.parts.empty() ? "." : ":");
  add_parts(parent, book, sentence);
}

void add_code(Node parent, std::string_view text_there) {
  // Word by word, since `plain` takes away the layout with what could act instead of being read.
  std::string safe;
  while (!text_there.empty()) {
    const std::size_t end = std::min(text_there.find_first_of(" \n"), text_there.size());
    safe += plain(text_there.substr(0, end));
    if (end < text_there.size()) safe += text_there[end];
    text_there.remove_prefix(std::min(end + 1, text_there.size()));
  }
  add_text(add(parent, "pre", "codice"), "code", safe);
}

void add_notes(Node parent, const Book& book, const std::vector<std::string>& notes) {
  if (notes.empty()) return;
  Node list = add(parent, "ul", "righe");
  for (const std::string& note : notes) add_own(list, book, "li", note);
}

void add_source_links(Node parent, const Book& book, const std::vector<SourceOfLawId>& ids) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i > 0) text(parent, " · ");
    const typed::SourceOfLaw& source = book.typed.sources[ids[i]];
    attribute(add_own(parent, book, "a", source.title.empty() ? source.name : source.title), "href",
              address(book, ids[i]));
  }
}

Node add_table(Node parent, const std::vector<std::string>& columns, std::string_view caption) {
  Node table = add(add(parent, "div", "scorre"), "table", "quadro");
  if (!caption.empty()) add_text(table, "caption", caption);
  Node head = add(add(table, "thead"), "tr");
  for (const std::string& title : columns) {
    attribute(add_text(head, "th", title), "scope", "col");
  }
  return table;
}

}  // namespace leps::lawbook
