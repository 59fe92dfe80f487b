#include "check/quoted_words.hpp"

#include "base/nearest.hpp"
#include "check/words.hpp"

#include <algorithm>

namespace leps::inline checking {
namespace {

Text unquoted(const std::string& word) {
  return {"scrivi " + word + " senza virgolette", "write " + word + " without quotes"};
}

Text word_without_quotes(const std::string& text, const std::vector<std::string>& words) {
  if (std::find(words.begin(), words.end(), text) != words.end()) return unquoted(text);
  if (const auto near = nearest(text, words)) return unquoted(*near);
  std::string all;
  for (const std::string& each : words) all += (all.empty() ? "" : ", ") + each;
  return {"scrivi una di queste parole, senza virgolette: " + all,
          "write one of these words, without quotes: " + all};
}

}  // namespace

std::optional<Text> without_quotes(const Context& context, const std::string& text,
                                   const Type& wanted) {
  if (const auto* word = std::get_if<WordOf>(&wanted)) {
    return word_without_quotes(text, context.resolved.choice_types[word->list]);
  }
  const bool single = !std::holds_alternative<RowsOf>(wanted) && !text.empty();
  if (!single || text.find('"') != std::string::npos) return std::nullopt;
  return Text("qui le virgolette non servono: " + text, "no quotes are needed here: " + text);
}

std::optional<Text> quotes_to_write(const Context& context, typed::ExprId left,
                                    typed::ExprId right) {
  for (const auto& [text, other] : {std::pair(left, right), std::pair(right, left)}) {
    const auto* quoted = std::get_if<typed::TextConstant>(&context.typed.exprs[text].node);
    if (quoted) return without_quotes(context, quoted->text, context.type_of(other));
    const auto* word = std::get_if<typed::WordConstant>(&context.typed.exprs[other].node);
    if (!word || !std::holds_alternative<TextOf>(context.type_of(text))) continue;
    const std::string& bare_word = context.resolved.choice_types[word->word.type][word->word.value];
    return Text("un testo sta fra virgolette: \"" + bare_word + "\"",
                "a text stands between quotes: \"" + bare_word + "\"");
  }
  return std::nullopt;
}

}  // namespace leps::inline checking
