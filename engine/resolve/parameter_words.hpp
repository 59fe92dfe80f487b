// Parameters that have a value for each word of a list: `per a65 dal …`.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "resolve/resolved.hpp"

namespace leps::inline resolving {

/// A parameter for each word, in the order of the text.
using WordTable = std::vector<std::pair<std::string, ParameterId>>;

/// Declares a parameter for each word that its values name; empty where they name none. A value
/// without a word beside others is reported.
WordTable declare_by_word(const ast::ParameterDecl& decl, PackId pack, Resolved& resolved,
                          DiagnosticBag& bag);

/// Attaches an amendment to the words that it repeats. One that the table has not is reported.
void amend_by_word(const Resolved::Entry<ast::ParameterAmendment>& amendment,
                   const WordTable& table, Resolved& resolved, DiagnosticBag& bag);

/// Reports words in an amendment of a parameter that has one value for all.
void report_words(const ast::ParameterAmendment& amendment, DiagnosticBag& bag);

}  // namespace leps::inline resolving
