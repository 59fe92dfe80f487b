#include "lawbook/lawbook.hpp"

#include "lawbook/book.hpp"
#include "lawbook/list_pages.hpp"
#include "lawbook/rule_page.hpp"
#include "lawbook/start_page.hpp"

namespace leps::lawbook {

std::vector<DocPage> write_doc(const Rulebook& rulebook, const ast::Program& program,
                               Language language) {
  const lawbook::Book book(rulebook, program, language);
  std::vector<DocPage> pages = {lawbook::start_page(book)};
  for (const RuleId id : book.typed.rules.keys()) pages.push_back(lawbook::rule_page(book, id));
  pages.push_back(lawbook::data_page(book));
  pages.push_back(lawbook::numbers_page(book));
  pages.push_back(lawbook::amounts_page(book));
  pages.push_back(lawbook::sources_page(book));
  pages.push_back(lawbook::orderings_page(book));
  pages.push_back(lawbook::examples_page(book));
  pages.push_back(lawbook::doubts_page(book));
  return pages;
}

}  // namespace leps::lawbook
