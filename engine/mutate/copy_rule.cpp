#include "mutate/copy_rule.hpp"

namespace leps::inline mutating {
namespace {

using ast::ExprId;

ExprId copy(ast::Program& program, ExprId id) {
  ast::Expr expr = program.exprs[id];
  for (ExprId* operand : operands(expr.node)) *operand = copy(program, *operand);
  return program.exprs.add(std::move(expr));
}

void copy(ast::Program& program, std::optional<ExprId>& id) {
  if (id) id = copy(program, *id);
}

void copy(ast::Program& program, ast::RuleDecl& rule, const std::string& name) {
  rule.name.text = name;
  copy(program, rule.applies_if);
  for (ast::Requirement& requirement : rule.requirements) {
    requirement.condition = copy(program, requirement.condition);
    copy(program, requirement.applies_if);
    copy(program, requirement.tolerance);
    for (ast::Lever& lever : requirement.levers) {
      copy(program, lever.step);
      copy(program, lever.cost);
      copy(program, lever.net_of);
    }
  }
  copy(program, rule.partial_if);
  copy(program, rule.beneficiaries);
  copy(program, rule.score);
}

}  // namespace

std::vector<ast::ExprId*> operands(ast::Node& node) {
  std::vector<ExprId*> found;
  if (auto* unary = std::get_if<ast::Unary>(&node)) found = {&unary->operand};
  if (auto* binary = std::get_if<ast::Binary>(&node)) found = {&binary->left, &binary->right};
  if (auto* call = std::get_if<ast::Call>(&node)) {
    for (ExprId& argument : call->arguments) found.push_back(&argument);
  }
  if (auto* either = std::get_if<ast::Conditional>(&node)) {
    found = {&either->condition, &either->yes, &either->no};
  }
  if (auto* over = std::get_if<ast::Aggregate>(&node)) {
    if (over->body) found.push_back(&*over->body);
    if (over->where) found.push_back(&*over->where);
  }
  if (auto* term = std::get_if<ast::Within>(&node)) {
    found = {&term->what};
    if (term->length) found.push_back(&*term->length);
    found.push_back(&term->from);
  }
  if (auto* range = std::get_if<ast::Between>(&node)) {
    found = {&range->what, &range->low, &range->high};
  }
  if (auto* among = std::get_if<ast::OneAmong>(&node)) {
    found = {&among->what};
    for (ast::ExprId& item : among->items) found.push_back(&item);
  }
  if (auto* among = std::get_if<ast::CountAmong>(&node)) {
    found = {&among->number};
    for (ast::ExprId& item : among->items) found.push_back(&item);
  }
  if (auto* bands = std::get_if<ast::Bands>(&node)) {
    found = {&bands->of};
    for (ast::Bands::Band& band : bands->bands) {
      found.push_back(&band.limit);
      found.push_back(&band.rate);
    }
    found.push_back(&bands->beyond);
  }
  if (auto* lookup = std::get_if<ast::Lookup>(&node)) found = {&lookup->parameter, &lookup->word};
  if (auto* sum = std::get_if<ast::OverYears>(&node)) found = {&sum->datum};
  if (auto* total = std::get_if<ast::GroupTotal>(&node)) found = {&total->amount};
  return found;
}

void add_copy(ast::Program& program, const Mutation::Place& place, const std::string& name) {
  std::vector<ast::Declaration>& declarations = program.files[place.file].declarations;
  ast::Declaration twin = declarations[place.declaration];
  if (auto* rule = std::get_if<ast::RuleDecl>(&twin)) copy(program, *rule, name);
  if (auto* check = std::get_if<ast::CheckDecl>(&twin)) {
    check->name.text = name;
    check->condition = copy(program, check->condition);
    copy(program, check->applies_if);
  }
  declarations.push_back(std::move(twin));
}

}  // namespace leps::inline mutating
