#include "lawbook/lawbook.hpp"

#include "lawbook/book.hpp"
#include "lawbook/list_pages.hpp"
#include "lawbook/rule_page.hpp"
#include "lawbook/start_page.hpp"

namespace leps {

std::vector<DocPage> write_doc(const Rulebook& rulebook, const ast::Program& program,
                               Language language) {
  const doc::Book book(rulebook, program, language);
  std::vector<DocPage> pages = {doc::start_page(book)};
  for (const RuleId id : book.typed.rules.keys()) pages.push_back(doc::rule_page(book, id));
  pages.push_back(doc::data_page(book));
  pages.push_back(doc::numbers_page(book));
  pages.push_back(doc::amounts_page(book));
  pages.push_back(doc::sources_page(book));
  pages.push_back(doc::orderings_page(book));
  pages.push_back(doc::examples_page(book));
  pages.push_back(doc::doubts_page(book));
  return pages;
}

}  // namespace leps
