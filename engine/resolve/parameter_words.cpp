#include "resolve/parameter_words.hpp"

#include <algorithm>

namespace leps::inline resolving {
namespace {

auto find_word(const WordTable& table, const std::string& word) {
  return std::find_if(table.begin(), table.end(),
                      [&](const auto& entry) { return entry.first == word; });
}

void report_no_word(Span where, const std::string& parameter, DiagnosticBag& bag) {
  bag.report(Code::parameter_no_word, where, {parameter})
      .hint(Text("scrivi di quale parola è il valore: per PAROLA dal …",
                 "write which word the value is of: by WORD from …"));
}

}  // namespace

WordTable declare_by_word(const ast::ParameterDecl& decl, PackId pack, Resolved& resolved,
                          DiagnosticBag& bag) {
  WordTable table;
  for (const ast::ParameterValue& value : decl.values) {
    if (!value.word || find_word(table, value.word->text) != table.end()) continue;
    table.emplace_back(value.word->text,
                       resolved.parameters.add({&decl, pack, {}, value.word->text}));
  }
  for (const ast::ParameterValue& value : decl.values) {
    if (!table.empty() && !value.word) report_no_word(value.period.span, decl.name.text, bag);
  }
  return table;
}

void amend_by_word(const Resolved::Entry<ast::ParameterAmendment>& amendment,
                   const WordTable& table, Resolved& resolved, DiagnosticBag& bag) {
  const std::string& name = amendment.decl->name.text;
  for (const ast::ParameterValue& value : amendment.decl->values) {
    if (!value.word) {
      report_no_word(value.period.span, name, bag);
      continue;
    }
    const auto known = find_word(table, value.word->text);
    if (known == table.end()) {
      bag.report(Code::parameter_other_word, value.word->span, {value.word->text, name});
      continue;
    }
    auto& amendments = resolved.parameters[known->second].amendments;
    const bool attached = !amendments.empty() && amendments.back().decl == amendment.decl;
    if (!attached) amendments.push_back(amendment);
  }
}

void report_words(const ast::ParameterAmendment& amendment, DiagnosticBag& bag) {
  for (const ast::ParameterValue& value : amendment.values) {
    if (!value.word) continue;
    bag.report(Code::parameter_other_word, value.word->span,
               {value.word->text, amendment.name.text});
  }
}

}  // namespace leps::inline resolving
