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

/// The `3% di a` without parentheses that something is added to.
std::optional<ast::ExprId> bare_share_in(const ast::Program& program, const ast::Expr& expr) {
  const auto* sum = std::get_if<ast::Binary>(&expr.node);
  if (!sum || (sum->op != ast::BinaryOp::add && sum->op != ast::BinaryOp::subtract)) {
    return std::nullopt;
  }
  const auto* share = binary_of(program, sum->left, ast::BinaryOp::of);
  if (!share || program.exprs[sum->left].in_parentheses) return std::nullopt;
  const auto* number = std::get_if<ast::Number>(&program.exprs[share->left].node);
  return number && number->form == ast::NumberForm::percent ? std::optional(sum->left)
                                                            : std::nullopt;
}

void remark(ast::Program& program, ast::ExprId chain, const std::vector<ast::ExprId>& bare,
            Keyword tighter, const Text& looser, std::string_view text, Language language) {
  std::string together;
  for (const ast::ExprId id : bare) {
    const std::string part = '(' + print_expression(program, id, language) + ')';
    together += (together.empty() ? "'" : ", '") + part + "'";
  }
  Diagnostic& found = program.remarks.report(Code::lint_mixed_words, program.exprs[chain].span,
                                             {word(tighter, language), looser, Text(together)});
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
    remark(program, id, bare, Keyword::logical_and, word(Keyword::logical_or, language), text,
           language);
  }
  for (std::size_t i = first; i < program.exprs.size(); ++i) {
    const ast::ExprId id{static_cast<std::uint32_t>(i)};
    const auto share = bare_share_in(program, program.exprs[id]);
    if (!share || !said.insert(program.exprs[id].span).second) continue;
    const bool adds = std::get<ast::Binary>(program.exprs[id].node).op == ast::BinaryOp::add;
    remark(program, id, {*share}, Keyword::of, adds ? "+" : "-", text, language);
  }
}

}  // namespace leps::inline syntax
