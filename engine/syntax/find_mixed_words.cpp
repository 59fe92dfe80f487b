#include "syntax/find_mixed_words.hpp"

#include "syntax/characters.hpp"
#include "syntax/keywords.hpp"
#include "syntax/print_expression.hpp"

#include <set>
#include <vector>

namespace leps::inline syntax {
namespace {

const ast::Binary* binary_of(const ast::Program& program, ast::ExprId id, ast::BinaryOp op) {
  const auto* binary = std::get_if<ast::Binary>(&program.exprs[id].node);
  return binary && binary->op == op ? binary : nullptr;
}

/// The `e` without parentheses among what a chain of `o` joins, in the order of the text.
std::vector<ast::ExprId> bare_in(const ast::Program& program, const ast::Binary& chain) {
  std::vector<ast::ExprId> open = {chain.right, chain.left}, bare;
  while (!open.empty()) {
    const ast::ExprId id = open.back();
    open.pop_back();
    if (const auto* more = binary_of(program, id, ast::BinaryOp::logical_or)) {
      open.insert(open.end(), {more->right, more->left});
    } else if (binary_of(program, id, ast::BinaryOp::logical_and) &&
               !program.exprs[id].in_parentheses) {
      bare.push_back(id);
    }
  }
  return bare;
}

void remark(ast::Program& program, ast::ExprId chain, const std::vector<ast::ExprId>& bare,
            std::string_view text, Language language) {
  std::string together;
  for (const ast::ExprId id : bare) {
    const std::string part = '(' + print_expression(program, id, language) + ')';
    together += (together.empty() ? "'" : ", '") + part + "'";
  }
  Diagnostic& found = program.remarks.report(
      Code::lint_mixed_words, program.exprs[chain].span,
      {word(Keyword::logical_and, language), word(Keyword::logical_or, language), Text(together)});
  found.hint(format({"se vuol dire questo, scrivi {0}; se no, metti le parentesi dove servono",
                     "if it means this, write {0}; if not, put the parentheses where they belong"},
                    {Text(together)}));
  if (bare.size() > 1) return;
  // The same rules; but whether they are what was meant is what is asked.
  const Span where = program.exprs[bare.front()].span;
  const std::string_view written = text.substr(where.begin, where.end - where.begin);
  found.mend({where, '(' + std::string(written) + ')'});
}

}  // namespace

void find_mixed_words(ast::Program& program, std::size_t first, std::string_view text,
                      Language language) {
  std::vector<ast::ExprId> chains;
  std::set<ast::ExprId> inner;
  for (std::size_t i = first; i < program.exprs.size(); ++i) {
    const ast::ExprId id{static_cast<std::uint32_t>(i)};
    const auto* chain = binary_of(program, id, ast::BinaryOp::logical_or);
    if (!chain) continue;
    chains.push_back(id);
    inner.insert({chain->left, chain->right});
  }
  std::set<Span> said;  // what the grammar went over twice stands there twice
  for (const ast::ExprId id : chains) {
    if (inner.contains(id)) continue;
    const std::vector<ast::ExprId> bare =
        bare_in(program, *binary_of(program, id, ast::BinaryOp::logical_or));
    if (bare.empty() || !said.insert(program.exprs[id].span).second) continue;
    remark(program, id, bare, text, language);
  }
}

}  // namespace leps::inline syntax
