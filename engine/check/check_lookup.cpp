#include "check/check_lookup.hpp"

#include "check/words.hpp"

#include <algorithm>

namespace leps::inline checking {
namespace {

using Words = std::vector<std::string>;

Words missing_from(const Words& all, const Words& of) {
  Words missing;
  for (const std::string& word : of) {
    if (std::find(all.begin(), all.end(), word) == all.end()) missing.push_back(word);
  }
  return missing;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "'" : ", '") + word + "'";
  return text;
}

class LookupChecker {
 public:
  LookupChecker(Context& context, const ast::Lookup& node, Span where)
      : context_(context), node_(node), where_(where) {}

  Checked operator()() {
    const auto* table = table_of();
    if (!table) return std::nullopt;
    for (const auto& [word, id] : *table) words_.push_back(word);
    const Checked word = check_expression(context_, node_.word, list_with_words());
    if (!word) return std::nullopt;
    const auto* of_list = std::get_if<WordOf>(&context_.type_of(*word));
    if (!of_list) return not_a_word(*word);
    if (!has_exactly(of_list->list)) return std::nullopt;
    const Words& list = context_.resolved.choice_types[of_list->list];
    const std::optional<Type> type = context_.parameters[table->front().second];
    if (!type) return std::nullopt;
    typed::Lookup made{*word, {}};
    for (const std::string& each : list) {
      const auto at = std::find_if(table->begin(), table->end(),
                                   [&](const auto& entry) { return entry.first == each; });
      made.values.push_back(context_.add(typed::ParameterRef{at->second}, *type, where_));
    }
    if (const auto* constant =
            std::get_if<typed::WordConstant>(&context_.typed.exprs[*word].node)) {
      return made.values[constant->word.value];
    }
    return context_.add(std::move(made), *type, where_);
  }

 private:
  // The table that the name means; what is none has its message.
  const std::vector<std::pair<std::string, ParameterId>>* table_of() {
    const auto& name = std::get<ast::Name>(context_.program.exprs[node_.parameter].node);
    const auto at = context_.resolved.parameter_tables.find(name.text);
    if (at != context_.resolved.parameter_tables.end()) return &at->second;
    if (!context_.resolved.referent(node_.parameter)) return nullptr;
    context_.bag
        .report(Code::lookup_not_by_word, context_.program.exprs[node_.parameter].span, {name.text})
        .hint(format({"il valore di un altro anno si scrive {0}({1})",
                      "the value of another year is written {0}({1})"},
                     {word(Keyword::previous_year, context_.language_at(where_)), name.text}))
        .hint(Text("un parametro per parole ha 'per' davanti a ogni valore: per PAROLA dal …",
                   "a parameter by words has 'by' before each value: by WORD from …"));
    return nullptr;
  }

  // The list whose words are those of the table, in whatever order.
  [[nodiscard]] std::optional<ChoiceTypeId> list_with_words() const {
    for (const ChoiceTypeId id : context_.resolved.choice_types.keys()) {
      const Words& list = context_.resolved.choice_types[id];
      if (list.size() == words_.size() && missing_from(words_, list).empty()) return id;
    }
    return std::nullopt;
  }

  Checked not_a_word(typed::ExprId word) {
    context_.bag
        .report(Code::lookup_not_a_word, context_.span_of(word),
                {describe(context_, context_.type_of(word))})
        .hint(format({"fra le parentesi quadre va una di queste parole, o ciò che ne è una: {0}",
                      "between the brackets goes one of these words, or what is one of them: {0}"},
                     {joined(words_)}));
    return std::nullopt;
  }

  bool has_exactly(ChoiceTypeId id) {
    const Words& list = context_.resolved.choice_types[id];
    const Words missing = missing_from(words_, list), more = missing_from(list, words_);
    if (missing.empty() && more.empty()) return true;
    const auto& name = std::get<ast::Name>(context_.program.exprs[node_.parameter].node);
    Diagnostic& found = context_.bag.report(Code::lookup_words, where_, {name.text});
    if (!missing.empty()) {
      found.hint(
          format({"manca un valore per {0}", "a value is missing for {0}"}, {joined(missing)}));
    }
    if (!more.empty()) {
      found.hint(format({"qui non può esserci {0}", "{0} cannot be here"}, {joined(more)}));
    }
    return false;
  }

  Context& context_;
  const ast::Lookup& node_;
  Span where_;
  Words words_;
};

}  // namespace

Checked check_lookup(Context& context, const ast::Lookup& node, Span where) {
  return LookupChecker(context, node, where)();
}

}  // namespace leps::inline checking
